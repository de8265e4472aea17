import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundRows } from '../../lib/messages/protocol.ts';
import { createServer } from '../../lib/messages/serve.ts';
import { forgetCounts } from './badge.ts';
import { askerOf } from './caller.ts';
import { createDesk } from './desk.ts';
import { forgetFrames } from './frames.ts';
import { createHandlers, refreshTabs } from './handlers.ts';
import { offerLookUp, openLookUp } from './look-up.ts';
import { ALARM, createSchedule } from './schedule.ts';
import { createSyncs, noteMissedChanges } from './syncs.ts';

async function readBundle(path: string): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(`/starter/${path}` as never));
  return new Uint8Array(await response.arrayBuffer());
}

export default defineBackground(() => {
  const desk = createDesk({
    readBundle,
    onOpened: (opened) => void noteMissedChanges(opened),
    onRenewed: refreshTabs,
    onMissing: ({ id, from }) => void (from === 'bundled' ? desk.renew() : syncs.run(id, 'schedule')),
  });
  const syncs = createSyncs(desk);
  const schedule = createSchedule(desk, syncs);

  // Listeners must be in place in the first turn, or the message that woke the background is lost.
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('/' as never) };
  const handlers = createHandlers(desk, syncs, schedule);
  const serve = createServer('background', backgroundRows, handlers, (sender) => askerOf(sender, self));
  browser.runtime.onMessage.addListener((message: unknown, sender) => serve(message, sender));

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
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    void openLookUp(menuItemId, selectionText, tab?.id);
  });
  browser.runtime.onInstalled.addListener(() => void offerLookUp());
  browser.runtime.onStartup.addListener(() => void offerLookUp());
  // The first page should not wait for the starter notes to be unpacked.
  browser.runtime.onInstalled.addListener(() => void desk.open());
  browser.runtime.onStartup.addListener(() => void schedule.browserStarted());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void schedule.wake();
  });
  // Told in Firefox; elsewhere the alarm after a failure comes within a minute or two.
  addEventListener('online', () => void schedule.wake());
  void schedule.ensure();
});

/** Keyboard commands go to the page in front; it knows where the reader is. */
async function passOn(command: string, tabId: number): Promise<void> {
  const step = command === 'next-name' ? 1 : -1;
  await browser.tabs
    .sendMessage(tabId, { to: 'page', name: 'stepToName', params: { step } }, { frameId: 0 })
    .catch(() => {});
}
