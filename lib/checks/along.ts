import type { Span } from '../text/span.ts';

/**
 * For spans asked in text order: the indices of the items that touch each, found in one pass over both. Items need no order;
 * one that reaches over several spans is given for each of them.
 */
export function touchingAlong(items: readonly Span[]): (span: Span) => number[] {
  const order = items.map((_, at) => at).sort((a, b) => items[a]!.start - items[b]!.start || a - b);
  let next = 0;
  let open: number[] = [];
  return (span) => {
    while (next < order.length && items[order[next]!]!.start < span.end) open.push(order[next++]!);
    open = open.filter((at) => items[at]!.end > span.start);
    return open.filter((at) => items[at]!.start < span.end).sort((a, b) => a - b);
  };
}
