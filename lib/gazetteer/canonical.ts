/** A surface form as the index keeps it: prefix hashes, and a record whose bytes decide whether a hit is one. */
import { isSmall, WORD } from '../text/characters.ts';
import { codeAt, decodeBytes, encodeText, PAD, sizeOf } from './bytes.ts';
import { asciiOf, copy, mayBeAcronym, putFolded, putGap } from './folded.ts';
import {
  ASIDE,
  GAP_ARTICLE,
  GAP_LITERAL,
  GAP_SPACE,
  HEAD,
  MAX_NAME_BYTES,
  MAX_TOKENS,
  nextBit,
  POOL_ARTICLE,
  POOL_SPACE,
  R,
} from './format.ts';
import type { Form } from './forms.ts';
import { hashOfWord, mixPrefix } from './hash.ts';
import { lettersOf, mixLetters } from './letters.ts';
import { TokenReader } from './token-reader.ts';
import { isUnitWord } from './unit-words.ts';
import { compoundWord, wordsFor } from './variants.ts';

const THE = hashOfWord('the');
// An acronym this short is a word in any other case: "US" is not "us"; from four letters "Nato" is printed too.
const MAX_STRICT_ACRONYM = 3;
const POSSESSIVE = /^['\u2018\u2019]s(?![\p{L}\p{N}\p{M}])/iu;
export const CASED_TOKENS = 8; // that the case bytes of a record speak for

interface Token {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  readonly canon: number;
  /** Kind of the gap before it, and where that began. */
  readonly gap: number;
  readonly gapStart: number;
  /** "twenty-first", read as one. */
  readonly isCompound: boolean;
}

/** Compiles forms one after another; the fields hold the last one. */
export class FormWriter {
  readonly exact: boolean;
  readonly #reader: TokenReader;
  readonly #name = new Uint8Array(4096);
  readonly record = new Uint8Array(1024);
  recordLength = 0;
  /** Hash of each prefix, from the anchor on, what a slot is to say of the token after it, what a filter. */
  readonly prefixes: number[] = [];
  readonly nexts: number[] = [];
  readonly pairs: number[] = [];
  /** Hash of the anchor token as printed, its folded letters in UTF-8, and the hash of what it is in two words. */
  firstHash = 0;
  firstCompound: number | undefined;
  readonly first = new Uint8Array(4096);
  firstLength = 0;
  startsSmall = false;

  constructor(exact: boolean) {
    this.exact = exact;
    this.#reader = new TokenReader(new Uint8Array(2 * PAD), exact);
  }

  /** Compiles one form; false when it holds nothing that could be found. */
  write(form: Form, note: number, isUnit: boolean): boolean {
    const { bytes, end } = encodeText(form.text);
    const reader = this.#reader;
    reader.bytes = bytes;
    let at = PAD;
    while (at < end && reader.classAt(at) !== WORD) at += sizeOf(bytes[at]!);
    let head: number = HEAD.none;
    const article = this.exact ? -1 : reader.articleEnd(at);
    // "AL-khasha" keeps its article as a word: the scan would not stop at what follows.
    if (article > 0 && !isSmall(codeAt(bytes, article))) {
      head = HEAD.article;
      at = article;
    }
    const tokens = this.#tokensFrom(at, end);
    if (tokens.length > 1 && head === HEAD.none && tokens[0]!.hash === THE && !this.exact) {
      head = HEAD.the;
      tokens.shift();
    }
    if (tokens.length === 0) return false;
    const anchor = this.#anchorOf(tokens, form);
    if (anchor < 0 || (anchor > 0 && head !== HEAD.none)) return false;
    if (!this.exact && tokens.slice(1, anchor + 1).some(({ gap }) => gap === GAP_ARTICLE)) return false;
    const start = tokens[anchor]!.start;
    if (this.exact ? start > PAD : anchor > 0) head = HEAD.literal;
    this.#hash(tokens, anchor);
    return this.#writeRecord(form, tokens, anchor, end, note, isUnit, head);
  }

  #tokensFrom(from: number, end: number): Token[] {
    const reader = this.#reader;
    const tokens: Token[] = [];
    let gap = 0;
    let gapStart = from;
    for (let at = from; at >= 0 && at < end; ) {
      let stop = reader.readToken(at);
      const { hash } = reader;
      const single = stop;
      stop = reader.readRow(stop);
      tokens.push({ start: at, end: stop, hash, canon: reader.canon, gap, gapStart, isCompound: stop !== single });
      gapStart = stop;
      at = stop < end ? reader.readGap(stop) : -1;
      gap = reader.gap;
      // A gap that no page is read across makes a name that cannot be found; better none than half of one.
      if (at < 0 && stop < end && /[\p{L}\p{N}]{2}/u.test(decodeBytes(reader.bytes, stop, end))) return [];
    }
    return tokens.length > MAX_TOKENS ? [] : tokens;
  }

  /**
   * The first token that a page does not print small: the scan stops only at such. -1 when there is none and the pack
   * does not allow small letters.
   */
  #anchorOf(tokens: readonly Token[], form: Form): number {
    const { bytes } = this.#reader;
    this.startsSmall = form.lower;
    if (form.lower) return 0;
    const anchor = tokens.findIndex((token) => !isSmall(codeAt(bytes, token.start)));
    if (anchor >= 0) return anchor;
    // "iTunes" is matched as it is; "police" must be allowed.
    this.startsSmall = this.exact || /\p{Lu}/u.test(form.text);
    return this.startsSmall ? 0 : -1;
  }

  #hash(tokens: readonly Token[], anchor: number): void {
    this.prefixes.length = 0;
    this.nexts.length = 0;
    this.pairs.length = 0;
    let prefix = 0;
    for (let t = anchor; t < tokens.length; t++) {
      const { canon, gap } = tokens[t]!;
      if (t > anchor) {
        this.nexts.push((gap === GAP_SPACE ? 0 : ASIDE) | this.#pair(prefix, tokens[t]!));
      }
      prefix = t === anchor ? canon : mixPrefix(prefix, canon);
      this.prefixes.push(prefix);
    }
    const first = tokens[anchor]!;
    this.firstHash = first.hash;
    this.firstCompound = first.isCompound ? first.canon : undefined;
    this.firstLength = this.exact
      ? copy(this.#reader.bytes, first.start, first.end, this.first, 0)
      : putFolded(this.#reader.bytes, first.start, first.end, this.first, 0);
  }

  /** Notes under which first letters a page may print a token, any word of its row included. */
  #pair(prefix: number, { start, end, hash, canon, isCompound }: Token): number {
    const put = this.exact ? copy : putFolded;
    const words = this.exact ? [] : wordsFor(isCompound ? canon : hash);
    let letters = lettersOf(this.#name, 0, put(this.#reader.bytes, start, end, this.#name, 0));
    let bits = 0;
    for (let i = 0; ; i++) {
      this.pairs.push(mixLetters(prefix, letters));
      bits |= nextBit(letters);
      if (i === words.length) return bits;
      letters = lettersOf(asciiOf(words[i]!), 0, words[i]!.length);
    }
  }

  #writeRecord(
    form: Form,
    tokens: readonly Token[],
    anchor: number,
    end: number,
    note: number,
    isUnit: boolean,
    head: number,
  ): boolean {
    const out = this.record;
    const cased = this.exact ? 0 : this.#caseOf(tokens, anchor, isUnit);
    const last = this.exact ? end : tokens.at(-1)!.end;
    let flags = head << R.headShift;
    if (cased !== 0) flags |= R.cased;
    if (this.startsSmall) flags |= R.lower;
    if (isUnit) flags |= R.unit;
    if (form.derived > 0) flags |= R.derived;
    if (last < end && POSSESSIVE.test(decodeBytes(this.#reader.bytes, last, end))) flags |= R.possessive;
    const name = tokens.slice(anchor);
    const start = name[0]!.start;
    let length = this.exact ? copy(this.#reader.bytes, start, end, this.#name, 0) : this.#putName(name, false);
    if (length > MAX_NAME_BYTES) return false;
    out[0] = flags;
    out[1] = length;
    let at = copy(this.#name, 0, length, out, 2);
    if (head === HEAD.literal) {
      length = this.exact
        ? copy(this.#reader.bytes, PAD, start, this.#name, 0)
        : this.#putName(tokens.slice(0, anchor), true);
      if (length > MAX_NAME_BYTES) return false;
      out[at++] = length;
      at = copy(this.#name, 0, length, out, at);
    }
    if (cased !== 0) {
      out[at++] = cased & 255;
      out[at++] = cased >> 8;
    }
    if (form.derived > 0) out[at++] = form.derived;
    for (let rest = 2 * note + (form.alias > 0 ? 1 : 0); ; rest >>>= 7) {
      out[at++] = rest < 128 ? rest : (rest & 127) | 128;
      if (rest < 128) break;
    }
    if (form.alias > 0) out[at++] = Math.min(form.alias - 1, 255);
    this.recordLength = at;
    return true;
  }

  /** Writes folded tokens and what stands between them; a head ends with what stands before the anchor. */
  #putName(tokens: readonly Token[], isHead: boolean): number {
    const { bytes } = this.#reader;
    const out = this.#name;
    let at = 0;
    tokens.forEach((token, t) => {
      if (at > MAX_NAME_BYTES) return;
      if (t > 0) {
        if (token.gap === GAP_LITERAL) at = putGap(bytes, token.gapStart, token.start, out, at);
        else out[at++] = token.gap === GAP_ARTICLE ? POOL_ARTICLE : POOL_SPACE;
      }
      const compound = token.isCompound ? compoundWord(decodeBytes(bytes, token.start, token.end)) : undefined;
      if (compound) for (const char of compound) out[at++] = char.charCodeAt(0);
      else at = putFolded(bytes, token.start, token.end, out, at);
    });
    if (isHead) out[at++] = POOL_SPACE;
    return at;
  }

  /** Two masks over the first tokens: those a page may print small, and short acronyms it must print in capitals. */
  #caseOf(tokens: readonly Token[], anchor: number, isUnit: boolean): number {
    const { bytes } = this.#reader;
    let small = 0;
    let capitals = 0;
    for (let t = anchor; t < tokens.length && t - anchor < CASED_TOKENS; t++) {
      const token = tokens[t]!;
      const bit = 1 << (t - anchor);
      if (isSmall(codeAt(bytes, token.start))) small |= bit;
      else if ((isUnit && t > anchor) || token.isCompound || mayBeAcronym(bytes, token.start, token.end)) {
        const printed = decodeBytes(bytes, token.start, token.end);
        if (isUnit && t > anchor && isUnitWord(printed.toLowerCase())) small |= bit;
        const isAcronym =
          /^(?:\p{Lu}\.?){2,}$/u.test(printed) && printed.replaceAll('.', '').length <= MAX_STRICT_ACRONYM;
        if (isAcronym || (token.isCompound && !/\d/.test(compoundWord(printed) ?? '0'))) capitals |= bit;
      }
    }
    return small | (capitals << 8);
  }
}
