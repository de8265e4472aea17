import type { Block, SegmentRef } from '../../../lib/packs/segment.ts';
import type { SyncRecord } from '../../../lib/packs/sync-state.ts';
import type { Pointer, SyncStore } from '../../../lib/packs/sync-store.ts';

/** The store as a sync sees it, in memory and as small as it can be: thousands of readers have one each. */
export class MemorySyncStore implements SyncStore {
  readonly records = new Map<string, SyncRecord>();
  readonly pointers = new Map<string, Pointer>();
  readonly segments = new Map<string, { readonly blocks: readonly Block[]; readonly at: number }>();

  async record(pack: string): Promise<SyncRecord | undefined> {
    return this.records.get(pack);
  }

  async saveRecord(record: SyncRecord): Promise<void> {
    this.records.set(record.pack, structuredClone(record));
  }

  async pointer(pack: string): Promise<Pointer | null> {
    return this.pointers.get(pack) ?? null;
  }

  async present(hashes: readonly string[]): Promise<Set<string>> {
    return new Set(hashes.filter((hash) => this.segments.has(hash)));
  }

  async putSegment({ hash }: SegmentRef, blocks: readonly Block[], at: number): Promise<void> {
    this.segments.set(hash, { blocks, at });
  }

  async flip(pointer: Pointer, record: SyncRecord): Promise<void> {
    for (const { hash } of pointer.segments)
      if (!this.segments.has(hash)) throw new Error(`segment ${hash} is not held`);
    this.pointers.set(record.pack, structuredClone(pointer));
    this.records.set(record.pack, structuredClone(record));
  }

  async free(before: number): Promise<void> {
    const named = new Set([...this.pointers.values()].flatMap(({ segments }) => segments.map(({ hash }) => hash)));
    for (const [hash, { at }] of this.segments) if (!named.has(hash) && at < before) this.segments.delete(hash);
  }

  async room(): Promise<number | undefined> {
    return undefined;
  }
}
