import type { NoteId } from '../notes/note.ts';
import type { Span } from '../text/span.ts';

/** `author`: the article itself; `vague`: a source nobody could ask ("multiple reports", "officials"). */
export type SourceKind = 'outlet' | 'official' | 'unit' | 'vague' | 'author' | 'other';

/**
 * How the source stands to the content when it does not assert it: `denies`, `doubts` (questions, wonders), `withholds`
 * ("did not say whether", "declined to"). What is denied or doubted must not be shown as the source's statement.
 */
export type Reserve = 'denies' | 'doubts' | 'withholds';

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
  /**
   * Index of the attribution by which this one's source names its own source ("X, citing Y, reported"): that one has the
   * same source, the cue "citing", and Y in `inner`.
   */
  readonly citing?: number;
  /** Whom the source passes on, when the cue is one of citing or quoting: "Y" of "X, citing Y" and "X quoted Y as saying". */
  readonly inner?: Inner;
  /** Absent: the source asserts the content. */
  readonly reserve?: Reserve;
  /** The cue names a stance or wish, not words ("opposes", "seeks"): that the source holds it is what the article asserts. */
  readonly attitude?: true;
  /** The content is a noun phrase for what is said to have happened ("reports point to clashes"): a statement without a verb. */
  readonly happening?: true;
  /** The earlier words a pronoun or description stands for ("he", "the minister"), when the text allows to tell. */
  readonly antecedent?: Span;
}

/** A source behind the source. */
export interface Inner {
  readonly span: Span;
  readonly kind: SourceKind;
  readonly notes: readonly NoteId[];
}
