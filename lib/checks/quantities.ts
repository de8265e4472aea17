/**
 * Numbers as intervals, bound to what they count. "At least 12 people were killed" and "killed 14" meet; "killed 14 and
 * injured 30" and "killed 30 and injured 14" do not, because a number belongs to its own noun and act, never to the sentence.
 *
 * Edges of the words are those of the design's reference: a few 2-6, several 3-9, dozens 24-99, hundreds 200-999; about
 * is a tenth either way, a round bare figure a twentieth. Currencies are never converted.
 */

import type { Span } from '../text/span.ts';
import { wordTable } from '../text/word-table.ts';
import type { Unit } from './meaning.ts';
import type { Readable } from './roles.ts';
import { stemOf, type Token } from './words.ts';

/** What is measured; only equal kinds compare, and a currency or percentage points for percent is itself a difference. */
export type QuantityKind = 'count' | 'share' | 'percent' | 'points' | 'money' | 'length' | 'duration' | 'mass';

export interface Quantity extends Span {
  readonly lo: number;
  readonly hi: number;
  readonly kind: QuantityKind;
  /** The currency of money; lengths are metres, durations days, masses kilograms. */
  readonly currency?: string;
  /** "rose by" against "rose to". */
  readonly move?: 'by' | 'to';
  /** Keys of the noun counted; empty when the sentence leaves it out. */
  readonly of: readonly string[];
  /** Keys of the act it belongs to. */
  readonly act: readonly string[];
  /** "at least", "more than", "up to". */
  readonly bound: 'lower' | 'upper' | null;
}

const APPROX = new Set('about some around roughly approximately circa nearly almost'.split(' '));
const CURRENCIES = new Set('dollar euro pound rubl ruble lira shekel yen yuan rupe franc'.split(' ').map(stemOf));
const LENGTHS: Readonly<Record<string, number>> = wordTable({
  mile: 1609,
  kilomet: 1000,
  meter: 1,
  feet: 0.3048,
  foot: 0.3048,
  yard: 0.9144,
});
const MASSES: Readonly<Record<string, number>> = wordTable({ ton: 1000, kilogram: 1, pound: 0.4536, kilo: 1 });
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

interface Read {
  lo: number;
  hi: number;
  bound: Quantity['bound'];
  from: number;
  to: number;
  fraction?: true;
}

const isRound = (value: number, token: Token): boolean =>
  (Number.isInteger(value) && value >= 1000 && /00$/.test(String(value))) ||
  /million|billion|trillion/.test(token.word);

/** The quantities of a sentence, in order. Figures inside names, dates and ages are left out. */
export function quantitiesOf(readable: Readable, times: readonly Span[]): Quantity[] {
  const { tokens } = readable;
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = readAt(readable, at, times);
    if (!read) continue;
    const quantity = bind(readable, read);
    if (quantity) found.push(quantity);
    at = read.to - 1;
  }
  return found;
}

function readAt({ tokens, text, start = 0 }: Readable, at: number, times: readonly Span[]): Read | null {
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

function interval(tokens: readonly Token[], at: number, value: number): Read {
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

/** The unit, noun and act a number belongs to. */
function bind({ tokens, units }: Readable, read: Read): Quantity | null {
  const { from, to } = read;
  const stem = (n: number): string => (tokens[n] ? stemOf(tokens[n]!.word) : '');
  const sign = stem(from - 1);
  let kind: QuantityKind = read.fraction ? 'share' : 'count';
  let currency: string | undefined;
  let scale = 1;
  let next = to;
  if (CURRENCIES.has(sign) && /^[$€£]$/.test(tokens[from - 1]?.surface ?? '')) {
    kind = 'money';
    currency = sign;
  } else if (CURRENCIES.has(stem(to))) {
    kind = 'money';
    currency = stem(to);
    next = to + 1;
  } else if (stem(to) === 'percentag' || (stem(to) === 'percent' && stem(to + 1) === 'point')) {
    kind = 'points';
    next = to + 2;
  } else if (stem(to) === 'percent' || (stem(to) === 'per' && stem(to + 1) === 'cent')) {
    next = stem(to) === 'percent' ? to + 1 : to + 2;
    kind = tokens[next]?.word === 'of' ? 'share' : 'percent';
    if (kind === 'share') scale = 0.01;
  } else if (LENGTHS[stem(to)] !== undefined) {
    kind = 'length';
    scale = LENGTHS[stem(to)]!;
    next = to + 1;
  } else if (MASSES[stem(to)] !== undefined) {
    kind = 'mass';
    scale = MASSES[stem(to)]!;
    next = to + 1;
  } else if (/^(?:day|week|month|year|hour|minut)$/.test(stem(to))) return null;
  const nouns: Unit[] = [];
  for (const unit of units) {
    if (unit.from < next || unit.from > next + 2 || nouns.length > 0) continue;
    if (unit.kind === 'act' || unit.kind === 'time' || unit.kind === 'number') break;
    if (unit.kind === 'quality' || tokens.slice(next, unit.from).some(({ word }) => BREAKS.has(word))) continue;
    nouns.push(unit);
  }
  const act = nearestAct(units, tokens, from);
  const move = tokens
    .slice(Math.max(0, from - 2), from)
    .map(({ word }) => word)
    .find((word) => word === 'by' || word === 'to');
  return {
    start: tokens[from]!.start,
    end: tokens[Math.max(to, next) - 1]!.end,
    lo: read.lo * scale,
    hi: read.hi * scale,
    kind,
    ...(currency !== undefined && { currency }),
    ...((kind === 'percent' || kind === 'points') && (move === 'by' || move === 'to') && { move }),
    of: nouns.flatMap(({ keys }) => keys),
    act: act?.keys ?? [],
    bound: read.bound,
  };
}

const BREAKS = new Set(
  'and or but in on at by to from for with when while as were was had have has who that'.split(' '),
);

/** The act before the number in its clause ("killed 14"), else the next one after it ("14 people died"). */
function nearestAct(units: readonly Unit[], tokens: readonly Token[], at: number): Unit | undefined {
  const acts = units.filter(({ kind }) => kind === 'act');
  const before = acts.findLast(
    (unit) => unit.to <= at && !/^(?:in|during|at|of|from)$/.test(tokens[unit.from - 1]?.word ?? ''),
  );
  const after = acts.find((unit) => unit.from > at);
  const cut = before ? tokens.slice(before.to, at).some(({ word }) => word === 'when' || word === 'as') : true;
  return before && !cut && at - before.to <= 4 ? before : (after ?? before);
}
