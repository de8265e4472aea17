/**
 * The popup, and the side panel: the site's switch first, then what is in the way, then the article with its sources,
 * claims and names, then the state of the packs. It draws what it is given and tells what was pressed.
 */
import { useState } from 'preact/hooks';
import type { PackState, SiteState, TabReading } from '../lib/messages/protocol.ts';
import type { NoteId } from '../lib/notes/note.ts';
import { counted, type Label, label } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import type { Span } from '../lib/text/span.ts';
import { ArticleView } from './ArticleView.tsx';
import { type CardView, HoverCard } from './HoverCard.tsx';
import { Icon, SEARCH, SETTINGS } from './Icon.tsx';
import { Notices } from './Notice.tsx';
import { Failed, Loading, NoArticle, Off, Unreadable } from './PopupStates.tsx';
import { Say } from './Say.tsx';
import { type SearchResult, SearchView } from './SearchView.tsx';
import { Switch } from './Switch.tsx';
import { useStrings } from './strings.ts';
import { toNameItems } from './view-models/names.ts';
import { toReading } from './view-models/reading.ts';

export type PopupView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: { readonly code: string; readonly message: string } }
  | { readonly kind: 'ready'; readonly tab: TabReading };

export interface PopupProps {
  readonly view: PopupView;
  readonly className: 'popup' | 'panel';
  readonly search: SearchResult | null;
  /** A note opened from the list or the search. */
  readonly note: CardView | null;
  readonly onSite: (host: string, rule: SiteState['rule']) => void;
  readonly onRetry: () => void;
  readonly onSearch: (query: string) => void;
  readonly onOpenNote: (note: NoteId) => void;
  readonly onCloseNote: () => void;
  readonly onShowSpan: (frameId: number, span: Span) => void;
  readonly onShowMention: (frameId: number, start: number) => void;
  readonly onOptions: () => void;
}

function Top({
  site,
  searching,
  onSite,
  onSearch,
  onOptions,
}: { site: SiteState | null; searching: boolean; onSearch: () => void } & Pick<PopupProps, 'onSite' | 'onOptions'>) {
  const t = useStrings();
  return (
    <header class="p-top">
      {site ? (
        <Switch
          on={site.on}
          text={label(site.on ? 'popup_on_for' : 'popup_off_on', site.host)}
          onChange={(on) => onSite(site.host, on ? 'articles' : 'never')}
        />
      ) : (
        <b class="brand">
          <Say text={label('extension_name')} />
        </b>
      )}
      <button
        type="button"
        class="ico"
        aria-label={t.text(label('search_all'))}
        aria-pressed={searching}
        onClick={onSearch}
      >
        <Icon path={SEARCH} />
      </button>
      <button type="button" class="ico" aria-label={t.text(label('popup_settings'))} onClick={onOptions}>
        <Icon path={SETTINGS} />
      </button>
    </header>
  );
}

function packsLine(packs: readonly PackState[], locale: string): Label {
  const [only] = packs;
  const notes = packs.reduce((sum, pack) => sum + pack.notes, 0).toLocaleString(locale);
  if (only && packs.length === 1) {
    return label('pack_line', only.title, String(only.revision), showDate(only.date, locale), notes);
  }
  return counted('packs_several', packs.length, notes);
}

const Foot = ({ packs }: { packs: readonly PackState[] }) => (
  <footer class="p-foot">
    <span>
      <Say text={packsLine(packs, useStrings().locale)} />
    </span>
  </footer>
);

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
          onSearch={onSearch}
          onShowSpan={props.onShowSpan}
          onShowMention={props.onShowMention}
        />
      );
  }
}

export function Popup(props: PopupProps) {
  const { view, search, note, className } = props;
  const { locale } = useStrings();
  const [query, setQuery] = useState<string | null>(null);
  const tab = view.kind === 'ready' ? view.tab : null;
  const first = tab?.state === 'read' ? tab.articles[0] : undefined;
  const reading = first && toReading(first, locale);

  function ask(words: string): void {
    setQuery(words);
    props.onSearch(words);
  }

  return (
    <div class={`cc ${className}`}>
      <Top
        site={tab?.site ?? null}
        searching={query !== null}
        onSite={props.onSite}
        onSearch={() => (query === null ? ask('') : setQuery(null))}
        onOptions={props.onOptions}
      />
      <main class="p-main">
        {tab && <Notices store={tab.store} packs={tab.packs} />}
        {note ? (
          <div class="p-body">
            <HoverCard view={note} onClose={props.onCloseNote} />
          </div>
        ) : query !== null ? (
          <SearchView
            query={query}
            items={reading ? toNameItems(reading) : []}
            result={search}
            when={reading ?? { date: null, locale }}
            onInput={ask}
            onClose={() => setQuery(null)}
            onShow={(start) => first && props.onShowMention(first.frameId, start)}
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
      {tab && tab.packs.length > 0 && <Foot packs={tab.packs} />}
    </div>
  );
}
