/** What was read and what came of it, as the background tells it: a tab's articles, what was kept, what was looked up. */
import type { Analysis } from '../checks/analyze.ts';
import type { FindingKind, Origin, Part } from '../checks/check.ts';
import type { Citation } from '../checks/finding.ts';
import type { Mention } from '../gazetteer/mention.ts';
import type { Note } from '../notes/note.ts';
import type { DayRange } from '../text/partial-date.ts';
import type { Holdings } from './holdings.ts';
import type { SiteState } from './settings.ts';

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
