/**
 * The hot loop. Four bytes are looked at together, and only where one may begin a name are they looked at one by one:
 * a capital, a digit, or a byte of a longer character, after something that is no part of a word. Then a gate over the
 * first three letters, a Bloom filter over the first word, and the walk through the index, prefix by prefix.
 */

import { isSmall, WORD } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { ANY, AS_PRINTED, FOLDED, GATE_CODE, START_CODE } from './ascii.ts';
import { codeAt, type EncodedText, encodeText, OffsetCounter } from './bytes.ts';
import { CONTINUES, FLAG_DIGITS, FLAG_EXACT, FLAG_LOWER, MAX_TOKENS, OFFSET_SHIFT, TERMINAL } from './format.ts';
import type { Gazetteer, Sections } from './gazetteer.ts';
import { mixPrefix, mixToken, storedHash, TOKEN_FACTOR, TOKEN_SEED } from './hash.ts';
import { TokenReader } from './token-reader.ts';
import { Verifier, type Walk } from './verify.ts';

/**
 * Rows of three: start and end in UTF-16 units, offset of a record. A hit has a row for each of its records. The rows
 * hold until the next scan of the same gazetteer.
 */
export interface ScanRows {
  readonly rows: Int32Array;
  readonly count: number;
}

class Scan {
  readonly #sections: Sections;
  #text: EncodedText = encodeText('');
  readonly #reader: TokenReader;
  readonly #verifier: Verifier;
  readonly #walk: Walk = {
    count: 0,
    starts: new Int32Array(MAX_TOKENS + 1),
    ends: new Int32Array(MAX_TOKENS + 1),
    gaps: new Uint8Array(MAX_TOKENS + 1),
  };
  rows = new Int32Array(192);
  count = 0;
  /** End of the last hit: no name begins before it. */
  #free = 0;

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#reader = new TokenReader(this.#text.bytes, (sections.flags & FLAG_EXACT) !== 0);
    this.#verifier = new Verifier(sections.bytes, this.#reader);
  }

  begin(text: EncodedText): void {
    this.#text = text;
    this.#reader.bytes = text.bytes;
    this.count = 0;
    this.#free = 0;
  }

  /** Finds the names that begin and end between two byte positions. */
  range(from: number, to: number): void {
    if (this.#sections.flags & FLAG_LOWER) this.#everyWord(from, to);
    else this.#everyCapital(from, to);
  }

  #everyCapital(from: number, to: number): void {
    const { words, bytes } = this.#text;
    const { flags, gate, bloom, bloomMask } = this.#sections;
    const reader = this.#reader;
    const { exact } = reader;
    const folded = exact ? AS_PRINTED : FOLDED;
    const digits = flags & FLAG_DIGITS ? 0x40404040 : 0;
    const last = (to + 3) >> 2;
    for (let w = from >> 2; w < last; w++) {
      const four = words[w]!;
      // Capitals have bit 6 without bit 5; digits bits 5 and 4 without bit 6; longer characters bit 7. A few other
      // characters pass too, and fall at the next look.
      let marks = (((four & ~(four << 1)) | ((four << 2) & ~four & digits)) & 0x40404040) << 1;
      marks |= four & 0x80808080;
      while (marks !== 0) {
        const i = (w << 2) + ((31 - Math.clz32(marks & -marks)) >> 3);
        marks &= marks - 1;
        const first = START_CODE[bytes[i]!]!;
        const before = bytes[i - 1]!;
        if (first === 0 || FOLDED[before] !== 0 || i < this.#free || i < from || i >= to) continue;
        if (first === ANY && (reader.classAt(i) !== WORD || isSmall(codeAt(bytes, i)))) continue;
        if ((before >= 0x80 || before === 0x27 || before === 0x2e) && reader.startsInside(i)) continue;
        const second = GATE_CODE[bytes[i + 1]!]!;
        const code = first | (second << 5) | (second === 0 ? 0 : GATE_CODE[bytes[i + 2]!]! << 10);
        if ((gate[code >> 3]! & (1 << (code & 7))) === 0) continue;
        let h = TOKEN_SEED;
        let at = i;
        let letter = folded[bytes[at]!]!;
        while (letter !== 0) {
          h = (Math.imul(h, TOKEN_FACTOR) + letter) | 0;
          letter = folded[bytes[++at]!]!;
        }
        const stop = bytes[at]!;
        if (stop >= 0x80 || stop === 0x27 || (stop === 0x2e && at === i + 1)) at = reader.readToken(i);
        else {
          reader.hash = mixToken(h);
          reader.letters = at - i;
        }
        const hash = reader.hash & bloomMask;
        if ((bloom[hash >> 5]! & (1 << (hash & 31))) !== 0) this.#walkFrom(i, at, to);
      }
    }
  }

  /** The same for packs that allow small first letters: every word is looked at. */
  #everyWord(from: number, to: number): void {
    const { bytes } = this.#text;
    const { gate, bloom, bloomMask } = this.#sections;
    const reader = this.#reader;
    for (let i = from; i < to; i++) {
      const first = GATE_CODE[bytes[i]!]!;
      const before = bytes[i - 1]!;
      if (first === 0 || FOLDED[before] !== 0 || i < this.#free) continue;
      if (first === ANY && reader.classAt(i) !== WORD) continue;
      if ((before >= 0x80 || before === 0x27 || before === 0x2e) && reader.startsInside(i)) continue;
      const second = GATE_CODE[bytes[i + 1]!]!;
      const code = first | (second << 5) | (second === 0 ? 0 : GATE_CODE[bytes[i + 2]!]! << 10);
      if ((gate[code >> 3]! & (1 << (code & 7))) === 0) continue;
      const at = reader.readToken(i);
      const hash = reader.hash & bloomMask;
      if ((bloom[hash >> 5]! & (1 << (hash & 31))) !== 0) this.#walkFrom(i, at, to);
    }
  }

  /** Follows the tokens from a first one through the index, and keeps the longest alias that is really there. */
  #walkFrom(start: number, end: number, to: number): void {
    const walk = this.#walk;
    const reader = this.#reader;
    const before = this.count;
    let stop = reader.readRow(end);
    let prefix = reader.canon;
    walk.starts[0] = start;
    for (walk.count = 1; ; walk.count++) {
      walk.ends[walk.count - 1] = stop;
      if (stop > to) break;
      const payload = this.#find(prefix);
      if (payload & TERMINAL) this.#take(payload >>> OFFSET_SHIFT, before);
      if ((payload & CONTINUES) === 0 || walk.count === MAX_TOKENS) break;
      const next = reader.readGap(stop);
      if (next < 0 || next >= to) break;
      walk.starts[walk.count] = next;
      walk.gaps[walk.count] = reader.gap;
      stop = reader.readRow(reader.readToken(next));
      prefix = mixPrefix(prefix, reader.canon);
    }
    if (this.count > before) this.#free = this.rows[3 * before + 1]!;
  }

  #find(prefix: number): number {
    const { slots, scale } = this.#sections;
    const hash = storedHash(prefix);
    let at = 2 * Math.floor(hash * scale);
    // Slots are in the order of their hashes, and free ones hold the greatest: a miss ends at the first above.
    while (slots[at]! < hash) at += 2;
    return slots[at] === hash ? slots[at + 1]! : 0;
  }

  /** Adds a row for each alias of a hash that is on the page, instead of the rows of a shorter name. */
  #take(record: number, before: number): void {
    const verifier = this.#verifier;
    let shorter = this.count;
    let at = record;
    do {
      if (verifier.verify(at, this.#walk) && verifier.start >= this.#free) {
        if (shorter > before) shorter = this.count = before;
        if (this.rows.length < 3 * this.count + 3) {
          const wider = new Int32Array(this.rows.length * 2);
          wider.set(this.rows);
          this.rows = wider;
        }
        this.rows.set([verifier.start, verifier.end, at], 3 * this.count++);
      }
      at = verifier.next;
    } while (!verifier.isLast);
  }
}

// A scan is set up once for a gazetteer: for a paragraph, setting up costs more than reading.
const scans = new WeakMap<Gazetteer, Scan>();

/** Every longest alias that begins and ends inside one of the spans (in order, not overlapping) as whole words. */
export function scan(text: string, spans: readonly Span[], gazetteer: Gazetteer): ScanRows {
  let search = scans.get(gazetteer);
  if (!search) {
    search = new Scan(gazetteer.sections);
    scans.set(gazetteer, search);
  }
  const encoded = encodeText(text);
  search.begin(encoded);
  const bounds = new OffsetCounter(encoded);
  for (const { start, end } of spans) {
    const from = bounds.byteAt(start);
    search.range(from, end >= text.length ? encoded.end : bounds.byteAt(end));
  }
  const { rows, count } = search;
  const offsets = new OffsetCounter(encoded);
  for (let row = 0; row < count; ) {
    // The rows of a hit differ at most in whether "The" is part of the name; the longest is shown.
    let stop = row;
    let start = rows[3 * row]!;
    while (stop < count && rows[3 * stop + 1] === rows[3 * row + 1]) start = Math.min(start, rows[3 * stop++]!);
    const from = offsets.unitAt(start);
    const to = offsets.unitAt(rows[3 * row + 1]!);
    for (; row < stop; row++) {
      rows[3 * row] = from;
      rows[3 * row + 1] = to;
    }
  }
  return { rows, count };
}
