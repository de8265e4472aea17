/**
 * Dates as a person reads them: `8 Feb 2019`, `Feb 2019`, `2018 – Dec 2024`, `8–19 Feb 2019`. Never more exact than the
 * source: a year stays a year. Month names are the locale's own; the calendar is always the Gregorian one of the packs.
 */
import { type Label, label, type Shown } from './messages.ts';
import { type DayRange, daysOf, type PartialDate } from './partial-date.ts';

/** Day before month in every kind of English: `8 Feb 2019`, as the design's date form has it. */
export const localeOf = (locale: string): string => (/^en\b/i.test(locale) ? 'en-GB' : locale);

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, unit: 'year' | 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${locale} ${unit}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(locale), {
      calendar: 'gregory',
      timeZone: 'UTC',
      year: 'numeric',
      ...(unit === 'year' ? {} : { month: 'short' }),
      ...(unit === 'day' ? { day: 'numeric' } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** `2018`, `Dec 2024`, `8 Feb 2019`; text that is not a date stays as it is. */
export function showDate(date: PartialDate, locale: string): string {
  const days = daysOf(date);
  if (!days) return date;
  const unit = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  return formatOf(locale, unit).format(dateOf(days.from));
}

/** A day or a range of days: `8 Feb 2019`, `8–19 Feb 2019`, `28 Jan – 3 Feb 2019`. */
export function showDays({ from, to }: DayRange, locale: string): string {
  const format = formatOf(locale, 'day');
  if (from === to) return format.format(dateOf(from));
  // Engines set spaces of various widths around the dash, even between two days of one month.
  return format
    .formatRange(dateOf(from), dateOf(to))
    .replace(/[\u2009\u202f]/g, ' ')
    .replace(/(\d) – (?=\d+ \p{L})/u, (whole, digit: string) =>
      from.slice(0, 7) === to.slice(0, 7) ? `${digit}–` : whole,
    );
}

/** From-to of a fact: a range, "since", "to", or `null` when neither end is known. */
export function showPeriod(from: PartialDate | undefined, to: PartialDate | undefined, locale: string): Shown | null {
  if (from !== undefined && to !== undefined) {
    return from === to ? showDate(from, locale) : label('date_range', showDate(from, locale), showDate(to, locale));
  }
  if (from !== undefined) return label('date_since', showDate(from, locale));
  return to === undefined ? null : label('date_until', showDate(to, locale));
}

/** Days in a week, a month and a year, for distances said in words. */
const WEEK = 7;
const MONTH = 30.4;
const YEAR = 365.25;

/**
 * How a cited date stands to the article's: `null` when they may be the same time, or either is not known well enough
 * to say before or after. Distances are counted between the nearest days and said no finer than the dates allow.
 */
export function relationTo(article: DayRange, cited: PartialDate): Label | null {
  const days = daysOf(cited);
  if (!days) return null;
  const after = days.from > article.to;
  if (!after && days.to >= article.from) return cited.length === 10 ? label('rel_same_days') : null;
  const gap = after ? apart(article.to, days.from) : apart(days.to, article.from);
  const side = after ? 'after' : 'before';
  if (cited.length === 4) return gap < YEAR ? label(`rel_${side}`) : spoken(side, 'years', gap / YEAR);
  if (gap < WEEK) return label(`rel_${side}_days`);
  if (gap < 2 * MONTH) return cited.length === 10 ? spoken(side, 'weeks', gap / WEEK) : label(`rel_${side}`);
  return gap < 2 * YEAR ? spoken(side, 'months', gap / MONTH) : spoken(side, 'years', gap / YEAR);
}

const apart = (a: string, b: string): number => (dateOf(b).getTime() - dateOf(a).getTime()) / 86_400_000;

const spoken = (side: 'before' | 'after', unit: string, amount: number): Label => {
  const count = Math.max(1, Math.round(amount));
  return { key: `rel_${side}_${unit}`, args: [String(count)], count };
};
