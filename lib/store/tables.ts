/**
 * The tables of the store, as little as its rules need of them: IndexedDB and memory both offer this, so that there is
 * one store and not two that agree by chance.
 */
import type { Bytes } from '../packs/bytes.ts';
import type { ChangeLog, Withdrawn } from '../packs/change-log.ts';
import type { SyncRecord } from '../packs/sync-state.ts';
import type { BlockTable, Derived, DerivedName, PieceKey, StoredPack } from './store.ts';

/** A segment without its blocks. `pieces`: of its index; absent when it was kept without one. */
export interface SegmentRow {
  readonly hash: string;
  readonly table: BlockTable;
  readonly length?: number;
  readonly pieces?: number;
  /** Form of its index; absent for the first. */
  readonly form?: number;
  /** When it was put, in milliseconds. */
  readonly at?: number;
}

/** One of the numbered values of a segment: a block, or a piece of its index. */
export interface PieceRow {
  readonly hash: string;
  readonly at: number;
  readonly bytes: Bytes;
}

/** A note that was on a card. */
export interface Seen {
  readonly key: string;
  readonly pack: string;
  readonly id: string;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Which statements it had then: `factKey` of each. */
  readonly facts: readonly number[];
}

export type DerivedRow = Derived & { readonly name: DerivedName };

export interface Rows<R, K> {
  get(key: K): Promise<R | undefined>;
  /** In the order of the keys. */
  getMany(keys: readonly K[]): Promise<(R | undefined)[]>;
  all(): Promise<R[]>;
  put(rows: readonly R[]): Promise<void>;
  delete(keys: readonly K[]): Promise<void>;
}

export interface Pieces extends Pick<Rows<PieceRow, PieceKey>, 'get' | 'getMany' | 'put'> {
  deleteOf(hashes: readonly string[]): Promise<void>;
}

export interface AllTables {
  readonly packs: Rows<StoredPack, string>;
  readonly segments: Rows<SegmentRow, string>;
  readonly blocks: Pieces;
  /** Pieces of the segments' indexes. */
  readonly places: Pieces;
  readonly derived: Rows<DerivedRow, string>;
  readonly sync: Rows<SyncRecord, string>;
  readonly changes: Rows<ChangeLog, string>;
  readonly seen: Rows<Seen, string>;
  readonly withdrawn: Rows<Withdrawn, string>;
}

export interface Tables extends AllTables {
  /** All of it or nothing, on disk before it resolves. The work touches these tables and awaits nothing else. */
  write<T>(tables: readonly (keyof AllTables)[], work: () => Promise<T>): Promise<T>;
}
