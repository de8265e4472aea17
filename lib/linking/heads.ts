/**
 * The last word of a name that the article gives in full, for outlets and units: "the Commission" after "European
 * Commission", "the Times" after "The New York Times". Only where no other name of the article ends in it.
 */
import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import { nationsOf } from '../gazetteer/nations.ts';
import { kindOf, type NoteId } from '../notes/note.ts';
import { type Assessor, bareName } from './assess.ts';
import { NameNeighbours } from './name-neighbours.ts';
import { Taken } from './taken.ts';

// Said of any government, and capital by house style.
const ANYBODYS = new Set(
  'army forces force government police ministry state states united news online party people nation world union group company'.split(
    ' ',
  ),
);
const SHORTEST = 4;
const THE_BEFORE = /(?<![\p{L}\p{N}])[Tt]he[\s\u00a0]$/u;

function headOf(name: string): string | null {
  const words = name
    .replace(/^The /, '')
    .split(/ (?:of|for|in|at) /)[0]!
    .split(' ');
  const head = words.at(-1)!;
  const isWord = /^\p{Lu}\p{Ll}+$/u.test(head) && head.length >= SHORTEST && !ANYBODYS.has(head.toLowerCase());
  return isWord && name.replace(/^The /, '').includes(' ') && nationsOf(head).size === 0 ? head : null;
}

/** `named`: notes named in full; `already`: what is found. */
export function findHeads(assessor: Assessor, named: Iterable<NoteId>, already: readonly Hit[]): Hit[] {
  const { words } = assessor;
  const bearers = new Map<string, NoteId[]>();
  for (const id of named) {
    const note = kindOf(id) === 'official' ? undefined : assessor.notes.get(id);
    const head = note && headOf(bareName(note));
    if (head) bearers.set(head, [...(bearers.get(head) ?? []), id]);
  }
  const made: Hit[] = [];
  const taken = new Taken(already);
  const around = new NameNeighbours(assessor.frames, words, taken);
  for (const [head, ids] of bearers) {
    if (ids.length > 1) continue;
    const candidate: HitCandidate = { note: ids[0]!, alias: -1, derived: DERIVED.head };
    const alone: number[] = [];
    let isOthers = false;
    for (const at of words.positionsOf(head)) {
      const word = words.words[at]!;
      if (taken.meets(word) || !around.isCapitalAt(at)) continue;
      const isLonger = /^ (?:of|for) \p{Lu}/u.test(words.text.slice(word.end, word.end + 6));
      if (around.reading(at, at) === 'other' || isLonger) isOthers = true;
      else if (THE_BEFORE.test(words.text.slice(Math.max(0, word.start - 5), word.start))) alone.push(at);
    }
    if (isOthers) continue;
    for (const at of alone) {
      const { start } = words.words[at]!;
      made.push({ start, end: start + head.length, text: head, candidates: [candidate] });
    }
  }
  return made;
}
