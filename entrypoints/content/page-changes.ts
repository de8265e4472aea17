/**
 * Tells when an article should be read again, and what of it changed meanwhile. The wait doubles while changes go on:
 * a page that ticks a hundred times a second is read twice a minute, and noting its changes costs it nothing it feels.
 */

/** `inside`: only nodes of the observed elements changed. `page`: the elements themselves may have been replaced. */
export type Change = 'inside' | 'page';

export interface Watch {
  /** Looks at these elements (and at whether they are replaced) from now on; with none, at the whole page. */
  observe(roots: readonly Element[]): void;
  /** Something happened that may have brought text without changing nodes. */
  nudge(): void;
  stop(): void;
}

export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Told of each node inside the observed elements as it changes. */
  readonly onNode: (node: Node) => void;
  readonly onChange: (change: Change) => void;
}

const FIRST_WAIT_MS = 300;
/** What a ticking page may cost: one reading in half a minute. */
const LONGEST_WAIT_MS = 30_000;
/** Pages without an article are looked at this often, with growing waits, then no more until the address changes. */
const MOST_LOOKS = 7;

export function watchPage({ signal, onNode, onChange }: WatchOptions): Watch {
  let roots: readonly Element[] = [];
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observedSince = 0;
  let looks = 0;
  let change: Change = 'inside';
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      if (roots.some((root) => root.contains(target) || root.contains(hostOf(target)))) onNode(target);
      else change = 'page';
    }
    changed();
  });

  function changed(): void {
    // Without an article there is nothing to keep up to date between two looks.
    if (roots.length === 0) observer.disconnect();
    if (timer !== undefined) return;
    // Quiet for twice the last wait: the page had settled, and this is news.
    waitMs = performance.now() - observedSince > waitMs * 2 ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS);
    timer = setTimeout(() => {
      timer = undefined;
      if (roots.length === 0) looks++;
      const what = change;
      change = 'inside';
      onChange(what);
    }, waitMs);
  }

  function observe(elements: readonly Element[]): void {
    observer.disconnect();
    if (signal.aborted) return;
    roots = elements;
    observedSince = performance.now();
    const content = { childList: true, characterData: true, subtree: true };
    if (elements.length === 0) {
      change = 'page';
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
    for (const parent of parents) {
      if (!elements.includes(parent as Element)) observer.observe(parent, { childList: true });
    }
  }

  const stop = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    timer = undefined;
  };
  signal.addEventListener('abort', stop);
  return {
    observe,
    nudge() {
      change = 'page';
      changed();
    },
    stop,
  };
}

/** The host of the shadow tree a node is in; `null` outside of one. */
function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
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
  if ('navigation' in window) {
    (window.navigation as EventTarget).addEventListener('currententrychange', check, { signal });
    return;
  }
  // TODO [2027-11-01]: drop when Firefox ESR 140 is out of support; it has no Navigation API.
  const timer = setInterval(check, 1_000);
  signal.addEventListener('abort', () => clearInterval(timer));
}
