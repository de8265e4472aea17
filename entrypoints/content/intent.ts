/**
 * When a card opens and closes by pointer: it opens after the pointer has rested on a name, and closes a while after
 * the pointer has left both name and card. Nothing else closes it by itself (WCAG 1.4.13). No DOM here, only times.
 */

export interface Intent<T> {
  /** Where the pointer is now: on a name, on the card, or elsewhere. */
  over(place: T | 'card' | null): void;
  /** The reader did something else: scrolled, pressed, left. What was about to open does not. */
  cancel(): void;
  /** The card was closed by other means, or opened by them (then with its name). */
  set(open: T | null): void;
}

export interface IntentOptions<T> {
  /** Rest before a card opens on this name, in milliseconds. */
  readonly dwellMs: (name: T) => number;
  readonly lingerMs: () => number;
  readonly open: (name: T) => void;
  readonly close: () => void;
}

export function createIntent<T>({ dwellMs, lingerMs, open, close }: IntentOptions<T>): Intent<T> {
  let shown: T | null = null;
  let pending: T | null = null;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  function cancelOpening(): void {
    clearTimeout(opening);
    pending = null;
  }

  function stay(): void {
    clearTimeout(closing);
    closing = undefined;
  }

  function leave(): void {
    if (shown === null || closing !== undefined) return;
    closing = setTimeout(() => {
      closing = undefined;
      shown = null;
      close();
    }, lingerMs());
  }

  return {
    over(place) {
      if (place === 'card' || (place !== null && place === shown)) {
        cancelOpening();
        stay();
        return;
      }
      leave();
      if (place !== null && place === pending) return;
      cancelOpening();
      if (place === null) return;
      pending = place;
      opening = setTimeout(() => {
        pending = null;
        stay();
        shown = place;
        open(place);
      }, dwellMs(place));
    },
    cancel: cancelOpening,
    set(name) {
      // A card that closed leaves alone what is about to open: its going may be what made the way free.
      if (name !== null) cancelOpening();
      // The same name read again goes on as it was: a card the pointer has left still closes.
      else stay();
      shown = name;
    },
  };
}
