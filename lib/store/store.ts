/**
 * What is held on this machine, and the few ways it changes. A pack is a pointer row over immutable, content-addressed
 * segments; a new revision goes live when its pointer is rewritten, in one transaction. The rules stand in
 * `create-store.ts`, over tables that are IndexedDB (`dexie-tables.ts`) or memory (`memory-tables.ts`), which works in
 * full where IndexedDB is refused and keeps nothing. The reader's own notes are not here: see `own-notes.ts`.
 */
import type { Bytes } from '../packs/bytes.ts';
import type { PackRevision } from '../packs/revision.ts';
import type { Block } from '../packs/segment.ts';
import type { SyncRecord } from '../packs/sync-state.ts';
import type { SyncStore } from '../packs/sync-store.ts';
import type { SegmentIndex } from './segment-index.ts';

/** One installed revision of a pack: what to read, in order. */
export interface StoredPack {
  readonly id: string;
  readonly revision: PackRevision;
  /** Hashes of the segments to read, newest first. */
  readonly segments: readonly string[];
  readonly from: 'bundled' | 'synced';
  /** Where the reader put it; the lowest comes first. */
  readonly order: number;
  /** The reader does not use it: it is held, and not read. */
  readonly off?: true;
  /** Bytes stored. */
  readonly bytes: number;
  /** What was live before, kept until the next change: an open lookup may still read it, and changes are told from it. */
  readonly previous?: Previous;
  /** Its pack.json as it came; absent for a pack that came with the program. */
  readonly file?: Bytes;
}

export interface Previous {
  readonly revision: number;
  readonly segments: readonly string[];
}

/** What is given of a pack to install; the store knows the rest. */
export type NewPack = Pick<StoredPack, 'id' | 'revision' | 'segments' | 'from'>;

/** A verified segment, opened: what is kept of it. Blocks stay compressed, each small enough for one stored value. */
export interface StoredSegment {
  readonly hash: string;
  readonly length: number;
  readonly blocks: readonly Block[];
}

/** What a segment's table says of its blocks, for finding a record without opening the others. */
export type BlockTable = readonly Omit<Block, 'bytes' | 'ids'>[];

/** Which of a segment's numbered values. */
export type PieceKey = readonly [hash: string, at: number];

/** A segment as it is held. */
export interface HeldSegment {
  readonly hash: string;
  readonly length: number;
  readonly table: BlockTable;
  /** Where each record lies; `null` for one that was kept without. */
  readonly index: SegmentIndex | null;
}

/** Something derived from the installed packs, rebuilt when they change: never the only copy of anything. */
export interface Derived {
  /** Which packs it was made from: `generationOf`. */
  readonly generation: string;
  readonly bytes: ArrayBuffer;
}

export type DerivedName = 'gazetteer';

export interface Store extends SyncStore {
  /** Why nothing is kept, or `null` when IndexedDB holds it. */
  readonly memoryBecause: string | null;
  /** In the reader's order, those that are off among them. */
  packs(): Promise<StoredPack[]>;
  /** Puts the segments, then flips the pointer. Rejects with `StoreError`; a pack that was there stays whole. */
  install(pack: NewPack, segments: readonly StoredSegment[], at: number): Promise<void>;
  /** Takes a pack out of use at once, leaving `left` of it; its segments are freed afterwards, now or at a later start. */
  remove(id: string, left?: SyncRecord): Promise<void>;
  setOrder(ids: readonly string[]): Promise<void>;
  setUse(id: string, use: boolean): Promise<void>;
  /** Every pack that has or had a publisher here, those removed among them. */
  records(): Promise<SyncRecord[]>;
  segments(hashes: readonly string[]): Promise<Map<string, HeldSegment>>;
  /** Blocks as they are stored, several in one reading. */
  blocks(keys: readonly PieceKey[]): Promise<(Bytes | undefined)[]>;
  /** Lets go of segments that were found broken: they count as missing from then on and can be fetched anew. */
  discard(hashes: readonly string[]): Promise<void>;
  derived(name: DerivedName): Promise<Derived | undefined>;
  saveDerived(name: DerivedName, derived: Derived): Promise<void>;
}

/** The store could not do what was asked; nothing held was lost by it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'quota' | 'storage';

  constructor(code: 'quota' | 'storage', message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The packs that are read. */
export const inUse = (packs: readonly StoredPack[]): StoredPack[] => packs.filter(({ off }) => off !== true);

/** Names a set of installed packs: what derived data must match to be used. */
export const generationOf = (packs: readonly StoredPack[]): string =>
  packs.map((pack) => `${pack.id}:${pack.segments.join('+')}`).join(' ');
