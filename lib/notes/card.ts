/** The shapes of a hover card: what it is made from (`CardInput`), what it shows (`EntityCard`), and their parts. */
import type { Label, Shown } from '../text/messages.ts';
import type { DayRange } from '../text/partial-date.ts';
import type { CardTimeline } from './card-timeline.ts';
import type { Echelon, EntityKind, Note, NoteId } from './note.ts';

/** A named signal for or against, as linking gives it; its sentence is the message `evidence_<signal>`. */
export interface CardEvidence {
  readonly signal: string;
  readonly args: readonly string[];
  readonly weight: number;
}

/** The part of a mention the card is made from. */
export interface CardSubject {
  /** As printed on the page. */
  readonly text: string;
  readonly kind: EntityKind;
  /** The bearer picked; `null` with candidates: undecided; `null` without: no note yet. */
  readonly note: NoteId | null;
  readonly candidates: readonly { readonly note: NoteId; readonly evidence: readonly CardEvidence[] }[];
  readonly reason: readonly CardEvidence[];
  readonly misprint?: { readonly of: string; readonly explain?: string };
}

/** Where a note comes from. */
export interface PackRef {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  /** The publisher's date of the revision, `YYYY-MM-DD`. */
  readonly date: string;
  /** Where its publisher wants corrections sent, as the pack says it. */
  readonly contact?: string;
}

/** What a pack says of a subject. */
export interface PackNote {
  readonly note: Note;
  readonly pack: PackRef;
}

/** What a card is made from. */
export interface CardInput {
  readonly mention: CardSubject;
  /** The notes of the mention's candidates and, where held, those their facts refer to (for echelons and names). */
  readonly notes: ReadonlyMap<NoteId, Note>;
  /** The article's date; `null` when none was found. */
  readonly date: DayRange | null;
  /** The pack of each note. */
  readonly packs: ReadonlyMap<NoteId, PackRef>;
  /** What further packs say of a subject, in the reader's order. */
  readonly others?: ReadonlyMap<NoteId, readonly PackNote[]>;
  /** What the reader wrote of the mention's note or name. */
  readonly own?: CardOwn;
  /** Number of packs in use, for "no note yet in your two packs". */
  readonly packCount: number;
  /** BCP 47 language of the surface, for dates. */
  readonly locale: string;
}

/** A source as it is shown under a statement: always the same form. */
export interface CardProvenance {
  /** The publisher, with the title where one publisher is cited twice, with whom it cites. */
  readonly source: Shown;
  readonly url: string;
  /** Its date, or the word for undated. */
  readonly date: Shown;
  /** When its text was read; `null` when the pack does not say. */
  readonly seen: Label | null;
  /** The pack, when the card draws on more than one. */
  readonly pack?: Label;
  /** At most 15 words of the source, where the wording is the evidence. */
  readonly quote?: string;
}

/** A name in its own script, isolated and with its language where it is shown. */
export interface CardName {
  readonly text: string;
  readonly lang?: string;
  /** When the name was in use. */
  readonly dates?: Shown;
}

/** An official’s post, or what an outlet or unit is. */
export interface CardRole {
  readonly text: Shown;
  readonly dates: Shown | null;
}

/** The reader's own words: shown first, and with where they are kept. */
export interface CardOwn {
  /** Of the own note, for changing it. */
  readonly id: string;
  readonly text: string;
  /** The day it was written, shown. */
  readonly date: Shown;
}

/** A fact as the card says it, with where it stands in time and who says so. */
export interface CardStatement {
  readonly text: Shown;
  /** From-to, when the sentence itself is only a field and its value. */
  readonly dates: Shown | null;
  /** Where the fact stands in time to the article; `now` also when no dates are known. */
  readonly when: 'now' | 'before' | 'after';
  /** "after this article", said whenever it matters. */
  readonly relation: Label | null;
  readonly disputed: boolean;
  readonly provenance: readonly CardProvenance[];
}

/** One bearer of a name that several may be meant by. */
export interface CardCandidate {
  readonly note: NoteId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly forms: readonly CardName[];
  readonly role: CardRole | null;
  readonly for: readonly Label[];
  readonly against: readonly Label[];
  /** Why its note may not be of the article's time. */
  readonly relation: Label | null;
  readonly provenance: readonly CardProvenance[];
}

/** The box for a misprinted or garbled form. */
export interface CardMisprint {
  readonly printed: string;
  readonly of: string;
  readonly explain: string | null;
  readonly provenance: readonly CardProvenance[];
}

/** A unit in the tree of those it is under and those under it. */
export interface CardUnit {
  readonly name: Shown;
  readonly detail: Shown | null;
  readonly echelon: Echelon | null;
  readonly self: boolean;
  /** Attached or reported, not part by structure. */
  readonly loose: boolean;
  readonly under: readonly CardUnit[];
}

/** Where an error in the note is told, and in which pack it would be put right. */
export interface CardCorrection {
  readonly pack: string;
  /** `mailto:` or `https:`. */
  readonly url: string;
}

/** One entity at a glance. Plain data: it travels from the background to the page. */
export interface EntityCard {
  readonly state: 'note' | 'undecided' | 'no-note';
  readonly kind: EntityKind;
  readonly note: NoteId | null;
  /** "Official · Syrian army". */
  readonly heading: Label;
  readonly name: string;
  readonly forms: readonly CardName[];
  /** The surface form, when it is not simply a part of the name. */
  readonly printed: string | null;
  /** "Two groups bear this name. The article does not say which." / "No note yet in your two packs." */
  readonly lead: Label | null;
  readonly role: CardRole | null;
  /** "As of this article, 8 Feb 2019: in post"; or that no date was found. `null` when there is nothing dated to say. */
  readonly asOf: Label | null;
  readonly timeline: CardTimeline | null;
  readonly tree: CardUnit | null;
  readonly misprint: CardMisprint | null;
  readonly own?: CardOwn;
  /** As of the article's date first, then earlier, then what came after it. */
  readonly statements: readonly CardStatement[];
  readonly notToConfuse: readonly string[];
  /** Filled when undecided. */
  readonly candidates: readonly CardCandidate[];
  /** "Why this mark?", one sentence each. */
  readonly why: readonly Label[];
  /** "Pack: Syria 2018–19, revision 41, 12 Nov 2026". */
  readonly packs: Label | null;
  /** For the packs that say where; the first is the one the card is of. */
  readonly corrections?: readonly CardCorrection[];
}
