/**
 * From the pointer to the name under it: the caret at that point, a binary search in the mentions, and the name's own
 * rectangles as proof, because a caret is always the nearest and not always near. Each event says what made it, so a
 * laptop with a touch screen gets both ways.
 */
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { Settings } from '../../lib/messages/settings.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
import { isTyping } from './keys.ts';
import { callsFor, type HeldKeys, holdKeyOf, NO_KEYS } from './opening.ts';
import { mentionAt, rectsOf } from './ranges.ts';

/** What of the page's state a pointer needs; `null` while there is no article. */
export interface Names {
  readonly map: TextMap;
  readonly mentions: readonly Mention[];
  /** What opens a card. */
  readonly settings: Pick<Settings, 'opens'>;
}

export interface HoverOptions {
  readonly signal: AbortSignal;
  readonly names: () => Names | null;
  /** Whether an element is our own host, so that the pointer is in a card. */
  readonly isCard: (target: EventTarget | null) => boolean;
  /** `called`: being there asks for a card, by the reader's choice and the keys held. */
  readonly onOver: (place: Mention | 'card' | null, point: Point, called: boolean) => void;
  /** Whether a key pressed while the pointer rests may ask for a card. */
  readonly mayCall: () => boolean;
  /** A tap on a name that is not a link; where the reader chose it, a click too. */
  readonly onTap: (mention: Mention, by: 'touch' | 'click', point: Point) => void;
  /** A press or tap outside any card. */
  readonly onPressOutside: () => void;
  readonly onScroll: () => void;
}

/** Line height above and below the glyphs still belongs to the name: marks stand there. */
const SLACK_PX = 3;

export function watchPointer(options: HoverOptions): void {
  const { signal, names, isCard, onOver, mayCall, onTap, onPressOutside, onScroll } = options;
  const passive = { signal, passive: true, capture: true };
  let pointer: Point | null = null;
  let held: HeldKeys = NO_KEYS;
  let frame = 0;
  let moved = false;

  /** Answers whether the pointer is on a name or a card. */
  function look(): boolean {
    frame = 0;
    if (!pointer || signal.aborted) return false;
    const path = elementsAt(pointer);
    const place = isCard(path[0] ?? null) ? 'card' : nameUnder(pointer, names(), path);
    // A name that a scroll brings under a resting pointer was not pointed at.
    const opens = names()?.settings.opens ?? 'rest';
    if (moved || place === null) onOver(place, pointer, callsFor(opens, held, path.some(isControl)));
    moved = false;
    return place !== null;
  }

  /** Once a frame, whatever the pointer's rate. */
  function lookSoon(): void {
    if (frame === 0) frame = requestAnimationFrame(look);
  }

  /** The key may come while the pointer rests; any other key makes a command of it. */
  function onKey(event: KeyboardEvent): void {
    const here = names();
    if (!here || !pointer || event.repeat || here.settings.opens === 'rest') return;
    const isHold = event.key === holdKeyOf(here.settings.opens);
    const isDown = isHold && event.type === 'keydown';
    if (isDown && (isTyping(event) || !mayCall())) return;
    held = isDown ? event : NO_KEYS;
    moved = true;
    // Alt alone goes to the browser's menu; not when it was for a card.
    if (look() && isHold) event.preventDefault();
  }

  addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      pointer = { x: event.clientX, y: event.clientY };
      held = event;
      moved = true;
      // A button held down is a selection being made.
      if (event.buttons === 0) lookSoon();
      else onOver(null, pointer, false);
    },
    passive,
  );
  for (const type of ['keydown', 'keyup'] as const) addEventListener(type, onKey, { signal, capture: true });
  document.documentElement.addEventListener(
    'pointerleave',
    ({ clientX: x, clientY: y }) => {
      pointer = null;
      onOver(null, { x, y }, false);
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
      const by = (event as PointerEvent).pointerType === 'touch' ? 'touch' : 'click';
      const here = names();
      if (by === 'click' && here?.settings.opens !== 'click') return;
      if (event.defaultPrevented || isCard(event.target)) return;
      // A name that is a link leads where it leads; its note is in the popup.
      if (event.composedPath().some((node) => node instanceof Element && isControl(node))) return;
      // The end of a selection is no click on a name.
      if (by === 'click' && getSelection()?.isCollapsed === false) return;
      const point = { x: event.clientX, y: event.clientY };
      const mention = nameUnder(point, here);
      if (mention) onTap(mention, by, point);
    },
    { signal },
  );
}

/** What a click does something with. */
const isControl = (element: Element): boolean => element.matches('a[href],button,label,summary');

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
