/**
 * Fits how sure a relation is and prints the weights with a reliability table: `node test/bench/fit-confidence.ts`. Logistic
 * regression on the kind of a relation and the log-odds of its cue, ridge towards the weights in use. Trained on judgements by
 * reading (halves A and C of `record/read-attributions.tsv`) and on GUM Wikinews (CC BY 4.0) where it annotates; half B and
 * the table of GUM are the test. Reads `../shared/data`.
 */
import { attribute } from '../../lib/attribution/attribute.ts';
import { sureness } from '../../lib/attribution/confidence.ts';
import { SCORING } from '../../lib/attribution/scorer.ts';
import { SURENESS } from '../../lib/attribution/sureness.ts';
import type { Article } from '../../lib/text/article.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { type GumArticle, readCorpus } from './corpora.ts';
import { readJudgedArticles } from './read-articles.ts';
import { rightCues } from './relation-score.ts';

interface Example {
  readonly group: string;
  readonly cue: number;
  readonly traits: readonly string[];
  readonly right: boolean;
}

const RIDGE = 0.1;
const STEPS = 3000;
const RATE = 0.05;
const BINS = [0.9, 0.8, 0.6, 0];

/** Every relation of an article with its traits and whether it is right; `null` where nobody judged it. */
function examplesOf(article: Article, isRight: (cueStart: number) => boolean | null): Example[] {
  const found: Example[] = [];
  attribute(article, [], new Map(), {
    ...SCORING,
    observeRelation: (cueStart, cue, traits) => {
      const right = isRight(cueStart);
      if (right !== null) found.push({ group: article.id, cue, traits: [...traits], right });
    },
  });
  return found;
}

const odds = (p: number): number => Math.log(p / (1 - p));

function fitted(examples: readonly Example[]): Record<string, number> {
  const weights: Record<string, number> = { odds: 1, ...SURENESS };
  const prior = { ...weights };
  for (let step = 0; step < STEPS; step++) {
    const gradient: Record<string, number> = {};
    for (const { cue, traits, right } of examples) {
      const error = (right ? 1 : 0) - sureness(cue, traits, weights);
      gradient.odds = (gradient.odds ?? 0) + error * odds(cue);
      for (const name of traits) gradient[name] = (gradient[name] ?? 0) + error;
    }
    for (const [name, g] of Object.entries(gradient)) {
      const pull = ((prior[name] ?? 0) - (weights[name] ?? 0)) * RIDGE;
      weights[name] = (weights[name] ?? 0) + (RATE * (g + pull)) / Math.sqrt(examples.length);
    }
  }
  return weights;
}

function logLoss(examples: readonly Example[], weights: Readonly<Record<string, number>>): number {
  const sum = examples.reduce((loss, { cue, traits, right }) => {
    const p = Math.min(0.999, Math.max(0.001, sureness(cue, traits, weights)));
    return loss - Math.log(right ? p : 1 - p);
  }, 0);
  return sum / examples.length;
}

function reliability(name: string, examples: readonly Example[], weights: Readonly<Record<string, number>>): void {
  const rows = BINS.map((least, n) => {
    const inside = examples.filter(({ cue, traits }) => {
      const p = sureness(cue, traits, weights);
      return p > least && (n === 0 || p <= BINS[n - 1]!);
    });
    const right = inside.filter((e) => e.right).length;
    return `${least}: ${right}/${inside.length} ${inside.length > 0 ? (right / inside.length).toFixed(2) : ''}`;
  });
  console.log(`${name}, log loss ${logLoss(examples, weights).toFixed(3)}; right above ${rows.join(', ')}`);
}

const judged = readJudgedArticles();
const halves = (wanted: string): Example[] =>
  judged
    .filter(({ half }) => wanted.includes(half))
    .flatMap(({ article, judged: known }) => examplesOf(article, (start) => known.get(start) ?? null));
const gum = (readCorpus<GumArticle>('gum_wikinews/attributions.jsonl') ?? [])
  .filter((a) => a.genre === 'news')
  .flatMap((a) => {
    const article = articleFromText({ id: a.id, text: a.text });
    const right = rightCues(attribute(article, [], new Map()), a);
    return examplesOf(article, (start) => right.get(start) ?? null);
  });
const train = halves('AC');
const test = halves('B');
if (train.length > 0 && test.length > 0) {
  const spoken = gum.filter(({ traits }) => !traits.includes('stance'));
  console.log(`${train.length} judged and ${spoken.length} of GUM to fit on, ${test.length} judged held out`);
  const weights = fitted([...train, ...spoken]);
  for (const [name, set] of Object.entries({ 'A and C': train, 'B, held out': test, 'GUM news': gum })) {
    reliability(`${name}, cue alone`, set, { odds: 1 });
    reliability(`${name}, in use`, set, SURENESS);
    reliability(`${name}, fitted`, set, weights);
  }
  for (const [name, weight] of Object.entries(weights).sort(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight.toFixed(2)},`);
}
