/** Lays what the compiler collected out as one buffer: header, two filters, slots, note ids, records. See DESIGN.md. */
import {
  ASIDE,
  CONTINUES,
  FORMAT_VERSION,
  H,
  HEADER_WORDS,
  MAGIC,
  OFFSET_SHIFT,
  R,
  RULES_VERSION,
  TERMINAL,
} from './format.ts';
import { bloomBit, FREE } from './hash.ts';
import { GOES_ON, type Staging } from './staging.ts';

// Share of slots in use, at eight bytes a slot: fewer looks for each word where the table has left the second cache.
const FILL = 0.8;
const FILL_LARGE = 0.75;
const LARGE = 1 << 16;
// Bits of the filter of first words, for each alias: names share them. Every capitalised word of a page asks it, so it
// is to stay in the first two caches.
const WORD_BITS_AN_ALIAS = 5;
const MIN_WORD_BITS = 512;
const MAX_WORD_BITS = 1 << 20;
// Bloom bits for each alias, over its first words, prefixes and pairs: about one probe in six is false.
const BLOOM_BITS_AN_ALIAS = 12;
const MIN_BLOOM_BITS = 512;
const powerOfTwo = (wanted: number, least: number, most: number): number =>
  2 ** Math.ceil(Math.log2(Math.min(most, Math.max(least, wanted))));

/** Positions of the ordered table: each hash at its share of the range, or right after the one before it. */
function measure(keys: Uint32Array): { unique: number; spread: number; slots: number } {
  let unique = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) unique++;
  const spread = Math.max(16, Math.ceil(unique / (unique < LARGE ? FILL : FILL_LARGE)));
  let at = -1;
  for (let i = 0; i < keys.length; i++) {
    if (i === 0 || keys[i] !== keys[i - 1]) at = Math.max(at + 1, Math.floor(keys[i]! * (spread / 2 ** 31)));
  }
  // The scan reads four slots at once.
  return { unique, spread, slots: Math.max(spread, at + 1) + 4 };
}

export function* layOut(staging: Staging, keys: Uint32Array, values: Uint32Array): Generator<void, ArrayBuffer> {
  const { spread, slots } = measure(keys);
  const bloomBits = Math.max(MIN_BLOOM_BITS, staging.aliases * BLOOM_BITS_AN_ALIAS + 31) & ~31;
  const wordBits = powerOfTwo(staging.aliases * WORD_BITS_AN_ALIAS, MIN_WORD_BITS, MAX_WORD_BITS);
  const ids = staging.ids.bytes();
  const wordsAt = HEADER_WORDS * 4;
  const bloomAt = wordsAt + wordBits / 8;
  const slotsAt = bloomAt + bloomBits / 8;
  const idsAt = slotsAt + slots * 8;
  const poolAt = idsAt + ids.length;
  // The scan compares records four bytes at a time.
  const byteLength = (poolAt + staging.records.length + 7) & ~3;
  const buffer = new ArrayBuffer(byteLength);
  const bytes = new Uint8Array(buffer);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);

  const words = new Int32Array(buffer, wordsAt, wordBits / 32);
  for (const word of staging.words.taken()) words[(word >>> 5) & (words.length - 1)]! |= 1 << (word & 31);
  const bloom = new Int32Array(buffer, bloomAt, bloomBits / 32);
  const entries = staging.bloom.taken();
  for (let i = 0; i < entries.length; i++) {
    const bit = bloomBit(entries[i]!, bloomBits / 2 ** 31);
    bloom[bit >> 5]! |= 1 << (bit & 31);
  }
  bytes.set(ids, idsAt);
  yield;
  yield* fill(new Uint32Array(buffer, slotsAt, slots * 2), spread, keys, values, staging, bytes, poolAt);

  const fields: Partial<Record<keyof typeof H, number>> = {
    magic: MAGIC,
    format: FORMAT_VERSION,
    rules: RULES_VERSION,
    flags: staging.flags,
    byteLength,
    aliases: staging.aliases,
    notes: staging.ids.count,
    words: wordsAt,
    bloom: bloomAt,
    bloomBits,
    slots: slotsAt,
    slotCount: slots,
    slotSpread: spread,
    ids: idsAt,
    pool: poolAt,
  };
  for (const [name, value] of Object.entries(fields)) header[H[name as keyof typeof H]] = value;
  header[H.checksum] = header.subarray(0, H.checksum).reduce((sum, word) => (Math.imul(sum, 31) + word) >>> 0, 0);
  return buffer;
}

function* fill(
  table: Uint32Array,
  spread: number,
  keys: Uint32Array,
  values: Uint32Array,
  staging: Staging,
  bytes: Uint8Array,
  poolAt: number,
): Generator<void, void> {
  const records = staging.records.taken();
  const starts = staging.starts.taken();
  for (let s = 0; s < table.length; s += 2) table[s] = FREE;
  let pool = poolAt;
  let slot = -1;
  for (let i = 0; i < keys.length; ) {
    const key = keys[i]!;
    let payload = 0;
    let nexts = 0;
    let lastFlags = -1;
    let stop = i;
    while (stop < keys.length && keys[stop] === key) {
      const value = values[stop++]!;
      if (value >= GOES_ON) {
        payload |= CONTINUES | (value & ASIDE);
        nexts |= value & ~GOES_ON;
        continue;
      }
      if ((payload & TERMINAL) === 0) payload |= TERMINAL | (pool << OFFSET_SHIFT);
      const from = starts[value]!;
      const to = value + 1 < starts.length ? starts[value + 1]! : records.length;
      lastFlags = pool;
      for (let p = from; p < to; p++) bytes[pool++] = records[p]!;
    }
    if (lastFlags >= 0) bytes[lastFlags]! |= R.last;
    else payload |= nexts;
    slot = Math.max(slot + 1, Math.floor(key * (spread / 2 ** 31)));
    table[2 * slot] = key;
    table[2 * slot + 1] = payload >>> 0;
    if (((i ^ stop) & ~0x3fff) !== 0) yield;
    i = stop;
  }
}
