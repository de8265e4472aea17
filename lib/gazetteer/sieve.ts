/**
 * Where a name may begin: the part of the scan that reads every byte of a page. Three small loops, one after another
 * over a few kilobytes of text, each leaving a shorter list to the next. They write every item and advance only past
 * those that pass, because a branch taken one time in ten costs more here than the work it saves.
 */
import { isSmall, WORD } from '../text/characters.ts';
import { ANY, AS_PRINTED, FOLDED, GATE_CODE, GATE_OFFSET, IS_WORD, START_CODE, START_CODE_SMALL } from './ascii.ts';
import { codeAt, type EncodedText } from './bytes.ts';
import { FLAG_DIGITS, FLAG_LOWER } from './format.ts';
import type { Sections } from './gazetteer.ts';
import { mixToken, TOKEN_FACTOR, TOKEN_SEED } from './hash.ts';
import type { TokenReader } from './token-reader.ts';

/** Words of four bytes sifted at a time: text and lists stay in the first cache. */
export const CHUNK = 1024;
// Every byte may be a place.
const MOST = 4 * CHUNK + 4;
const BIT_6 = 0x40404040;
const BIT_7 = 0x80808080;

/**
 * Words of four bytes one of which may begin a name. Capitals have bit 6 without bit 5; digits bits 5 and 4 without
 * bit 6; longer characters bit 7. A few other characters pass too, and fall at the gate.
 */
function markCapitals(
  words: Int32Array,
  first: number,
  last: number,
  digits: number,
  found: Int32Array,
  marks: Int32Array,
): number {
  let count = 0;
  for (let w = first; w < last; w++) {
    const four = words[w]!;
    const mark = ((((four & ~(four << 1)) | ((four << 2) & ~four & digits)) & BIT_6) << 1) | (four & BIT_7);
    found[count] = w;
    marks[count] = mark;
    count += (mark | -mark) >>> 31;
  }
  return count;
}

/** The same, and small letters (bits 6 and 5) after a byte without bit 6. */
function markWords(
  { words, bytes }: EncodedText,
  first: number,
  last: number,
  found: Int32Array,
  marks: Int32Array,
): number {
  let count = 0;
  let before = bytes[(first << 2) - 1]!;
  for (let w = first; w < last; w++) {
    const four = words[w]!;
    const capitals = (four & ~(four << 1)) | ((four << 2) & ~four);
    const small = four & (four << 1) & ~((four << 8) | before);
    const mark = (((capitals | small) & BIT_6) << 1) | (four & BIT_7);
    before = four >>> 24;
    found[count] = w;
    marks[count] = mark;
    count += (mark | -mark) >>> 31;
  }
  return count;
}

/** Whether "'s" or "’s" and no further letter stand here: the commonest end of a name that is not plain ASCII. */
function isPossessive(bytes: Uint8Array, at: number): boolean {
  const curly = bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x99;
  const s = curly ? at + 3 : at + 1;
  const next = bytes[s + 1]!;
  return (curly || bytes[at] === 0x27) && bytes[s] === 0x73 && next < 0x80 && next !== 0x27 && IS_WORD[next] === 0;
}

/** First tokens that may begin a name, in text order. */
export class Sieve {
  readonly #sections: Sections;
  readonly #reader: TokenReader;
  readonly #words = new Int32Array(CHUNK + 1);
  readonly #marks = new Int32Array(CHUNK + 1);
  readonly starts = new Int32Array(MOST);
  readonly ends = new Int32Array(MOST);
  readonly hashes = new Int32Array(MOST);

  constructor(sections: Sections, reader: TokenReader) {
    this.#sections = sections;
    this.#reader = reader;
  }

  /** Sifts the words from `first` up to `last`, keeping to [from, to) in bytes; the number of first tokens. */
  sift(text: EncodedText, first: number, last: number, from: number, to: number): number {
    const { flags } = this.#sections;
    const marked =
      flags & FLAG_LOWER
        ? markWords(text, first, last, this.#words, this.#marks)
        : markCapitals(text.words, first, last, flags & FLAG_DIGITS ? BIT_6 : 0, this.#words, this.#marks);
    return this.#hash(text.bytes, this.#pass(text, marked), from, to);
  }

  /** Places after no ASCII letter or digit, with first letters that some name has. */
  #pass({ bytes }: EncodedText, marked: number): number {
    const { flags, gate } = this.#sections;
    const [words, marks, starts] = [this.#words, this.#marks, this.starts];
    const codes = flags & FLAG_LOWER ? START_CODE_SMALL : START_CODE;
    let count = 0;
    for (let k = 0; k < marked; k++) {
      const base = words[k]! << 2;
      let mark = marks[k]!;
      do {
        const at = base + ((31 - Math.clz32(mark & -mark)) >> 3);
        mark &= mark - 1;
        const first = bytes[at]!;
        const second = GATE_CODE[bytes[at + 1]!]!;
        // After a word of one letter, the third byte belongs to another.
        const third = GATE_CODE[bytes[at + 2]!]! & -((second + 31) >> 5);
        const code = codes[first]! | (second << 5) | (third << 10) | GATE_OFFSET[first]!;
        starts[count] = at;
        count += (1 ^ IS_WORD[bytes[at - 1]!]!) & (gate[code >> 3]! >> (code & 7));
      } while (mark !== 0);
    }
    return count;
  }

  /** Places whose whole first word may be one of the index's. */
  #hash(bytes: Uint8Array, passed: number, from: number, to: number): number {
    const { flags, bloom, bloomMask } = this.#sections;
    const { starts, ends, hashes } = this;
    const reader = this.#reader;
    const letters = reader.exact ? AS_PRINTED : FOLDED;
    let count = 0;
    for (let k = 0; k < passed; k++) {
      const start = starts[k]!;
      const before = bytes[start - 1]!;
      if (start < from || start >= to) continue;
      if (START_CODE[bytes[start]!] === ANY) {
        if (reader.classAt(start) !== WORD || (!(flags & FLAG_LOWER) && isSmall(codeAt(bytes, start)))) continue;
      }
      if ((before >= 0x80 || before === 0x27 || before === 0x2e) && reader.startsInside(start)) continue;
      let h = TOKEN_SEED;
      let end = start;
      let letter = letters[bytes[end]!]!;
      while (letter !== 0) {
        h = (Math.imul(h, TOKEN_FACTOR) + letter) | 0;
        letter = letters[bytes[++end]!]!;
      }
      const stop = bytes[end]!;
      h = mixToken(h);
      if ((stop >= 0x80 || stop === 0x27 || (stop === 0x2e && end === start + 1)) && !isPossessive(bytes, end)) {
        end = reader.readToken(start);
        h = reader.hash;
      }
      starts[count] = start;
      ends[count] = end;
      hashes[count] = h;
      const bit = h & bloomMask;
      count += (bloom[bit >> 5]! >> (bit & 31)) & 1;
    }
    return count;
  }
}
