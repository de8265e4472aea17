/**
 * From the pointer to the name under it: the caret at that point, a binary search in the mentions, and the name's own
 * rectangles as proof, because a caret is always the nearest and not always near. Each event says what made it, so a
 * laptop with a touch screen gets both ways.
 */
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
import { mentionAt, rectsOf } from './ranges.ts';

/** What of the page's state a pointer needs; `null` while there is no article. */
export interface Names {
  readonly map: TextMap;
  readonly mentions: readonly Mention[];
}

export interface HoverOptions {
  readonly signal: AbortSignal;
  readonly names: () => Names | null;
  /** Whether an element is our own host, so that the pointer is in a card. */
  readonly isCard: (target: EventTarget | null) => boolean;
  readonly onOver: (place: Mention | 'card' | null, point: { x: number; y: number }) => void;
  /** A tap on a name that is not a link. */
  readonly onTap: (mention: Mention) => void;
  /** A press or tap outside any card. */
  readonly onPressOutside: () => void;
  readonly onScroll: () => void;
}

/** Line height above and below the glyphs still belongs to the name: marks stand there. */
const SLACK_PX = 3;

export function watchPointer(options: HoverOptions): void {
  const { signal, names, isCard, onOver, onTap, onPressOutside, onScroll } = options;
  const passive = { signal, passive: true, capture: true };
  let last: PointerEvent | null = null;

  function look(): void {
    const event = last;
    last = null;
    if (!event || signal.aborted) return;
    onOver(isCard(event.target) ? 'card' : mentionUnder(event, names()), { x: event.clientX, y: event.clientY });
  }

  addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      // A button held down is a selection being made.
      if (event.buttons !== 0) {
        onOver(null, { x: event.clientX, y: event.clientY });
        return;
      }
      // Once a frame, whatever the pointer's rate.
      if (!last) requestAnimationFrame(look);
      last = event;
    },
    passive,
  );
  document.documentElement.addEventListener(
    'pointerleave',
    (event) => onOver(null, { x: event.clientX, y: event.clientY }),
    {
      signal,
    },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      if (!isCard(event.target)) onPressOutside();
    },
    passive,
  );
  addEventListener('scroll', (event) => !isCard(event.target) && onScroll(), passive);
  addEventListener(
    'click',
    (event) => {
      const { pointerType } = event as PointerEvent;
      if (pointerType !== 'touch' || event.defaultPrevented || isCard(event.target)) return;
      // A name that is a link leads where it leads; its note is in the popup.
      if (event.composedPath().some((node) => node instanceof Element && node.matches('a[href], button, label')))
        return;
      const mention = mentionUnder(event, names());
      if (mention) onTap(mention);
    },
    { signal },
  );
}

function mentionUnder(event: MouseEvent, names: Names | null): Mention | null {
  if (!names || names.mentions.length === 0) return null;
  const { clientX: x, clientY: y } = event;
  const caret = caretAt(x, y, event);
  if (!caret) return null;
  const offset = names.map.offsetOf(caret.node, caret.offset);
  const mention = offset === null ? null : mentionAt(names.mentions, offset);
  if (!mention) return null;
  const isOn = rectsOf(names.map, mention).some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX,
  );
  return isOn ? mention : null;
}

function caretAt(x: number, y: number, event: Event): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    // Chromium looks into a shadow tree only when it is named.
    const shadowRoots = event
      .composedPath()
      .filter((node): node is ShadowRoot => node instanceof ShadowRoot && node.mode === 'open');
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
