/**
 * Whether the article speaks of what a short form leaves out: "Golani" with "brigade" on the page, "LSU" with
 * "Louisiana". Without it, or the full name, a form that follows by rule is not believed.
 */
import type { Hit } from '../gazetteer/find.ts';
import { DERIVED } from '../gazetteer/forms.ts';
import type { Note } from '../notes/note.ts';
import type { ArticleWords } from './article-words.ts';

const WORD = /[\p{L}\p{N}]{3,}/gu;
const SMALL = new Set('the and for of news new international national united general association'.split(' '));

export const needsName = (derived: number): boolean => derived === DERIVED.acronym || derived === DERIVED.stem;

/** Words of the note's name that the article has outside the hit; for an acronym, all of them or none. */
export function nameWords(words: ArticleWords, note: Note, hit: Hit, derived: number): string[] {
  const own = hit.text.toLowerCase();
  const missing = (note.name.match(WORD) ?? []).filter((word) => {
    return !SMALL.has(word.toLowerCase()) && !own.includes(word.toLowerCase());
  });
  const found = missing.filter((word) => words.positionsOf(word).length > 0);
  return derived === DERIVED.acronym && found.length < missing.length ? [] : found;
}
