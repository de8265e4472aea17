import type { Article } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import { NOT_SPEAKERS } from './headline.ts';

/** Fewest labelled lines of a transcript, and how often a label in ordinary capitals must come back. */
const MIN_LABELLED = 4;
const MIN_SAME = 2;

const LABEL =
  /^((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|al-\p{Lu}\p{L}+|bin)){0,4})(?: \([^)]{1,40}\))?:\s/u;

/** Speaker labels of a transcript ("ROE: ...", "Roe: ..."), by block; empty when the article is none. */
export function speakerLabels({ text, blocks }: Article): ReadonlyMap<number, Span> {
  const labels = new Map<number, Span>();
  const times = new Map<string, number>();
  blocks.forEach((block, i) => {
    const match = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + 90)));
    const name = match?.[1];
    if (!name || name.length < 2 || NOT_SPEAKERS.test(name.toLowerCase()) || block.role === 'headline') return;
    labels.set(i, { start: block.start, end: block.start + name.length });
    times.set(name, (times.get(name) ?? 0) + 1);
  });
  if (labels.size < MIN_LABELLED) return new Map();
  const repeated = [...times.values()].filter((n) => n >= MIN_SAME).length;
  return repeated > 0 ? labels : new Map();
}
