import { expect, test } from 'vitest';
import { type OpenArticle, pause, until } from '../../lib/cli/reader.ts';
import type { Settings } from '../../lib/messages/settings.ts';
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
    'named.html': () => articlePage(['<span id="name">Vladimir Putin</span> spoke.', filler(3)]),
    'many.html': () =>
      articlePage(Array.from({ length: 400 }, (_, i) => `Vladimir Putin spoke for the ${i}th time. ${filler(1)}`)),
    'frames.html': () =>
      articlePage(['Hezbollah did not speak.', filler(3)], {
        after: `<iframe name="advertisement" src="named.html" width="336" height="280"></iframe>
          <iframe name="article" src="named.html" width="800" height="600"></iframe>`,
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
  (reader, browser) => {
    /** How the lines of an official's name are drawn. */
    const lineOf = ({ page }: OpenArticle) =>
      page.$eval('#name', (name) => {
        const { textDecorationColor, textDecorationStyle } = getComputedStyle(
          name,
          '::highlight(claim-context-official-light)',
        );
        return `${textDecorationStyle} ${textDecorationColor}`;
      });
    const set = async (change: Partial<Settings>): Promise<void> => {
      const settings = await reader().ask('getSettings', {});
      if (!settings.ok) throw new Error(settings.failure.message);
      await reader().ask('setSettings', { settings: { ...settings.value, ...change } });
    };
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

    test('kinds have their colours, or all one, and always their lines', async () => {
      const article = await reader().open('named.html');
      await article.marked();
      await until('its own colour', async () => (await lineOf(article)) === 'dotted rgb(141, 72, 132)');
      await set({ oneColour: true });
      await until('the one colour', async () => (await lineOf(article)) === 'dotted rgb(42, 109, 146)');
      await set({ oneColour: false });
      await until('its own colour again', async () => (await lineOf(article)) === 'dotted rgb(141, 72, 132)');
      await article.page.close();
    });

    // Firefox takes forced colours from the system and from no command.
    test.runIf(browser === 'chromium')('forced colours are kept to', async () => {
      const article = await reader().open('named.html');
      await article.marked();
      const session = await article.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await until('the text’s own colour', async () => (await lineOf(article)) === 'dotted rgb(0, 0, 0)');
      await article.page.close();
    });

    test('marks outside the window follow those inside, until all are there', async () => {
      await set({ marks: 'all' });
      const article = await reader().open('many.html');
      await until('all marks', async () => textsOf(await article.marks()).length === 400);
      expect(await article.page.evaluate(() => (window as unknown as { mutations: number }).mutations)).toBe(0);
      await set({ marks: 'first' });
      await until('one mark', async () => textsOf(await article.marks()).length === 1);
      await article.page.close();
    });

    test('a frame of an article’s size is read, one of an advertisement’s is not', async () => {
      const article = await reader().open('frames.html');
      const marksIn = async (name: string): Promise<number> => {
        const at = await article.page.evaluate((which) => {
          const frame = document.querySelector<HTMLIFrameElement>(`iframe[name="${which}"]`)!;
          return (frame.contentWindow as unknown as typeof globalThis).CSS.highlights.size;
        }, name);
        return at;
      };
      await article.marked();
      await until('marks in the article’s frame', async () => (await marksIn('article')) > 0);
      await pause(500);
      expect(await marksIn('advertisement')).toBe(0);
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
