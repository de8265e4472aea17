import { beforeAll, expect, test } from 'vitest';
import { writePublicKey } from '../../../lib/packs/keys.ts';
import { createStore } from '../../../lib/store/create-store.ts';
import { createMemoryTables } from '../../../lib/store/memory-tables.ts';
import { createRecords } from '../../../lib/store/records.ts';
import type { Store } from '../../../lib/store/store.ts';
import type { AllTables, Tables } from '../../../lib/store/tables.ts';
import { syncPack } from '../../../lib/sync/sync-pack.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { day, recordOf, START } from './held.ts';

/**
 * 32 to 34 and 84, over the store's own rules: the machine stops at any touch of any table, inside transactions as well,
 * and what was committed before is all there is at the next start.
 */

/** Tables on a machine that stops at the nth touch. */
function stoppable(tables: Tables): { tables: Tables; stopAt: (n: number) => void; touches: () => number } {
  let left = Number.POSITIVE_INFINITY;
  let touched = 0;
  const touch = (): void => {
    touched++;
    if (--left < 0) throw new Error('stopped');
  };
  const watched = (rows: object): object =>
    new Proxy(rows, {
      get(target, name) {
        const method = Reflect.get(target, name);
        if (typeof method !== 'function' || name === 'snapshot') return method;
        return async (...args: unknown[]) => {
          touch();
          return method.apply(target, args);
        };
      },
    });
  const names = Object.keys(tables).filter((name) => name !== 'write') as (keyof AllTables)[];
  const all = Object.fromEntries(names.map((name) => [name, watched(tables[name])])) as unknown as AllTables;
  return {
    tables: {
      ...all,
      write: (some, work) =>
        tables.write(some, async () => {
          const result = await work();
          // Stopped at the very end of a transaction it is as if it had not been.
          touch();
          return result;
        }),
    },
    stopAt: (n) => {
      left = n;
    },
    touches: () => touched,
  };
}

const OLD = 200;
const NEW = 230;
let publisher: Publisher;
let lists: { old: Uint8Array<ArrayBuffer>; next: Uint8Array<ArrayBuffer> };
beforeAll(async () => {
  publisher = await Publisher.create();
  await publisher.publish(makePack(OLD), day(-2));
  const old = publisher.files.get('pack.json')!;
  await publisher.publish(makePack(NEW, 1), day(-1), { rebase: true });
  lists = { old, next: publisher.files.get('pack.json')! };
});

const storeOver = (tables: Tables): Store =>
  createStore(tables, { memoryBecause: 'test', room: async () => undefined });

const sync = (store: Store, list: Uint8Array<ArrayBuffer>) =>
  syncPack('example', {
    store,
    fetch: async (url) => {
      const path = new URL(url).pathname.slice(1);
      return new Response(path === 'pack.json' ? list : publisher.files.get(path)!);
    },
    now: () => START,
    random: () => 0.5,
    isOnline: () => true,
    signal: new AbortController().signal,
    report: () => {},
    atOnce: 1,
  });

async function firstRevision(): Promise<Tables> {
  const tables = createMemoryTables();
  const store = storeOver(tables);
  await store.saveRecord({ ...recordOf('example'), roots: [writePublicKey(publisher.root)] });
  expect((await sync(store, lists.old)).kind).toBe('installed');
  return tables;
}

/** Notes and edition a reader sees, with nothing missing. */
async function shown(tables: Tables): Promise<string> {
  const store = storeOver(tables);
  const damage: string[] = [];
  const records = await createRecords(store, await store.packs(), (hash) => damage.push(hash));
  const editions = new Set<string>();
  let count = 0;
  for await (const { note } of records.everyNote()) {
    count++;
    editions.add(/edition (\d)/.exec(note.summary)![1]!);
  }
  expect(damage).toEqual([]);
  return `${count} of ${[...editions].join()}`;
}

test('32, 33: wherever it stops, the old or the new revision is whole, and the next run finishes', async () => {
  const counting = stoppable(await firstRevision());
  const before = counting.touches();
  expect((await sync(storeOver(counting.tables), lists.next)).kind).toBe('installed');
  const touches = counting.touches() - before;
  expect(touches).toBeGreaterThan(10);
  const seen = new Set<string>();
  for (let at = 0; at < touches; at++) {
    const disk = await firstRevision();
    const machine = stoppable(disk);
    machine.stopAt(at);
    await sync(storeOver(machine.tables), lists.next);
    const found = await shown(disk);
    seen.add(found);
    expect([`${OLD} of 0`, `${NEW} of 1`], `stopped at touch ${at}`).toContain(found);
    const { highest } = (await storeOver(disk).record('example'))!;
    expect(highest?.revision, `stopped at touch ${at}`).toBe(found === `${NEW} of 1` ? 2 : 1);
    await sync(storeOver(disk), lists.next);
    expect(await shown(disk), `after touch ${at}`).toBe(`${NEW} of 1`);
  }
  // Both ends were met: else the test would not have been there when the pointer moved.
  expect(seen.size).toBe(2);
});

test('50: stopped while a pack is removed, it is gone or whole, and its blocks are freed in the end', async () => {
  const counting = stoppable(await firstRevision());
  const before = counting.touches();
  await storeOver(counting.tables).remove('example');
  for (let at = 0; at < counting.touches() - before; at++) {
    const disk = await firstRevision();
    const machine = stoppable(disk);
    machine.stopAt(at);
    await storeOver(machine.tables)
      .remove('example')
      .catch(() => {});
    expect([`${OLD} of 0`, '0 of '], `stopped at touch ${at}`).toContain(await shown(disk));
    const isGone = (await shown(disk)) === '0 of ';
    // Gone from lookups, it is freed by the weekly look; else the reader removes it again.
    if (!isGone) await storeOver(disk).remove('example');
    await storeOver(disk).free(START + 1);
    expect(await disk.segments.all()).toEqual([]);
  }
});
