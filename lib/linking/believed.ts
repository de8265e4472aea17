/**
 * On what terms a form that follows from a name by rule is believed at all, before anything is counted. A name that
 * the page gives in full vouches for its short forms. Without it a form must have one bearer in all packs, and the
 * article must speak of what the note says of itself: its country or its context words, where the note has any.
 */
import { DERIVED } from '../gazetteer/derived-forms.ts';
import { nationsOf } from '../gazetteer/nations.ts';
import type { Case } from './case.ts';
import { nameWords } from './name-words.ts';
import { postFit } from './post-fit.ts';

// Words of reports on games between teams.
const GAMES = (
  'match matches goal goals coach captain striker goalkeeper midfielder defender penalty scored scorer kickoff half-time Cup ' +
  'quarter-final semi-final tournament squad referee Test innings wicket wickets try tries fly-half qualifier'
).split(' ');
const SPORTS =
  /\b(?:football|soccer|rugby|cricket|basketball|hockey|handball|volleyball|baseball|netball|softball|polo)\b/;
const POLITICS = (
  'party election elections parliament MP MPs vote votes voters poll polls opposition lawmakers senator senators Senate Congress ' +
  'presidential minister campaign'
).split(' ');
// "Norland versus Southland football game".
const BESIDE = 6;
const IN_A_PLACE =
  /\b(?:in|across|throughout|near|from|around|outside|inside|into|(?<!\b(?:los[et]|losing|loss|defeat|\d)[\s\u00a0]+)to)[\s\u00a0]+$/i;
const SOMEBODYS = /(?!\b(?:as|is|was|has|its|this|his|across)[\s\u00a0])\b[\p{L}’']+s['’]?[\s\u00a0]+$/u;
const LONG_ENOUGH = 26;
// Countries named this much more often than the note's own make another bearer likely.
const MUCH_MORE = 4;

/** Words of sport in the article, for a team: the sport of its name, then others; empty when there is too little. */
export function gamesIn(c: Case): readonly string[] {
  const sport = SPORTS.exec(c.view.note.name)?.[0];
  const found = GAMES.filter((word) => c.words.positionsOf(word).length > 0);
  const played = sport ? c.words.positionsOf(sport) : [];
  if (played.length > 0) found.unshift(sport!);
  const here = c.words.indexAt(c.hit.start);
  const isBeside = played.some((at) => Math.abs(at - here) <= BESIDE);
  return found.length > 2 || isBeside ? found : [];
}

/** Whether the article may speak of the note's country: named in it, and no other far more often. */
function isAtHome(c: Case): boolean {
  const { homes } = c.view;
  if (homes.size === 0) return true;
  if (c.frame.nation) return [...nationsOf(c.frame.nation)].some((country) => homes.has(country));
  let [own, other] = [0, 0];
  for (const [country, count] of c.countries()) {
    if (homes.has(country)) own = Math.max(own, count);
    else other = Math.max(other, count);
  }
  return own === 0 ? other === 0 : own * MUCH_MORE >= other;
}

/** Whether the article has what the note says of itself; a note that says nothing asks for nothing. */
export function speaksOf(c: Case): boolean {
  if (c.view.note.context.length > 0) return c.context.length > 0;
  const { nations } = c.view;
  return nations.size === 0 || [...nations].some((country) => c.countries().has(country));
}

/** Whether a family name alone may be the note's: the article speaks of it, and no title beside the name is another's. */
export function maybeSpokenOf(c: Case): boolean {
  const fit = postFit(c);
  return speaksOf(c) && (fit === null || fit === 'held');
}

/** Whether the article writes an acronym out as something else: "Free Trade Union (FTU)". */
function isSpelledOtherwise(c: Case): boolean {
  const letters = c.hit.text.toUpperCase();
  const own = c.view.note.name.toLowerCase();
  return c.words.positionsOf(c.hit.text).some((at) => {
    const { words, text } = c.words;
    if (text[words[at]!.start - 1] !== '(') return false;
    const before = words
      .slice(Math.max(0, at - letters.length - 3), at)
      .filter(({ text: word }) => /^\p{Lu}/u.test(word));
    const tail = before.slice(-letters.length);
    const initials = tail.map(({ text: word }) => word[0]).join('');
    return initials === letters && !tail.every(({ text: word }) => own.includes(word.toLowerCase()));
  });
}

/** "The coalition's Air Force" has its owner before it. */
const isSomebodys = (c: Case): boolean =>
  SOMEBODYS.test(c.article.text.slice(Math.max(0, c.hit.start - LONG_ENOUGH), c.hit.start));

/** Whether the country before the name is not the note's. */
function isForeign(c: Case): boolean {
  if (!c.frame.nation || c.view.homes.size === 0) return false;
  const named = nationsOf(c.frame.nation);
  return named.size > 0 && ![...named].some((country) => c.view.homes.has(country));
}

/** Whether a derived form may stand for the note here; `introduced` when the article gives the name in full. */
export function isBelieved(c: Case, introduced: boolean): boolean {
  // "The Indian Air Force" is not the one named before.
  if (c.candidate.derived === DERIVED.national && (isSomebodys(c) || isForeign(c))) return false;
  if (introduced) return true;
  const isOnly = speaksOf(c) && (c.rivals === 0 || c.context.some(({ word }) => word === c.view.told));
  switch (c.candidate.derived) {
    case DERIVED.acronym:
      if (nameWords(c.words, c.view.note, c.hit, DERIVED.acronym).length > 0) return true;
      return isOnly && c.hit.text === c.hit.text.toUpperCase() && isAtHome(c) && !isSpelledOtherwise(c);
    case DERIVED.stem:
      return nameWords(c.words, c.view.note, c.hit, DERIVED.stem).length > 0 || (isOnly && /\s/.test(c.hit.text));
    case DERIVED.national:
      return isOnly && isAtHome(c);
    case DERIVED.party:
      return isOnly && isAtHome(c) && POLITICS.some((word) => c.words.positionsOf(word).length > 0);
    case DERIVED.team:
      if (
        /^(?:United|City|County|Athletic)$/.test(c.hit.text) &&
        nameWords(c.words, c.view.note, c.hit, DERIVED.team).length === 0
      )
        return false;
      return (
        gamesIn(c).length > 0 &&
        !IN_A_PLACE.test(c.article.text.slice(Math.max(0, c.hit.start - LONG_ENOUGH), c.hit.start))
      );
    default:
      return true;
  }
}
