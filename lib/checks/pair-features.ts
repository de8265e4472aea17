/**
 * What a sentence and a wording have in common, as numbers: the features the pair probability is computed from. Ranking
 * needs none of this; showing does, because the best of twenty thousand checks is still mostly about something else.
 */
import type { Postings } from './postings.ts';
import { findTerm, hashTerm } from './postings.ts';
import type { Token } from './words.ts';

export const FEATURES = [
  'bias',
  'overlap',
  'coverOfCheck',
  'coverOfSentence',
  'coverOfBoth',
  'longestRun',
  'adjacentPairs',
  'missingNames',
  'sharedNames',
  'numberConflict',
  'sharedNumbers',
  'checkLength',
  'sentenceLength',
  'otherWording',
  'plainCover',
  'plainCoverOfSentence',
  'plainShared',
] as const;
/** Content terms of a text in order, with their weight in the index. */
export interface Weighed {
  readonly terms: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Terms that stand near each other, each pair as one string. */
  readonly pairs: ReadonlySet<string>;
}

/** idf from the room a term's postings take, two bytes each: near enough, and nothing more need be stored. */
export function termWeight(postings: Postings, term: string): number {
  const at = findTerm(postings, hashTerm(term));
  const found = at < 0 ? 0 : (postings.starts[at + 1]! - postings.starts[at]!) / 2;
  return Math.log(1 + (postings.documents - found + 0.5) / (found + 0.5));
}

export function weigh(tokens: readonly Token[], postings: Postings): Weighed {
  const content = tokens.filter(({ term }) => term !== '');
  const weights = new Map<string, number>();
  for (const { term } of content) if (!weights.has(term)) weights.set(term, termWeight(postings, term));
  return {
    terms: content.map(({ term }) => term),
    weights,
    total: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    names: new Set(
      content.flatMap((token) => (token !== tokens[0] && /^\p{Lu}/u.test(token.surface) ? [token.term] : [])),
    ),
    pairs: pairsOf(content.map(({ term }) => term)),
    numbers: new Set(content.flatMap((token) => (token.value === undefined ? [] : [token.term]))),
  };
}

/** Longest run of terms that stand in the same order, side by side, in both. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const term of a) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (let at = 0; at < b.length; at++) {
      if (b[at] !== term) continue;
      next[at + 1] = row[at]! + 1;
      if (next[at + 1]! > best) best = next[at + 1]!;
    }
    row = next;
  }
  return best;
}

/** How far apart two terms may stand to count as a pair. */
const WINDOW = 4;
function pairsOf(terms: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  terms.forEach((a, at) => {
    for (const b of terms.slice(at + 1, at + WINDOW)) if (a !== b) pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  });
  return pairs;
}

const sumOf = (terms: Iterable<string>, weights: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const term of terms) sum += weights.get(term) ?? 0;
  return sum;
};

/** The features of one pair, in the order of {@link FEATURES}; `others` are the check's further wordings. */
export function pairFeatures(sentence: Weighed, check: Weighed, others: readonly Weighed[]): number[] {
  const shared = [...check.weights.keys()].filter((term) => sentence.weights.has(term));
  const overlap = sumOf(shared, check.weights);
  const coverOfCheck = overlap / (check.total || 1);
  const coverOfSentence = overlap / (sentence.total || 1);
  let sharedPairs = 0;
  for (const pair of check.pairs) if (sentence.pairs.has(pair)) sharedPairs++;
  const missing = [...check.names].filter((term) => !sentence.weights.has(term));
  const common = [...check.numbers].filter((term) => sentence.numbers.has(term)).length;
  const conflict = check.numbers.size > 0 && sentence.numbers.size > 0 && common === 0 ? 1 : 0;
  const other = Math.max(
    0,
    ...others.map(
      (wording) =>
        sumOf(
          [...wording.weights.keys()].filter((term) => sentence.weights.has(term)),
          wording.weights,
        ) / (wording.total || 1),
    ),
  );
  // Names alone make a topic, not a statement: what else is shared counts apart.
  const plain = (terms: Iterable<string>): string[] =>
    [...terms].filter((term) => !check.names.has(term) && !sentence.names.has(term));
  const plainShared = plain(shared);
  const plainOf = (side: Weighed): number =>
    sumOf(plainShared, side.weights) / (sumOf(plain(side.weights.keys()), side.weights) || 1);
  return [
    1,
    overlap / 20,
    coverOfCheck,
    coverOfSentence,
    Math.sqrt(coverOfCheck * coverOfSentence) * Math.min(1.5, overlap / 20),
    Math.min(8, longestRun(sentence.terms, check.terms)) / 4,
    sharedPairs / (check.pairs.size || 1),
    sumOf(missing, check.weights) / 20,
    sumOf(
      [...check.names].filter((term) => sentence.weights.has(term)),
      check.weights,
    ) / 20,
    conflict,
    Math.min(2, common),
    Math.log(1 + check.weights.size),
    Math.log(1 + sentence.weights.size),
    other,
    plainOf(check),
    plainOf(sentence),
    Math.min(8, plainShared.length) / 4,
  ];
}
