/**
 * The forms a date or a time takes in news, longest first, and what days each may mean. One row a form; the reader of
 * `time.ts` tries them in order and never reads the same words twice.
 */
import type { Days, Grain, TimeExpression } from './time-expression.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day';
const YEAR = '(?:19|20)\\d\\d';
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of|few|several)';
const UNIT = '(?:day|week|month|year)s?';

const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  a: [1, 1],
  an: [1, 1],
  one: [1, 1],
  two: [2, 2],
  three: [3, 3],
  four: [4, 4],
  five: [5, 5],
  six: [6, 6],
  seven: [7, 7],
  eight: [8, 8],
  nine: [9, 9],
  ten: [10, 10],
  twelve: [12, 12],
  'couple of': [2, 3],
  few: [2, 6],
  several: [3, 9],
};
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365.25 };

const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 86_400_000;
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3)));
const wholeMonth = (year: number, month: number): Days => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + 1, 0),
});
const wholeYear = (year: number): Days => ({ from: dayOf(year, 0, 1), to: dayOf(year, 11, 31) });
const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
const monthAt = (day: number): number => new Date(day * 86_400_000).getUTCMonth();
const weekdayOf = (day: number): number => new Date(day * 86_400_000).getUTCDay();

/** "early", "mid", "late": the first, middle and last four of twelve parts. */
function partOf(part: string | undefined, { from, to }: Days): Days {
  if (part === undefined) return { from, to };
  const third = (to - from + 1) / 3;
  const at = /^early|^beginning|^start/i.test(part) ? 0 : /^mid/i.test(part) ? 1 : 2;
  return { from: Math.floor(from + at * third), to: Math.ceil(from + (at + 1) * third) - 1 };
}

/** What a rule sees: the match, the article's day range, and whether the clause speaks of the future. */
export interface Context {
  readonly now: Days | null;
  readonly future: boolean;
}
type Read = (groups: readonly (string | undefined)[], context: Context) => Omit<TimeExpression, 'start' | 'end'> | null;

const fixed = (grain: Grain, ...readings: Days[]): Omit<TimeExpression, 'start' | 'end'> => ({ readings, grain });

/** A month and day without a year: the one nearest to the article, within half a year of it. */
function nearestYear(now: Days | null, read: (year: number) => Days): Days[] {
  if (!now) return [];
  const year = yearOf(now.to);
  const options = [year - 1, year, year + 1].map(read);
  const distance = (days: Days): number => Math.max(0, now.from - days.to, days.from - now.to);
  return [options.reduce((best, next) => (distance(next) < distance(best) ? next : best))];
}

function absoluteDay(day: string, month: string, year: string | undefined, { now }: Context) {
  const at = monthOf(month);
  const read = (y: number): Days => ({ from: dayOf(y, at, +day), to: dayOf(y, at, +day) });
  const readings = year === undefined ? nearestYear(now, read) : [read(+year)];
  return readings.length > 0 && +day >= 1 && +day <= 31 ? fixed('day', ...readings) : null;
}

function dayRange(first: string, last: string, month: string, year: string | undefined, { now }: Context) {
  const at = monthOf(month);
  const read = (y: number): Days => ({ from: dayOf(y, at, +first), to: dayOf(y, at, +last) });
  const readings = year === undefined ? nearestYear(now, read) : [read(+year)];
  return readings.length > 0 ? fixed('day', ...readings) : null;
}

/** n units before the article, give or take half a unit. */
function ago(count: string, unit: string, now: Days | null): Days | null {
  if (!now) return null;
  const [low, high] = COUNTS[count.toLowerCase()] ?? [+count, +count];
  const size = UNIT_DAYS[unit.replace(/s$/, '')]!;
  const slack = size === 1 ? 0 : size / 2;
  return { from: Math.floor(now.from - high * size - slack), to: Math.ceil(now.to - low * size + slack) };
}

function calendar(which: string, unit: string, { now }: Context) {
  if (!now) return null;
  const step = /^(?:last|past|previous)$/i.test(which) ? -1 : /^(?:next|coming)$/i.test(which) ? 1 : 0;
  if (unit === 'year') return fixed('year', wholeYear(yearOf(now.to) + step));
  if (unit === 'month') return fixed('month', wholeMonth(yearOf(now.to), monthAt(now.to) + step));
  const monday = now.to - ((weekdayOf(now.to) + 6) % 7) + 7 * step;
  // "last week" is the calendar week before or the seven days before: both are meant in print.
  if (step < 0) return fixed('week', { from: Math.min(monday, now.from - 7), to: Math.max(monday + 6, now.to - 1) });
  return fixed('week', { from: monday, to: monday + 6 });
}

function weekday(name: string, which: string | undefined, { now, future }: Context) {
  if (!now || now.to !== now.from) return null;
  const wanted = WEEKDAYS.indexOf(name.toLowerCase());
  const back = (weekdayOf(now.to) - wanted + 7) % 7;
  if (/^next/i.test(which ?? '') || (future && which === undefined)) {
    const ahead = (wanted - weekdayOf(now.to) + 7) % 7 || 7;
    return fixed('day', { from: now.to + ahead, to: now.to + ahead });
  }
  // "last Tuesday" may be the nearest or the one of the week before.
  const day = now.to - (back === 0 && /^last/i.test(which ?? '') ? 7 : back);
  const readings = [{ from: day, to: day }];
  if (/^last/i.test(which ?? '')) readings.push({ from: day - 7, to: day - 7 });
  return fixed('day', ...readings);
}

/** Longest forms first: what a rule has read, later rules do not read again. */
export const TIME_RULES: readonly (readonly [RegExp, Read])[] = [
  [
    /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g,
    ([y, m, d]) => fixed('day', { from: dayOf(+y!, +m! - 1, +d!), to: dayOf(+y!, +m! - 1, +d!) }),
  ],
  [
    new RegExp(`\\b(\\d{1,2})/(\\d{1,2})/(${YEAR})\\b`, 'g'),
    ([a, b, y]) => {
      const readings = [
        [a!, b!],
        [b!, a!],
      ]
        .filter(([, month]) => +month! >= 1 && +month! <= 12)
        .map(([day, month]) => dayOf(+y!, +month! - 1, +day!));
      return readings.length > 0 ? fixed('day', ...readings.map((day) => ({ from: day, to: day }))) : null;
    },
  ],
  [
    new RegExp(
      `\\b(?:between )?(\\d{1,2})(?:st|nd|rd|th)?(?: ?[-\u2013] ?| to | and | or )(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})(?:,? (${YEAR}))?`,
      'g',
    ),
    ([a, b, m, y], context) => dayRange(a!, b!, m!, y, context),
  ],
  [
    new RegExp(`\\b(${MONTH}) (\\d{1,2})(?: ?[-\u2013] ?| to | and )(\\d{1,2})\\b(?:,? (${YEAR}))?`, 'g'),
    ([m, a, b, y], context) => dayRange(a!, b!, m!, y, context),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?:,? (${YEAR}))?\\b`, 'g'),
    ([d, m, y], context) => absoluteDay(d!, m!, y, context),
  ],
  [
    new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (${YEAR}))?`, 'g'),
    ([m, d, y], context) => absoluteDay(d!, m!, y, context),
  ],
  [
    new RegExp(`\\b(?:(early|mid|late|beginning of|end of)[ -])?(?:in )?(${MONTH}),? (?:of )?(${YEAR})\\b`, 'gi'),
    ([part, m, y]) => fixed(part === undefined ? 'month' : 'week', partOf(part, wholeMonth(+y!, monthOf(m!)))),
  ],
  [
    new RegExp(`\\b(first|second|third|fourth) quarter of (${YEAR})\\b`, 'gi'),
    ([q, y]) => {
      const at = ['first', 'second', 'third', 'fourth'].indexOf(q!.toLowerCase()) * 3;
      return fixed('month', { from: dayOf(+y!, at, 1), to: dayOf(+y!, at + 3, 0) });
    },
  ],
  [
    new RegExp(`\\bfor (?:the (?:last|past) )?(${COUNT}) (${UNIT})\\b`, 'gi'),
    ([count, unit], { now }) => {
      const days = ago(count!, unit!, now);
      return days && { ...fixed('day', days), since: true as const };
    },
  ],
  [
    new RegExp(`\\b(?:(?:with)?in|over|during) the (?:last|past) (${COUNT}) (${UNIT})\\b`, 'gi'),
    ([count, unit], { now }) => {
      if (!now) return null;
      const size = UNIT_DAYS[unit!.replace(/s$/, '')]!;
      const high = count!.toLowerCase() === 'few' && size === 1 ? 7 : (COUNTS[count!.toLowerCase()]?.[1] ?? +count!);
      return fixed(size === 1 ? 'day' : 'week', { from: Math.floor(now.from - high * size), to: now.to });
    },
  ],
  [
    /\b(?:the )?(?:last|past|recent) few (days|weeks)\b/gi,
    ([unit], { now }) => now && fixed('day', { from: now.from - (unit === 'days' ? 7 : 42), to: now.to }),
  ],
  [
    /\b(?:in |over )?(?:the )?recent (days|weeks|months)\b/gi,
    ([unit], { now }) =>
      now && {
        ...fixed('day', {
          from: now.from - ({ days: 10, weeks: 60, months: 200 } as Record<string, number>)[unit!]!,
          to: now.to,
        }),
        ...(unit === 'months' ? { vague: true as const } : {}),
      },
  ],
  [
    new RegExp(`\\b(?:about |around |some |nearly |almost )?(${COUNT}) (${UNIT}) (?:ago|earlier|before)\\b`, 'gi'),
    ([count, unit], { now }) => {
      const days = ago(count!, unit!, now);
      return days && fixed('day', days);
    },
  ],
  [
    /\b(?:(early|mid|late)[ -]|earlier )?(last|past|previous|this|next|coming) (week|month|year)\b/gi,
    ([part, which, unit], context) => {
      const read = calendar(which!, unit!.toLowerCase(), context);
      return (
        read && (part === undefined ? read : { ...read, readings: read.readings.map((days) => partOf(part, days)) })
      );
    },
  ],
  [
    new RegExp(`\\b(?:(last|next|this|on) )?(${WEEKDAY})\\b`, 'g'),
    ([which, name], context) => weekday(name!, /^(?:on|this)$/i.test(which ?? '') ? undefined : which, context),
  ],
  [/\b(?:last night|overnight)\b/gi, (_, { now }) => now && fixed('day', { from: now.from - 1, to: now.to })],
  [/\byesterday\b/gi, (_, { now }) => now && fixed('day', { from: now.from - 1, to: now.to - 1 })],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/gi, (_, { now }) => now && fixed('day', now)],
  [/\btomorrow\b/gi, (_, { now }) => now && fixed('day', { from: now.from + 1, to: now.to + 1 })],
  [
    /\b(?:recently|lately)\b/gi,
    (_, { now }) => now && { ...fixed('month', { from: now.from - 60, to: now.to }), vague: true as const },
  ],
  [
    new RegExp(
      `\\b(?:(early|mid|late|beginning of|end of)[ -])?(?<=(?:[Ii]n|[Ss]ince|[Dd]uring|[Ll]ast|[Bb]y|[Oo]f|arly|[Mm]id|ate|[Uu]ntil|[Ff]rom) |[ -])(${MONTH})(?! \\d)(?![a-z])`,
      'g',
    ),
    ([part, m], { now }) => {
      // A month alone is the nearest past one, or this month; plans may mean the next.
      const readings = nearestYear(now, (year) => partOf(part, wholeMonth(year, monthOf(m!))));
      return /^May$/.test(m!) && part === undefined
        ? null
        : readings.length > 0
          ? fixed(part === undefined ? 'month' : 'week', ...readings)
          : null;
    },
  ],
  [
    new RegExp(`\\b(?:(early|mid|late|beginning of|end of)[ -])?(?:in )?(?<![\\d.,/-])(${YEAR})(?![\\d/-]|,\\d)`, 'gi'),
    ([part, y]) => fixed(part === undefined ? 'year' : 'month', partOf(part, wholeYear(+y!))),
  ],
];
