import Dexie, { type EntityTable, type Table } from 'dexie';
import type { ChangeLog, Withdrawn } from '../packs/change-log.ts';
import type { SyncRecord } from '../packs/sync-state.ts';
import { type PieceKey, type StoredPack, StoreError } from './store.ts';
import type { AllTables, DerivedRow, PieceRow, Pieces, Rows, Seen, SegmentRow, Tables } from './tables.ts';

/** The schema, every version kept. New versions add tables; they never rewrite big ones. */
export class Database extends Dexie {
  readonly packs!: EntityTable<StoredPack, 'id'>;
  readonly segments!: EntityTable<SegmentRow, 'hash'>;
  readonly blocks!: Table<PieceRow, PieceKey>;
  readonly places!: Table<PieceRow, PieceKey>;
  readonly derived!: EntityTable<DerivedRow, 'name'>;
  readonly sync!: EntityTable<SyncRecord, 'pack'>;
  readonly changes!: EntityTable<ChangeLog, 'key'>;
  readonly seen!: EntityTable<Seen, 'key'>;
  readonly withdrawn!: EntityTable<Withdrawn, 'key'>;
  /** Written once at every start, to see whether writing is allowed. */
  readonly probe!: EntityTable<{ at: number }, 'at'>;

  constructor(name: string) {
    // A pointer flip must be on disk before anyone is told of it.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ packs: 'id', segments: 'hash', blocks: '[hash+at], hash', derived: 'name', probe: 'at' });
    this.version(2)
      .stores({ places: '[hash+at], hash', sync: 'pack', changes: 'key', seen: 'key', withdrawn: 'key' })
      .upgrade((transaction) =>
        // A handful of rows; segments of version 1 have no index and are read without.
        transaction.table('packs').toCollection().modify({ order: 0, bytes: 0 }),
      );
  }
}

/** Share of the quota in use from which a failed write is put down to a full disk. */
const NEARLY_FULL = 0.95;
/** Errors a full disk has been told as, in Firefox most of all, when it is not told as what it is. */
const VAGUE = new Set(['UnknownError', 'AbortError', 'InvalidStateError', 'TransactionInactiveError', 'DataError']);

/** The names an error goes by: its own, and that of what Dexie wrapped. */
const namesOf = (error: unknown): string[] => {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return [name, inner?.name].flatMap((each) => each ?? []);
};

async function isNearlyFull(): Promise<boolean> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate().catch(() => ({}) as StorageEstimate);
  return quota > 0 && usage > quota * NEARLY_FULL;
}

export async function toStoreError(error: unknown): Promise<StoreError> {
  if (error instanceof StoreError) return error;
  const names = namesOf(error);
  const isFull =
    names.includes('QuotaExceededError') || (names.some((name) => VAGUE.has(name)) && (await isNearlyFull()));
  return isFull
    ? new StoreError('quota', 'There is not enough room to keep the notes.', error)
    : new StoreError('storage', 'The stored notes cannot be opened.', error);
}

/** Bytes that may still be stored; `undefined` where the browser does not tell. */
export async function roomLeft(): Promise<number | undefined> {
  const { usage, quota } = await navigator.storage.estimate().catch(() => ({}) as StorageEstimate);
  return usage === undefined || quota === undefined ? undefined : Math.max(0, quota - usage);
}

/** A connection the browser closed: by a newer version in another tab, by its own trouble, by clearing data. */
const CLOSED = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError']);
/** Browsers that lost a connection need a moment before they give another. */
const REOPEN_AFTER_MS = 500;

export function createDexieTables(db: Database): Tables {
  /** Does it, once more over a new connection when the old one is gone; fails with a `StoreError`. */
  async function attempt<T>(work: () => PromiseLike<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // Inside a transaction the transaction as a whole is tried again.
      if (Dexie.currentTransaction || !namesOf(error).some((name) => CLOSED.has(name))) throw await toStoreError(error);
    }
    try {
      await new Promise((resolve) => setTimeout(resolve, REOPEN_AFTER_MS));
      db.close({ disableAutoOpen: false });
      await db.open();
      return await work();
    } catch (error) {
      throw await toStoreError(error);
    }
  }

  function rows<R, K>(table: Table<R, K>): Rows<R, K> {
    return {
      get: (key) => attempt(() => table.get(key as never)),
      getMany: (keys) => attempt(() => table.bulkGet([...keys])),
      all: () => attempt(() => table.toArray()),
      put: (added) => attempt(async () => void (await table.bulkPut([...added]))),
      delete: (keys) => attempt(() => table.bulkDelete([...keys])),
    };
  }

  function pieces(table: Table<PieceRow, PieceKey>): Pieces {
    return {
      ...rows(table),
      deleteOf: (hashes) =>
        attempt(async () => {
          await table
            .where('hash')
            .anyOf([...hashes])
            .delete();
        }),
    };
  }

  const all: AllTables = {
    packs: rows(db.packs as unknown as Table<StoredPack, string>),
    segments: rows(db.segments as unknown as Table<SegmentRow, string>),
    blocks: pieces(db.blocks),
    places: pieces(db.places),
    derived: rows(db.derived as unknown as Table<DerivedRow, string>),
    sync: rows(db.sync as unknown as Table<SyncRecord, string>),
    changes: rows(db.changes as unknown as Table<ChangeLog, string>),
    seen: rows(db.seen as unknown as Table<Seen, string>),
    withdrawn: rows(db.withdrawn as unknown as Table<Withdrawn, string>),
  };
  return {
    ...all,
    // Async itself: only then does Dexie keep the transaction through the awaits inside.
    write: (names, work) => attempt(() => db.transaction('rw', [...names], async () => work())),
  };
}
