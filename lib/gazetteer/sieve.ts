/**
 * Where a name may begin: the part of the scan that reads every byte of a page. Small loops, one after another over a
 * few kilobytes of text, each leaving a shorter list to the next. They write every item and advance only past those
 * that pass, because a branch taken one time in ten costs more here than the work it saves.
 */
import { isSmall, WORD } from '../text/characters.ts';
import * as ascii from './ascii.ts';
import { codeAt, type EncodedText } from './bytes.ts';
import { FLAG_LOWER } from './format.ts';
import type { Sections } from './gazetteer.ts';
import * as hash from './hash.ts';
import * as letters from './letters.ts';
import type { TokenReader } from './token-reader.ts';

// V8 looks an import up at each use and a constant of the module's own once, while compiling: a tenth of the scan's time.
const { AS_PRINTED, FOLDED, IS_BREAK, IS_WORD } = ascii;
const { hashOfLetters, mixToken, POWER_8, TOKEN_FACTOR } = hash;
const { breaksOf, FOLD_ALL, FOLD_REST, firstByte, isDotted, isUnsure, lengthOf, mixLetters, untilBreak } = letters;

/** Words of four bytes sifted at a time: text and lists stay in the first cache. Even, as they are taken in pairs. */
export const CHUNK = 1024;
// Every byte may be a place.
export const MOST_PLACES = 4 * CHUNK + 8;
const BIT_6 = 0x40404040;
const BIT_7 = 0x80808080;
const BITS_0_TO_6 = 0x7f7f7f7f;

/**
 * Bit 7 of each byte that may begin a name: capitals and digits (all from 0x30 to 0x5f: the others fall at the next
 * loop) and characters beyond ASCII. Either sum carries into bit 7 above the range, one alone within it.
 */
const startsOf = (four: number): number =>
  ((((four & BITS_0_TO_6) + 0x50505050) ^ ((four & BITS_0_TO_6) + 0x20202020)) | four) & BIT_7;

/** Pairs of words of four bytes in one of which something may begin a name. */
function markCapitals(words: Int32Array, first: number, last: number, found: Int32Array): number {
  let count = 0;
  for (let w = first; w < last; w += 2) {
    const mark = startsOf(words[w]!) | startsOf(words[w + 1]!);
    found[count] = w;
    count += (mark | -mark) >>> 31;
  }
  return count;
}

/** Small letters too: bits 6 and 5 after a byte without bit 6. */
function markWords(words: Int32Array, first: number, last: number, found: Int32Array): number {
  let count = 0;
  let before = words[first - 1]!;
  for (let w = first; w < last; w += 2) {
    const four = words[w]!;
    const next = words[w + 1]!;
    const small = four & (four << 1) & ~((four << 8) | (before >>> 24));
    const nextSmall = next & (next << 1) & ~((next << 8) | (four >>> 24));
    const mark = startsOf(four) | startsOf(next) | ((small | nextSmall) & BIT_6);
    before = next;
    found[count] = w;
    count += (mark | -mark) >>> 31;
  }
  return count;
}

/** Whether "'s" or "’s" and no further letter stand here: the commonest end of a name that is not plain ASCII. */
export function isPossessive(bytes: Uint8Array, at: number): boolean {
  const curly = bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x99;
  const s = curly ? at + 3 : at + 1;
  const next = bytes[s + 1]!;
  return (curly || bytes[at] === 0x27) && bytes[s] === 0x73 && next < 0x80 && next !== 0x27 && IS_WORD[next] === 0;
}

/** First tokens that may begin a name, in text order. */
export class Sieve {
  readonly #sections: Sections;
  readonly #reader: TokenReader;
  readonly #pairs = new Int32Array(CHUNK / 2 + 1);
  readonly starts = new Int32Array(MOST_PLACES);
  readonly ends = new Int32Array(MOST_PLACES);
  readonly hashes = new Int32Array(MOST_PLACES);

  constructor(sections: Sections, reader: TokenReader) {
    this.#sections = sections;
    this.#reader = reader;
  }

  /** Sifts the words from `first` up to `last`, keeping to [from, to) in bytes; the number of first tokens. */
  sift(text: EncodedText, first: number, last: number, from: number, to: number): number {
    const mark = this.#sections.flags & FLAG_LOWER ? markWords : markCapitals;
    const marked = mark(text.words, first, last, this.#pairs);
    return this.#hash(text, this.#pass(text.view, this.#place(text.words, marked)), from, to);
  }

  /** Capitals, digits and characters beyond ASCII that come after no ASCII letter or digit. */
  #place(words: Int32Array, marked: number): number {
    const [pairs, starts] = [this.#pairs, this.starts];
    const small = this.#sections.flags & FLAG_LOWER ? -1 : 0;
    let count = 0;
    for (let k = 0; k < marked; k++) {
      const w = pairs[k]!;
      const four = words[w]!;
      const next = words[w + 1]!;
      const breaks = breaksOf(four);
      const nextBreaks = breaksOf(next);
      // A character beyond ASCII begins with bits 7 and 6.
      const begins = ((startsOf(four) | small) & ~breaks) | (four & (four << 1));
      const nextBegins = ((startsOf(next) | small) & ~nextBreaks) | (next & (next << 1));
      let mark = begins & ((breaks << 8) | IS_BREAK[words[w - 1]! >>> 24]!) & BIT_7;
      let nextMark = nextBegins & ((nextBreaks << 8) | (breaks >>> 24)) & BIT_7;
      // Two in one word of four bytes are rare.
      do {
        starts[count] = (w << 2) + firstByte(mark);
        count += (mark | -mark) >>> 31;
        mark &= mark - 1;
      } while (mark !== 0);
      do {
        starts[count] = (w << 2) + 4 + firstByte(nextMark);
        count += (nextMark | -nextMark) >>> 31;
        nextMark &= nextMark - 1;
      } while (nextMark !== 0);
    }
    return count;
  }

  /** Places with the first eight letters of a name. */
  #pass(view: DataView, placed: number): number {
    const { words: filter, wordMask } = this.#sections;
    const { starts } = this;
    let count = 0;
    for (let k = 0; k < placed; k++) {
      const at = starts[k]!;
      const four = view.getInt32(at, true);
      const next = view.getInt32(at + 4, true);
      const breaks = breaksOf(four);
      const nextBreaks = breaksOf(next);
      // The next four count only where the first four are letters.
      const goesOn = ((breaks | -breaks) >> 31) ^ -1;
      const first = (four | FOLD_REST) & untilBreak(breaks);
      const second = (next | FOLD_ALL) & untilBreak(nextBreaks) & goesOn;
      const unsure = isUnsure(four, breaks) | (isUnsure(next, nextBreaks) & goesOn) | isDotted(four);
      const bit = mixLetters(first, second) & wordMask;
      starts[count] = at;
      count += ((filter[bit >> 5]! >>> (bit & 31)) & 1) | ((unsure | -unsure) >>> 31);
    }
    return count;
  }

  /** The first words of these places, whole. */
  #hash({ bytes, view }: EncodedText, passed: number, from: number, to: number): number {
    const { flags } = this.#sections;
    const { starts, ends, hashes } = this;
    const reader = this.#reader;
    const { exact } = reader;
    const table = exact ? AS_PRINTED : FOLDED;
    const fold = exact ? 0 : FOLD_ALL;
    let count = 0;
    for (let k = 0; k < passed; k++) {
      const start = starts[k]!;
      const before = bytes[start - 1]!;
      if (start < from || start >= to) continue;
      if (bytes[start]! >= 0x80) {
        if (reader.classAt(start) !== WORD || (!(flags & FLAG_LOWER) && isSmall(codeAt(bytes, start)))) continue;
      }
      if ((before >= 0x80 || before === 0x27 || before === 0x2e) && reader.startsInside(start)) continue;
      const four = view.getInt32(start, true);
      const next = view.getInt32(start + 4, true);
      const breaks = breaksOf(four);
      const nextBreaks = breaksOf(next);
      const goesOn = ((breaks | -breaks) >> 31) ^ -1;
      const head = untilBreak(breaks);
      const rest = untilBreak(nextBreaks) & goesOn;
      let h = hashOfLetters((four | fold) & head, (next | fold) & rest);
      let end = start + lengthOf(head) + lengthOf(rest);
      if (rest === -1) {
        for (let power = POWER_8; table[bytes[end]!] !== 0; power = Math.imul(power, TOKEN_FACTOR)) {
          h = (h + Math.imul(table[bytes[end++]!]!, power)) | 0;
        }
      }
      const stop = bytes[end]!;
      h = mixToken(h);
      if (
        (stop >= 0x80 || (!exact && (stop === 0x27 || (stop === 0x2e && end === start + 1)))) &&
        !isPossessive(bytes, end)
      ) {
        end = reader.readToken(start);
        h = reader.hash;
      }
      starts[count] = start;
      ends[count] = end;
      hashes[count++] = h;
    }
    return count;
  }
}
