import type { Check, Origin } from '../checks/check.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { PackRecord } from '../packs/pack.ts';
import { PackError } from '../packs/pack-error.ts';
import { readBlock } from '../packs/segment.ts';
import type { BlockTable, Store, StoredPack } from './store.ts';

/** Opened blocks kept in memory; at 40 records each this is some two thousand notes, a few megabytes. */
const KEPT_BLOCKS = 48;

/** A note and the pack it stands in. */
export interface HeldNote {
  readonly note: Note;
  readonly pack: StoredPack;
}

/** Reads the records of the installed packs. Packs come in the reader's order: the first that has a note gives it. */
export interface Records {
  notes(ids: Iterable<NoteId>): Promise<Map<NoteId, HeldNote>>;
  /** Every note, for compiling and searching; the earlier pack's of two with one id. */
  allNotes(): AsyncGenerator<HeldNote>;
  allChecks(): Promise<{ checks: Check[]; origins: Map<string, Origin> }>;
}

/** The block that would have the id: the last whose first id is not after it. `-1` when none can. */
function blockOf(table: BlockTable, id: string): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle]!.firstId <= id) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Rejects with `PackError` when a block that should be held is not, or cannot be opened. */
export async function createRecords(store: Store, packs: readonly StoredPack[]): Promise<Records> {
  const tables = await store.tables(packs.flatMap((pack) => pack.segments));
  const opened = new Map<string, Promise<readonly PackRecord[]>>();

  async function open(hash: string, at: number): Promise<readonly PackRecord[]> {
    const bytes = await store.block(hash, at);
    const row = tables.get(hash)?.[at];
    if (!bytes || !row) throw new PackError('storage', 'A part of the stored notes is missing.');
    return (await readBlock({ bytes, ...row })).records;
  }

  /** Records of a block; the least recently used are let go. */
  function recordsOf(hash: string, at: number): Promise<readonly PackRecord[]> {
    const key = `${hash} ${at}`;
    const found = opened.get(key) ?? open(hash, at);
    opened.delete(key);
    opened.set(key, found);
    if (opened.size > KEPT_BLOCKS) opened.delete(opened.keys().next().value!);
    found.catch(() => opened.delete(key));
    return found;
  }

  async function find(id: NoteId): Promise<HeldNote | undefined> {
    for (const pack of packs) {
      for (const hash of pack.segments) {
        const at = blockOf(tables.get(hash) ?? [], id);
        if (at < 0) continue;
        const record = (await recordsOf(hash, at)).find((each) => each.type === 'note' && each.value.id === id);
        if (record?.type === 'note') return { note: record.value, pack };
      }
    }
    return undefined;
  }

  async function* everyRecord(): AsyncGenerator<[PackRecord, StoredPack]> {
    for (const pack of packs) {
      for (const hash of pack.segments) {
        for (let at = 0; at < (tables.get(hash)?.length ?? 0); at++) {
          // Not through the cache: a walk over everything would push out what readers look at.
          for (const record of await open(hash, at)) yield [record, pack];
        }
      }
    }
  }

  return {
    async notes(ids) {
      const held = await Promise.all([...new Set(ids)].map(async (id) => [id, await find(id)] as const));
      return new Map(held.flatMap(([id, note]) => (note ? [[id, note] as const] : [])));
    },
    async *allNotes() {
      const seen = new Set<string>();
      for await (const [record, pack] of everyRecord()) {
        if (record.type !== 'note' || seen.has(record.value.id)) continue;
        seen.add(record.value.id);
        yield { note: record.value, pack };
      }
    },
    async allChecks() {
      const checks: Check[] = [];
      const origins = new Map<string, Origin>();
      for await (const [record] of everyRecord()) {
        if (record.type === 'check') checks.push(record.value);
        else if (record.type === 'origin' && !origins.has(record.value.id)) origins.set(record.value.id, record.value);
      }
      return { checks, origins };
    },
  };
}
