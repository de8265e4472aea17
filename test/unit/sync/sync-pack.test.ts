import { beforeEach, describe, expect, test } from 'vitest';
import { generateKey } from '../../../lib/packs/keys.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import { isDue } from '../../../lib/packs/schedule.ts';
import type { SegmentRef } from '../../../lib/packs/segment.ts';
import { IDLE, isTold, reduceSync } from '../../../lib/packs/sync-state.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { liveOf, Reader, START, URL_A, URL_B, webPage } from './bench-reader.ts';

const day = (n: number): string => new Date(START + n * 86_400_000).toISOString().replace('.000Z', 'Z');
const OLD = makePack(300);
const NEW = makePack(301);

let publisher: Publisher;
let reader: Reader;
/** The reader as it was before the step under test. */
let before: { highest: unknown; shown: string | null };

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(OLD, day(-2));
  reader = new Reader(publisher);
  expect(await reader.sync()).toEqual({ kind: 'installed', revision: 1 });
  before = { highest: (await reader.record()).highest, shown: await reader.shown() };
  await reader.expectInvariants();
  reader.asked();
  await publisher.publish(NEW, day(-1));
});

const delta = () => fileOf(publisher.revision!.deltas.at(-1)!);

/** What must hold after any failure: the old revision whole, what was accepted remembered, own notes untouched. */
async function expectUnchanged(): Promise<void> {
  expect(await reader.shown()).toBe(before.shown);
  expect((await reader.record()).highest).toEqual(before.highest);
  await reader.expectInvariants();
}

async function expectFailure(code: string): Promise<void> {
  const outcome = await reader.sync();
  expect(outcome).toMatchObject({ kind: 'failed', failure: { code } });
  expect(outcome.kind === 'failed' && outcome.failure.message).toMatch(/\.$/);
  expect(await reader.record()).toMatchObject({ failure: { code }, failures: 1 });
  expect((await reader.record()).nextAt).toBeGreaterThan(reader.now);
  await expectUnchanged();
}

/** After the trouble is over the same reader comes to the new revision. */
async function expectRecovery(): Promise<void> {
  reader.fault = () => undefined;
  reader.store.before = () => {};
  reader.abort = new AbortController();
  expect((await reader.sync()).kind).toMatch(/^(?:installed|confirmed)$/);
  expect(await reader.shown()).toBe(liveOf(NEW));
  expect((await reader.record()).failure).toBeUndefined();
  expect((await reader.record()).failures).toBe(0);
  await reader.expectInvariants();
}

describe('an ordinary day', () => {
  test('costs the list and one delta', async () => {
    expect(await reader.sync()).toEqual({ kind: 'installed', revision: 2 });
    expect(reader.asked()).toEqual(['pack.json', delta()]);
    expect(await reader.shown()).toBe(liveOf(NEW));
  });

  test('without news costs the list alone', async () => {
    await reader.sync();
    reader.asked();
    expect(await reader.sync()).toEqual({ kind: 'confirmed' });
    expect(reader.asked()).toEqual(['pack.json']);
    expect(await reader.record()).toMatchObject({ failures: 0, lastOk: reader.now });
  });

  test('with a mere confirmation moves the revision and fetches nothing', async () => {
    await reader.sync();
    await publisher.publish(NEW, day(0));
    reader.asked();
    expect(await reader.sync()).toEqual({ kind: 'confirmed' });
    expect(reader.asked()).toEqual(['pack.json']);
    expect((await reader.store.held.pointer('example'))!.revision.issued).toBe(day(0));
  });

  test('reports what it does, so that progress can be shown', async () => {
    await reader.sync();
    const steps = reader.events.map(({ kind }) => kind);
    expect([...new Set(steps)]).toEqual(['started', 'planned', 'received', 'part', 'installing', 'ended']);
    const states = [IDLE];
    for (const event of reader.events) states.push(reduceSync(states.at(-1)!, event));
    expect(states.at(-2)).toMatchObject({ phase: 'installing', partsDone: 1, parts: 1 });
    expect(states.at(-2)!.bytesDone).toBe(publisher.revision!.deltas.at(-1)!.length);
    expect(states.at(-1)).toMatchObject({ phase: 'idle', outcome: { kind: 'installed' } });
  });

  test('78: sends nothing of the reader', async () => {
    await reader.sync();
    for (const { init } of reader.requests) {
      expect(init).toMatchObject({
        method: 'GET',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
      });
      expect(init.headers).toBeUndefined();
      expect(init.body).toBeUndefined();
    }
  });
});

describe('what comes from a host is believed for nothing', () => {
  const flipped = (path: string): Response => {
    const bytes = publisher.files.get(path)!.slice();
    bytes[bytes.length >> 1]! ^= 1;
    return new Response(bytes);
  };

  test('1: a bit of the list changed: refused, and no part is asked for', async () => {
    reader.fault = (path) => (path === 'pack.json' ? flipped(path) : undefined);
    const { kind } = await reader.sync();
    expect(kind).toBe('failed');
    expect(reader.asked()).toEqual(['pack.json']);
    await expectUnchanged();
    await expectRecovery();
  });

  test.each<[string, string, (path: string) => Response]>([
    ['11: a bit of a part changed', 'damaged', flipped],
    [
      '11: another part in its place',
      'damaged',
      () => new Response(publisher.files.get(fileOf(publisher.revision!.base.parts[0]!))!),
    ],
    ['12: a byte short', 'damaged', (path) => new Response(publisher.files.get(path)!.slice(0, -1))],
    [
      '12, 55: longer than it may be',
      'damaged',
      (path) => new Response(new Uint8Array([...publisher.files.get(path)!, 0])),
    ],
    ['14: an empty part', 'damaged', () => new Response('')],
    ['13: a web page for a part', 'portal', () => webPage()],
    ['a server error', 'server', () => new Response('', { status: 503 })],
  ])('%s: never stored, the old revision serves', async (_, code, answer) => {
    reader.fault = (path) => (path === 'pack.json' ? undefined : answer(path));
    await expectFailure(code);
    expect((await reader.stored()).length).toBe(1);
    await expectRecovery();
  });

  test.each<[string, string, () => Response | Error]>([
    ['13: a web page for the list', 'portal', webPage],
    ['14: an empty list', 'format', () => new Response('')],
    ['a list without end', 'damaged', () => new Response(new Uint8Array(65_537))],
    ['15: a redirect', 'network', () => new TypeError('redirect mode is set to error')],
    ['a list that is gone', 'missing', () => new Response('', { status: 404 })],
  ])('%s', async (_, code, answer) => {
    reader.fault = (path) => {
      const given = path === 'pack.json' ? answer() : undefined;
      return given;
    };
    await expectFailure(code);
    expect(reader.asked()).toEqual(['pack.json']);
    await expectRecovery();
  });

  test('11: a damaged part is taken from the other mirror', async () => {
    reader = new Reader(publisher, [URL_A, URL_B]);
    reader.fault = (path, host) => (host === 'a.example' && path !== 'pack.json' ? flipped(path) : undefined);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await reader.shown()).toBe(liveOf(NEW));
  });

  test('53: a part that blows up when inflated is refused', async () => {
    const { buildSegments } = await import('../../../lib/packs/segment.ts');
    const [segment] = await buildSegments([
      { id: 'unit/a', json: JSON.stringify({ type: 'note', id: 'unit/a', name: 'A unit' }) },
    ]);
    const revision = publisher.revision!;
    const lie = { ...revision.deltas[0]!, ...segment!, raw: 7_000_000 };
    publisher.files.set(fileOf(segment!), segment!.bytes);
    publisher.files.set('pack.json', await publisher.packFile({ ...revision, deltas: [lie] }));
    await expectFailure('format');
  });
});

describe('revisions only go forward', () => {
  test('17, 23: an older list is refused, and stays refused after a restart', async () => {
    await reader.sync();
    before = { highest: (await reader.record()).highest, shown: await reader.shown() };
    const old = await publisher.packFile({
      ...publisher.revision!,
      revision: 1,
      issued: day(-30),
      content: 1,
      deltas: [],
    });
    reader.fault = (path) => (path === 'pack.json' ? new Response(old) : undefined);
    await expectFailure('rollback');
    expect((await reader.sync()).kind).toBe('failed');
    await expectUnchanged();
  });

  test('18: the same number with other bytes is refused', async () => {
    await reader.sync();
    before = { highest: (await reader.record()).highest, shown: await reader.shown() };
    const other = await publisher.packFile({ ...publisher.revision!, issued: day(0) });
    reader.fault = (path) => (path === 'pack.json' ? new Response(other) : undefined);
    await expectFailure('fork');
  });

  test('21: a stolen key’s last word is undone by the next epoch', async () => {
    const stolen = {
      ...publisher.revision!,
      revision: 2_147_483_647,
      content: 2_147_483_647,
      base: { ...publisher.revision!.base, content: 2_147_483_647 },
      deltas: [],
    };
    reader.fault = async (path) => (path === 'pack.json' ? new Response(await publisher.packFile(stolen)) : undefined);
    expect((await reader.sync()).kind).toBe('installed');
    publisher.epoch = 2;
    publisher.key = (await generateKey()).key;
    await publisher.publish(NEW, day(0));
    await expectRecovery();
  });

  test('29: a mirror that lags a day is no failure, and takes nothing back', async () => {
    const lagging = publisher.files.get('pack.json')!;
    await reader.sync();
    await publisher.publish(makePack(302), day(0));
    await reader.sync();
    reader.fault = (path) => (path === 'pack.json' ? new Response(lagging) : undefined);
    expect(await reader.sync()).toEqual({ kind: 'behind' });
    expect(await reader.record()).toMatchObject({ failures: 0, highest: { revision: 3 } });
    expect(await reader.shown()).toBe(liveOf(makePack(302)));
  });

  test('30: a part that is not there yet: once more, then the old revision serves and it is tried again', async () => {
    reader.fault = (path) => (path === delta() ? new Response('', { status: 404 }) : undefined);
    await expectFailure('missing');
    expect(reader.asked()).toEqual(['pack.json', delta(), 'pack.json', delta()]);
    await expectRecovery();
  });

  test('30: a part that came a moment later is found at the second asking', async () => {
    let asked = 0;
    reader.fault = (path) => (path === delta() && asked++ === 0 ? new Response('', { status: 404 }) : undefined);
    expect((await reader.sync()).kind).toBe('installed');
  });
});

describe('a sync may end anywhere', () => {
  test('31: what was fetched is not fetched again', async () => {
    const fresh = new Reader(publisher);
    fresh.atOnce = 1;
    fresh.fault = (path) => (path === delta() ? new TypeError('gone') : undefined);
    expect((await fresh.sync()).kind).toBe('failed');
    expect(fresh.asked()).toHaveLength(3);
    fresh.fault = () => undefined;
    expect((await fresh.sync()).kind).toBe('installed');
    expect(fresh.asked()).toEqual(['pack.json', delta()]);
  });

  test('37: a new list while parts of the old one are held: what both name is not fetched again', async () => {
    const fresh = new Reader(publisher);
    fresh.store.before = (call) => {
      if (call === 'flip') throw new Error('killed');
    };
    await fresh.sync();
    fresh.asked();
    fresh.store.before = () => {};
    await publisher.publish(makePack(302), day(0));
    expect((await fresh.sync()).kind).toBe('installed');
    expect(fresh.asked()).toEqual(['pack.json', delta()]);
    expect(await fresh.shown()).toBe(liveOf(makePack(302)));
  });

  test('84: killed before or after any step, the old or the new revision is whole, and the next run finishes', async () => {
    const counted = new Reader(publisher);
    await counted.sync();
    const steps = counted.store.calls.length + counted.requests.length;
    for (let fatal = 0; fatal <= steps; fatal++) {
      const victim = new Reader(publisher);
      let step = 0;
      const die = (): void => {
        // Dead from here on: nothing after it happens either.
        if (step++ >= fatal) throw new Error('killed');
      };
      victim.store.before = die;
      victim.fault = () => {
        die();
        return undefined;
      };
      await victim.sync();
      victim.store.before = () => {};
      victim.fault = () => undefined;
      expect([null, liveOf(NEW)], `killed at step ${fatal}`).toContain(await victim.shown());
      await victim.sync();
      expect(await victim.shown(), `after step ${fatal}`).toBe(liveOf(NEW));
      await victim.expectInvariants(`after step ${fatal}`);
    }
  });

  test('a reader who cancels keeps what is there, and it counts as no failure', async () => {
    reader.fault = (path) => {
      if (path !== 'pack.json') reader.abort.abort();
      return undefined;
    };
    expect(await reader.sync()).toEqual({ kind: 'cancelled' });
    expect((await reader.record()).failures).toBe(0);
    await expectUnchanged();
    await expectRecovery();
  });

  test('38: without a network that is said, quietly, and the next run goes on', async () => {
    reader.online = false;
    reader.fault = () => new TypeError('failed to fetch');
    await expectFailure('offline');
    reader.online = true;
    await expectRecovery();
  });

  test('a pack that is paused or removed asks nobody', async () => {
    for (const standing of ['paused', 'removed'] as const) {
      await reader.change({ standing });
      expect(await reader.sync()).toEqual({ kind: 'cancelled' });
    }
    expect(reader.asked()).toEqual([]);
  });
});

describe('the store', () => {
  test('43: too little room is told in numbers, before anything is fetched', async () => {
    reader.store.freeBytes = 1_000_000;
    await expectFailure('quota');
    expect(reader.asked()).toEqual(['pack.json']);
    expect((await reader.record()).failure).toMatchObject({ detail: { free: 1_000_000 } });
    reader.store.freeBytes = 100_000_000;
    await expectRecovery();
  });

  test.each([
    ['43: full while a part is put', 'putSegment', 'quota'],
    ['43: full at the flip', 'flip', 'quota'],
    ['broken while a part is put', 'putSegment', undefined],
    ['broken at the flip', 'flip', undefined],
  ])('%s: the old revision serves, and freeing room lets it finish', async (_, at, code) => {
    reader.store.before = (call) => {
      if (call === at) throw Object.assign(new Error('It cannot be kept.'), { code });
    };
    await expectFailure(code ?? 'storage');
    await expectRecovery();
  });

  describe('what broke five times in a row', () => {
    beforeEach(async () => {
      reader.store.before = (call) => {
        if (call === 'pointer' || call === 'present') throw new Error('It cannot be read.');
      };
      for (let i = 0; i < 5; i++) await reader.sync();
      expect((await reader.record()).localFaults).toBe(5);
      reader.asked();
    });

    test('is fetched anew, whatever is said to be held', async () => {
      expect((await reader.sync()).kind).toBe('installed');
      const { base, deltas } = publisher.revision!;
      expect(reader.asked().sort()).toEqual(['pack.json', ...[...base.parts, ...deltas].map(fileOf)].sort());
      expect(await reader.shown()).toBe(liveOf(NEW));
      expect((await reader.record()).localFaults).toBe(0);
      await reader.expectInvariants();
    });

    test.each([
      ['the host is away', (): Response | Error | undefined => new TypeError('gone')],
      ['a part is missing', (path: string) => (path === 'pack.json' ? undefined : new Response('', { status: 404 }))],
    ])('stays as it is while %s: no failure deletes notes', async (_, fault) => {
      reader.fault = fault;
      expect((await reader.sync()).kind).toBe('failed');
      await expectUnchanged();
      await expectRecovery();
    });

    test('is not fetched anew at every attempt where the disk stays broken', async () => {
      const { before } = reader.store;
      reader.store.before = (call) => {
        before(call);
        if (call === 'flip') throw new Error('It cannot be written.');
      };
      const asked: number[] = [];
      for (let i = 0; i < 6; i++) {
        await reader.sync();
        asked.push(reader.asked().length);
      }
      expect(asked).toEqual([3, 1, 1, 1, 1, 3]);
      await expectUnchanged();
    });
  });

  test('48: a segment that is gone is fetched again, the others are kept', async () => {
    const [first] = (await reader.store.held.pointer('example'))!.segments;
    await reader.sync();
    await reader.store.held.discard([first!.hash]);
    reader.asked();
    expect((await reader.sync()).kind).toBe('installed');
    expect(reader.asked()).toEqual(['pack.json', `f/${first!.hash}.bin`]);
  });

  test('segments that nothing names are freed a week later, not while a sync may want them', async () => {
    await reader.sync();
    await reader.store.held.putSegment({ hash: 'left-over', length: 0 } as SegmentRef, [], reader.now);
    reader.now += 6 * 86_400_000;
    await publisher.publish(makePack(302), day(6));
    await reader.sync();
    expect(await reader.stored()).toContain('left-over');
    reader.now += 2 * 86_400_000;
    await publisher.publish(makePack(303), day(8));
    await reader.sync();
    expect(await reader.stored()).not.toContain('left-over');
  });
});

describe('a pack that its publisher ends', () => {
  const WEEK = 7 * 86_400_000;
  const retired = { reason: 'The desk closed.', successor: 'https://c.example/pack.json' };

  test('keeps its notes, says why, and is asked for about once a week', async () => {
    await publisher.publish(NEW, day(0), { retired });
    await reader.sync();
    const record = await reader.record();
    expect(record).toMatchObject({ nextAt: reader.now + WEEK, retired: { reason: 'The desk closed.' } });
    expect(isDue(record.nextAt!, reader.now, record.pollHours)).toBe(false);
    expect(await reader.shown()).toBe(liveOf(NEW));
    await reader.expectInvariants();
  });

  test('whose host is gone is not asked more often for that, and nobody is told of it', async () => {
    await publisher.publish(NEW, day(0), { retired });
    await reader.sync();
    reader.now += WEEK;
    reader.fault = () => new TypeError('gone');
    expect((await reader.sync()).kind).toBe('failed');
    const record = await reader.record();
    expect(record.nextAt).toBe(reader.now + WEEK);
    expect(isTold(record, reader.now + 2 * WEEK)).toBe(false);
  });

  test('21: by a thief’s word comes back with the publisher’s next epoch, within the week', async () => {
    await publisher.publish(NEW, day(0), { retired });
    await reader.sync();
    publisher.epoch = 2;
    publisher.key = (await generateKey()).key;
    await publisher.publish(makePack(303), day(1));
    reader.now = (await reader.record()).nextAt!;
    expect((await reader.sync()).kind).toBe('installed');
    const record = await reader.record();
    expect(record.retired).toBeUndefined();
    expect(record).toMatchObject({ pollHours: 6, nextAt: reader.now + 6 * 3_600_000 });
    await reader.expectInvariants();
  });

  test('29: stays ended while a mirror lags behind that word', async () => {
    await reader.sync();
    const lagging = publisher.files.get('pack.json')!;
    await publisher.publish(NEW, day(0), { retired });
    await reader.sync();
    reader.fault = (path) => (path === 'pack.json' ? new Response(lagging) : undefined);
    expect(await reader.sync()).toEqual({ kind: 'behind' });
    expect(await reader.record()).toMatchObject({ retired, nextAt: reader.now + WEEK });
  });
});
