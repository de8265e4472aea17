import { beforeEach, describe, expect, test } from 'vitest';
import { generateKey } from '../../../lib/packs/keys.ts';
import { createMemoryStore } from '../../../lib/store/open-store.ts';
import { createRecords } from '../../../lib/store/records.ts';
import type { Store } from '../../../lib/store/store.ts';
import { type CopyOffer, lookAtCopy, readCopy, takeCopy, writeCopy } from '../../../lib/sync/archive.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { day, recordOf, START, takeRevision } from '../store/held.ts';

const OWN = [
  { id: 'own/1', kind: 'unit', name: 'A name', note: null, text: 'Words “mine”.', written: '2026-11-20T10:00:00Z' },
];
const tools = () => ({
  now: () => START,
  random: () => 0.5,
  isOnline: () => true,
  signal: new AbortController().signal,
});

let publisher: Publisher;
let here: Store;
let there: Store;
beforeEach(async () => {
  publisher = await Publisher.create();
  here = createMemoryStore('test').store;
  there = createMemoryStore('test').store;
  await takeRevision(here, publisher, await publisher.publish(makePack(300), day(-3)));
  await takeRevision(here, publisher, await publisher.publish(makePack(310), day(-2)));
});

async function copyOf(store: Store, ids = ['example']): Promise<string> {
  const parts: string[] = [];
  for await (const part of writeCopy(store, ids, OWN)) parts.push(part);
  return parts.join('');
}
const look = async (text: string): Promise<CopyOffer> => lookAtCopy(readCopy(text).packs[0]!, there, tools());

async function notesIn(store: Store): Promise<string[]> {
  const records = await createRecords(store, await store.packs(), () => {});
  const found: string[] = [];
  for await (const { note } of records.everyNote()) found.push(JSON.stringify(note));
  return found.sort();
}

describe('a copy', () => {
  test('written here and read there is the same pack, verified by the same key, and asked for at the same place', async () => {
    const text = await copyOf(here);
    const copy = readCopy(text);
    expect(copy.own).toEqual(OWN);
    const offer = await look(text);
    expect(offer).toMatchObject({
      standing: 'new',
      offer: { url: 'https://example.example/pack.json', knownBy: 'first-use' },
    });
    expect(await there.packs()).toEqual([]);
    expect(await takeCopy(offer, there, tools())).toEqual({ kind: 'installed', revision: 2 });
    expect(await notesIn(there)).toEqual(await notesIn(here));
    expect(await there.record('example')).toMatchObject({ standing: 'active', highest: { revision: 2 } });
    // And out again: not a byte of it changed.
    expect(await copyOf(there)).toBe(text);
  });

  test('has only the packs that were asked for', async () => {
    expect(readCopy(await copyOf(here, [])).packs).toEqual([]);
  });

  test('taken twice changes nothing', async () => {
    await takeCopy(await look(await copyOf(here)), there, tools());
    expect((await look(await copyOf(here))).standing).toBe('older');
  });

  test('older than what is held is not taken, newer is', async () => {
    const old = await copyOf(here);
    await takeRevision(here, publisher, await publisher.publish(makePack(320), day(-1)));
    const fresh = await copyOf(here);
    await takeCopy(await look(old), there, tools());
    const offer = await look(fresh);
    expect(offer.standing).toBe('newer');
    await takeCopy(offer, there, tools());
    expect((await notesIn(there)).length).toBe(320);
    expect((await look(old)).standing).toBe('older');
  });

  test('of a pack that is known here under another key is told as that', async () => {
    await there.saveRecord({ ...recordOf('example'), roots: ['B'.repeat(43)] });
    expect((await look(await copyOf(here))).standing).toBe('other-keys');
  });

  test('a pack that was removed comes back from it, at its revision', async () => {
    await takeCopy(await look(await copyOf(here)), there, tools());
    await there.remove('example', { ...(await there.record('example'))!, standing: 'removed', nextAt: null });
    const offer = await look(await copyOf(here));
    expect(offer.standing).toBe('newer');
    expect(await takeCopy(offer, there, tools())).toEqual({ kind: 'installed', revision: 2 });
  });
});

describe('what a file says is believed for nothing', () => {
  type Raw = { packs: { files: Record<string, string> }[] };
  const changed = (text: string, change: (raw: Raw) => void): string => {
    const raw = JSON.parse(text) as Raw;
    change(raw);
    return JSON.stringify(raw);
  };

  test('a changed part is refused, and nothing of it is shown', async () => {
    const text = changed(await copyOf(here), ({ packs: [pack] }) => {
      for (const [path, bytes] of Object.entries(pack!.files)) {
        if (path !== 'pack.json') pack!.files[path] = `${bytes.slice(0, 40)}AAAA${bytes.slice(44)}`;
      }
    });
    expect(await takeCopy(await look(text), there, tools())).toMatchObject({
      kind: 'failed',
      failure: { code: 'damaged' },
    });
    expect(await there.packs()).toEqual([]);
  });

  test('a list signed by nobody is refused', async () => {
    const other = await Publisher.create();
    other.key = (await generateKey()).key;
    const forged = await publisher.packFile(publisher.revision!, [other.key]);
    const text = changed(await copyOf(here), ({ packs: [pack] }) => {
      pack!.files['pack.json'] = Buffer.from(forged).toString('base64url');
    });
    await expect(look(text)).rejects.toMatchObject({ code: 'signature' });
  });

  test.each([
    ['nothing', ''],
    ['not JSON', '{'],
    ['a list', '[]'],
    ['another file', '{"notes": []}'],
    ['a pack without an address', '{"format":"claim-context copy","version":1,"packs":[{"files":{}}]}'],
    [
      'a file that is not bytes',
      '{"format":"claim-context copy","version":1,"packs":[{"url":"https://a.example/","files":{"pack.json":"%"}}]}',
    ],
  ])('%s is no copy', (_, text) => {
    expect(() => readCopy(text)).toThrow(expect.objectContaining({ code: 'format' }));
  });

  test('a copy of a later version is told as that', () => {
    expect(() => readCopy('{"format":"claim-context copy","version":2}')).toThrow(
      expect.objectContaining({ code: 'too-new' }),
    );
  });
});
