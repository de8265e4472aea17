/**
 * Family and given names of people whom the article names in full: hits that no alias gives. A name that is part of
 * somebody else's is left alone and its place remembered, for after it the short name may be that person's.
 */
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import { DERIVED } from '../gazetteer/forms.ts';
import { isParticle, isWordToo } from '../gazetteer/people.ts';
import { kindOf, type NoteId } from '../notes/note.ts';
import { isCapital, isSmall } from '../text/characters.ts';
import type { Assessor } from './assess.ts';
import { callNames } from './call-names.ts';
import { opensSentences } from './name-runs.ts';
import { nationsOf } from './nations.ts';
import { Taken } from './taken.ts';
import { isCourtesy, isTitle } from './titles.ts';

const ARTICLE_BEFORE = /(?<![\p{L}\p{N}])(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r)[-\u2010\u2011]$/u;
const OPENS_SENTENCE = /(?:^|[.!?:“"(\n]\s*)$/;
const ADJACENT = /^[ \u00a0]$/;

export interface ShortForms {
  readonly hits: readonly Hit[];
  /** Where someone else of a family name is named, by folded name. */
  readonly others: ReadonlyMap<string, readonly number[]>;
}

/** `named`: notes named in full, with the offset of the first naming. */
export function findShortForms(
  assessor: Assessor,
  named: ReadonlyMap<NoteId, number>,
  already: readonly Hit[],
): ShortForms {
  const taken = new Taken(already);
  const { words, text } = assessor.words;
  const others = new Map<string, number[]>();
  const hits: Hit[] = [];
  const capitalAt = (i: number): boolean => words[i] !== undefined && isCapital(words[i]!.text.codePointAt(0)!);

  /** What the neighbours make of a name at words [at, last]. */
  const reading = (at: number, last: number): 'alone' | 'other' => {
    if (assessor.frames.isTitled(words[at]!)) return 'alone';
    const after = words[last + 1];
    if (after && ADJACENT.test(text.slice(words[last]!.end, after.start)) && capitalAt(last + 1)) {
      const joined = !isTitle(after.text) && nationsOf(after.text).size === 0 && !/['’]s?$/.test(words[last]!.text);
      const isName =
        taken.startsAt(after.start) ||
        /day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/.test(after.text);
      if (joined && !isName) return 'other';
    }
    const before = words[at - 1];
    if (!before || !ADJACENT.test(text.slice(before.end, words[at]!.start)) || !capitalAt(at - 1)) return 'alone';
    if (/['’]s?$/.test(before.text) || isTitle(before.text) || isCourtesy(before.text)) return 'alone';
    if (nationsOf(before.text).size > 0 || isParticle(before.text)) return 'alone';
    const opens = OPENS_SENTENCE.test(text.slice(Math.max(0, before.start - 3), before.start));
    // The first word of a sentence is capital whatever it is.
    return opens && opensSentences(before.text) ? 'alone' : 'other';
  };

  const startOf = (at: number): number => {
    const { start } = words[at]!;
    const article = ARTICLE_BEFORE.exec(text.slice(Math.max(0, start - 5), start));
    if (article) return start - article[0].length;
    const before = words[at - 1];
    const hasParticle = before && capitalAt(at - 1) && isParticle(before.text) && text.slice(before.end, start) === ' ';
    return hasParticle ? before.start : start;
  };

  const look = (name: string, ids: readonly NoteId[], derived: number): void => {
    const count = name.split(' ').length;
    for (const at of words.length > 0 ? assessor.words.positionsOf(name) : []) {
      const last = at + count - 1;
      if (!capitalAt(at) || last >= words.length) continue;
      const start = startOf(at);
      const end = words[last]!.end - (/['’]s?$/.exec(words[last]!.text)?.[0].length ?? 0);
      if (taken.meets({ start, end })) continue;
      if (reading(at, last) === 'other') {
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
  for (const id of named.keys()) {
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
