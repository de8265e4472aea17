import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FIREFOX_ADDON_ID } from '../../lib/cli/browsers.ts';
import { outputOf } from '../../lib/cli/build.ts';
import { type OpenArticle, Reader } from '../../lib/cli/reader.ts';
import { articlePage, filler } from '../support/pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'claim-context-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIXTURES = new URL('../fixtures', import.meta.url).pathname;
const made = (path: string) =>
  path === '/putin.html' ? articlePage(['Vladimir Putin spoke for an hour.', filler(3)]) : undefined;

/** A profile in which the reader has allowed the add-on in private windows. */
function privateProfile(): string {
  const profile = join(folder, 'private-profile');
  mkdirSync(profile, { recursive: true });
  const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
  writeFileSync(join(profile, 'extension-preferences.json'), JSON.stringify({ [FIREFOX_ADDON_ID]: allowed }));
  return profile;
}

/** What a reader is told in the popup of a page. */
async function popupText(reader: Reader, { tabId }: OpenArticle): Promise<string> {
  const popup = await reader.openPopup(tabId);
  return popup.evaluate(() => document.body.innerText);
}

describe('where nothing may be stored', () => {
  test('45: a profile whose databases cannot be opened (Chromium): notes work from memory and the popup says so', async () => {
    const profile = join(folder, 'broken-profile');
    const options = { folder: FIXTURES, made, profile };
    const before = await Reader.start('chromium', options);
    await before.ask('getPacks', {});
    await before.stop();
    // A file where the browser wants a folder: nothing can be opened, and nothing be made anew.
    rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true });
    writeFileSync(join(profile, 'Default', 'IndexedDB'), '');
    const reader = await Reader.start('chromium', options);
    try {
      const article = await reader.open('putin.html');
      await article.marked();
      await article.cardOn('Vladimir Putin', 'President of Russia');
      expect(await reader.ask('getPacks', {})).toMatchObject({ ok: true, value: { store: { kind: 'memory' } } });
      await article.page.bringToFront();
      expect(await popupText(reader, article)).toMatch(/cannot be stored here|cannot be opened/);
    } finally {
      await reader.stop();
    }
  });

  test('45: permanent private mode (Firefox): notes work from memory and the popup says so', async () => {
    const reader = await Reader.start('firefox', {
      folder: FIXTURES,
      made,
      profile: privateProfile(),
      preferences: { 'browser.privatebrowsing.autostart': true },
    });
    try {
      const article = await reader.open('putin.html');
      await article.marked();
      expect(await article.cardOn('Vladimir Putin', 'Vladimir Putin')).toContain('President of Russia');
      const answer = await reader.ask('getPacks', {});
      expect(answer).toMatchObject({ ok: true, value: { store: { kind: 'memory' } } });
      await article.page.bringToFront();
      expect(await popupText(reader, article)).toMatch(/cannot be stored here/);
    } finally {
      await reader.stop();
    }
  });
});

describe.each(['chromium', 'firefox'] as const)('a bundled pack that is broken (%s)', (name) => {
  const breakages: [string, (extension: string) => void][] = [
    [
      'cut short',
      (extension) => {
        const parts = join(extension, 'starter', 'f');
        const part = join(parts, readdirSync(parts)[0]!);
        writeFileSync(part, readFileSync(part).subarray(0, 1_000));
      },
    ],
    ['without its list', (extension) => rmSync(join(extension, 'starter', 'pack.json'))],
  ];

  test.each(breakages)('%s: pages open as ever and the popup says what is wrong', async (title, breakIt) => {
    const extension = join(folder, `${name}-${title.replaceAll(' ', '-')}`);
    cpSync(outputOf(name), extension, { recursive: true });
    breakIt(extension);
    const reader = await Reader.start(name, { folder: FIXTURES, made, extension });
    try {
      const article = await reader.open('putin.html');
      expect(await article.page.$eval('h1', (h1) => h1.textContent)).toBe('A day at the ministry');
      expect(await popupText(reader, article)).toMatch(/notes that came with Claim Context is missing or was changed/);
    } finally {
      await reader.stop();
    }
  });
});
