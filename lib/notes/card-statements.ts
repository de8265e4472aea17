import { type Label, label, type Shown } from '../text/messages.ts';
import { type DayRange, dayNumber } from '../text/partial-date.ts';
import { relationTo } from '../text/show-date.ts';
import { wordTable } from '../text/word-table.ts';
import type { CardStatement } from './card.ts';
import { provenanceOf, type Showing } from './card-provenance.ts';
import { datesOf } from './card-role.ts';
import type { Fact, Note } from './note.ts';
import { daysIn, isEvent, standingOf } from './standing.ts';

/**
 * What a reader needs first, the same for every side: who holds it and whose side it is on, what was alleged and
 * answered, then what it is made of, then its history. Fields that are not listed stand in the middle.
 */
const RANKS: Readonly<Record<string, number>> = wordTable({
  role: 0,
  owner: 0,
  control: 0,
  commander: 0,
  leader: 0,
  stake: 1,
  backer: 1,
  funding: 1,
  alignment: 2,
  designation: 2,
  sanction: 2,
  statement: 2,
  allegation: 3,
  reply: 3,
  restriction: 3,
  correction: 3,
  relation: 4,
  party: 4,
  editor: 4,
  parent: 5,
  subunit: 6,
  record: 6,
  rank: 7,
  founded: 8,
  renamed: 8,
  based: 8,
  language: 9,
});
const MIDDLE = 5;

/** Fields with a message of their own (`fact_<what>`); others are shown by their name. */
const SAID = new Set(
  (
    'is founded ended renamed based relation stake sanction legal allegation reply record owner control funding editor ' +
    'alignment carries language restriction correction role rank party statement death parent subunit commander leader ' +
    'backer strength composition area war predecessor successor designation mandate'
  ).split(' '),
);

/** Events this close to the article are read first and say so, in days. */
const NEAR = 60;

/** "Commander: Maher al-Assad", for a fact without a sentence. */
const fieldOf = ({ what, value }: Fact): Label =>
  SAID.has(what) ? label(`fact_${what}`, value) : label('fact_other', what, value);

const sentence = (fact: Fact): Shown => fact.text ?? fieldOf(fact);

/** A sentence says when for itself; so does a value with the year in it. */
const saysWhen = ({ text, value, from }: Fact): boolean =>
  text !== undefined || (from !== undefined && value.includes(from.slice(0, 4)));

/** Days between an event and the article; 0 within its days, `null` for what is not dated to the day or month. */
function distance(fact: Fact, article: DayRange): number | null {
  const days = daysIn(fact.from);
  if (!days || fact.from!.length === 4) return null;
  if (days.from > article.to) return dayNumber(days.from) - dayNumber(article.to);
  return Math.max(0, dayNumber(article.from) - dayNumber(days.to));
}

interface Ranked {
  readonly fact: Fact;
  readonly note: Note;
  readonly showing: Showing;
  readonly when: CardStatement['when'];
  readonly near: boolean;
  readonly rank: number;
  /** Orders what is over (latest first) and what came later (earliest first). */
  readonly day: string;
}

function ranked(fact: Fact, { note, showing }: Said, article: DayRange | null): Ranked {
  const rank = RANKS[fact.what] ?? MIDDLE;
  const said = { fact, note, showing };
  if (!article) return { ...said, when: 'now', near: false, rank, day: '' };
  const standing = standingOf(fact, note, article);
  const gap = isEvent(fact) ? distance(fact, article) : null;
  const near = gap !== null && gap <= NEAR;
  if (standing === 'after') return { ...said, when: 'after', near, rank, day: daysIn(fact.from)!.from };
  if (standing === 'before' && !isEvent(fact)) {
    return { ...said, when: 'before', near, rank, day: daysIn(fact.to)!.to };
  }
  return { ...said, when: 'now', near, rank: near ? -1 : rank, day: '' };
}

const WHEN = ['now', 'before', 'after'] as const;

function order(a: Ranked, b: Ranked): number {
  const when = WHEN.indexOf(a.when) - WHEN.indexOf(b.when);
  if (when !== 0) return when;
  if (a.when === 'before') return b.day.localeCompare(a.day);
  if (a.when === 'after') return a.day.localeCompare(b.day);
  return a.rank - b.rank;
}

/** A note, and how what it says is shown: with the pack's name, when there are several. */
export interface Said {
  readonly note: Note;
  readonly showing: Showing;
}

/**
 * The facts of a note, or of several packs' notes of one subject, as of the article's date: what was so then, what was
 * over, and what came after, told as that. Packs come in the reader's order among statements of one standing.
 */
export function statementsOfAll(said: readonly Said[], article: DayRange | null): CardStatement[] {
  return said
    .flatMap((one) => one.note.facts.map((fact) => ranked(fact, one, article)))
    .sort(order)
    .map(({ fact, note, showing, when, near }) => ({
      text: sentence(fact),
      dates: saysWhen(fact) ? null : datesOf(fact, showing.locale),
      when,
      relation: article && (when === 'after' || near) && fact.from ? relationTo(article, fact.from) : null,
      disputed: fact.status === 'disputed',
      provenance: provenanceOf(fact.sources, note, showing),
    }));
}

/** The statements of one note. */
export const statementsOf = (note: Note, article: DayRange | null, showing: Showing): CardStatement[] =>
  statementsOfAll([{ note, showing }], article);
