/** The second and third line of a card: post or form, from-to, and what was so at the article's date. */
import { type Label, label, type Shown } from '../text/messages.ts';
import type { DayRange } from '../text/partial-date.ts';
import { showDate, showDays, showPeriod } from '../text/show-date.ts';
import type { CardRole } from './card.ts';
import type { Fact, Note } from './note.ts';
import { daysIn, factsAsOf, isEvent, lastWord, standingOf } from './standing.ts';

const capital = (text: string, locale: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** A sentence used as a line of its own loses its full stop. */
const line = (text: string, locale: string): string => capital(text.replace(/\.$/, ''), locale);

/** When a fact was so: from-to for what lasts, the day for what happened. */
export const datesOf = (fact: Fact, locale: string): Shown | null =>
  isEvent(fact) && fact.from !== undefined ? showDate(fact.from, locale) : showPeriod(fact.from, fact.to, locale);

/** Longest value of a founding that is shown as it is: "1875 or 1876". */
const SHORT_VALUE = 16;

function lifeOf(note: Note, locale: string): Shown | null {
  const founded = note.facts.find((fact) => fact.what === 'founded');
  const ended = note.facts.find((fact) => fact.what === 'ended');
  if (founded?.from !== undefined || ended?.from !== undefined) return showPeriod(founded?.from, ended?.from, locale);
  return founded && founded.value.length <= SHORT_VALUE ? label('date_since', founded.value) : null;
}

/** An official's post at the article's date, or the nearest; for outlets and units what they are. */
export function roleOf(note: Note, article: DayRange | null, locale: string): CardRole | null {
  const role = note.kind === 'official' ? factsAsOf(note, ['role'], article)[0] : undefined;
  if (role) return { text: capital(role.value, locale), dates: datesOf(role, locale) };
  const text = note.summary || note.form;
  return text ? { text: line(text, locale), dates: lifeOf(note, locale) } : null;
}

function officialState(note: Note, article: DayRange, locale: string): Label | null {
  const death = note.facts.find((fact) => fact.what === 'death');
  const died = daysIn(death?.from);
  if (died && died.to < article.from) return label('asof_died', showDate(death!.from!, locale));
  const role = factsAsOf(note, ['role'], article)[0];
  if (!role) return null;
  switch (standingOf(role, note, article)) {
    case 'holds':
      return label('asof_in_post');
    case 'assumed': {
      const last = lastWord(role, note);
      return last === null ? label('asof_in_post_assumed') : label('asof_in_post_last', showDate(last, locale));
    }
    case 'unsure':
      return label('asof_post_unsure');
    case 'before':
      return label('asof_post_over');
    case 'after':
      return label('asof_post_not_yet');
    case 'undated':
      return null;
  }
}

/** Facts whose holding at a date shows that an outlet or unit existed then. */
const SIGNS_OF_LIFE = ['commander', 'leader', 'parent', 'editor', 'owner', 'control', 'subunit', 'area', 'mandate'];

/**
 * Who led it at the article's date: one name; `differ` when sources dispute it; `null` when no one, or more than one,
 * is held for that date.
 */
export function leaderOf(note: Note, article: DayRange | null): { readonly name: string } | 'differ' | null {
  const facts = factsAsOf(note, ['commander', 'leader', 'editor'], article);
  const now = article ? facts.filter((fact) => standingOf(fact, note, article) === 'holds') : facts;
  if (now.some((fact) => fact.status === 'disputed')) return 'differ';
  return now.length === 1 ? { name: now[0]!.value } : null;
}

function otherState(note: Note, article: DayRange): Label | null {
  const kind = note.kind;
  const founded = daysIn(note.facts.find((fact) => fact.what === 'founded')?.from);
  const ended = daysIn(note.facts.find((fact) => fact.what === 'ended')?.from);
  if (founded && founded.from > article.to) return label(`asof_${kind}_not_yet`);
  if (ended && ended.to < article.from) return label(`asof_${kind}_over`);
  const alive =
    (founded && founded.to <= article.from) ||
    factsAsOf(note, SIGNS_OF_LIFE, article).some((fact) => standingOf(fact, note, article) === 'holds');
  if (!alive) return null;
  const leader = leaderOf(note, article);
  if (leader === null) return label(`asof_${kind}`);
  return leader === 'differ' ? label(`asof_${kind}_differ`) : label(`asof_${kind}_under`, leader.name);
}

/** "As of this article, 8 Feb 2019: in post"; that no date was found; or nothing, when no dates are held. */
export function asOfLine(note: Note, article: DayRange | null, locale: string): Label | null {
  if (!article) return label('asof_no_date');
  const state = note.kind === 'official' ? officialState(note, article, locale) : otherState(note, article);
  return state && label('asof', showDays(article, locale), state);
}
