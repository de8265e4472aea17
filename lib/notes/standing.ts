/** Where a dated statement stands to the article's date, with no more certainty than its dates allow. */
import { type DayRange, dayNumber, daysOf, type PartialDate } from '../text/partial-date.ts';
import type { Fact, Note } from './note.ts';

/**
 * - `holds`: both ends are known to lie around the article's date, or a later source still says so.
 * - `assumed`: it had begun, no end is known, and the last source is older than the article.
 * - `unsure`: a date is too coarse to tell (`to: 2019` and an article of February 2019), or its beginning is not known.
 * - `before`, `after`: over, or not yet begun.
 * - `undated`: no dates at all.
 */
export type Standing = 'holds' | 'assumed' | 'unsure' | 'before' | 'after' | 'undated';

/** Statements that happen rather than last: their `from` is the day of the event. */
const EVENTS: ReadonlySet<string> = new Set([
  'founded',
  'ended',
  'renamed',
  'record',
  'statement',
  'death',
  'correction',
  'allegation',
  'reply',
  'legal',
  'sanction',
  'designation',
]);

export const isEvent = (fact: Fact): boolean => EVENTS.has(fact.what);

export const daysIn = (date: PartialDate | undefined): DayRange | null => (date === undefined ? null : daysOf(date));

/** The last day any of the fact's sources speaks for: `asOf`, else the youngest page. */
export function lastWord(fact: Fact, note: Note): PartialDate | null {
  if (fact.asOf !== undefined) return fact.asOf;
  const dates = fact.sources.flatMap((key) => note.sources[key]?.date ?? []).filter((date) => daysOf(date));
  return dates.sort((a, b) => (daysOf(a)!.to < daysOf(b)!.to ? 1 : -1))[0] ?? null;
}

/** What a source says as of a day within a month of the article is taken as so at its date. */
const NEAR_DAYS = 31;

const isNear = (asOf: DayRange, article: DayRange): boolean =>
  dayNumber(asOf.from) - dayNumber(article.to) <= NEAR_DAYS &&
  dayNumber(article.from) - dayNumber(asOf.to) <= NEAR_DAYS;

/** How a fact stands to the days an article may be of. */
export function standingOf(fact: Fact, note: Note, article: DayRange): Standing {
  const from = daysIn(fact.from);
  const to = daysIn(fact.to);
  const asOf = daysIn(fact.asOf);
  if (!from && !to && !asOf) return 'undated';
  if (from && from.from > article.to) return 'after';
  if (to && to.to < article.from) return 'before';
  if (from && from.to > article.from) return 'unsure';
  if (to) return to.from < article.to || !from ? 'unsure' : 'holds';
  if (asOf && !from) return isNear(asOf, article) ? 'holds' : 'unsure';
  const known = daysIn(lastWord(fact, note) ?? undefined);
  return known && known.to >= article.to ? 'holds' : 'assumed';
}

/** How well a statement speaks for the article's date, best first. */
const ORDER: readonly Standing[] = ['holds', 'unsure', 'assumed', 'undated', 'before', 'after'];

/**
 * The facts of one kind, the one that speaks for the article's date first: what holds, in the note's order; else what
 * ended last; else what begins first. Without a date the note's order stands.
 */
export function factsAsOf(note: Note, what: readonly string[], article: DayRange | null): Fact[] {
  const facts = note.facts.filter((fact) => what.includes(fact.what));
  if (!article) return facts;
  const ranked = facts.map((fact) => ({ fact, rank: ORDER.indexOf(standingOf(fact, note, article)) }));
  return ranked.sort((a, b) => a.rank - b.rank || byDate(a.fact, b.fact, ORDER[a.rank]!)).map(({ fact }) => fact);
}

function byDate(a: Fact, b: Fact, standing: Standing): number {
  if (standing === 'before') return (daysIn(b.to)?.to ?? '').localeCompare(daysIn(a.to)?.to ?? '');
  if (standing === 'after') return (daysIn(a.from)?.from ?? '').localeCompare(daysIn(b.from)?.from ?? '');
  return 0;
}
