import { beforeEach, expect, test } from 'vitest';
import type { PackRecord } from '../../../lib/packs/pack.ts';
import { changesOf, factKey } from '../../../lib/store/changes.ts';
import type { History } from '../../../lib/store/history.ts';
import { createMemoryStore } from '../../../lib/store/open-store.ts';
import type { Store } from '../../../lib/store/store.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { day, FILLER, note, packOf, START, takeRevision } from './held.ts';

let publisher: Publisher;
let store: Store;
let history: History;
beforeEach(async () => {
  publisher = await Publisher.create();
  ({ store, history } = createMemoryStore('test'));
});

const publish = async (records: readonly PackRecord[], rebase = false): Promise<void> => {
  const at = publisher.revision ? publisher.revision.revision : 0;
  await takeRevision(
    store,
    publisher,
    await publisher.publish(packOf([...records, ...FILLER]), day(at - 20), { allowShrink: true, rebase }),
  );
};
const changes = async () => changesOf(store, (await store.packs())[0]!, await history.seen('example'), START);
/** As after a card. */
const see = async (record: PackRecord): Promise<void> => {
  if (record.type !== 'note') return;
  const { id, facts } = record.value;
  await history.noteSeen({ pack: 'example', id, day: '2026-11-04', facts: facts.map(factKey) });
};

const COMMANDER = { what: 'commander', value: 'Maher al-Assad', from: '2018' };
const PARENT = { what: 'parent', value: 'First Corps' };
const GUARD = note('unit/guard', 'Guard', [COMMANDER, PARENT]);

test('the first revision has nothing to be compared with', async () => {
  await publish([GUARD]);
  expect(await changes()).toBeNull();
});

test.each([
  ['by a delta', false],
  ['by a new base', true],
])('says what was added, changed and withdrawn, %s', async (_, rebase) => {
  const still = note('unit/still', 'Still');
  await publish([GUARD, still, note('unit/gone', 'Gone')]);
  await publish(
    [
      note('unit/guard', 'Guard', [{ ...COMMANDER, from: '2018-04' }, PARENT], {
        changes: [{ date: '2026-11', reason: 'The month was found.' }],
      }),
      still,
      note('unit/new', 'New'),
    ],
    rebase,
  );
  expect((await store.packs())[0]!.segments).toHaveLength(rebase ? 1 : 2);
  const { log } = (await changes())!;
  expect(log).toMatchObject({ pack: 'example', revision: 2, before: 1, added: 1, changed: 1, withdrawn: 1 });
  expect(log.changes.map(({ kind, id }) => [kind, id])).toEqual([
    ['withdrawn', 'unit/gone'],
    ['changed', 'unit/guard'],
    ['added', 'unit/new'],
  ]);
  expect(log.changes[1]).toMatchObject({
    fields: [{ before: 'Maher al-Assad (2018 to …)', after: 'Maher al-Assad (2018-04 to …)' }],
    reasons: ['The month was found.'],
  });
});

test('a note that only moved between segments did not change', async () => {
  await publish([GUARD, note('unit/a', 'A')]);
  await publish([GUARD, note('unit/a', 'A'), note('unit/b', 'B')], true);
  expect((await changes())!.log).toMatchObject({ added: 1, changed: 0, withdrawn: 0 });
});

test('a withdrawn statement is told to a reader who had it on a card, with old words and reason', async () => {
  await publish([GUARD]);
  await see(GUARD);
  await publish([
    note('unit/guard', 'Guard', [PARENT], {
      changes: [{ date: '2026-11', reason: 'The page speaks of another unit.' }],
    }),
  ]);
  expect((await changes())!.withdrawn).toMatchObject([
    {
      note: 'unit/guard',
      name: 'Guard',
      statements: ['Maher al-Assad'],
      reasons: ['The page speaks of another unit.'],
      seen: '2026-11-04',
      revision: 2,
    },
  ]);
});

test.each<[string, PackRecord[], boolean]>([
  ['to nobody who did not see it', [note('unit/guard', 'Guard', [PARENT])], false],
  [
    'not when another statement takes its place',
    [note('unit/guard', 'Guard', [{ ...COMMANDER, value: 'Another' }, PARENT])],
    true,
  ],
  [
    'not when only its dates or words change',
    [note('unit/guard', 'Guard', [{ ...COMMANDER, text: 'In other words.' }, PARENT])],
    true,
  ],
  [
    'not when a statement is added',
    [note('unit/guard', 'Guard', [COMMANDER, PARENT, { what: 'area', value: 'Hama' }])],
    true,
  ],
])('a withdrawal is told %s', async (_, records, seen) => {
  await publish([GUARD]);
  if (seen) await see(GUARD);
  await publish(records);
  expect((await changes())!.withdrawn).toEqual([]);
});

test('a statement that came after the card was seen is not told of', async () => {
  await publish([note('unit/guard', 'Guard', [PARENT])]);
  await see(note('unit/guard', 'Guard', [PARENT]));
  await publish([GUARD]);
  await publish([note('unit/guard', 'Guard', [PARENT])]);
  expect((await changes())!.withdrawn).toEqual([]);
});

test('a whole note withdrawn is told as that', async () => {
  await publish([GUARD, note('unit/a', 'A')]);
  await see(GUARD);
  await publish([note('unit/a', 'A')]);
  expect((await changes())!.withdrawn).toMatchObject([{ name: 'Guard', statements: [] }]);
});

test('it is told once: until the reader has read it, and not again', async () => {
  await publish([GUARD]);
  await see(GUARD);
  await publish([note('unit/guard', 'Guard', [PARENT])]);
  const { log, withdrawn } = (await changes())!;
  await history.saveLog(log, withdrawn);
  expect(await history.withdrawn()).toHaveLength(1);
  await history.dismiss(withdrawn[0]!.key);
  expect(await history.withdrawn()).toEqual([]);
  expect(await history.log(log.key)).toMatchObject({ revision: 2 });
});

test('a reader may have forgotten what was seen', async () => {
  await publish([GUARD]);
  await see(GUARD);
  await history.forgetSeen();
  await publish([note('unit/guard', 'Guard', [PARENT])]);
  expect((await changes())!.withdrawn).toEqual([]);
});

test('of a great change the first hundred are listed and all are counted', async () => {
  await takeRevision(store, publisher, await publisher.publish(makePack(400), day(-3)));
  await takeRevision(store, publisher, await publisher.publish(makePack(450, 1), day(-2)));
  const { log } = (await changes())!;
  expect(log).toMatchObject({ added: 50, changed: 400 });
  expect(log.changes).toHaveLength(100);
  expect(log.changes.every(({ kind }) => kind === 'changed')).toBe(true);
});
