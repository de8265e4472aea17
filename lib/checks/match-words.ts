/**
 * Checks that come without an author's help: a claim, perhaps a title, nothing that says what a sentence needs. Words alone
 * must tell, so each such check is offered once an article and each sentence carries one at most.
 */
import type { Span } from '../text/span.ts';
import type { ArticleView, SentenceView } from './article-view.ts';
import type { Check } from './check.ts';
import { type CheckView, viewCheck } from './check-view.ts';
import type { CheckIndex } from './index-checks.ts';
import type { Match } from './match.ts';
import { type Weighed, weigh } from './pair-features.ts';
import { confidenceByWords, isPutAlike, type PairView, viewPair } from './pair-probability.ts';
import type { Postings } from './postings.ts';

/** A check of which only the statement is held. */
export const isBare = ({ needs, words, explain, reports }: Check): boolean =>
  (needs ?? []).length === 0 && words.length === 0 && explain === '' && reports.length === 0;

/** The model was fitted on the ten best; a statement made in its own words is among the first few. */
const MOST_LOOKED_AT = 10;

const pairs = new WeakMap<Check, { readonly postings: Postings; readonly pair: PairView }>();

function pairOf(check: Check, postings: Postings): PairView {
  const kept = pairs.get(check);
  if (kept?.postings === postings) return kept.pair;
  const pair = viewPair(check, postings);
  pairs.set(check, { postings, pair });
  return pair;
}

/** The surest bare check for a sentence among candidates, or `null`. */
export function matchByWords(
  index: CheckIndex,
  candidates: readonly number[],
  at: number,
  article: ArticleView,
): Match | null {
  const sentence = article.sentences[at]!;
  let weighed: Weighed | null = null;
  let best: { view: CheckView; confidence: number; pair: PairView } | null = null;
  let looked = 0;
  for (const position of candidates) {
    const check = index.checks[position]!;
    if (!isBare(check)) continue;
    if (++looked > MOST_LOOKED_AT) break;
    weighed ??= weigh(sentence.tokens, index.postings);
    const pair = pairOf(check, index.postings);
    const confidence = confidenceByWords(weighed, check, pair);
    if (confidence <= (best?.confidence ?? 0)) continue;
    // Reading a statement's units and ways of putting costs ten times its words: only for what words speak for.
    const view = viewCheck(check);
    if (isPutAlike(sentence, weighed, pair, view.wordings[0]!)) best = { view, confidence, pair };
  }
  if (!best) return null;
  const { view, confidence, pair } = best;
  const words = sharedWords(sentence, pair);
  const claim = claimWithMost(article, sentence, words);
  return claim === null
    ? null
    : { check: view, claim, cover: confidence, confidence, sentence: at, mode: 'asserted', words };
}

/** The words both have, side by side ones as one. */
function sharedWords({ tokens }: SentenceView, { claim }: PairView): Span[] {
  const spans: Span[] = [];
  let last = -2;
  tokens.forEach((token, at) => {
    if (!claim.weights.has(token.term)) return;
    const before = spans.at(-1);
    if (before && last === at - 1) spans[spans.length - 1] = { start: before.start, end: token.end };
    else spans.push({ start: token.start, end: token.end });
    last = at;
  });
  return spans;
}

function claimWithMost({ claims }: ArticleView, sentence: SentenceView, words: readonly Span[]): number | null {
  let best: number | null = null;
  let most = -1;
  for (const at of sentence.claims) {
    const { start, end } = claims[at]!;
    const inside = words.reduce(
      (sum, word) => sum + Math.max(0, Math.min(end, word.end) - Math.max(start, word.start)),
      0,
    );
    if (inside > most) {
      most = inside;
      best = at;
    }
  }
  return best;
}
