/** Two statements of an event or a standing fact, bound by act and by the parts that do not differ. */

import { actorRelation, renamed } from './compare-actors.ts';
import { numberRelation } from './compare-numbers.ts';
import { type Comparison, found, SILENT } from './comparison.ts';
import { modalityOf } from './gates.ts';
import { sharesKey, type Unit } from './meaning.ts';
import { OPPOSITES } from './meaning-rows.ts';
import { type Rest, restOf } from './remainder.ts';
import type { Statement } from './statement.ts';
import { compareTimes, daysFromDate } from './time.ts';
import type { TimeExpression } from './time-expression.ts';

/** Acts that describe a state: two statements of it need not be of one time. */
const STATES: ReadonlySet<string> = new Set([
  '~contain',
  '~consist',
  '~include',
  '~support',
  '~hold',
  '~chair',
  '~lead',
]);
/** News of one event is written within a month of it. */
const ONE_EVENT_DAYS = 30;

export function alignEvents(claim: Statement, held: Statement): Comparison {
  const lasting = claim.times.find(({ since }) => since);
  if (
    lasting &&
    !modalityOf(claim.modalities, claim.units).refuted &&
    held.times[0] &&
    held.units.some(({ keys }) => keys.includes('~start'))
  )
    return began(claim, held, lasting, held.times[0]);
  const acts = sharedActs(claim, held);
  const opposite = acts.length === 0 ? oppositeActs(claim, held) : null;
  if (acts.length === 0 && !opposite) return SILENT;
  const [said, other] = [modalityOf(claim.modalities, acts), modalityOf(held.modalities, heldActs(held, acts))];
  // Both say that it was put off, or ended: the article has the later version too.
  if (ENDS.test(claim.text) && ENDS.test(held.text)) return SILENT;
  const rest = restOf(claim, held);
  const time = timeRelation(claim, held, acts);
  const plan =
    modalityOf(
      claim.modalities,
      claim.units.filter(({ kind }) => kind === 'act' || kind === 'word'),
    ).mode === 'plan';
  const later = isLater(claim, held);

  // A plan, or a state, that something later put an end to.
  const sameDay = claim.times.some((x) => held.times.some((y) => compareTimes(x, y) === 'compatible'));
  const tied = rest.shared >= 1 || sameDay;
  if (ENDS.test(held.text) && later && (plan || isState(claim)) && tied) return found('overtaken', 'time');
  if (opposite) {
    if (isState(claim) && later && rest.shared >= 1) return found('overtaken', 'time');
    return SILENT;
  }
  if (said.mode === 'possible' || said.mode === 'conditional' || said.mode === 'order' || other.mode === 'conditional')
    return SILENT;
  if (MOVED.test(held.text) && time === 'disjoint-from-last') return tied ? found('differs', 'time') : SILENT;
  if (plan) return SILENT;
  if (!sameEpoch(claim, held, acts, time)) return SILENT;

  const whole = rest.missing.length === 0 && rest.shared >= 1;
  if (said.refuted !== said.negated) {
    // A denial of a statement agrees with its denial and contradicts its assertion; "did not kill 20" may mean 14.
    if (other.negated !== other.refuted) return whole ? found('agrees', 'polarity') : SILENT;
    return whole && claim.quantities.length === 0 && !said.refuted ? found('contradicted', 'polarity') : SILENT;
  }
  if (other.negated !== other.refuted) return whole ? found('contradicted', 'polarity') : SILENT;
  return decide(claim, held, acts, rest, time);
}

/** "Has held for two months" against "began on 10 January". */
function began(claim: Statement, held: Statement, since: TimeExpression, start: TimeExpression): Comparison {
  if (restOf(claim, held).shared === 0) return SILENT;
  const relation = compareTimes(since, start);
  return relation === 'compatible'
    ? found('agrees', 'time')
    : relation === 'disjoint'
      ? found('differs', 'time')
      : SILENT;
}

/** Parts that relate to each other, then the first conclusion that holds. */
function decide(claim: Statement, held: Statement, acts: readonly Unit[], rest: Rest, time: TimeRelation): Comparison {
  const number = numberRelation(claim.quantities, held.quantities, acts);
  const actor = actorRelation(claim, held, acts);
  const counted = claim.quantities.some((a) => held.quantities.some((b) => a.of.some((key) => b.of.includes(key))));
  const bound = rest.shared + (time === 'same' ? 1 : 0) + (counted ? 1 : 0);
  const name = renamed(claim, held, rest);
  if (name) return bound >= 1 ? found('differs', 'name') : SILENT;
  if (actor === 'swapped') return rest.missing.length === 0 ? found('differs', 'actor') : SILENT;
  if (actor === 'plural' && rest.missing.length <= 1) return found('differs', 'number');
  if (actor === 'disjoint') return bound >= 2 ? found('differs', 'actor') : SILENT;
  if (rest.otherPlace) return time === 'same' && rest.namedShared >= 2 ? found('differs', 'place') : SILENT;
  if (rest.missing.length > 0) return SILENT;
  if (number === 'disjoint' || number === 'unit')
    return bound >= 1 || acts.length > 1 ? found('differs', 'number') : SILENT;
  if (time === 'disjoint' || time === 'disjoint-from-last') return bound >= 2 ? found('differs', 'time') : SILENT;
  if (time === 'unknown' || number === 'unknown') return SILENT;
  if (number === 'same') return found('agrees', 'number');
  if (time === 'same') return found('agrees', 'time');
  return rest.shared >= 1 ? found('agrees') : SILENT;
}

const sharedActs = (claim: Statement, held: Statement): Unit[] =>
  claim.units.filter(
    (unit) => unit.kind === 'act' && held.units.some((other) => other.kind === 'act' && sharesKey(unit, other)),
  );
const heldActs = (held: Statement, acts: readonly Unit[]): Unit[] =>
  held.units.filter((unit) => unit.kind === 'act' && acts.some((act) => sharesKey(unit, act)));

function oppositeActs(claim: Statement, held: Statement): readonly [string, string] | null {
  const has = ({ units }: Statement, key: string): boolean => units.some((unit) => unit.keys.includes(`~${key}`));
  return OPPOSITES.find(([a, b]) => (has(claim, a) && has(held, b)) || (has(claim, b) && has(held, a))) ?? null;
}

const ENDS =
  /\b(?:postponed|put off|cancelled|canceled|called off|delayed|collapsed|ended|broke down|was replaced|resigned|stepped down|rescheduled|moved to)\b/i;
const MOVED = /\b(?:postponed|put off|rescheduled|moved to|delayed)\b/i;
const isState = ({ text }: Statement): boolean =>
  /\b(?:is|are|remains?|continues?|stays?) (?:\w+ly )?(?:\w+ing\b|in\b|at\b|on\b)|\bholds\b/.test(text);

function isLater(claim: Statement, held: Statement): boolean {
  const [a, b] = [daysFromDate(claim.date), daysFromDate(held.date)];
  return a !== null && b !== null && b.from > a.to;
}

type TimeRelation = 'same' | 'disjoint' | 'disjoint-from-last' | 'unknown' | 'absent';

/** Explicit times of the two; when held names two ("set for 21, met on 27"), the last one is when it happened. */
function timeRelation(claim: Statement, held: Statement, acts: readonly Unit[]): TimeRelation {
  const near = (times: readonly TimeExpression[]) => (times.length > 0 ? times : []);
  const a = near(claim.times)[0];
  const all = near(held.times);
  const b = all.at(-1);
  if (!a || !b) return a?.since && b === undefined ? 'unknown' : 'absent';
  const relation = compareTimes(a, b);
  if (relation === 'compatible') return 'same';
  if (relation === 'unknown') return 'unknown';
  if (all.length > 1 && acts.length > 0) return 'disjoint-from-last';
  return a.vague || b.vague ? 'unknown' : 'disjoint';
}

/** Whether the two can be of one event: by explicit times, or by the days they were written. */
function sameEpoch(claim: Statement, held: Statement, acts: readonly Unit[], time: TimeRelation): boolean {
  if (time !== 'absent') return true;
  const state = acts.length > 0 && acts.every((act) => act.keys.some((key) => STATES.has(key)));
  const [a, b] = [daysFromDate(claim.date), daysFromDate(held.date)];
  if (!a || !b || (state && claim.quantities.length === 0)) return true;
  return Math.max(a.from - b.to, b.from - a.to) <= ONE_EVENT_DAYS;
}
