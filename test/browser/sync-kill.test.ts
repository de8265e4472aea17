/**
 * Stopped at any moment, in the middle of anything: the worker, the browser's whole process, the extension that is updated.
 * What a reader has is the old revision or the new one, whole; what was fetched is not fetched again. Part of the long run.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { BrowserName } from '../../lib/cli/browsers.ts';
import { outputOf } from '../../lib/cli/build.ts';
import { pause, until } from '../../lib/cli/reader.ts';
import { segmentsOf } from '../../lib/packs/published.ts';
import { fileOf } from '../../lib/packs/revision.ts';
import { holdTransaction } from '../support/in-background.ts';
import { type Invariants, invariantsOf } from '../support/invariants.ts';
import { stopBackground } from '../support/stop-background.ts';
import { day, makeProfile, SyncingReader } from '../support/syncing.ts';
import { makePack } from '../unit/packs/make-pack.ts';

const NAMES = ['chromium', 'firefox'] as const;
/** Event pages that go to sleep after a second, so that a test can wait for it. */
const SLEEPY = { preferences: { 'extensions.background.idle.timeout': 1_000 } };
const NEVER = new Promise(() => {});
const FILES = 6;

let reader: SyncingReader;
let invariants: Invariants;
afterEach(() => reader.stop());

const sizeOf = (n: number): number => 1_500 + n * 20;

/** A pack of a base and five deltas: six files for who has nothing yet. Paths in the order they are asked for. */
async function publishInParts(from = 0): Promise<string[]> {
  for (let n = from; n < FILES; n++) await reader.publish(makePack(sizeOf(n)), day(n - 8));
  const files = segmentsOf(reader.publisher.revision!).map(fileOf);
  expect(files).toHaveLength(FILES);
  return files;
}

/** Segments held, those that came with the extension left out. */
const segmentsHeld = async (): Promise<number> => (await reader.inStore('segments')) - 1;

/** Segments of which any block is held, those that came with the extension left out. */
async function segmentsWithBlocks(): Promise<number> {
  const rows = JSON.parse(await reader.rowsIn('blocks')) as { hash: string }[];
  return new Set(rows.map(({ hash }) => hash)).size - 1;
}

/** What a reader sees of the pack: a note of each edition is found. */
async function isFound(n: number): Promise<boolean> {
  const answer = await reader.reader.ask('searchNotes', { query: `Brigade ${n}` });
  return answer.ok && answer.value.some(({ name }) => name === `Brigade ${n}`);
}

/** Parts asked for since the last look, sorted. */
const partsAsked = (): string[] =>
  reader.host
    .asked()
    .filter((path) => path !== 'pack.json')
    .sort();

describe.each(NAMES)('the background is stopped (%s)', (name) => {
  test('31: between two parts: the next run asks only for the others', { timeout: 120_000 }, async () => {
    reader = await SyncingReader.start(name, name === 'firefox' ? SLEEPY : {});
    invariants = await invariantsOf(reader);
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
    expect((await reader.untilRevision(FILES)).notes).toBe(sizeOf(FILES - 1));
    expect(partsAsked()).toEqual([...late].sort());
    expect(await isFound(sizeOf(FILES - 1) - 1)).toBe(true);
    await invariants.hold();
  });
});

/**
 * A pack of one file is held; five more files bring it up to date. The writing of the third of them, then that of the
 * pointer, is held in the middle of its transaction, and `stop` happens there.
 */
async function stoppedInTransactions(stop: () => Promise<void>): Promise<void> {
  await reader.publish(makePack(sizeOf(0)), day(-8));
  await reader.add();
  await reader.untilRevision(1);
  invariants = await invariantsOf(reader);
  const files = (await publishInParts(1)).slice(1);
  const [first, last] = [3, sizeOf(FILES - 1) - 1];
  // What was broken off goes on by itself after a start: not before the test has looked.
  const stopAndLook = async (): Promise<void> => {
    reader.host.fault = () => ({ until: NEVER });
    await stop();
  };
  const syncNow = async (): Promise<void> => {
    await reader.reader.ask('stopSync', { pack: 'example' });
    reader.host.fault = () => undefined;
    reader.host.asked();
    await reader.syncNow();
  };
  const expectOld = async (): Promise<void> => {
    expect((await reader.pack())!.revision).toBe(1);
    expect([await isFound(first), await isFound(last)]).toEqual([true, false]);
    await invariants.hold();
  };

  const parts = await holdTransaction(reader.reader, 'segments', 3);
  await syncNow();
  await parts.held();
  await stopAndLook();
  // The base, two parts, and of the third not a block.
  expect([await segmentsHeld(), await segmentsWithBlocks()]).toEqual([3, 3]);
  await expectOld();
  const kept = (JSON.parse(await reader.rowsIn('segments')) as { hash: string }[]).map(fileOf);

  const pointer = await holdTransaction(reader.reader, 'packs');
  await syncNow();
  await pointer.held();
  expect(partsAsked()).toEqual(files.filter((file) => !kept.includes(file)).sort());
  await stopAndLook();
  expect([await segmentsHeld(), await segmentsWithBlocks()]).toEqual([FILES, FILES]);
  await expectOld();

  await syncNow();
  await reader.untilRevision(FILES);
  expect(partsAsked()).toEqual([]);
  expect([await isFound(first), await isFound(last)]).toEqual([true, true]);
  await invariants.hold();
}

describe.each(NAMES)('stopped inside a transaction (%s)', (name) => {
  test('32, 33: the background: the part is absent and fetched again; the old revision is whole', {
    timeout: 240_000,
  }, async () => {
    reader = await SyncingReader.start(name, name === 'firefox' ? SLEEPY : {});
    await stoppedInTransactions(() => stopBackground(reader.reader));
  });

  test('34: the browser’s process: the part is absent and fetched again; the old revision is whole', {
    timeout: 240_000,
  }, async () => {
    reader = await SyncingReader.start(name, { profile: makeProfile() });
    await stoppedInTransactions(async () => {
      await reader.kill();
      await reader.open();
    });
  });
});

/** The built extension in a folder of its own, and how the next version of it is put there. */
function ownBuild(name: BrowserName): { folder: string; update: (version: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'claim-context-build-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(outputOf(name), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  return {
    folder,
    update(version) {
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version }));
    },
  };
}

describe.each(NAMES)('the extension is updated (%s)', (name) => {
  test('36: in the middle of a sync: the new version goes on by itself, with nothing of the old one’s indexes', {
    timeout: 120_000,
  }, async () => {
    const { folder, update } = ownBuild(name);
    reader = await SyncingReader.start(name, { extension: folder });
    invariants = await invariantsOf(reader);
    const files = await publishInParts();
    const late = files.slice(3);
    reader.host.fault = (path) => (late.includes(path) ? { until: NEVER } : undefined);
    await reader.add();
    await until('three parts to be held', async () => (await segmentsHeld()) === 3);
    // The version before kept its indexes in another form: of the names, and of where each record lies.
    await reader.inStore(
      'derived',
      '(rows) => rows.map((row) => ({ ...row, bytes: new Uint8Array(row.bytes).map((b) => b ^ 85).buffer }))',
    );
    await reader.inStore(
      'places',
      '(rows) => rows.map((row) => ({ ...row, bytes: row.bytes.map((byte) => byte ^ 85) }))',
    );
    await reader.inStore('segments', '(rows) => rows.map((row) => ({ ...row, form: 0 }))');
    reader.host.fault = () => undefined;
    reader.host.asked();
    update('9.9.9');
    await reader.reinstall(folder);
    const version = await (await reader.reader.desk()).evaluate(
      '(globalThis.browser ?? chrome).runtime.getManifest().version',
    );
    expect(version).toBe('9.9.9');
    await reader.untilRevision(FILES, 60_000);
    expect(partsAsked()).toEqual([...late].sort());
    for (const n of [0, sizeOf(0) - 1, sizeOf(FILES - 1) - 1]) expect(await isFound(n)).toBe(true);
    await invariants.hold();
  });
});

describe.each(NAMES)('the browser is killed (%s)', (name) => {
  test('40: some seconds after every start, twenty times: the pack is there in the end, each part fetched once', {
    timeout: 600_000,
  }, async () => {
    reader = await SyncingReader.start(name, { profile: makeProfile() });
    invariants = await invariantsOf(reader);
    // A host in no hurry: in every third session it sends one part of six.
    const files = await publishInParts();
    const served: string[] = [];
    let left = 0;
    reader.host.fault = (path) => {
      if (path === 'pack.json') return undefined;
      if (left-- <= 0) return { until: NEVER };
      served.push(path);
      return undefined;
    };
    await reader.add();
    for (let session = 1; session <= 20; session++) {
      await pause(1_500);
      const held = await segmentsHeld();
      await reader.kill();
      if (session === 20) {
        // Most came in sessions of a second or two; the last one is undisturbed.
        expect(held).toBeGreaterThanOrEqual(4);
        left = FILES;
      } else left = session % 3 === 0 ? 1 : 0;
      // The reader only opens the browser: nobody asks for a sync.
      await reader.open();
      expect(await segmentsHeld(), `session ${session}`).toBeGreaterThanOrEqual(held);
      if (await reader.pack()) expect(await segmentsHeld()).toBe(FILES);
      if (session % 5 === 0) await invariants.hold();
    }
    await reader.untilRevision(FILES);
    expect(await isFound(sizeOf(FILES - 1) - 1)).toBe(true);
    expect([...new Set(served)].sort()).toEqual([...files].sort());
    // A part that was on its way when the browser went is lost with it, and no other.
    expect(served.length).toBeLessThanOrEqual(files.length + 3);
    await invariants.hold();
  });

  test('34: at moments around the writing of the last part and of the pointer', { timeout: 400_000 }, async () => {
    reader = await SyncingReader.start(name, { profile: makeProfile() });
    await reader.publish(makePack(1_500), day(-20));
    await reader.add();
    await reader.untilRevision(1);
    invariants = await invariantsOf(reader);
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
      // What is begun goes on by itself at the next start: not before this has been looked at.
      reader.host.fault = () => ({ until: NEVER });
      await reader.kill();
      await reader.open();
      const after = (await reader.pack())!;
      expect([before, next.revision], `killed ${ms} ms after the part was asked for`).toContain(after.revision);
      const isNew = after.revision === next.revision;
      outcomes.push(isNew ? 'new' : 'old');
      // Whole: the first and the last note are found, and those of the other edition are not.
      expect(await isFound(0)).toBe(true);
      expect(await isFound(1_500 + (round + 1) * 40 - 1)).toBe(isNew);
      await invariants.hold();
      reader.host.fault = () => undefined;
      if (!isNew) {
        await reader.reader.ask('stopSync', { pack: 'example' });
        await reader.syncNow();
        await reader.untilRevision(next.revision);
      }
    }
    expect(outcomes).toContain('old');
    expect(outcomes).toContain('new');
  });
});
