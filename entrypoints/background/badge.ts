import { browser } from 'wxt/browser';
import type { Holdings } from '../../lib/messages/holdings.ts';

/** Names found, per frame of each tab; the badge shows their sum. */
const counts = new Map<number, Map<number, number>>();

/** Shows how many names a frame of a tab has, added to its other frames'. */
export async function showCount(tabId: number, frameId: number, names: number, shown: boolean): Promise<void> {
  const frames = counts.get(tabId) ?? new Map<number, number>();
  counts.set(tabId, frames.set(frameId, names));
  const sum = [...frames.values()].reduce((total, count) => total + count, 0);
  // Nothing of its own leaves the button to what concerns every tab.
  await setBadge(tabId, shown && sum > 0 ? String(sum) : null);
}

export const forgetCounts = (tabId: number): boolean => counts.delete(tabId);

async function setBadge(tabId: number, text: string | null): Promise<void> {
  // The tab may have closed while its article was read; that is no failure.
  // `null` gives the tab the text of all tabs; the types do not know it.
  await browser.action.setBadgeText({ tabId, text: text as string }).catch(() => {});
  // Plain ink: a count is not a warning.
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#474c53' }).catch(() => {});
}

/** Failures a reader would want to hear of without opening the popup; a publisher that is not to be reached is none. */
const PRESSING: ReadonlySet<string> = new Set(['signature', 'root', 'quota']);

/** A dot on the button where no names are counted, when something of the packs needs the reader's eye. */
export async function showNeed({ packs, pending, store }: Holdings): Promise<void> {
  const isPressing =
    (store.kind === 'indexeddb' && store.lost !== undefined) ||
    (store.kind === 'memory' && store.why === 'damaged') ||
    packs.some(({ freshness }) => freshness === 'old') ||
    [...packs, ...pending].some(({ source }) => source?.failure?.told && PRESSING.has(source.failure.code));
  await browser.action.setBadgeText({ text: isPressing ? '•' : '' });
}
