import type { Change, NoteId } from '../notes/note.ts';
import type { PartialDate } from '../text/partial-date.ts';

/** What a comparison can say, in an order that ranks nothing. Never a score, never a verdict of our own on truth. */
export const FINDING_KINDS = [
  'agrees',
  'differs',
  'single-origin',
  'contradicted',
  'corrected',
  'overtaken',
  'unconfirmed',
  'not-held',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** In what a claim and a report differ. */
export const PARTS = ['number', 'place', 'time', 'actor', 'wording', 'role', 'name', 'polarity'] as const;
export type Part = (typeof PARTS)[number];

/** How a report stands to the claim of its check. */
export const STANCES = [
  'supports',
  'repeats',
  'differs',
  'contradicts',
  'denies',
  'corrects',
  'overtakes',
  'silent',
] as const;
export type Stance = (typeof STANCES)[number];

/** What one outlet reported about the same thing. */
export interface Report {
  /** The outlet's note; `name` stands in when no pack has one. */
  readonly outlet?: NoteId;
  readonly name?: string;
  readonly url: string;
  readonly date?: PartialDate;
  /** The author looked, and the page bears no date. */
  readonly undated?: true;
  /** When its text was read; empty when the pack does not say. */
  readonly retrieved: PartialDate;
  readonly stance: Stance;
  /** Id of the origin the report goes back to (`origin/...`, or a note's id); reports of one origin count once. */
  readonly origin?: string;
  /** What it says, in our words. */
  readonly says?: string;
  /** At most 15 words, only where the wording is the evidence. */
  readonly quote?: string;
  readonly lang?: string;
  /** Whose report it quotes, when the original was not seen. */
  readonly citing?: string;
}

/** The interview, official, correspondent or document reports go back to. */
export interface Origin {
  readonly id: string;
  /** "One correspondent", "One unnamed official". */
  readonly name: string;
  /** "Bassel Oudat, Damascus". */
  readonly detail?: string;
  readonly date?: PartialDate;
  /** Whether anyone is named as the origin. */
  readonly named: boolean;
}

/** The parts of the statement the sources hold, given by the author so that nothing has to be guessed from prose. */
export interface CheckParts {
  readonly actor?: string;
  readonly act?: string;
  readonly object?: string;
  readonly place?: string;
  readonly time?: PartialDate;
  readonly number?: string;
  readonly quote?: string;
}

/** A claim compared, by a pack's author, with what other sources say. */
export interface Check {
  readonly id: string;
  /** The claim as articles make it. */
  readonly claim: string;
  /** Other wordings the claim may take. */
  readonly also: readonly string[];
  /** What the sources hold, in a full sentence; an article that says this is not flagged. */
  readonly holds?: string;
  readonly parts?: CheckParts;
  /**
   * Literal words that carry the finding ("eastern", "clear coordination"): when given, the finding applies only to
   * a claim that has one of them, and they are what is set off in the claim.
   */
  readonly words: readonly string[];
  /**
   * Rows of literal words, phrases or note ids: a claim is this check's claim only when each row has an entry in the
   * claim's sentence (for names: or in the text the sentence leans on). Inflections, the room's synonym rows and
   * country families ("Russia", "Moscow") count as the same word.
   */
  readonly needs?: readonly (readonly string[])[];
  /** Literal words or phrases that show another event or the correct version: a claim beside one is left alone. */
  readonly unless?: readonly string[];
  /** Whose words the claim must be, for findings on a quotation or a denial. */
  readonly speaker?: NoteId;
  readonly about: readonly NoteId[];
  /** When the thing happened, or the days the finding is about. */
  readonly when?: PartialDate;
  /** The article dates the finding applies to (both ends inclusive); outside them nothing is said. */
  readonly asOf?: { readonly from?: PartialDate; readonly to?: PartialDate };
  readonly place?: string;
  readonly finding: FindingKind;
  readonly part?: Part;
  /** The sentence a reader is shown. */
  readonly explain: string;
  readonly reports: readonly Report[];
  /** Reasons the author gave for changes, newest last. */
  readonly changes?: readonly Change[];
}
