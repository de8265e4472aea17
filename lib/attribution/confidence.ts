/**
 * How sure a whole relation is: source, content and all, which is less than that its cue is one. A line in log-odds over what
 * kind of relation it is; `test/bench/fit-confidence.ts` fits it to relations judged right or wrong by reading.
 */
import type { Draft } from './drafts.ts';
import { isTensed } from './phrases.ts';
import { logistic } from './scorer.ts';
import { SURENESS } from './sureness.ts';
import type { Token } from './tokens.ts';

/** Names of what holds for a relation; their weights are in `sureness.ts`. */
export function traitsOf(tokens: readonly Token[], draft: Draft): string[] {
  const { layout, cls, source, content, confidence } = draft;
  const words = content.flatMap(({ from, to }) => tokens.slice(from, to));
  const first = source[0];
  const traits = ['bias', `layout=${layout}`];
  const quoted = words.some((t) => t.tag === 'quote' && t.speech);
  if (quoted) traits.push('quoted');
  else if (!words.some(isTensed)) traits.push('no-statement');
  if (!/^(?:say|tell|think)$/.test(cls)) traits.push('stance');
  if (!first) traits.push('no-source');
  else {
    const words = tokens.slice(first.from, first.to);
    if (words.some((t, i) => i > 0 && t.tag === 'verb' && !words.slice(0, i).some((w) => w.tag === 'wh')))
      traits.push('verb-in-source');
    if (words.at(-1)!.tag === 'wh') traits.push('relative-alone');
  }
  if (confidence < 0.6) traits.push('weak');
  return traits;
}

/** The confidence of a relation, from that of its cue. */
export function sureness(
  cue: number,
  traits: readonly string[],
  weights: Readonly<Record<string, number>> = SURENESS,
): number {
  const odds = Math.log(cue / (1 - cue));
  return logistic(traits.reduce((sum, name) => sum + (weights[name] ?? 0), odds * (weights.odds ?? 1)));
}
