/** Who acts on either side: the same, exchanged, unrelated, one against several, or one name for another. */
import { sharesKey, type Unit } from './meaning.ts';
import { SYMMETRIC } from './meaning-rows.ts';
import { isNeutral, type Rest } from './remainder.ts';
import { rolesOf } from './roles.ts';
import type { Statement } from './statement.ts';

export type ActorRelation = 'same' | 'swapped' | 'disjoint' | 'plural' | 'unknown';

export function actorRelation(claim: Statement, held: Statement, acts: readonly Unit[]): ActorRelation {
  for (const act of acts) {
    const other = held.units.find((unit) => unit.kind === 'act' && sharesKey(unit, act));
    const [a, b] = [rolesOf(claim, act), other ? rolesOf(held, other) : null];
    if (!a || !b || a.agents.length === 0 || b.agents.length === 0) continue;
    const meet = (x: readonly Unit[], y: readonly Unit[]): boolean =>
      x.some((unit) => !isNeutral(unit) && y.some((o) => sharesKey(unit, o)));
    const symmetric = a.symmetric || b.symmetric || act.keys.some((key) => SYMMETRIC.has(key.slice(1)));
    if (!symmetric && meet(a.agents, b.patients) && meet(a.patients, b.agents) && !meet(a.agents, b.agents))
      return 'swapped';
    if (isProxyFor(a.agents, b.agents) || isProxyFor(b.agents, a.agents)) return 'disjoint';
    if (meet(a.agents, b.agents)) return pluralAgainstOne(claim, a.agents, held, b.agents) ? 'plural' : 'same';
    if (pluralAgainstOne(claim, a.agents, held, b.agents)) return 'plural';
    const states = (side: readonly Unit[]) => side.filter(({ kind }) => kind === 'country' || kind === 'proxy');
    // Two sides named by states that share none: unrelated. Other words for an actor may be other words for the same one.
    const [c, d] = [states(a.agents), states(b.agents)];
    if (c.length > 0 && (d.length > 0 || b.agents.some((unit) => unit.keys.includes('~coalition'))) && !symmetric)
      return 'disjoint';
  }
  return 'unknown';
}

/** Russia on one side, who is backed by Russia on the other. */
const isProxyFor = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  a.some(
    (unit) =>
      unit.kind === 'country' &&
      b.some((other) => other.keys.includes(`pro:${unit.keys[0]!.slice(1)}`)) &&
      !b.some((other) => sharesKey(unit, other)) &&
      !a.some((other) => other.keys.includes(`pro:${unit.keys[0]!.slice(1)}`)),
  );

const SORTS = ['~official', '~lawmaker', '~expert', 'member', 'sourc', 'diplomat', '~minister'];

/** "Senior officials" against "one member of parliament". */
function pluralAgainstOne(claim: Statement, a: readonly Unit[], held: Statement, b: readonly Unit[]): boolean {
  const sort = (units: readonly Unit[]): Unit | undefined =>
    units.find((unit) => unit.keys.some((key) => SORTS.includes(key)));
  const [x, y] = [sort(a), sort(b)];
  if (!x || !y) return false;
  const plural = /s$/.test(claim.tokens[x.to - 1]!.word);
  const one = held.tokens.slice(Math.max(0, y.from - 3), y.from).some(({ word }) => /^(?:one|a|an|single)$/.test(word));
  return plural && one && !/s$/.test(held.tokens[y.from]!.word);
}

/** The 4th for the 5th Division; Heshmat Bishah for Heshmatollah Falahatpisheh. */
export function renamed(claim: Statement, held: Statement, rest: Rest): boolean {
  const ordinals = ({ units, tokens }: Statement) =>
    units.filter(
      (unit) => /^\d+(?:st|nd|rd|th)$/.test(unit.keys[0] ?? '') && /^\p{Lu}/u.test(tokens[unit.to]?.surface ?? ''),
    );
  const [a] = ordinals(claim);
  const [b] = ordinals(held);
  const numbered = a && b && !sharesKey(a, b) && ordinals(claim).length === 1 && ordinals(held).length === 1;
  if (numbered) return rest.missing.every((unit) => unit === a);
  const [x, y] = [personOf(claim), personOf(held)];
  return (
    x !== null &&
    y !== null &&
    x.last !== y.last &&
    alikeNames(x, y) &&
    rest.missing.every((unit) => x.units.includes(unit))
  );
}

interface Person {
  readonly first: string;
  readonly last: string;
  readonly units: readonly Unit[];
}

/** Two capitalised words in a row at the head of the statement. */
function personOf({ units, tokens }: Statement): Person | null {
  const [a, b] = units;
  const capital = (unit: Unit | undefined): boolean =>
    unit !== undefined && unit.to - unit.from === 1 && /^\p{Lu}\p{Ll}/u.test(tokens[unit.from]!.surface);
  if (!a || !b || !capital(a) || !capital(b) || b.from !== a.to || a.kind === 'act' || b.kind === 'thing') return null;
  return { first: tokens[a.from]!.word, last: tokens[b.from]!.word, units: [a, b] };
}
const alikeNames = (a: Person, b: Person): boolean =>
  a.first.length >= 4 && (a.first.startsWith(b.first) || b.first.startsWith(a.first));
