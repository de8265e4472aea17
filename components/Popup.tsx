/**
 * The popup, and the side panel: the site's switch first, then what is in the way, then the article with its sources,
 * claims and names, then the state of the packs. It draws what it is given and tells what was pressed.
 */
import { useState } from 'preact/hooks';
import type { SyncStates } from '../lib/messages/holdings.ts';
import type { TabReading } from '../lib/messages/reading.ts';
import type { SiteState } from '../lib/messages/settings.ts';
import type { EntityCard } from '../lib/notes/card.ts';
import type { NoteId } from '../lib/notes/note.ts';
import type { Span } from '../lib/text/span.ts';
import { ArticleView } from './ArticleView.tsx';
import { type CardView, HoverCard } from './HoverCard.tsx';
import { type LookUp, LookUpView } from './LookUpView.tsx';
import { NotDone, type Undone } from './NotDone.tsx';
import { Notices, SyncNotices } from './Notice.tsx';
import { PopupFoot } from './PopupFoot.tsx';
import { Failed, Loading, NoArticle, Off, Unreadable } from './PopupStates.tsx';
import { PopupTop } from './PopupTop.tsx';
import { type SearchResult, SearchView } from './SearchView.tsx';
import { useStrings } from './strings.ts';
import { toNameItems } from './view-models/names.ts';
import { type NoticeAct, noticesOf } from './view-models/notices.ts';
import { toReading } from './view-models/reading.ts';
import { progressOf } from './view-models/sync-state.ts';

export type PopupView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: { readonly code: string; readonly message: string } }
  | { readonly kind: 'ready'; readonly tab: TabReading };

export interface PopupProps {
  readonly view: PopupView;
  readonly className: 'popup' | 'panel';
  readonly search: SearchResult | null;
  /** What is held on a text the reader selected. */
  readonly lookedUp?: LookUp | null;
  /** A note opened from the list or the search. */
  readonly note: CardView | null;
  readonly onSite: (host: string, rule: SiteState['rule']) => void;
  readonly onRetry: () => void;
  readonly onSearch: (query: string) => void;
  readonly onOpenNote: (note: NoteId) => void;
  readonly onCloseNote: () => void;
  readonly onCloseLookUp?: () => void;
  readonly onLookUpAgain?: (() => void) | undefined;
  /** What the reader pressed last and came to nothing. */
  readonly undone?: Undone | null;
  readonly onUndoneRead?: () => void;
  readonly onShowSpan: (frameId: number, span: Span) => void;
  readonly onShowMention: (frameId: number, start: number) => void;
  /** Puts text on the clipboard; answers whether it is there. */
  readonly onCopy: (text: string) => Promise<boolean>;
  /** The reader's day for an article, by its id; `null` takes it away. */
  readonly onDate: (article: string, day: string | null) => void;
  /** Keeps the article of a frame; opens the list of what is kept. */
  readonly onKeep: (frameId: number) => void;
  readonly onKept: () => void;
  readonly onPanel?: (() => void) | undefined;
  readonly onOptions: () => void;
  /** The syncs as they stand, and the moment they stand so, in milliseconds. */
  readonly syncs: SyncStates;
  readonly now: number;
  readonly onAct: (act: NoticeAct) => void;
  readonly onStopSync: () => void;
  /** The reader wants to write of a note. */
  readonly onOwn: (card: EntityCard) => void;
}

/** What was read in this tab, or why nothing was. */
function Main({ tab, onSearch, ...props }: { tab: TabReading } & PopupProps) {
  const { locale } = useStrings();
  const turn = (rule: SiteState['rule']) => () => tab.site && props.onSite(tab.site.host, rule);
  switch (tab.state) {
    case 'off':
      return tab.site ? <Off site={tab.site} onTurnOn={turn('articles')} /> : <Unreadable />;
    case 'no-article':
      return <NoArticle site={tab.site} words={tab.words} onRead={turn('always')} />;
    case 'unreadable':
      return <Unreadable />;
    case 'failed':
      return <Failed failure={tab} onRetry={props.onRetry} />;
    case 'read':
      return (
        <ArticleView
          articles={tab.articles.map((article) => ({ frameId: article.frameId, reading: toReading(article, locale) }))}
          packs={tab.packs}
          onSearch={onSearch}
          onCopy={props.onCopy}
          onDate={props.onDate}
          onKeep={props.onKeep}
          onKept={props.onKept}
          onShowSpan={props.onShowSpan}
          onShowMention={props.onShowMention}
        />
      );
  }
}

export function Popup(props: PopupProps) {
  const { view, search, note, className, lookedUp } = props;
  const t = useStrings();
  const { locale } = t;
  const [query, setQuery] = useState<string | null>(null);
  const tab = view.kind === 'ready' ? view.tab : null;
  const first = tab?.state === 'read' ? tab.articles[0] : undefined;
  const reading = first && toReading(first, locale);

  const running = tab ? progressOf(props.syncs, tab, locale) : [];

  function ask(words: string): void {
    setQuery(words);
    props.onSearch(words);
  }

  return (
    <div class={`cc ${className}`}>
      <PopupTop
        site={tab?.site ?? null}
        searching={query !== null}
        onSite={props.onSite}
        onSearch={() => (query === null ? ask('') : setQuery(null))}
        onPanel={props.onPanel}
        onOptions={props.onOptions}
      />
      <main class="p-main">
        {props.undone && <NotDone undone={props.undone} onRead={() => props.onUndoneRead?.()} />}
        <SyncNotices all={running} />
        {tab && <Notices items={noticesOf(tab, props.now, t)} onAct={props.onAct} />}
        {note ? (
          <div class="p-body">
            <HoverCard
              view={note}
              onClose={props.onCloseNote}
              onCopy={props.onCopy}
              {...(note.kind === 'ready' && { onOwn: () => props.onOwn(note.card) })}
            />
          </div>
        ) : query !== null ? (
          <SearchView
            query={query}
            items={reading ? toNameItems(reading) : []}
            result={search}
            when={reading ?? { date: null, locale }}
            onInput={ask}
            onRetry={() => ask(query)}
            onClose={() => setQuery(null)}
            onShow={(start) => first && props.onShowMention(first.frameId, start)}
            onOpen={props.onOpenNote}
          />
        ) : lookedUp ? (
          <LookUpView
            lookUp={lookedUp}
            when={reading ?? { date: null, locale }}
            onSearch={ask}
            onClose={() => props.onCloseLookUp?.()}
            onRetry={props.onLookUpAgain}
            onOpen={props.onOpenNote}
          />
        ) : view.kind === 'loading' ? (
          <Loading />
        ) : view.kind === 'failed' ? (
          <Failed failure={view.failure} onRetry={props.onRetry} />
        ) : (
          <Main {...props} tab={view.tab} onSearch={ask} />
        )}
      </main>
      {tab && (
        <PopupFoot
          held={tab}
          syncing={running.length > 0}
          now={props.now}
          onSync={() => props.onAct({ kind: 'sync', pack: null })}
          onStop={props.onStopSync}
          onAdd={() => props.onAct({ kind: 'settings' })}
        />
      )}
    </div>
  );
}
