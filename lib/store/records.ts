/**
 * Reads the records of the installed packs. A pack is its segments laid over each other, newest first: the first that
 * has an id gives its record, and a withdrawal there hides what older ones have. Packs are never laid over each other:
 * a subject of two packs is handed over twice, in the reader's order.
 */

import type { Check, Origin } from '../checks/check.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { Bytes } from '../packs/bytes.ts';
import { LIMITS } from '../packs/limits.ts';
import type { PackRecord } from '../packs/pack.ts';
import { PackError } from '../packs/pack-error.ts';
import { type OpenBlock, openBlock } from '../packs/segment.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { blocksWith } from './segment-index.ts';
import type { HeldSegment, PieceKey, Store, StoredPack } from './store.ts';

/** Opened blocks kept in memory; at 40 records each this is some two thousand notes, a few megabytes. */
const KEPT_BLOCKS = 48;

/** A note and the pack it stands in. */
export interface HeldNote {
  readonly note: Note;
  readonly pack: StoredPack;
}

export interface Records {
  /** What each pack that has it says of a subject, in the reader's order; never an empty list. */
  notes(ids: Iterable<NoteId>): Promise<Map<NoteId, readonly HeldNote[]>>;
  /** Every note of every pack; a subject of two packs comes twice. */
  everyNote(): AsyncGenerator<HeldNote>;
  allChecks(): Promise<{ checks: Check[]; origins: Map<string, Origin> }>;
}

/** The records of one set of segments. */
export interface PackView {
  /** The record that counts for an id; nothing when it was withdrawn or never there. */
  find(id: string): Promise<PackRecord | undefined>;
  /** Records that count, each once, withdrawals left out. */
  live(): AsyncGenerator<PackRecord>;
  /** Every record of one segment. */
  within(hash: string): AsyncGenerator<PackRecord>;
}

/** Told of a segment with a part that is missing or cannot be read; what is left of the pack is read all the same. */
export type OnDamage = (hash: string) => void;

export type BlockReader = (segment: HeldSegment, at: number, keep?: boolean) => Promise<OpenBlock>;

/** Opens blocks, and keeps those that were looked at last. Rejects with `PackError`. */
export function createBlockReader(store: Pick<Store, 'blocks'>): BlockReader {
  const opened = new Map<string, Promise<OpenBlock>>();

  /** An article asks for twenty blocks at once, each of which would be a transaction: they are read together. */
  let wanted: PieceKey[] = [];
  let reading: Promise<(Bytes | undefined)[]> | undefined;
  async function stored(hash: string, at: number): Promise<Bytes | undefined> {
    const n = wanted.push([hash, at]) - 1;
    reading ??= Promise.resolve().then(() => {
      const keys = wanted;
      wanted = [];
      reading = undefined;
      return store.blocks(keys);
    });
    return (await reading)[n];
  }

  async function open({ hash, table }: HeldSegment, at: number): Promise<OpenBlock> {
    const bytes = await stored(hash, at);
    const row = table[at];
    if (!bytes || !row) throw new PackError('storage', 'A part of the stored notes is missing.', { file: hash });
    return openBlock({ bytes, ...row });
  }

  return (segment, at, keep = true) => {
    const key = `${segment.hash} ${at}`;
    const found = opened.get(key);
    // A walk over everything is not kept: it would push out what readers look at.
    if (!keep) return found ?? open(segment, at);
    const read = found ?? open(segment, at);
    opened.delete(key);
    opened.set(key, read);
    if (opened.size > KEPT_BLOCKS) opened.delete(opened.keys().next().value!);
    read.catch(() => opened.delete(key));
    return read;
  };
}

/** The block that would have the id: the last whose first id is not after it; for segments without an index. */
function blocksByFirstId({ table }: HeldSegment, id: string): number[] {
  const after = partitionPoint(table.length, (at) => table[at]!.firstId <= id);
  return after === 0 ? [] : [after - 1];
}

/** `segments` newest first, as a pack names them. */
export function createPackView(
  segments: readonly string[],
  held: ReadonlyMap<string, HeldSegment>,
  read: BlockReader,
  onDamage: OnDamage,
): PackView {
  async function tryRead(segment: HeldSegment, at: number, keep: boolean): Promise<OpenBlock | null> {
    try {
      return await read(segment, at, keep);
    } catch {
      onDamage(segment.hash);
      return null;
    }
  }

  async function* within(hash: string): AsyncGenerator<PackRecord> {
    const segment = held.get(hash);
    if (!segment) return onDamage(hash);
    for (let at = 0; at < segment.table.length; at++) {
      const block = await tryRead(segment, at, false);
      if (block) yield* block.all();
    }
  }

  return {
    within,
    async find(id) {
      for (const hash of segments) {
        const segment = held.get(hash);
        if (!segment) {
          onDamage(hash);
          continue;
        }
        const places = segment.index ? blocksWith(segment.index, id) : blocksByFirstId(segment, id);
        for (const at of places) {
          const record = (await tryRead(segment, at, true))?.find(id);
          if (record) return record.type === 'withdrawn' ? undefined : record;
        }
      }
      return undefined;
    },
    async *live() {
      const seen = new Set<string>();
      for (const hash of segments) {
        for await (const record of within(hash)) {
          if (seen.has(record.value.id)) continue;
          seen.add(record.value.id);
          if (record.type !== 'withdrawn') yield record;
        }
      }
    },
  };
}

/** Records of these packs, as they are now. */
export async function createRecords(
  store: Pick<Store, 'blocks' | 'segments'>,
  packs: readonly StoredPack[],
  onDamage: OnDamage,
): Promise<Records> {
  const held = await store.segments(packs.flatMap((pack) => pack.segments));
  const read = createBlockReader(store);
  const views = packs.map((pack) => ({ pack, view: createPackView(pack.segments, held, read, onDamage) }));

  async function find(id: NoteId): Promise<HeldNote[]> {
    const found = await Promise.all(views.map(async ({ pack, view }) => ({ pack, record: await view.find(id) })));
    return found.flatMap(({ pack, record }) => (record?.type === 'note' ? { note: record.value, pack } : []));
  }

  return {
    async notes(ids) {
      const notes = await Promise.all([...new Set(ids)].map(async (id) => [id, await find(id)] as const));
      return new Map(notes.filter(([, some]) => some.length > 0));
    },
    async *everyNote() {
      for (const { pack, view } of views) {
        let names = 0;
        for await (const { type, value } of view.live()) {
          if (type !== 'note') continue;
          names += value.aliases.length;
          // A pack may hold more than its list says; what is beyond the limit is not looked for on pages.
          yield { note: names <= LIMITS.aliases ? value : { ...value, aliases: [] }, pack };
        }
      }
    },
    async allChecks() {
      const checks: Check[] = [];
      const origins = new Map<string, Origin>();
      for (const { view } of views) {
        for await (const record of view.live()) {
          if (record.type === 'check') checks.push(record.value);
          else if (record.type === 'origin' && !origins.has(record.value.id)) {
            origins.set(record.value.id, record.value);
          }
        }
      }
      return { checks, origins };
    },
  };
}
