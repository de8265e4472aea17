/**
 * Whether the article speaks of what a short form leaves out: "Golani" with "brigade" on the page, "LSU" with
 * "Louisiana". Without it, or the full name, a form that follows by rule is not believed.
 */

import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit } from '../gazetteer/find.ts';
import { nationsOf } from '../gazetteer/nations.ts';
import { isUnitWord } from '../gazetteer/unit-words.ts';
import type { Note } from '../notes/note.ts';
import type { ArticleWords } from './article-words.ts';

const WORD = /[\p{L}\p{N}]{3,}/gu;
// Stand in too many names to speak for one.
const GENERIC = new Set(
  (
    'the and for of news new international national united general association state states university company corporation ' +
    'organisation organization union party movement agency service department ministry council committee institute federation'
  ).split(' '),
);
const speaksForIt = (word: string): boolean =>
  !GENERIC.has(word) && !isUnitWord(word) && nationsOf(word[0]!.toUpperCase() + word.slice(1)).size === 0;

export const needsName = (derived: number): boolean => derived === DERIVED.acronym || derived === DERIVED.stem;

/** Words of the note's name that the article has outside the hit; for an acronym, all that speak for it or none. */
export function nameWords(words: ArticleWords, note: Note, hit: Hit, derived: number): string[] {
  const own = hit.text.toLowerCase();
  const missing = (note.name.match(WORD) ?? []).map((word) => word.toLowerCase()).filter((word) => !own.includes(word));
  const found = missing.filter((word) => words.positionsOf(word).length > 0);
  if (derived !== DERIVED.acronym) return found;
  const telling = missing.filter(speaksForIt);
  return telling.length > 0 && telling.every((word) => found.includes(word)) ? telling : [];
}
