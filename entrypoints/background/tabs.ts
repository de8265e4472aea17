/** What the background tells tabs, and what it forgets of them. */
import { browser } from 'wxt/browser';
import { forgetCounts } from './badge.ts';
import { forgetFrames } from './frames.ts';

/** Told to every tab whose reading may now look different. */
export async function refreshTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map((tab) =>
      tab.id === undefined
        ? null
        : browser.tabs.sendMessage(tab.id, { to: 'page', name: 'refresh', params: {} }).catch(() => {}),
    ),
  );
}

/** Keyboard commands go to the page in front; it knows where the reader is. */
async function passOn(command: string, tabId: number): Promise<void> {
  const step = command === 'next-name' ? 1 : -1;
  await browser.tabs
    .sendMessage(tabId, { to: 'page', name: 'stepToName', params: { step } }, { frameId: 0 })
    .catch(() => {});
}

/** To be called in the background's first turn, as every listener is put in place. */
export function watchTabs(): void {
  const forgetTab = (tabId: number): void => {
    forgetCounts(tabId);
    void forgetFrames(tabId);
  };
  browser.tabs.onRemoved.addListener(forgetTab);
  // A tab that loads is a new page, whichever of its frames speaks first.
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') forgetTab(tabId);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) void passOn(command, tab.id);
  });
}
