/** The day an article was published, from what the page says, best witness first. No date found stays no date. */
import type { ArticleDate, DateBasis } from '../text/article.ts';
import { type DayRange, daysOf } from '../text/partial-date.ts';
import { isBeside } from './leave-out.ts';
import type { PageMetadata } from './page-metadata.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/**
 * The day in a printed date. Of a time with its zone the day as printed is taken: it is the publisher's own.
 * Days of digits alone (`3/4/2019`) are read only where one order is possible.
 */
export function dayIn(value: string): DayRange | null {
  const text = value.trim();
  const iso =
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:T|\d{6}|\b)/.exec(text);
  if (iso) return plausible(iso[1]!, iso[2]!, iso[3]!);
  const monthFirst = new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i').exec(text);
  if (monthFirst) return plausible(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!);
  const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}\\.?,?[ -](\\d{4})\\b`, 'i').exec(text);
  if (dayFirst) return plausible(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!);
  const digits = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text);
  if (digits) {
    const [, a, b, year] = digits;
    if (+a! > 12) return plausible(year!, b!, a!);
    if (+b! > 12 || a === b) return plausible(year!, a!, b!);
  }
  return null;
}

const monthNumber = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

function plausible(year: string, month: string, day: string): DayRange | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Empty database fields are published as the first day of an epoch.
  if (+year < 1850 || date === '1970-01-01' || date === '1900-01-01') return null;
  return daysOf(date);
}

/** The day or month in an address: `/2019/02/10/`, `/2019/feb/10/`, `/2019-02-10-`, `/20190210/`, `/2019/02/`. */
export function dayInUrl(url: string): DayRange | null {
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? url.toLowerCase();
  const named = new RegExp(`/(\\d{4})/${MONTH}/(\\d{1,2})(?!\\d)`).exec(path);
  if (named) return plausible(named[1]!, monthNumber(named[2]!), named[3]!);
  const full =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path);
  const day = full && plausible(full[1]!, full[2]!, full[3]!);
  if (day) return day;
  const month = /\/((?:19|20)\d\d)[/-](\d\d)\//.exec(path);
  return month ? daysOf(`${month[1]}-${month[2]}`) : null;
}

/** A `<time>` of the article itself: not of a related story, a comment or a clock in the page's head. */
function dayInTimes(document: Document, root: Element | null): DayRange | null {
  const times = [...document.querySelectorAll('time, [itemprop="datePublished"]')].slice(0, 50);
  const marked = times.filter(
    (time) => time.getAttribute('itemprop') === 'datePublished' || time.hasAttribute('pubdate'),
  );
  // Without a mark, one before the article's end that is not inside a region beside it.
  const near = root ? times.filter((time) => isNear(time, root)) : [];
  for (const time of [...marked, ...near]) {
    const value = time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? '';
    const day = dayIn(value);
    if (day) return day;
  }
  return null;
}

function isNear(time: Element, root: Element): boolean {
  for (let up = time.parentElement; up && up !== root; up = up.parentElement) if (isBeside(up)) return false;
  if (root.contains(time)) return true;
  const PRECEDING = 2;
  return (root.compareDocumentPosition(time) & PRECEDING) !== 0 && !!root.parentElement?.parentElement?.contains(time);
}

export function findDate(
  document: Document,
  metadata: PageMetadata,
  root: Element | null,
  url: string,
): ArticleDate | null {
  const dated = (range: DayRange | null, basis: DateBasis): ArticleDate | null => range && { ...range, basis };
  for (const { basis, value } of metadata.dates) {
    const date = dated(dayIn(value), basis);
    if (date) return date;
  }
  return dated(dayInTimes(document, root), 'time') ?? dated(dayInUrl(url), 'url');
}
