import { beforeEach, describe, expect, test } from 'vitest';
import type { NoteId } from '../../../lib/notes/note.ts';
import { findDamaged, readStoredSegment } from '../../../lib/store/check-blocks.ts';
import { createMemoryStore } from '../../../lib/store/open-store.ts';
import { createRecords, type Records } from '../../../lib/store/records.ts';
import type { Store } from '../../../lib/store/store.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { day, FILLER, note, packOf, takeRevision } from './held.ts';

let publisher: Publisher;
let store: Store;
let damage: string[];
beforeEach(async () => {
  publisher = await Publisher.create();
  ({ store } = createMemoryStore('test'));
  damage = [];
});

const records = async (): Promise<Records> => createRecords(store, await store.packs(), (hash) => damage.push(hash));
const nameOf = async (id: string): Promise<string | undefined> =>
  (await (await records()).notes([id as NoteId])).get(id as NoteId)?.[0]?.note.name;
const allNames = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const { note: held } of (await records()).everyNote()) {
    if (!held.name.startsWith('Filler')) found.push(held.name);
  }
  return found.sort();
};

describe('revisions laid over each other', () => {
  beforeEach(async () => {
    const editions = [
      [note('unit/a', 'A1'), note('unit/b', 'B1'), note('unit/c', 'C1')],
      [note('unit/a', 'A2'), note('unit/b', 'B1'), note('unit/c', 'C1')],
      [note('unit/a', 'A2'), note('unit/c', 'C1'), note('unit/d', 'D3')],
    ];
    for (const [at, edition] of editions.entries()) {
      await takeRevision(
        store,
        publisher,
        await publisher.publish(packOf([...edition, ...FILLER]), day(at - 5), { allowShrink: true }),
      );
    }
    expect((await store.packs())[0]!.segments).toHaveLength(3);
  });

  test.each([
    ['unit/a', 'A2'],
    ['unit/b', undefined],
    ['unit/c', 'C1'],
    ['unit/d', 'D3'],
    ['unit/e', undefined],
  ])('%s is %s', async (id, name) => {
    expect(await nameOf(id)).toBe(name);
  });

  test('a walk over everything gives each record that counts, once', async () => {
    expect(await allNames()).toEqual(['A2', 'C1', 'D3']);
  });

  test('a note taken back by its pack is still another pack’s', async () => {
    const other = await Publisher.create();
    other.pack = 'other';
    await takeRevision(store, other, await other.publish(packOf([note('unit/b', 'B of another')], 'other'), day(-1)));
    expect(await nameOf('unit/b')).toBe('B of another');
  });
});

test('every one of many notes is found by its id, and with few blocks opened', async () => {
  await takeRevision(store, publisher, await publisher.publish(makePack(2_000), day(-3)));
  await takeRevision(store, publisher, await publisher.publish(makePack(2_100), day(-2)));
  let opened = 0;
  const counting = {
    ...store,
    blocks: (keys: readonly (readonly [string, number])[]) => {
      opened += keys.length;
      return store.blocks(keys);
    },
  };
  const reading = await createRecords(counting, await store.packs(), () => {});
  for (const n of [0, 7, 999, 1_999, 2_000, 2_099]) {
    const id = `unit/brigade-${String(n).padStart(5, '0')}` as NoteId;
    expect((await reading.notes([id])).get(id)?.[0]?.note.name).toBe(`Brigade ${n}`);
  }
  expect(opened).toBeLessThanOrEqual(6);
});

describe('48: a part that broke on disk', () => {
  let broken: string;
  beforeEach(async () => {
    await takeRevision(
      store,
      publisher,
      await publisher.publish(packOf([note('unit/a', 'A1'), note('unit/b', 'B1'), ...FILLER]), day(-3)),
    );
    await takeRevision(
      store,
      publisher,
      await publisher.publish(
        packOf([note('unit/a', 'A1'), note('unit/b', 'B2'), note('unit/c', 'C2'), ...FILLER]),
        day(-2),
      ),
    );
    [broken] = (await store.packs())[0]!.segments as [string];
  });

  test('48: is told, and the rest of the pack is read all the same', async () => {
    const { blocks } = store;
    store = {
      ...store,
      blocks: async (keys) =>
        (await blocks(keys)).map((bytes, n) => (keys[n]?.[0] === broken ? new Uint8Array(40) : bytes)),
    };
    expect(await nameOf('unit/a')).toBe('A1');
    expect(await nameOf('unit/c')).toBeUndefined();
    expect(await allNames()).toEqual(['A1', 'B1']);
    expect(new Set(damage)).toEqual(new Set([broken]));
    expect(await findDamaged(store, (await store.packs())[0]!.segments)).toEqual([broken]);
  });

  test.each([
    ['a changed byte', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte))],
    ['a cut block', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1)],
  ])('48: %s is found by its hash even when nobody reads it', async (_, change) => {
    const { blocks } = store;
    const damaged: Store = {
      ...store,
      blocks: async (keys) =>
        (await blocks(keys)).map((bytes, n) => (bytes && keys[n]?.[0] === broken ? change(bytes) : bytes)),
    };
    expect(await findDamaged(damaged, (await store.packs())[0]!.segments)).toEqual([broken]);
    expect(await findDamaged(store, (await store.packs())[0]!.segments)).toEqual([]);
  });

  test('48: let go of, it counts as missing and the others as held', async () => {
    const { segments } = (await store.packs())[0]!;
    await store.discard([broken]);
    expect(await store.present(segments)).toEqual(new Set(segments.filter((hash) => hash !== broken)));
    expect(await allNames()).toEqual(['A1', 'B1']);
    expect(damage).toContain(broken);
  });
});

test('a segment’s file is made again from what is kept, byte for byte', async () => {
  const revision = await publisher.publish(makePack(300), day(-3));
  await takeRevision(store, publisher, revision);
  const { hash } = revision.base.parts[0]!;
  expect(await readStoredSegment(store, hash)).toEqual(publisher.files.get(`f/${hash}.bin`));
});
