import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Client } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { PopupPage } from '../popup/PopupPage.tsx';

/** What the panel is about; `turn` counts the times its tab may have changed, `page` its pages. */
interface Subject {
  readonly tabId: number | null;
  readonly page: number;
  readonly turn: number;
}

/** Text that comes after the page itself is read when it is there: looked for again after these times, in milliseconds. */
const LATER = [1_000, 3_000];

/** The popup's views beside the page, following the tab in front of its own window. */
export function PanelPage({ background }: { background: Client<BackgroundRequests> }) {
  const [subject, setSubject] = useState<Subject | null>(null);

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const look = (tabId: number | null, isNew: boolean): void =>
      setSubject((now) => ({
        tabId,
        page: (now?.page ?? 0) + (isNew || now?.tabId !== tabId ? 1 : 0),
        turn: (now?.turn ?? 0) + 1,
      }));
    const follow = (tabId: number | null, isNew: boolean): void => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      look(tabId, isNew);
      for (const ms of LATER) timers.add(setTimeout(() => look(tabId, false), ms));
    };
    const front = async (): Promise<number | null> => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      return tab?.id ?? null;
    };
    void front().then((tabId) => follow(tabId, true));

    const onActivated = async ({ tabId }: { tabId: number }): Promise<void> => {
      // Tabs of other windows are other panels' business.
      if ((await front()) === tabId) follow(tabId, false);
    };
    const onUpdated = async (tabId: number, change: { status?: string; url?: string }): Promise<void> => {
      if ((change.status === 'complete' || change.url !== undefined) && (await front()) === tabId) {
        follow(tabId, change.url !== undefined);
      }
    };
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      for (const timer of timers) clearTimeout(timer);
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);

  return (
    subject && (
      <PopupPage
        key={subject.page}
        tabId={subject.tabId}
        turn={subject.turn}
        background={background}
        className="panel"
      />
    )
  );
}
