import { expect, test } from 'vitest';
import { type OpenArticle, pause, until } from '../../lib/cli/reader.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boxOfCard = async ({ inCard }: OpenArticle): Promise<Box> =>
  (await inCard((root) => {
    const { left, top, right, bottom } = root.querySelector('[role="dialog"]')!.getBoundingClientRect();
    return { left, top, right, bottom };
  }))!;

/** The lines of the words, as the page shows them. */
const linesOf = ({ page }: OpenArticle, id: string): Promise<Box[]> =>
  page.$eval(`#${id}`, (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  });

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Puts the pointer on a line of an element, without scrolling. */
async function pointAt(article: OpenArticle, id: string, line = 0): Promise<void> {
  const box = (await linesOf(article, id))[line]!;
  await article.page.mouse.move(box.left + 5, (box.top + box.bottom) / 2);
  await article.page.mouse.move(box.left + 6, (box.top + box.bottom) / 2);
}

const opened = (article: OpenArticle, words: string): Promise<true> =>
  until(`the card of ${words}`, async () => (await article.cardText())?.includes(words) === true && (true as const));
const closed = (article: OpenArticle): Promise<true> =>
  until('no card', async () => (await article.cardText()) === null && (true as const));
/** The card fades in for 120 ms, and is placed when its text is there. */
const settled = (): Promise<void> => pause(300);

const at = (style: string, id = 'name', words = 'Vladimir Putin'): string =>
  articlePage([filler(1)], {
    head: '<style>body { height: 3000px; margin: 0 } #place { position: absolute }</style>',
    extra: `<p id="place" style="${style}"><span id="${id}">${words}</span> spoke.</p><p>${filler(4)}</p>`,
  });

inBothBrowsers(
  'the card beside a name',
  {
    'top.html': () => at('left: 200px; top: 4px'),
    'middle.html': () => at('left: 200px; top: 430px'),
    'bottom.html': () => at('left: 200px; top: 850px'),
    'right.html': () => at('right: 4px; top: 300px'),
    'broken.html': () => at('left: 700px; top: 300px; inline-size: 90px', 'name', 'Vladimir Putin'),
    'rtl.html': () => at('right: 300px; top: 200px; direction: rtl'),
    'small-root.html': () =>
      articlePage(['<span id="name">Vladimir Putin</span> spoke.', filler(3)], {
        head: '<style>html { font-size: 62.5% } * { color: rebeccapurple; font-family: fantasy } html > * { opacity: .5 }</style>',
      }),
    'dark.html': () =>
      articlePage(['<span id="name">Vladimir Putin</span> spoke.', filler(3)], {
        head: '<style>html { background: #111; color: #eee } html.day { background: #fff; color: #111 }</style>',
      }),
    'strict.html': () =>
      articlePage(['<span id="name">Vladimir Putin</span> spoke.', filler(3)]).replace(
        '<head>',
        `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; script-src 'none'">`,
      ),
    'two.html': () =>
      articlePage([
        '<span id="name">Vladimir Putin</span> spoke.',
        filler(8),
        '<span id="other">Benjamin Netanyahu</span> did not.',
        filler(3),
      ]),
    'shadow.html': () =>
      articlePage([filler(2)], {
        extra: '<div id="host"></div>',
        after: `<script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
          '<p style="margin: 0">Vladimir Putin was named in an open shadow root.</p><p>${filler(1)}</p>';</script>`,
      }),
    'linked.html': () =>
      articlePage([
        '<a id="name" href="/next.html">Vladimir Putin</a> spoke. <span id="other">Hezbollah</span> did not.',
        filler(3),
      ]),
    'next.html': () => '<!doctype html><title>next</title><link rel="icon" href="data:,">next',
  },
  (reader, browser) => {
    test.each(['top', 'middle', 'bottom', 'right', 'rtl'])(
      'stands clear of its line and inside the window (%s)',
      async (name) => {
        const article = await reader().open(`${name}.html`);
        await article.marked();
        await pointAt(article, 'name');
        await opened(article, 'Vladimir Putin');
        await settled();
        const [line] = await linesOf(article, 'name');
        const card = await boxOfCard(article);
        expect(meet(card, line!)).toBe(false);
        expect(card.left).toBeGreaterThanOrEqual(0);
        expect(card.top).toBeGreaterThanOrEqual(0);
        expect(card.right).toBeLessThanOrEqual(1100);
        expect(card.bottom).toBeLessThanOrEqual(900);
        // The text of the card begins under the name: its edge lies 16 px before it.
        if (name === 'middle') expect(card.left).toBeCloseTo(line!.left - 16, 0);
        if (name === 'rtl') expect(card.right).toBeCloseTo(line!.right + 16, 0);
        await article.page.close();
      },
    );

    test('keeps its own direction on a page of the other: the article’s flag stands over its thread', async () => {
      const article = await reader().open('rtl.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'this article');
      await settled();
      const drawn = await article.inCard((root) => {
        const middle = (box: DOMRect): number => box.left + box.width / 2;
        const flag = middle(root.querySelector('.tl-flag span')!.getBoundingClientRect());
        const lane = root.querySelector('.tl-run')!.getBoundingClientRect();
        const at = Number.parseFloat((root.querySelector('.tl-in') as HTMLElement).style.getPropertyValue('--at'));
        const ticks = [...root.querySelectorAll('.tl-axis span')].map((tick) => middle(tick.getBoundingClientRect()));
        return {
          flag,
          thread: lane.left + (lane.width * at) / 100,
          first: ticks[0]! - lane.left,
          lane: lane.width,
          at,
        };
      });
      expect(drawn!.at).toBeGreaterThan(15);
      expect(Math.abs(drawn!.flag - drawn!.thread)).toBeLessThan(2);
      expect(Math.abs(drawn!.first)).toBeLessThan(2);
      await article.page.close();
    });

    test('is copied with its sources', async () => {
      const article = await reader().open('middle.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Copy');
      await settled();
      const button = await article.inCard((root) => {
        const copy = [...root.querySelectorAll('.card-foot button')].find((one) => one.textContent === 'Copy')!;
        const { left, top, width, height } = copy.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await article.page.mouse.move(button!.x - 1, button!.y);
      await article.page.mouse.click(button!.x, button!.y);
      await opened(article, 'Copied with sources');
      await article.page.close();
    });

    test('a name broken over two lines has its card at the line pointed at', async () => {
      const article = await reader().open('broken.html');
      await article.marked();
      const lines = await linesOf(article, 'name');
      expect(lines).toHaveLength(2);
      await pointAt(article, 'name', 1);
      await opened(article, 'Vladimir Putin');
      await settled();
      expect((await boxOfCard(article)).top).toBeGreaterThanOrEqual(lines[1]!.bottom);
      await article.page.close();
    });

    test('has the reader’s text size whatever the page does to its own', async () => {
      const article = await reader().open('small-root.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await settled();
      const look = await article.inCard((root) => {
        const style = getComputedStyle(root.querySelector('h2')!);
        return {
          size: style.fontSize,
          family: style.fontFamily,
          colour: style.color,
          opacity: getComputedStyle(root.host).opacity,
        };
      });
      expect(look).toMatchObject({ size: '21px', opacity: '1' });
      expect(look!.family).not.toContain('fantasy');
      expect(look!.colour).not.toBe('rgb(102, 51, 153)');
      await article.page.close();
    });

    test('has twice the size for a reader who asks for it, and still stands clear', async () => {
      const settings = await reader().ask('getSettings', {});
      if (!settings.ok) throw new Error(settings.failure.message);
      await reader().ask('setSettings', { settings: { ...settings.value, textSize: 200 } });
      const article = await reader().open('middle.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await settled();
      expect(await article.inCard((root) => getComputedStyle(root.querySelector('h2')!).fontSize)).toBe('42px');
      const [line] = await linesOf(article, 'name');
      const card = await boxOfCard(article);
      expect(meet(card, line!)).toBe(false);
      expect([card.left >= 0, card.top >= 0, card.right <= 1100, card.bottom <= 900]).toEqual([true, true, true, true]);
      await reader().ask('setSettings', { settings: settings.value });
      await article.page.close();
    });

    test('is dark on a dark page, and so are the marks, until the page turns light', async () => {
      const article = await reader().open('dark.html');
      expect(Object.keys(await article.marked()).join()).toMatch(/official-dark/);
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      const scheme = () =>
        article.inCard((root) => getComputedStyle(root.querySelector('[role="dialog"]')!).colorScheme);
      expect(await scheme()).toBe('dark');
      await article.page.keyboard.press('Escape');
      await article.page.evaluate(() => document.documentElement.classList.add('day'));
      await until(
        'marks for a light page',
        async () => ((await article.marks())['claim-context-official-light'] ?? []).length > 0,
      );
      expect((await article.marks())['claim-context-official-dark'] ?? []).toEqual([]);
      await article.page.close();
    });

    test('a page’s security policy is no matter', async () => {
      const article = await reader().open('strict.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await settled();
      const width = await article.inCard(
        (root) => root.querySelector('[role="dialog"]')!.getBoundingClientRect().width,
      );
      expect(width).toBe(360);
      await article.page.close();
    });

    test('a pinned card stays while another name’s card opens', async () => {
      const article = await reader().open('two.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await article.inCard((root) => root.querySelector<HTMLElement>('[aria-pressed]')!.click());
      await article.page.mouse.move(1_000, 20);
      await article.page.evaluate(() => scrollTo(0, 0));
      await article.page.evaluate(() => document.querySelector('#other')!.scrollIntoView({ block: 'end' }));
      const texts = () =>
        article.inCard((root) => [...root.querySelectorAll('[role="dialog"]')].map((each) => each.textContent ?? ''));
      // The pinned card may lie over the other name: the keys reach it there.
      await article.page.keyboard.down('Alt');
      await article.page.keyboard.press('KeyN');
      await article.page.keyboard.press('KeyN');
      await article.page.keyboard.up('Alt');
      await until('two cards', async () => {
        const both = await texts();
        return both?.length === 2 && both[0]!.includes('Netanyahu') && both[1]!.includes('Putin');
      });
      await article.page.keyboard.press('Escape');
      await until('the pinned card alone', async () => (await texts())?.length === 1);
      await article.page.keyboard.press('Escape');
      await closed(article);
      await article.page.close();
    });

    test('opens on a name in an open shadow root', async () => {
      const article = await reader().open('shadow.html');
      await article.marked();
      const box = await article.page.$eval('#host', (host) => {
        const { left, top } = host.shadowRoot!.querySelector('p')!.getBoundingClientRect();
        return { left, top };
      });
      await article.page.mouse.move(box.left + 20, box.top + 8);
      await article.page.mouse.move(box.left + 21, box.top + 8);
      await opened(article, 'Vladimir Putin');
      await article.page.close();
    });

    test('a name that is a link has its card, and the link still leads on', async () => {
      const article = await reader().open('linked.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      const [line] = await linesOf(article, 'name');
      await article.page.mouse.click(line!.left + 6, (line!.top + line!.bottom) / 2);
      await until('the next page', () =>
        article.page.title().then(
          (title) => title === 'next',
          () => false,
        ),
      );
      await article.page.close();
    });

    test('a scroll under a resting pointer opens nothing and closes what was left behind', async () => {
      const article = await reader().open('two.html');
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await article.page.evaluate(() => {
        document.body.style.height = '4000px';
        scrollTo({ top: 1_000, behavior: 'instant' });
      });
      await closed(article);
      await article.page.close();
    });

    // Firefox is asked for touch by no protocol command that makes a click of it.
    test.runIf(browser === 'chromium')(
      'a tap opens a sheet, a tap beside it closes it, a tap on a link follows it',
      async () => {
        const article = await reader().open('linked.html');
        await article.marked();
        const tap = async (id: string): Promise<void> => {
          const [line] = await linesOf(article, id);
          await article.page.touchscreen.tap(line!.left + 10, (line!.top + line!.bottom) / 2);
        };
        await tap('other');
        await opened(article, 'Hezbollah');
        await settled();
        const sheet = await boxOfCard(article);
        const width = await article.page.evaluate(() => document.documentElement.clientWidth);
        expect([sheet.left, sheet.right, sheet.bottom]).toEqual([0, width, 900]);
        await article.page.touchscreen.tap(600, 30);
        await closed(article);
        await tap('name');
        await until('the next page', () =>
          article.page.title().then(
            (title) => title === 'next',
            () => false,
          ),
        );
        await article.page.close();
      },
    );

    test('on a narrow window it is a sheet at the lower edge', async () => {
      const article = await reader().open('two.html');
      await article.page.setViewport({ width: 420, height: 800 });
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await settled();
      const sheet = await boxOfCard(article);
      const width = await article.page.evaluate(() => document.documentElement.clientWidth);
      expect([sheet.left, sheet.right, sheet.bottom]).toEqual([0, width, 800]);
      await article.page.close();
    });

    test.each(['top', 'middle', 'bottom'])(
      'a sheet does not lie on its name, nor does it outgrow the room (%s)',
      async (name) => {
        const article = await reader().open(`${name}.html`);
        await article.page.setViewport({ width: 700, height: 900 });
        await article.marked();
        await pointAt(article, 'name');
        await opened(article, 'Vladimir Putin');
        await settled();
        const [line] = await linesOf(article, 'name');
        const sheet = await boxOfCard(article);
        expect(meet(sheet, line!)).toBe(false);
        if (name === 'bottom') expect(sheet.top).toBe(0);
        else expect(sheet.bottom).toBe(900);
        await article.page.close();
      },
    );

    test('a sheet keeps its edge while the page is scrolled', async () => {
      const article = await reader().open('bottom.html');
      await article.page.setViewport({ width: 700, height: 900 });
      await article.marked();
      await pointAt(article, 'name');
      await opened(article, 'Vladimir Putin');
      await settled();
      // From a pointer the sheet would close when the name has gone from under it.
      await article.page.keyboard.down('Alt');
      await article.page.keyboard.press('KeyN');
      await article.page.keyboard.up('Alt');
      await settled();
      const before = await boxOfCard(article);
      await article.page.evaluate(() => scrollBy({ top: 300, behavior: 'instant' }));
      await settled();
      expect((await boxOfCard(article)).top).toBe(before.top);
      await article.page.close();
    });

    test('“Not this one” takes the mark away, here and at the next visit, until it is taken back', async () => {
      const article = await reader().open('linked.html');
      await article.marked();
      await pointAt(article, 'other');
      await opened(article, 'Not this one');
      await article.inCard((root) =>
        [...root.querySelectorAll('button')].find((button) => button.textContent === 'Not this one')!.click(),
      );
      await closed(article);
      const marked = async () => Object.values(await article.marked()).flat();
      await until('the mark to be gone', async () => (await marked()).length === 1);
      await article.page.reload({ waitUntil: 'load' });
      expect(await marked()).toEqual(['Vladimir Putin']);
      const options = await reader().openExtensionPage('options.html', { width: 900, height: 900 });
      await options.waitForSelector('.muted li');
      expect(await options.$eval('.muted', (list) => list.textContent)).toContain('Hezbollah on 127.0.0.1');
      await options.$eval('.muted button', (button) => (button as HTMLElement).click());
      await until('no muted name', async () => (await options.$('.muted')) === null);
      await options.close();
      await until('both marks', async () => (await marked()).length === 2);
      await article.page.close();
    });
  },
);
