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
import type { Note, NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import { MAX_LOOKED_UP } from './limits.ts';
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

/** One pack as it stands on this machine. */
export interface PackState {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly revision: number;
  /** The publisher's date of the revision. */
  readonly date: string;
  readonly notes: number;
  readonly checks: number;
  /** `bundled` came with the extension; `synced` was fetched from its publisher. */
  readonly from: 'bundled' | 'synced';
  /** When the publisher was last asked, ISO time. */
  readonly checked?: string;
  readonly failure?: { readonly code: string; readonly message: string };
}

/** Where notes are held. `memory` works in full and keeps nothing; the popup says so. */
export type StoreState = { readonly kind: 'indexeddb' } | { readonly kind: 'memory'; readonly why: string };

/** The sources, claims and names of one article, with the notes they refer to. */
export interface ArticleReading {
  readonly frameId: number;
  readonly analysis: Analysis;
  readonly notes: readonly Note[];
  readonly origins: readonly Origin[];
  /** Set when only the first part of a very long page was read, in characters. */
  readonly truncatedAt?: number;
}

/** What came of reading a tab. */
export type TabReading = {
  readonly site: SiteState | null;
  readonly packs: readonly PackState[];
  readonly store: StoreState;
} & (
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

/** Answered by the background. */
export interface BackgroundRequests {
  /** What the content script needs to know before it reads anything. */
  openPage: { params: { host: string }; result: { site: SiteState; settings: Settings } };
  /** Find and link every mention in the article of the asking frame. */
  findNames: { params: { article: Article }; result: { mentions: Mention[]; ms: FindTimes } };
  /** Everything the hover card shows about one mention, as of the article's date. */
  getCard: { params: { mention: CardMention; date: Article['date'] }; result: EntityCard };
  /** Runs the card's script in the asking frame: only readers who come near a name pay for it. */
  loadCard: { params: Record<never, never>; result: null };
  /** The reader says a mention is not this entity: it is not marked on this site again. */
  muteName: { params: { host: string; text: string }; result: null };
  /** The popup's question: what was read in this tab, and what came of it. */
  readTab: { params: { tabId: number }; result: TabReading };
  /** The reader's day for the article of a page (`Article.id`); `null` takes it away. */
  setArticleDate: { params: { tabId: number; page: string; day: string | null }; result: null };
  setSiteRule: { params: { host: string; rule: SiteRule }; result: SiteState };
  getSettings: { params: Record<never, never>; result: Settings };
  setSettings: { params: { settings: Settings }; result: Settings };
  getPacks: { params: Record<never, never>; result: { packs: PackState[]; store: StoreState } };
  /** Notes with the words of the query in their names or summary, best first, at most 50. */
  searchNotes: { params: { query: string }; result: Note[] };
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
const siteRule = v.picklist(['articles', 'always', 'never']);
const noteId = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((id) => id as NoteId),
);
const tabNumber = v.pipe(v.number(), v.integer());
const pageAddress = v.pipe(v.string(), v.maxLength(2_000));
const anyone: readonly Asker[] = ['page', 'extension'];
const extension: readonly Asker[] = ['extension'];

export const backgroundRows: Rows<BackgroundRequests> = {
  openPage: { params: v.strictObject({ host: hostSchema }), who: anyone },
  findNames: { params: v.strictObject({ article: articleSchema }), who: anyone },
  getCard: { params: v.strictObject({ mention: cardMentionSchema, date: articleSchema.entries.date }), who: anyone },
  loadCard: { params: nothing, who: ['page'] },
  muteName: { params: v.strictObject({ host: hostSchema, text: v.pipe(v.string(), v.maxLength(300)) }), who: anyone },
  readTab: { params: v.strictObject({ tabId: tabNumber }), who: extension },
  setArticleDate: {
    params: v.strictObject({ tabId: tabNumber, page: pageAddress, day: v.nullable(daySchema) }),
    who: extension,
  },
  setSiteRule: { params: v.strictObject({ host: hostSchema, rule: siteRule }), who: extension },
  getSettings: { params: nothing, who: extension },
  setSettings: { params: v.strictObject({ settings: settingsSchema }), who: extension },
  getPacks: { params: nothing, who: extension },
  searchNotes: { params: v.strictObject({ query: v.pipe(v.string(), v.maxLength(200)) }), who: extension },
  lookUp: { params: v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_LOOKED_UP)) }), who: extension },
  getNoteCard: { params: v.strictObject({ note: noteId }), who: extension },
};
