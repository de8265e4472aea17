/**
 * The popup, and the side panel: the site's switch first, then what is in the way, then the article with its sources,
 * claims and names, then the state of the packs. It draws what it is given and tells what was pressed.
 */
import { useState } from 'preact/hooks';
import type { TabReading } from '../lib/messages/reading.ts';
import type { NoteId } from '../lib/notes/note.ts';
import type { Span } from '../lib/text/span.ts';
import type { ClaimsHereProps } from './ClaimsHere.tsx';
import { HoverCard } from './HoverCard.tsx';
import { LookUpView } from './LookUpView.tsx';
import { NotDone } from './NotDone.tsx';
import { Notices, SyncNotices } from './Notice.tsx';
import { PopupFoot } from './PopupFoot.tsx';
import { PopupMain } from './PopupMain.tsx';
import { Failed, Loading } from './PopupStates.tsx';
import { PopupTop } from './PopupTop.tsx';
import type { PopupProps } from './popup-props.ts';
import { SearchView } from './SearchView.tsx';
import { useStrings } from './strings.ts';
import { toClaimItems } from './view-models/claims.ts';
import { claimsIn } from './view-models/claims-in.ts';
import { toNameItems } from './view-models/names.ts';
import { noticesOf } from './view-models/notices.ts';
import { toReading } from './view-models/reading.ts';
import { progressOf } from './view-models/sync-state.ts';

/** A note takes the place of the list it was opened from. */
const takeFocus = (dialog: HTMLElement | null): void => dialog?.focus({ preventScroll: true });

/** The first of the tab's articles with claims in these words. */
function claimsHere(
  words: string,
  { articles, packs }: Extract<TabReading, { state: 'read' }>,
  locale: string,
  { onShowSpan, onCopy }: PopupProps,
): ClaimsHereProps | null {
  for (const article of articles) {
    const reading = toReading(article, locale);
    const claims = claimsIn(words, article.analysis.article.text, toClaimItems(reading));
    const onShow = (span: Span): void => onShowSpan(article.frameId, span);
    if (claims.length > 0) return { claims, reading, packs, onShow, onCopy };
  }
  return null;
}

export function Popup(props: PopupProps) {
  const { view, search, note, className, lookedUp } = props;
  const t = useStrings();
  const { locale } = t;
  const [query, setQuery] = useState<string | null>(null);
  const tab = view.kind === 'ready' ? view.tab : null;
  const first = tab?.state === 'read' ? tab.articles[0] : undefined;
  const reading = first && toReading(first, locale);

  // The row a note was opened from: the keyboard goes on from there when it is closed.
  const [from, setFrom] = useState<NoteId | null>(null);
  const back = note === null ? from : null;

  const running = tab ? progressOf(props.syncs, tab, locale) : [];

  function ask(words: string): void {
    setQuery(words);
    setFrom(null);
    props.onSearch(words);
  }

  function openNote(id: NoteId): void {
    setFrom(id);
    props.onOpenNote(id);
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
              rootRef={takeFocus}
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
            back={back}
            onOpen={openNote}
          />
        ) : lookedUp ? (
          <LookUpView
            lookUp={lookedUp}
            when={reading ?? { date: null, locale }}
            here={tab?.state === 'read' ? claimsHere(lookedUp.text, tab, locale, props) : null}
            onSearch={ask}
            onClose={() => props.onCloseLookUp?.()}
            onRetry={props.onLookUpAgain}
            back={back}
            onOpen={openNote}
          />
        ) : view.kind === 'loading' ? (
          <Loading />
        ) : view.kind === 'failed' ? (
          <Failed failure={view.failure} onRetry={props.onRetry} />
        ) : (
          <PopupMain {...props} tab={view.tab} onSearch={ask} />
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
