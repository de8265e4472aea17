import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Bytes } from '../packs/bytes.ts';
import { type BlockTable, type Derived, type DerivedName, type Store, type StoredPack, StoreError } from './store.ts';

interface SegmentRow {
  readonly hash: string;
  readonly table: BlockTable;
}

interface BlockRow {
  readonly hash: string;
  readonly at: number;
  readonly bytes: Bytes;
}

type DerivedRow = Derived & { readonly name: DerivedName };

/** The schema, every version kept. New versions add tables; they never rewrite big ones. */
class Database extends Dexie {
  readonly packs!: EntityTable<StoredPack, 'id'>;
  readonly segments!: EntityTable<SegmentRow, 'hash'>;
  readonly blocks!: Table<BlockRow, [hash: string, at: number]>;
  readonly derived!: EntityTable<DerivedRow, 'name'>;
  /** Written once at every start, to see whether writing is allowed. */
  readonly probe!: EntityTable<{ at: number }, 'at'>;

  constructor(name: string) {
    // A pointer flip must be on disk before anyone is told of it.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ packs: 'id', segments: 'hash', blocks: '[hash+at], hash', derived: 'name', probe: 'at' });
  }
}

const toStoreError = (error: unknown): StoreError => {
  const name = error instanceof Error ? error.name : '';
  const inner = (error as { inner?: { name?: string } }).inner?.name;
  // Firefox names a full disk in several ways; Dexie wraps some of them in an AbortError.
  return [name, inner].some((each) => each === 'QuotaExceededError')
    ? new StoreError('quota', 'There is not enough room to keep the notes.', error)
    : new StoreError('storage', 'The stored notes cannot be opened.', error);
};

/**
 * Opens the database and writes to it once, because some browsers open it and then refuse every write (Firefox in
 * permanent private mode). Rejects with `StoreError`.
 */
export async function openDatabase(name = 'claim-context'): Promise<Store> {
  const db = new Database(name);
  try {
    await db.open();
    await db.transaction('rw', db.probe, async () => {
      await db.probe.put({ at: 0 });
      await db.probe.clear();
    });
  } catch (error) {
    db.close();
    throw toStoreError(error);
  }
  return storeOver(db);
}

function storeOver(db: Database): Store {
  const failing = <T>(work: Promise<T>): Promise<T> => work.catch((error) => Promise.reject(toStoreError(error)));

  /** Frees the segments that no pointer names. */
  async function freeUnreferenced(): Promise<void> {
    const used = new Set((await db.packs.toArray()).flatMap((pack) => pack.segments));
    const unused = (await db.segments.toCollection().primaryKeys()).filter((hash) => !used.has(hash));
    await db.segments.bulkDelete(unused);
    await db.blocks.where('hash').anyOf(unused).delete();
  }

  return {
    memoryBecause: null,
    packs: () => failing(db.packs.toArray()),
    install: (pack, segments) =>
      failing(
        db.transaction('rw', db.packs, db.segments, db.blocks, async () => {
          for (const { hash, blocks } of segments) {
            await db.blocks.bulkPut(blocks.map(({ bytes }, at) => ({ hash, at, bytes })));
            await db.segments.put({ hash, table: blocks.map(({ bytes: _, ...row }) => row) });
          }
          await db.packs.put(pack);
          await freeUnreferenced();
        }),
      ),
    remove: (id) =>
      failing(
        db.transaction('rw', db.packs, db.segments, db.blocks, async () => {
          await db.packs.delete(id);
          await freeUnreferenced();
        }),
      ),
    tables: (hashes) =>
      failing(
        db.segments
          .bulkGet([...hashes])
          .then((rows) => new Map(rows.flatMap((row) => (row ? [[row.hash, row.table] as const] : [])))),
      ),
    block: (hash, at) => failing(db.blocks.get([hash, at])).then((row) => row?.bytes),
    derived: (which) => failing(db.derived.get(which)),
    saveDerived: (which, derived) => failing(db.derived.put({ name: which, ...derived })).then(() => {}),
  };
}
