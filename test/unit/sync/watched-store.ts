import type { Block, SegmentRef } from '../../../lib/packs/segment.ts';
import type { SyncRecord } from '../../../lib/packs/sync-state.ts';
import type { Pointer, SyncStore } from '../../../lib/packs/sync-store.ts';
import { createStore } from '../../../lib/store/create-store.ts';
import { createMemoryTables } from '../../../lib/store/memory-tables.ts';
import { createMemoryOwnNotes } from '../../../lib/store/own-notes.ts';

/** What a test may have happen before a call of the store does its work. */
export type Hook = (call: string) => void;

/**
 * The store of the product, over tables in memory, watched at the calls a sync makes. A call that throws before it began
 * has changed nothing, as a transaction that was killed; what a call resolved with stays, as what was committed does.
 */
export class WatchedStore implements SyncStore {
  readonly tables = createMemoryTables();
  readonly held = createStore(this.tables, { memoryBecause: 'test', room: async () => this.freeBytes });
  /** The reader's own notes: no sync code gets at them. */
  readonly own = createMemoryOwnNotes();
  freeBytes: number | undefined;
  before: Hook = () => {};
  readonly calls: string[] = [];

  async #call<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.before(name);
    this.calls.push(name);
    return work();
  }

  record(pack: string): Promise<SyncRecord | undefined> {
    return this.#call('record', () => this.held.record(pack));
  }
  saveRecord(record: SyncRecord): Promise<void> {
    return this.#call('saveRecord', () => this.held.saveRecord(record));
  }
  pointer(pack: string): Promise<Pointer | null> {
    return this.#call('pointer', () => this.held.pointer(pack));
  }
  present(hashes: readonly string[]): Promise<Set<string>> {
    return this.#call('present', () => this.held.present(hashes));
  }
  putSegment(ref: SegmentRef, blocks: readonly Block[], at: number): Promise<void> {
    return this.#call('putSegment', () => this.held.putSegment(ref, blocks, at));
  }
  flip(pointer: Pointer, record: SyncRecord): Promise<void> {
    return this.#call('flip', () => this.held.flip(pointer, record));
  }
  free(before: number): Promise<void> {
    return this.#call('free', () => this.held.free(before));
  }
  room(): Promise<number | undefined> {
    return this.#call('room', () => this.held.room());
  }
}
