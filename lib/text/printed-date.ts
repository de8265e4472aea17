/** Days as pages print them. */
import { type DayRange, daysOf } from './partial-date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month's name, cut short or whole, as part of a pattern. */
export const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/**
 * The day in a printed date. Of a time with its zone the day as printed is taken: it is the publisher's own.
 * Days of digits alone (`3/4/2019`) are read only where one order is possible.
 */
export function dayIn(value: string): DayRange | null {
  const text = value.trim();
  const iso =
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:T|\d{6}|\b)/.exec(text);
  if (iso) return plausibleDay(iso[1]!, iso[2]!, iso[3]!);
  const monthFirst = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i').exec(text);
  if (monthFirst) return plausibleDay(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!);
  const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}\\.?,?[ -](\\d{4})\\b`, 'i').exec(text);
  if (dayFirst) return plausibleDay(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!);
  const digits = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text);
  if (digits) {
    const [, a, b, year] = digits;
    if (+a! > 12) return plausibleDay(year!, b!, a!);
    if (+b! > 12 || a === b) return plausibleDay(year!, a!, b!);
  }
  return null;
}

export const monthNumber = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

export function plausibleDay(year: string, month: string, day: string): DayRange | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Empty database fields are published as the first day of an epoch.
  if (+year < 1850 || date === '1970-01-01' || date === '1900-01-01') return null;
  return daysOf(date);
}
