import type { EntityKind, Note } from '../../notes/note.ts';
import { ENTITY_KINDS } from '../../notes/note.ts';
import type { Pack } from '../pack.ts';
import type { Rule } from './rule.ts';
import { factsOf } from './rule.ts';

/** What a fact may state; FORMAT.md section 1.3 tells what each is for. */
const EVERY_KIND = 'is founded ended renamed based relation stake sanction legal allegation reply record'.split(' ');
export const STATEMENTS: Readonly<Record<EntityKind, ReadonlySet<string>>> = {
  outlet: new Set([
    ...EVERY_KIND,
    ...'owner control funding editor alignment carries language restriction correction'.split(' '),
  ]),
  official: new Set([...EVERY_KIND, ...'role rank party statement death'.split(' ')]),
  unit: new Set([
    ...EVERY_KIND,
    ...'parent subunit commander leader backer strength composition area war predecessor successor designation mandate'.split(
      ' ',
    ),
  ]),
};

// Fields that weigh on how a reader sees an entity. That only one side's units have a `successor` is history; that only
// one side's outlets have a `stake` is a choice of the author.
const WEIGHING = new Set(
  'stake sanction legal allegation reply restriction correction alignment control funding designation backer'.split(
    ' ',
  ),
);

// Below this, that one side has a field and others lack it says little.
const LEAST = 4;

const sideOf = (note: Note): string => note.country ?? 'no country';

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

export const balanceRules: readonly Rule[] = [
  {
    id: 'unknown-statement',
    asks: 'Statements of all sides go by the same words.',
    mend: 'Use the word of the list (FORMAT.md, 1.3) that fits.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        for (const { fact, at } of factsOf(note)) {
          if (!STATEMENTS[note.kind].has(fact.what))
            tell(note.id, `${at}.what`, `“${fact.what}” is not a statement on an ${note.kind}`);
        }
      }
    },
  },
  {
    id: 'one-sided-field',
    asks: 'A field that weighs on how an entity is seen is not kept for one side.',
    mend: 'Give the field to the others of that kind where sources allow, or take it out.',
    check({ pack }, tell) {
      for (const kind of ENTITY_KINDS) {
        const notes = pack.notes.filter((note) => note.kind === kind);
        const perSide = countBy(notes, sideOf);
        for (const what of WEIGHING) {
          const having = notes.filter((note) => note.facts.some((fact) => fact.what === what));
          const [side] = countBy(having, sideOf).keys();
          const ofSide = side === undefined ? 0 : perSide.get(side)!;
          const isOneSided = having.length >= LEAST && having.every((note) => sideOf(note) === side);
          if (isOneSided && notes.length - ofSide >= LEAST) {
            tell(
              having[0]!.id,
              '',
              `of the ${kind}s, only those of ${side} (${having.length}) have “${what}”; ${notes.length - ofSide} others have none`,
            );
          }
        }
      }
    },
  },
];

/** Notes and statements per country, side and war, for `pack check --balance`. */
export interface BalanceRow {
  readonly name: string;
  readonly notes: number;
  readonly outlets: number;
  readonly officials: number;
  readonly units: number;
  readonly statements: number;
}
export interface Balance {
  readonly country: readonly BalanceRow[];
  readonly side: readonly BalanceRow[];
  readonly war: readonly BalanceRow[];
}

export function balanceOf(pack: Pack): Balance {
  const table = (namesOf: (note: Note) => readonly string[]): BalanceRow[] => {
    const groups = new Map<string, Set<Note>>();
    for (const note of pack.notes) {
      for (const name of namesOf(note)) groups.set(name, (groups.get(name) ?? new Set()).add(note));
    }
    return [...groups]
      .map(([name, notes]) => {
        const kinds = countBy(notes, (note) => note.kind);
        return {
          name,
          notes: notes.size,
          outlets: kinds.get('outlet') ?? 0,
          officials: kinds.get('official') ?? 0,
          units: kinds.get('unit') ?? 0,
          statements: [...notes].reduce((sum, note) => sum + note.facts.length, 0),
        };
      })
      .sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1));
  };
  return {
    country: table((note) => [note.country ?? '(not given)']),
    side: table((note) => [note.side ?? '(not given)']),
    war: table((note) => note.facts.filter(({ what }) => what === 'war').map(({ value }) => value)),
  };
}
