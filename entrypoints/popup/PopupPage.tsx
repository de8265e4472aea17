import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { CardView } from '../../components/HoverCard.tsx';
import type { LookUp } from '../../components/LookUpView.tsx';
import type { Undone } from '../../components/NotDone.tsx';
import { Popup } from '../../components/Popup.tsx';
import type { PopupView } from '../../components/popup-props.ts';
import type { SearchResult } from '../../components/SearchView.tsx';
import { useStrings } from '../../components/strings.ts';
import { failureText } from '../../components/view-models/failure.ts';
import type { NoticeAct } from '../../components/view-models/notices.ts';
import { type Client, createClient } from '../../lib/messages/client.ts';
import { MAX_LOOKED_UP } from '../../lib/messages/limits.ts';
import type { BackgroundRequests, PageRequests } from '../../lib/messages/protocol.ts';
import { failed, ok, type Result } from '../../lib/messages/result.ts';
import type { SiteState } from '../../lib/messages/settings.ts';
import { kindOf, type NoteId } from '../../lib/notes/note.ts';
import { label } from '../../lib/text/messages.ts';
import { copyText } from './page.ts';
import { openPanel } from './side-panel.ts';
import { useSyncs } from './sync-watch.ts';

export interface PopupPageProps {
  readonly tabId: number | null;
  readonly background: Client<BackgroundRequests>;
  readonly className: 'popup' | 'panel';
  /** Text to look up as soon as the page is open. */
  readonly lookUp?: string;
  /** Another number: the tab may have something else in it, so it is read again. */
  readonly turn?: number;
}

const NO_TAB = { code: 'no-tab', message: 'There is no tab to read.' };

/** Asks the background once, and again when the reader presses something; shows what comes back. */
export function PopupPage({ tabId, background, className, lookUp, turn = 0 }: PopupPageProps) {
  const messages = useStrings();
  const [view, setView] = useState<PopupView>({ kind: 'loading' });
  const [search, setSearch] = useState<SearchResult | null>(null);
  const [note, setNote] = useState<CardView | null>(null);
  const [lookedUp, setLookedUp] = useState<LookUp | null>(null);
  const [undone, setUndone] = useState<Undone | null>(null);
  // Only the answer to the last question is shown, however late an earlier one comes.
  const asked = useRef('');

  async function read(): Promise<void> {
    if (tabId === null) return setView({ kind: 'failed', failure: NO_TAB });
    const answer = await background('readTab', { tabId });
    setView(answer.ok ? { kind: 'ready', tab: answer.value } : { kind: 'failed', failure: answer.failure });
  }

  /** Waits for what the reader pressed; what came to nothing is said. */
  async function done(what: string, answer: Promise<Result<unknown>>): Promise<void> {
    const result = await answer;
    setUndone(result.ok ? null : { what: label(`undone_${what}`), failure: result.failure });
  }
  async function change(what: string, answer: Promise<Result<unknown>>): Promise<void> {
    await done(what, answer);
    await read();
  }

  const setSite = (host: string, rule: SiteState['rule']): Promise<void> =>
    change('site', background('setSiteRule', { host, rule }));
  const setDate = (page: string, day: string | null): Promise<void> =>
    tabId === null ? read() : change('date', background('setArticleDate', { tabId, page, day }));
  const keep = (frameId: number): Promise<void> =>
    tabId === null ? read() : change('keep', background('keepArticle', { tabId, frameId }));

  async function find(query: string): Promise<void> {
    asked.current = query;
    if (query.trim() === '') return setSearch(null);
    const answer = await background('searchNotes', { query });
    if (asked.current === query)
      setSearch(answer.ok ? { query, notes: answer.value } : { query, notes: [], failure: answer.failure });
  }

  async function openNote(id: NoteId): Promise<void> {
    const listed = [...(search?.notes ?? []), ...(lookedUp && 'notes' in lookedUp ? lookedUp.notes : [])];
    const name = listed.find((one) => one.id === id)?.name ?? '';
    setNote({ kind: 'loading', name, entity: kindOf(id) });
    const article =
      view.kind === 'ready' && view.tab.state === 'read' ? view.tab.articles[0]?.analysis.article : undefined;
    const answer = await background('getNoteCard', { note: id, ...(article && { date: article.date }) });
    setNote(
      answer.ok
        ? { kind: 'ready', card: answer.value }
        : { kind: 'failed', name, entity: kindOf(id), failure: failureText(answer.failure, messages) },
    );
  }

  const { syncs, now } = useSyncs(background, () => void read());

  /** What a notice or the last line asks for. */
  async function act(wanted: NoticeAct): Promise<void> {
    switch (wanted.kind) {
      case 'sync':
        return done('sync', background('syncNow', { pack: wanted.pack }));
      case 'settings':
        return openSettings(wanted.address);
      case 'repair':
        return change('repair', background('repairPack', { pack: wanted.pack }));
      case 'allow':
        // First of all: browsers ask only in the moment of a press.
        if (await browser.permissions.request({ origins: ['http://*/*', 'https://*/*'] })) {
          return done('sync', background('syncNow', { pack: wanted.pack }));
        }
        return;
      case 'rebuild':
        return change('repair', background('rebuildStore', {}));
      case 'dismiss-withdrawn':
        return change('other', background('dismissWithdrawn', { key: wanted.key }));
      case 'dismiss-lost':
        return change('other', background('dismissLost', {}));
    }
  }

  const frame = (frameId: number): Client<PageRequests> =>
    createClient('page', (message) => browser.tabs.sendMessage(tabId!, message, { frameId }));

  /** Has the page shown at a place; it may be another page by now. */
  async function show(answer: Promise<Result<null>>): Promise<void> {
    const { ok: shown } = await answer;
    await done('show', Promise.resolve(shown ? ok(null) : failed('page_gone', 'The page did not answer.')));
  }

  async function copy(text: string): Promise<boolean> {
    const copied = await copyText(text);
    await done('copy', Promise.resolve(copied));
    return copied.ok;
  }

  async function findHeld(text: string): Promise<void> {
    const answer = await background('lookUp', { text: text.slice(0, MAX_LOOKED_UP) });
    setLookedUp(answer.ok ? answer.value : { text, failure: answer.failure });
  }

  useEffect(() => void read(), [tabId, turn]);
  useEffect(() => {
    if (lookUp !== undefined) void findHeld(lookUp);
  }, [lookUp]);

  return (
    <Popup
      className={className}
      view={view}
      search={search}
      note={note}
      lookedUp={lookedUp}
      onSite={(host, rule) => void setSite(host, rule)}
      onRetry={() => {
        setView({ kind: 'loading' });
        void read();
      }}
      onSearch={(query) => void find(query)}
      onOpenNote={(id) => void openNote(id)}
      onCloseLookUp={() => setLookedUp(null)}
      onLookUpAgain={lookUp === undefined ? undefined : () => void findHeld(lookUp)}
      undone={undone}
      onUndoneRead={() => setUndone(null)}
      onCloseNote={() => setNote(null)}
      onShowSpan={(frameId, { start, end }) => void show(frame(frameId)('showSpan', { start, end }))}
      onShowMention={(frameId, start) => void show(frame(frameId)('showMention', { start, open: true }))}
      onCopy={copy}
      onKeep={(frameId) => void keep(frameId)}
      onKept={() => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#kept' as never) })}
      onDate={(page, day) => void setDate(page, day)}
      onPanel={className === 'popup' ? openPanel : undefined}
      onOptions={() => void browser.runtime.openOptionsPage()}
      syncs={syncs}
      now={now}
      onAct={(wanted) => void act(wanted)}
      onOwn={({ kind, name, note: id }) => void done('other', background('openOwn', { kind, name, note: id }))}
      onStopSync={() => void done('other', background('stopSync', { pack: null }))}
    />
  );
}

/** The settings, at the packs; with an address to look at, when one was offered. */
async function openSettings(address?: string): Promise<void> {
  const at = address === undefined ? '' : `?add=${encodeURIComponent(address)}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${at}#packs` as never) });
}
