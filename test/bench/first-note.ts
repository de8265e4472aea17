/**
 * From installing the extension into a fresh profile to the first card with a note, in both browsers, and the size of the
 * starter pack inside it. An article is open before the extension is there, as it is for a reader; it is loaded again
 * at once. Medians in milliseconds.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserName, launch } from '../../lib/cli/browsers.ts';
import { ensureBuilt } from '../../lib/cli/build.ts';
import { Reader } from '../../lib/cli/reader.ts';
import { serveFolder } from '../../lib/cli/serve-folder.ts';
import { articlePage, filler } from '../support/pages.ts';
import { median, type Row, record } from './record.ts';

const ROUNDS = 5;
const page = articlePage(['Vladimir Putin spoke for an hour.', filler(4)]);

async function once(name: BrowserName, extension: string): Promise<{ marks: number; card: number }> {
  const served = await serveFolder(import.meta.dirname, (path) => (path === '/article.html' ? page : undefined));
  // `launch` ends with the installation: what is measured begins there.
  const running = await launch(name, { extension, headless: true });
  const installed = performance.now();
  const reader = new Reader(running, served);
  try {
    const article = await reader.open('article.html');
    await article.marked();
    const marks = performance.now() - installed;
    await article.cardOn('Vladimir Putin', 'President of Russia');
    return { marks, card: performance.now() - installed };
  } finally {
    await reader.stop();
  }
}

const rows: Row[] = [];
for (const name of ['chromium', 'firefox'] as const) {
  const extension = await ensureBuilt(name, console.log);
  const rounds: { marks: number; card: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await once(name, extension));
  const parts = join(extension, 'starter', 'f');
  const bytes = readdirSync(parts).reduce((sum, file) => sum + statSync(join(parts, file)).size, 0);
  rows.push({
    browser: name,
    'pack kB, gzip': Math.round(bytes / 1000),
    'to first marks': Math.round(median(rounds.map(({ marks }) => marks))),
    'to first card (350 ms of it rest)': Math.round(median(rounds.map(({ card }) => card))),
  });
}
await record('first-note', rows);
