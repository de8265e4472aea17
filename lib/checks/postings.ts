/**
 * The bytes of a check index: a table of hashed terms over one run of postings, used as stored, never parsed.
 *
 *   header   12 x u32   magic, version, documents, terms, average length x 1000, impact scale x 1e6, byte offsets
 *   hashes   u32 each   sorted; a term is found by bisection
 *   starts   u32 each   where its postings begin, one more than there are terms
 *   lengths  u8 each    length class of a document (see `lengthClass`)
 *   postings            (gap varint, impact byte) pairs, documents ascending
 *
 * Terms are kept as 32-bit hashes, not strings: 23,000 terms collide about once in sixteen builds, and a collision only
 * adds a stray word to a ranking. A posting's impact is the whole BM25 weight, so that a query is additions alone.
 */
import { lowerBound } from '../text/partition-point.ts';

export const MAGIC = 0x43_43_49_31; // "CCI1"
export const VERSION = 1;
export const HEADER_WORDS = 8;

/** FNV-1a over UTF-16 units: short, and the same on every machine. */
export function hashTerm(term: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < term.length; at++) {
    hash ^= term.charCodeAt(at);
    hash = Math.imul(hash, 0x01_00_01_93);
  }
  return hash >>> 0;
}

/** A term's postings while an index is built. */
export interface PostingList {
  readonly hash: number;
  readonly documents: readonly number[];
  /** 1 to 255, beside `documents`. */
  readonly impacts: readonly number[];
}

export interface PostingsHeader {
  readonly documents: number;
  readonly terms: number;
  /** What an impact of 255 stands for. */
  readonly scale: number;
}

/** The stored form, opened: views on one buffer. */
export interface Postings extends PostingsHeader {
  readonly bytes: ArrayBuffer;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly data: Uint8Array;
}

/** Why stored bytes are not an index. */
export class CheckIndexError extends Error {
  readonly code: 'not-an-index' | 'other-version' | 'truncated';
  constructor(code: CheckIndexError['code'], message: string) {
    super(message);
    this.name = 'CheckIndexError';
    this.code = code;
  }
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) length++;
  return length;
}

/** Lists in any order; each list's documents ascending. */
export function writePostings(lists: readonly PostingList[], header: Omit<PostingsHeader, 'terms'>): ArrayBuffer {
  const sorted = [...lists].sort((a, b) => a.hash - b.hash);
  let dataLength = 0;
  for (const { documents } of sorted) {
    let before = -1;
    for (const document of documents) {
      dataLength += varintLength(document - before) + 1;
      before = document;
    }
  }
  const bytes = new ArrayBuffer(4 * (HEADER_WORDS + sorted.length + sorted.length + 1) + dataLength);
  const words = new Uint32Array(bytes, 0, HEADER_WORDS);
  const hashes = new Uint32Array(bytes, 4 * HEADER_WORDS, sorted.length);
  const starts = new Uint32Array(bytes, 4 * (HEADER_WORDS + sorted.length), sorted.length + 1);
  const data = new Uint8Array(bytes, 4 * (HEADER_WORDS + 2 * sorted.length + 1));
  words.set([MAGIC, VERSION, header.documents, sorted.length, Math.round(header.scale * 1e6), dataLength]);
  let at = 0;
  sorted.forEach(({ hash, documents, impacts }, term) => {
    hashes[term] = hash;
    starts[term] = at;
    let before = -1;
    documents.forEach((document, n) => {
      let gap = document - before;
      before = document;
      for (; gap > 127; gap >>>= 7) data[at++] = (gap & 127) | 128;
      data[at++] = gap;
      data[at++] = impacts[n]!;
    });
  });
  starts[sorted.length] = at;
  return bytes;
}

/** Throws {@link CheckIndexError} when the bytes are not a whole index of this version. */
export function openPostings(bytes: ArrayBuffer): Postings {
  if (bytes.byteLength < 4 * HEADER_WORDS) throw new CheckIndexError('truncated', 'shorter than its header');
  const [magic, version, documents, terms, scale, dataLength] = new Uint32Array(bytes, 0, HEADER_WORDS);
  if (magic !== MAGIC) throw new CheckIndexError('not-an-index', 'other first word');
  if (version !== VERSION) throw new CheckIndexError('other-version', `version ${version}, not ${VERSION}`);
  const dataStart = 4 * (HEADER_WORDS + 2 * terms! + 1);
  if (bytes.byteLength !== dataStart + dataLength!) throw new CheckIndexError('truncated', 'other length than stated');
  return {
    bytes,
    documents: documents!,
    terms: terms!,
    scale: scale! / 1e6,
    hashes: new Uint32Array(bytes, 4 * HEADER_WORDS, terms),
    starts: new Uint32Array(bytes, 4 * (HEADER_WORDS + terms!), terms! + 1),
    data: new Uint8Array(bytes, dataStart),
  };
}

/** Position of a term's hash, or -1. */
export function findTerm({ hashes }: Postings, hash: number): number {
  const at = lowerBound(hashes, hash);
  return hashes[at] === hash ? at : -1;
}
