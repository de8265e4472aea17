/** Syncing as a reader does it: a pack is added by its address and key, synced from the popup, stopped, refused, ended. */
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import { segmentsOf } from '../../lib/packs/published.ts';
import { fileOf } from '../../lib/packs/revision.ts';
import { violationsIn } from '../support/axe.ts';
import { articlePage, filler } from '../support/pages.ts';
import { day, SyncingReader } from '../support/syncing.ts';
import { makePack, makeRecord } from '../unit/packs/make-pack.ts';
import { note, packOf } from '../unit/store/held.ts';

const NAMES = ['chromium', 'firefox'] as const;
const NEVER = new Promise(() => {});
const UNIT = 'unit/hama-rifles';

const made = (path: string): string | undefined =>
  path === '/rifles.html'
    ? articlePage([
        'The Hama Rifles crossed the bridge, the ministry said.',
        filler(3),
        'Vladimir Putin spoke.',
        filler(3),
      ])
    : undefined;
const rifles = (facts: readonly object[], more: object = {}) =>
  note(UNIT, 'Hama Rifles', facts, { country: 'Syria', ...more });

let reader: SyncingReader;
afterEach(() => reader.stop());

const start = async (name: 'chromium' | 'firefox'): Promise<void> => {
  reader = await SyncingReader.start(name, { made });
};
const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText.replaceAll('\u00a0', ' '));
const says = (page: Page, words: RegExp): Promise<string> =>
  until(`“${words.source}” on the page`, async () => {
    const text = await textOf(page);
    return words.test(text) && text;
  });
async function press(page: Page, words: string, within = 'body'): Promise<void> {
  await until(`a button “${words}”`, () =>
    page.evaluate(
      (text, selector) => {
        const all = [...document.querySelectorAll<HTMLElement>(`${selector} :is(button, label.btn)`)];
        const one = all.find((button) => button.innerText.trim() === text);
        one?.click();
        return one !== undefined;
      },
      words,
      within,
    ),
  );
}
async function options(): Promise<Page> {
  const page = await reader.reader.openExtensionPage('options.html', { width: 1100, height: 900 });
  await page.waitForSelector('#packs');
  return page;
}

describe.each(NAMES)('a reader with %s', (name) => {
  test('adds a pack by its address: looks at it, compares its key, trusts it, and reads with it at once', async () => {
    await start(name);
    await reader.publish(packOf([rifles([{ what: 'commander', value: 'An officer' }])]), day(-2));
    const article = await reader.reader.open('rifles.html');
    await article.marked();
    await article.page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));

    const page = await options();
    await page.type('#pack-address', reader.host.url);
    await press(page, 'Look at it');
    const offer = await says(page, /Key of the publisher/);
    expect(offer).toMatch(/Example pack[\s\S]*By Example Desk, at 127\.0\.0\.1/);
    expect(offer).toContain('This key came with the pack. Compare it with what the publisher says elsewhere');
    const keyid = reader.publisher.root.keyid.match(/.{4}/g)!.join(' ');
    expect(offer).toContain(keyid);
    // Nothing is kept of what was only looked at.
    expect((await reader.holdings()).packs.map(({ id }) => id)).toEqual(['starter']);
    await press(page, 'Trust this key and add');
    await says(page, /Example pack[\s\S]*Checked[\s\S]*Next check[\s\S]*in \d+ hours/);
    expect(await textOf(page)).toContain(keyid);

    await article.page.bringToFront();
    // The page was not loaded anew, and its names are marked by the new notes.
    const card = await article.cardOn('Hama Rifles', 'An officer');
    expect(card).toContain('Example pack');
    expect(await article.page.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
    await page.close();
  });

  test('is shown what a pack is that is not to be had', async () => {
    await start(name);
    await reader.publish(packOf([rifles([])]), day(-2));
    const page = await options();
    const look = async (address: string): Promise<string> => {
      await page.$eval('#pack-address', (input) => ((input as HTMLInputElement).value = ''));
      await page.type('#pack-address', address);
      await press(page, 'Look at it');
      return (await page.waitForSelector('.add [role="alert"]'))!.evaluate((alert) => alert.textContent ?? '');
    };
    expect(await look('example.org/pack.json')).toMatch(/begins with https:/);
    expect(await look(`${reader.host.url}#root=${'A'.repeat(43)}`)).toMatch(/root key is not the one/);
    reader.host.fault = () => ({ body: '<!doctype html><title>Log in</title>' });
    expect(await look(reader.host.url)).toMatch(/sign-in page/);
    reader.host.fault = () => ({ status: 503 });
    expect(await look(reader.host.url)).toMatch(/answered with an error/);
    expect((await reader.holdings()).pending).toEqual([]);
    await page.close();
  });

  test('syncs from the popup, sees parts and bytes, and stops it; what was fetched stays', async () => {
    await start(name);
    await reader.publish(makePack(1_500), day(-9));
    await reader.add();
    await reader.untilRevision(1);
    for (let n = 1; n < 6; n++) await reader.publish(makePack(1_500 + n * 20), day(n - 9));
    // A list without the roll-ups: five parts to fetch.
    const late = segmentsOf(reader.publisher.revision!).map(fileOf).slice(3);
    reader.host.fault = (path) => (late.includes(path) ? { until: NEVER } : undefined);
    await reader.inStore('sync', '(rows) => rows.map((row) => ({ ...row, lastAttempt: 0 }))');

    const article = await reader.reader.open('rifles.html');
    await article.marked();
    const popup = await reader.reader.openPopup(article.tabId);
    expect(await says(popup, /2 packs · checked/)).toContain('Sync now');
    await press(popup, 'Sync now', '.p-foot');
    const running = await says(popup, /Part 3 of 5 · [\d.]+ .?B of [\d.]+ .?B/);
    expect(running).toMatch(/Syncing Example pack/);
    expect(running).toContain('Revision 1 stays in use until all of the new one has been checked.');
    expect(
      await popup.$eval('[role="progressbar"]', (bar) => Number(bar.getAttribute('aria-valuenow'))),
    ).toBeGreaterThan(10);
    expect(await violationsIn(popup)).toEqual([]);
    reader.host.asked();
    await press(popup, 'Stop', '.p-foot');
    await until('the progress to go', async () => !/Part 3/.test(await textOf(popup)));
    expect((await reader.pack())!.source!.failure).toBeUndefined();
    reader.host.fault = () => undefined;
    await reader.syncNow();
    await reader.untilRevision(6);
    expect(
      reader.host
        .asked()
        .filter((path) => path !== 'pack.json')
        .sort(),
    ).toEqual([...late].sort());
    await popup.close();
  });

  test('is told of a refusal in a sentence, with what stays in use; the notes go on working', async () => {
    await start(name);
    await reader.publish(packOf([rifles([{ what: 'commander', value: 'An officer' }])]), day(-2));
    await reader.add();
    await reader.untilRevision(1);
    const stranger = await import('../../lib/packs/keys.ts').then(({ generateKey }) => generateKey());
    await reader.publish(packOf([rifles([{ what: 'commander', value: 'A forger' }])]), day(-1));
    reader.publisher.files.set(
      'pack.json',
      await reader.publisher.packFile(reader.publisher.revision!, [stranger.key]),
    );
    await reader.syncNow();
    await reader.untilFailure('signature');

    const article = await reader.reader.open('rifles.html');
    await article.marked();
    expect(await article.cardOn('Hama Rifles', 'An officer')).not.toContain('A forger');
    const popup = await reader.reader.openPopup(article.tabId);
    const told = await says(popup, /Example pack was not updated/);
    expect(told).toMatch(/signature does not match the publisher’s key\. Nothing from it was kept\./);
    expect(told).toMatch(/Revision 1 of .* stays in use\./);
    expect(told).toMatch(/1 of 2 packs not updated/);
    expect(await violationsIn(popup)).toEqual([]);
    await popup.close();
  });

  test('finds both packs on the card of a subject they share, in the order of the settings', async () => {
    await start(name);
    await reader.publish(packOf([rifles([{ what: 'commander', value: 'First officer', from: '2018' }])]), day(-2));
    await reader.add();
    await reader.untilRevision(1);
    const other = await SyncingReader.hostOf(
      packOf([rifles([{ what: 'commander', value: 'Second officer', from: '2017' }])], 'other', 'Other pack'),
    );
    try {
      await reader.addFrom(other);
      await until('the other pack', async () => (await reader.progress('other'))?.outcome?.kind === 'installed');
      const article = await reader.reader.open('rifles.html');
      await article.marked();
      const card = await article.cardOn('Hama Rifles', 'Second officer');
      expect(card).toMatch(/two packs differ on the commander/);
      expect(card).toMatch(/First officer[\s\S]*in Example pack[\s\S]*Second officer[\s\S]*in Other pack/);
      const page = await options();
      await page.click('[data-pack="other"] [aria-label="Move Other pack up"]');
      await until(
        'the new order',
        async () => (await reader.holdings()).packs.map(({ id }) => id).join() === 'starter,other,example',
      );
      await article.page.bringToFront();
      await until('the card in the new order', async () =>
        /Second officer[\s\S]*First officer/.test(await article.cardOn('Hama Rifles', 'First officer')),
      );
      // Not in use, it says nothing; its notes are still there.
      await page.bringToFront();
      await page.click('[data-pack="other"] [role="switch"]');
      await until('the pack to be off', async () => (await reader.pack('other'))?.inUse === false);
      await article.page.bringToFront();
      expect(await article.cardOn('Hama Rifles', 'First officer')).not.toContain('Second officer');
      expect(await violationsIn(page)).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  test('pauses a pack, lets it go on, and removes it after being asked', async () => {
    await start(name);
    await reader.publish(packOf([rifles([])]), day(-2));
    await reader.add();
    await reader.untilRevision(1);
    const page = await options();
    await press(page, 'Pause', '[data-pack="example"]');
    await says(page, /Paused\. Its notes stay in use\./);
    expect((await reader.pack())!.source).toMatchObject({ paused: true });
    reader.host.asked();
    await press(page, 'Resume', '[data-pack="example"]');
    await until('it to be asked for', async () => (await reader.pack())!.source!.paused === false);
    await press(page, 'Remove …', '[data-pack="example"]');
    await says(page, /Remove Example pack and its notes from this machine\? My notes stay\./);
    await press(page, 'Keep', '[data-pack="example"]');
    expect(await reader.pack()).toBeDefined();
    await press(page, 'Remove …', '[data-pack="example"]');
    await press(page, 'Remove', '[data-pack="example"]');
    await until('it to be gone', async () => (await reader.pack()) === undefined);
    expect(await reader.inStore('segments')).toBe(1);
  });

  test('reads what changed, and is told once of a statement that was on a card and is withdrawn', async () => {
    await start(name);
    const filling = makePack(200).notes.map((value) => ({ type: 'note', value }) as const);
    await reader.publish(packOf([rifles([{ what: 'commander', value: 'An officer' }]), ...filling]), day(-3));
    await reader.add();
    await reader.untilRevision(1);
    const article = await reader.reader.open('rifles.html');
    await article.marked();
    await article.cardOn('Hama Rifles', 'An officer');
    const changes = [{ date: '2026-11', reason: 'The page speaks of another unit.' }];
    await reader.publish(
      packOf([
        rifles([], { changes }),
        makeRecord({ type: 'note', id: 'unit/new-rifles', name: 'New Rifles', summary: 'New.' }),
        ...filling,
      ]),
      day(-2),
    );
    await reader.syncNow();
    await reader.untilRevision(2);
    const popup = await reader.reader.openPopup(article.tabId);
    const told = await says(popup, /Withdrawn: Hama Rifles/);
    expect(told).toMatch(/Not said any more: “An officer”[\s\S]*The page speaks of another unit\./);
    await press(popup, 'Understood');
    await until('it to be read', async () => !/Withdrawn/.test(await textOf(popup)));
    await popup.close();

    const page = await options();
    await page.click('[data-pack="example"] summary');
    const log = await says(page, /1 added, 1 changed, 0 withdrawn/);
    expect(log).toMatch(/Revision 2, .*, since revision 1\./);
    expect(log).toMatch(/Changed\s+Hama Rifles[\s\S]*commander\s+An officer[\s\S]*The page speaks of another unit\./);
    expect(log).toMatch(/Added\s+New Rifles/);
    expect(await says(page, /What changed/)).not.toMatch(/Withdrawn: Hama/);
  });

  test('is told why a pack ended, keeps its notes, and is offered the one that follows', async () => {
    await start(name);
    await reader.publish(packOf([rifles([])]), day(-3));
    await reader.add();
    await reader.untilRevision(1);
    await reader.publish(packOf([rifles([])]), day(-2), {
      retired: { reason: 'The desk closed.', successor: 'https://packs.example/new/pack.json' },
    });
    await reader.syncNow();
    await reader.untilRevision(2);
    reader.host.asked();
    const article = await reader.reader.open('rifles.html');
    await article.marked();
    const popup = await reader.reader.openPopup(article.tabId);
    const told = await says(popup, /Example pack has ended/);
    expect(told).toMatch(/The desk closed\.[\s\S]*Its notes stay in use/);
    expect(told).toContain('Look at the pack that follows');
    expect((await reader.reader.ask('syncNow', { pack: null })).ok).toBe(true);
    expect(reader.host.asked()).toEqual([]);
  });

  test('sees that the starter notes came with the extension and that nobody is asked about them', async () => {
    await start(name);
    const page = await options();
    expect(await says(page, /Came with the extension/)).toMatch(
      /No publisher’s address is known for it yet, so nobody is asked/,
    );
    const article = await reader.reader.open('rifles.html');
    await article.marked();
    const popup = await reader.reader.openPopup(article.tabId);
    const foot = await says(popup, /Add a pack/);
    expect(foot).toContain('Add a pack');
    expect(foot).not.toContain('Sync now');
    expect(await violationsIn(page)).toEqual([]);
  });
});
