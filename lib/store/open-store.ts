import { openDatabase } from './database.ts';
import { createMemoryStore } from './memory.ts';
import { type Store, StoreError } from './store.ts';

/** Some browsers fail once to open a database just after start; a second try half a second later succeeds. */
const RETRY_AFTER_MS = 500;

/** The store of this browser: IndexedDB, or memory when it is refused. Never rejects. */
export async function openStore(wait: (ms: number) => Promise<void>): Promise<Store> {
  try {
    return await openDatabase().catch(async () => {
      await wait(RETRY_AFTER_MS);
      return openDatabase();
    });
  } catch (error) {
    return createMemoryStore(error instanceof StoreError ? error.code : 'storage');
  }
}
