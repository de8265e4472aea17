/**
 * Numbers as intervals, bound to what they count. "At least 12 people were killed" and "killed 14" meet; "killed 14 and
 * injured 30" and "killed 30 and injured 14" do not, because a number belongs to its own noun and act, never to the sentence.
 *
 * Edges of the words are those of the design's reference: a few 2-6, several 3-9, dozens 24-99, hundreds 200-999; about
 * is a tenth either way, a round bare figure a twentieth. Currencies are never converted.
 */

import type { Span } from '../text/span.ts';
import { wordTable } from '../text/word-table.ts';
import { type Interval, intervalAt } from './intervals.ts';
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
/** The quantities of a sentence, in order. Figures inside names, dates and ages are left out. */
export function quantitiesOf(readable: Readable, times: readonly Span[]): Quantity[] {
  const { tokens } = readable;
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = intervalAt(readable, at, times);
    if (!read) continue;
    const quantity = bind(readable, read);
    if (quantity) found.push(quantity);
    at = read.to - 1;
  }
  return found;
}

/** The unit, noun and act a number belongs to. */
function bind({ tokens, units }: Readable, read: Interval): Quantity | null {
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
