import type { NoteId } from '../notes/note.ts';
import type { PartialDate } from '../text/partial-date.ts';
import type { Span } from '../text/span.ts';
import type { FindingKind, Part, Stance } from './check.ts';

/** A page cited for a finding, ready to be shown. */
export interface Citation {
  readonly outlet?: NoteId;
  /** Name of the publisher as shown. */
  readonly publisher: string;
  readonly title?: string;
  readonly url: string;
  readonly date?: PartialDate;
  readonly retrieved: PartialDate;
  readonly stance?: Stance;
  readonly origin?: string;
  readonly says?: string;
  readonly citing?: string;
}

/**
 * Why a finding was made: a sentence a pack's author wrote, or a message of ours (`finding_<key>` in `_locales`) with
 * its placeholders in order.
 */
export type Explanation = { readonly text: string } | { readonly key: string; readonly args: readonly string[] };

/** Findings from here on are shown at once; the surer half of the rest, from .5 on, behind "more". */
export const SHOWN_AT_ONCE = 0.8;

/** A claim compared with what is held. */
export interface Finding {
  /** Index into the article's claims. */
  readonly claim: number;
  readonly finding: FindingKind;
  readonly part: Part | null;
  /** The held check it rests on; `null` when derived from notes and text alone. */
  readonly check: string | null;
  /** 0 to 1; orders and gates what is shown and is never shown itself. */
  readonly confidence: number;
  readonly explain: Explanation;
  readonly citations: readonly Citation[];
  /** The words of the article in question. */
  readonly words: readonly Span[];
}

/** Outlets of the article that go back to one origin. */
export interface OriginGroup {
  readonly outlets: readonly NoteId[];
  /** An origin's id, or the id of the outlet that is its own origin. */
  readonly origin: string;
  /** Indices of the claims that rest on it. */
  readonly claims: readonly number[];
}

/** What a source's note states of its tie to someone the source speaks about here: owner, backer, party, side. */
export interface Stake {
  readonly source: NoteId;
  readonly about: NoteId;
  /** Index of the first claim in which the one speaks of the other. */
  readonly claim: number;
  /** The field of the note (`owner`, `backer`, `stake`, ...) and its sentence. */
  readonly what: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}
