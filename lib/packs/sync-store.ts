import type { Bytes } from './bytes.ts';
import type { PackRevision } from './revision.ts';
import type { Block, SegmentRef } from './segment.ts';
import type { SyncRecord } from './sync-state.ts';

/**
 * What a sync asks of the store. Everything it writes before `flip` is invisible: segments that no pointer names. A kill
 * between any two calls leaves the old revision whole and loses at most one part.
 */
export interface SyncStore {
  record(pack: string): Promise<SyncRecord | undefined>;
  saveRecord(record: SyncRecord): Promise<void>;
  /** What the pack's pointer names, oldest first; `null` without a pointer. */
  pointer(pack: string): Promise<Pointer | null>;
  /** Of these, the segments that are held whole. */
  present(hashes: readonly string[]): Promise<Set<string>>;
  /** Keeps a verified segment, whole or not at all; `at` is when. */
  putSegment(ref: SegmentRef, blocks: readonly Block[], at: number): Promise<void>;
  /**
   * The pointer and the record in one transaction, on disk before it resolves. Rejects, and changes nothing, when a
   * segment the pointer names is not held whole.
   */
  flip(pointer: Pointer, record: SyncRecord): Promise<void>;
  /** Frees segments that no pointer names and that were put before `before`; a sync may be about to name the others. */
  free(before: number): Promise<void>;
  /** Bytes that may still be stored, where the browser tells. */
  room(): Promise<number | undefined>;
}

/** Which revision of a pack is live, and the segments it is read from, oldest first. */
export interface Pointer {
  readonly revision: PackRevision;
  readonly segments: readonly Pick<SegmentRef, 'hash' | 'length'>[];
  /** The pack.json it was taken from, as it came: what a copy of the pack is verified by elsewhere. */
  readonly file?: Bytes;
}
