import { browser } from 'wxt/browser';
import { packNames } from '../../lib/messages/names-answer.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { coded } from '../../lib/messages/result.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { EntityCard } from '../../lib/notes/card.ts';
import { factKey } from '../../lib/store/changes.ts';
import { lookingUp } from '../../lib/store/give-way.ts';
import { showCount } from './badge.ts';
import type { Sender } from './caller.ts';
import type { Desk } from './desk.ts';
import { framesOf, noteFrame } from './frames.ts';
import { forgetKept, getKept, keepArticle } from './kept.ts';
import { lookUp } from './look-up.ts';
import { markedMentions } from './marked.ts';
import { createOwnHandlers } from './own.ts';
import { createPackHandlers } from './packs.ts';
import { readTab } from './read-tab.ts';
import { dated, setReaderDate } from './reader-dates.ts';
import type { Schedule } from './schedule.ts';
import { searchNotes } from './search.ts';
import {
  allMuted,
  getMuted,
  getSettings,
  getSite,
  muteName,
  setSettings,
  setSiteRule,
  unmuteName,
} from './settings.ts';
import type { Syncs } from './syncs.ts';
import { refreshTabs } from './tabs.ts';
import { cardOf, holdingsOf, noteCardOf } from './views.ts';

const today = (): string => new Date().toLocaleDateString('sv');

/** Requests a reader waits for, with an article or a name before them. */
const LOOKUPS = ['findNames', 'getCard', 'getNoteCard', 'lookUp', 'readTab'] as const;

/** The same handlers; while they answer a lookup, a sync stands still. */
export function withLookupsFirst(
  handlers: Handlers<BackgroundRequests, Sender>,
  desk: Desk,
): Handlers<BackgroundRequests, Sender> {
  const first = LOOKUPS.map((name) => {
    const answer = handlers[name] as (params: never, sender: Sender) => Promise<unknown>;
    return [
      name,
      async (params: never, sender: Sender) => {
        // Opening gives way itself.
        await desk.open();
        return lookingUp(() => answer(params, sender));
      },
    ];
  });
  return { ...handlers, ...Object.fromEntries(first) };
}

/** One function per request of the protocol. */
export function createHandlers(desk: Desk, syncs: Syncs, schedule: Schedule): Handlers<BackgroundRequests, Sender> {
  const locale = browser.i18n.getUILanguage();

  /** Remembers which statements were on a card, so that their withdrawal can be told. Not in a private window. */
  async function noteSeen(card: EntityCard, sender: Sender): Promise<void> {
    if (card.state !== 'note' || card.note === null || sender.tab?.incognito) return;
    const { library, history } = await desk.open();
    for (const { note, pack } of (await library.notesWithReferences([card.note])).get(card.note) ?? []) {
      await history.noteSeen({ pack: pack.id, id: note.id, day: today(), facts: note.facts.map(factKey) });
    }
  }

  return {
    ...createPackHandlers(desk, syncs, schedule),
    ...createOwnHandlers(desk),
    async openPage({ host }, sender) {
      if (sender.tab?.id !== undefined) await noteFrame(sender.tab.id, sender.frameId ?? 0);
      const [site, settings] = await Promise.all([getSite(host), getSettings()]);
      return { site, settings };
    },
    async findNames({ article: found }, sender) {
      const article = await dated(found);
      const start = performance.now();
      const { library } = await desk.open();
      const open = performance.now() - start;
      const host = sender.url ? new URL(sender.url).hostname : '';
      const [names, muted, settings] = await Promise.all([library.findNames(article), getMuted(host), getSettings()]);
      const mentions = names.mentions.filter((mention) => !muted.has(mention.text));
      // The page does not wait for the badge.
      if (sender.tab?.id !== undefined) {
        void showCount(sender.tab.id, sender.frameId ?? 0, namesIn(mentions), settings.badge);
      }
      const marked = new Set(markedMentions(article, mentions, settings.marks));
      return { names: packNames({ mentions, marked, date: article.date }), ms: { open, ...names.ms } };
    },
    async getCard({ mention, date }, sender) {
      const card = await cardOf(await desk.open(), mention, date, locale);
      void noteSeen(card, sender).catch(() => {});
      return card;
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
    getMuted: () => allMuted(),
    async unmuteName({ host, text }) {
      await unmuteName(host, text);
      await refreshTabs();
      return null;
    },
    async readTab({ tabId }) {
      const opened = await desk.open();
      return readTab(tabId, await framesOf(tabId), opened.library, await holdingsOf(opened));
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
    getPacks: async () => holdingsOf(await desk.open()),
    searchNotes: async ({ query }) => searchNotes((await desk.open()).library, query),
    async keepArticle({ tabId, frameId }) {
      const [tab, { keep }] = await Promise.all([browser.tabs.get(tabId), getSettings()]);
      if (!keep || tab.incognito) throw coded('keep-off', 'Articles are not kept here.');
      await keepArticle(tabId, frameId, (await desk.open()).library);
      return null;
    },
    getKept: () => getKept(),
    async forgetKept({ id }) {
      await forgetKept(id);
      return null;
    },
    lookUp: async ({ text }) => lookUp((await desk.open()).library, text),
    getNoteCard: async ({ note, date }) => noteCardOf(await desk.open(), note, date, locale),
  };
}

/** Different names, as the badge counts them: an entity once, an undecided or unknown name by its words. */
const namesIn = (mentions: readonly { note: string | null; text: string }[]): number =>
  new Set(mentions.map(({ note, text }) => note ?? text.toLowerCase())).size;
