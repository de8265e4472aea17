import type { DayRange } from './partial-date.ts';
import type { Span } from './span.ts';

/**
 * What a block of the article is. `boilerplate` (comment forms, related links) stays in the text so that
 * offsets hold, but no name, attribution or claim is looked for in it.
 */
export type BlockRole =
  | 'headline'
  | 'subheadline'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'caption'
  | 'byline'
  | 'boilerplate';

/** A block of the text, without its surrounding white space. Blocks are in order and do not overlap. */
export interface Block extends Span {
  readonly role: BlockRole;
}

/** Where an article's date was found; `reader` and `argument` were given by a person. */
export type DateBasis = 'json-ld' | 'meta' | 'time' | 'url' | 'text' | 'reader' | 'argument';

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
