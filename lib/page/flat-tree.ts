/**
 * The page as it is rendered: open shadow roots in place of their hosts' children, slotted nodes in their slots.
 * Iterative, because a broken page can be nested deeper than a call stack.
 */

const ELEMENT = 1;

export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
export const isText = (node: Node): node is Text => node.nodeType === 3;

interface Level {
  readonly element: Element;
  /** Slotted nodes are not siblings of each other; everything else is walked by `nextSibling`. */
  readonly list: readonly Node[] | null;
  index: number;
  next: Node | null;
}

function levelOf(element: Element): Level {
  const list = element.localName === 'slot' ? assignedTo(element) : null;
  const parent = element.shadowRoot ?? element;
  return { element, list, index: 0, next: list ? null : parent.firstChild };
}

function assignedTo(slot: Element): readonly Node[] | null {
  const nodes = (slot as HTMLSlotElement).assignedNodes?.();
  return nodes && nodes.length > 0 ? nodes : null;
}

function step(level: Level): Node | null {
  if (level.list) return level.list[level.index++] ?? null;
  const node = level.next;
  if (node) level.next = node.nextSibling;
  return node;
}

/** What is done at each node; `enter` answers whether to go into the element. `leave` follows only then. */
export interface Visitor {
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(node: Text): void;
  /** Asked before each node; `true` ends the walk (elements entered are still left). */
  done?(): boolean;
}

/** Visits an element and everything rendered in it, in reading order. */
export function walkFlatTree(root: Element, visitor: Visitor): void {
  if (!visitor.enter(root)) return;
  const levels: Level[] = [levelOf(root)];
  while (levels.length > 0) {
    const level = levels[levels.length - 1]!;
    const node = visitor.done?.() ? null : step(level);
    if (!node) {
      levels.pop();
      visitor.leave(level.element);
    } else if (isElement(node)) {
      if (visitor.enter(node)) levels.push(levelOf(node));
    } else if (isText(node)) visitor.text(node);
  }
}
