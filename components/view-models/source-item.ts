import type { CardProvenance } from '../../lib/notes/card.ts';
import type { EntityKind, NoteId } from '../../lib/notes/note.ts';
import type { Shown } from '../../lib/text/messages.ts';
import type { Span } from '../../lib/text/span.ts';

/** Where a source of the article stands in the list; `vague` is a source nobody could ask. */
export type SourceGroupKind = EntityKind | 'other' | 'vague';

/** One source of the article, with the three fields every source has. */
export interface SourceItem {
  readonly key: string;
  readonly group: SourceGroupKind;
  readonly name: string;
  /** As the article names it, when that is not the name of the note. */
  readonly printed: string | null;
  readonly note: NoteId | null;
  /** What it is, from its note; `null` without one. */
  readonly is: readonly Shown[];
  /** What it is in this article: whose report it passes on, or the words it is cited with. */
  readonly here: Shown | null;
  /** What it has at stake, from its note. */
  readonly stake: Shown | null;
  readonly provenance: readonly CardProvenance[];
  /** Indices of the claims that rest on it. */
  readonly claims: readonly number[];
  /** Indices of the claims that say of it that it spoke ("Officials had harsh words for ..."), laid to nobody. */
  readonly around: readonly number[];
  /** Where it is named first. */
  readonly span: Span;
  /** The words it is cited with: "said", "a report by". */
  readonly cue: string;
}
