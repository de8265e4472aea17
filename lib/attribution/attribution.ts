import type { NoteId } from '../notes/note.ts';
import type { Span } from '../text/span.ts';

/** `author`: the article itself; `vague`: a source nobody could ask ("multiple reports", "officials"). */
export type SourceKind = 'outlet' | 'official' | 'unit' | 'vague' | 'author' | 'other';

/** Who said, by which words, what (PARC 3.0, Pareti 2016; PolNeAR). Spans are in text order. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly sourceKind: SourceKind;
  /** The notes of the source, in the order named; empty when no pack has one. */
  readonly sourceNotes: readonly NoteId[];
  /** 0 to 1; orders and gates what is shown and is never shown itself. */
  readonly confidence: number;
  /** Index of the attribution this one passes on ("X, citing Y"), if the text says so. */
  readonly citing?: number;
}
