import { expect, test } from 'vitest';
import type { NoteId } from '../../../lib/notes/note.ts';
import type { Block } from '../../../lib/packs/segment.ts';
import { createStore } from '../../../lib/store/create-store.ts';
import { createMemoryTables } from '../../../lib/store/memory-tables.ts';
import { createRecords } from '../../../lib/store/records.ts';
import { blocksWith, hashOfId, indexOf, readPiece } from '../../../lib/store/segment-index.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { day, takeRevision } from './held.ts';

const block = (ids: readonly string[]): Block => ({
  bytes: new Uint8Array(1),
  raw: 1,
  count: ids.length,
  firstId: ids[0] ?? '',
  ids,
});
const opened = (blocks: readonly Block[]) => indexOf(blocks)!.map(readPiece);

test('finds the block of every id, and none for an id that is not there', () => {
  const blocks = Array.from({ length: 30 }, (_, b) => block(Array.from({ length: 40 }, (_, n) => `unit/${b}-${n}`)));
  const index = opened(blocks);
  for (const [at, { ids }] of blocks.entries()) for (const id of ids!) expect(blocksWith(index, id)).toContain(at);
  for (let n = 0; n < 1_000; n++) expect(blocksWith(index, `unit/none-${n}`)).toEqual([]);
});

test('two ids of one hash are both told', () => {
  // Among 400,000 ids some two have one hash of 32 bits.
  const pairs = new Map<number, string>();
  let found: [string, string] | undefined;
  for (let n = 0; !found && n < 400_000; n++) {
    const id = `unit/${(Math.imul(n, 2_654_435_761) >>> 0).toString(36)}-${(n * 7_919) % 1_000}`;
    const other = pairs.get(hashOfId(id));
    if (other) found = [other, id];
    pairs.set(hashOfId(id), id);
  }
  expect(found).toBeDefined();
  const index = opened([block([found![0]]), block([found![1]])]);
  expect(blocksWith(index, found![0]).sort()).toEqual([0, 1]);
});

test('a piece fits a stored value, however many records there are', () => {
  const blocks = Array.from({ length: 250 }, (_, b) => block(Array.from({ length: 100 }, (_, n) => `unit/${b}-${n}`)));
  const pieces = indexOf(blocks)!;
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(60_000);
  const index = pieces.map(readPiece);
  expect(blocksWith(index, 'unit/249-99')).toContain(249);
  expect(blocksWith(index, 'unit/0-0')).toContain(0);
});

test('a piece that lies within other bytes is read the same', () => {
  const [piece] = indexOf([block(['unit/a', 'unit/b'])])!;
  const within = new Uint8Array(piece!.length + 3);
  within.set(piece!, 3);
  expect(blocksWith([readPiece(within.subarray(3))], 'unit/b')).toEqual([0]);
});

test('blocks that were not opened have no index', () => {
  expect(indexOf([{ bytes: new Uint8Array(1), raw: 1, count: 1, firstId: 'unit/a' }])).toBeNull();
});

test('36: an index of another form is not read, and its segment’s notes are found all the same', async () => {
  const tables = createMemoryTables();
  const store = createStore(tables, { memoryBecause: 'test', room: async () => undefined });
  const publisher = await Publisher.create();
  await takeRevision(store, publisher, await publisher.publish(makePack(200), day(-1)));
  const find = async (): Promise<string | undefined> => {
    const reading = await createRecords(store, await store.packs(), () => {});
    return (await reading.notes(['unit/brigade-00150' as NoteId])).get('unit/brigade-00150' as NoteId)?.[0]?.note.name;
  };
  expect(await find()).toBe('Brigade 150');
  // What a newer version would have left, of which nothing is known here.
  const [row] = await tables.segments.all();
  const pieces = await tables.places.getMany([[row!.hash, 0]]);
  await tables.places.put(pieces.map((piece) => ({ ...piece!, bytes: piece!.bytes.map((byte) => byte ^ 85) })));
  expect(await find()).toBeUndefined();
  await tables.segments.put([{ ...row!, form: 2 }]);
  expect(await find()).toBe('Brigade 150');
});
