/**
 * The one element we add to a page: beside its body, in the top layer, its contents in a closed shadow root. It holds
 * the card that follows pointer, finger or keys, a pinned one, and the ring around the name the keys are on.
 */
import { render } from 'preact';
import cardCss from '../../components/card.css?inline';
import { type CardView, HoverCard } from '../../components/HoverCard.tsx';
import { Strings } from '../../components/strings.ts';
import tokensCss from '../../components/tokens.css?inline';
import { label, type Messages } from '../../lib/text/messages.ts';
import type { Tone } from '../content/tone.ts';
import hostCss from './host.css?inline';
import { dockCard, NARROW_PX, placeCard } from './placement.ts';

/** How a card was asked for: it decides where it stands and whether it takes the focus. */
export type Approach = 'pointer' | 'keys' | 'touch' | 'click';

export interface CardRequest {
  /** What the card is of: the same key redraws the open card, another one replaces it. */
  readonly key: unknown;
  readonly view: CardView;
  readonly approach: Approach;
  readonly theme: Tone;
  /** In per cent of the browser's own size. */
  readonly textSize: number;
  /** The direction of the text the name stands in: the card lines up with where the name begins. */
  readonly dir: 'ltr' | 'rtl';
  /** The name's rectangles as they are now. */
  readonly rects: () => DOMRect[];
  /** The rectangle nearest to where the pointer rested. */
  readonly near?: { readonly x: number; readonly y: number } | undefined;
  readonly around: Element | null;
  readonly onReject?: (() => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly onOwn?: (() => void) | undefined;
}

export interface CardHost {
  readonly isHost: (target: EventTarget | null) => boolean;
  /** Opens a card, or redraws the one that is open for the same request. */
  show(request: CardRequest): void;
  /** Closes the card that follows; a pinned one stays. Answers whether one was open. */
  close(): boolean;
  /** Closes the following card or else the pinned one. */
  closeAny(): boolean;
  closeAll(): void;
}

interface Shown {
  request: CardRequest;
  pinned: boolean;
  readonly box: HTMLElement;
  dialog: HTMLElement | null;
}

export function createCardHost(signal: AbortSignal, messages: Messages, onClosed: () => void): CardHost {
  const host = document.createElement('claim-context');
  const root = host.attachShadow({ mode: 'closed' });
  const ring = document.createElement('div');
  let following: Shown | null = null;
  let pinned: Shown | null = null;
  let returnTo: Element | null = null;
  let placing = 0;

  function attach(): void {
    if (host.isConnected) return;
    if (root.adoptedStyleSheets.length === 0) {
      root.adoptedStyleSheets = [tokensCss, cardCss, hostCss].map((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return sheet;
      });
      ring.className = 'ring';
      root.append(ring);
      root.addEventListener('keydown', onKey as EventListener);
    }
    document.documentElement.append(host);
    watching.observe(document.documentElement, { childList: true });
    host.popover = 'manual';
    host.showPopover();
  }

  function detach(): void {
    if (!following && !pinned) host.remove();
  }

  /** A page may take the card away. Then it is closed: it comes back when the reader asks again, never by itself. */
  const watching = new MutationObserver(() => {
    if (host.isConnected || (!following && !pinned)) return;
    const wasFollowing = following !== null;
    for (const shown of [following, pinned]) if (shown) discard(shown);
    if (wasFollowing) onClosed();
  });

  function draw(shown: Shown): void {
    const { request, box } = shown;
    box.dataset.theme = request.theme;
    box.dir = request.dir;
    box.dataset.docked = String(isDocked(shown));
    render(
      <Strings value={messages}>
        <HoverCard
          view={request.view}
          dir={messages.text(label('@@bidi_dir')) === 'rtl' ? 'rtl' : 'ltr'}
          pinned={shown.pinned}
          fit
          rootRef={(dialog) => {
            shown.dialog = dialog;
          }}
          onClose={() => closeShown(shown)}
          onPin={(pin) => setPinned(shown, pin)}
          {...(request.onReject && { onReject: request.onReject })}
          {...(request.onRetry && { onRetry: request.onRetry })}
          {...(request.onOwn && { onOwn: request.onOwn })}
          // Browsers give a clipboard to pages over https only.
          {...(navigator.clipboard && { onCopy: copyText })}
        />
      </Strings>,
      box,
    );
    void place(shown);
  }

  const isDocked = ({ request }: Shown): boolean => request.approach === 'touch' || innerWidth < NARROW_PX;

  async function place(shown: Shown): Promise<void> {
    const turn = ++placing;
    const rects = shown.request.rects();
    drawRing(shown, rects);
    const rect = nearest(rects, shown.request.near);
    if (shown.pinned || !rect) return;
    const fits = !isDocked(shown) && (await placeCard(shown.box, rect, shown.request.around));
    if (turn !== placing) return;
    shown.box.dataset.docked = String(!fits);
    // A sheet does not change its edge while the page is scrolled under it.
    if (fits) delete shown.box.dataset.edge;
    else if (!shown.box.dataset.edge) dockCard(shown.box, rects);
  }

  /** A ring for the keys: the mark itself cannot have an outline. */
  function drawRing(shown: Shown, rects: readonly DOMRect[]): void {
    const lines = shown.request.approach === 'keys' && shown === following ? rects : [];
    ring.dataset.theme = shown.request.theme;
    ring.replaceChildren(
      ...lines.map(({ x, y, width, height }) => {
        const line = document.createElement('i');
        line.style.cssText = `translate:${x}px ${y}px;inline-size:${width}px;block-size:${height}px`;
        return line;
      }),
    );
  }

  function onKey(event: KeyboardEvent): void {
    // Keys in a card are for the card: a page's own shortcuts must not act on them. Alt+N goes on to the next name.
    if (event.altKey || event.key === 'Escape') return;
    event.stopPropagation();
    if (event.key === 'p' && !event.ctrlKey && !event.metaKey && following) setPinned(following, true);
  }

  function setPinned(shown: Shown, pin: boolean): void {
    if (!pin) {
      closeShown(shown);
      return;
    }
    if (shown === following) {
      if (pinned) discard(pinned);
      pinned = shown;
      following = null;
      ring.replaceChildren();
      onClosed();
    }
    shown.pinned = true;
    draw(shown);
  }

  function discard(shown: Shown): void {
    render(null, shown.box);
    shown.box.remove();
    if (shown === following) {
      following = null;
      ring.replaceChildren();
    }
    if (shown === pinned) pinned = null;
  }

  function closeShown(shown: Shown): void {
    const hadFocus = root.activeElement !== null && shown.box.contains(root.activeElement);
    const wasFollowing = shown === following;
    discard(shown);
    if (hadFocus || wasFollowing) giveFocusBack(hadFocus);
    detach();
    if (wasFollowing) onClosed();
  }

  function giveFocusBack(hadFocus: boolean): void {
    const back = returnTo;
    returnTo = null;
    if (hadFocus && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  }

  function replace(): void {
    for (const shown of [following, pinned]) if (shown) void place(shown);
  }

  let frame = 0;
  const soon = (): void => {
    if (!following && !pinned) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(replace);
  };
  addEventListener('scroll', soon, { signal, capture: true, passive: true });
  addEventListener(
    'resize',
    () => {
      delete following?.box.dataset.edge;
      soon();
    },
    { signal },
  );
  const sizes = new ResizeObserver(soon);

  function closeAll(): void {
    for (const shown of [following, pinned]) if (shown) discard(shown);
    sizes.disconnect();
    watching.disconnect();
    host.remove();
  }
  signal.addEventListener('abort', closeAll);

  return {
    isHost: (target) => target === host,
    show(request) {
      attach();
      // The page's own root size may be anything; `medium` is the reader's.
      const medium = Number.parseFloat(getComputedStyle(host).fontSize) || 16;
      host.style.setProperty('--u', `${(medium * request.textSize) / 100}px`);
      const isNew = following === null || following.request.key !== request.key;
      if (isNew && following) discard(following);
      if (!following) {
        const box = document.createElement('div');
        box.className = 'place';
        // Before a pinned card: what follows the reader comes first in reading order.
        ring.after(box);
        sizes.observe(box);
        following = { request, pinned: false, box, dialog: null };
      }
      following.request = request;
      draw(following);
      if (isNew && request.approach === 'keys') {
        returnTo ??= document.activeElement;
        following.dialog?.focus({ preventScroll: true });
      }
    },
    close() {
      if (!following) return false;
      closeShown(following);
      return true;
    },
    closeAny() {
      const shown = following ?? pinned;
      if (shown) closeShown(shown);
      return shown !== null;
    },
    closeAll,
  };
}

const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** The line of a broken name that the pointer rested on; without a pointer the first. */
function nearest(rects: readonly DOMRect[], near: { x: number; y: number } | undefined): DOMRect | undefined {
  if (!near) return rects[0];
  const distance = (rect: DOMRect): number => Math.max(rect.top - near.y, near.y - rect.bottom, 0);
  return [...rects].sort((a, b) => distance(a) - distance(b))[0];
}
