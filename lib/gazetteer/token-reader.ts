/**
 * Reads tokens and the gaps between them from UTF-8 bytes. The compiler reads aliases and the scan reads pages through
 * this one class, so the two cannot disagree on what a word is. In exact mode, which only measurements use, a token is
 * a run of `\p{L}\p{N}\p{M}` taken as printed.
 */
import { BEFORE_NAMES } from '../text/abbreviations.ts';
import { APOSTROPHE, classOf, DASH, foldOf, JOINER, NEWLINE, OTHER, SPACE, WORD } from '../text/characters.ts';
import { AS_PRINTED, FOLDED } from './ascii.ts';
import { codeAt, sizeOf, startBefore } from './bytes.ts';
import { GAP_ARTICLE, GAP_LITERAL, GAP_SPACE } from './format.ts';
import { hashOfWord, mixToken, TOKEN_FACTOR, TOKEN_SEED } from './hash.ts';
import { compoundHash, headHash, isOpener } from './variants.ts';

// Longer punctuation than this stands between sentences, not inside names.
const MAX_GAP_BYTES = 12;
// Ignored characters looked over: no text needs more, and a page of nothing else must not cost more.
const MAX_IGNORED = 8;

// Of al-, ad-, an-, ar-, as-, at-, az-.
const ARTICLE_ENDS: readonly number[] = [...'ldnrstz'].map((letter) => letter.charCodeAt(0));

const abbreviations: ReadonlySet<number> = new Set([...BEFORE_NAMES].map(hashOfWord));
/** Whether a period after this word may belong to it, as in "Gen."; single letters are no business of this. */
export const isAbbreviation = (hash: number): boolean => abbreviations.has(hash);
const isUpper = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;

export class TokenReader {
  bytes: Uint8Array;
  readonly exact: boolean;
  readonly #table: Uint8Array;
  /** Hash of the token last read. */
  hash = 0;
  /** Its length in folded letters. */
  letters = 0;
  /** Kind of the gap last read. */
  gap = GAP_SPACE;
  /** The token last read as the index knows it: the hash of the first word of its row. */
  canon = 0;

  constructor(bytes: Uint8Array, exact: boolean) {
    this.bytes = bytes;
    this.exact = exact;
    this.#table = exact ? AS_PRINTED : FOLDED;
  }

  classAt(at: number): number {
    const byte = this.bytes[at]!;
    if (byte < 0x80) return FOLDED[byte] !== 0 ? WORD : this.exact ? OTHER : classOf(byte);
    const kind = classOf(codeAt(this.bytes, at));
    if (!this.exact || kind === WORD) return kind;
    // The letters that folding ignores are letters all the same.
    return kind === JOINER && /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(codeAt(this.bytes, at))) ? WORD : OTHER;
  }

  /** Whether the apostrophe at `at` is inside a word: not before a possessive s, not at the end. */
  #joins(at: number): boolean {
    const next = at + sizeOf(this.bytes[at]!);
    if (this.classAt(next) !== WORD) return false;
    return (this.bytes[next]! | 0x20) !== 0x73 || this.classAt(next + 1) === WORD;
  }

  /** Reads the token that starts at `from` and returns its end. */
  readToken(from: number): number {
    const { bytes } = this;
    const table = this.#table;
    let h = TOKEN_SEED;
    let power = 1;
    let letters = 0;
    let at = from;
    let end = from;
    for (;;) {
      const byte = bytes[at]!;
      const folded = table[byte]!;
      if (folded !== 0) {
        h = (h + Math.imul(folded, power)) | 0;
        power = Math.imul(power, TOKEN_FACTOR);
        letters++;
        end = ++at;
      } else if (byte < 0x80 && byte !== 0x27) break;
      else {
        const kind = this.classAt(at);
        const code = codeAt(bytes, at);
        if (kind === WORD) {
          const fold = this.exact ? String.fromCodePoint(code) : foldOf(code);
          for (const char of fold) {
            h = (h + Math.imul(char.codePointAt(0)!, power)) | 0;
            power = Math.imul(power, TOKEN_FACTOR);
          }
          letters += fold.length;
          at += sizeOf(byte);
          end = at;
        } else if (kind === JOINER || (kind === APOSTROPHE && end > from && this.#joins(at))) at += sizeOf(byte);
        else break;
      }
    }
    if (end === from + 1 && bytes[end] === 0x2e && isUpper(bytes[from]!) && !this.exact) {
      // "U.S." and "J.K.": the letters are one token, the last period belongs to it.
      let next = end + 1;
      while (isUpper(bytes[next]!) && !this.#goesOn(next + 1)) {
        h = (h + Math.imul(FOLDED[bytes[next]!]!, power)) | 0;
        power = Math.imul(power, TOKEN_FACTOR);
        letters++;
        end = next + 1;
        if (bytes[end] !== 0x2e) break;
        next = end + 1;
      }
      if (letters > 1 && bytes[end] === 0x2e && this.classAt(end + 1) !== WORD) end++;
    }
    this.hash = mixToken(h);
    this.letters = letters;
    return end;
  }

  /** Takes the token last read, which ended at `end`, to its row ("twenty-first" is two tokens in one row). */
  readRow(end: number): number {
    if (this.exact) {
      this.canon = this.hash;
      return end;
    }
    this.canon = headHash(this.hash);
    const opener = this.canon;
    if (!isOpener(opener) || !this.#spacesOne(end)) return end;
    const { letters } = this;
    const whole = this.readToken(end + sizeOf(this.bytes[end]!));
    const compound = compoundHash(opener, this.hash);
    this.letters = letters;
    if (compound === 0) return end;
    this.canon = compound;
    return whole;
  }

  /** Whether one hyphen or space and a word follow. */
  #spacesOne(end: number): boolean {
    const kind = this.classAt(end);
    return (kind === SPACE || kind === DASH) && this.classAt(end + sizeOf(this.bytes[end]!)) === WORD;
  }

  /** Whether the character at `at` continues a token that began before it. */
  startsInside(at: number): boolean {
    if (this.#continuesWord(at)) return true;
    // Inside "U.S.": a single capital, a period, a single capital that begins a token.
    const { bytes } = this;
    if (this.exact || bytes[at - 1] !== 0x2e || !isUpper(bytes[at]!) || this.#goesOn(at + 1)) return false;
    return isUpper(bytes[at - 2]!) && !this.#continuesWord(at - 2);
  }

  /** Whether a word that has come to `at` goes on there. */
  #goesOn(at: number): boolean {
    let next = at;
    for (let looked = 0; looked < MAX_IGNORED && this.classAt(next) === JOINER; looked++)
      next += sizeOf(this.bytes[next]!);
    const kind = this.classAt(next);
    return kind === WORD || (kind === APOSTROPHE && this.#joins(next));
  }

  #continuesWord(at: number): boolean {
    const { bytes } = this;
    let before = startBefore(bytes, at);
    let apostrophes = 0;
    for (let looked = 0; looked < MAX_IGNORED; looked++) {
      const kind = this.classAt(before);
      if (kind === WORD) return true;
      if (kind !== JOINER && (kind !== APOSTROPHE || apostrophes++ > 0 || !this.#joins(before))) return false;
      before = startBefore(bytes, before);
    }
    return false;
  }

  /** Reads what follows the token last read, which ended at `end`; the start of the next token, or -1. */
  readGap(end: number): number {
    const { bytes } = this;
    const byte = bytes[end]!;
    let next = end + 1;
    this.gap = GAP_SPACE;
    if ((byte !== 0x20 && byte !== 0x2d) || FOLDED[bytes[next]!] === 0) {
      next = this.#readLongGap(end);
      if (next < 0) return -1;
    }
    if (this.exact) return next;
    const article = this.gap === GAP_SPACE ? this.articleEnd(next) : -1;
    if (article < 0) return next;
    this.gap = GAP_ARTICLE;
    return article;
  }

  #readLongGap(end: number): number {
    const { bytes } = this;
    let at = end;
    let spaces = 0;
    let dashes = 0;
    let newlines = 0;
    let others = 0;
    if (bytes[at] === 0x2e && !this.exact && this.#isAbbreviation()) at++;
    while (at - end <= MAX_GAP_BYTES) {
      const kind = this.classAt(at);
      if (kind === WORD) {
        if (at === end) return -1;
        if (others > 0 || dashes + Math.min(spaces, 1) > 1 || spaces + dashes === 0) this.gap = GAP_LITERAL;
        return at;
      }
      if (bytes[at] === 0) return -1;
      if (kind === SPACE) spaces++;
      else if (kind === NEWLINE) {
        spaces++;
        if (bytes[at] !== 0x0d && ++newlines > 1) return -1;
      } else if (kind === DASH) dashes++;
      else if (kind === APOSTROPHE && at === end && (bytes[at + sizeOf(bytes[at]!)]! | 0x20) === 0x73) {
        // Possessive: "People's Protection Units". The s is no token of its own.
        others++;
        at += sizeOf(bytes[at]!);
      } else if (kind === APOSTROPHE && at === end && this.#isSpace(at + sizeOf(bytes[at]!))) {
        // Plural possessive: "Workers' Party", printed without the apostrophe as often.
      } else if (kind !== JOINER) others++;
      at += sizeOf(bytes[at]!);
    }
    return -1;
  }

  #isSpace(at: number): boolean {
    return this.classAt(at) === SPACE || this.classAt(at) === NEWLINE;
  }

  #isAbbreviation(): boolean {
    return this.letters === 1 || isAbbreviation(this.hash);
  }

  /**
   * End of the Arabic article and its hyphen or space at `at`, or -1. The assimilated forms (ash-, ar-) need the
   * hyphen: without it they are English words.
   */
  articleEnd(at: number): number {
    const { bytes } = this;
    const first = bytes[at]! | 0x20;
    if (first !== 0x61 && first !== 0x65 && first !== 0x75) return -1;
    const second = bytes[at + 1]! | 0x20;
    const spaceToo = second === 0x6c;
    let end = at + 2;
    if (second === 0x73 && (bytes[end]! | 0x20) === 0x68) end++;
    else if (!ARTICLE_ENDS.includes(second)) return -1;
    const kind = this.classAt(end);
    if (kind !== DASH && !(spaceToo && kind === SPACE)) return -1;
    const next = end + sizeOf(bytes[end]!);
    return this.classAt(next) === WORD ? next : -1;
  }
}
