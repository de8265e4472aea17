/**
 * Compiles the names of the enabled packs into one flat index: bytes that are stored as they are and used in place.
 * `compileInSteps` yields often, so that a background script can let a lookup through, or give up, between two steps;
 * nothing is changed that a running lookup reads. The layout and its reasons are in DESIGN.md.
 */
import type { Note } from '../notes/note.ts';
import { ANY, GATE_CODE, GATE_CODES } from './ascii.ts';
import { FormWriter } from './canonical.ts';
import {
  CONTINUES,
  FLAG_DIGITS,
  FLAG_EXACT,
  FLAG_LOWER,
  FORMAT_VERSION,
  GATE_BYTES,
  H,
  HEADER_WORDS,
  MAGIC,
  OFFSET_SHIFT,
  R,
  RULES_VERSION,
  TERMINAL,
} from './format.ts';
import { formsOf } from './forms.ts';
import { FREE, hashOfWord, storedHash } from './hash.ts';
import { sortByKey } from './sort.ts';
import { wordsFor } from './variants.ts';

/** `exact`: names as printed, without folding or derived forms; for measurements. */
export interface CompileOptions {
  readonly exact?: boolean;
}

// Notes between two yields: about a millisecond.
const NOTES_A_STEP = 256;
// Share of slots in use: about two looks for a hit or a miss (ordered linear probing), at eight bytes a slot.
const FILL = 0.7;
// Value of a prefix on which no alias ends.
const NO_RECORD = 0xffffffff;
// Bloom bits for each alias, over its prefixes and first tokens: about one probe in ten is false. Above the limit the
// filter would fall out of the second cache, and with it the gain.
const BLOOM_BITS_AN_ALIAS = 8;
const MIN_BLOOM_BITS = 512;
const MAX_BLOOM_BITS = 1 << 23;

/** A growing array of one element type. */
class Column<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>> {
  #array: T;
  length = 0;
  constructor(array: T) {
    this.#array = array;
  }
  reserve(count: number): T {
    if (this.length + count > this.#array.length) {
      const Type = this.#array.constructor as new (length: number) => T;
      const wider = new Type(Math.max(this.#array.length * 2, this.length + count));
      wider.set(this.#array);
      this.#array = wider;
    }
    return this.#array;
  }
  push(value: number): void {
    this.reserve(1)[this.length++] = value;
  }
  taken(): T {
    return this.#array.subarray(0, this.length) as T;
  }
}

/** What one pass over the notes leaves: every prefix, every record, and the first tokens. */
class Staging {
  readonly writer: FormWriter;
  readonly keys = new Column(new Uint32Array(1 << 12));
  readonly values = new Column(new Uint32Array(1 << 12));
  readonly records = new Column(new Uint8Array(1 << 15));
  readonly starts = new Column(new Uint32Array(1 << 11));
  readonly firsts = new Column(new Uint32Array(1 << 11));
  readonly gate = newGate();
  readonly smallGate = newGate();
  readonly ids: string[] = [];
  aliases = 0;
  flags = 0;

  constructor(exact: boolean) {
    this.writer = new FormWriter(exact);
    if (exact) this.flags |= FLAG_EXACT;
  }

  add(note: Note): void {
    const { writer } = this;
    const index = this.ids.push(note.id) - 1;
    const forms = writer.exact ? [{ text: note.name, alias: 0, lower: false, derived: 0 }] : formsOf(note);
    for (const form of forms) {
      if (!writer.write(form, index, note.kind === 'unit')) continue;
      const { prefixes, record, recordLength } = writer;
      for (let i = 0; i < prefixes.length; i++) {
        this.keys.push(storedHash(prefixes[i]!));
        this.values.push(i === prefixes.length - 1 ? this.aliases : NO_RECORD);
      }
      this.aliases++;
      this.starts.push(this.records.length);
      const records = this.records.reserve(recordLength);
      for (let i = 0; i < recordLength; i++) records[this.records.length++] = record[i]!;
      this.#addFirst(writer);
    }
  }

  #addFirst({ first, firstLength, firstHash, firstCompound, startsSmall, exact }: FormWriter): void {
    this.#admit(first, firstLength, firstHash, startsSmall);
    if (exact) return;
    // Every word the page may print for it.
    for (const word of wordsFor(firstCompound ?? firstHash)) {
      this.#admit(
        Uint8Array.from(word, (char) => char.charCodeAt(0)),
        word.length,
        hashOfWord(word),
        startsSmall,
      );
    }
  }

  #admit(token: Uint8Array, length: number, hash: number, startsSmall: boolean): void {
    this.firsts.push(hash);
    if (token[0]! >= 0x30 && token[0]! <= 0x39) this.flags |= FLAG_DIGITS;
    openFor(token, length, this.gate);
    if (!startsSmall) return;
    this.flags |= FLAG_LOWER;
    openFor(token, length, this.smallGate);
  }
}

const open = (gate: Uint8Array, code: number): void => {
  gate[code >> 3]! |= 1 << (code & 7);
};

/** A gate that lets through only what it cannot judge. */
function newGate(): Uint8Array {
  const gate = new Uint8Array(GATE_BYTES);
  for (let code = 0; code < GATE_CODES; code++) {
    if ((code & 31) !== 0 && [code & 31, (code >> 5) & 31, code >> 10].includes(ANY)) open(gate, code);
  }
  return gate;
}

function openFor(token: Uint8Array, length: number, gate: Uint8Array): void {
  const a = GATE_CODE[token[0]!]!;
  const b = length > 1 ? GATE_CODE[token[1]!]! : 0;
  const c = length > 2 ? GATE_CODE[token[2]!]! : 0;
  open(gate, a | (b << 5) | (c << 10));
  // A dotted acronym shows its first letter and a period.
  open(gate, a);
}

export function* compileInSteps(
  notes: Iterable<Note>,
  { exact = false }: CompileOptions = {},
): Generator<void, ArrayBuffer> {
  const staging = new Staging(exact);
  let taken = 0;
  for (const note of notes) {
    staging.add(note);
    if (++taken % NOTES_A_STEP === 0) yield;
  }
  const keys = staging.keys.taken();
  const values = staging.values.taken();
  yield* sortByKey(keys, values);
  return yield* layOut(staging, keys, values);
}

/** The index of these notes. Notes come in the order of their packs; earlier ones win ties. */
export function compileGazetteer(notes: Iterable<Note>, options: CompileOptions = {}): ArrayBuffer {
  const steps = compileInSteps(notes, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Positions of the ordered table: each hash at its share of the range, or right after the one before it. */
function measure(keys: Uint32Array): { unique: number; spread: number; slots: number } {
  let unique = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) unique++;
  const spread = Math.max(16, Math.ceil(unique / FILL));
  let at = -1;
  for (let i = 0; i < keys.length; i++) {
    if (i === 0 || keys[i] !== keys[i - 1]) at = Math.max(at + 1, Math.floor(keys[i]! * (spread / 2 ** 32)));
  }
  return { unique, spread, slots: Math.max(spread, at + 1) + 1 };
}

function* layOut(staging: Staging, keys: Uint32Array, values: Uint32Array): Generator<void, ArrayBuffer> {
  const { spread, slots } = measure(keys);
  const bloomBits =
    2 **
    Math.ceil(Math.log2(Math.min(MAX_BLOOM_BITS, Math.max(MIN_BLOOM_BITS, staging.aliases * BLOOM_BITS_AN_ALIAS))));
  const { ids } = staging;
  let idBytes = 0;
  for (const id of ids) idBytes += id.length + 1;
  const gateAt = HEADER_WORDS * 4;
  const bloomAt = gateAt + GATE_BYTES * (staging.flags & FLAG_LOWER ? 2 : 1);
  const slotsAt = bloomAt + bloomBits / 8;
  const idsAt = slotsAt + slots * 8;
  const poolAt = idsAt + idBytes;
  const byteLength = (poolAt + staging.records.length + 3) & ~3;
  const buffer = new ArrayBuffer(byteLength);
  const bytes = new Uint8Array(buffer);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);

  bytes.set(staging.gate, gateAt);
  if (staging.flags & FLAG_LOWER) bytes.set(staging.smallGate, gateAt + GATE_BYTES);
  const bloom = new Int32Array(buffer, bloomAt, bloomBits / 32);
  for (const hashes of [staging.firsts.taken(), keys]) {
    for (let i = 0; i < hashes.length; i++) bloom[(hashes[i]! & (bloomBits - 1)) >> 5]! |= 1 << (hashes[i]! & 31);
  }
  let idAt = idsAt;
  for (const id of ids) {
    bytes[idAt++] = id.length;
    // Ids are ASCII (see isNoteId).
    for (let i = 0; i < id.length; i++) bytes[idAt++] = id.charCodeAt(i);
  }
  yield;
  yield* fill(new Uint32Array(buffer, slotsAt, slots * 2), spread, keys, values, staging, bytes, poolAt);

  const words: Partial<Record<keyof typeof H, number>> = {
    magic: MAGIC,
    format: FORMAT_VERSION,
    rules: RULES_VERSION,
    flags: staging.flags,
    byteLength,
    aliases: staging.aliases,
    notes: ids.length,
    gate: gateAt,
    bloom: bloomAt,
    bloomBits,
    slots: slotsAt,
    slotCount: slots,
    slotSpread: spread,
    ids: idsAt,
    pool: poolAt,
  };
  for (const [name, value] of Object.entries(words)) header[H[name as keyof typeof H]] = value;
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
    let lastFlags = -1;
    let stop = i;
    while (stop < keys.length && keys[stop] === key) {
      const value = values[stop++]!;
      if (value === NO_RECORD) {
        payload |= CONTINUES;
        continue;
      }
      if ((payload & TERMINAL) === 0) payload |= TERMINAL | (pool << OFFSET_SHIFT);
      const from = starts[value]!;
      const to = value + 1 < starts.length ? starts[value + 1]! : records.length;
      lastFlags = pool;
      for (let p = from; p < to; p++) bytes[pool++] = records[p]!;
    }
    if (lastFlags >= 0) bytes[lastFlags]! |= R.last;
    slot = Math.max(slot + 1, Math.floor(key * (spread / 2 ** 32)));
    table[2 * slot] = key;
    table[2 * slot + 1] = payload >>> 0;
    if (((i ^ stop) & ~0x3fff) !== 0) yield;
    i = stop;
  }
}
