/** What two statements share beside acts, times and numbers, and what the claim has alone. */
import { overlaps } from '../text/span.ts';
import { sharesKey, type Unit } from './meaning.ts';
import { sameName } from './names.ts';
import type { Statement } from './statement.ts';

/** What is left of the claim beside acts, times and numbers. */
export interface Rest {
  /** Weightless count of the claim's units held too. */
  readonly shared: number;
  readonly namedShared: number;
  /** The claim's units that held has nothing for, after what may be left out. */
  readonly missing: readonly Unit[];
  /** Held and claim name different places after the same kind of preposition. */
  readonly otherPlace: boolean;
}

/** Nouns that say nothing of their own beside another one. */
const NEUTRAL = new Set(
  '~person ~province ~countryside ~city ~village ~area ~region ~troop ~army unit group accord report ~story own also ~several place prov claim alleg so-cal offici ~government day near outsid least nearli almost roughli approxim fals untru wrong debunk myth not true never fail refus declin hardli bare fewer around hundr dozen thousand'.split(
    ' ',
  ),
);
export const isNeutral = (unit: Unit): boolean =>
  unit.keys.some((key) => NEUTRAL.has(key)) ||
  unit.kind === 'quality' ||
  unit.kind === 'time' ||
  unit.kind === 'number' ||
  unit.kind === 'act';

export function restOf(claim: Statement, held: Statement): Rest {
  const matches = (unit: Unit, other: Unit): boolean =>
    sharesKey(unit, other) || sameSpelling(claim, unit, held, other);
  const measured = [...claim.quantities, ...claim.times];
  const things = claim.units.filter((unit) => !isNeutral(unit) && !measured.some((other) => overlaps(other, unit)));
  const there = things.filter((unit) => held.units.some((other) => matches(unit, other)));
  const extra = held.units.filter((unit) => !isNeutral(unit) && !claim.units.some((other) => matches(other, unit)));
  const absent = things.filter((unit) => !there.includes(unit));
  const missing = absent.filter((unit) => !isReportWord(unit) && !isCoordinated(claim, unit, held));
  const otherPlace = missing.some((unit) => isPlace(claim, unit)) && extra.some((unit) => isPlace(held, unit));
  return {
    shared: there.length,
    namedShared: there.filter(({ kind }) => kind === 'name' || kind === 'country').length,
    missing,
    otherPlace,
  };
}

const isReportWord = (unit: Unit): boolean =>
  unit.keys.some((key) => /^(?:report|accord|tell|~story|~describe)$/.test(key));

/** "the army but also the police": one actor more on the claim's side is not another actor. */
function isCoordinated({ tokens, units }: Statement, unit: Unit, held: Statement): boolean {
  const there = units.filter((other) => held.units.some((o) => sharesKey(o, other)) || isNeutral(other));
  const before = tokens.slice(Math.max(0, unit.from - 4), unit.from).map(({ word }) => word);
  return (
    (before.includes('and') || before.includes('also')) &&
    there.some((other) => other.to <= unit.from && unit.from - other.to <= 4)
  );
}

const PLACE_BEFORE = new Set('in at near from to around outside into towards of'.split(' '));
function isPlace({ tokens }: Statement, unit: Unit): boolean {
  if (!/^\p{Lu}/u.test(tokens[unit.from]!.surface)) return false;
  const before = tokens[unit.from - 1]?.word ?? '';
  return (
    PLACE_BEFORE.has(before) ||
    (before === 'the' && PLACE_BEFORE.has(tokens[unit.from - 2]?.word ?? '')) ||
    tokens[unit.from - 1]?.surface === 'left' ||
    /^(?:left|entered|took|reached)$/.test(before)
  );
}

const sameSpelling = (a: Statement, x: Unit, b: Statement, y: Unit): boolean =>
  x.to - x.from === 1 && y.to - y.from === 1 && sameName(a.tokens[x.from]!.surface, b.tokens[y.from]!.surface);
