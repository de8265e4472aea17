/** The rules of the store, over whatever tables: what belongs into one transaction, and what may be let go of. */
import type { Block, SegmentRef } from '../packs/segment.ts';
import type { SyncRecord } from '../packs/sync-state.ts';
import type { Pointer } from '../packs/sync-store.ts';
import { INDEX_FORM, indexOf, readPiece } from './segment-index.ts';
import { type HeldSegment, type NewPack, type PieceKey, type Store, type StoredPack, StoreError } from './store.ts';
import type { SegmentRow, Tables } from './tables.ts';

/** Segments freed in one transaction: a few megabytes, so that a lookup does not wait for it. */
const FREED_AT_ONCE = 50;

export interface StoreOptions {
  /** Why nothing is kept, or `null`. */
  readonly memoryBecause: string | null;
  /** Bytes that may still be stored, where that is known. */
  readonly room: () => Promise<number | undefined>;
}

/** Segments a pack row holds on to. */
const namedBy = ({ segments, previous }: StoredPack): readonly string[] => [...segments, ...(previous?.segments ?? [])];

export function createStore(tables: Tables, { memoryBecause, room }: StoreOptions): Store {
  const { packs, segments, blocks, places, derived, sync } = tables;

  async function putSegment(
    ref: Pick<SegmentRef, 'hash' | 'length'>,
    added: readonly Block[],
    at: number,
  ): Promise<void> {
    const { hash, length } = ref;
    const pieces = indexOf(added);
    const row: SegmentRow = {
      hash,
      length,
      at,
      table: added.map(({ raw, count, firstId }) => ({ raw, count, firstId })),
      ...(pieces && { pieces: pieces.length, form: INDEX_FORM }),
    };
    await tables.write(['segments', 'blocks', 'places'], async () => {
      await blocks.put(added.map(({ bytes }, n) => ({ hash, at: n, bytes })));
      await places.put((pieces ?? []).map((bytes, n) => ({ hash, at: n, bytes })));
      // Last: a segment is held once it has its row.
      await segments.put([row]);
    });
  }

  /** Rewrites a pack's pointer. To be called in a transaction over `packs` and `segments`. */
  async function point(pack: NewPack & Pick<StoredPack, 'file'>): Promise<void> {
    const rows = await segments.getMany(pack.segments);
    if (rows.includes(undefined))
      throw new StoreError('storage', 'A part of the pack is not held; nothing was changed.');
    const all = await packs.all();
    const held = all.find(({ id }) => id === pack.id);
    const isSame = held?.segments.join() === pack.segments.join();
    const previous = isSame ? held.previous : held && { revision: held.revision.revision, segments: held.segments };
    await packs.put([
      {
        ...pack,
        order: held?.order ?? Math.max(-1, ...all.map(({ order }) => order)) + 1,
        ...(held?.off && { off: true as const }),
        bytes: rows.reduce((sum, row) => sum + (row?.length ?? 0), 0),
        ...(previous && { previous }),
      },
    ]);
  }

  /** Frees those of the segments that no pack holds on to. */
  async function freeUnnamed(candidates: readonly string[]): Promise<void> {
    for (let from = 0; from < candidates.length; from += FREED_AT_ONCE) {
      const some = candidates.slice(from, from + FREED_AT_ONCE);
      await tables.write(['packs', 'segments', 'blocks', 'places'], async () => {
        const named = new Set((await packs.all()).flatMap(namedBy));
        await deleteSegments(some.filter((hash) => !named.has(hash)));
      });
    }
  }

  async function deleteSegments(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await segments.delete(hashes);
    await blocks.deleteOf(hashes);
    await places.deleteOf(hashes);
  }

  async function letGo(id: string, left?: SyncRecord): Promise<void> {
    const held = await packs.get(id);
    await tables.write(['packs', 'sync'], async () => {
      await packs.delete([id]);
      if (left) await sync.put([left]);
    });
    if (held) await freeUnnamed(namedBy(held));
  }

  async function changePacks(change: (pack: StoredPack) => StoredPack): Promise<void> {
    await tables.write(['packs'], async () => packs.put((await packs.all()).map(change)));
  }

  return {
    memoryBecause,
    room,
    packs: async () => (await packs.all()).sort((a, b) => a.order - b.order),
    records: () => sync.all(),
    record: (pack) => sync.get(pack),
    saveRecord: (record) => sync.put([record]),

    async pointer(pack) {
      const held = await packs.get(pack);
      if (!held) return null;
      const rows = await segments.getMany(held.segments);
      // A pointer is told oldest first; a segment that was lost has no length, and is not counted as present either.
      const refs = held.segments.map((hash, n) => ({ hash, length: rows[n]?.length ?? 0 })).reverse();
      return { revision: held.revision, segments: refs, ...(held.file && { file: held.file }) };
    },
    async present(hashes) {
      const rows = await segments.getMany(hashes);
      return new Set(hashes.filter((_, n) => rows[n] !== undefined));
    },
    putSegment,
    async flip({ revision, segments: refs, file }: Pointer, record) {
      const pack = {
        id: revision.manifest.id,
        revision,
        segments: refs.map(({ hash }) => hash).reverse(),
        from: 'synced' as const,
        ...(file && { file }),
      };
      await tables.write(['packs', 'segments', 'sync'], async () => {
        await point(pack);
        await sync.put([record]);
      });
    },
    async free(before) {
      const old = (await segments.all()).filter(({ at }) => (at ?? 0) < before);
      await freeUnnamed(old.map(({ hash }) => hash));
    },

    async install(pack, added, at) {
      for (const { blocks: opened, ...ref } of added) await putSegment(ref, opened, at);
      await tables.write(['packs', 'segments'], () => point(pack));
    },
    remove: letGo,
    setOrder: (ids) =>
      changePacks((pack) => {
        const at = ids.indexOf(pack.id);
        return { ...pack, order: at === -1 ? ids.length + pack.order : at };
      }),
    setUse: (id, use) =>
      changePacks((pack) => {
        if (pack.id !== id) return pack;
        const { off: _, ...on } = pack;
        return use ? on : { ...on, off: true };
      }),
    async segments(hashes) {
      const rows = (await segments.getMany(hashes)).flatMap((row) => row ?? []);
      const keys = rows.flatMap(({ hash, pieces }) =>
        Array.from({ length: pieces ?? 0 }, (_, n): PieceKey => [hash, n]),
      );
      const stored = await places.getMany(keys);
      const held = new Map<string, HeldSegment>();
      let at = 0;
      for (const { hash, length, table, pieces, form = 1 } of rows) {
        const some = stored.slice(at, at + (pieces ?? 0)).flatMap((piece) => (piece ? readPiece(piece.bytes) : []));
        at += pieces ?? 0;
        // An index with a gap, or of another form, would hide records; without one they are found by their blocks' first ids.
        const index = pieces !== undefined && some.length === pieces && form === INDEX_FORM ? some : null;
        held.set(hash, { hash, length: length ?? 0, table, index });
      }
      return held;
    },
    blocks: async (keys) => (await blocks.getMany(keys)).map((row) => row?.bytes),
    discard: (hashes) => tables.write(['segments', 'blocks', 'places'], () => deleteSegments(hashes)),
    derived: (name) => derived.get(name),
    saveDerived: (name, value) => derived.put([{ name, ...value }]),
  };
}
