/**
 * The days a reader gave to pages that name none, or name a wrong one. One key per page, on this machine only; a page in
 * a private window is remembered no longer than the browser runs.
 */
import { browser } from 'wxt/browser';
import type { Article } from '../../lib/text/article.ts';
import { daysOf } from '../../lib/text/partial-date.ts';
import { dateInText } from '../../lib/text/text-date.ts';

/** A place further down the same page is the same article. */
const keyOf = (page: string): string => `date:${page.split('#', 1)[0]}`;

/** The day a reader gave to the page at an address. */
async function readerDate(page: string): Promise<Article['date']> {
  const key = keyOf(page);
  const [session, local] = await Promise.all([browser.storage.session.get(key), browser.storage.local.get(key)]);
  const day = session[key] ?? local[key];
  return typeof day === 'string' && daysOf(day) ? { from: day, to: day, basis: 'reader' } : null;
}

/** The article with its date: the day the reader gave, else what the page said, else what the text itself says. */
export async function dated(article: Article): Promise<Article> {
  const date = (await readerDate(article.id)) ?? article.date ?? dateInText(article.text, article.blocks);
  return { ...article, date };
}

/** `null` takes the reader's day away: the date found counts again. */
export async function setReaderDate(page: string, day: string | null, isPrivate: boolean): Promise<void> {
  const key = keyOf(page);
  await Promise.all([browser.storage.session.remove(key), browser.storage.local.remove(key)]);
  if (day !== null) await browser.storage[isPrivate ? 'session' : 'local'].set({ [key]: day });
}
