import { browser } from 'wxt/browser';

/** Names found, per frame of each tab; the badge shows their sum. */
const counts = new Map<number, Map<number, number>>();

/** Shows how many names a frame of a tab has, added to its other frames'. */
export async function showCount(tabId: number, frameId: number, names: number, shown: boolean): Promise<void> {
  const frames = counts.get(tabId) ?? new Map<number, number>();
  counts.set(tabId, frames.set(frameId, names));
  const sum = [...frames.values()].reduce((total, count) => total + count, 0);
  await setBadge(tabId, shown && sum > 0 ? String(sum) : '');
}

export const forgetCounts = (tabId: number): boolean => counts.delete(tabId);

async function setBadge(tabId: number, text: string): Promise<void> {
  // The tab may have closed while its article was read; that is no failure.
  await browser.action.setBadgeText({ tabId, text }).catch(() => {});
  // Plain ink: a count is not a warning.
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#474c53' }).catch(() => {});
}
