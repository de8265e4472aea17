/**
 * When a sentence says something happened: intervals of whole days, counted from the article's date, never from today.
 *
 * Ready-made parsers give points ("last week" = seven days ago); comparing needs the days an expression may mean, so that
 * "last week" and "5 February" can agree. An open reading (3/4/2019, a month without a year far from the article) keeps
 * every interval it may have, and can therefore agree but seldom differ.
 */
import { type DayRange, dayNumber } from '../text/partial-date.ts';
import type { Days, Grain, TimeExpression } from './time-expression.ts';
import { type Context, TIME_RULES } from './time-rules.ts';

/** Two sentences of three name no time: one look instead of two dozen. */
const MAY_NAME_A_TIME =
  /\d|day|week|month|year|night|morning|evening|afternoon|morrow|recent|lately|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/i;

const SINCE = /\bsince (?:the )?(?:early |mid-?|late )?$/i;

/** The days an article's date means, for anchoring; `null` without a date. */
export const daysFromDate = (date: DayRange | null | undefined): Days | null =>
  date ? { from: dayNumber(date.from), to: dayNumber(date.to) } : null;

/**
 * Times named in a text, in order. `date` is the article's; without it relative expressions are left out.
 * `future` makes a bare weekday the coming one.
 */
export function timesOf(text: string, date: DayRange | null, future = false, offset = 0): TimeExpression[] {
  if (!MAY_NAME_A_TIME.test(text)) return [];
  const context: Context = { now: daysFromDate(date), future };
  const found: TimeExpression[] = [];
  for (const [pattern, read] of TIME_RULES) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end - offset && other.start - offset < end)) continue;
      const expression = read(match.slice(1), context);
      if (!expression) continue;
      const since = SINCE.test(text.slice(Math.max(0, start - 16), start));
      found.push({
        start: offset + start,
        end: offset + end,
        ...expression,
        ...(since ? { since: true as const } : {}),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const GRAIN_DAYS: Readonly<Record<Grain, number>> = { day: 1, week: 7, month: 31, year: 366 };

/** Whether two times can be the same: any two readings that meet, or that lie no further apart than the coarser grain. */
export function compareTimes(a: TimeExpression, b: TimeExpression): 'compatible' | 'disjoint' | 'unknown' {
  const gaps = a.readings.flatMap((x) => b.readings.map((y) => Math.max(0, x.from - y.to, y.from - x.to)));
  const gap = Math.min(...gaps);
  if (gap === 0) return 'compatible';
  if (a.vague || b.vague) return 'unknown';
  return gap >= Math.max(GRAIN_DAYS[a.grain], GRAIN_DAYS[b.grain]) ? 'disjoint' : 'unknown';
}
