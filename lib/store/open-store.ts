import Dexie from 'dexie';
import { createStore } from './create-store.ts';
import { createDexieTables, Database, roomLeft, toStoreError } from './dexie-tables.ts';
import { createHistory, type History } from './history.ts';
import { createMemoryTables } from './memory-tables.ts';
import { type Store, StoreError } from './store.ts';
import type { Tables } from './tables.ts';

const NAME = 'claim-context';

/** Some browsers fail once to open a database just after start; a second try half a second later succeeds. */
const RETRY_AFTER_MS = 500;

export interface OpenedStore {
  readonly store: Store;
  readonly history: History;
  /** Lets go of the database, so that it can be deleted. */
  close(): void;
}

const over = (tables: Tables, memoryBecause: string | null, close: () => void): OpenedStore => ({
  store: createStore(tables, { memoryBecause, room: memoryBecause === null ? roomLeft : async () => undefined }),
  history: createHistory(tables),
  close,
});

export const createMemoryStore = (because: string): OpenedStore => over(createMemoryTables(), because, () => {});

/**
 * Opens the database and writes to it once, because some browsers open it and then refuse every write (Firefox in
 * permanent private mode). Rejects with `StoreError`.
 */
async function openDatabase(): Promise<OpenedStore> {
  const db = new Database(NAME);
  try {
    await db.open();
    await db.transaction('rw', db.probe, async () => {
      await db.probe.put({ at: 0 });
      await db.probe.clear();
    });
  } catch (error) {
    db.close();
    throw await toStoreError(error);
  }
  return over(createDexieTables(db), null, () => db.close());
}

/** The store of this browser: IndexedDB, or memory when it is refused. Never rejects. */
export async function openStore(wait: (ms: number) => Promise<void>): Promise<OpenedStore> {
  try {
    return await openDatabase().catch(async () => {
      await wait(RETRY_AFTER_MS);
      return openDatabase();
    });
  } catch (error) {
    return createMemoryStore(error instanceof StoreError ? error.code : 'storage');
  }
}

/**
 * Deletes the packs and all that was derived from them, because the database is broken; a new one is made when it is
 * next opened. The reader's own notes are in another database and stay.
 */
export async function deleteStore(): Promise<void> {
  await Dexie.delete(NAME);
}
