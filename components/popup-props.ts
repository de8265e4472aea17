import type { SyncStates } from '../lib/messages/holdings.ts';
import type { TabReading } from '../lib/messages/reading.ts';
import type { SiteState } from '../lib/messages/settings.ts';
import type { EntityCard } from '../lib/notes/card.ts';
import type { NoteId } from '../lib/notes/note.ts';
import type { Span } from '../lib/text/span.ts';
import type { CardView } from './HoverCard.tsx';
import type { LookUp } from './LookUpView.tsx';
import type { Undone } from './NotDone.tsx';
import type { SearchResult } from './SearchView.tsx';
import type { NoticeAct } from './view-models/notices.ts';

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
