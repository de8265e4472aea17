import type { DayRange } from './partial-date.ts';
import type { Span } from './span.ts';

/** Roles of the blocks in which the article says something: attributions and claims are looked for in these alone. */
const SAYING = ['headline', 'subheadline', 'heading', 'paragraph', 'item', 'quote', 'caption'] as const;

/**
 * What a block of the article is. `boilerplate` (comment forms, related links) stays in the text so that
 * offsets hold, but no name, attribution or claim is looked for in it.
 */
export const BLOCK_ROLES = [...SAYING, 'byline', 'boilerplate'] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

export const SAYING_ROLES: ReadonlySet<BlockRole> = new Set(SAYING);

/** A block of the text, without its surrounding white space. Blocks are in order and do not overlap. */
export interface Block extends Span {
  readonly role: BlockRole;
}

/** Where an article's date was found; `reader` and `argument` were given by a person. */
export const DATE_BASES = ['json-ld', 'meta', 'time', 'url', 'text', 'reader', 'argument'] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** The day, or the range of days, an article was published. */
export interface ArticleDate extends DayRange {
  readonly basis: DateBasis;
}

/** One article as the engine sees it: a text, its blocks, and what the page says of itself. */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly date: ArticleDate | null;
  readonly title?: string;
  readonly url?: string;
  readonly lang?: string;
}
