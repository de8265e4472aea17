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

    test('finds a note in the popup, reads it and goes back, without losing the place', async () => {
      const article = await reader().open('three.html');
      await article.marked();
      const popup = await reader().openPopup(article.tabId);
      await popup.waitForSelector('[role="tablist"]');
      const focus = (): Promise<string> =>
        popup.evaluate(() => {
          const at = document.activeElement as HTMLElement;
          return `${at.getAttribute('role') ?? at.localName} ${at.innerText.trim().split('\n')[0]}`;
        });
      await popup.focus('.p-top .ico');
      await popup.keyboard.press('Enter');
      await popup.keyboard.type('Bashar');
      await until('its count to be said', () =>
        popup.evaluate(() => /\d notes? found|No other note/.test(document.body.innerText)),
      );
      await until('the note', () =>
        popup.evaluate(() => {
          const rows = [...document.querySelectorAll<HTMLElement>('.rows button.t')];
          rows.find((one) => one.innerText === 'Bashar al-Assad')?.focus();
          return document.activeElement?.localName === 'button';
        }),
      );
      const row = await focus();
      await popup.keyboard.press('Enter');
      await until('the note to have the focus', async () => /^dialog/.test(await focus()));
      // It is read as of the article the popup is about.
      await until('the note as of the article', () =>
        popup.evaluate(() => /As of this article, 10 Feb 2019/.test(document.body.innerText)),
      );
      await popup.focus('[role="dialog"] [aria-label="Close"]');
      await popup.keyboard.press('Enter');
      await until('the row to have it again', async () => (await focus()) === row);
      await popup.close();
      await article.page.close();
    });

    test('what is asked for takes the focus from the button that asked', async () => {
      const article = await reader().open('three.html');
      await article.marked();
      const { keyboard } = article.page;
      await keyboard.down('Alt');
      await keyboard.press('KeyN');
      await keyboard.up('Alt');
      await until('the card', async () => (await article.cardText())?.includes('more statement'));
      const press = () =>
        article.inCard((root) => {
          const more = root.querySelector<HTMLElement>('.stmts > .more button')!;
          more.focus();
          more.click();
          return true;
        });
      await press();
      await until('the next statement to have it', () =>
        article.inCard((root) => root.activeElement === root.querySelectorAll('.stmts > li')[2]),
      );
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
