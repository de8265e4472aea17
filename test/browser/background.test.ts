import { expect, test } from 'vitest';
import { pause, type Reader, until } from '../../lib/cli/reader.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { articlePage, filler } from '../support/pages.ts';

/** Ends the background as the browser does: its worker in Chromium, its event page (idle for a second) in Firefox. */
async function stopBackground(reader: Reader): Promise<void> {
  if (reader.name === 'firefox') return pause(4_000);
  const workers = () => reader.running.browser.targets().filter((each) => each.type() === 'service_worker');
  for (const target of workers()) await (await target.worker())?.close();
  await until('the worker to stop', async () => workers().length === 0);
}

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
