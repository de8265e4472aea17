import type { Complement } from './content.ts';
import { CUES, type Cue, NO_OBJECT, REPORTED_CUE, WITH_OBJECT } from './cues.ts';
import type { VerbGroup } from './groups.ts';
import type { Range } from './phrases.ts';
import type { Token } from './tokens.ts';
import { BASE, ING, PART, PAST, S } from './verbs.ts';
import { WEIGHTS } from './weights.ts';

/** Where a cue stands to its source and content. */
export type Layout =
  | 'after' // source cue content
  | 'trailing' // content source cue
  | 'inverted' // content cue source
  | 'passive'
  | 'participle' // ", adding that"
  | 'coordinated' // "and denied"
  | 'relative'; // "who said"

/** What the scorer is told of a candidate. */
export interface Candidate {
  readonly group: VerbGroup;
  readonly cue: Cue;
  readonly layout: Layout;
  readonly source: Range | null;
  readonly complement: Complement;
  /** The particle that belongs to the cue: "for" of "called for". */
  readonly particle: string | null;
}

const PERSONAL = /^(?:he|she|they|it)$/;
const OWN = /^(?:i|we|you)$/;

/** Probability of the form as a cue outside quotation marks. */
export function formProbability(token: Token, cue: Cue): number {
  const { bits } = token;
  const at = bits & ING ? 4 : bits === PART ? 3 : bits & (PAST | PART) ? 2 : bits & S && !(bits & BASE) ? 1 : 0;
  return cue.p[at]!;
}

/** Names of the features that hold for a candidate; their weights are in `weights.ts`. */
export function featuresOf(tokens: readonly Token[], candidate: Candidate): string[] {
  const { group, cue, layout, source, complement, particle } = candidate;
  const names = ['bias', `layout=${layout}`, `class=${cue.cls}`, `class=${cue.cls}+${complement.opener}`];
  if (layout !== 'trailing' && layout !== 'inverted') names.push(`opener=${complement.opener}`);
  if (
    complement.opener === 'phrase' &&
    cue.cls !== 'as' &&
    cue !== REPORTED_CUE &&
    NO_OBJECT.has(tokens[group.head]!.base)
  )
    names.push('no-object');
  if (complement.opener === 'phrase' && WITH_OBJECT.has(tokens[group.head]!.base)) names.push('with-object');
  if (complement.opener === 'phrase' && group.infinitive) names.push('infinitive+phrase');
  if (group.reduced) names.push('reduced');
  if (cue.cls === 'as' && CUES.get(tokens[group.head]!.base)?.cls === 'think') names.push('thought-as');
  if (complement.recipient) names.push('recipient');
  if (group.modal) names.push('modal');
  if (group.infinitive) names.push('infinitive');
  // "officials tell": counts of base forms are mostly of infinitives.
  if (group.finite && !group.modal && tokens[group.head]!.bits === BASE) names.push('present-plural');
  if (group.gerund) names.push('gerund');
  if (group.negated) names.push('negated');
  if (particle) names.push('particle');
  const head = source ? tokens[source.to - 1]! : null;
  const first = source ? tokens[source.from]! : null;
  if (!first || !head) names.push('source=none');
  else if (first.tag === 'pron' && PERSONAL.test(first.low))
    names.push(first.low === 'it' ? 'source=it' : 'source=personal');
  else if (OWN.test(first.low)) names.push('source=own');
  else if (first.tag === 'pron' || first.tag === 'wh') names.push('source=pronoun');
  else names.push(tokens.slice(source!.from, source!.to).some((t) => t.tag === 'name') ? 'source=name' : 'source=noun');
  return names;
}

/** How candidates are decided; measurements try other weights and look on. */
export interface Scoring {
  readonly weights: Readonly<Record<string, number>>;
  /** Least probability of a cue. */
  readonly threshold: number;
  readonly observe?: (head: Token, form: number, features: readonly string[]) => void;
  /** A relation found: where its cue starts, how sure the cue is, and what kind of relation it is. */
  readonly observeRelation?: (cueStart: number, cue: number, traits: readonly string[]) => void;
}

/** Candidates below .45 are no cues: the figure with the best F1 in the study the plan follows. */
export const SCORING: Scoring = { weights: WEIGHTS, threshold: 0.45 };

/** Probability that the candidate is a cue: by its form's own log-odds, and what stands around it. */
export function confidenceOf(tokens: readonly Token[], candidate: Candidate, { weights, observe }: Scoring): number {
  const head = tokens[candidate.group.head]!;
  const p = formProbability(head, candidate.cue);
  const form = Math.log(p / (1 - p));
  const features = featuresOf(tokens, candidate);
  observe?.(head, form, features);
  return logistic(features.reduce((score, name) => score + (weights[name] ?? 0), form * (weights.form ?? 1)));
}

export const cueOf = (token: Token): Cue | undefined => (token.tag === 'verb' ? CUES.get(token.base) : undefined);
export const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
