/**
 * What the hover card shows of one mention, decided here and tested without a DOM: who, post, side, from-to; what was
 * so at the article's date; then statements with their sources. The page and the popup only draw it.
 *
 * Dates arrive here as partial dates and leave as text; sentences of ours leave as labels, so the card can be put into
 * any language by the surface that draws it. Nothing here knows today's date.
 */
import { counted, type Label, label, spelled } from '../text/messages.ts';
import { showDays } from '../text/show-date.ts';
import type { CardInput, EntityCard } from './card.ts';
import { candidateOf, evidenceOf } from './card-candidate.ts';
import { nameFormsOf, printedOf } from './card-names.ts';
import { differenceOf, statementsOfPacks } from './card-packs.ts';
import { misprintOf, packLine } from './card-provenance.ts';
import { asOfLine, roleOf } from './card-role.ts';
import { statementsOf } from './card-statements.ts';
import { timelineOf } from './card-timeline.ts';
import { treeOf } from './card-tree.ts';
import { correctionsOf } from './correction.ts';
import type { EntityKind, Note } from './note.ts';

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
  const drawnOn = all.map((one) => one.pack);
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
    packs: packLine(drawnOn, locale),
    corrections: correctionsOf(drawnOn, note.id),
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
