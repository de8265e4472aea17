import type { Block, SegmentRef } from '../../../lib/packs/segment.ts';
import type { SyncRecord } from '../../../lib/packs/sync-state.ts';
import type { Pointer, SyncStore } from '../../../lib/packs/sync-store.ts';

/** What a test may have happen before a call of the store does its work. */
export type Hook = (call: string) => void;

/**
 * The store as a sync sees it, in memory. A call that throws has changed nothing, as a transaction that was killed; what
 * a call resolved with stays, as what was committed does.
 */
export class MemorySyncStore implements SyncStore {
  readonly records = new Map<string, SyncRecord>();
  readonly pointers = new Map<string, Pointer>();
  readonly segments = new Map<string, { readonly blocks: readonly Block[]; readonly at: number }>();
  /** The reader's own notes: no sync code gets at them. */
  readonly own = new Map([['own/1', 'mine']]);
  freeBytes: number | undefined;
  before: Hook = () => {};
  readonly calls: string[] = [];

  #call(name: string): void {
    this.before(name);
    this.calls.push(name);
  }

  async record(pack: string): Promise<SyncRecord | undefined> {
    this.#call('record');
    return this.records.get(pack);
  }

  async saveRecord(record: SyncRecord): Promise<void> {
    this.#call('saveRecord');
    this.records.set(record.pack, structuredClone(record));
  }

  async pointer(pack: string): Promise<Pointer | null> {
    this.#call('pointer');
    return this.pointers.get(pack) ?? null;
  }

  async present(hashes: readonly string[]): Promise<Set<string>> {
    this.#call('present');
    return new Set(hashes.filter((hash) => this.segments.has(hash)));
  }

  async putSegment({ hash }: SegmentRef, blocks: readonly Block[], at: number): Promise<void> {
    this.#call('putSegment');
    this.segments.set(hash, { blocks, at });
  }

  async flip(pointer: Pointer, record: SyncRecord): Promise<void> {
    this.#call('flip');
    for (const { hash } of pointer.segments)
      if (!this.segments.has(hash)) throw new Error(`segment ${hash} is not held`);
    this.pointers.set(record.pack, structuredClone(pointer));
    this.records.set(record.pack, structuredClone(record));
  }

  async drop(pack: string): Promise<void> {
    this.#call('drop');
    this.pointers.delete(pack);
  }

  async free(before: number): Promise<void> {
    this.#call('free');
    const named = new Set([...this.pointers.values()].flatMap(({ segments }) => segments.map(({ hash }) => hash)));
    for (const [hash, { at }] of this.segments) if (!named.has(hash) && at < before) this.segments.delete(hash);
  }

  async room(): Promise<number | undefined> {
    this.#call('room');
    return this.freeBytes;
  }
}
