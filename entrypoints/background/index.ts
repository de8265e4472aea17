import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundRows } from '../../lib/messages/background-rows.ts';
import { createServer } from '../../lib/messages/serve.ts';
import { showNeed } from './badge.ts';
import { askerOf } from './caller.ts';
import { createDesk } from './desk.ts';
import { createHandlers, withLookupsFirst } from './handlers.ts';
import { offerLookUp, openLookUp } from './look-up.ts';
import { ALARM, createSchedule } from './schedule.ts';
import { createSyncs, noteMissedChanges } from './syncs.ts';
import { refreshTabs, watchTabs } from './tabs.ts';
import { holdingsOf } from './views.ts';

async function readBundle(path: string): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(`/starter/${path}` as never));
  return new Uint8Array(await response.arrayBuffer());
}

export default defineBackground(() => {
  const desk = createDesk({
    readBundle,
    onOpened(opened) {
      void noteMissedChanges(opened);
      void holdingsOf(opened).then(showNeed);
    },
    onRenewed: refreshTabs,
    onMissing: ({ id, from }) => void (from === 'bundled' ? desk.renew() : syncs.run(id, 'schedule')),
  });
  const syncs = createSyncs(desk, async () => showNeed(await holdingsOf(await desk.open())));
  const schedule = createSchedule(desk, syncs);

  // Listeners must be in place in the first turn, or the message that woke the background is lost.
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('/' as never) };
  const handlers = withLookupsFirst(createHandlers(desk, syncs, schedule), desk);
  const serve = createServer('background', backgroundRows, handlers, (sender) => askerOf(sender, self));
  browser.runtime.onMessage.addListener((message: unknown, sender) => serve(message, sender));

  watchTabs();
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    void openLookUp(menuItemId, selectionText, tab?.id);
  });
  browser.runtime.onInstalled.addListener(() => void offerLookUp());
  browser.runtime.onStartup.addListener(() => void offerLookUp());
  // The first page should not wait for the starter notes to be unpacked.
  browser.runtime.onInstalled.addListener(() => void schedule.updated());
  browser.runtime.onStartup.addListener(() => void schedule.browserStarted());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void schedule.wake();
  });
  // Told in Firefox; elsewhere the alarm after a failure comes within a minute or two.
  addEventListener('online', () => void schedule.online());
  void schedule.ensure();
});
