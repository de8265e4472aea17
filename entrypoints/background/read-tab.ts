/** The popup's question: asks the frames of a tab for their articles, and says what came of it. */
import { browser } from 'wxt/browser';
import { createClient } from '../../lib/messages/client.ts';
import type { Holdings } from '../../lib/messages/holdings.ts';
import type { PageRequests } from '../../lib/messages/protocol.ts';
import type { ArticleReading, TabReading } from '../../lib/messages/reading.ts';
import { readingAcross } from './kept.ts';
import type { Library } from './library.ts';
import { dated } from './reader-dates.ts';
import { getSettings, getSite } from './settings.ts';

/** Frames beyond these are advertisements more than articles. */
const MOST_FRAMES = 20;

const pageIn = (tabId: number, frameId: number) =>
  createClient<PageRequests>('page', (message) => browser.tabs.sendMessage(tabId, message, { frameId }));

export async function readTab(
  tabId: number,
  frameIds: readonly number[],
  library: Library,
  held: Holdings,
): Promise<TabReading> {
  const host = await pageIn(tabId, 0)('getHost', {});
  if (!host.ok) return { ...held, site: null, state: 'unreadable' };
  const site = await getSite(host.value.host);
  if (!site.on) return { ...held, site, state: 'off' };
  if (library.failure && library.packs.length === 0) return { ...held, site, state: 'failed', ...library.failure };

  const frames = [0, ...frameIds.filter((id) => id !== 0)].slice(0, MOST_FRAMES);
  const pages = await Promise.all(
    frames.map(async (frameId) => ({ frameId, read: await pageIn(tabId, frameId)('readArticle', { force: false }) })),
  );
  // What is read in a private window leaves no trace, and is compared with nothing kept.
  const [{ keep }, tab] = await Promise.all([getSettings(), browser.tabs.get(tabId)]);
  const keeps = keep && !tab.incognito;
  const articles: ArticleReading[] = [];
  let words = 0;
  for (const { frameId, read } of pages) {
    if (!read.ok) continue;
    words += read.value.words;
    const { article, truncatedAt } = read.value;
    if (!article) continue;
    const analysed = await library.analyze(await dated(article));
    const across = keeps ? await readingAcross(analysed.analysis, library).catch(() => null) : null;
    articles.push({ frameId, ...analysed, ...across, ...(truncatedAt !== undefined && { truncatedAt }) });
  }
  // The longest article is the one the tab is about.
  articles.sort((a, b) => b.analysis.article.text.length - a.analysis.article.text.length);
  return articles.length > 0
    ? { ...held, site, state: 'read', articles }
    : { ...held, site, state: 'no-article', words };
}
