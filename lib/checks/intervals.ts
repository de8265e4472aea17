/** A number as printed, in figures or words, as the interval it may mean. What it counts is found by `quantities.ts`. */
import type { Span } from '../text/span.ts';
import { wordTable } from '../text/word-table.ts';
import type { Readable } from './roles.ts';
import type { Token } from './words.ts';

const APPROX = new Set('about some around roughly approximately circa nearly almost'.split(' '));
const WORDS: Readonly<Record<string, readonly [number, number]>> = wordTable({
  dozen: [10, 14],
  dozens: [24, 99],
  scores: [24, 99],
  hundreds: [200, 999],
  thousands: [2000, 9999],
  several: [3, 9],
  couple: [2, 3],
});
const FRACTIONS: Readonly<Record<string, number>> = wordTable({
  half: 1 / 2,
  third: 1 / 3,
  '3rd': 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  '5th': 1 / 5,
});
/** How much an approximate figure may be off, a fraction in words, and a bare round figure. */
const ABOUT = 0.1;
const ROUND = 0.05;

/** The interval, and the tokens `[from, to)` that say it. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
  /** "at least", "more than", "up to". */
  readonly bound: 'lower' | 'upper' | null;
  readonly from: number;
  readonly to: number;
  /** "a third of": a share of something. */
  readonly fraction?: true;
}

const isRound = (value: number, token: Token): boolean =>
  (Number.isInteger(value) && value >= 1000 && /00$/.test(String(value))) ||
  /million|billion|trillion/.test(token.word);

/** The number that begins at a token; `null` for none, and for figures inside names, dates and ages. */
export function intervalAt({ tokens, text, start = 0 }: Readable, at: number, times: readonly Span[]): Interval | null {
  const token = tokens[at]!;
  if (times.some((time) => time.start <= token.start && token.end <= time.end)) return null;
  const word = (n: number): string => tokens[n]?.word ?? '';
  const worded = WORDS[token.word];
  if (worded) return { lo: worded[0], hi: worded[1], bound: null, from: at, to: at + 1 };
  if (token.word === 'few' && word(at - 1) === 'a') return { lo: 2, hi: 6, bound: null, from: at, to: at + 1 };
  const fraction = FRACTIONS[token.word] ?? FRACTIONS[token.term];
  if (
    fraction !== undefined &&
    word(at + 1) === 'of' &&
    (token.word === 'half' || word(at - 1) === 'a' || word(at - 1) === 'one')
  ) {
    return {
      lo: fraction * (1 - ABOUT),
      hi: fraction * (1 + ABOUT),
      bound: null,
      from: at,
      to: at + 1,
      fraction: true,
    };
  }
  if (token.value === undefined || partOfName(tokens, at, text, start)) return null;
  return interval(tokens, at, token.value);
}

/** "Channel 4", "Article 5", "737 Max", "aged 33", a year, a time of day, a phone number. */
function partOfName(tokens: readonly Token[], at: number, text: string, start: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const figure = /^\d+$/.test(token.surface);
  if (
    figure &&
    before &&
    /^\p{Lu}/u.test(before.surface) &&
    before.end + 1 === token.start &&
    at > 1 &&
    !/^(?:The|In|At|On|Some|About|Over|Killed)$/.test(before.surface)
  )
    return true;
  if (
    before &&
    /^(?:aged?|article|chapter|page|no|number|channel|flight|section|room|route|phase|day)$/.test(before.word)
  )
    return true;
  if (after && /^year$/.test(after.word) && /[-\u2010]/.test(text.slice(token.end - start, after.start - start)))
    return true;
  if (
    /^[:.]\d/.test(text.slice(token.end - start, token.end - start + 2)) ||
    /\d:$/.test(text.slice(Math.max(0, token.start - start - 2), token.start - start))
  )
    return true;
  const ageAside = /,\s*$/.test(text.slice(0, token.start - start)) && /^,/.test(text.slice(token.end - start));
  return (
    (token.word === 'one' && at > 0) ||
    (figure && token.value! >= 1900 && token.value! <= 2100 && token.surface.length === 4) ||
    (ageAside && token.value! < 110)
  );
}

function interval(tokens: readonly Token[], at: number, value: number): Interval {
  const word = (n: number): string => tokens[n]?.word ?? '';
  // A currency sign stands between the qualifier and the figure.
  const left =
    /^(?:dollar|euro|pound)$/.test(word(at - 1)) && /^[$€£]$/.test(tokens[at - 1]?.surface ?? '') ? at - 1 : at;
  const before = word(left - 1);
  const phrase = `${word(left - 2)} ${before}`;
  const next = tokens[at + 1];
  const other = tokens[at + 2];
  if (other?.value !== undefined && next && ((before === 'between' && next.word === 'and') || next.word === 'to')) {
    return { lo: value, hi: other.value, bound: null, from: at, to: at + 3 };
  }
  if (next?.value !== undefined && next.start - tokens[at]!.end === 1 && next.value > value) {
    return { lo: value, hi: next.value, bound: null, from: at, to: at + 2 };
  }
  const span = { from: at, to: at + 1 };
  if (
    /^(?:at least|no fewer than|no less than|not fewer than)$/.test(phrase) ||
    /^(?:no|not) (?:fewer|less)$/.test(`${word(left - 3)} ${word(left - 2)}`)
  ) {
    return { lo: value, hi: Number.POSITIVE_INFINITY, bound: 'lower', ...span };
  }
  if (/^(?:more|greater|higher) than$/.test(phrase) || /^(?:over|above|exceeding)$/.test(before))
    return { lo: value * (1 + 1e-9), hi: Number.POSITIVE_INFINITY, bound: 'lower', ...span };
  if (
    /^(?:up to|at most|no more|as many|as much)$/.test(phrase) ||
    /^(?:as many|as much|no more) (?:as|than)$/.test(`${word(left - 2)} ${before}`) ||
    (before === 'as' && /^(?:many|much)$/.test(word(left - 2)))
  ) {
    return { lo: 0, hi: value, bound: 'upper', ...span };
  }
  if (/^(?:fewer|less) than$/.test(phrase) || /^(?:under|below)$/.test(before))
    return { lo: 0, hi: value * (1 - 1e-9), bound: 'upper', ...span };
  if (/^(?:nearly|almost)$/.test(before) || phrase === 'just under')
    return { lo: value * (1 - ABOUT), hi: value, bound: null, ...span };
  if (APPROX.has(before)) return { lo: value * (1 - ABOUT), hi: value * (1 + ABOUT), bound: null, ...span };
  const slack = isRound(value, tokens[at]!) ? ROUND : 0;
  return { lo: value * (1 - slack), hi: value * (1 + slack), bound: null, ...span };
}
