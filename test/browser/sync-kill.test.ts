/**
 * Stopped at any moment, in the middle of anything: the worker, the browser's whole process, the alarm that would have
 * woken it. What a reader has is the old revision or the new one, whole; what was fetched is not fetched again. Numbers
 * are the cases of the reference (README.md has the table).
 */
import { afterEach, describe, expect, test } from 'vitest';
import { pause, until } from '../../lib/cli/reader.ts';
import { segmentsOf } from '../../lib/packs/published.ts';
import { fileOf } from '../../lib/packs/revision.ts';
import { stopBackground } from '../support/stop-background.ts';
import { day, makeProfile, SyncingReader } from '../support/syncing.ts';
import { makePack } from '../unit/packs/make-pack.ts';

const NAMES = ['chromium', 'firefox'] as const;
/** Event pages that go to sleep after a second, so that a test can wait for it. */
const SLEEPY = { preferences: { 'extensions.background.idle.timeout': 1_000 } };
const NEVER = new Promise(() => {});
const FILES = 6;

let reader: SyncingReader;
afterEach(() => reader.stop());

/** A pack of a base and five deltas: six files for who has nothing yet. Paths in the order they are asked for. */
async function publishInParts(): Promise<string[]> {
  for (let n = 0; n < FILES; n++) await reader.publish(makePack(1_500 + n * 20), day(n - 8));
  const files = segmentsOf(reader.publisher.revision!).map(fileOf);
  expect(files).toHaveLength(FILES);
  return files;
}

/** Segments held, those that came with the extension left out. */
const segmentsHeld = async (): Promise<number> => (await reader.inStore('segments')) - 1;

/** What a reader sees of the pack: a note of each edition is found on a page. */
async function isFound(n: number): Promise<boolean> {
  const answer = await reader.reader.ask('searchNotes', { query: `Brigade ${n}` });
  return answer.ok && answer.value.some(({ name }) => name === `Brigade ${n}`);
}

describe.each(NAMES)('the background is stopped (%s)', (name) => {
  test('31: between two parts: the next run asks only for the others', { timeout: 120_000 }, async () => {
    reader = await SyncingReader.start(name, name === 'firefox' ? SLEEPY : {});
    const files = await publishInParts();
    const late = files.slice(3);
    reader.host.fault = (path) => (late.includes(path) ? { until: NEVER } : undefined);
    await reader.add();
    await until('three parts to be held', async () => (await segmentsHeld()) === 3);
    await stopBackground(reader.reader);
    reader.host.fault = () => undefined;
    reader.host.asked();
    // Nobody asks: the alarm that was set when the run began brings it back.
    await until('the rest to be asked for', async () => reader.host.requests.length >= 4, 75_000);
    expect((await reader.untilRevision(FILES)).notes).toBe(1_500 + 20 * (FILES - 1));
    expect(
      reader.host
        .asked()
        .filter((path) => path !== 'pack.json')
        .sort(),
    ).toEqual([...late].sort());
    expect(await isFound(1_599)).toBe(true);
  });

  test('41: an alarm that was deleted is there again at the next start', async () => {
    reader = await SyncingReader.start(name, name === 'firefox' ? SLEEPY : {});
    const page = await reader.reader.desk();
    const alarms = (): Promise<string[]> =>
      page.evaluate(
        `(globalThis.browser ?? chrome).alarms.getAll().then((all) => all.map(({ name }) => name))`,
      ) as never;
    await until('the alarm', async () => (await alarms()).includes('sync'));
    await page.evaluate(`(globalThis.browser ?? chrome).alarms.clearAll()`);
    expect(await alarms()).toEqual([]);
    await stopBackground(reader.reader);
    await reader.holdings();
    await until('the alarm to be there again', async () => (await alarms()).includes('sync'));
  });

  test('36: the extension is updated in the middle: what was fetched stays fetched', {
    timeout: 120_000,
  }, async () => {
    reader = await SyncingReader.start(name);
    const files = await publishInParts();
    const late = files.slice(3);
    reader.host.fault = (path) => (late.includes(path) ? { until: NEVER } : undefined);
    await reader.add();
    await until('three parts to be held', async () => (await segmentsHeld()) === 3);
    await reader.reinstall();
    reader.host.fault = () => undefined;
    reader.host.asked();
    await reader.syncNow();
    await reader.untilRevision(FILES);
    expect(
      reader.host
        .asked()
        .filter((path) => path !== 'pack.json')
        .sort(),
    ).toEqual([...late].sort());
  });
});

describe.each(NAMES)('the browser is killed (%s)', (name) => {
  test('40: after every part: each start goes on where the last one stopped', { timeout: 240_000 }, async () => {
    reader = await SyncingReader.start(name, { profile: makeProfile() });
    const files = await publishInParts();
    await reader.add();
    await reader.untilRevision(FILES);
    // A pack that is taken anew, one part a session.
    await reader.reader.ask('removePack', { pack: 'example' });
    let served: string[] = [];
    const serve = (most: number): void => {
      let left = most;
      reader.host.fault = (path) => {
        if (path === 'pack.json') return undefined;
        if (left-- <= 0) return { until: NEVER };
        served.push(path);
        return undefined;
      };
    };
    serve(1);
    await reader.add();
    for (let session = 1; session <= 3; session++) {
      await until(`${session} parts`, async () => (await segmentsHeld()) >= session);
      await reader.kill();
      serve(session < 3 ? 1 : FILES);
      await reader.open();
      expect(await segmentsHeld(), `after session ${session}`).toBeGreaterThanOrEqual(session);
      expect(await isFound(3)).toBe(false);
      await reader.syncNow();
    }
    await reader.untilRevision(FILES);
    // Every part went over the wire once.
    expect(served.sort()).toEqual([...files].sort());
    served = [];
  });

  test('32, 33, 34: at moments around the writing of the last part and of the pointer', {
    timeout: 400_000,
  }, async () => {
    reader = await SyncingReader.start(name, { profile: makeProfile() });
    await reader.publish(makePack(1_500), day(-20));
    await reader.add();
    await reader.untilRevision(1);
    await reader.reader.ask('saveOwn', {
      draft: { id: null, kind: 'unit', name: 'Mine', note: null, text: 'My own words.' },
    });
    const outcomes: string[] = [];
    // From before the last byte to long after the flip; both ends must be met for the test to mean anything.
    for (const [round, ms] of [0, 4, 8, 12, 16, 24, 40, 400].entries()) {
      const before = (await reader.pack())!.revision;
      const next = await reader.publish(makePack(1_500 + (round + 1) * 40, round + 1), day(round - 15), {
        rebase: true,
      });
      let hit = (): void => {};
      const asked = new Promise<void>((resolve) => {
        hit = resolve;
      });
      reader.host.fault = (path) => {
        if (path === fileOf(next.base.parts[0]!)) hit();
        return undefined;
      };
      await reader.syncNow();
      await asked;
      await pause(ms);
      await reader.kill();
      await reader.open();
      const after = (await reader.pack())!;
      expect([before, next.revision], `killed ${ms} ms after the part was asked for`).toContain(after.revision);
      const isNew = after.revision === next.revision;
      outcomes.push(isNew ? 'new' : 'old');
      // Whole: the first and the last note are found, and those of the other edition are not.
      expect(await isFound(0)).toBe(true);
      expect(await isFound(1_500 + (round + 1) * 40 - 1)).toBe(isNew);
      expect(after.damaged).toBe(false);
      const own = await reader.reader.ask('getOwn', {});
      expect(own.ok && own.value.map(({ text }) => text)).toEqual(['My own words.']);
      if (!isNew) {
        await reader.syncNow();
        await reader.untilRevision(next.revision);
      }
    }
    expect(outcomes).toContain('old');
    expect(outcomes).toContain('new');
  });
});
