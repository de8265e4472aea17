/**
 * What the hover card shows of one mention, decided here and tested without a DOM: who, post, side, from-to; what was
 * so at the article's date; then statements with their sources. The page and the popup only draw it.
 *
 * Dates arrive here as partial dates and leave as text; sentences of ours leave as labels, so the card can be put into
 * any language by the surface that draws it. Nothing here knows today's date.
 */
import { counted, type Label, label, type Shown, spelled } from '../text/messages.ts';
import type { DayRange } from '../text/partial-date.ts';
import { showDays } from '../text/show-date.ts';
import { candidateOf, evidenceOf } from './card-candidate.ts';
import { nameFormsOf, printedOf } from './card-names.ts';
import { differenceOf, type PackNote, statementsOfPacks } from './card-packs.ts';
import { misprintOf, packLine } from './card-provenance.ts';
import { asOfLine, roleOf } from './card-role.ts';
import { statementsOf } from './card-statements.ts';
import { type CardTimeline, timelineOf } from './card-timeline.ts';
import { type CardUnit, treeOf } from './card-tree.ts';
import type { EntityKind, Note, NoteId } from './note.ts';

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
}

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
}

const kindLabel = (kind: EntityKind): Label => label(`kind_${kind}`);

function headingOf(note: Note): Label {
  const side = note.side ?? note.country;
  return side === undefined ? kindLabel(note.kind) : label('card_heading', kindLabel(note.kind), side);
}

const EMPTY = {
  forms: [],
  printed: null,
  lead: null,
  role: null,
  asOf: null,
  timeline: null,
  tree: null,
  misprint: null,
  statements: [],
  notToConfuse: [],
  candidates: [],
  packs: null,
} as const;

/** The card of one note, as of a date, with what the mention says of its printed form. */
function noteCard(note: Note, { mention, notes, date, packs, others, own, locale }: CardInput): EntityCard {
  const pack = packs.get(note.id);
  const all = pack ? [{ note, pack }, ...(others?.get(note.id) ?? [])] : [];
  const showing = { locale };
  const differ = differenceOf(all, date);
  const tree = treeOf(note, notes, date);
  return {
    ...EMPTY,
    state: 'note',
    kind: note.kind,
    note: note.id,
    heading: headingOf(note),
    name: note.name,
    forms: nameFormsOf(note, locale, mention.text),
    printed: mention.misprint ? null : printedOf(mention.text, note),
    role: roleOf(note, date, locale),
    asOf: differ && date ? label('asof', showDays(date, locale), differ) : asOfLine(note, date, locale),
    timeline: tree ? null : timelineOf(note, date, locale),
    tree,
    misprint: misprintOf(mention, note, showing),
    ...(own && { own }),
    statements: all.length > 0 ? statementsOfPacks(all, date, locale) : statementsOf(note, date, showing),
    notToConfuse: note.notToConfuse.map((other) => other.name),
    why: mention.reason.map(evidenceOf),
    packs: packLine(
      all.map((one) => one.pack),
      locale,
    ),
  };
}

function undecidedCard(input: CardInput): EntityCard {
  const { mention, packs, locale } = input;
  const drawn = new Map(mention.candidates.flatMap(({ note }) => packs.get(note) ?? []).map((pack) => [pack.id, pack]));
  const candidates = mention.candidates.flatMap((candidate) => candidateOf(candidate, input, drawn.size > 1));
  return {
    ...EMPTY,
    state: 'undecided',
    kind: mention.kind,
    note: null,
    heading: label('card_undecided', kindLabel(mention.kind)),
    name: mention.text,
    lead: counted(`card_bearers_${mention.kind}`, candidates.length, spelled(candidates.length)),
    asOf: input.date ? null : label('asof_no_date'),
    candidates,
    why: mention.reason.map(evidenceOf),
    packs: packLine([...drawn.values()], locale),
  };
}

/** The hover card of a mention. A note that is no longer held is told as "no note". */
export function toEntityCard(input: CardInput): EntityCard {
  const { mention, notes, packCount } = input;
  const note = mention.note === null ? undefined : notes.get(mention.note);
  if (note) return noteCard(note, input);
  if (mention.note === null && mention.candidates.some((candidate) => notes.has(candidate.note))) {
    return undecidedCard(input);
  }
  return {
    ...EMPTY,
    state: 'no-note',
    kind: mention.kind,
    note: null,
    heading: label('card_by_wording', kindLabel(mention.kind)),
    name: mention.text,
    ...(input.own && { own: input.own }),
    lead: counted('card_no_note', packCount, spelled(packCount)),
    why: mention.reason.map(evidenceOf),
    packs: label('card_nothing_online'),
  };
}
