/**
 * A statement of an article against a statement that is held, part by part.
 *
 * Order of work: is the article's statement asserted at all; are the two about one event or one standing fact; how does
 * each part present on both sides relate; what follows. A difference in one part is reported only when the two are bound
 * by the others. Order of harm: a wrong `contradicted` is worse than a wrong `corrected`, then `differs`, then `agrees`;
 * silence (`not-held`) is never wrong.
 */
import { alignEvents } from './compare-events.ts';
import { compareBearings } from './compare-places.ts';
import { type Comparison, found, SILENT } from './comparison.ts';
import { modalityOf } from './gates.ts';
import { sharesKey, type Unit } from './meaning.ts';
import { comparePost, postOf } from './posts.ts';
import type { Statement } from './statement.ts';
import { compareWording } from './wording.ts';

export function compareStatements(claim: Statement, held: Statement): Comparison {
  if (claim.text.trim() === '' || held.text.trim() === '') return SILENT;
  const said = modalityOf(claim.modalities, claim.units);
  if (said.mode === 'question' || said.mode === 'conditional' || said.mode === 'denial') return SILENT;
  // An article that rejects a statement can only agree with who denies it: whichever part it rejects is not known.
  if (said.refuted) return onlyAgreeing(alignEvents(claim, held));
  const result = comparison(claim, held);
  // A hedge inside somebody's words is theirs: the words are compared as words.
  return said.mode === 'possible' && !claim.speech?.direct ? onlyAgreeing(result) : result;
}

const onlyAgreeing = (result: Comparison): Comparison => (result.finding === 'agrees' ? result : SILENT);

function comparison(claim: Statement, held: Statement): Comparison {
  const post = postOf(held);
  if (post) {
    const relation = comparePost(claim, post);
    if (relation === 'holds') return found('agrees', 'role');
    if (relation === 'other-time' || relation === 'other-post') return found('differs', 'role');
    if (relation === 'unknown') return SILENT;
  }
  const place = compareBearings(claim, held);
  if (place) return place;
  return withdrawn(claim, held) ?? doubted(claim, held) ?? spoken(claim, held) ?? alignEvents(claim, held);
}

const shared = (a: readonly Unit[], b: readonly Unit[]): number =>
  a.filter((unit) => unit.kind !== 'time' && b.some((other) => sharesKey(unit, other))).length;

const WITHDRAWS =
  /\b(?:withdr[ae]w|withdrawn|retract(?:s|ed)?|took back|taken back)\b.{0,30}\b(?:report|story|statement|article|claim|account)/i;
const DENIES_SAYING = /\bdenie[sd]\b.{0,40}\bhaving (?:said|accused|claimed|made|told)/i;

/** The source itself has taken its words back. */
function withdrawn(claim: Statement, held: Statement): Comparison | null {
  if (WITHDRAWS.test(held.text) && shared(held.units, claim.units) >= 2) return found('corrected');
  if (DENIES_SAYING.test(held.text)) {
    const speaker = claim.speech?.speaker ?? [];
    const first = held.tokens.find(({ term }) => term !== '');
    if (first && speaker.includes(first.term)) return found('corrected');
    return SILENT;
  }
  return null;
}

const CANNOT_CONFIRM = /\b(?:could not|cannot|can not|couldn['’]t|unable to|did not) (?:confirm|verify|rule)/i;

/** Held is only a party's denial, or that someone cannot confirm: neither yes nor no. */
function doubted(claim: Statement, held: Statement): Comparison | null {
  const denial = held.units.filter((unit) => modalityOf(held.modalities, [unit]).mode === 'denial');
  const unsure = CANNOT_CONFIRM.test(held.text);
  if (denial.length === 0 && !unsure) return null;
  const content = denial.length > 0 ? denial : held.units.slice(1);
  const acts = content.filter(({ kind }) => kind === 'act');
  const same = claim.units.filter((unit) => content.some((other) => sharesKey(unit, other)));
  const actShared = acts.length === 0 || acts.some((act) => claim.units.some((unit) => sharesKey(unit, act)));
  const mode = modalityOf(claim.modalities, claim.units);
  return actShared && same.length >= 2 && mode.mode === 'asserted' && !mode.negated ? found('unconfirmed') : SILENT;
}

/** Both sides give somebody's words: the same speaker's, they are compared as words. */
function spoken(claim: Statement, held: Statement): Comparison | null {
  const [a, b] = [claim.speech, held.speech];
  if (
    !a ||
    !b ||
    !(a.direct || b.direct || /\b(?:may|might|could|seems?|appears?)\b/.test(`${a.content} ${b.content}`))
  )
    return null;
  const same = a.speaker.some((term) => b.speaker.includes(term));
  const kin = same || sameSort(a.speaker, b.speaker);
  if (!kin) return null;
  switch (compareWording(a, b)) {
    case 'same':
      return found('agrees', 'wording');
    case 'alike':
      return a.direct && b.direct ? SILENT : found('agrees', 'wording');
    case 'hardened':
    case 'softened':
    case 'negation':
    case 'number':
      return found('differs', 'wording');
    case 'made-direct':
      return same ? found('differs', 'wording') : SILENT;
    default:
      return null;
  }
}

const SORTS = [
  ['expert', 'analyst', 'specialist'],
  ['offici', 'lawmak', 'deputi', 'minist'],
  ['resid', 'wit', 'local'],
];
/** "Experts say" and "one analyst said": sources by description, of one sort. */
const sameSort = (a: readonly string[], b: readonly string[]): boolean =>
  SORTS.some((sort) => a.some((term) => sort.includes(term)) && b.some((term) => sort.includes(term)));
