/** When pointing at a name calls for its card, by what the reader chose. No DOM here, only what an event says. */
import type { Settings } from '../../lib/messages/settings.ts';

/** The keys held down, as pointer and key events both tell them: nothing is remembered that a lost event could undo. */
export type HeldKeys = Pick<MouseEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export const NO_KEYS: HeldKeys = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };

/** The key that has this name in `KeyboardEvent.key` is held for a card. */
export const holdKeyOf = (opens: Settings['opens']): string => (opens === 'shift' ? 'Shift' : 'Alt');

/**
 * Whether a pointer on a name asks for its card. A click on a link follows it, so a reader who opens cards by click has
 * the key for those.
 */
export function callsFor(opens: Settings['opens'], held: HeldKeys, isLink: boolean): boolean {
  if (opens === 'rest') return true;
  // Together with these the key is on its way to a command of the browser.
  if (held.ctrlKey || held.metaKey) return false;
  return opens === 'shift' ? held.shiftKey : held.altKey && (opens === 'alt' || isLink);
}
