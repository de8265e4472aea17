import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { type OpenArticle, until } from '../../lib/cli/reader.ts';
import { violationsIn } from '../support/axe.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';

const SAMPLE = 'articles/trade-fire/source.html';

const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Presses the first button or tab with these words. */
const press = (page: Page, words: string | RegExp): Promise<void> =>
  until(`a button “${words}”`, () =>
    page.evaluate(
      (source, flags) => {
        const button = [...document.querySelectorAll<HTMLElement>('button')].find((one) =>
          new RegExp(source, flags).test(one.innerText),
        );
        button?.click();
        return button !== undefined;
      },
      typeof words === 'string' ? words : words.source,
      typeof words === 'string' ? '' : words.flags,
    ),
  ).then(() => {});

const shows = (page: Page, words: RegExp): Promise<unknown> =>
  until(`the words ${words}`, async () => words.test(await textOf(page)));

inBothBrowsers(
  'what a reader does in the popup',
  {
    'undated.html': () =>
      `<!doctype html><html lang="en"><title>Undated</title><article><h1>Army moves on the coast</h1>${'<p>The Fourth Division of the Syrian Army, led by Maher al-Assad, moved along the coast, according to Al-Ahram. Nobody else was there to see it and the road stayed closed for most of the day, people in the town said when they were asked.</p>'.repeat(5)}</article></html>`,
  },
  (reader, name) => {
    async function openBoth(path: string): Promise<{ article: OpenArticle; popup: Page; close(): Promise<void> }> {
      const article = await reader().open(path);
      await article.marked();
      const popup = await reader().openPopup(article.tabId);
      return {
        article,
        popup,
        async close() {
          await popup.close();
          await article.page.close();
        },
      };
    }

    test('claims are filtered by what was found, and one is marked in the page', async () => {
      const { article, popup, close } = await openBoth(SAMPLE);
      await press(popup, /^Claims/);
      const all = await popup.$$eval('.claim', (claims) => claims.length);
      await press(popup, /^Overtaken \d/);
      await until('fewer claims', async () => (await popup.$$eval('.claim', (claims) => claims.length)) < all);
      expect(await popup.$$eval('.claim', (claims) => claims.every((one) => /Overtaken/.test(one.textContent!)))).toBe(
        true,
      );
      await popup.click('.claim-t button');
      await until('the claim to be marked', async () =>
        Object.keys(await article.marks()).some((name) => /claim/.test(name)),
      );
      expect(await popup.$eval('.claim.at', (claim) => claim.getAttribute('aria-current'))).toBe('true');
      await close();
    });

    test('claims are copied with their citations', async () => {
      const { popup, close } = await openBoth(SAMPLE);
      await popup.evaluate(() => {
        const taken: string[] = [];
        (globalThis as never as { taken: string[] }).taken = taken;
        navigator.clipboard.writeText = async (text) => void taken.push(text);
      });
      await press(popup, /^Claims/);
      await press(popup, 'Copy as Markdown');
      await shows(popup, /Copied as Markdown/);
      await press(popup, 'Copy as CSV');
      await shows(popup, /Copied as CSV/);
      await popup.click('.claim:nth-child(2) .claim-t button');
      await press(popup, 'Copy this claim');
      await shows(popup, /Copied with sources/);
      const [markdown, csv, one] = await popup.evaluate(() => (globalThis as never as { taken: string[] }).taken);
      expect(markdown).toMatch(/^# .+\n/);
      expect(markdown).toMatch(/\]\(https:\/\/[^)]+\), .*seen/);
      expect(csv).toMatch(/^"article_title",/);
      // One claim alone, with the article it stands in.
      expect(one!.match(/^\d+\. /gm)).toEqual(['1. ']);
      expect(one!.split('\n')[0]).toBe(markdown!.split('\n')[0]);
      expect(csv).toMatch(/"https:\/\/[^"]+","\d{4}/);
      await close();
    });

    test('a page without a date says so and takes one from its reader, for card and popup', async () => {
      const { article, popup, close } = await openBoth('undated.html');
      await shows(popup, /No date found/);
      await press(popup, /^Why$/);
      await shows(popup, /The page states no day/);
      await press(popup, /^Set the date$/);
      expect(await violationsIn(popup)).toEqual([]);
      const set = async (day: string): Promise<void> => {
        await popup.$eval(
          'input[type=date]',
          (input, value) => {
            (input as HTMLInputElement).value = value;
            input.dispatchEvent(new Event('input', { bubbles: true }));
          },
          day,
        );
        await press(popup, 'Use this day');
      };
      await set('2019-02-08');
      await shows(popup, /8 Feb 2019, set by you/);
      await article.page.bringToFront();
      await article.cardOn('Maher al-Assad', '8 Feb 2019');
      // The day stays with the page.
      await article.page.reload({ waitUntil: 'load' });
      await article.marked();
      const again = await reader().openPopup(article.tabId);
      await shows(again, /8 Feb 2019, set by you/);
      await press(again, /^Set the date$/);
      await press(again, 'Use the date found');
      await shows(again, /No date found/);
      await again.close();
      await close();
    });

    test('a selection is looked up: the notes on its names, the checks with its words', async () => {
      const text = 'The Fourth Division is led by Maher al-Assad. Russian troops blew up bridges over the Euphrates.';
      const desk = await reader().openExtensionPage('options.html');
      // The menu cannot be pressed from here; that its entry is there and what it hands over can be seen.
      await desk.evaluate(async (selected) => {
        const api = ((globalThis as never as { browser?: never }).browser ??
          (globalThis as never as { chrome: never }).chrome) as {
          contextMenus: { update(id: string, change: object): Promise<void> };
          storage: { session: { set(items: object): Promise<void> } };
        };
        // Made when the background has started: a moment after a new installation it is not there yet.
        for (let tries = 0; ; tries++) {
          const isThere = await api.contextMenus.update('look-up', { enabled: true }).then(
            () => true,
            () => false,
          );
          if (isThere) break;
          if (tries === 100) throw new Error('the entry of the menu was never made');
          await new Promise((next) => setTimeout(next, 100));
        }
        await api.storage.session.set({ 'look-up': selected });
      }, text);
      const page = await reader().openExtensionPage('popup.html?look-up');
      await shows(page, /Names in it/);
      await shows(page, /Maher al-Assad/);
      const shown = await textOf(page);
      expect(shown).toContain(text);
      expect(shown).toMatch(/Fourth Division/);
      expect(shown).toMatch(/Checks with these words[\s\S]*Euphrates[\s\S]*One origin/);
      expect(await violationsIn(page)).toEqual([]);
      await page.close();
      await desk.close();
    });

    test('a selected sentence is shown with its claim, what was found, and its place in the page', async () => {
      const article = await reader().open(SAMPLE);
      await article.marked();
      const sentence =
        'Prime Minister Benjamin Netanyahu is set to meet Putin on February 21, and Syria is expected to be the main subject of their talks.';
      const desk = await reader().openExtensionPage('options.html');
      await desk.evaluate(async (selected) => {
        const api = ((globalThis as never as { browser?: never }).browser ??
          (globalThis as never as { chrome: never }).chrome) as {
          storage: { session: { set(items: object): Promise<void> } };
        };
        await api.storage.session.set({ 'look-up': selected });
      }, sentence);
      const page = await reader().openExtensionPage(`popup.html?look-up&tab=${article.tabId}`);
      await shows(page, /Claims in it\s+2[\s\S]*is set to meet[\s\S]*Overtaken[\s\S]*Names in it/);
      expect(await violationsIn(page)).toEqual([]);
      await page.$eval('.claim-t button', (button) => (button as HTMLElement).click());
      await until('the claim to be marked in the page', async () =>
        Object.keys(await article.marks()).some((mark) => mark.startsWith('claim-context-claim')),
      );
      await page.close();
      await desk.close();
      await article.page.close();
    });

    test.runIf(name === 'chromium')('the entry on a selection opens a window on it, not on its address', async () => {
      const article = await reader().open(SAMPLE);
      const { browser } = reader().running;
      const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
      await (await worker.worker())!.evaluate((id) => {
        interface Event {
          dispatch(click: object, tab: object): void;
        }
        const { chrome } = globalThis as never as { chrome: { contextMenus: { onClicked: Event } } };
        // As the browser tells of a press on the entry.
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: 'Maher al-Assad' }, { id });
      }, article.tabId);
      const opened = await until('the window', async () =>
        (await browser.pages()).find((page) => page.url().includes('look-up')),
      );
      await shows(opened, /Looked up in your packs\s+Maher al-Assad/);
      expect(opened.url()).not.toContain('Assad');
      await opened.close();
      await article.page.close();
    });

    test('the panel follows the tab in front', async () => {
      const one = await reader().open(SAMPLE);
      await one.marked();
      const panel = await reader().openExtensionPage('sidepanel.html', { width: 420, height: 800 });
      const two = await reader().open('undated.html');
      await two.marked();
      await shows(panel, /Army moves on the coast/);
      await one.page.bringToFront();
      await shows(panel, /10 Feb 2019/);
      await press(panel, /^Claims/);
      await panel.evaluate(() => document.querySelector<HTMLElement>('.claim-t button')!.click());
      await until('the claim to be marked in the page', async () =>
        Object.keys(await one.marks()).some((name) => /claim/.test(name)),
      );
      expect(await panel.$$eval('.claim.at', (claims) => claims.length)).toBe(1);
      expect(await violationsIn(panel)).toEqual([]);
      for (const page of [panel, one.page, two.page]) await page.close();
    });
  },
);
