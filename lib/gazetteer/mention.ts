import type { EntityKind, NoteId } from '../notes/note.ts';
import type { Span } from '../text/span.ts';

/** One bearer of a surface form, with what speaks for it. */
export interface Candidate {
  readonly note: NoteId;
  /** 0 to 1; orders candidates and is never shown. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/**
 * A named signal for or against a candidate. `signal` is the key of a sentence in `_locales` (`evidence_<signal>`),
 * `args` its placeholders in order.
 */
export interface Evidence {
  readonly signal: string;
  readonly args: readonly string[];
  /** Added to the candidate's log-odds; negative speaks against it. */
  readonly weight: number;
}

/**
 * A span of the article that names an outlet, official or unit.
 * `note` is the bearer picked; `null` with candidates means undecided, `null` without means no note yet.
 */
export interface Mention extends Span {
  readonly text: string;
  readonly kind: EntityKind;
  readonly note: NoteId | null;
  readonly candidates: readonly Candidate[];
  /** What decided, in the order it counted; for an undecided mention, what was looked at. */
  readonly reason: readonly Evidence[];
  /** Set when the page prints a misprinted or garbled form of the name. */
  readonly misprint?: { readonly of: string; readonly explain?: string };
}
