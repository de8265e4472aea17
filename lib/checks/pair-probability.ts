/**
 * How probable it is that a sentence makes the statement of a check, where the check has no rows of its author's and words
 * alone must do. Weights are of a logistic model fitted by `test/bench/fit-pairs.ts` to query and check pairs of two public
 * corpora (10,417 pairs, 865 of them right), never to whole documents: there most right pairs are unlabelled. By groups held
 * out, of the pairs given .9 and more 96 % were right, of .8 to .9 86 %, of .5 to .6 77 %.
 */

import type { SentenceView } from './article-view.ts';
import type { Check } from './check.ts';
import type { StatementView } from './check-view.ts';
import { SHOWN_AT_ONCE } from './finding.ts';
import { modalityShares, type Shares } from './modality.ts';
import { FEATURES, pairFeatures, type Weighed, weigh } from './pair-features.ts';
import type { Postings } from './postings.ts';
import { tokensOf } from './words.ts';

/** Fitted on 24 November 2026, in the order of {@link FEATURES}. */
const WEIGHTS = [
  -3.176, 3.369, 0.554, 0.305, 1.431, -0.155, 0.023, 0.293, 0.225, -0.296, 0.108, -0.493, -0.957, 2.816, 0.305, -0.008,
  0.25,
];

/** Below this nothing is even offered. */
const LEAST = 0.5;
/** Words shared beside names, and how much of the check they make up: names alone are a topic. */
const FEWEST_PLAIN = 3;
const LEAST_PLAIN = 0.4;

const at = (name: (typeof FEATURES)[number]): number => FEATURES.indexOf(name);
const [PLAIN, PLAIN_OF_SENTENCE, PLAIN_SHARED, RUN, MISSING] = [
  at('plainCover'),
  at('plainCoverOfSentence'),
  at('plainShared'),
  at('longestRun'),
  at('missingNames'),
];

export function probabilityOf(features: readonly number[]): number {
  const sum = features.reduce((total, value, n) => total + value * WEIGHTS[n]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The confidence of a pair that may be offered, or 0. Beside a high probability two signs were found right without
 * exception when pairs were read: five or more plain words that make up half of either side with no name missing, and
 * a run of six words or more.
 */
export function confidenceOfPair(features: readonly number[]): number {
  const probability = probabilityOf(features);
  const plain = features[PLAIN_SHARED]! * 4;
  if (plain < FEWEST_PLAIN || features[PLAIN]! < LEAST_PLAIN) return 0;
  const whole = features[PLAIN]! >= 0.85 || features[PLAIN_OF_SENTENCE]! >= 0.35;
  if (features[PLAIN]! >= 0.6 && features[RUN]! * 4 >= 6 && whole) return Math.max(0.9, probability);
  if (probability >= SHOWN_AT_ONCE) return probability;
  const alike =
    plain >= 5 && features[PLAIN]! >= 0.5 && features[PLAIN_OF_SENTENCE]! >= 0.45 && features[MISSING]! * 20 <= 5;
  if (alike) return Math.max(SHOWN_AT_ONCE, probability);
  return probability >= LEAST ? probability : 0;
}

/** "On banning assault weapons": the title of a subject, no statement. */
const IS_TOPIC = /^On\b(?! (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\w+ \d))/;

/** How a check's wordings and a sentence fit as pairs. */
export interface PairView {
  readonly claim: Weighed;
  readonly others: readonly Weighed[];
}

export const viewPair = ({ claim, also }: Check, postings: Postings): PairView => ({
  claim: weigh(tokensOf(claim), postings),
  others: also.map((wording) => weigh(tokensOf(wording), postings)),
});

/** How sure words alone are that a sentence makes the statement of a check; 0 when they are not. */
export const confidenceByWords = (weighed: Weighed, { claim }: Check, pair: PairView): number =>
  IS_TOPIC.test(claim) ? 0 : confidenceOfPair(pairFeatures(weighed, pair.claim, pair.others));

/** Whether the sentence puts the shared words as the statement does. */
export function isPutAlike(sentence: SentenceView, weighed: Weighed, pair: PairView, wording: StatementView): boolean {
  const shared = new Set([...weighed.weights.keys()].filter((term) => pair.claim.weights.has(term)));
  const said = modalityShares(sentence.tokens, sentence.modalities, shared);
  const held = modalityShares(wording.tokens, wording.modalities, shared);
  return sameWay(said, held);
}

/** Not more than half of the shared words may be put another way on one side. */
const sameWay = (a: Shares, b: Shares): boolean =>
  (Object.keys(a) as (keyof Shares)[]).every((way) => Math.abs(a[way] - b[way]) <= 0.5);
