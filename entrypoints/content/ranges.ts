/** From spans of the article to ranges and rectangles of the page. */

import type { TextMap } from '../../lib/page/text-map.ts';
import { partitionPoint } from '../../lib/text/partition-point.ts';
import type { Span } from '../../lib/text/span.ts';

/**
 * A range that does not follow the page's changes: live ones slow every later edit of the page. `null` when the span is
 * not on the page, or crosses into a shadow tree, where no range can be painted.
 */
export function staticRangeOf(map: TextMap, { start, end }: Span): StaticRange | null {
  const from = map.startPoint(start);
  const to = map.endPoint(end);
  if (!from || !to || !isInside(from) || !isInside(to)) return null;
  if (from.node !== to.node && from.node.getRootNode() !== to.node.getRootNode()) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** The page may have shortened the node since it was read. */
const isInside = ({ node, offset }: { node: Text; offset: number }): boolean =>
  node.isConnected && offset <= node.data.length;

/** Where a span stands in the viewport, one rectangle for each line; none when it is not shown. */
export function rectsOf(map: TextMap, span: Span): DOMRect[] {
  const range = liveRangeOf(map, span);
  return range ? [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0) : [];
}

function liveRangeOf(map: TextMap, span: Span): Range | null {
  const fixed = staticRangeOf(map, span);
  if (!fixed) return null;
  const range = document.createRange();
  range.setStart(fixed.startContainer, fixed.startOffset);
  range.setEnd(fixed.endContainer, fixed.endOffset);
  return range;
}

/** The element a span stands in. */
export const elementOf = (map: TextMap, { start }: Span): Element | null =>
  map.startPoint(start)?.node.parentElement ?? null;

/** Brings a span to the middle of the window unless it is well inside it already. */
export function scrollToSpan(map: TextMap, span: Span): void {
  const margin = 80;
  const isSeen = (rect: DOMRect | undefined): boolean =>
    rect !== undefined && rect.top >= margin && rect.bottom <= innerHeight - margin;
  if (isSeen(rectsOf(map, span)[0])) return;
  // Scrollers inside the page first; a long paragraph may still leave its words outside the window.
  elementOf(map, span)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rect = rectsOf(map, span)[0];
  if (rect && !isSeen(rect)) scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}

/** The mention at an offset, which may be that of the caret behind its last letter. `mentions` are sorted by start. */
export function mentionAt<M extends Span>(mentions: readonly M[], offset: number): M | null {
  const mention = mentions[partitionPoint(mentions.length, (at) => mentions[at]!.start <= offset) - 1];
  return mention && offset <= mention.end ? mention : null;
}
