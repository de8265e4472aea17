import { browser } from 'wxt/browser';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { Store } from '../../lib/store/store.ts';
import { showCount } from './badge.ts';
import type { Sender } from './caller.ts';
import { framesOf, noteFrame } from './frames.ts';
import type { Library } from './library.ts';
import { lookUp } from './look-up.ts';
import { readTab } from './read-tab.ts';
import { readerDate, setReaderDate, withReaderDate } from './reader-dates.ts';
import { searchNotes } from './search.ts';
import { getMuted, getSettings, getSite, muteName, setSettings, setSiteRule } from './settings.ts';
import { cardOf, noteCardOf, packStateOf, storeStateOf } from './views.ts';

/** Both open at the first request after the background woke, and stay. */
export interface Opened {
  readonly store: Store;
  readonly library: Library;
}

const today = (): string => new Date().toLocaleDateString('sv');

/** Told to every tab whose reading may now look different. */
async function refreshTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map((tab) =>
      tab.id === undefined
        ? null
        : browser.tabs.sendMessage(tab.id, { to: 'page', name: 'refresh', params: {} }).catch(() => {}),
    ),
  );
}

/** One function per request of the protocol. */
export function createHandlers(opened: () => Promise<Opened>): Handlers<BackgroundRequests, Sender> {
  const locale = browser.i18n.getUILanguage();
  return {
    async openPage({ host }, sender) {
      if (sender.tab?.id !== undefined) await noteFrame(sender.tab.id, sender.frameId ?? 0);
      const [site, settings] = await Promise.all([getSite(host), getSettings()]);
      return { site, settings };
    },
    async findNames({ article: found }, sender) {
      const article = await withReaderDate(found);
      const start = performance.now();
      const { library } = await opened();
      const open = performance.now() - start;
      const host = sender.url ? new URL(sender.url).hostname : '';
      const [names, muted, settings] = await Promise.all([library.findNames(article), getMuted(host), getSettings()]);
      const mentions = names.mentions.filter((mention) => !muted.has(mention.text));
      if (sender.tab?.id !== undefined) {
        await showCount(sender.tab.id, sender.frameId ?? 0, namesIn(mentions), settings.badge);
      }
      return { mentions, ms: { open, ...names.ms } };
    },
    async getCard({ mention, date: found }, sender) {
      const date = (sender.url === undefined ? null : await readerDate(sender.url)) ?? found;
      return cardOf((await opened()).library, mention, date, locale);
    },
    async loadCard(_, sender) {
      const tabId = sender.tab?.id;
      if (tabId === undefined) throw new Error('asked from no tab');
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [sender.frameId ?? 0] },
        files: ['/card.js' as never],
      });
      return null;
    },
    async muteName({ host, text }) {
      await muteName(host, text);
      return null;
    },
    async readTab({ tabId }) {
      const { store, library } = await opened();
      return readTab(tabId, await framesOf(tabId), library, store);
    },
    async setArticleDate({ tabId, page, day }) {
      const tab = await browser.tabs.get(tabId);
      await setReaderDate(page, day, tab.incognito);
      await refreshTabs();
      return null;
    },
    async setSiteRule({ host, rule }) {
      const site = await setSiteRule(host, rule, today());
      await refreshTabs();
      return site;
    },
    getSettings: () => getSettings(),
    async setSettings({ settings }) {
      const saved = await setSettings(settings);
      await refreshTabs();
      return saved;
    },
    async getPacks() {
      const { store, library } = await opened();
      return { packs: library.packs.map(packStateOf), store: storeStateOf(store) };
    },
    searchNotes: async ({ query }) => searchNotes((await opened()).library, query),
    lookUp: async ({ text }) => lookUp((await opened()).library, text),
    getNoteCard: async ({ note }) => noteCardOf((await opened()).library, note, locale),
  };
}

/** Different names, as the badge counts them: an entity once, an undecided or unknown name by its words. */
const namesIn = (mentions: readonly { note: string | null; text: string }[]): number =>
  new Set(mentions.map(({ note, text }) => note ?? text.toLowerCase())).size;
