import { counted, type Label, label } from '../text/messages.ts';
import type { DayRange } from '../text/partial-date.ts';
import type { CardUnit } from './card.ts';
import { leaderOf } from './card-role.ts';
import type { Echelon, Fact, Note, NoteId } from './note.ts';
import { factsAsOf, standingOf } from './standing.ts';

/** Units drawn under one; more are counted. */
const MAX_UNDER = 5;
/** Steps upwards: a division, its corps, its army. */
const MAX_UP = 3;

const ECHELON = /\b(army|corps|division|brigade|regiment|battalion)s?\b/gi;

/** The size of a unit: its note's, else the last word of its name that names one ("42nd Brigade"). */
function echelonOf(note: Note | undefined, name: string): Echelon | null {
  if (note) return note.echelon ?? null;
  const found = [...name.matchAll(ECHELON)].at(-1)?.[1];
  return found === undefined ? null : (found.toLowerCase() as Echelon);
}

interface Tree {
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly article: DayRange | null;
}

/** What is, or may be, so at the article's date. */
const current = (fact: Fact, note: Note, article: DayRange | null): boolean =>
  article === null || !['before', 'after'].includes(standingOf(fact, note, article));

function unitOf(fact: Fact, { notes }: Tree): CardUnit {
  const ref = fact.ref && notes.get(fact.ref);
  return {
    name: fact.value,
    detail: null,
    echelon: echelonOf(ref, fact.value),
    self: false,
    loose: fact.status === 'disputed',
    under: [],
  };
}

function under(note: Note, tree: Tree): CardUnit[] {
  const facts = note.facts.filter((fact) => fact.what === 'subunit' && current(fact, note, tree.article));
  const shown = facts.slice(0, MAX_UNDER).map((fact) => unitOf(fact, tree));
  const rest = facts.length - shown.length;
  if (rest === 0) return shown;
  return [
    ...shown,
    { name: counted('card_tree_more', rest), detail: null, echelon: null, self: false, loose: false, under: [] },
  ];
}

function leaderLine(note: Note, article: DayRange | null): Label | null {
  const leader = leaderOf(note, article);
  if (leader === null) return null;
  if (leader === 'differ') return label('card_tree_leader_differ');
  return label(article ? 'card_tree_leader_then' : 'card_tree_leader', leader.name);
}

function self(note: Note, tree: Tree): CardUnit {
  return {
    name: note.name,
    detail: leaderLine(note, tree.article),
    echelon: note.echelon ?? null,
    self: true,
    loose: false,
    under: under(note, tree),
  };
}

/** A unit between what it belonged to and what belonged to it at the article's date; `null` when neither is held. */
export function treeOf(note: Note, notes: ReadonlyMap<NoteId, Note>, article: DayRange | null): CardUnit | null {
  if (note.kind !== 'unit') return null;
  const tree = { notes, article };
  let top = self(note, tree);
  let at: Note | undefined = note;
  const seen = new Set<NoteId>([note.id]);
  for (let up = 0; at && up < MAX_UP; up++) {
    const owner: Note = at;
    const parent: Fact | undefined = factsAsOf(owner, ['parent'], article).find((fact) =>
      current(fact, owner, article),
    );
    if (!parent) break;
    const loose = parent.status === 'disputed';
    top = { ...unitOf(parent, tree), loose: false, under: [{ ...top, loose }] };
    at = parent.ref && !seen.has(parent.ref) ? notes.get(parent.ref) : undefined;
    if (at) seen.add(at.id);
  }
  return top.under.length > 0 ? top : null;
}
