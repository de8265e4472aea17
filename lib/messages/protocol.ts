/**
 * Every message of the extension, one row each, in tables named for who answers. How each is taken in stands in
 * background-rows.ts and page-rows.ts; a request without its row there, or with one that does not fit, does not compile.
 */
import type { EntityCard } from '../notes/card.ts';
import type { EntityKind, Note, NoteId } from '../notes/note.ts';
import type { OwnDraft, OwnNote } from '../notes/own-note.ts';
import type { ChangeLog } from '../packs/change-log.ts';
import type { Article } from '../text/article.ts';
import type { Holdings, PackOffer, SyncStates } from './holdings.ts';
import type { NamesAnswer } from './names-answer.ts';
import type { CardMention, FindTimes, KeptState, LookedUp, ReadTimes, TabReading } from './reading.ts';
import type { MutedName, Settings, SiteRule, SiteState } from './settings.ts';

/** Answered by the background. */
export interface BackgroundRequests {
  /** What the content script needs to know before it reads anything. */
  openPage: { params: { host: string }; result: { site: SiteState; settings: Settings } };
  /** Find and link every mention in the article of the asking frame: one round trip for an article. */
  findNames: { params: { article: Article }; result: { names: NamesAnswer; ms: FindTimes } };
  /** Everything the hover card shows about one mention, as of the article's date. */
  getCard: { params: { mention: CardMention; date: Article['date'] }; result: EntityCard };
  /** Runs the card's script in the asking frame: only readers who come near a name pay for it. */
  loadCard: { params: Record<never, never>; result: null };
  /** The reader says a mention is not this entity: it is not marked on this site again. */
  muteName: { params: { host: string; text: string }; result: null };
  /** Names that are not marked, by site and name. */
  getMuted: { params: Record<never, never>; result: MutedName[] };
  unmuteName: { params: MutedName; result: null };
  /** The popup's question: what was read in this tab, and what came of it. */
  readTab: { params: { tabId: number }; result: TabReading };
  /** The reader's day for the article of a page (`Article.id`); `null` takes it away. */
  setArticleDate: { params: { tabId: number; page: string; day: string | null }; result: null };
  setSiteRule: { params: { host: string; rule: SiteRule }; result: SiteState };
  getSettings: { params: Record<never, never>; result: Settings };
  setSettings: { params: { settings: Settings }; result: Settings };
  getPacks: { params: Record<never, never>; result: Holdings };
  /** Looks at what an address offers; nothing is kept. */
  lookAtPack: { params: { address: string }; result: PackOffer };
  /** Adds the pack at an address, trusting these keys and no others, and begins to fetch it. */
  addPack: { params: { address: string; keys: readonly string[] }; result: null };
  /** Asks the publishers, or one of them, now; answers which are asked. One that was asked within a minute is not. */
  syncNow: { params: { pack: string | null }; result: { asked: readonly string[] } };
  stopSync: { params: { pack: string | null }; result: null };
  getSync: { params: Record<never, never>; result: SyncStates };
  /** The packs' ids, first the one that comes first. */
  setPackOrder: { params: { packs: readonly string[] }; result: null };
  setPackUse: { params: { pack: string; use: boolean }; result: null };
  /** Has the publisher not asked, or asked again. */
  setPackPaused: { params: { pack: string; paused: boolean }; result: null };
  removePack: { params: { pack: string }; result: null };
  /** Checks every stored byte of a pack, and fetches anew what is broken; answers how many parts were. */
  repairPack: { params: { pack: string }; result: { broken: number } };
  /** Deletes everything that can be fetched again, and fetches it; the reader's own notes stay. */
  rebuildStore: { params: Record<never, never>; result: null };
  /** Something was changed in the store by a page of ours: it is opened anew. */
  packsChanged: { params: Record<never, never>; result: null };
  getChanges: { params: { pack: string }; result: readonly ChangeLog[] };
  dismissWithdrawn: { params: { key: string }; result: null };
  dismissLost: { params: Record<never, never>; result: null };
  /** Forgets which notes were on a card. */
  forgetSeen: { params: Record<never, never>; result: null };
  getOwn: { params: Record<never, never>; result: readonly OwnNote[] };
  saveOwn: { params: { draft: OwnDraft }; result: OwnNote };
  deleteOwn: { params: { id: string }; result: null };
  /** Own notes from a file: a newer one takes the place of an older one of its id. */
  importOwn: { params: { notes: readonly OwnNote[] }; result: { taken: number } };
  /**
   * Opens a page of ours in which the reader writes of a note or name. A page may ask for it, with the name; what is
   * typed is seen by no page, which could listen to every key pressed in it.
   */
  openOwn: { params: { kind: EntityKind; name: string; note: NoteId | null }; result: null };
  /** Notes with the words of the query in their names or summary, best first, at most 50. */
  searchNotes: { params: { query: string }; result: Note[] };
  /** Keeps the claims of the article in a frame, on this machine; refused unless the reader turned keeping on. */
  keepArticle: { params: { tabId: number; frameId: number }; result: null };
  getKept: { params: Record<never, never>; result: KeptState[] };
  /** One article, or `null` for all of them. */
  forgetKept: { params: { id: string | null }; result: null };
  /** "Look up in notes": the text is compared here and goes nowhere. */
  lookUp: { params: { text: string }; result: LookedUp };
  /** A note as of the date of the article it is looked up beside; without one, of no time. */
  getNoteCard: { params: { note: NoteId; date?: Article['date'] | undefined }; result: EntityCard };
}

/** Answered by the content script of a frame. */
export interface PageRequests {
  /** Where this frame is, told without reading anything of it. */
  getHost: { params: Record<never, never>; result: { host: string } };
  /** The article as it stands now, whether or not it was marked. */
  readArticle: {
    params: { force: boolean };
    result: { article: Article | null; words: number; truncatedAt?: number };
  };
  /** Scroll to a span of the article and set it off as the current claim. */
  showSpan: { params: { start: number; end: number }; result: null };
  /** Scroll to the nth mention and open its card. */
  showMention: { params: { start: number; open: boolean }; result: null };
  /** Move the focus ring to the next (1) or previous (-1) name and open its card. */
  stepToName: { params: { step: 1 | -1 }; result: null };
  /** How long the last reading took, for diagnostics; `null` before the first. */
  getTimes: { params: Record<never, never>; result: ReadTimes | null };
  /** Settings, packs or the site's rule changed: read them again. */
  refresh: { params: Record<never, never>; result: null };
}

/** Who asks: a script in a page, or a page of ours. */
export type Asker = 'page' | 'extension';

/**
 * Takes in the parameters of a request, by the Standard Schema interface (https://standardschema.dev). Valibot's schemas
 * have it; the few of the content script, which every page loads, are written out in page-rows.ts.
 */
export interface Decoder<P> {
  readonly '~standard': {
    readonly validate: (raw: unknown) => Decoded<P> | Promise<Decoded<P>>;
  };
}
export type Decoded<P> =
  | { readonly value: P; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/** How one request is taken in: its decoder, and who may make it. */
export interface Row<P> {
  readonly params: Decoder<P>;
  readonly who: readonly Asker[];
}
export type Rows<T> = { readonly [N in keyof T]: Row<T[N] extends { params: infer P } ? P : never> };
