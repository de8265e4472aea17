export interface FirstVersion {
  /** Whether the index of names stays, or has to be compiled again. */
  readonly keepsNames: boolean;
  /** Blocks of 60,000 random bytes that no pack names, to be put in besides. */
  readonly more: number;
}

/**
 * A script for a page of the extension: puts its database back to the first version (no index of segments, no order, no
 * records), with the packs, segments and blocks that are in it.
 */
export const toFirstVersion = ({ keepsNames, more }: FirstVersion): string => `(async () => {
  const request = (asked) => new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const now = await request(indexedDB.open('claim-context'));
  const read = (table) => request(now.transaction(table).objectStore(table).getAll());
  const [packs, segments, blocks, derived] = [await read('packs'), await read('segments'), await read('blocks'), await read('derived')];
  now.close();
  await request(indexedDB.deleteDatabase('claim-context'));
  const asked = indexedDB.open('claim-context', 10);
  asked.onupgradeneeded = () => {
    const db = asked.result;
    db.createObjectStore('packs', { keyPath: 'id' });
    db.createObjectStore('segments', { keyPath: 'hash' });
    db.createObjectStore('blocks', { keyPath: ['hash', 'at'] }).createIndex('hash', 'hash');
    db.createObjectStore('derived', { keyPath: 'name' });
    db.createObjectStore('probe', { keyPath: 'at' });
  };
  const old = await request(asked);
  const put = async (table, rows) => {
    const transaction = old.transaction(table, 'readwrite');
    for (const row of rows) transaction.objectStore(table).put(row);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  };
  await put('packs', packs.map(({ id, revision, segments, from }) => ({ id, revision, segments, from })));
  await put('segments', segments.map(({ hash, table }) => ({ hash, table })));
  await put('blocks', blocks);
  if (${keepsNames}) await put('derived', derived);
  for (let from = 0; from < ${more}; from += 50) {
    await put('blocks', Array.from({ length: 50 }, (_, n) => {
      const bytes = new Uint8Array(60_000);
      crypto.getRandomValues(bytes);
      return { hash: 'mass-' + (from + n), at: 0, bytes };
    }));
  }
  old.close();
})()`;
