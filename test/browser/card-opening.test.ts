import { expect, test } from 'vitest';
import { type OpenArticle, pause, until } from '../../lib/cli/reader.ts';
import type { Settings } from '../../lib/messages/settings.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

/** Longer than any rest that opens a card, and than the wait before one closes. */
const A_WHILE_MS = 1_000;

const card = (article: OpenArticle, words: string) =>
  until(`the card of ${words}`, async () => (await article.cardText())?.includes(words));
const noCard = (article: OpenArticle) => until('no card', async () => (await article.cardText()) === null);
async function staysAs(article: OpenArticle, words: string | null): Promise<void> {
  await pause(A_WHILE_MS);
  const text = await article.cardText();
  if (words === null) expect(text).toBeNull();
  else expect(text).toContain(words);
}

async function middleOf({ page }: OpenArticle, id: string): Promise<{ x: number; y: number }> {
  return page.$eval(`#${id}`, (element) => {
    const { left, top, height } = element.getBoundingClientRect();
    return { x: left + 20, y: top + height / 2 };
  });
}
async function pointAt(article: OpenArticle, id: string): Promise<void> {
  const { x, y } = await middleOf(article, id);
  await article.page.mouse.move(x - 1, y);
  await article.page.mouse.move(x, y);
}
async function click(article: OpenArticle, id: string): Promise<void> {
  await pointAt(article, id);
  const { x, y } = await middleOf(article, id);
  await article.page.mouse.click(x, y);
}

inBothBrowsers(
  'what opens a card',
  {
    'names.html': () =>
      articlePage(
        [
          'It was <span id="putin">Vladimir Putin</span> who spoke first.',
          filler(6),
          'Then <a id="linked" href="/next.html">Hezbollah</a> did; <span id="other">Benjamin Netanyahu</span> did not.',
          filler(2),
        ],
        {
          // Beside a card of the first name, not under it.
          head: '<style>p:has(#other) { padding-inline-start: 480px }</style>',
          after: '<p id="end">End</p><input id="field">',
        },
      ),
    'next.html': () => '<!doctype html><title>next</title><link rel="icon" href="data:,">next',
  },
  (reader, browser) => {
    /** Chooses in the settings page, as a reader does, while the article is open in its tab. */
    async function choose(opens: Settings['opens']): Promise<void> {
      const options = await reader().openExtensionPage('options.html', { width: 900, height: 900 });
      const words = { rest: 'rest on', alt: 'hold Alt', shift: 'hold Shift', click: 'click a name' }[opens];
      await options.waitForSelector('#looks .opt');
      await options.$$eval(
        '#looks .opt',
        (all, text) => (all as HTMLElement[]).find((each) => each.innerText.includes(text))!.click(),
        words,
      );
      await until('the choice to be stored', async () => {
        const settings = await reader().ask('getSettings', {});
        return settings.ok && settings.value.opens === opens;
      });
      await options.close();
    }
    async function opened(opens: Settings['opens']): Promise<OpenArticle> {
      const article = await reader().open('names.html');
      await article.marked();
      await choose(opens);
      await article.page.bringToFront();
      return article;
    }

    test.each(['Alt', 'Shift'] as const)('%s held on a name opens its card, a rest alone does not', async (key) => {
      const article = await opened(key === 'Alt' ? 'alt' : 'shift');
      const { keyboard, mouse } = article.page;
      await pointAt(article, 'putin');
      await staysAs(article, null);
      // The key under a pointer that rests.
      await keyboard.down(key);
      await card(article, 'Vladimir Putin');
      await keyboard.up(key);
      await staysAs(article, 'Vladimir Putin');
      await mouse.move(1_000, 5);
      await noCard(article);
      // The pointer under a key that is held.
      await keyboard.down(key);
      await pointAt(article, 'other');
      await card(article, 'Netanyahu');
      await keyboard.up(key);
      await pointAt(article, 'linked');
      await noCard(article);
      await staysAs(article, null);
      await article.page.close();
    });

    test('the key of a command, or of typing, opens nothing', async () => {
      const article = await opened('shift');
      const { keyboard } = article.page;
      await pointAt(article, 'putin');
      await keyboard.down('Control');
      await keyboard.down('Shift');
      await staysAs(article, null);
      await keyboard.up('Shift');
      await keyboard.up('Control');
      await article.page.focus('#field');
      await keyboard.down('Shift');
      await staysAs(article, null);
      await keyboard.up('Shift');
      await article.page.close();
    });

    test('Alt+N goes from name to name while the pointer lies on another one', async () => {
      const article = await opened('alt');
      const { keyboard } = article.page;
      await pointAt(article, 'other');
      for (const name of ['Vladimir Putin', 'Hezbollah']) {
        await keyboard.down('Alt');
        // The second time, long enough for a card of the name under the pointer.
        if (name === 'Hezbollah') await pause(400);
        await keyboard.press('KeyN');
        await keyboard.up('Alt');
        await card(article, name);
      }
      await staysAs(article, 'Hezbollah');
      await article.page.close();
    });

    test('a click opens a card that stays, and a second one closes it', async () => {
      const article = await opened('click');
      const { mouse, keyboard } = article.page;
      await pointAt(article, 'putin');
      await staysAs(article, null);
      await click(article, 'putin');
      await card(article, 'Vladimir Putin');
      await mouse.move(1_000, 5);
      await staysAs(article, 'Vladimir Putin');
      await click(article, 'putin');
      await noCard(article);
      await staysAs(article, null);
      await click(article, 'putin');
      await card(article, 'Vladimir Putin');
      await click(article, 'other');
      await card(article, 'Netanyahu');
      await keyboard.press('Escape');
      await noCard(article);
      await click(article, 'other');
      await card(article, 'Netanyahu');
      await mouse.click(1_000, 5);
      await noCard(article);
      await article.page.close();
    });

    test('a click does not take a link, nor a selection that ends on a name', async () => {
      const article = await opened('click');
      const { mouse, keyboard } = article.page;
      const { x, y } = await middleOf(article, 'putin');
      await mouse.move(x - 40, y);
      await mouse.down();
      await mouse.move(x + 10, y, { steps: 4 });
      await mouse.up();
      expect(await article.page.evaluate(() => String(getSelection()))).not.toBe('');
      await staysAs(article, null);
      await mouse.click(1_000, 5);
      await pointAt(article, 'linked');
      await keyboard.down('Alt');
      await card(article, 'Hezbollah');
      await keyboard.up('Alt');
      await click(article, 'linked');
      await until('the next page', () =>
        article.page.title().then(
          (title) => title === 'next',
          () => false,
        ),
      );
      await article.page.close();
    });

    // Firefox is asked for touch by no protocol command that makes a click of it.
    test.runIf(browser === 'chromium').each(['alt', 'click'] as const)('a tap opens a sheet (%s)', async (opens) => {
      const article = await opened(opens);
      const { x, y } = await middleOf(article, 'other');
      await article.page.touchscreen.tap(x, y);
      await card(article, 'Netanyahu');
      const docked = await article.inCard((root) => root.querySelector('.place')!.getAttribute('data-docked'));
      expect(docked).toBe('true');
      await article.page.close();
    });

    test('a rest opens again when it is chosen again', async () => {
      const article = await opened('rest');
      await pointAt(article, 'putin');
      await card(article, 'Vladimir Putin');
      await article.page.close();
    });
  },
);
