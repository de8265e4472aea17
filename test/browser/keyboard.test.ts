import { expect, test } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

inBothBrowsers(
  'a reader without a pointer',
  {
    'three.html': () =>
      articlePage(['Vladimir Putin met Benjamin Netanyahu.', filler(2), 'The Jerusalem Post was there.'], {
        after: '<input id="field"><p>End</p>',
      }),
  },
  (reader) => {
    test('goes from name to name, opens, pins and closes the card', async () => {
      const article = await reader().open('three.html');
      await article.marked();
      const { keyboard } = article.page;
      const step = async (back = false): Promise<void> => {
        await keyboard.down('Alt');
        if (back) await keyboard.down('Shift');
        await keyboard.press('KeyN');
        if (back) await keyboard.up('Shift');
        await keyboard.up('Alt');
      };
      const cardWith = (words: string) =>
        until(`the card of ${words}`, async () => (await article.cardText())?.includes(words));

      await step();
      await cardWith('Vladimir Putin');
      await step();
      await cardWith('Benjamin Netanyahu');
      await step(true);
      await cardWith('Vladimir Putin');
      // The card opened by key has the focus, so its controls are one Tab away.
      expect(await article.inCard((root) => root.activeElement !== null)).toBe(true);
      await keyboard.press('Escape');
      await until('Escape to close', async () => (await article.cardText()) === null);
      await article.page.close();
    });

    test('keys do nothing while something is being typed', async () => {
      const article = await reader().open('three.html');
      await article.marked();
      await article.page.focus('#field');
      await article.page.keyboard.type('n p');
      expect(await article.page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('n p');
      expect(await article.cardText()).toBeNull();
      await article.page.close();
    });
  },
);
