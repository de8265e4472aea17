import type { PartialDate } from '../text/partial-date.ts';

/** The three kinds of entity; see the README for what each takes in. */
export type EntityKind = 'outlet' | 'official' | 'unit';
export const ENTITY_KINDS: readonly EntityKind[] = ['outlet', 'official', 'unit'];

declare const noteId: unique symbol;
/** `kind/slug`, unique in its pack: `unit/syria-4th-division`. */
export type NoteId = string & { readonly [noteId]: true };

/** Whether a text has the form of a note’s id: `kind/slug`. */
export const isNoteId = (value: string): value is NoteId =>
  /^(?:outlet|official|unit)\/[a-z0-9][a-z0-9._-]*$/.test(value);

/** The kind is the first part of the id. */
export const kindOf = (id: NoteId): EntityKind => id.slice(0, id.indexOf('/')) as EntityKind;

/** A name the pack gives an entity. Only literal text and a closed set of flags: packs hold no logic. */
export interface Alias {
  readonly text: string;
  /** BCP 47, when it is not a form used in English text. */
  readonly lang?: string;
  /**
   * What must stand in the article before the alias counts: `context`, one of the note's context words;
   * `introduction`, a full name of the same note earlier in the article (surnames, short forms).
   */
  readonly needs?: 'context' | 'introduction';
  /** The alias may be matched where the page prints it in lower case. */
  readonly lower?: true;
  /** A known misprint or garbled form: found, linked, and named as one. */
  readonly misprint?: true;
  /** Why the form is listed, shown with it; mostly for misprints. */
  readonly explain?: string;
  /** Source keys for `explain`. */
  readonly sources?: readonly string[];
  /** The days the name was in use, when it has not always been. */
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** `disputed`: the sources disagree, and the statement says so. */
export type FactStatus = 'reported' | 'disputed';

/**
 * One dated, sourced statement. `what` names the field (`role`, `commander`, `parent`, `owner`, `founded`, ...),
 * `value` is the short form for the card's first lines and drawings, `text` the sentence a reader is shown.
 */
export interface Fact {
  readonly what: string;
  readonly value: string;
  readonly text?: string;
  /** The note `value` names, when there is one. */
  readonly ref?: NoteId;
  readonly from?: PartialDate;
  /** Open when the fact still held at `asOf`, or when its end is not known. */
  readonly to?: PartialDate;
  /** When the source said so, for facts without an end. */
  readonly asOf?: PartialDate;
  readonly status: FactStatus;
  /** Keys into the note's `sources`. */
  readonly sources: readonly string[];
}

/** A page a reader can open. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  /** https only. */
  readonly url: string;
  /** When the page was published; absent means undated. */
  readonly date?: PartialDate;
  /** The author looked, and the page bears no date. */
  readonly undated?: true;
  /** When its text was read; empty when the pack does not say. */
  readonly retrieved: PartialDate;
  /** Whose page it quotes or repeats, when the original was not seen. */
  readonly citing?: string;
  readonly lang?: string;
  /** At most 15 words, only where the wording is the evidence. */
  readonly quote?: string;
}

/** Why a record was changed, told with the change in the pack's change log. */
export interface Change {
  readonly date: PartialDate;
  readonly reason: string;
}

/** Size of a formation, for the hierarchy drawing. */
export type Echelon = 'army' | 'corps' | 'division' | 'brigade' | 'regiment' | 'battalion';

/** What one pack says of one entity. */
export interface Note {
  readonly id: NoteId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** Literal words of an article that speak for this bearer of a shared name. */
  readonly context: readonly string[];
  /** What it is, in one short sentence, undated: "Daily newspaper in Cairo, majority-owned by the state." */
  readonly summary: string;
  /** Country or territory, as a reader knows it: "Syria", "Kurdistan Region of Iraq". */
  readonly country?: string;
  /** Army, state, party or movement it belongs to, for the card's first line: "Syrian army". */
  readonly side?: string;
  /** Its form in two or three words: "news agency", "armoured division", "head of government". */
  readonly form?: string;
  readonly echelon?: Echelon;
  readonly facts: readonly Fact[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly notToConfuse: readonly { readonly name: string; readonly note?: NoteId }[];
  /** Reasons the author gave for changes, newest last. */
  readonly changes?: readonly Change[];
}
