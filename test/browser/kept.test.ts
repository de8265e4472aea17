import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import { DEFAULT_SETTINGS } from '../../lib/messages/settings.ts';
import { violationsIn } from '../support/axe.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

/** One event told twice, with a figure that grew; and another event of its kind. */
const PAGES = {
  'first.html': articlePage(
    [
      'A bomb went off at Karsa market on Thursday. The blast at Karsa market killed 14 people, the mayor Osman Tal said.',
      'Another 41 people were wounded at the stalls of Karsa. Vladimir Putin sent a telegram to the mayor Osman Tal.',
      'The stalls of Karsa market burned until the evening, and the road to the market stayed closed.',
    ],
    { title: 'Blast at Karsa market', date: '2019-03-14' },
  ),
  'second.html': articlePage(
    [
      'The bombing of Karsa market shook the city. At least 20 people were killed in the blast at Karsa market.',
      'Osman Tal, the mayor of Karsa, called it an attack on the stalls. Vladimir Putin sent a telegram to Karsa.',
      'The stalls of Karsa market burned, and the road to the market was closed until the evening.',
    ],
    { title: 'Karsa counts its dead', date: '2019-03-15' },
  ),
  'other.html': articlePage(
    [
      'The central bank of Osmaria raised its rate by a point. Governor Ilya Ram said 20 people had asked for it.',
      'Vladimir Putin did not speak about prices.',
      filler(2),
    ],
    { title: 'A rate goes up', date: '2019-03-15' },
  ),
};

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
const shows = (page: Page, words: RegExp): Promise<unknown> =>
  until(`the words ${words}`, async () => words.test(await textOf(page)));
const press = (page: Page, words: string): Promise<unknown> =>
  until(`a button “${words}”`, () =>
    page.evaluate((text) => {
      const button = [...document.querySelectorAll<HTMLElement>('button')].find((one) =>
        one.innerText.startsWith(text),
      );
      button?.click();
      return button !== undefined;
    }, words),
  );

inBothBrowsers(
  'articles a reader keeps',
  Object.fromEntries(Object.entries(PAGES).map(([name, html]) => [name, () => html])),
  (reader) => {
    const popupOn = async (path: string) => {
      const article = await reader().open(path);
      await article.marked();
      const popup = await reader().openPopup(article.tabId);
      await popup.waitForSelector('[role="tablist"]');
      return { article, popup };
    };
    const databases = (page: Page): Promise<string[]> =>
      page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name!));

    test('until the reader wants it, nothing is offered, kept or stored', async () => {
      const { article, popup } = await popupOn('first.html');
      expect(await textOf(popup)).not.toContain('Keep this article');
      expect(await reader().ask('keepArticle', { tabId: article.tabId, frameId: 0 })).toMatchObject({ ok: false });
      expect(await databases(popup)).not.toContain('claim-context-kept');
      await popup.close();
      await article.page.close();
    });

    test('an article that cannot be kept is said not to be', async () => {
      await reader().ask('setSettings', { settings: { ...DEFAULT_SETTINGS, keep: true } });
      const { article, popup } = await popupOn('first.html');
      await shows(popup, /Keep this article/);
      // Turned off in the settings while the popup is open.
      await reader().ask('setSettings', { settings: { ...DEFAULT_SETTINGS, keep: false } });
      await press(popup, 'Keep this article');
      await shows(popup, /The article was not kept\s+Keeping was turned off/);
      expect(await violationsIn(popup)).toEqual([]);
      await press(popup, 'Understood');
      await until('it to be read', async () => !/was not kept/.test(await textOf(popup)));
      await popup.close();
      await article.page.close();
    });

    test('an article kept tells a later one of its event what it said, and goes when it is told to', async () => {
      await reader().ask('setSettings', { settings: { ...DEFAULT_SETTINGS, keep: true } });
      const first = await popupOn('first.html');
      await press(first.popup, 'Keep this article');
      await shows(first.popup, /Kept: its claims/);

      const kept = await reader().ask('getKept', {});
      expect(kept).toMatchObject({ ok: true, value: [{ title: 'Blast at Karsa market' }] });
      expect(JSON.stringify(kept)).toContain('killed 14 people');

      const second = await popupOn('second.html');
      await press(second.popup, 'Claims');
      await shows(second.popup, /You read this in Blast at Karsa market, 14 Mar 2019: differs in number/);
      expect(await violationsIn(second.popup)).toEqual([]);
      await press(second.popup, 'Read otherwise 1');
      expect(await second.popup.$$eval('.claim', (claims) => claims.length)).toBe(1);
      expect(await textOf(second.popup)).toMatch(/20 people were killed[\s\S]*killed 14 people/);

      const other = await popupOn('other.html');
      await press(other.popup, 'Claims');
      await shows(other.popup, /raised its rate/);
      expect(await textOf(other.popup)).not.toContain('You read this');

      const options = await reader().openExtensionPage('options.html#kept', { width: 1000, height: 900 });
      await shows(options, /Blast at Karsa market/);
      expect(await violationsIn(options)).toEqual([]);
      await press(options, 'Delete the one kept article');
      await shows(options, /Delete the one kept article\?/);
      // The way back has the focus.
      expect(await options.evaluate(() => document.activeElement?.textContent)).toBe('Keep');
      await press(options, 'Delete');
      await shows(options, /No article is kept/);
      expect(await databases(options)).not.toContain('claim-context-kept');
      for (const page of [options, ...[first, second, other].flatMap((both) => [both.popup, both.article.page])]) {
        await page.close();
      }
    });
  },
);
