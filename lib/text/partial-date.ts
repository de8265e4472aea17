/** Dates as packs and pages give them: a year, a month or a day, read as the range of days they may mean. */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** Inclusive range of days, both `YYYY-MM-DD`. Days of this form compare as strings. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (n: number): string => String(n).padStart(2, '0');

/** The days a partial date may mean, or `null` when it is not a date (`2018-13`, `yesterday`). */
export function daysOf(date: PartialDate): DayRange | null {
  const match = PARTIAL.exec(date);
  if (!match) return null;
  const [, year, month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (+month < 1 || +month > 12) return null;
  const last = lastDayOfMonth(+year!, +month);
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${two(last)}` };
  return +day >= 1 && +day <= last ? { from: date, to: date } : null;
}

/** Whether two ranges share a day. */
export const daysMeet = (a: DayRange, b: DayRange): boolean => a.from <= b.to && b.from <= a.to;

/** Days since 1 January 1970, for distances between dates. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
