/**
 * Every message of the extension, one row each, in tables named for who answers. A row without its decoder, or a
 * decoder that does not fit its row, does not compile. `who` says who may ask: a page's content script must not be
 * able to change a setting, add a pack or read another tab.
 */
import * as v from 'valibot';
import type { Analysis } from '../checks/analyze.ts';
import type { FindingKind, Origin, Part } from '../checks/check.ts';
import type { Citation } from '../checks/finding.ts';
import type { Mention } from '../gazetteer/mention.ts';
import type { EntityCard } from '../notes/card.ts';
import type { EntityKind, Note, NoteId } from '../notes/note.ts';
import type { OwnNote } from '../notes/own-note.ts';
import type { ChangeLog, Withdrawn } from '../packs/change-log.ts';
import type { Freshness } from '../packs/freshness.ts';
import type { SyncProgress } from '../packs/sync-state.ts';
import type { Article } from '../text/article.ts';
import type { DayRange } from '../text/partial-date.ts';
import { MAX_LOOKED_UP } from './limits.ts';
import type { NamesAnswer } from './names-answer.ts';
import { kindSchema, ownDraftSchema, ownId, ownName, ownNoteSchema } from './own-shapes.ts';
import type { Settings, SiteRule } from './settings.ts';
import { articleSchema, cardMentionSchema, daySchema, hostSchema, settingsSchema } from './shapes.ts';

/** How a site stands: what the reader chose, and whether it is read under that choice. */
export interface SiteState {
  readonly host: string;
  readonly rule: SiteRule;
  readonly on: boolean;
  /** The day the rule was set, `YYYY-MM-DD`. */
  readonly since?: string;
}

/** What a pack's publisher is to this reader, and when it was and will be asked. Times are ISO 8601. */
export interface PackSource {
  readonly url: string;
  readonly host: string;
  /** The pinned root keys, as people compare them. */
  readonly keys: readonly string[];
  /** The reader has it not asked for. */
  readonly paused: boolean;
  /** When it was last heard. */
  readonly checked?: string;
  readonly next?: string;
  readonly failure?: PackFailure;
  readonly retired?: { readonly reason: string; readonly successor?: string };
}

export interface PackFailure {
  readonly code: string;
  readonly message: string;
  readonly at: string;
  /** Said without being asked for: what is no news for a day, or until the third time, is not. */
  readonly told: boolean;
  /** Bytes, when there is not enough room. */
  readonly needed?: number;
  readonly free?: number;
  /** The host's status, when it answered with an error. */
  readonly status?: number;
}

/** One pack as it stands on this machine. */
export interface PackState {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly revision: number;
  /** The publisher's date of the revision. */
  readonly date: string;
  readonly notes: number;
  readonly checks: number;
  /** Bytes stored. */
  readonly size: number;
  /** `bundled` came with the extension; `synced` was fetched from its publisher. */
  readonly from: 'bundled' | 'synced';
  readonly inUse: boolean;
  /** `null` for a pack of which no publisher's address is known: nobody is asked about it. */
  readonly source: PackSource | null;
  /** `null` where no publisher vouches for its age. */
  readonly freshness: Freshness | null;
  /** A part of it could not be read; the rest is used. */
  readonly damaged: boolean;
}

/** A pack that was added and has not been held yet. */
export interface PendingPack {
  readonly id: string;
  readonly title: string;
  readonly source: PackSource;
}

/**
 * Where notes are held. `memory` works in full and keeps nothing; the popup says so. `lost`: packs were held here once
 * and the browser deleted them; they are being fetched again, and `own` says what became of the reader's own notes.
 */
export type StoreState =
  | { readonly kind: 'indexeddb'; readonly lost?: { readonly own: 'kept' | 'restored' | 'lost' } }
  | { readonly kind: 'memory'; readonly why: string };

/** Everything that is held, as popup and settings show it. */
export interface Holdings {
  readonly packs: readonly PackState[];
  readonly pending: readonly PendingPack[];
  readonly store: StoreState;
  /** Statements that were on a card and are withdrawn, until the reader has read it. */
  readonly withdrawn: readonly Withdrawn[];
}

/** A pack at an address, verified, before anybody trusts it. */
export interface PackOffer {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly publisher: string;
  readonly description?: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly revision: number;
  readonly date: string;
  readonly notes: number;
  readonly checks: number;
  /** Bytes to be fetched. */
  readonly bytes: number;
  /** Root keys: as text, and as people compare them. */
  readonly keys: readonly { readonly key: string; readonly fingerprint: string }[];
  readonly knownBy: 'address' | 'first-use';
  readonly known?: 'added' | 'removed' | 'other-keys';
}

/** Syncs that run or have ended since the background woke, by pack. */
export type SyncStates = Readonly<Record<string, SyncProgress>>;

/** A note as the reader writes it; without an id it is a new one. */
export interface OwnDraft {
  readonly id: string | null;
  readonly kind: EntityKind;
  readonly name: string;
  readonly note: NoteId | null;
  readonly text: string;
}

/** The sources, claims and names of one article, with the notes they refer to. */
export interface ArticleReading {
  readonly frameId: number;
  readonly analysis: Analysis;
  readonly notes: readonly Note[];
  readonly origins: readonly Origin[];
  /** Set when only the first part of a very long page was read, in characters. */
  readonly truncatedAt?: number;
  /** Whether the reader keeps it; absent when articles are not kept, or not from this window. */
  readonly kept?: boolean;
  /** What articles kept earlier say otherwise. */
  readonly readBefore?: readonly ReadElsewhere[];
}

/** A claim that an article kept earlier put otherwise. */
export interface ReadElsewhere {
  /** Index into the article's claims. */
  readonly claim: number;
  readonly part: Part;
  /** What was read there. */
  readonly before: string;
  readonly title: string;
  readonly url: string;
  readonly date: DayRange | null;
}

/** An article the reader keeps, for the list of them. */
export interface KeptState {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date: DayRange | null;
  /** ISO time. */
  readonly keptAt: string;
  readonly claims: readonly { readonly text: string; readonly source: string }[];
}

/** What came of reading a tab. */
export type TabReading = { readonly site: SiteState | null } & Holdings &
  (
    | { readonly state: 'read'; readonly articles: readonly ArticleReading[] }
    | { readonly state: 'no-article'; readonly words: number }
    | { readonly state: 'off' }
    | { readonly state: 'unreadable' }
    | { readonly state: 'failed'; readonly code: string; readonly message: string }
  );

/** A check that is held, shown on its own: nothing of an article was compared with it. */
export interface HeldCheck {
  readonly id: string;
  readonly claim: string;
  readonly finding: FindingKind;
  readonly part: Part | null;
  readonly explain: string;
  readonly citations: readonly Citation[];
}

/** What is held on a text the reader chose: notes on the names in it, and the checks closest to its words. */
export interface LookedUp {
  readonly text: string;
  readonly notes: readonly Note[];
  readonly checks: readonly HeldCheck[];
}

/** The part of a mention a card is made from; the page sends back what it was given. */
export type CardMention = Pick<Mention, 'text' | 'kind' | 'note' | 'candidates' | 'reason' | 'misprint'>;

/** Milliseconds the background spent on an article: opening what is stored (after waking), matching, linking. */
export interface FindTimes {
  readonly open: number;
  readonly match: number;
  readonly link: number;
}

/** Milliseconds from reading an article to its marks, as the page saw them. */
export interface ReadTimes extends FindTimes {
  readonly text: number;
  /** From asking to the answer, the background's own work included. */
  readonly request: number;
  readonly mark: number;
  /** Words of the article. */
  readonly words: number;
}

/** A name the reader said is not the entity it looks like, on one site. */
export interface MutedName {
  readonly host: string;
  readonly text: string;
}

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
  getNoteCard: { params: { note: NoteId }; result: EntityCard };
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
  stepToName: { params: { step: number }; result: null };
  /** How long the last reading took, for diagnostics; `null` before the first. */
  getTimes: { params: Record<never, never>; result: ReadTimes | null };
  /** Settings, packs or the site's rule changed: read them again. */
  refresh: { params: Record<never, never>; result: null };
}

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

const nothing = v.strictObject({});
const packId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,59}$/));
const address = v.pipe(v.string(), v.maxLength(2_000));
const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const siteRule = v.picklist(['articles', 'always', 'never']);
const noteId = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((id) => id as NoteId),
);
const mutedName = v.strictObject({ host: hostSchema, text: v.pipe(v.string(), v.maxLength(300)) });
const tabNumber = v.pipe(v.number(), v.integer());
const pageAddress = v.pipe(v.string(), v.maxLength(2_000));
const anyone: readonly Asker[] = ['page', 'extension'];
const extension: readonly Asker[] = ['extension'];

export const backgroundRows: Rows<BackgroundRequests> = {
  openPage: { params: v.strictObject({ host: hostSchema }), who: anyone },
  findNames: { params: v.strictObject({ article: articleSchema }), who: anyone },
  getCard: { params: v.strictObject({ mention: cardMentionSchema, date: articleSchema.entries.date }), who: anyone },
  loadCard: { params: nothing, who: ['page'] },
  muteName: { params: mutedName, who: anyone },
  getMuted: { params: nothing, who: extension },
  unmuteName: { params: mutedName, who: extension },
  readTab: { params: v.strictObject({ tabId: tabNumber }), who: extension },
  setArticleDate: {
    params: v.strictObject({ tabId: tabNumber, page: pageAddress, day: v.nullable(daySchema) }),
    who: extension,
  },
  setSiteRule: { params: v.strictObject({ host: hostSchema, rule: siteRule }), who: extension },
  getSettings: { params: nothing, who: extension },
  setSettings: { params: v.strictObject({ settings: settingsSchema }), who: extension },
  getPacks: { params: nothing, who: extension },
  lookAtPack: { params: v.strictObject({ address }), who: extension },
  addPack: { params: v.strictObject({ address, keys: v.pipe(v.array(publicKey), v.maxLength(8)) }), who: extension },
  syncNow: { params: v.strictObject({ pack: v.nullable(packId) }), who: extension },
  stopSync: { params: v.strictObject({ pack: v.nullable(packId) }), who: extension },
  getSync: { params: nothing, who: extension },
  setPackOrder: { params: v.strictObject({ packs: v.pipe(v.array(packId), v.maxLength(64)) }), who: extension },
  setPackUse: { params: v.strictObject({ pack: packId, use: v.boolean() }), who: extension },
  setPackPaused: { params: v.strictObject({ pack: packId, paused: v.boolean() }), who: extension },
  removePack: { params: v.strictObject({ pack: packId }), who: extension },
  repairPack: { params: v.strictObject({ pack: packId }), who: extension },
  rebuildStore: { params: nothing, who: extension },
  packsChanged: { params: nothing, who: extension },
  getChanges: { params: v.strictObject({ pack: packId }), who: extension },
  dismissWithdrawn: { params: v.strictObject({ key: v.pipe(v.string(), v.maxLength(600)) }), who: extension },
  dismissLost: { params: nothing, who: extension },
  forgetSeen: { params: nothing, who: extension },
  getOwn: { params: nothing, who: extension },
  saveOwn: { params: v.strictObject({ draft: ownDraftSchema }), who: extension },
  deleteOwn: { params: v.strictObject({ id: ownId }), who: extension },
  importOwn: { params: v.strictObject({ notes: v.pipe(v.array(ownNoteSchema), v.maxLength(1_000)) }), who: extension },
  openOwn: { params: v.strictObject({ kind: kindSchema, name: ownName, note: v.nullable(noteId) }), who: anyone },
  searchNotes: { params: v.strictObject({ query: v.pipe(v.string(), v.maxLength(200)) }), who: extension },
  keepArticle: { params: v.strictObject({ tabId: tabNumber, frameId: tabNumber }), who: extension },
  getKept: { params: nothing, who: extension },
  forgetKept: { params: v.strictObject({ id: v.nullable(pageAddress) }), who: extension },
  lookUp: { params: v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_LOOKED_UP)) }), who: extension },
  getNoteCard: { params: v.strictObject({ note: noteId }), who: extension },
};
