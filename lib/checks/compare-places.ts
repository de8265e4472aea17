/** Where a place lies: directions said of it on both sides, in its country or from another place. */
import type { Part } from './check.ts';
import { type Comparison, found } from './comparison.ts';
import { bearingsOf, excludes, type Sector, sectorOf } from './compass.ts';
import { sharesKey, type Unit } from './meaning.ts';
import type { Statement } from './statement.ts';

/** A direction with every sector printed in it: "north-west", "west-central". */
interface Lie {
  readonly place: Unit;
  readonly sectors: readonly Sector[];
  /** "east of X": the place it is counted from. */
  readonly of: Unit | null;
}

function liesOf(statement: Statement): Lie[] {
  const plain = bearingsOf(statement).map(({ place, direction }) => ({
    place,
    sectors: sectorsAround(statement, direction),
    of: null,
  }));
  return [...plain, ...relatives(statement)];
}

/** The sectors in a run of direction words: "north-west", "the north and east". */
function sectorsAround({ units, tokens }: Statement, direction: Unit): Sector[] {
  return units
    .filter(
      (unit) =>
        Math.abs(unit.from - direction.from) <= 1 ||
        tokens.slice(direction.to, unit.from).every(({ term }) => term === ''),
    )
    .flatMap((unit) => sectorOf(unit) ?? []);
}

/** "X runs east of Y", "X, further west of Y". */
function relatives({ units, tokens }: Statement): Lie[] {
  return units.flatMap((direction, at): Lie[] => {
    const sector = sectorOf(direction);
    const of = units.slice(at + 1).find((unit) => unit.kind === 'name');
    if (sector === undefined || !of || tokens[direction.to]?.word !== 'of' || of.from - direction.to > 2) return [];
    const place = units
      .slice(0, at)
      .findLast(
        (unit) => unit.kind === 'name' || (unit.kind === 'word' && /^\p{Lu}/u.test(tokens[unit.from]!.surface)),
      );
    return place ? [{ place, sectors: [sector], of }] : [];
  });
}

/** A finding on where a place lies, or `null` when the two do not both say it of one place. */
export function compareBearings(claim: Statement, held: Statement): Comparison | null {
  for (const a of liesOf(claim)) {
    for (const b of liesOf(held)) {
      if (
        !sharesKey(a.place, b.place) ||
        (a.of === null) !== (b.of === null) ||
        (a.of && b.of && !sharesKey(a.of, b.of))
      )
        continue;
      const part: Part = 'place';
      return excludes(a.sectors, b.sectors) && !a.sectors.some((sector) => b.sectors.includes(sector))
        ? found('contradicted', part)
        : found('agrees', part);
    }
  }
  return null;
}
