/**
 * What keeps a check from a sentence that shares its words: another time, another way of putting it, another actor,
 * another place. Each gate answers whether the check may still apply; in doubt a harmful finding may not.
 */
import { type DayRange, dayNumber, daysOf } from '../text/partial-date.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { SentenceView } from './article-view.ts';
import type { Check, FindingKind } from './check.ts';
import type { CheckView } from './check-view.ts';
import { bearingsOf, sectorOf } from './compass.ts';
import { sharesKey, type Unit } from './meaning.ts';
import type { Modality } from './modality.ts';
import type { Mode } from './modality-cues.ts';
import { type Roles, rolesOf } from './roles.ts';
import { daysFromDate } from './time.ts';
import type { TimeExpression } from './time-expression.ts';

/** Article dates the author set. An article without a date passes unless the finding is bound to one. */
export function withinAsOf({ asOf }: Check, date: DayRange | null): boolean {
  if (!asOf) return true;
  if (!date) return false;
  const from = asOf.from === undefined ? null : daysOf(asOf.from);
  const to = asOf.to === undefined ? null : daysOf(asOf.to);
  return (!from || date.to >= from.from) && (!to || date.from <= to.to);
}

/** News speaks of an event without a date for about a season; plans are announced up to half a year ahead. */
const SEASON_DAYS = 100;
const AHEAD_DAYS = 200;
/** A report may be a few days older than the day a source gives. */
const EARLY_DAYS = 3;

/** Whether a sentence can speak of the days of the check. */
export function timeFits(
  check: Check,
  sentence: SentenceView,
  key: readonly Span[],
  date: DayRange | null,
  plan: boolean,
): boolean {
  const when = check.when === undefined ? null : daysOf(check.when);
  if (!when) return true;
  const days = { from: dayNumber(when.from), to: dayNumber(when.to) };
  const times = timesNear(sentence, key).filter((time) => !time.vague && !time.since);
  if (times.length > 0 && check.part !== 'time') {
    return times.some(({ readings }) => readings.some(({ from, to }) => from <= days.to + 2 && days.from - 2 <= to));
  }
  const now = daysFromDate(date);
  if (!now || check.asOf) return true;
  return now.from <= days.to + SEASON_DAYS && now.to >= days.from - (plan ? AHEAD_DAYS : EARLY_DAYS);
}

/** Times of the clause the key words stand in, or of the whole sentence when that clause has none. */
function timesNear(sentence: SentenceView, key: readonly Span[]): readonly TimeExpression[] {
  const near = sentence.times.filter((time) =>
    key.some(
      ({ start, end }) =>
        !/[,;:]/.test(
          sentence.text.slice(Math.min(end, time.end) - sentence.start, Math.max(start, time.start) - sentence.start),
        ),
    ),
  );
  return near.length > 0 ? near : sentence.times;
}

/** Findings that stay right when the article only says it may be so. */
const SOFT: ReadonlySet<FindingKind> = new Set(['agrees', 'single-origin', 'unconfirmed', 'not-held']);

/** The strongest way of putting among units of one statement. */
export function modalityOf(modalities: readonly Modality[], units: readonly Unit[]): Modality {
  const all = units.flatMap((unit) => modalities.slice(unit.from, unit.to));
  const order: readonly Mode[] = ['asserted', 'plan', 'order', 'possible', 'denial', 'conditional', 'question'];
  return {
    mode: all.reduce<Mode>(
      (worst, { mode }) => (order.indexOf(mode) > order.indexOf(worst) ? mode : worst),
      'asserted',
    ),
    negated: all.some(({ negated }) => negated),
    refuted: all.some(({ refuted }) => refuted),
  };
}

/** Whether the article puts the statement as the wording does, or in a way the finding can bear. */
export function modalityFits(article: Modality, wording: Modality, finding: FindingKind): boolean {
  if (article.refuted !== wording.refuted || article.mode === 'question') return false;
  if (article.negated !== wording.negated) return false;
  if (article.mode === wording.mode) return true;
  if (article.mode === 'possible') return SOFT.has(finding);
  if (article.mode === 'plan') return finding === 'overtaken';
  // A wording put as a plan or with a hedge is also met by the bare statement.
  return article.mode === 'asserted' && (wording.mode === 'plan' || wording.mode === 'possible');
}

/** Whether no act of the sentence is done by someone the check knows nothing of, or has it done to. */
export function rolesFit({ wordings }: CheckView, sentence: SentenceView, vocabulary: ReadonlySet<string>): boolean {
  const acts = wordings.flatMap((wording) =>
    wording.units.filter(({ kind }) => kind === 'act').map((act) => ({ act, wording })),
  );
  const found = sentence.units.filter((unit) => unit.kind === 'act' && acts.some(({ act }) => sharesKey(act, unit)));
  // One place where the act is done by others does not count when another place fits.
  const readings = found.map((unit) => {
    const roles = rolesOf(sentence, unit);
    const said = acts.flatMap(({ act, wording }) => (sharesKey(act, unit) ? (rolesOf(wording, act) ?? []) : []));
    return roles !== null && said.length > 0 && conflicts(union(said), roles, vocabulary);
  });
  return readings.length === 0 || readings.includes(false);
}

const union = (all: readonly Roles[]): Roles => ({
  agents: all.flatMap(({ agents }) => agents),
  patients: all.flatMap(({ patients }) => patients),
  symmetric: all.some(({ symmetric }) => symmetric),
});

const meets = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  a.some((unit) => b.some((other) => sharesKey(unit, other)));
const isNamed = (unit: Unit): boolean => unit.kind === 'country' || unit.kind === 'proxy' || unit.kind === 'name';

function conflicts(said: Roles, found: Roles, vocabulary: ReadonlySet<string>): boolean {
  if (said.symmetric || found.symmetric || meets(said.agents, found.agents)) return false;
  // What the wording has it done to is what does it here.
  if (meets(said.patients, found.agents)) return true;
  const stranger = found.agents.some((unit) => isNamed(unit) && !unit.keys.some((key) => vocabulary.has(key)));
  return stranger && said.agents.some(isNamed);
}

/** A finding on a place that rests on a direction needs the direction to be said of that place. */
export function directionFits(view: CheckView, sentence: SentenceView, words: readonly Span[]): boolean {
  if (view.check.part !== 'place') return true;
  const directions = sentence.units.filter(
    (unit) => sectorOf(unit) !== undefined && words.some((word) => overlaps(word, unit)),
  );
  if (directions.length === 0) return true;
  const bearings = bearingsOf(sentence);
  const spoken = view.wordings.flatMap((wording) => bearingsOf(wording).map(({ place }) => place));
  // The author's own wordings do not bind the direction to a name ("further west"): nothing to hold the article to.
  if (spoken.length === 0) return true;
  const bound = bearings.some(
    ({ direction, place }) => directions.includes(direction) && spoken.some((other) => sharesKey(place, other)),
  );
  return bound || directions.some((direction) => isRelative(sentence, direction));
}

/** "further west", "to the west": said of the way from the place named before. */
function isRelative(sentence: SentenceView, direction: Unit): boolean {
  const before = sentence.tokens[direction.from - 1]?.word ?? '';
  return before === 'further' || before === 'farther';
}
