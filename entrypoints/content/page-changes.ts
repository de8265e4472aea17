/**
 * Tells when an article should be read again. Between a change and the reading nothing is observed, so a page that
 * changes a hundred times a second costs no more than one that changes once; and the wait doubles while it goes on.
 */

export interface Watch {
  /** Looks at these elements (and at whether they are replaced) from now on; with none, at the whole page. */
  observe(roots: readonly Element[]): void;
  /** Something happened that may have brought text without changing nodes. */
  nudge(): void;
  stop(): void;
}

const FIRST_WAIT_MS = 300;
/** What a ticking page may cost: one reading in half a minute. */
const LONGEST_WAIT_MS = 30_000;
/** Pages without an article are looked at this often, with growing waits, then no more until the address changes. */
const MOST_LOOKS = 7;

export function watchPage(signal: AbortSignal, onChange: () => void): Watch {
  let roots: readonly Element[] = [];
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observedSince = 0;
  let looks = 0;
  const observer = new MutationObserver(changed);

  function changed(): void {
    if (timer !== undefined) return;
    observer.disconnect();
    // Quiet for twice the last wait: the page had settled, and this is news.
    waitMs = performance.now() - observedSince > waitMs * 2 ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS);
    timer = setTimeout(() => {
      timer = undefined;
      if (roots.length === 0) looks++;
      onChange();
    }, waitMs);
  }

  function observe(elements: readonly Element[]): void {
    observer.disconnect();
    if (signal.aborted || timer !== undefined) return;
    roots = elements;
    observedSince = performance.now();
    const content = { childList: true, characterData: true, subtree: true };
    if (elements.length === 0) {
      if (looks < MOST_LOOKS && document.body) observer.observe(document.body, content);
      return;
    }
    looks = 0;
    const parents = new Set<Node>();
    for (const element of elements) {
      observer.observe(element, content);
      // Not the document element: the card's host hangs there.
      for (let up = element.parentNode; up && up !== document.documentElement; up = up.parentNode) parents.add(up);
      for (const shadow of openShadowRoots(element)) observer.observe(shadow, content);
    }
    for (const parent of parents)
      if (!elements.includes(parent as Element)) observer.observe(parent, { childList: true });
  }

  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
  };
  signal.addEventListener('abort', stop);
  return { observe, nudge: changed, stop };
}

function* openShadowRoots(element: Element): Generator<ShadowRoot> {
  for (const inside of element.querySelectorAll('*')) {
    if (!inside.shadowRoot) continue;
    yield inside.shadowRoot;
    for (const child of inside.shadowRoot.children) yield* openShadowRoots(child);
  }
}

/** Calls back when the page's address changes without a load; anchors on the same page do not count. */
export function watchAddress(signal: AbortSignal, onChange: () => void): void {
  const address = (): string => location.href.replace(/#.*$/, '');
  let last = address();
  const check = (): void => {
    if (address() === last) return;
    last = address();
    onChange();
  };
  addEventListener('popstate', check, { signal });
  if ('navigation' in window) {
    (window.navigation as EventTarget).addEventListener('currententrychange', check, { signal });
    return;
  }
  // TODO [2027-11-01]: drop when Firefox ESR 140 is out of support; it has no Navigation API.
  const timer = setInterval(check, 1_000);
  signal.addEventListener('abort', () => clearInterval(timer));
}
