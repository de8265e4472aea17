/** Two sets of quantities: do the numbers of the same thing meet? */
import type { Unit } from './meaning.ts';
import type { Quantity, QuantityKind } from './quantities.ts';

const PEOPLE = new Set(
  '~person ~troop ~fighter ~militia ~official ~child ~woman civilian offic passeng worker student ~student ~police ~rebel man resid villag member ~immigrant ~lawmaker'.split(
    ' ',
  ),
);
const counts = (of: readonly string[]): 'person' | 'other' | 'unknown' =>
  of.length === 0 ? 'unknown' : of.some((key) => PEOPLE.has(key)) ? 'person' : 'other';

type NumberRelation = 'compatible' | 'disjoint' | 'unit' | 'unknown';

/** Gap, relative to the larger figure, below which two figures are told apart by rounding alone. */
const NEAR = 0.05;

/** Two quantities of the same thing: do their intervals meet? `unit` is the same figure in another currency or measure. */
function compareQuantities(a: Quantity, b: Quantity): NumberRelation {
  if (!sameThing(a, b)) return 'unknown';
  const percentish = (kind: QuantityKind): boolean => kind === 'percent' || kind === 'points';
  if (a.kind !== b.kind) return percentish(a.kind) && percentish(b.kind) && a.move === b.move ? 'unit' : 'unknown';
  if (a.move !== b.move && percentish(a.kind)) return 'unknown';
  if (a.currency !== b.currency) return 'unit';
  if (a.lo <= b.hi && b.lo <= a.hi) return 'compatible';
  const gap = a.lo > b.hi ? a.lo - b.hi : b.lo - a.hi;
  const size = Math.min(Math.max(a.lo, b.lo), Number.MAX_VALUE);
  const converted = a.kind === 'length' || a.kind === 'mass' ? NEAR : 0;
  const small = size < 100 && a.kind === 'count' ? 0 : NEAR;
  return gap > Math.max(converted, small) * size ? 'disjoint' : 'compatible';
}

/** The same act, when both name one, and nouns that do not exclude each other. */
function sameThing(a: Quantity, b: Quantity): boolean {
  const meet = (x: readonly string[], y: readonly string[]): boolean => x.some((key) => y.includes(key));
  if (a.act.length > 0 && b.act.length > 0 && !meet(a.act, b.act)) return false;
  const [x, y] = [counts(a.of), counts(b.of)];
  if (x === 'unknown' || y === 'unknown')
    return meet(a.act, b.act) || (a.kind !== 'count' && a.act.length + b.act.length === 0);
  return meet(a.of, b.of) || (x === 'person' && y === 'person');
}

/** How the numbers of a claim stand to those held; a pair that meets does not excuse a pair that does not. */
export function numberRelation(
  a: readonly Quantity[],
  b: readonly Quantity[],
  acts: readonly Unit[],
): 'same' | 'disjoint' | 'unit' | 'unknown' | 'absent' {
  if (a.length === 0 || b.length === 0) return 'absent';
  const pairs = a.flatMap((x) => b.map((y) => compareQuantities(x, y)));
  const sum = summed(a, acts);
  const summedPairs = sum ? b.map((y) => compareQuantities(sum, y)) : [];
  const has = (relations: readonly NumberRelation[], wanted: NumberRelation): boolean => relations.includes(wanted);
  if (has(summedPairs, 'compatible')) return 'same';
  if (has(pairs, 'unit')) return 'unit';
  // A pair of numbers that meet does not excuse a pair that does not: each is bound to its own act.
  const ofOne = a.map((x) => b.map((y) => compareQuantities(x, y)).filter((relation) => relation !== 'unknown'));
  if (ofOne.some((relations) => relations.length > 0 && relations.every((relation) => relation === 'disjoint')))
    return 'disjoint';
  return has(pairs, 'compatible') ? 'same' : 'unknown';
}

/** "Six soldiers and two civilians died" as eight people. */
function summed(all: readonly Quantity[], acts: readonly Unit[]): Quantity | null {
  const [first] = all;
  if (!first || all.length < 2 || all.some((q) => q.kind !== 'count' || q.act.join() !== first.act.join())) return null;
  if (!acts.some(({ keys }) => keys.some((key) => first.act.includes(key)))) return null;
  const add = (read: (q: Quantity) => number): number => all.reduce((total, q) => total + read(q), 0);
  return { ...first, lo: add((q) => q.lo), hi: add((q) => q.hi), of: ['~person'] };
}

/** Whether two quantities are of one thing, whatever their values. */
export const isOfOneThing = (a: Quantity, b: Quantity): boolean => compareQuantities(a, b) !== 'unknown';
