/**
 * The scan: a sieve leaves the words that may begin a name, the index those that it has; they are followed token by
 * token, and the longest alias really on the page wins.
 */
import type { Span } from '../text/span.ts';
import { type EncodedText, encodeText, OffsetCounter } from './bytes.ts';
import { CONTINUES, FLAG_EXACT, MAX_TOKENS, OFFSET_SHIFT, TERMINAL } from './format.ts';
import type { Gazetteer, Sections } from './gazetteer.ts';
import { mixPrefix, storedHash } from './hash.ts';
import { Lookup } from './lookup.ts';
import { bearerOf } from './pool.ts';
import { CHUNK, Sieve } from './sieve.ts';
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
  readonly #reader: TokenReader;
  readonly #verifier: Verifier;
  readonly #walk: Walk = {
    count: 0,
    starts: new Int32Array(MAX_TOKENS + 1),
    ends: new Int32Array(MAX_TOKENS + 1),
    gaps: new Uint8Array(MAX_TOKENS + 1),
  };
  readonly #sieve: Sieve;
  readonly #lookup: Lookup;
  #text: EncodedText = encodeText('');
  /** End of the last hit: no name begins before it but one that takes the hit in. */
  #free = 0;
  /** The first row of this range. */
  #first = 0;
  rows = new Int32Array(192);
  count = 0;

  constructor(sections: Sections) {
    this.#sections = sections;
    this.#reader = new TokenReader(this.#text.bytes, (sections.flags & FLAG_EXACT) !== 0);
    this.#verifier = new Verifier(sections.bytes, this.#reader, this.#text);
    this.#sieve = new Sieve(sections, this.#reader);
    this.#lookup = new Lookup(sections, this.#sieve, this.#reader.exact);
  }

  begin(text: EncodedText): void {
    this.#text = text;
    this.#reader.bytes = text.bytes;
    this.#verifier.text = text;
    this.count = 0;
    this.#free = 0;
  }

  /** Finds the names that begin and end between two byte positions. */
  range(from: number, to: number): void {
    this.#first = this.count;
    const last = (to + 3) >> 2;
    for (let w = from >> 2; w < last; w += CHUNK) {
      this.#follow(this.#sieve.sift(this.#text, w, Math.min(w + CHUNK, last), from, to), to);
    }
  }

  /** Looks first tokens up, then walks on from those that are in the index. */
  #follow(count: number, to: number): void {
    const { starts, ends, hashes } = this.#sieve;
    const lookup = this.#lookup;
    const { found, payloads } = lookup;
    const left = lookup.ask(this.#text, count);
    for (let n = 0; n < left; n++) {
      const payload = payloads[n]!;
      const k = found[n]!;
      const start = starts[k]!;
      if (start < this.#free) continue;
      const before = this.count;
      if (payload & CONTINUES && lookup.mayGoOn(this.#text, payload, k))
        this.#walkFrom(start, ends[k]!, hashes[k]!, payload, to);
      else if (payload & TERMINAL && ends[k]! <= to) {
        this.#walk.count = 1;
        this.#walk.starts[0] = start;
        this.#walk.ends[0] = ends[k]!;
        this.#take(payload >>> OFFSET_SHIFT, before);
      }
      if (this.count > before) this.#settle(before);
    }
  }

  /** Takes out the hits that the last one, with rows from `before` on, takes in. */
  #settle(before: number): void {
    const { rows } = this;
    this.#free = rows[3 * before + 1]!;
    let kept = before;
    for (let row = before; row < this.count; row++) kept = Math.min(kept, this.#keptBefore(rows[3 * row]!, before));
    if (kept === before) return;
    rows.copyWithin(3 * kept, 3 * before, 3 * this.count);
    this.count -= before - kept;
  }

  /**
   * How many of the rows below `before` a name that begins here leaves; -1 when it begins inside a hit. One that is
   * looked up by a later word may take whole hits in: "iTunes Store" after "iTunes".
   */
  #keptBefore(start: number, before: number): number {
    let kept = before;
    for (; kept > 0 && this.rows[3 * kept - 2]! > start; kept--) {
      if (kept === this.#first || this.rows[3 * kept - 3]! < start) return -1;
    }
    return kept;
  }

  /** Follows the tokens from a first one through the index, and keeps the longest alias that is really there. */
  #walkFrom(start: number, end: number, hash: number, found: number, to: number): void {
    const walk = this.#walk;
    const reader = this.#reader;
    const before = this.count;
    reader.hash = hash;
    reader.letters = end - start;
    // Letters are not bytes; only a period after an initial asks.
    if (this.#text.bytes[end] === 0x2e) reader.readToken(start);
    let stop = reader.readRow(end);
    let prefix = reader.canon;
    let payload = stop === end ? found : this.#find(prefix);
    walk.starts[0] = start;
    for (walk.count = 1; ; walk.count++) {
      walk.ends[walk.count - 1] = stop;
      if (stop > to) break;
      if (payload & TERMINAL) this.#take(payload >>> OFFSET_SHIFT, before);
      if ((payload & CONTINUES) === 0 || walk.count === MAX_TOKENS) break;
      const next = reader.readGap(stop);
      if (next < 0 || next >= to) break;
      walk.starts[walk.count] = next;
      walk.gaps[walk.count] = reader.gap;
      stop = reader.readRow(reader.readToken(next));
      prefix = mixPrefix(prefix, reader.canon);
      payload = this.#find(prefix);
    }
  }

  #find(prefix: number): number {
    const { slots, scale } = this.#sections;
    const hash = storedHash(prefix);
    let at = 2 * ((hash * scale) | 0);
    // Slots are in the order of their hashes, and free ones hold the greatest: a miss ends at the first above.
    while (slots[at]! < hash) at += 2;
    return slots[at] === hash ? slots[at + 1]! : 0;
  }

  /** Adds a row for each alias of a hash that is on the page, instead of the rows of a shorter name. */
  #take(record: number, before: number): void {
    const verifier = this.#verifier;
    let shorter = this.count;
    for (let at = record; ; at = bearerOf(this.#sections.bytes, at).next) {
      if (
        verifier.verify(at, this.#walk) &&
        (verifier.start >= this.#free || this.#keptBefore(verifier.start, before) >= 0)
      ) {
        // A possessive that belongs to the name makes it longer than the same words without.
        const isLonger = this.count > before && verifier.end > this.rows[3 * before + 1]!;
        if (shorter > before || isLonger) shorter = this.count = before;
        if (this.rows.length < 3 * this.count + 3) {
          const wider = new Int32Array(this.rows.length * 2);
          wider.set(this.rows);
          this.rows = wider;
        }
        if (this.count === before || verifier.end === this.rows[3 * before + 1]) {
          const row = 3 * this.count++;
          this.rows[row] = verifier.start;
          this.rows[row + 1] = verifier.end;
          this.rows[row + 2] = at;
        }
      }
      if (verifier.isLast) break;
    }
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
  toUnits(search.rows, search.count, new OffsetCounter(encoded));
  return search;
}

/** Byte positions to UTF-16 offsets, row by row. */
function toUnits(rows: Int32Array, count: number, offsets: OffsetCounter): void {
  for (let row = 0; row < count; ) {
    // The rows of a hit differ at most in whether "The" is part of the name; the longest is shown.
    let stop = row;
    let start = rows[3 * row]!;
    const end = rows[3 * row + 1]!;
    for (; stop < count && rows[3 * stop + 1] === end; stop++) start = Math.min(start, rows[3 * stop]!);
    const from = offsets.unitAt(start);
    const to = offsets.unitAt(end);
    for (; row < stop; row++) {
      rows[3 * row] = from;
      rows[3 * row + 1] = to;
    }
  }
}
