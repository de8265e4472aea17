/**
 * Which place a direction is said of. "The eastern city of Hama" says where Hama lies; "eastern Hama", "the eastern
 * suburbs of Hama" and "Hama ... in eastern Syria" two clauses on do not, and a finding on a direction must not rest on them.
 */
import type { SentenceView } from './article-view.ts';
import type { Unit } from './meaning.ts';

export type Sector = 'north' | 'east' | 'south' | 'west';

const SECTORS: ReadonlyMap<string, Sector> = new Map([
  ['~north', 'north'],
  ['~east', 'east'],
  ['~south', 'south'],
  ['~west', 'west'],
]);

export const sectorOf = (unit: Unit): Sector | undefined =>
  unit.keys.map((key) => SECTORS.get(key)).find((sector) => sector !== undefined);

/** "the city of X", "a town called X". */
const PLACE_NOUNS = new Set('~city ~village ~province provinc municip settlement port enclav'.split(' '));

/** A direction and the place it is said of. */
export interface Bearing {
  readonly direction: Unit;
  readonly place: Unit;
}

type Read = Pick<SentenceView, 'tokens' | 'units'>;

const isPlaceName = (unit: Unit | undefined): unit is Unit =>
  unit !== undefined && (unit.kind === 'name' || unit.kind === 'country' || unit.kind === 'word');

/** Every direction of a sentence that says where a named place lies. */
export function bearingsOf({ tokens, units }: Read): Bearing[] {
  const plain = units.filter((unit, at) => units.findIndex((other) => other.from === unit.from) === at);
  return plain.flatMap((direction, at): Bearing[] => {
    if (sectorOf(direction) === undefined) return [];
    const next = plain[at + 1];
    // "the eastern (Syrian) city of Hama", "the eastern city Hama"
    const noun =
      next && isPlaceNoun(next) ? at + 1 : next?.kind === 'country' && isPlaceNoun(plain[at + 2]) ? at + 2 : -1;
    if (noun >= 0 && plain[noun]!.from - direction.to <= 1) {
      const place = plain[noun + 1];
      if (isPlaceName(place) && isCapital(tokens, place) && place.from - plain[noun]!.to <= 2)
        return [{ direction, place }];
    }
    // "Hama, in eastern Syria", "Hama lies in the (country's) east", "Hama, Syria's eastern city"
    const before = plain.slice(Math.max(0, at - 3), at).reverse();
    const owned = before[0]?.kind === 'country' && next !== undefined && isPlaceNoun(next);
    if ((!hasIn(tokens, direction) && !owned) || isOfPart(tokens, direction)) return [];
    const place = before.find((unit) => isCapital(tokens, unit) && (unit.kind === 'name' || unit.kind === 'word'));
    if (!place || direction.from - place.to > MOST_BETWEEN) return [];
    const between = before.slice(0, before.indexOf(place));
    return between.every(
      (unit) => isPlaceNoun(unit) || unit.kind === 'country' || unit.keys.some((key) => LIES.has(key)),
    )
      ? [{ direction, place }]
      : [];
  });
}

/** Tokens between a place and the direction said of it: "Hama, a city in the far east". */
const MOST_BETWEEN = 6;
const LIES = new Set(['lie', 'li', 'locat', 'situat', 'countri']);

/** "in the east of the province": said of the part, not of the country. */
const isOfPart = (tokens: Read['tokens'], direction: Unit): boolean =>
  tokens[direction.to]?.word === 'of' &&
  /^(?:province|city|town|governorate|district|region)$/.test(tokens[direction.to + 2]?.word ?? '');

const isPlaceNoun = (unit: Unit | undefined): boolean => unit?.keys.some((key) => PLACE_NOUNS.has(key)) ?? false;
const isCapital = (tokens: Read['tokens'], unit: Unit): boolean => /^\p{Lu}/u.test(tokens[unit.from]!.surface);
/** "in eastern", "in the east", "in the country's east", "a city of eastern". */
const hasIn = (tokens: Read['tokens'], direction: Unit): boolean =>
  tokens.slice(Math.max(0, direction.from - 3), direction.from).some(({ word }) => word === 'in' || word === 'of');

const OPPOSITE: Readonly<Record<Sector, Sector>> = { north: 'south', south: 'north', east: 'west', west: 'east' };
export const excludes = (a: readonly Sector[], b: readonly Sector[]): boolean =>
  a.some((sector) => b.includes(OPPOSITE[sector]));
