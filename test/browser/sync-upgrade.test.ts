/** A store of the first version with 60 MB in it is opened by this one. Part of the long run: it is measured. */
import { expect, test } from 'vitest';
import type { NoteId } from '../../lib/notes/note.ts';
import { invariantsOf } from '../support/invariants.ts';
import { stopBackground } from '../support/stop-background.ts';
import { SyncingReader } from '../support/syncing.ts';

/** Blocks of 60,000 bytes that no pack names, as many as make 60 MB. */
const BLOCKS = 1_000;
/** The promise is 2 seconds on a machine that does nothing else. */
const MOST_MS = 2_000;

/** Puts the database back to its first version, with what it holds and 60 MB more; answers a number made of the blocks. */
const FIRST_VERSION = `(async () => {
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
  await put('derived', derived);
  for (let from = 0; from < ${BLOCKS}; from += 50) {
    await put('blocks', Array.from({ length: 50 }, (_, n) => {
      const bytes = new Uint8Array(60_000);
      crypto.getRandomValues(bytes);
      return { hash: 'mass-' + (from + n), at: 0, bytes };
    }));
  }
  old.close();
})()`;

test.each(['chromium', 'firefox'] as const)(
  '52: 60 MB of the first version (%s): opened within two seconds, and no block is written again',
  async (name) => {
    const reader = await SyncingReader.start(name, {
      ...(name === 'firefox' && { preferences: { 'extensions.background.idle.timeout': 1_000 } }),
    });
    try {
      const invariants = await invariantsOf(reader);
      const page = await reader.reader.desk();
      await stopBackground(reader.reader);
      await page.evaluate(FIRST_VERSION);
      await stopBackground(reader.reader);
      const usage = (): Promise<number> => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      const before = await usage();
      const from = performance.now();
      const card = await reader.reader.ask('getNoteCard', { note: 'official/vladimir-putin' as NoteId });
      const ms = Math.round(performance.now() - from);
      console.log(`${name}: first answer over 60 MB of the first version after ${ms} ms`);
      expect(card.ok).toBe(true);
      expect(ms).toBeLessThan(MOST_MS);
      // Written again, they would take their room a second time, until the browser clears up; some it takes for that itself.
      expect((await usage()) - before).toBeLessThan((BLOCKS * 60_000) / 2);
      expect(await reader.inStore('blocks')).toBeGreaterThan(BLOCKS);
      await invariants.hold();
    } finally {
      await reader.stop();
    }
  },
  180_000,
);
