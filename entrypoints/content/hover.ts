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
  let pointer: { x: number; y: number } | null = null;
  let frame = 0;
  let moved = false;

  function look(): void {
    frame = 0;
    if (!pointer || signal.aborted) return;
    const path = elementsAt(pointer);
    const place = isCard(path[0] ?? null) ? 'card' : nameUnder(pointer, names(), path);
    // A name that a scroll brings under a resting pointer was not pointed at.
    if (moved || place === null) onOver(place, pointer);
    moved = false;
  }

  /** Once a frame, whatever the pointer's rate. */
  function lookSoon(): void {
    if (frame === 0) frame = requestAnimationFrame(look);
  }

  addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      pointer = { x: event.clientX, y: event.clientY };
      moved = true;
      // A button held down is a selection being made.
      if (event.buttons === 0) lookSoon();
      else onOver(null, pointer);
    },
    passive,
  );
  document.documentElement.addEventListener(
    'pointerleave',
    ({ clientX: x, clientY: y }) => {
      pointer = null;
      onOver(null, { x, y });
    },
    { signal },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      if (!isCard(event.target)) onPressOutside();
    },
    passive,
  );
  addEventListener(
    'scroll',
    (event) => {
      if (isCard(event.target)) return;
      onScroll();
      // What is under a resting pointer may have moved away from it.
      lookSoon();
    },
    passive,
  );
  addEventListener(
    'click',
    (event) => {
      const { pointerType } = event as PointerEvent;
      if (pointerType !== 'touch' || event.defaultPrevented || isCard(event.target)) return;
      // A name that is a link leads where it leads; its note is in the popup.
      if (event.composedPath().some((node) => node instanceof Element && node.matches('a[href], button, label')))
        return;
      const point = { x: event.clientX, y: event.clientY };
      const mention = nameUnder(point, names());
      if (mention) onTap(mention);
    },
    { signal },
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The elements under a point, from the document's own inwards through open shadow trees. */
function elementsAt({ x, y }: Point): Element[] {
  const path: Element[] = [];
  let root: DocumentOrShadowRoot | null = document;
  while (root) {
    const element: Element | null = root.elementFromPoint(x, y);
    if (!element || path.includes(element)) break;
    path.push(element);
    root = element.shadowRoot;
  }
  return path;
}

/** The name a point lies on. `path` are the elements there, if they are known already. */
export function nameUnder(point: Point, names: Names | null, path = elementsAt(point)): Mention | null {
  const { x, y } = point;
  if (!names || names.mentions.length === 0) return null;
  const caret = caretAt(x, y, path);
  const offset = caret && names.map.offsetOf(caret.node, caret.offset);
  const mention = offset === null ? null : mentionAt(names.mentions, offset);
  if (!mention) return null;
  const isOn = rectsOf(names.map, mention).some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX,
  );
  return isOn ? mention : null;
}

function caretAt(x: number, y: number, path: readonly Element[]): { node: Node; offset: number } | null {
  // Chromium looks into a shadow tree only when it is named.
  const shadowRoots = path.flatMap((element) => element.shadowRoot ?? []);
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  return caret && { node: caret.offsetNode, offset: caret.offset };
}
