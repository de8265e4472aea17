/**
 * Fits the weights of linking on the entity-linking sets of ../shared/data: a logistic regression over the strengths of
 * the signals, drawn towards the weights as they stand (so that a signal the data says little about stays where it
 * was). Each set is judged by weights fitted on the others. `node test/bench/fit-weights.ts` prints, changes nothing.
 */
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { DERIVED } from '../../lib/gazetteer/derived-forms.ts';
import { findHits } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import { ArticleWords } from '../../lib/linking/article-words.ts';
import { assessHits } from '../../lib/linking/link.ts';
import { LINK_AT, type Signal, WEIGHTS } from '../../lib/linking/weights.ts';
import { overlaps } from '../../lib/text/span.ts';
import { hasData, LINKING_SETS, type LinkingSet, readLinkingSet } from './linking-data.ts';

const SIGNALS = Object.keys(WEIGHTS) as Signal[];
// Spread of the prior: a weight moves by about this much for a signal seen a few dozen times.
const PRIOR_SD = 0.7;
const STEPS = 4000;
const RATE = 0.02;

interface Example {
  readonly strengths: ReadonlyMap<Signal, number>;
  readonly right: boolean;
}

/**
 * Candidates the gold decides: right where it links the span to the note; wrong where it links the span elsewhere, or
 * where a form that is no name the pack gives stands on a span the gold does not link. A full name that the gold left
 * out decides nothing: the gold has gaps.
 */
function examplesOf({ notes, cases }: LinkingSet): Example[] {
  const gazetteer = openGazetteer(compileGazetteer(notes.values()));
  return cases.flatMap(({ article, links, free, inside }) => {
    const assessments = assessHits(new ArticleWords(article), article, findHits(article, gazetteer), notes);
    return assessments.flatMap(({ hit, candidates }) => {
      if (hit.start < inside.start || hit.end > inside.end || free.some((span) => overlaps(span, hit))) return [];
      const gold = links.filter((link) => overlaps(link, hit));
      return candidates.flatMap(({ candidate, evidence }): Example[] => {
        const right = gold.some(({ note }) => note === candidate.note);
        if (!right && gold.length === 0 && candidate.derived === DERIVED.listed) return [];
        const strengths = new Map(
          evidence.map(({ signal, weight }) => [signal as Signal, weight / WEIGHTS[signal as Signal]] as const),
        );
        return [{ strengths, right }];
      });
    });
  });
}

const logOdds = (weights: ReadonlyMap<Signal, number>, { strengths }: Example): number =>
  [...strengths].reduce((sum, [signal, strength]) => sum + weights.get(signal)! * strength, -LINK_AT);

function fitWeights(examples: readonly Example[]): Map<Signal, number> {
  const weights = new Map(SIGNALS.map((signal) => [signal, WEIGHTS[signal] as number]));
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map(SIGNALS.map((signal) => [signal, (WEIGHTS[signal] - weights.get(signal)!) / PRIOR_SD ** 2]));
    for (const example of examples) {
      const miss = (example.right ? 1 : 0) - 1 / (1 + Math.exp(-logOdds(weights, example)));
      for (const [signal, strength] of example.strengths) slope.set(signal, slope.get(signal)! + miss * strength);
    }
    for (const [signal, gradient] of slope) weights.set(signal, weights.get(signal)! + (RATE * gradient) / 10);
  }
  return weights;
}

function judge(weights: ReadonlyMap<Signal, number>, examples: readonly Example[]): string {
  const shown = examples.filter((example) => logOdds(weights, example) >= 0);
  const right = shown.filter((example) => example.right).length;
  const all = examples.filter((example) => example.right).length;
  return `${right}/${shown.length} shown right, ${right}/${all} of the right shown`;
}

if (!hasData()) {
  console.log('fit-weights: ../shared/data is not here, nothing fitted');
  process.exit(0);
}
const sets = LINKING_SETS.map((name) => ({ name, examples: examplesOf(readLinkingSet(name)) }));
const now = new Map(SIGNALS.map((signal) => [signal, WEIGHTS[signal] as number]));
for (const { name, examples } of sets) {
  const others = sets.filter((set) => set.name !== name).flatMap((set) => set.examples);
  console.log(
    `${name}: as they stand ${judge(now, examples)}; fitted on the others ${judge(fitWeights(others), examples)}`,
  );
}
const all = sets.flatMap(({ examples }) => examples);
const fitted = fitWeights(all);
console.log('\nsignal, weight now -> fitted (examples right/wrong)');
for (const signal of SIGNALS) {
  const seen = all.filter(({ strengths }) => strengths.has(signal));
  const right = seen.filter((example) => example.right).length;
  if (seen.length === 0) continue;
  console.log(
    `${signal.padEnd(18)} ${WEIGHTS[signal]} -> ${fitted.get(signal)!.toFixed(2)}  (${right}/${seen.length - right})`,
  );
}
