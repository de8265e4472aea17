import { expect, test } from 'vitest';
import { pause } from '../../lib/cli/reader.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

const NAMES = 'Vladimir Putin met Benjamin Netanyahu.';

inBothBrowsers(
  'odd pages end in normal browsing',
  {
    'no-article.html': () =>
      '<!doctype html><title>Sign in</title><link rel="icon" href="data:,"><form><input name="user"><button>Go</button></form>',
    'five-megabytes.html': () => articlePage([NAMES, ...Array.from({ length: 26_000 }, () => filler(1))]),
    'restless.html': () =>
      articlePage([NAMES, filler(4)], {
        extra: '<p id="ticker">0</p>',
        after: `<script>
          let n = 0;
          setInterval(() => { document.querySelector('#ticker').textContent = 'Tick ' + n++ + ' for the ministry'; }, 10);
        </script>`,
      }),
    'broken.html': () =>
      `<!doctype html><meta property="og:type" content="article"><link rel="icon" href="data:,"><article><h1>Broken<p>${NAMES}<div><b><p>${filler(3)}</i></table><td>`,
    'table.html': () =>
      articlePage([NAMES, filler(2)], {
        extra: `<table>${'<tr><td>1</td><td>Homs</td><td>Hama</td></tr>'.repeat(20_000)}</table>`,
      }),
  },
  (reader) => {
    test('a page without an article is left alone, and the popup says so', async () => {
      const { page, tabId, marks } = await reader().open('no-article.html');
      await pause(800);
      expect(Object.values(await marks()).flat()).toEqual([]);
      const popup = await reader().openPopup(tabId);
      await popup.waitForFunction(() => /article/i.test(document.body.innerText));
      await popup.close();
      await page.close();
    });

    test.each(['five-megabytes.html', 'restless.html', 'broken.html', 'table.html'])(
      '%s',
      { timeout: 120_000 },
      async (path) => {
        const article = await reader().open(path);
        const marked = await article.marked();
        expect(Object.values(marked).flat()).toEqual(expect.arrayContaining(['Vladimir Putin', 'Benjamin Netanyahu']));
        // The page goes on answering: a task of its own runs at once.
        expect(await article.page.evaluate(() => new Promise((done) => setTimeout(() => done('alive'), 0)))).toBe(
          'alive',
        );
        const answer = await reader().ask('readTab', { tabId: article.tabId });
        expect(answer).toMatchObject({ ok: true, value: { state: 'read' } });
        await article.page.close();
      },
    );
  },
);
