/**
 * Fits the cue scorer's weights and prints them: `node test/bench/fit-cues.ts`. Logistic regression on what stands around a
 * candidate, the log-odds of its form given; ridge towards the weights in use, so that rare features keep theirs.
 * Trained on GUM Wikinews (CC BY 4.0; verbs of speech and thought) and ECB+ (CC BY 3.0; verbs of speech): verbs of attitude are
 * annotated in neither and keep the weights set by hand. Reads `../shared/data`.
 */
import { SCORING, type Scoring } from '../../lib/attribution/scorer.ts';
import { type EcbDocument, type GumArticle, linesOf, readCorpus } from './corpora.ts';
import { attributionsOf, f1, type Score, scoreArticle } from './relation-score.ts';

interface Example {
  readonly document: string;
  readonly form: number;
  readonly features: readonly string[];
  readonly cue: boolean;
}

const RIDGE = 0.05;
const STEPS = 400;
const RATE = 0.5;
const FOLDS = 5;

/** Every candidate of a text with the features the scorer sees; `isCue` says by offsets, or null for "not annotated". */
function examplesOf(
  document: string,
  text: string,
  classes: RegExp,
  isCue: (start: number) => boolean | null,
): Example[] {
  const found: Example[] = [];
  const seen = new Set<number>();
  const observe: Scoring['observe'] = (head, form, features) => {
    const cue = isCue(head.start);
    if (cue === null || seen.has(head.start) || !features.some((name) => classes.test(name))) return;
    seen.add(head.start);
    found.push({ document, form, features: [...features], cue });
  };
  attributionsOf(document, text, { ...SCORING, observe });
  return found;
}

function fitted(examples: readonly Example[]): Record<string, number> {
  const weights: Record<string, number> = { ...SCORING.weights };
  for (let step = 0; step < STEPS; step++) {
    const gradient: Record<string, number> = {};
    for (const { form, features, cue } of examples) {
      const score = features.reduce((sum, name) => sum + (weights[name] ?? 0), form * (weights.form ?? 1));
      const error = (cue ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const name of features) gradient[name] = (gradient[name] ?? 0) + error;
    }
    for (const [name, g] of Object.entries(gradient)) {
      const pull = ((SCORING.weights[name] ?? 0) - (weights[name] ?? 0)) * RIDGE * 100;
      weights[name] = (weights[name] ?? 0) + (RATE * (g + pull)) / examples.length;
    }
  }
  return weights;
}

function logLoss(examples: readonly Example[], weights: Readonly<Record<string, number>>): number {
  let loss = 0;
  for (const { form, features, cue } of examples) {
    const score = features.reduce((sum, name) => sum + (weights[name] ?? 0), form * (weights.form ?? 1));
    loss += Math.log(1 + Math.exp(cue ? -score : score));
  }
  return loss / examples.length;
}

const articles = readCorpus<GumArticle>('gum_wikinews/attributions.jsonl')?.filter((a) => a.genre === 'news');
const documents = readCorpus<EcbDocument>('ecbplus/docs.jsonl');
if (articles && documents) {
  const gum = articles.flatMap((a) =>
    examplesOf(a.id, a.text, /^class=(?:say|tell|think)$/, (start) =>
      a.attributions.some((g) => g.cue.some(([from, to]) => from <= start && start < to)),
    ),
  );
  const ecb = documents.flatMap((d) => {
    const lines = linesOf(d.text);
    const annotated = d.annotated_sentences.flatMap((at) => (lines[at] ? [lines[at]!] : []));
    return examplesOf(d.id, d.text, /^class=(?:say|tell)$/, (start) =>
      annotated.some((line) => line.start <= start && start < line.end)
        ? d.mentions.some((m) => m.type === 'ACTION_REPORTING' && m.start <= start && start < m.end)
        : null,
    );
  });
  const all = [...gum, ...ecb];
  const foldOf = new Map([...new Set(all.map((e) => e.document))].sort().map((id, i) => [id, i % FOLDS]));
  let before = 0;
  let after = 0;
  const score: Score = { content: 0, source: 0, shown: 0, gold: 0 };
  for (let fold = 0; fold < FOLDS; fold++) {
    const test = all.filter((e) => foldOf.get(e.document) === fold);
    const weights = fitted(all.filter((e) => foldOf.get(e.document) !== fold));
    before += logLoss(test, SCORING.weights) * test.length;
    after += logLoss(test, weights) * test.length;
    for (const article of articles)
      if (foldOf.get(article.id) === fold)
        scoreArticle(attributionsOf(article.id, article.text, { ...SCORING, weights }), article, score);
  }
  console.log(
    `${all.length} candidates (${gum.length} GUM, ${ecb.length} ECB+), ${all.filter((e) => e.cue).length} cues`,
  );
  console.log(
    `log loss, ${FOLDS}-fold over documents: weights in use ${(before / all.length).toFixed(3)}, fitted ${(after / all.length).toFixed(3)}`,
  );
  console.log(
    `gum_wikinews news with weights of the other folds: content and source F1 ${f1(score.source, score).toFixed(3)}`,
  );
  for (const [name, weight] of Object.entries(fitted(all)).sort(([a], [b]) => a.localeCompare(b)))
    if (Math.abs(weight) >= 0.05) console.log(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight.toFixed(2)},`);
}
