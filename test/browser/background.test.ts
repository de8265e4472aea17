import { expect, test } from 'vitest';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';
import { stopBackground } from '../support/stop-background.ts';

inBothBrowsers(
  'the background is stopped and woken',
  { 'putin.html': () => articlePage(['Vladimir Putin spoke for an hour.', filler(3)]) },
  (reader) => {
    test('a card still opens, and the next page is still read', async () => {
      const article = await reader().open('putin.html');
      await article.marked();
      await stopBackground(reader());
      const card = await article.cardOn('Vladimir Putin', 'Vladimir Putin');
      expect(card).toContain('President of Russia');
      await stopBackground(reader());
      await article.page.reload({ waitUntil: 'load' });
      await article.marked();
      await article.page.close();
    });
  },
  (name) => (name === 'firefox' ? { preferences: { 'extensions.background.idle.timeout': 1_000 } } : {}),
);
