import type { Analysis } from '../checks/analyze.ts';
import type { Explanation } from '../checks/finding.ts';
import type { Evidence } from '../gazetteer/mention.ts';
import type { Span } from '../text/span.ts';

type Pair = [start: number, end: number];

/** Turns our message keys into sentences of one language. */
export interface Wording {
  readonly explain: (explanation: Explanation) => string;
  readonly reason: (reason: readonly Evidence[]) => string;
}

const pairs = (spans: readonly Span[]): Pair[] => spans.map(({ start, end }) => [start, end]);

/** One line of `analyze --json`. Other programs rely on this shape: fields are added, never renamed or taken away. */
export function toJson(
  { article, mentions, attributions, claims, findings, origins, stakes }: Analysis,
  wording: Wording,
) {
  return {
    id: article.id,
    date: article.date === null ? null : article.date.from === article.date.to ? article.date.from : article.date,
    text: article.text,
    mentions: mentions.map(({ start, end, text, kind, note, candidates, reason, misprint }) => ({
      start,
      end,
      text,
      kind,
      note,
      candidates: candidates.map((candidate) => ({ note: candidate.note, score: candidate.score })),
      reason: wording.reason(reason),
      ...(misprint && { misprint }),
    })),
    attributions: attributions.map(({ source, cue, content, sourceKind, sourceNotes, confidence }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
      sourceKind,
      sourceNotes,
      confidence,
    })),
    claims: claims.map(({ start, end, attribution }) => ({ start, end, attribution })),
    checks: findings.map(({ claim, finding, part, check, confidence, explain, citations }) => ({
      claim,
      finding,
      part,
      check,
      confidence,
      explain: wording.explain(explain),
      citations,
    })),
    origins: origins.map(({ outlets, origin, claims: resting }) => ({ outlets, origin, claims: resting })),
    ...(stakes && stakes.length > 0 && { stakes }),
  };
}
