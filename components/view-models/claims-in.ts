/** From words a reader selected to the claims that lie in them. */
import type { Span } from '../../lib/text/span.ts';
import type { ClaimItem } from './claims.ts';

/** Fewer words than these are a name or a term, which are looked up for themselves, unless they are most of a claim. */
const PART_OF_A_SENTENCE = 4;

/** A text without its white space, which a selection folds in its own way, and where each character stood. */
function dense(text: string): { readonly text: string; readonly at: readonly number[] } {
  const at: number[] = [];
  for (const word of text.matchAll(/\S+/g)) for (let i = 0; i < word[0].length; i++) at.push(word.index + i);
  return { text: text.replace(/\s+/g, ''), at };
}

/** Wherever these words stand in the article. */
function placesOf(words: string, article: string): Span[] {
  const wanted = dense(words).text;
  const { text, at } = dense(article);
  const places: Span[] = [];
  if (wanted === '') return places;
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
    places.push({ start: at[from]!, end: at[from + wanted.length - 1]! + 1 });
  }
  return places;
}

/** The claims that the selected words are, hold, or are a part of, in article order; none when they stand elsewhere. */
export function claimsIn(words: string, article: string, claims: readonly ClaimItem[]): ClaimItem[] {
  const places = placesOf(words, article);
  const isPart = words.trim().split(/\s+/).length >= PART_OF_A_SENTENCE;
  return claims.filter(({ span }) =>
    places.some((place) => {
      const common = 2 * (Math.min(span.end, place.end) - Math.max(span.start, place.start));
      return common >= span.end - span.start || (isPart && common >= place.end - place.start);
    }),
  );
}
