/** Whether the alias of a record is what the page prints: the hash only said that it may be. */
import { APOSTROPHE, DASH, foldOf, isSmall, JOINER, NEWLINE, SPACE, WORD } from '../text/characters.ts';
import { FOLDED } from './ascii.ts';
import { codeAt, decodeBytes, type EncodedText, sizeOf, startBefore } from './bytes.ts';
import { CASED_TOKENS } from './canonical.ts';
import { putFolded, putGap } from './folded.ts';
import { GAP_ARTICLE, GAP_LITERAL, HEAD, POOL_ARTICLE, POOL_SPACE, R } from './format.ts';
import { FOLD_ALL } from './letters.ts';
import type { TokenReader } from './token-reader.ts';
import { compoundWord, sameWord } from './variants.ts';

const BIT_7 = 0x80808080;

/** The tokens of one walk, and what stood before each. */
export interface Walk {
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gaps: Uint8Array;
}

// A short acronym with its periods; what is longer and yet the same is the name written out ("United States").
const MAX_ACRONYM_BYTES = 6;

const isWordByte = (byte: number): boolean => byte >= 0x80 || FOLDED[byte] !== 0;

/** Compares walks of a page with records of an index; after a match, `start` and `end` describe it. */
export class Verifier {
  readonly #index: Uint8Array;
  readonly #view: DataView;
  readonly #reader: TokenReader;
  readonly #scratch = new Uint8Array(4096);
  /** The page. */
  text: EncodedText;
  /** The hit, in bytes of the page. */
  start = 0;
  end = 0;
  isLast = true;

  constructor(index: Uint8Array, reader: TokenReader, text: EncodedText) {
    this.#index = index;
    this.#view = new DataView(index.buffer);
    this.text = text;
    this.#reader = reader;
  }

  verify(record: number, walk: Walk): boolean {
    const index = this.#index;
    const flags = index[record]!;
    const nameAt = record + 2;
    const nameEnd = nameAt + index[record + 1]!;
    const { exact } = this.#reader;
    this.isLast = (flags & R.last) !== 0 || record >= index.length;
    const start = walk.starts[0]!;
    if (exact ? !this.#isPrinted(start, nameAt, nameEnd) : !this.#sameName(walk, nameAt, nameEnd, flags)) return false;
    const head = (flags >> R.headShift) & 3;
    const headAt = nameEnd + 1;
    const headEnd = head === HEAD.literal ? headAt + index[nameEnd]! : nameEnd;
    if (exact) return this.#endsExact(start, nameEnd - nameAt, headAt, headEnd);
    const small = flags & R.cased ? index[headEnd]! : 0;
    const capitals = flags & R.cased ? index[headEnd + 1]! : 0;
    if (!this.#sameCase(walk, small, capitals, (flags & R.lower) !== 0)) return false;
    this.end = walk.ends[walk.count - 1]!;
    if (flags & R.possessive && !this.#takePossessive()) return false;
    return this.#takeHead(head, start, headAt, headEnd);
  }

  /** Whether the page has these bytes of the pool, compared four at a time. */
  #isPrinted(start: number, from: number, to: number): boolean {
    const { view } = this.text;
    for (let p = from, q = start; p < to; p += 4, q += 4) {
      const other = view.getInt32(q, true) ^ this.#view.getInt32(p, true);
      if ((to - p < 4 ? other << (8 * (4 + p - to)) : other) !== 0) return false;
    }
    return true;
  }

  /** The same with folded letters of ASCII: the commonest name by far. */
  #isFolded(start: number, from: number, to: number): boolean {
    const { view } = this.text;
    for (let p = from, q = start; p < to; p += 4, q += 4) {
      const four = view.getInt32(q, true);
      const other = ((four | FOLD_ALL) ^ this.#view.getInt32(p, true)) | (four & BIT_7);
      if ((to - p < 4 ? other << (8 * (4 + p - to)) : other) !== 0) return false;
    }
    return true;
  }

  #endsExact(anchor: number, length: number, headAt: number, headEnd: number): boolean {
    this.start = anchor - Math.max(0, headEnd - headAt);
    this.end = anchor + length;
    if (headEnd > headAt && !this.#isPrinted(this.start, headAt, headEnd)) return false;
    return this.#endsWord(this.end) && this.#reader.classAt(startBefore(this.#reader.bytes, this.start)) !== WORD;
  }

  #endsWord(end: number): boolean {
    return this.#reader.classAt(end) !== WORD || this.#reader.classAt(startBefore(this.#reader.bytes, end)) !== WORD;
  }

  #sameName(walk: Walk, nameAt: number, nameEnd: number, flags: number): boolean {
    const first = walk.starts[0]!;
    const isOne = walk.count === 1 && walk.ends[0]! - first === nameEnd - nameAt;
    if (isOne && this.#isFolded(first, nameAt, nameEnd)) return true;
    const isUnit = (flags & R.unit) !== 0;
    const index = this.#index;
    const { bytes } = this.#reader;
    let p = nameAt;
    for (let t = 0; t < walk.count; t++) {
      if (t > 0) {
        p = this.#afterGap(walk, t, p);
        if (p < 0) return false;
      }
      const from = p;
      const end = walk.ends[t]!;
      let at = walk.starts[t]!;
      // Nearly always the same ASCII letters; the rest is folded first.
      while (at < end && FOLDED[bytes[at]!]! === index[p] && p < nameEnd) {
        at++;
        p++;
      }
      if (at === end && (p === nameEnd || !isWordByte(index[p]!))) continue;
      p = from;
      while (p < nameEnd && isWordByte(index[p]!)) p++;
      // A number alone names no unit: "I" is not "First".
      if (!this.#sameToken(walk.starts[t]!, end, from, p, isUnit && walk.count > 1)) return false;
    }
    return p === nameEnd;
  }

  /** Position in the pool after the gap before token `t`, or -1 when the page has another. */
  #afterGap(walk: Walk, t: number, p: number): number {
    const index = this.#index;
    const kind = walk.gaps[t]!;
    if (kind !== GAP_LITERAL) {
      if (index[p] === POOL_ARTICLE) return p + 1;
      return kind !== GAP_ARTICLE && index[p] === POOL_SPACE ? p + 1 : -1;
    }
    const scratch = this.#scratch;
    const length = putGap(this.#reader.bytes, walk.ends[t - 1]!, walk.starts[t]!, scratch, 0);
    for (let i = 0; i < length; i++) if (index[p + i] !== scratch[i]) return -1;
    return p + length;
  }

  #sameToken(start: number, end: number, p: number, stop: number, isUnit: boolean): boolean {
    const index = this.#index;
    const { bytes } = this.#reader;
    const scratch = this.#scratch;
    // A token longer than any name is none.
    if (end - start > 4 * (stop - p) + 64) return false;
    const length = putFolded(bytes, start, end, scratch, 0);
    let same = length === stop - p;
    for (let i = 0; same && i < length; i++) same = scratch[i] === index[p + i];
    if (same) return true;
    const printed = decodeBytes(bytes, start, end);
    const word = compoundWord(printed) ?? decodeBytes(scratch, 0, length);
    return sameWord(word, decodeBytes(index, p, stop), isUnit, printed);
  }

  #sameCase(walk: Walk, small: number, capitals: number, lower: boolean): boolean {
    const { bytes } = this.#reader;
    for (let t = 0; t < walk.count; t++) {
      const bit = t < CASED_TOKENS ? 1 << t : 0;
      const start = walk.starts[t]!;
      const byte = bytes[start]!;
      if (byte <= 0x5a && capitals === 0) continue;
      const startsSmall = byte < 0x80 ? byte >= 0x61 : isSmall(codeAt(bytes, start));
      // The second half of a hyphenated word is printed small as often: "Kim Jong-un".
      const mayBeSmall =
        lower ||
        (small & bit) !== 0 ||
        bit === 0 ||
        (t > 0 && this.#reader.classAt(startBefore(bytes, start)) === DASH);
      if (startsSmall && !mayBeSmall) return false;
      if (capitals & bit && walk.ends[t]! - start <= MAX_ACRONYM_BYTES) {
        for (let p = start; p < walk.ends[t]!; p++) if (bytes[p]! >= 0x61 && bytes[p]! <= 0x7a) return false;
      }
    }
    return true;
  }

  #takePossessive(): boolean {
    const { bytes } = this.#reader;
    const s = this.end + sizeOf(bytes[this.end]!);
    if ((bytes[s]! | 0x20) !== 0x73 || this.#reader.classAt(s + 1) === WORD) return false;
    const code = codeAt(bytes, this.end);
    if (code !== 0x27 && code !== 0x2019 && code !== 0x2018) return false;
    this.end = s + 1;
    return true;
  }

  /** Checks what stands before the first token, and moves the start over it. */
  #takeHead(kind: number, anchor: number, headAt: number, headEnd: number): boolean {
    const reader = this.#reader;
    const { bytes } = reader;
    this.start = anchor;
    if (kind === HEAD.none) return true;
    if (kind === HEAD.literal) return this.#takeLiteral(anchor, headAt, headEnd);
    const gap = startBefore(bytes, anchor);
    if (kind === HEAD.the) {
      const the = gap - 3;
      const spaced = reader.classAt(gap) === SPACE || reader.classAt(gap) === NEWLINE;
      // A small "the" is no part of the name as printed.
      if (!spaced || bytes[the] !== 0x54 || FOLDED[bytes[the + 1]!] !== 0x68 || FOLDED[bytes[the + 2]!] !== 0x65)
        return true;
      if (!reader.startsInside(the)) this.start = the;
      return true;
    }
    for (const length of [2, 3]) {
      const article = gap - length;
      if (reader.articleEnd(article) !== anchor || reader.startsInside(article)) continue;
      this.start = article;
      return true;
    }
    return false;
  }

  /** Reads the small words before a name backwards: "de ", "van der ". */
  #takeLiteral(anchor: number, headAt: number, headEnd: number): boolean {
    const reader = this.#reader;
    const head = decodeBytes(this.#index, headAt, headEnd);
    let rest = head.length;
    let at = anchor;
    while (rest > 0) {
      at = startBefore(reader.bytes, at);
      const kind = reader.classAt(at);
      if (kind === JOINER || kind === APOSTROPHE) continue;
      const isGap = kind === SPACE || kind === DASH || kind === NEWLINE;
      const letters = kind === WORD ? foldOf(codeAt(reader.bytes, at)) : isGap ? ' ' : OTHER_TEXT;
      if (!head.endsWith(letters, rest)) return false;
      rest -= letters.length;
    }
    this.start = at;
    return !reader.startsInside(at);
  }
}

// Stands in no head.
const OTHER_TEXT = '\u0000';
