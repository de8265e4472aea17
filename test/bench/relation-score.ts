/**
 * The relation metric: contents matched one to one by character Jaccard of at least .5, best first; then sources that overlap
 * by at least half of the shorter.
 */
import { attribute } from '../../lib/attribution/attribute.ts';
import type { Attribution } from '../../lib/attribution/attribution.ts';
import { SCORING, type Scoring } from '../../lib/attribution/scorer.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import type { Span } from '../../lib/text/span.ts';
import type { GumArticle, Offsets } from './corpora.ts';

const spansOf = (offsets: readonly Offsets[]): Span[] => offsets.map(([start, end]) => ({ start, end }));
const lengthOf = (spans: readonly Span[]): number => spans.reduce((n, s) => n + s.end - s.start, 0);
const overlapOf = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (n, s) => n + b.reduce((m, t) => m + Math.max(0, Math.min(s.end, t.end) - Math.max(s.start, t.start)), 0),
    0,
  );

export interface Score {
  content: number;
  source: number;
  shown: number;
  gold: number;
}
export const f1 = (hits: number, { shown, gold }: Score): number => (2 * hits) / (shown + gold || 1);

/** Scores the attributions of one article and adds them to `score`. */
export function scoreArticle(found: readonly Attribution[], { attributions: gold }: GumArticle, score: Score): void {
  score.shown += found.length;
  score.gold += gold.length;
  const pairs = found.flatMap((a, i) =>
    gold.map((g, k) => {
      const content = spansOf(g.content);
      const shared = overlapOf(a.content, content);
      return { a, i, g, k, jaccard: shared / (lengthOf(a.content) + lengthOf(content) - shared) };
    }),
  );
  const usedFound = new Set<number>();
  const usedGold = new Set<number>();
  for (const { a, i, g, k } of pairs.filter((p) => p.jaccard >= 0.5).sort((x, y) => y.jaccard - x.jaccard)) {
    if (usedFound.has(i) || usedGold.has(k)) continue;
    usedFound.add(i);
    usedGold.add(k);
    score.content++;
    const source = spansOf(g.source);
    const shorter = Math.max(1, Math.min(lengthOf(a.source), lengthOf(source)));
    const right = source.length > 0 ? overlapOf(a.source, source) / shorter >= 0.5 : a.source.length === 0;
    if (right) score.source++;
  }
}

export const attributionsOf = (id: string, text: string, scoring: Scoring = SCORING): Attribution[] =>
  attribute(articleFromText({ id, text }), [], new Map(), scoring);

/**
 * By where its cue starts, whether a relation is right: content as above or, where the annotators end a quotation at its first
 * sentence, the gold content at the start of a longer quotation; and the source. Relations whose cue is none of theirs are wrong.
 */
export function rightCues(
  found: readonly Attribution[],
  { text, attributions: gold }: GumArticle,
): Map<number, boolean> {
  const right = new Map<number, boolean>();
  for (const { source, cue, content } of found) {
    const g = gold.find((other) => overlapOf(cue, spansOf(other.cue)) > 0);
    const theirs = g ? spansOf(g.content) : [];
    const shared = overlapOf(content, theirs);
    const alike = shared / (lengthOf(content) + lengthOf(theirs) - shared) >= 0.5;
    const opens =
      shared >= 0.95 * lengthOf(theirs) &&
      Math.abs((theirs[0]?.start ?? -9) - content[0]!.start) <= 2 &&
      /["“]/.test(text[content[0]!.start]!);
    const whose = g ? spansOf(g.source) : [];
    const shorter = Math.max(1, Math.min(lengthOf(source), lengthOf(whose)));
    const same = whose.length === 0 || overlapOf(source, whose) / shorter >= 0.5;
    right.set(cue[0]!.start, g !== undefined && (alike || opens) && same);
  }
  return right;
}
