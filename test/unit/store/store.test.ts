import { beforeEach, describe, expect, test } from 'vitest';
import type { NoteId } from '../../../lib/notes/note.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import { openSegment } from '../../../lib/store/install-bundle.ts';
import { createMemoryStore } from '../../../lib/store/open-store.ts';
import { titleAmong } from '../../../lib/store/pack-title.ts';
import { createRecords } from '../../../lib/store/records.ts';
import { type Store, StoreError } from '../../../lib/store/store.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { day, note, packOf, recordOf, START, takeRevision } from './held.ts';

let publisher: Publisher;
let store: Store;
beforeEach(async () => {
  publisher = await Publisher.create();
  ({ store } = createMemoryStore('test'));
});

/** Names of the notes a reader would find now. */
async function names(): Promise<string[]> {
  const records = await createRecords(store, await store.packs(), () => {});
  const found: string[] = [];
  for await (const held of records.everyNote()) found.push(held.note.name);
  return found.sort();
}

const hashes = async (): Promise<readonly string[]> => (await store.packs())[0]!.segments;

test('70: what a pack withdraws is its own; a note of that id in another pack stays', async () => {
  const A = [note('unit/a', 'First'), note('unit/b', 'Second')];
  await takeRevision(store, publisher, await publisher.publish(packOf(A), day(-2)));
  const other = await Publisher.create();
  other.pack = 'other';
  const gone = { type: 'withdrawn', value: { id: 'unit/a', reason: 'Not so.' } } as const;
  await takeRevision(store, other, await other.publish(packOf([note('unit/c', 'Third'), gone], 'other'), day(-1)));
  expect(await names()).toEqual(['First', 'Second', 'Third']);
  // Whatever order the reader has them in.
  await store.setOrder(['other', 'example']);
  expect(await names()).toEqual(['First', 'Second', 'Third']);
  const records = await createRecords(store, await store.packs(), () => {});
  const found = await records.notes([A[0]!.value.id as NoteId]);
  expect([...found.values()].map((held) => held.map(({ pack }) => pack.id))).toEqual([['example']]);
});

test.each([
  ['Example pack', 'Example pack (other)'],
  ['EXAMPLE PACK!', 'EXAMPLE PACK! (other)'],
  ['Example pack two', 'Example pack two'],
])('71: a pack from elsewhere that calls itself “%s” is named “%s” on cards', async (title, named) => {
  const official = await publisher.publish(packOf([note('unit/a', 'First')]), day(-2));
  const [ref] = official.base.parts;
  const { blocks } = await openSegment(publisher.files.get(fileOf(ref!))!, ref!);
  const bundled = { id: 'example', revision: official, segments: [ref!.hash], from: 'bundled' } as const;
  await store.install(bundled, [{ ...ref!, blocks }], START);
  const other = await Publisher.create();
  other.pack = 'other';
  await takeRevision(store, other, await other.publish(packOf([note('unit/b', 'Second')], 'other', title), day(-1)));
  const packs = await store.packs();
  expect(packs.map((pack) => titleAmong(pack, packs))).toEqual(['Example pack', named]);
});

describe('a pointer', () => {
  test('names only what is held whole; a flip that would not changes nothing', async () => {
    const first = await publisher.publish(makePack(50), day(-2));
    await takeRevision(store, publisher, first);
    const next = await publisher.publish(makePack(51), day(-1));
    const segments = [...(await store.pointer('example'))!.segments, next.deltas.at(-1)!];
    await expect(store.flip({ revision: next, segments }, { ...recordOf('example'), pollHours: 12 })).rejects.toThrow(
      StoreError,
    );
    expect((await store.packs())[0]!.revision.revision).toBe(1);
    expect((await store.record('example'))!.pollHours).toBe(6);
    expect((await names()).length).toBe(50);
  });

  test('is told oldest first, with lengths, and as the list came', async () => {
    await takeRevision(store, publisher, await publisher.publish(makePack(50), day(-2)));
    const next = await publisher.publish(makePack(51), day(-1));
    await takeRevision(store, publisher, next);
    const pointer = (await store.pointer('example'))!;
    expect(pointer.segments.map(({ hash }) => hash)).toEqual([next.base.parts[0]!.hash, next.deltas[0]!.hash]);
    expect(pointer.segments[0]!.length).toBe(next.base.parts[0]!.length);
    expect(pointer.file).toEqual(publisher.files.get('pack.json'));
  });

  test('keeps the revision before until the next one: an open lookup may still read it', async () => {
    await takeRevision(store, publisher, await publisher.publish(makePack(50), day(-30)), START - 40 * 86_400_000);
    const old = await hashes();
    await takeRevision(
      store,
      publisher,
      await publisher.publish(makePack(60, 1), day(-20), { rebase: true }),
      START - 30 * 86_400_000,
    );
    await store.free(START);
    expect((await store.present(old)).size).toBe(old.length);
    await takeRevision(
      store,
      publisher,
      await publisher.publish(makePack(70, 2), day(-10), { rebase: true }),
      START - 20 * 86_400_000,
    );
    await store.free(START);
    expect((await store.present(old)).size).toBe(0);
    expect((await names()).length).toBe(70);
  });

  test('a confirmation without news keeps what the last change was compared with', async () => {
    await takeRevision(store, publisher, await publisher.publish(makePack(50), day(-3)));
    await takeRevision(store, publisher, await publisher.publish(makePack(51), day(-2)));
    const { previous } = (await store.packs())[0]!;
    await takeRevision(store, publisher, await publisher.publish(makePack(51), day(-1)));
    expect((await store.packs())[0]!).toMatchObject({ revision: { revision: 3 }, previous });
  });
});

describe('what is let go of', () => {
  test('segments of a sync that was broken off are kept for a week', async () => {
    const first = await publisher.publish(makePack(50), day(-2));
    await takeRevision(store, publisher, first);
    await store.putSegment({ hash: 'staged', length: 1, raw: 1, count: 0 }, [], START);
    await store.free(START - 1);
    expect((await store.present(['staged'])).size).toBe(1);
    await store.free(START + 1);
    expect((await store.present(['staged'])).size).toBe(0);
  });

  test('50: a removed pack is gone at once, its blocks afterwards, and a tombstone is left', async () => {
    await takeRevision(store, publisher, await publisher.publish(makePack(50), day(-2)));
    const old = await hashes();
    await store.remove('example', { ...recordOf('example'), standing: 'removed', nextAt: null });
    expect(await store.packs()).toEqual([]);
    expect((await store.present(old)).size).toBe(0);
    expect((await store.record('example'))!.standing).toBe('removed');
  });

  test('51: a segment two packs name stays when one of them goes', async () => {
    const first = await publisher.publish(makePack(50), day(-2));
    await takeRevision(store, publisher, first);
    const pack = (await store.packs())[0]!;
    const other = { ...first, manifest: { ...first.manifest, id: 'other' } };
    await store.install({ id: 'other', revision: other, segments: pack.segments, from: 'bundled' }, [], START);
    await store.remove('example');
    expect((await names()).length).toBe(50);
    await store.remove('other');
    expect((await store.present(pack.segments)).size).toBe(0);
  });
});

describe('the order and the use of packs', () => {
  const installed = async (id: string): Promise<void> => {
    const one = await Publisher.create();
    one.pack = id;
    await takeRevision(store, one, await one.publish(packOf([note('unit/a', `A of ${id}`)], id), day(-1)));
  };

  test('a new pack comes last; the reader moves it; a new revision stays where its pack is', async () => {
    for (const id of ['one', 'two', 'three']) await installed(id);
    const order = async () => (await store.packs()).map(({ id }) => id);
    expect(await order()).toEqual(['one', 'two', 'three']);
    await store.setOrder(['three', 'one', 'two']);
    expect(await order()).toEqual(['three', 'one', 'two']);
    await installed('two');
    expect(await order()).toEqual(['three', 'one', 'two']);
  });

  test('a subject of two packs is handed over twice, in that order', async () => {
    for (const id of ['one', 'two']) await installed(id);
    await store.setOrder(['two', 'one']);
    const records = await createRecords(store, await store.packs(), () => {});
    const held = (await records.notes(['unit/a' as never])).get('unit/a' as never)!;
    expect(held.map(({ note: { name }, pack }) => [name, pack.id])).toEqual([
      ['A of two', 'two'],
      ['A of one', 'one'],
    ]);
  });

  test('a pack that is off stays off with its next revision', async () => {
    for (const id of ['one', 'two']) await installed(id);
    await store.setUse('one', false);
    await installed('one');
    expect((await store.packs()).map(({ id, off }) => [id, off])).toEqual([
      ['one', true],
      ['two', undefined],
    ]);
    await store.setUse('one', true);
    expect((await store.packs())[0]).not.toHaveProperty('off');
  });
});

test('a transaction that fails leaves every table as it was', async () => {
  await takeRevision(store, publisher, await publisher.publish(makePack(50), day(-2)));
  const before = JSON.stringify([await store.packs(), await store.records()]);
  const broken = { ...(await store.pointer('example'))!, segments: [{ hash: 'none', length: 1 }] };
  await expect(store.flip(broken, recordOf('example'))).rejects.toThrow();
  expect(JSON.stringify([await store.packs(), await store.records()])).toBe(before);
});
