/**
 * What a quotation gained or lost on its way: hedges dropped, boosters added, a negation swallowed by an ellipsis. Words are
 * aligned and only the difference is looked at, since translations vary everywhere else.
 */
import type { Speech } from './statement.ts';
import { stemOf, tokensOf } from './words.ts';

export type WordingRelation =
  | 'same'
  | 'hardened'
  | 'softened'
  | 'negation'
  | 'number'
  | 'made-direct'
  | 'unlike'
  | 'alike';

const HEDGES = new Set(
  'seem appear kind sort some maybe mayb perhap perhaps might could may possibl possibli probabl probabli like apparent apparentli partli partial somewhat rather suggest think believ guess feel hope reportedli almost'.split(
    ' ',
  ),
);
const BOOSTERS = new Set(
  'clear clearli certain certainli definit definitli absolut absolutli alway never all proven prove undoubtedli doubt obviou obvious obviousli total totali complet complet fulli entir entireli everi plain plainli'.split(
    ' ',
  ),
);
const NEGATIONS = new Set("not no never none neither nor cannot n't".split(' '));
/** Words that change between direct and indirect speech and between two tellings, and say nothing. */
const NEUTRAL = new Set(
  'a an the that there it its is are was were be been being has have had will would shall we i they he she our their his her my of to in on at for and between'.split(
    ' ',
  ),
);

interface Word {
  readonly word: string;
  readonly stem: string;
}

/** Words of a quotation: an editor's brackets taken out, ellipses kept as a mark. */
function wordsOf(content: string): { words: Word[]; elided: boolean } {
  const plain = content.replace(/\[[^\]]*\]/g, ' ');
  return {
    words: tokensOf(plain).map(({ word, term }) => ({ word, stem: term || stemOf(word) })),
    elided: /\.\.\.|…/.test(plain),
  };
}

const only = (a: readonly Word[], b: readonly Word[]): Word[] => {
  const left = b.map(({ stem }) => stem);
  return a.filter(({ stem }) => {
    const at = left.indexOf(stem);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};
const isNegation = ({ word }: Word): boolean => NEGATIONS.has(word) || /n['’]t$/.test(word);
const isIn = (set: ReadonlySet<string>, { word, stem }: Word): boolean => set.has(stem) || set.has(word);
const strength = (words: readonly Word[]): number =>
  words.filter((word) => isIn(BOOSTERS, word)).length - words.filter((word) => isIn(HEDGES, word)).length;

/** Shares of content words two tellings must have in common to be tellings of one thing, and to be the same words. */
const ONE_THING = 0.5;
const SAME_WORDS = 0.9;

/** How the words an article prints stand to the words held. */
export function compareWording(claim: Speech, held: Speech): WordingRelation {
  const a = wordsOf(claim.content);
  const b = wordsOf(held.content);
  const content = (words: readonly Word[]): Word[] =>
    words.filter(
      (word) => !NEUTRAL.has(word.word) && !isIn(HEDGES, word) && !isIn(BOOSTERS, word) && !isNegation(word),
    );
  const [ca, cb] = [content(a.words), content(b.words)];
  const shared = ca.length - only(ca, cb).length;
  if (shared === 0 || shared / Math.max(1, Math.min(ca.length, cb.length)) < ONE_THING) return 'unlike';
  const gained = only(a.words, b.words);
  const lost = only(b.words, a.words);
  if (a.words.filter(isNegation).length % 2 !== b.words.filter(isNegation).length % 2) return 'negation';
  const change = strength(gained) - strength(lost);
  if (change !== 0) return change > 0 ? 'hardened' : 'softened';
  const figures = (words: readonly Word[]): string =>
    words
      .filter(({ word }) => /\d/.test(word))
      .map(({ stem }) => stem)
      .join(' ');
  if (figures(gained) !== figures(lost)) return 'number';
  const same = shared / Math.max(ca.length, cb.length) >= SAME_WORDS;
  const literal = gained.every(({ word }) => NEUTRAL.has(word)) && lost.every(({ word }) => NEUTRAL.has(word));
  if (claim.direct && held.direct) return same ? 'same' : 'alike';
  // Printed between quotation marks what the source only paraphrased, in other words than its own.
  if (claim.direct && !held.direct && (!same || !literal || a.words.length !== b.words.length || gained.length > 0))
    return 'made-direct';
  return same ? 'same' : 'alike';
}
