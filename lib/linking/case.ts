/** One name on the page and one note that may bear it, with all that is known of both. */
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import type { Alias, NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import type { ArticleWords } from './article-words.ts';
import type { Frame } from './frame.ts';
import type { NoteView } from './note-view.ts';

/** What a row may look at. */
export interface Case {
  readonly article: Article;
  readonly words: ArticleWords;
  readonly hit: Hit;
  readonly candidate: HitCandidate;
  /** The name it was found by, and the alias that gives it; no alias for the note's own name. */
  readonly name: string;
  readonly alias: Alias | null;
  readonly view: NoteView;
  readonly frame: Frame;
  readonly titled: boolean;
  /** What makes the same name a place's somewhere in the article. */
  readonly place: string | null;
  readonly rivals: number;
  /** Context words of the note that the article has, with their distance in words, nearest first. */
  readonly context: readonly { readonly word: string; readonly distance: number }[];
  /** How often the article names each country. */
  readonly countries: () => ReadonlyMap<string, number>;
  /** Notes linked elsewhere in the article, with their names. */
  readonly linked: ReadonlyMap<NoteId, string>;
}
