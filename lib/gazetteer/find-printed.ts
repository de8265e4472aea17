/** The names of an article: spans, and for each the notes that bear the name. */
import type { NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { Gazetteer } from './gazetteer.ts';
import { bearerOf } from './pool.ts';
import { scan } from './scan.ts';

/** A note that has the name, and by which of its forms. */
export interface HitCandidate {
  readonly note: NoteId;
  /** Position in the note's aliases; -1 for its name. */
  readonly alias: number;
  /** How the form follows from that name: a value of `DERIVED`, 0 when the pack gives it. */
  readonly derived: number;
}

/** A name on the page, before anything is known about which bearer is meant. */
export interface Hit extends Span {
  readonly text: string;
  readonly candidates: readonly HitCandidate[];
  /** Set when the page prints another form than the name it was found by: the name that was meant. */
  readonly misprintOf?: string;
}

/** Blocks in which names are looked for: all but boilerplate. */
export const searchedBlocks = (article: Article): Span[] => article.blocks.filter(({ role }) => role !== 'boilerplate');

/** Reads the note, alias and derivation of a record. */
export function candidateAt(gazetteer: Gazetteer, record: number): HitCandidate {
  const { note, alias, derived } = bearerOf(gazetteer.sections.bytes, record);
  return { note: gazetteer.noteId(note), alias, derived };
}

/** The names of an article as their aliases are printed, in text order: whole words, longest first, no overlaps. */
export function findPrinted(article: Article, gazetteer: Gazetteer): Hit[] {
  const { rows, count } = scan(article.text, searchedBlocks(article), gazetteer);
  const hits: Hit[] = [];
  for (let row = 0; row < count; ) {
    const start = rows[3 * row]!;
    const end = rows[3 * row + 1]!;
    const candidates = new Map<NoteId, HitCandidate>();
    for (; row < count && rows[3 * row] === start && rows[3 * row + 1] === end; row++) {
      const candidate = candidateAt(gazetteer, rows[3 * row + 2]!);
      const known = candidates.get(candidate.note);
      // A form the pack gives counts before one that follows by rule.
      if (!known || candidate.derived < known.derived) candidates.set(candidate.note, candidate);
    }
    hits.push({ start, end, text: article.text.slice(start, end), candidates: [...candidates.values()] });
  }
  return hits;
}
