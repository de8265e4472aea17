/** Articles as the programs take them: `.html`, `.txt`, `.jsonl` (a line each) or `-` for standard input. */
import { basename } from 'node:path';
import { parseHTML } from 'linkedom';
import { articleFromDocument } from '../page/article-from-document.ts';
import type { Article, ArticleDate } from '../text/article.ts';
import { daysOf } from '../text/partial-date.ts';
import { articleFromText } from '../text/plain-text.ts';
import { dateInText } from '../text/text-date.ts';
import { jsonLinesOf, readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

const asDate = (date: string, where: string): ArticleDate => {
  const days = daysOf(date);
  if (!days) throw new UsageError(`${where}: “${date}” is not a date. Write it as YYYY-MM-DD, YYYY-MM or YYYY.`);
  return { ...days, basis: 'argument' };
};

/** A date in a line that cannot be read is told and left out: one odd row should not stop an archive. */
function dateOfLine(date: string, where: string): ArticleDate | null {
  const days = daysOf(date);
  if (!days) process.stderr.write(`${where}: “${date}” is not a date (YYYY-MM-DD); read without one.\n`);
  return days && { ...days, basis: 'argument' };
}

function fromHtml(html: string, id: string, url: string | undefined, date: ArticleDate | null): Article | null {
  // A part of a page, as a feed or an editor saves it, has no document element for the parser to hang it on.
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`);
  const { article } = articleFromDocument(document as unknown as Document, url ?? '', { force: true });
  return article && { ...article, id, date: date ?? article.date ?? dateInText(article.text, article.blocks) };
}

function fromLine(raw: unknown, where: string, date: ArticleDate | null): Article {
  const { id, text, html, date: own, url } = (raw ?? {}) as Record<string, unknown>;
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : where;
  const day = typeof own === 'string' ? dateOfLine(own, where) : date;
  const address = typeof url === 'string' ? url : undefined;
  if (typeof text === 'string')
    return articleFromText({ id: name, text, ...(day && { date: day }), ...(address && { url: address }) });
  if (typeof html === 'string') {
    const article = fromHtml(html, name, address, day);
    if (!article) process.stderr.write(`${where}: no text of an article was found in this page.\n`);
    return article ?? articleFromText({ id: name, text: '', date: day, ...(address && { url: address }) });
  }
  throw new UsageError(`${where}: a line needs "text" or "html", both strings.`);
}

/** The articles of the files, in order, one at a time: an archive need not fit into memory twice. */
export async function* readArticles(files: readonly string[], date: string | undefined): AsyncGenerator<Article> {
  const day = date === undefined ? null : asDate(date, '--date');
  for (const file of files) {
    const content = await readInput(file);
    if (/\.(?:jsonl|ndjson)$/i.test(file) || (file === '-' && /^\s*\{/.test(content))) {
      for (const { raw, where } of jsonLinesOf(content, file)) yield fromLine(raw, where, day);
    } else if (/\.html?$/i.test(file) || /^\s*<(?:!doctype|html)/i.test(content)) {
      const article = fromHtml(content, basename(file), undefined, day);
      if (!article) throw new UsageError(`${file}: no text of an article was found in this page.`);
      yield article;
    } else {
      yield articleFromText({ id: basename(file), text: content, ...(day && { date: day }) });
    }
  }
}
