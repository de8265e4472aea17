import type { Span } from '../../lib/text/span.ts';

/** Characters around a span that tell it from the same words elsewhere. */
const CONTEXT = 40;

/**
 * Where a span of one text stands in a later version of it: at the same words, nearest to the old place; with the words
 * around them first, then without. `null` when the words are gone.
 */
export function relocate(span: Span, before: string, after: string): Span | null {
  if (before === after || before === '') return span.end <= after.length ? span : null;
  const words = before.slice(span.start, span.end);
  if (words === '') return null;
  for (const margin of [CONTEXT, 0]) {
    const from = Math.max(0, span.start - margin);
    const found = nearest(after, before.slice(from, span.end + margin), from);
    if (found !== null) return { start: found + (span.start - from), end: found + (span.end - from) };
  }
  return null;
}

/** The occurrence of some words nearest to an offset. */
function nearest(text: string, words: string, offset: number): number | null {
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0 || after < 0) return Math.max(before, after) < 0 ? null : Math.max(before, after);
  return offset - before <= after - offset ? before : after;
}
