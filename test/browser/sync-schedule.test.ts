/** When publishers are asked in the browser: once, whoever asks; again after an alarm was lost; by a background that slept. */
import { afterEach, describe, expect, test } from 'vitest';
import { pause, until } from '../../lib/cli/reader.ts';
import { fileOf } from '../../lib/packs/revision.ts';
import { inBackground } from '../support/in-background.ts';
import { invariantsOf } from '../support/invariants.ts';
import { articlePage, filler } from '../support/pages.ts';
import { stopBackground } from '../support/stop-background.ts';
import { day, SyncingReader } from '../support/syncing.ts';
import { makePack } from '../unit/packs/make-pack.ts';

const NAMES = ['chromium', 'firefox'] as const;
const SLEEPY = { preferences: { 'extensions.background.idle.timeout': 1_000 } };
const API = '(globalThis.browser ?? chrome)';
const made = (path: string): string | undefined =>
  path === '/putin.html' ? articlePage(['Vladimir Putin spoke for an hour.', filler(3)]) : undefined;

let reader: SyncingReader;
afterEach(() => reader.stop());

const inDesk = async (code: string): Promise<unknown> => (await reader.reader.desk()).evaluate(code);
const alarms = (): Promise<string[]> =>
  inDesk(`${API}.alarms.getAll().then((all) => all.map(({ name }) => name))`) as Promise<string[]>;
/** The alarm goes off now. */
const ring = (): Promise<unknown> => inDesk(`${API}.alarms.create('sync', { when: Date.now(), periodInMinutes: 30 })`);

describe.each(NAMES)('in %s', (name) => {
  test('35: two windows, an alarm and another page of ours at once: one sync runs', async () => {
    reader = await SyncingReader.start(name);
    await reader.publish(makePack(200), day(-3));
    await reader.add();
    await reader.untilRevision(1);
    const invariants = await invariantsOf(reader);
    const next = await reader.publish(makePack(210), day(-2));
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    reader.host.fault = (path) => (path === 'pack.json' ? { until: answered } : undefined);
    reader.host.asked();
    // Due, and not asked for a moment ago.
    await reader.inStore('sync', '(rows) => rows.map((row) => ({ ...row, lastAttempt: 0, nextAt: 0 }))');
    const other = await reader.reader.openExtensionPage('options.html');
    const ask = `${API}.runtime.sendMessage({ to: 'background', name: 'syncNow', params: { pack: null } })`;
    await Promise.all([other.evaluate(ask), inDesk(ask), ring()]);
    await until('the publisher to be asked', async () => reader.host.requests.length > 0);
    await pause(1_000);
    await Promise.all([other.evaluate(ask), ring()]);
    await pause(500);
    answer();
    await reader.untilRevision(2);
    expect(reader.host.asked()).toEqual(['pack.json', fileOf(next.deltas.at(-1)!)]);
    await invariants.hold();

    // A page that takes a pack from a file holds the pack's lock: nobody else touches the pack meanwhile.
    await reader.publish(makePack(220), day(-1));
    await other.evaluate(
      `void navigator.locks.request('sync:example', () => new Promise((resolve) => { globalThis.letGo = resolve; }))`,
    );
    await reader.syncNow();
    await pause(500);
    expect(reader.host.asked()).toEqual([]);
    await other.evaluate('globalThis.letGo()');
    await reader.syncNow();
    await reader.untilRevision(3);
    await invariants.hold();
  });

  test('38, 41: an alarm that was deleted is there again at the next start, and rings; so does a network that is back', async () => {
    reader = await SyncingReader.start(name, name === 'firefox' ? SLEEPY : {});
    await reader.publish(makePack(100), day(-2));
    await reader.add();
    await reader.untilRevision(1);
    const invariants = await invariantsOf(reader);
    await until('the alarm', async () => (await alarms()).includes('sync'));
    await inDesk(`${API}.alarms.clearAll()`);
    expect(await alarms()).toEqual([]);
    await stopBackground(reader.reader);
    await reader.holdings();
    await until('the alarm to be there again', async () => (await alarms()).includes('sync'));
    // It wakes a background that sleeps, and what is due is asked for.
    await reader.inStore('sync', '(rows) => rows.map((row) => ({ ...row, nextAt: 0 }))');
    await stopBackground(reader.reader);
    reader.host.asked();
    await ring();
    await until('the publisher to be asked', async () => reader.host.requests.length > 0);
    await reader.untilPhase('idle');
    await invariants.hold();

    // Without a network the next look is minutes off; with it, it is not waited for.
    await reader.inStore(
      'sync',
      `(rows) => rows.map((row) => ({
        ...row,
        nextAt: Date.now() + 120_000,
        failures: 1,
        failure: { code: 'offline', message: '', at: Date.now(), since: Date.now(), detail: {} },
      }))`,
    );
    reader.host.asked();
    await inBackground(reader.reader, "(global) => void global.dispatchEvent(new global.Event('online'))");
    await until('the publisher to be asked', async () => reader.host.requests.length > 0);
    await invariants.hold();
  });

  test('42: a background that was stopped is woken by a message and answers it: of a page, of the popup', async () => {
    reader = await SyncingReader.start(name, { made, ...(name === 'firefox' && SLEEPY) });
    await reader.publish(makePack(100), day(-2));
    await reader.add();
    await reader.untilRevision(1);
    const invariants = await invariantsOf(reader);
    const article = await reader.reader.open('putin.html');
    await article.marked();
    await stopBackground(reader.reader);
    await article.cardOn('Vladimir Putin', 'President of Russia');
    await stopBackground(reader.reader);
    const popup = await reader.reader.openPopup(article.tabId);
    await popup.waitForSelector('[role="tablist"]');
    await popup.close();
    await stopBackground(reader.reader);
    await article.page.reload({ waitUntil: 'load' });
    expect(Object.values(await article.marked()).flat()).toContain('Vladimir Putin');
    await stopBackground(reader.reader);
    await reader.publish(makePack(110), day(-1));
    await reader.syncNow();
    await reader.untilRevision(2);
    await invariants.hold();
  });
});
