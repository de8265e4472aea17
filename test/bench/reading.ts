/**
 * From a loaded page to its marks, in articles of about 1,000 and 20,000 words, in both browsers: reading the text, the round trip
 * to the background (opening what is stored, matching, linking inside it), marking. Warm and, after the background was
 * stopped, cold; medians in milliseconds.
 */
import type { BrowserName } from '../../lib/cli/browsers.ts';
import { ensureBuilt } from '../../lib/cli/build.ts';
import { pause, Reader, until } from '../../lib/cli/reader.ts';
import type { ReadTimes } from '../../lib/messages/reading.ts';
import { articlePage, filler } from '../support/pages.ts';
import { stopBackground } from '../support/stop-background.ts';
import { median, type Row, record } from './record.ts';

const ROUNDS = 15;
const NAMES = [
  'Vladimir Putin met Benjamin Netanyahu in Moscow, the Jerusalem Post reported.',
  'The Fourth Division of the Syrian Army is led by Maher al-Assad, brother of President Bashar al-Assad.',
  'Fighters of Hezbollah and of the Islamic Revolutionary Guard Corps left the town, according to Al-Ahram.',
];
/** Twelve paragraphs are about 1,000 words: news has a name in every third sentence or so. */
const pageOf = (paragraphs: number): string =>
  articlePage(Array.from({ length: paragraphs }, (_, i) => `${NAMES[i % NAMES.length]} ${filler(2)}`));
const CASES = [
  ['article.html', false],
  ['article.html', true],
  ['long.html', false],
] as const;
const PAGES: Readonly<Record<string, string>> = { 'article.html': pageOf(12), 'long.html': pageOf(240) };

async function timesOf(reader: Reader, path: string, cold: boolean): Promise<ReadTimes> {
  if (cold) await stopBackground(reader);
  const article = await reader.open(path);
  const answer = await until('times', async () => {
    // Until the content script is there, Firefox throws.
    const times = await reader.askPage(article.tabId, 'getTimes', {}).catch(() => null);
    return times?.ok && times.value;
  });
  await article.page.close();
  await pause(100);
  return answer;
}

async function measure(name: BrowserName): Promise<Row[]> {
  await ensureBuilt(name, console.log);
  const reader = await Reader.start(name, {
    folder: import.meta.dirname,
    made: (path) => PAGES[path.slice(1)],
    ...(name === 'firefox' && { preferences: { 'extensions.background.idle.timeout': 1_000 } }),
  });
  try {
    await timesOf(reader, 'article.html', false);
    const rows: Row[] = [];
    for (const [path, cold] of CASES) {
      const rounds: ReadTimes[] = [];
      for (let i = 0; i < ROUNDS; i++) rounds.push(await timesOf(reader, path, cold));
      const of = (part: (times: ReadTimes) => number): number => Math.round(median(rounds.map(part)) * 10) / 10;
      rows.push({
        browser: name,
        background: cold ? 'cold' : 'warm',
        words: rounds[0]!.words,
        text: of((t) => t.text),
        request: of((t) => t.request),
        'of it: open': of((t) => t.open),
        'of it: match': of((t) => t.match),
        'of it: link': of((t) => t.link),
        mark: of((t) => t.mark),
        total: of((t) => t.text + t.request + t.mark),
      });
    }
    return rows;
  } finally {
    await reader.stop();
  }
}

await record('reading', [...(await measure('chromium')), ...(await measure('firefox'))]);
