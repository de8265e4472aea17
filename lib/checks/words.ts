/**
 * The tokeniser every part of this room shares: the index, the lookup and the comparison see the same terms.
 *
 * A term is what two spellings of one word have in common: case, diacritics, possessives, irregular forms and suffixes
 * are folded, figures and number words become one figure ("4.5bn", "4,500 million"), "Fifth" is "5th", "S-300" is "s300".
 * Stop words keep their token, so that phrases and negation can be read, but no term.
 */
import type { Span } from '../text/span.ts';
import { wordTable } from '../text/word-table.ts';
import { porterStem } from './porter.ts';
import { BASE_FORMS, KEPT_WORDS, MULTIPLIERS, NUMBER_WORDS, ORDINAL_WORDS, STOP_WORDS } from './word-tables.ts';

export interface Token extends Span {
  /** As printed, without a possessive. */
  readonly surface: string;
  /** Lower case, without diacritics; "'s" and "n't" are tokens of their own kind only in the surface. */
  readonly word: string;
  /** The folded stem, or the figure; empty for a stop word. */
  readonly term: string;
  /** The value, when the token (with its multiplier) is a figure or a number word. */
  readonly value?: number;
}

const WORD =
  /(?:\p{L}\.){2,}|[A-Za-z]{1,2}-?\d+[A-Za-z]?|\d(?:[\d.,\u00a0\u202f]*\d)?(?:st|nd|rd|th|bn|mn|tn|k|m|s)?(?![\p{L}\d])|\d(?:[\d.,]*\d)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’](?:[\p{L}\p{M}]+))?|[%$€£]/gu;

const MARKS = /\p{M}+/gu;
const ASCII = /^[\0-\x7f]*$/;

/** Lower case without diacritics; offsets are not kept. */
export const foldWord = (word: string): string =>
  (ASCII.test(word) ? word : word.normalize('NFKD').replace(MARKS, '')).toLowerCase();

const SYMBOLS: Readonly<Record<string, string>> = wordTable({
  '%': 'percent',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
});
const SUFFIX_VALUES: Readonly<Record<string, number>> = wordTable({
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
});

/** Remembered terms: news repeats its words, and a stem costs fifty map reads. Emptied when a long run has filled it. */
const termOf = new Map<string, string>();
const TERMS_KEPT = 50_000;

/** The term of one lower-case word, a stop word included. */
export function stemOf(word: string): string {
  let term = termOf.get(word);
  if (term === undefined) {
    if (termOf.size > TERMS_KEPT) termOf.clear();
    term = KEPT_WORDS.has(word) ? word : porterStem(BASE_FORMS.get(word) ?? word);
    termOf.set(word, term);
  }
  return term;
}

/** "4,500" and "4 500" are 4500; "4.5" stays; "1.234.567" is a figure with dots for thousands. */
function figureValue(figure: string): number {
  const plain = figure.replace(/[\u00a0\u202f]/g, '').replace(/,(?=\d{3}(?:\D|$))/g, '');
  const dots = plain.split('.').length - 1;
  return Number(dots > 1 ? plain.replaceAll('.', '') : plain.replace(',', '.'));
}

const figureTerm = (value: number): string => String(Math.round(value * 1e6) / 1e6);

function readWord(surface: string): { word: string; term: string; value?: number } {
  const symbol = SYMBOLS[surface];
  if (symbol !== undefined) return { word: symbol, term: stemOf(symbol) };
  // The country, not the pronoun: the only stop word that capitals tell apart.
  if (surface === 'US' || surface === 'U.S.' || surface === 'USA') return { word: 'us', term: 'usa' };
  if (/^\d/.test(surface)) {
    const [, figure, suffix] = /^([\d.,\u00a0\u202f]*\d)(.*)$/u.exec(surface)!;
    if (suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th') {
      const ordinal = `${figure}${suffix}`;
      return { word: ordinal, term: ordinal };
    }
    const value = figureValue(figure!) * (SUFFIX_VALUES[suffix!] ?? 1);
    return Number.isFinite(value)
      ? { word: surface, term: figureTerm(value), value }
      : { word: surface, term: surface };
  }
  const folded = foldWord(surface).replace(/['’]s$|['’]$/, '');
  if (/^[a-z]{1,2}-?\d/.test(folded)) return { word: folded, term: folded.replace('-', '') };
  const word = folded.includes('.') ? folded.replaceAll('.', '') : folded;
  const ordinal = ORDINAL_WORDS.get(word);
  if (ordinal !== undefined && word !== 'second') return { word, term: ordinal };
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return { word, term: number === 1 ? '' : figureTerm(number), value: number };
  if (STOP_WORDS.has(word) || /n['’]t$/.test(word)) return { word, term: '' };
  return { word, term: stemOf(word.replace(/['’].*$/, '')) };
}

/** The tokens of a text in order, with numbers of several words joined: "two hundred and four", "3.2 billion". */
export function tokensOf(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const surface = match[0];
    const start = offset + match.index;
    const read = readWord(surface);
    const token: Token = { start, end: start + surface.length, surface, ...read };
    // "two hundred and four": the "and" goes into the number.
    const high = tokens.at(-1)?.word === 'and' ? tokens.at(-2) : undefined;
    const joined = high && high.value !== undefined && high.value >= 100 ? joinNumber(high, token, 5) : null;
    if (joined) tokens.splice(-2, 2, joined);
    else {
      const pair = joinNumber(tokens.at(-1), token, 1);
      if (pair) tokens[tokens.length - 1] = pair;
      else tokens.push(token);
    }
  }
  return tokens;
}

/** A number grown by a multiplier or a lower number word, or `null` when the two are separate. */
function joinNumber(last: Token | undefined, next: Token, gap: number): Token | null {
  if (last?.value === undefined || next.start - last.end > gap) return null;
  const multiplier = gap === 1 ? MULTIPLIERS.get(next.word) : undefined;
  const value =
    multiplier !== undefined
      ? last.value * multiplier
      : next.value !== undefined && isWordNumber(last) && isWordNumber(next) && fitsBelow(last.value, next.value)
        ? last.value + next.value
        : undefined;
  if (value === undefined) return null;
  return {
    start: last.start,
    end: next.end,
    surface: `${last.surface} ${next.surface}`,
    word: `${last.word} ${next.word}`,
    term: figureTerm(value),
    value,
  };
}

const isWordNumber = (token: Token): boolean => !/\d/.test(token.surface);
/** "twenty" + "four", "two hundred" + "four", but not "four" + "two". */
const fitsBelow = (high: number, low: number): boolean =>
  (high % 100 === 0 && high > 0 && low < 100) || (high % 10 === 0 && high % 100 !== 0 && high > 10 && low < 10);

const ADDRESS = /(?:https?:\/\/|pic\.twitter\.com\/|www\.)\S+/g;
const TAG = /[#@]([\p{L}\p{N}_]+)/gu;

/** "#SanctuaryCities" and "@JoeBiden" as one word and as the words they are made of. */
const tagWords = (_: string, tag: string): string =>
  `${tag} ${tag.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replaceAll('_', ' ')}`;

/**
 * The distinct terms of a text, for ranking: content words alone, addresses left out, tags and handles taken apart
 * (worth .02 MAP on posts, nothing on prose).
 */
export function termsOf(text: string): string[] {
  const seen = new Set<string>();
  for (const { term } of tokensOf(text.replace(ADDRESS, ' ').replace(TAG, tagWords))) if (term !== '') seen.add(term);
  return [...seen];
}
