/** The reader's own notes: written beside the page, shown on it, found on it, and kept as a file. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import { violationsIn } from '../support/axe.ts';
import { articlePage, filler } from '../support/pages.ts';
import { day, SyncingReader } from '../support/syncing.ts';
import { makePack } from '../unit/packs/make-pack.ts';

const NAMES = ['chromium', 'firefox'] as const;
const folder = mkdtempSync(join(tmpdir(), 'claim-context-copies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A page that listens to every key. */
const LISTENER = `<script>
  window.heard = [];
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput']) {
    addEventListener(type, (event) => window.heard.push(event.key ?? event.data), true);
  }
</script>`;
const made = (path: string): string | undefined =>
  path === '/mine.html'
    ? articlePage(['Vladimir Putin met the Jaysh Zahra near the border.', filler(3)], { head: LISTENER })
    : undefined;

let reader: SyncingReader;
afterEach(() => reader.stop());

const own = async (): Promise<readonly OwnNote[]> => {
  const answer = await reader.reader.ask('getOwn', {});
  return answer.ok ? answer.value : [];
};
/** The window a note is written in. Puppeteer does not see where Firefox's windows go, so each is asked. */
async function noteWindow(): Promise<Page> {
  const page = await until('the window', async () => {
    for (const one of await reader.reader.running.browser.pages()) {
      if (await one.evaluate(() => location.pathname === '/note.html').catch(() => false)) return one;
    }
    return null;
  });
  await page.waitForSelector('.own textarea');
  return page;
}

describe.each(NAMES)('own notes in %s', (name) => {
  test('are written in a window no page can listen to, and stand first on the card', async () => {
    reader = await SyncingReader.start(name, { made });
    const article = await reader.reader.open('mine.html');
    await article.marked();
    await article.cardOn('Vladimir Putin', 'President of Russia');
    await article.inCard((root) => {
      const all = [...root.querySelectorAll('button')];
      all.find((button) => button.innerText.trim() === 'My note')!.click();
      return true;
    });
    const page = await noteWindow();
    expect(await page.evaluate(() => document.body.innerText)).toContain('Vladimir Putin');
    await page.type('.own textarea', 'Ask who translated him.');
    expect(await violationsIn(page)).toEqual([]);
    await page.click('.own button[type="submit"]');
    const desk = await reader.reader.desk();
    await until('the window to close', async () => {
      const addresses = (await desk.evaluate(
        '(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.map(({ url }) => url ?? ""))',
      )) as string[];
      return !addresses.some((address) => address.endsWith('/note.html'));
    });
    expect(await own()).toMatchObject([{ note: 'official/vladimir-putin', text: 'Ask who translated him.' }]);
    await article.page.bringToFront();
    const card = await until('the note on the card', async () => {
      const text = await article.cardOn('Vladimir Putin', 'Vladimir Putin');
      return text.includes('Ask who translated him.') && text;
    });
    expect(card).toMatch(/My note\s+Ask who translated him\.\s+You, .* · kept on this machine, never synced/);
    expect(card.indexOf('My note')).toBeLessThan(card.indexOf('Russia', card.indexOf('President of Russia') + 20));
    expect(await article.page.evaluate(() => (globalThis as never as { heard: unknown[] }).heard)).toEqual([]);
  });

  test('a name of the reader’s own is found on pages, changed and deleted in the settings', async () => {
    reader = await SyncingReader.start(name, { made });
    const page = await reader.reader.openExtensionPage('options.html', { width: 1100, height: 900 });
    await page.waitForSelector('#own');
    const press = (words: string): Promise<unknown> =>
      until(`the button “${words}”`, () =>
        page.evaluate((text) => {
          const one = [...document.querySelectorAll<HTMLElement>('#own button')].find(
            (b) => b.innerText.trim() === text,
          );
          one?.click();
          return one !== undefined;
        }, words),
      );
    await press('Write a note');
    await page.type('#own .field input', 'Jaysh Zahra');
    await page.type('#own textarea', 'Rebel group, seen once.');
    await press('Save');
    await until('the note', async () => (await own()).length === 1);
    const article = await reader.reader.open('mine.html');
    await until('the name to be marked', async () =>
      Object.values(await article.marks())
        .flat()
        .includes('Jaysh Zahra'),
    );
    expect(await article.cardOn('Jaysh Zahra', 'Rebel group')).toMatch(/My note\s+Rebel group, seen once\./);

    await page.bringToFront();
    await press('Jaysh Zahra');
    await page.type('#own textarea', ' Twice.');
    await press('Save');
    await until('the change', async () => (await own())[0]?.text === 'Rebel group, seen once. Twice.');
    await press('Jaysh Zahra');
    await press('Delete');
    await press('Delete');
    await until('it to be gone', async () => (await own()).length === 0);
    await article.page.bringToFront();
    await until(
      'the card without it',
      async () => !(await article.cardOn('Jaysh Zahra', 'Jaysh Zahra')).includes('Rebel group'),
    );
  });

  test('a copy of everything goes out as a file and comes back on another machine', { timeout: 120_000 }, async () => {
    const downloads = join(folder, name);
    reader = await SyncingReader.start(name, {
      preferences: {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
      },
    });
    await reader.publish(makePack(300), day(-2));
    await reader.publish(makePack(320), day(-1));
    await reader.add();
    await reader.untilRevision(2);
    await reader.reader.ask('saveOwn', {
      draft: { id: null, kind: 'unit', name: 'Jaysh Zahra', note: null, text: 'Words “of mine”, ملاحظة.' },
    });
    const before = await own();
    const page = await reader.reader.openExtensionPage('options.html', { width: 1100, height: 900 });
    if (name === 'chromium') {
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    }
    await page.waitForSelector('#copies');
    const press = (words: string): Promise<unknown> =>
      until(`the button “${words}”`, () =>
        page.evaluate((text) => {
          const all = [...document.querySelectorAll<HTMLElement>('#copies button, [data-pack="example"] button')];
          const one = all.find((button) => button.innerText.trim() === text);
          one?.click();
          return one !== undefined;
        }, words),
      );
    const downloaded = (start: string): Promise<string> =>
      until('the file', async () => {
        const file =
          existsSync(downloads) &&
          readdirSync(downloads).find((each) => each.startsWith(start) && each.endsWith('.json'));
        return file && readFileSync(join(downloads, file), 'utf8').endsWith('\n') && join(downloads, file);
      });
    await press('Export everything');
    const whole = await downloaded('claim-context');
    await press('Export');
    const single = await downloaded('example');
    expect(JSON.parse(readFileSync(single, 'utf8'))).toMatchObject({ own: [], packs: [{ url: reader.host.url }] });

    // Another machine, as far as anything here can tell: nothing of it is left, and the host is gone.
    await reader.reader.ask('removePack', { pack: 'example' });
    await reader.reader.ask('deleteOwn', { id: before[0]!.id });
    await reader.inStore('sync', '(rows) => { rows.forEach((row) => { row.highest = undefined; }); return rows; }');
    reader.host.fault = () => ({ status: 503 });
    reader.host.asked();
    const choose = async (path: string): Promise<string> => {
      const input = (await page.waitForSelector('#copies input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
      await page.waitForFunction(() =>
        /Cancel|is no copy/.test((document.querySelector('#copies') as HTMLElement).innerText),
      );
      return page.$eval('#copies', (section) => (section as HTMLElement).innerText);
    };
    const broken = join(folder, `${name}-broken.json`);
    writeFileSync(broken, '{"format":"something else"}');
    expect(await choose(broken)).toMatch(/The file is no copy of notes/);
    const offered = await choose(whole);
    expect(offered).toMatch(/Example pack[\s\S]*By Example Desk[\s\S]*Revision 2/);
    expect(offered).toContain(reader.publisher.root.keyid.match(/.{4}/g)!.join(' '));
    expect(offered).toContain('One of my notes.');
    expect(await reader.pack()).toBeUndefined();
    await press('Trust these keys and take it');
    await until('the pack', async () => (await reader.pack())?.revision === 2);
    await until('the note', async () => JSON.stringify(await own()) === JSON.stringify(before));
    expect(reader.host.asked()).toEqual([]);
    await until('its notes to be in use', async () => {
      const answer = await reader.reader.ask('searchNotes', { query: 'Brigade 319' });
      return answer.ok && answer.value.some((note) => note.name === 'Brigade 319');
    });
  });
});
