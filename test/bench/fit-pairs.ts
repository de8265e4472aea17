/**
 * Fits the weights of the pair probability and prints them with their reliability: `node test/bench/fit-pairs.ts`.
 * Pairs are queries of CheckThat! 2a and 2b with the ten checks ranked first for each; the sentences of the transcripts
 * (`test2021` of 2b) are left out, so that reading what is shown on them stays a test. Reads `../shared/data`.
 */
import { indexChecks } from '../../lib/checks/index-checks.ts';
import { rankByWords } from '../../lib/checks/lookup.ts';
import { FEATURES, pairFeatures, weigh } from '../../lib/checks/pair-features.ts';
import { termsOf, tokensOf } from '../../lib/checks/words.ts';
import { readClaimCorpus } from './check-corpora.ts';

interface Pair {
  readonly features: readonly number[];
  readonly right: boolean;
  /** Pairs of one debate or one check are held out together. */
  readonly group: string;
}

const RANKED = 10;
const RIDGE = 1e-3;
const STEPS = 1500;
const RATE = 0.03;
const FOLDS = 5;

/** A post without its addresses, tags and signature: news has none of them. */
const plainPost = (text: string): string =>
  text
    .replace(/(?:https?:\/\/|pic\.twitter\.com\/|www\.)\S+/g, ' ')
    .replace(/—[^—]*\(@\w+\)\s+[A-Z][a-z]+ \d+, \d{4}\s*$/, ' ')
    .replace(/[#@]/g, '');

function pairsOf(name: string): Pair[] {
  const corpus = readClaimCorpus(name);
  if (!corpus) return [];
  const { checks, queries, relevant } = corpus;
  const { postings } = indexChecks(checks);
  return queries.flatMap(({ id, text, group }) => {
    if (id.startsWith('test2021')) return [];
    const plain = plainPost(text);
    const sentence = weigh(tokensOf(plain), postings);
    return rankByWords(postings, termsOf(plain), RANKED).map(({ at }): Pair => {
      const check = checks[at]!;
      const others = check.also.map((wording) => weigh(tokensOf(wording), postings));
      return {
        features: pairFeatures(sentence, weigh(tokensOf(check.claim), postings), others),
        right: relevant.get(id)?.has(check.id) ?? false,
        group,
      };
    });
  });
}

const chance = (weights: readonly number[], features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, n) => sum + value * weights[n]!, 0)));

/** Logistic regression by Adam; the bias is not held back. */
function fitWeights(pairs: readonly Pair[], steps: number): number[] {
  const weights = FEATURES.map(() => 0);
  const mean = FEATURES.map(() => 0);
  const spread = FEATURES.map(() => 0);
  for (let step = 1; step <= steps; step++) {
    const gradient = FEATURES.map(() => 0);
    for (const { features, right } of pairs) {
      const error = chance(weights, features) - (right ? 1 : 0);
      features.forEach((value, n) => {
        gradient[n]! += error * value;
      });
    }
    gradient.forEach((sum, n) => {
      const slope = sum / pairs.length + (n === 0 ? 0 : RIDGE * weights[n]!);
      mean[n] = 0.9 * mean[n]! + 0.1 * slope;
      spread[n] = 0.999 * spread[n]! + 0.001 * slope * slope;
      weights[n]! -= (RATE * (mean[n]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[n]! / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  return weights;
}

const pairs = ['checkthat_2a_en', 'checkthat_2b_en'].flatMap(pairsOf);
if (pairs.length > 0) {
  console.log(`${pairs.length} pairs, ${pairs.filter(({ right }) => right).length} of them right`);
  const groups = [...new Set(pairs.map(({ group }) => group))];
  const bins = Array.from({ length: 10 }, () => ({ shown: 0, right: 0 }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(groups.filter((_, at) => at % FOLDS === fold));
    const weights = fitWeights(
      pairs.filter(({ group }) => !held.has(group)),
      600,
    );
    for (const pair of pairs.filter(({ group }) => held.has(group))) {
      const bin = bins[Math.min(9, Math.floor(chance(weights, pair.features) * 10))]!;
      bin.shown++;
      if (pair.right) bin.right++;
    }
  }
  console.log('by groups held out: probability, pairs, share right');
  bins.forEach(({ shown, right }, at) => {
    console.log(`  ${(at / 10).toFixed(1)}  ${shown}  ${(right / (shown || 1)).toFixed(2)}`);
  });
  const weights = fitWeights(pairs, STEPS);
  console.log(weights.map((weight) => Number(weight.toFixed(3))).join(', '));
}
