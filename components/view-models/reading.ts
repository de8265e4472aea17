/** One article's reading with its notes and origins at hand, as the view models need it. */
import type { Origin } from '../../lib/checks/check.ts';
import type { ArticleReading, ReadElsewhere } from '../../lib/messages/reading.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import type { ArticleDate } from '../../lib/text/article.ts';
import { type Label, label, type Shown } from '../../lib/text/messages.ts';
import { showDate, showDays } from '../../lib/text/show-date.ts';
import { type Span, sliceOf } from '../../lib/text/span.ts';

export interface Reading extends Pick<ArticleReading, 'analysis'> {
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly date: ArticleDate | null;
  readonly locale: string;
  readonly truncatedAt: number | null;
  /** Whether the reader keeps this article; `null` where none is kept. */
  readonly kept: boolean | null;
  readonly readBefore: readonly ReadElsewhere[];
}

export function toReading(article: ArticleReading, locale: string): Reading {
  return {
    analysis: article.analysis,
    notes: new Map(article.notes.map((note) => [note.id, note])),
    origins: new Map(article.origins.map((origin) => [origin.id, origin])),
    date: article.analysis.article.date,
    locale,
    truncatedAt: article.truncatedAt ?? null,
    kept: article.kept ?? null,
    readBefore: article.readBefore ?? [],
  };
}

/** The words of some spans, white space folded, as they would be quoted. */
export const wordsOf = ({ analysis }: Reading, spans: readonly Span[]): string =>
  spans
    .map((span) => sliceOf(analysis.article.text, span))
    .join(' … ')
    .replace(/\s+/g, ' ')
    .trim();

/** The article's own title, else its headline, else nothing. */
export function titleOf({ analysis: { article } }: Reading): string {
  const headline = article.blocks.find((block) => block.role === 'headline');
  return (headline ? sliceOf(article.text, headline) : (article.title ?? '')).replace(/\s+/g, ' ').trim();
}

/** "8 Feb 2019, from the page"; or that no date was found. */
export const dateLine = ({ date, locale }: Reading): Label =>
  date ? label(`popup_date_${date.basis}`, showDays(date, locale)) : label('asof_no_date');

const ISO = /^\d{4}(?:-\d{2}){1,2}$/;

/** Arguments of an engine's sentence: names as they are, dates as a person reads them. */
export const shownArgs = (args: readonly string[], locale: string): Shown[] =>
  args.map((arg) => (ISO.test(arg) ? showDate(arg, locale) : arg));
