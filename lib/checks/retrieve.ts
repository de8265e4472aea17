/** The held checks worth comparing with a sentence: loosely, since what is shown is decided later and strictly. */
import type { SentenceView } from './article-view.ts';
import type { CheckIndex } from './index-checks.ts';
import { rankByWords } from './lookup.ts';
import { termsOfKey } from './meaning.ts';

/** Among 19,000 other checks every one of 81 paraphrases had its check within the first twelve. */
const CANDIDATES = 24;
/** What a word of the same row, or of a linked name's other forms, counts beside the printed word. */
const SAME_MEANING = 0.5;

/** Positions of checks in the index, best first. */
export function candidatesFor(index: CheckIndex, sentence: SentenceView): number[] {
  const terms = new Map<string, number>();
  for (const { term } of sentence.tokens) if (term !== '') terms.set(term, 1);
  for (const unit of sentence.units) {
    for (const key of unit.keys) {
      const marked = key.charCodeAt(0) === ROW || key.charCodeAt(0) === COUNTRY;
      for (const term of marked ? termsOfKey(key) : [key]) {
        if (!terms.has(term)) terms.set(term, SAME_MEANING);
      }
    }
  }
  return rankByWords(index.postings, terms, CANDIDATES).map(({ at }) => at);
}

const ROW = '~'.charCodeAt(0);
const COUNTRY = '@'.charCodeAt(0);
