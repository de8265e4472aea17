/**
 * Where each record of a segment lies: hashes of ids, sorted, with the block of each. A lookup searches a few thousand
 * numbers in every segment and opens one block, whatever the number of deltas; without it a note would be looked for by
 * opening a block of each. Six bytes a record, in pieces that fit a stored value (see LIMITS.block).
 */

import type { Bytes } from '../packs/bytes.ts';
import type { Block } from '../packs/segment.ts';
import { lowerBound } from '../text/partition-point.ts';

export type SegmentIndex = readonly IndexPiece[];

export interface IndexPiece {
  readonly hashes: Uint32Array;
  readonly blocks: Uint16Array;
}

/** Raised with any change of what a piece holds: an index of another form, older or newer, is not read. */
export const INDEX_FORM = 1;

/** Records a piece: 54,000 bytes. */
const RECORDS_A_PIECE = 9_000;

/** FNV-1a over UTF-16 units. Two ids of one hash are both looked at: nothing rests on their being different. */
export function hashOfId(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The pieces of a segment's index as they are stored; `null` when its blocks were not opened. */
export function indexOf(blocks: readonly Block[]): Bytes[] | null {
  const all: { hash: number; block: number }[] = [];
  for (const [block, { ids }] of blocks.entries()) {
    if (!ids) return null;
    for (const id of ids) all.push({ hash: hashOfId(id), block });
  }
  const pieces: Bytes[] = [];
  for (let from = 0; from < all.length; from += RECORDS_A_PIECE) {
    const some = all.slice(from, from + RECORDS_A_PIECE).sort((a, b) => a.hash - b.hash);
    const bytes = new Uint8Array(some.length * 6);
    new Uint32Array(bytes.buffer, 0, some.length).set(some.map(({ hash }) => hash));
    new Uint16Array(bytes.buffer, some.length * 4, some.length).set(some.map(({ block }) => block));
    pieces.push(bytes);
  }
  return pieces;
}

/** A stored piece, used in place. */
export function readPiece(bytes: Bytes): IndexPiece {
  const count = Math.floor(bytes.length / 6);
  // A stored value has a buffer of its own, so its parts are aligned.
  const { buffer } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const at = bytes.byteOffset % 4 === 0 ? bytes.byteOffset : 0;
  return { hashes: new Uint32Array(buffer, at, count), blocks: new Uint16Array(buffer, at + count * 4, count) };
}

/** The blocks that may hold the id: one as a rule, none when the segment does not have it. */
export function blocksWith(index: SegmentIndex, id: string): number[] {
  const hash = hashOfId(id);
  const found = new Set<number>();
  for (const { hashes, blocks } of index) {
    const first = lowerBound(hashes, hash);
    for (let at = first; hashes[at] === hash; at++) found.add(blocks[at]!);
  }
  return [...found];
}
