/**
 * How well attributions are found. Reads `../shared/data`; run: `node test/bench/attribution.ts [--errors]`.
 * Relation metric: contents matched one to one by character Jaccard of at least .5, best first; then sources that overlap
 * by at least half of the shorter.
 */
import { attribute } from '../../lib/attribution/attribute.ts';
import type { Attribution } from '../../lib/attribution/attribution.ts';
import { SCORING, type Scoring } from '../../lib/attribution/scorer.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import type { Span } from '../../lib/text/span.ts';
import { type EcbDocument, type GumArticle, linesOf, type Offsets, readCorpus } from './corpora.ts';

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

function gum(genre: string): void {
  const articles = readCorpus<GumArticle>('gum_wikinews/attributions.jsonl')?.filter((a) => a.genre === genre);
  if (!articles) return;
  const score: Score = { content: 0, source: 0, shown: 0, gold: 0 };
  const started = performance.now();
  let characters = 0;
  for (const article of articles) {
    scoreArticle(attributionsOf(article.id, article.text), article, score);
    characters += article.text.length;
  }
  const ms = performance.now() - started;
  console.log(
    `gum_wikinews ${genre}: ${articles.length} articles, ${score.gold} relations, ${score.shown} found; content F1 ${f1(score.content, score).toFixed(3)}, content and source P ${(score.source / score.shown).toFixed(3)} R ${(score.source / score.gold).toFixed(3)} F1 ${f1(score.source, score).toFixed(3)}; ${((1000 * ms) / characters).toFixed(2)} ms per 1,000 characters, cold`,
  );
}

/** Reporting cues of ECB+ that are cues here, too; what else is found there is mostly attitude, which ECB+ files elsewhere. */
function ecb(): void {
  const documents = readCorpus<EcbDocument>('ecbplus/docs.jsonl');
  if (!documents) return;
  let gold = 0;
  let hits = 0;
  for (const { id, text, mentions, annotated_sentences } of documents) {
    const cues = attributionsOf(id, text).flatMap((a) => a.cue);
    const lines = linesOf(text);
    for (const at of annotated_sentences) {
      const line = lines[at];
      if (!line) continue;
      for (const m of mentions) {
        if (m.type !== 'ACTION_REPORTING' || m.start < line.start || m.end > line.end) continue;
        gold++;
        if (cues.some((c) => c.start < m.end && m.start < c.end)) hits++;
      }
    }
  }
  console.log(`ecbplus: ${hits} of ${gold} reporting cues found (${(hits / gold).toFixed(3)})`);
}

if (import.meta.filename === process.argv[1]) {
  gum('news');
  gum('interview');
  ecb();
}
