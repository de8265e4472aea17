/** The day an article was published, from what the page says, best witness first. No date found stays no date. */
import type { ArticleDate, DateBasis } from '../text/article.ts';
import { type DayRange, daysOf } from '../text/partial-date.ts';
import { dayIn, MONTH, monthNumber, plausibleDay } from '../text/printed-date.ts';
import { attribute, precedes, textOf } from './elements.ts';
import { isBeside } from './leave-out.ts';
import type { PageMetadata } from './page-metadata.ts';

/** The day or month in an address: `/2019/02/10/`, `/2019/feb/10/`, `/2019-02-10-`, `/20190210/`, `/2019/02/`. */
export function dayInUrl(url: string): DayRange | null {
  const path = /^[a-z]+:\/\/[^/]+(\/[^?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? url.toLowerCase();
  const named = new RegExp(`/(\\d{4})/${MONTH}/(\\d{1,2})(?!\\d)`).exec(path);
  if (named) return plausibleDay(named[1]!, monthNumber(named[2]!), named[3]!);
  const full =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path);
  const day = full && plausibleDay(full[1]!, full[2]!, full[3]!);
  if (day) return day;
  const month = /\/((?:19|20)\d\d)[/-](\d\d)\//.exec(path);
  return month ? daysOf(`${month[1]}-${month[2]}`) : null;
}

/** A `<time>` of the article itself: not of a related story, a comment or a clock in the page's head. */
function dayInTimes(document: Document, root: Element | null): DayRange | null {
  const times = [...document.querySelectorAll('time, [itemprop="datePublished"]')].slice(0, 50);
  const marked = times.filter((time) => time.matches('[itemprop="datePublished"], [pubdate]'));
  // Without a mark, one before the article's end that is not inside a region beside it.
  const near = root ? times.filter((time) => isNear(time, root)) : [];
  for (const time of [...marked, ...near]) {
    const value = attribute(time, 'datetime') || attribute(time, 'content') || textOf(time);
    const day = dayIn(value);
    if (day) return day;
  }
  return null;
}

function isNear(time: Element, root: Element): boolean {
  for (let up = time.parentElement; up && up !== root; up = up.parentElement) if (isBeside(up)) return false;
  if (root.contains(time)) return true;
  return precedes(time, root) && !!root.parentElement?.parentElement?.contains(time);
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
