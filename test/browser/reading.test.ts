import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pause, until } from '../../lib/cli/reader.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, counting, filler } from '../support/pages.ts';

const SAMPLE = new URL('../fixtures/articles/trade-fire/', import.meta.url);
const sample = readFileSync(new URL('source.html', SAMPLE), 'utf8');
/** Every distinct name of the sample article and what its card must say. */
const cards: { words: string; nth?: number; card: string[] }[] = JSON.parse(
  readFileSync(new URL('cards.json', SAMPLE), 'utf8'),
);

const mutationsOf = (page: { evaluate<T>(f: () => T): Promise<T> }): Promise<number> =>
  page.evaluate(() => (window as unknown as { mutations: number }).mutations);

inBothBrowsers(
  'an article is read',
  {
    'sample.html': () => counting(sample),
    'late.html': () =>
      articlePage([filler(2), 'At first the page has nothing in it that anyone has a note on.'], {
        after: `<script>
          setTimeout(() => {
            const p = document.createElement('p');
            p.textContent = 'Later a line came in: Vladimir Putin had left the hall.';
            document.querySelector('article').append(p);
          }, 1500);
        </script>`,
      }),
    'replaced.html': () =>
      articlePage(['Sergei Lavrov spoke first.', filler(2)], {
        after: `<script>
          window.replaceArticle = () => {
            history.pushState({}, '', '/next.html');
            document.title = 'Another day';
            document.querySelector('article').innerHTML =
              '<h1>Another day</h1><p>Benjamin Netanyahu spoke last.</p><p>${filler(2)}</p>';
          };
        </script>`,
      }),
    'two-frames.html': () =>
      articlePage(['Vladimir Putin was in the outer frame.', filler(2)], {
        after: '<iframe src="/inner.html" width="700" height="500"></iframe>',
      }),
    'inner.html': () => articlePage(['Benjamin Netanyahu was in the inner frame.', filler(3)]),
    'shadow.html': () =>
      articlePage([filler(2)], {
        extra: '<div id="host"></div>',
        after: `<script>
          document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
            '<p>Vladimir Putin was named in an open shadow root.</p><p>${filler(1)}</p>';
        </script>`,
      }),
  },
  (reader) => {
    test('every name of the sample article has its card, and the article is untouched', {
      timeout: 180_000,
    }, async () => {
      const article = await reader().open('sample.html');
      await article.marked();
      for (const { words, nth = 0, card } of cards) {
        const text = await article.cardOn(words, card[0]!, nth);
        for (const expected of card) expect(text, `the card of “${words}”`).toContain(expected);
      }
      expect(await mutationsOf(article.page)).toBe(0);
      await article.page.close();
    });

    test('text that comes late is read', async () => {
      const article = await reader().open('late.html');
      await until('the late name to be marked', async () =>
        Object.values(await article.marks())
          .flat()
          .includes('Vladimir Putin'),
      );
      await article.page.close();
    });

    test('an article that replaces another in place is read, and the old marks are gone', async () => {
      const article = await reader().open('replaced.html');
      await until('the first article', async () =>
        Object.values(await article.marks())
          .flat()
          .includes('Sergei Lavrov'),
      );
      await article.page.evaluate(() => (window as unknown as { replaceArticle(): void }).replaceArticle());
      await until('the second article', async () => {
        const marked = Object.values(await article.marks()).flat();
        return marked.includes('Benjamin Netanyahu') && !marked.includes('Sergei Lavrov');
      });
      await article.page.close();
    });

    test('an article in a frame is read as well', async () => {
      const article = await reader().open('two-frames.html');
      await article.marked();
      const inner = await until('the inner frame', async () =>
        article.page.frames().find((frame) => frame.url().endsWith('inner.html')),
      );
      await until('marks in the inner frame', () =>
        inner.evaluate(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0)),
      );
      await article.page.close();
    });

    test('text in an open shadow root is read', async () => {
      const article = await reader().open('shadow.html');
      const marked = await article.marked();
      expect(Object.values(marked).flat()).toContain('Vladimir Putin');
      await article.page.close();
    });

    test('the card can be entered, pinned, and is closed by Escape', async () => {
      const article = await reader().open('sample.html');
      await article.marked();
      await article.cardOn('Maher al-Assad', 'Maher al-Assad');
      const box = await article.inCard((root) => {
        const { x, y, width, height } = root.querySelector('[role="dialog"]')!.getBoundingClientRect();
        return { x, y, width, height };
      });
      await article.page.mouse.move(box!.x + box!.width / 2, box!.y + 40, { steps: 4 });
      await pause(900);
      expect(await article.cardText(), 'stays while the pointer is in it').toContain('Maher al-Assad');
      await article.page.mouse.move(5, 5, { steps: 3 });
      await until('the card to close after leaving', async () => (await article.cardText()) === null);

      await article.cardOn('Bashar al-Assad', 'Bashar al-Assad');
      await article.inCard((root) => root.querySelector<HTMLElement>('[aria-pressed]')!.click());
      await article.page.mouse.move(5, 5, { steps: 3 });
      await pause(900);
      expect(await article.cardText(), 'stays when pinned').toContain('Bashar al-Assad');
      await article.page.keyboard.press('Escape');
      await until('the card to close by Escape', async () => (await article.cardText()) === null);
      await article.page.close();
    });
  },
);
