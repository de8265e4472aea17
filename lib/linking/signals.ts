/**
 * Signals for and against a candidate, one row each. A row looks at one hit and one candidate and says how strongly it
 * applies (0: not at all, 1: fully) and with which words; its weight is in weights.ts, its sentence in
 * `_locales` under `evidence_<signal>`. To teach linking something new, add a row, a weight and a sentence.
 */

import { DERIVED } from '../gazetteer/derived-forms.ts';
import { nationsOf as nationsOfWord } from '../gazetteer/nations.ts';
import { foldText } from '../text/characters.ts';
import { gamesIn } from './believed.ts';
import type { Case } from './case.ts';
import { nameWords, needsName } from './name-words.ts';
import { daysBetween, heldOn } from './note-view.ts';
import { postFit } from './post-fit.ts';
import { isInAddress } from './web-address.ts';
import type { Signal } from './weights.ts';

export interface Finding {
  readonly strength: number;
  readonly args: readonly string[];
}
export type Row = readonly [Signal, (c: Case) => Finding | null];

const yes = (...args: string[]): Finding => ({ strength: 1, args });
// About a sentence in English news, which runs to 22 words on average.
const NEAR_WORDS = 25;
// Each further context word says less; three say what there is to say.
const FURTHER = [1, 0.4, 0.2];
// "Abu Obeida" is what many men are called, and no full name.
const KUNYA = /^(?:abu|abou|umm|um|ibn|bint)[\s\u00a0-]+(?:al[\s-])?[\p{L}'’]+$/iu;
const hasManyWords = (name: string): boolean =>
  /[\s\u00a0-]/.test(name) &&
  !KUNYA.test(name) &&
  /[\p{L}\p{N}][\s\u00a0-]+[\p{L}\p{N}]/u.test(name.replace(/^the\s/i, ''));
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
  ['misprint', (c) => (c.hit.misprintOf && !mayBeAnother(c) ? yes(c.hit.text, c.name) : null)],
  // One letter makes another person more often than a misprint.
  ['misprint_person', (c) => (c.hit.misprintOf && mayBeAnother(c) ? yes(c.hit.text, c.name) : null)],
  ['in_address', (c) => (isInAddress(c.article.text, c.hit) ? yes(c.hit.text) : null)],
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
      if (c.candidate.derived !== DERIVED.listed || c.hit.misprintOf || c.hit.text === c.name) return null;
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
  [
    'told_apart',
    (c) =>
      c.rivals > 0 && c.view.told !== null && c.context.some(({ word }) => word === c.view.told)
        ? yes(c.view.told)
        : null,
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
      return c.words.isSmallWord(c.hit.text) ? yes(c.hit.text.toLowerCase()) : null;
    },
  ],
  [
    'team',
    (c) => {
      const found = c.candidate.derived === DERIVED.team ? gamesIn(c) : [];
      return found.length > 0 ? yes(found.slice(0, 3).join(', ')) : null;
    },
  ],
  ['only_bearer', (c) => (c.rivals === 0 ? yes(c.name) : null)],
];

/** Rows that look at what is linked elsewhere in the article. */
export const ROWS_OF_LINKED: readonly Row[] = [
  [
    'related',
    (c) => {
      const names = [...c.view.refs].flatMap((ref) => c.linked.get(ref) ?? []);
      return names.length > 0 ? { strength: Math.min(2, names.length), args: [names.slice(0, 2).join(', ')] } : null;
    },
  ],
];

const isShortName = (c: Case): boolean =>
  c.candidate.derived === DERIVED.listed && !c.hit.misprintOf && !hasManyWords(c.name) && !c.alias?.misprint;

// A family name this long has no neighbour of one letter that somebody else bears.
const LONG_NAME = 9;

/** Whether the name as printed may well be another person's. */
const mayBeAnother = (c: Case): boolean =>
  c.view.note.kind === 'official' &&
  !(hasManyWords(c.hit.text) ? c.hit.text.split(/[\s-]/) : []).some(
    (word) => word.length >= LONG_NAME && !c.name.includes(word),
  );

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
