/** Moments as a person reads them. Now is an argument: nothing here has a clock. All times in milliseconds. */
import { localeOf, showDate } from './show-date.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  // The unit, its length, and up to which distance it is used.
  ['minute', MINUTE, 55 * MINUTE],
  ['hour', HOUR, 22 * HOUR],
  ['day', DAY, 10 * DAY],
];

/** "2 hours ago", "in 5 minutes", "now"; a date when it is further off. */
export function showAgo(at: number, now: number, locale: string): string {
  const distance = Math.abs(at - now);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (distance < MINUTE) return format.format(0, 'second');
  for (const [unit, length, most] of UNITS) {
    if (distance < most) return format.format(Math.sign(at - now) * Math.max(1, Math.round(distance / length)), unit);
  }
  return showDate(new Date(at).toISOString().slice(0, 10), locale);
}

/** "10:40", in the reader's own zone. */
export const showClock = (at: number, locale: string): string =>
  new Date(at).toLocaleTimeString(localeOf(locale), { hour: '2-digit', minute: '2-digit' });
