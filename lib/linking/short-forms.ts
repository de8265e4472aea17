/**
 * Family and given names of people whom the article names in full: hits that no alias gives. A name that is part of
 * somebody else's is left alone and its place remembered, for after it the short name may be that person's.
 */

import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import { isWordToo } from '../gazetteer/people.ts';
import { kindOf, type NoteId } from '../notes/note.ts';
import { isSmall } from '../text/characters.ts';
import type { Assessor } from './assess.ts';
import { callNames } from './call-names.ts';
import { NameNeighbours } from './name-neighbours.ts';
import { Taken } from './taken.ts';

export interface ShortForms {
  readonly hits: readonly Hit[];
  /** Where someone else of a family name is named, by folded name. */
  readonly others: ReadonlyMap<string, readonly number[]>;
}

/** `named`: notes named in full. */
export function findShortForms(assessor: Assessor, named: readonly NoteId[], already: readonly Hit[]): ShortForms {
  const taken = new Taken(already);
  const { words, text } = assessor.words;
  const others = new Map<string, number[]>();
  const hits: Hit[] = [];
  const around = new NameNeighbours(assessor.frames, assessor.words, taken);

  const look = (name: string, ids: readonly NoteId[], derived: number): void => {
    const count = name.split(' ').length;
    for (const at of words.length > 0 ? assessor.words.positionsOf(name) : []) {
      const last = at + count - 1;
      if (!around.isCapitalAt(at) || last >= words.length) continue;
      const start = around.startOf(at);
      const end = words[last]!.end - (/['’]s?$/.exec(words[last]!.text)?.[0].length ?? 0);
      if (taken.meets({ start, end })) continue;
      if (around.reading(at, last) === 'other') {
        others.set(name, [...(others.get(name) ?? []), words[at]!.start]);
        continue;
      }
      const candidates = ids.map((note): HitCandidate => ({ note, alias: -1, derived }));
      hits.push({ start, end, text: text.slice(start, end), candidates });
    }
  };

  const families = new Map<string, NoteId[]>();
  const givens = new Map<string, NoteId[]>();
  const put = (map: Map<string, NoteId[]>, name: string, id: NoteId): void => {
    map.set(name, [...(map.get(name) ?? []), id]);
  };
  for (const id of named) {
    if (kindOf(id) !== 'official') continue;
    const { family, given } = callNames(assessor.notes.get(id)!);
    for (const name of family) put(families, name, id);
    for (const name of given) put(givens, name, id);
  }
  for (const [name, ids] of families) look(name, ids, DERIVED.family);
  for (const [name, ids] of givens) {
    if (families.has(name) || !isOnlyAName(assessor, name)) continue;
    look(name, ids, DERIVED.first);
  }
  return { hits, others };
}

/** Whether a given name is nobody else's and no word of the article. */
function isOnlyAName(assessor: Assessor, name: string): boolean {
  if (isWordToo(name)) return false;
  const { words } = assessor.words;
  return assessor.words.positionsOf(name).every((at) => !isSmall(words[at]!.text.codePointAt(0)!));
}
