/**
 * Signals for and against a candidate, one row each. A row looks at one hit and one candidate and says how strongly it
 * applies (0: not at all, 1: fully) and with which words; its weight is in weights.ts, its sentence in
 * `_locales` under `evidence_<signal>`. To teach linking something new, add a row, a weight and a sentence.
 */

import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import { DERIVED } from '../gazetteer/forms.ts';
import type { Alias, NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import { foldText } from '../text/characters.ts';
import type { ArticleWords } from './article-words.ts';
import type { Frame } from './frame.ts';
import { nameWords, needsName } from './name-words.ts';
import { nationsOf as nationsOfWord } from './nations.ts';
import { daysBetween, heldOn, type NoteView } from './note-view.ts';
import { titleFamily } from './titles.ts';
import type { Signal } from './weights.ts';

/** What a row may look at. */
export interface Case {
  readonly article: Article;
  readonly words: ArticleWords;
  readonly hit: Hit;
  readonly candidate: HitCandidate;
  /** The name it was found by, and the alias that gives it; no alias for the note's own name. */
  readonly name: string;
  readonly alias: Alias | null;
  readonly view: NoteView;
  readonly frame: Frame;
  readonly titled: boolean;
  /** What makes the same name a place's somewhere in the article. */
  readonly place: string | null;
  readonly rivals: number;
  /** Context words of the note that the article has, with their distance in words, nearest first. */
  readonly context: readonly { readonly word: string; readonly distance: number; readonly sameBlock: boolean }[];
  /** Notes linked elsewhere in the article, with their names. */
  readonly linked: ReadonlyMap<NoteId, string>;
}

export interface Finding {
  readonly strength: number;
  readonly args: readonly string[];
}
type Row = readonly [Signal, (c: Case) => Finding | null];

const yes = (...args: string[]): Finding => ({ strength: 1, args });
// About a sentence in English news, which runs to 22 words on average.
const NEAR_WORDS = 25;
// Each further context word says less; three say what there is to say.
const FURTHER = [1, 0.4, 0.2];
// Families of posts so wide that another one does not contradict them.
const WIDE = new Set(['leader', 'official', 'soldier']);

// "Abu Obeida" is what many men are called, and no full name.
const KUNYA = /^(?:abu|abou|umm|um|ibn|bint)[\s\u00a0-]+(?:al[\s-])?[\p{L}'’]+$/iu;
const hasManyWords = (name: string): boolean =>
  !KUNYA.test(name) && /[\p{L}\p{N}][\s\u00a0-]+[\p{L}\p{N}]/u.test(name.replace(/^the\s/i, ''));
const isAllCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

export const ROWS: readonly Row[] = [
  [
    'full_name',
    (c) =>
      c.candidate.derived === DERIVED.listed && hasManyWords(c.name) && !c.alias?.misprint && !c.hit.misprintOf
        ? yes(c.name)
        : null,
  ],
  ['pack_name', (c) => (isShortName(c) && !isSurname(c) ? yes(c.name) : null)],
  ['surname', (c) => (isShortName(c) && isSurname(c) ? yes(c.name) : null)],
  ['derived_form', (c) => (c.candidate.derived !== DERIVED.listed ? yes(c.hit.text, c.name) : null)],
  ['given_name', (c) => (c.candidate.derived === DERIVED.first ? yes(c.hit.text, c.view.note.name) : null)],
  ['listed_misprint', (c) => (c.alias?.misprint ? yes(c.hit.text, c.view.note.name) : null)],
  ['misprint', (c) => (c.hit.misprintOf && c.view.note.kind !== 'official' ? yes(c.hit.text, c.name) : null)],
  // One letter makes another person more often than a misprint.
  ['misprint_person', (c) => (c.hit.misprintOf && c.view.note.kind === 'official' ? yes(c.hit.text, c.name) : null)],
  [
    'changed_case',
    (c) => {
      if (c.candidate.derived !== DERIVED.listed || hasManyWords(c.name) || c.titled) return null;
      return isAllCapitals(c.name) !== isAllCapitals(c.hit.text) ? yes(c.hit.text, c.name) : null;
    },
  ],
  [
    'spelling',
    (c) => {
      if (c.candidate.derived !== DERIVED.listed || c.hit.misprintOf) return null;
      const bare = (text: string): string =>
        foldText(text)
          .replace(/^the /, '')
          .replace(/\b(?:al|el) /g, '');
      return bare(c.hit.text) === bare(c.name) ? null : yes(c.hit.text, c.name);
    },
  ],
  [
    'context_near',
    (c) => {
      const near = c.context.filter(({ distance }) => distance <= NEAR_WORDS);
      const strength = near.reduce((sum, _, i) => sum + (FURTHER[i] ?? 0), 0);
      return near.length > 0
        ? {
            strength,
            args: [
              near
                .slice(0, 3)
                .map(({ word }) => word)
                .join(', '),
            ],
          }
        : null;
    },
  ],
  [
    'context_article',
    (c) => {
      const far = c.context.filter(({ distance }) => distance > NEAR_WORDS);
      const strength = far.reduce((sum, _, i) => sum + (FURTHER[i] ?? 0), 0);
      return far.length > 0
        ? {
            strength,
            args: [
              far
                .slice(0, 3)
                .map(({ word }) => word)
                .join(', '),
            ],
          }
        : null;
    },
  ],
  ['nation', (c) => (c.frame.nation && nationFit(c) === true ? yes(c.frame.nation) : null)],
  ['nation_against', (c) => (c.frame.nation && nationFit(c) === false ? yes(c.frame.nation) : null)],
  ['title', (c) => (postFit(c) === 'held' ? yes(titleOf(c)) : null)],
  ['post_ended', (c) => (postFit(c) === 'not then' ? yes(titleOf(c)) : null)],
  ['title_against', (c) => (postFit(c) === 'other' ? yes(titleOf(c)) : null)],
  [
    'name_out_of_use',
    (c) => {
      const days = daysBetween(c.alias?.from, c.alias?.to);
      return heldOn(days, c.article.date) ? null : yes(c.name, c.alias?.from ?? '…', c.alias?.to ?? '…');
    },
  ],
  [
    'related',
    (c) => {
      const names = [...c.view.refs].flatMap((ref) => c.linked.get(ref) ?? []);
      return names.length > 0 ? { strength: Math.min(2, names.length), args: [names.slice(0, 2).join(', ')] } : null;
    },
  ],
  [
    'longer_name',
    (c) => {
      if (!c.frame.longer) return null;
      // A full personal name seldom is part of another one; a single word often is.
      const strength =
        c.view.note.kind === 'official' && hasManyWords(c.name) ? 0.15 : hasManyWords(c.name) ? 0.6 : 1.5;
      return { strength, args: [c.frame.longer] };
    },
  ],
  ['place', (c) => (c.place ? yes(c.hit.text, c.place) : null)],
  [
    'past',
    (c) => {
      const dated = c.view.posts.filter(({ days }) => days !== null);
      const isShort = c.candidate.derived === DERIVED.family || !hasManyWords(c.name);
      if (c.rivals === 0 || !isShort || dated.length === 0 || !c.article.date) return null;
      return dated.some(({ days }) => days!.to >= c.article.date!.from) ? null : yes(c.view.note.name);
    },
  ],
  ['number', (c) => (c.frame.number ? yes(c.hit.text) : null)],
  ['heir', (c) => (c.frame.heir && c.view.note.kind === 'official' ? yes(c.hit.text) : null)],
  [
    'name_words',
    (c) => {
      const found = needsName(c.candidate.derived) ? nameWords(c.words, c.view.note, c.hit, c.candidate.derived) : [];
      return found.length > 0 ? { strength: Math.min(2, found.length), args: [found.slice(0, 3).join(', ')] } : null;
    },
  ],
  [
    'no_article',
    (c) => {
      if (!/^The\s/.test(c.name) || hasManyWords(c.name) || /^the\s/i.test(c.hit.text)) return null;
      return /\b[Tt]he[\s\u00a0]+$/.test(c.article.text.slice(Math.max(0, c.hit.start - 5), c.hit.start))
        ? null
        : yes(c.name);
    },
  ],
  [
    'common_word',
    (c) => {
      if (hasManyWords(c.hit.text) || c.alias?.lower || isAllCapitals(c.hit.text)) return null;
      const small = c.hit.text.toLowerCase();
      return c.words.positionsOf(c.hit.text).some((at) => c.words.words[at]!.text === small) ? yes(small) : null;
    },
  ],
  ['only_bearer', (c) => (c.rivals === 0 ? yes(c.name) : null)],
];

const isShortName = (c: Case): boolean =>
  c.candidate.derived === DERIVED.listed && !c.hit.misprintOf && !hasManyWords(c.name) && !c.alias?.misprint;

/** One word for a person whose name has more. */
const isSurname = (c: Case): boolean =>
  c.view.note.kind === 'official' && (hasManyWords(c.view.note.name) || KUNYA.test(c.name));

function nationFit(c: Case): boolean | null {
  const { nations } = c.view;
  if (nations.size === 0 || !c.frame.nation) return null;
  const named = nationsOfWord(c.frame.nation);
  for (const country of named) if (nations.has(country)) return true;
  return named.size > 0 ? false : null;
}

const titleOf = (c: Case): string => c.frame.title ?? c.frame.role ?? '';

/** What a title beside the name says of the note's posts at the article's date. */
export function postFit(c: Case): 'held' | 'not then' | 'other' | null {
  const family = c.frame.family ?? (c.frame.role ? familyOfRole(c.frame.role) : null);
  if (!family || c.view.posts.length === 0) return null;
  const fitting = c.view.posts.filter((post) => post.family === family);
  if (fitting.length === 0) return WIDE.has(family) ? null : 'other';
  return fitting.some((post) => heldOn(post.days, c.article.date)) ? 'held' : 'not then';
}

/** The family of the first title word of a clause: "chair of the ... committee". */
function familyOfRole(role: string): string | null {
  for (const word of role.split(/\s+/)) {
    const family = titleFamily(word);
    if (family) return family;
  }
  return null;
}
