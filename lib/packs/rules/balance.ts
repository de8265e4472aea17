import type { Note } from '../../notes/note.ts';
import { ENTITY_KINDS } from '../../notes/note.ts';
import type { Pack } from '../pack.ts';
import type { Rule } from './rule.ts';
import { factsOf } from './rule.ts';
import { STATEMENTS } from './statements.ts';

/**
 * Fields that weigh on how a reader sees an entity, in groups that say the same kind of thing. That only one side's units
 * have a `successor` is history; that only one side's officials have a `sanction` is what the author looked for.
 */
const WEIGHING: readonly (readonly string[])[] = [
  ['sanction', 'legal', 'designation', 'restriction'],
  ['stake', 'alignment', 'control', 'funding', 'backer'],
  ['allegation', 'correction'],
  ['reply'],
];

// With fewer notes of a side, that they have a field or lack it says little.
const LEAST_NOTES = 8;
const MOST_HAVE = 0.5;

const sideOf = (note: Note): string => note.country ?? 'no country';

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

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
    asks: 'What weighs on how an entity is seen is looked for on every side.',
    mend: 'Give it to the others where a page says so; where none does, say in pack.yaml, `nothingFound`, that you looked.',
    check({ pack, nothingFound }, tell) {
      const looked = new Set(nothingFound.map(({ kind, side, what }) => `${kind} ${side} ${what}`));
      for (const kind of ENTITY_KINDS) {
        const sides = groupBy(
          pack.notes.filter((note) => note.kind === kind),
          sideOf,
        );
        const counted = [...sides].filter(([, notes]) => notes.length >= LEAST_NOTES);
        for (const fields of WEIGHING) {
          const having = (notes: readonly Note[]): readonly Note[] =>
            notes.filter((note) => note.facts.some(({ what }) => fields.includes(what)));
          const most = counted.find(([, notes]) => having(notes).length >= notes.length * MOST_HAVE);
          if (!most) continue;
          for (const [side, notes] of counted) {
            if (having(notes).length > 0 || fields.some((what) => looked.has(`${kind} ${side} ${what}`))) continue;
            const named = fields.map((what) => `“${what}”`).join(' or ');
            tell(
              notes[0]!.id,
              '',
              `${having(most[1]).length} of ${most[1].length} ${kind}s of ${most[0]} have ${named}, and none of the ${notes.length} of ${side}`,
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

/** How a pack’s notes are spread; each list begins with the most notes. */
export interface Balance {
  readonly country: readonly BalanceRow[];
  readonly side: readonly BalanceRow[];
  readonly war: readonly BalanceRow[];
}

/** Notes and statements of a pack by country, side and war. */
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
