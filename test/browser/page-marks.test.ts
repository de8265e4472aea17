import { expect, test } from 'vitest';
import { pause, until } from '../../lib/cli/reader.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

inBothBrowsers(
  'marks on the page',
  {
    'fields.html': () =>
      articlePage(['Vladimir Putin spoke.', filler(3)], {
        extra: `<p contenteditable>Benjamin Netanyahu in a draft</p><textarea>Hezbollah</textarea><pre>Fourth Division</pre>
          <nav>The Jerusalem Post</nav><p hidden>Bashar al-Assad</p><p style="display: none">Maher al-Assad</p>`,
      }),
    'sections.html': () =>
      articlePage(['Vladimir Putin spoke. Vladimir Putin left.', filler(3)], {
        extra: `<h2>Later</h2><p>Vladimir Putin came back.</p>`,
      }),
    'unfolds.html': () =>
      articlePage([filler(3)], {
        extra: '<div id="more" style="display: none"><p>Vladimir Putin was in the part that was folded away.</p></div>',
        after: `<button onclick="document.querySelector('#more').style.display = 'block'">More</button>`,
      }),
    'listening.html': () =>
      articlePage(['Vladimir Putin spoke.', filler(3)], {
        head: `<script>
          window.heard = [];
          addEventListener('message', (event) => heard.push(event.data));
          new MutationObserver((records) => heard.push(...records.map((record) => record.type + ' ' + record.target.nodeName)))
            .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
          addEventListener('load', () => setTimeout(() => { heard.length = 0; }));
        </script>`,
      }),
    'replaced-nodes.html': () =>
      articlePage(['Vladimir Putin spoke.', filler(3)], {
        after: `<script>
          window.again = () => {
            const article = document.querySelector('article');
            article.replaceChildren(...[...article.children].map((child) => child.cloneNode(true)));
          };
        </script>`,
      }),
  },
  (reader) => {
    const textsOf = (marks: Record<string, string[]>): string[] => Object.values(marks).flat().sort();

    test('nothing is marked where the reader writes, in code, in navigation, or unseen', async () => {
      const article = await reader().open('fields.html');
      expect(textsOf(await article.marked())).toEqual(['Vladimir Putin']);
      await article.page.close();
    });

    test('a name is marked once in a section', async () => {
      const article = await reader().open('sections.html');
      expect(textsOf(await article.marked())).toEqual(['Vladimir Putin', 'Vladimir Putin']);
      await article.page.close();
    });

    test('text that is folded out by a click is read', async () => {
      const article = await reader().open('unfolds.html');
      await pause(500);
      await article.page.click('button');
      await until('the mark', async () => textsOf(await article.marks()).includes('Vladimir Putin'));
      await article.page.close();
    });

    test('the same text in other nodes keeps its marks', async () => {
      const article = await reader().open('replaced-nodes.html');
      await article.marked();
      await article.page.evaluate(() => (window as unknown as { again(): void }).again());
      await until('the mark in the new nodes', () =>
        article.page.evaluate(() =>
          [...CSS.highlights.values()].some((highlight) =>
            [...highlight].some(
              (range) => range.startContainer.isConnected && range.startContainer.textContent!.includes('Putin'),
            ),
          ),
        ),
      );
      await article.page.close();
    });

    test('the page is told nothing', async () => {
      const article = await reader().open('listening.html');
      await article.marked();
      await article.cardOn('Vladimir Putin', 'Vladimir Putin');
      const heard = await article.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
      // The card's host is the one thing added, beside the body.
      expect(heard.filter((what) => what !== 'childList HTML' && !/CLAIM-CONTEXT/.test(String(what)))).toEqual([]);
      await article.page.close();
    });
  },
);
