/** What is asked of elements everywhere in this room. */

/** An attribute's value; empty also when it is missing. */
export const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

export const textOf = (element: Element): string => element.textContent ?? '';

export const isLink = (element: Element): boolean => element.localName === 'a' && element.hasAttribute('href');

/** `Node.DOCUMENT_POSITION_FOLLOWING`; there is no `Node` to ask in a program. */
const FOLLOWING = 4;

/** Whether an element comes before another in the document; an element also before what it holds. */
export const precedes = (element: Element, other: Element): boolean =>
  (element.compareDocumentPosition(other) & FOLLOWING) !== 0;
