/**
 * What is held on this machine, and the one way it changes. A pack is a pointer row over immutable, content-addressed
 * segments; a new revision goes live when its pointer is rewritten, in one transaction. Two implementations: IndexedDB
 * (`database.ts`) and memory (`memory.ts`), which works in full where IndexedDB is refused and keeps nothing.
 */
import type { Bytes } from '../packs/bytes.ts';
import type { PackRevision } from '../packs/revision.ts';
import type { Block } from '../packs/segment.ts';

/** One installed revision of a pack: what to read, in order. */
export interface StoredPack {
  readonly id: string;
  readonly revision: PackRevision;
  /** Hashes of the segments to read, newest first. */
  readonly segments: readonly string[];
  readonly from: 'bundled' | 'synced';
}

/** A verified segment, opened: what is kept of it. Blocks stay compressed, each small enough for one stored value. */
export interface StoredSegment {
  readonly hash: string;
  readonly blocks: readonly Block[];
}

/** What a segment's table says of its blocks, for finding a record without opening the others. */
export type BlockTable = readonly Omit<Block, 'bytes'>[];

/** Something derived from the installed packs, rebuilt when they change: never the only copy of anything. */
export interface Derived {
  /** Which packs it was made from: `generationOf`. */
  readonly generation: string;
  readonly bytes: ArrayBuffer;
}

export type DerivedName = 'gazetteer';

export interface Store {
  /** Why nothing is kept, or `null` when IndexedDB holds it. */
  readonly memoryBecause: string | null;
  packs(): Promise<StoredPack[]>;
  /** Puts the segments that are missing and flips the pointer, all or nothing. Rejects with `StoreError`. */
  install(pack: StoredPack, segments: readonly StoredSegment[]): Promise<void>;
  /** Takes a pack out; its segments are freed when no other pack has them. */
  remove(id: string): Promise<void>;
  /** The tables of the segments that are held, by hash. */
  tables(hashes: readonly string[]): Promise<Map<string, BlockTable>>;
  block(hash: string, at: number): Promise<Bytes | undefined>;
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

/** Names a set of installed packs: what derived data must match to be used. */
export const generationOf = (packs: readonly StoredPack[]): string =>
  packs.map((pack) => `${pack.id}:${pack.segments.join('+')}`).join(' ');
