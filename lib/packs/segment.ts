import { type Bytes, fromBytes, gunzip, gzip, hashOf, toBytes } from './bytes.ts';
import { LIMITS } from './limits.ts';
import type { PackRecord } from './pack.ts';
import { PackError } from './pack-error.ts';
import { decodeRecord } from './records.ts';
import { isObject } from './shape.ts';

/**
 * A segment: one immutable file of a pack. `NPK1`, the length of a table (32 bits, little-endian), the table as JSON,
 * then gzip blocks one after the other, each a JSON array of records in the order of their ids. Blocks are stored by
 * the reader as they came, so a note is read by inflating a few dozen records, never the whole pack.
 */

const MAGIC = toBytes('NPK1');

/** What a pack's signed list says of a segment. */
export interface SegmentRef {
  readonly hash: string;
  /** Bytes as stored. */
  readonly length: number;
  /** Bytes of all blocks when inflated. */
  readonly raw: number;
  /** Records in it. */
  readonly count: number;
}

/** A segment as it is written: its bytes beside what a list says of them. */
export interface Segment extends SegmentRef {
  readonly bytes: Bytes;
}

/** One block: its bytes, and what the table says of it. */
export interface Block {
  readonly bytes: Bytes;
  readonly raw: number;
  readonly count: number;
  readonly firstId: string;
  /** Ids of its records, once it has been opened; those that cannot be read are not among them. */
  readonly ids?: readonly string[];
}

/** A record as it lies in a segment: its id and its JSON. */
export interface Line {
  readonly id: string;
  readonly json: string;
}

// Blocks of 32 to 48 notes read in about 2 ms and still compress well.
const RECORDS_PER_BLOCK = 40;

/** Packs lines into as few blocks as the limits allow, halving a block that comes out too large. */
async function toBlocks(lines: readonly Line[]): Promise<Block[]> {
  const json = toBytes(`[${lines.map((line) => line.json).join(',')}]`);
  if (json.length <= LIMITS.blockRaw) {
    const bytes = await gzip(json);
    if (bytes.length <= LIMITS.block) {
      return [{ bytes, raw: json.length, count: lines.length, firstId: lines[0]!.id }];
    }
  }
  if (lines.length === 1) throw new PackError('limits', `The record ${lines[0]!.id} is too large for a block.`);
  const half = lines.length >> 1;
  return [...(await toBlocks(lines.slice(0, half))), ...(await toBlocks(lines.slice(half)))];
}

/** The file of these blocks. Its bytes follow from the blocks alone, so a reader that keeps blocks can make it again. */
export function writeSegment(blocks: readonly Omit<Block, 'ids'>[]): Bytes {
  let offset = 0;
  const table = blocks.map(({ bytes, raw, count, firstId }) => {
    offset += bytes.length;
    return [offset - bytes.length, bytes.length, raw, count, firstId];
  });
  const head = toBytes(JSON.stringify(table));
  const bytes = new Uint8Array(8 + head.length + offset);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint32(4, head.length, true);
  bytes.set(head, 8);
  let at = 8 + head.length;
  for (const block of blocks) {
    bytes.set(block.bytes, at);
    at += block.bytes.length;
  }
  return bytes;
}

async function toSegment(blocks: readonly Block[]): Promise<Segment> {
  const bytes = writeSegment(blocks);
  return {
    bytes,
    hash: await hashOf(bytes),
    length: bytes.length,
    raw: blocks.reduce((sum, block) => sum + block.raw, 0),
    count: blocks.reduce((sum, block) => sum + block.count, 0),
  };
}

/** The segments of a set of lines, in as many files as the limits ask for. The same lines give the same bytes. */
export async function buildSegments(lines: readonly Line[]): Promise<Segment[]> {
  const sorted = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const blocks: Block[] = [];
  for (let i = 0; i < sorted.length; i += RECORDS_PER_BLOCK) {
    blocks.push(...(await toBlocks(sorted.slice(i, i + RECORDS_PER_BLOCK))));
  }
  const segments: Segment[] = [];
  let batch: Block[] = [];
  let stored = 0;
  let raw = 0;
  for (const block of blocks) {
    // The table's share: about 60 bytes a block, and never more than an id and four numbers.
    const cost = block.bytes.length + block.firstId.length + 48;
    if (batch.length > 0 && (stored + cost > LIMITS.segment - 16 || raw + block.raw > LIMITS.segmentRaw)) {
      segments.push(await toSegment(batch));
      batch = [];
      stored = 0;
      raw = 0;
    }
    batch.push(block);
    stored += cost;
    raw += block.raw;
  }
  if (batch.length > 0) segments.push(await toSegment(batch));
  return segments;
}

const isCount = (value: unknown, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;

const refuse = (why: string): PackError =>
  new PackError('format', `A file of the pack is not in the pack format: ${why}.`);

/**
 * The blocks of a segment whose length and hash have been checked. Everything the table says is held against the file:
 * blocks follow each other without gap or overlap, and fill it to the last byte.
 */
export function readSegment(bytes: Bytes, ref: SegmentRef): Block[] {
  if (bytes.length < 8 || MAGIC.some((byte, i) => bytes[i] !== byte)) throw refuse('it does not begin as one');
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  if (8 + headLength > bytes.length) throw refuse('its table runs over the end');
  let table: unknown;
  let isAsWritten: boolean;
  try {
    const written = fromBytes(bytes.subarray(8, 8 + headLength));
    table = JSON.parse(written);
    // Inside as well: it overflows where a table is nested deeper than parsing minds.
    isAsWritten = JSON.stringify(table) === written;
  } catch {
    throw refuse('its table cannot be read');
  }
  if (!Array.isArray(table) || table.length > LIMITS.blocks) throw refuse('its table is no list of blocks');
  if (!isAsWritten) throw refuse('its table is not written as the format says');
  const start = 8 + headLength;
  let offset = 0;
  const blocks = table.map((row: unknown): Block => {
    if (!Array.isArray(row) || row.length !== 5) throw refuse('a row of its table has not five fields');
    const [at, length, raw, count, firstId] = row as unknown[];
    if (
      at !== offset ||
      !isCount(length, LIMITS.block) ||
      !isCount(raw, LIMITS.blockRaw) ||
      !isCount(count, LIMITS.records) ||
      typeof firstId !== 'string'
    ) {
      throw refuse('a block is out of place or too large');
    }
    offset += length;
    return { bytes: bytes.slice(start + offset - length, start + offset), raw, count, firstId };
  });
  if (start + offset !== bytes.length) throw refuse('its blocks do not fill it');
  const sum = (of: (block: Block) => number): number => blocks.reduce((total, block) => total + of(block), 0);
  if (sum((block) => block.raw) !== ref.raw || sum((block) => block.count) !== ref.count) {
    throw refuse('it does not hold what the signed list says');
  }
  return blocks;
}

/** Records of a block, decoded strictly; `unreadable` counts those left out. */
export interface BlockRecords {
  readonly records: readonly PackRecord[];
  readonly unreadable: number;
}

type Packed = Pick<Block, 'bytes' | 'raw' | 'count'>;

async function readRows(block: Packed): Promise<readonly unknown[]> {
  const json = await gunzip(block.bytes, block.raw);
  let rows: unknown;
  try {
    rows = JSON.parse(fromBytes(json));
  } catch (cause) {
    throw new PackError('format', 'A block of the pack is not JSON.', { cause });
  }
  if (!Array.isArray(rows) || rows.length !== block.count) throw refuse('a block does not hold the records it says');
  return rows;
}

const toRecord = (row: unknown): PackRecord | null => (isObject(row) ? decodeRecord(row, () => {}) : null);

/**
 * The records of a block; those that cannot be read are left out and counted. Throws a PackError when the block
 * itself is damaged.
 */
export async function readBlock(block: Packed): Promise<BlockRecords> {
  const rows = await readRows(block);
  const records = rows.flatMap((row) => toRecord(row) ?? []);
  return { records, unreadable: rows.length - records.length };
}

/** A block that is looked into: a record is decoded when it is asked for. */
export interface OpenBlock {
  find(id: string): PackRecord | undefined;
  all(): readonly PackRecord[];
}

/** Opens a block for lookups. Decoding all of it takes about as long as inflating and parsing it; one record, nothing. */
export async function openBlock(block: Packed): Promise<OpenBlock> {
  const rows = await readRows(block);
  const decoded: (PackRecord | null | undefined)[] = [];
  const at = (n: number): PackRecord | null => {
    decoded[n] ??= toRecord(rows[n]);
    return decoded[n];
  };
  const all = (): PackRecord[] => rows.flatMap((_, n) => at(n) ?? []);
  return {
    find(id) {
      const n = rows.findIndex((row) => isObject(row) && row.id === id);
      const record = n === -1 ? null : at(n);
      // An id with a character that is never seen in it is cleaned in decoding.
      return record?.value.id === id ? record : all().find(({ value }) => value.id === id);
    },
    all,
  };
}

/** A segment's records as they lie in it, for a publisher who builds the next one from it. */
export async function readLines(bytes: Bytes, ref: SegmentRef): Promise<Line[]> {
  const lines: Line[] = [];
  for (const block of readSegment(bytes, ref)) {
    const rows = JSON.parse(fromBytes(await gunzip(block.bytes, block.raw))) as { readonly id: string }[];
    for (const row of rows) lines.push({ id: row.id, json: JSON.stringify(row) });
  }
  return lines;
}

/** Every record of a segment; refused as a whole when more than a few cannot be read. */
export async function readRecords(bytes: Bytes, ref: SegmentRef): Promise<PackRecord[]> {
  const records: PackRecord[] = [];
  let unreadable = 0;
  for (const block of readSegment(bytes, ref)) {
    const read = await readBlock(block);
    records.push(...read.records);
    unreadable += read.unreadable;
  }
  if (unreadable > ref.count * LIMITS.unreadable)
    throw refuse(`${unreadable} of its ${ref.count} records cannot be read`);
  return records;
}

/** Whether bytes are the segment that was asked for; nothing of it is looked at before. */
export async function checkSegment(bytes: Bytes, ref: SegmentRef, file: string): Promise<void> {
  if (bytes.length !== ref.length) {
    throw new PackError(
      'damaged',
      `The file ${file} is ${bytes.length} bytes long instead of ${ref.length}: it was cut or changed.`,
      { file },
    );
  }
  if ((await hashOf(bytes)) !== ref.hash) {
    throw new PackError('damaged', `The file ${file} is not the one that was published: its hash differs.`, { file });
  }
}
