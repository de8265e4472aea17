/**
 * The gazetteer's rules once more, the slow way: strings, regular expressions, every alias at every word. Shares the
 * lists of the engine (spellings, abbreviations) and none of its code paths.
 */

import type { Form } from '../../../lib/gazetteer/forms.ts';
import { isUnitWord } from '../../../lib/gazetteer/unit-words.ts';
import { sameWord } from '../../../lib/gazetteer/variants.ts';
import { BEFORE_NAMES } from '../../../lib/text/abbreviations.ts';

const JOINER = /^(?:\u034f|[\u00ad\u061c\u0640\u200b-\u200f\u2060\ufeff\u02bb-\u02c1])$/;
const APOSTROPHE = /^['\u2018\u2019\u201b\u2032`\u00b4\uff07]$/;
const NEWLINE = /^[\n\r\u0085\u2028\u2029]$/;
const SPACE = /^\s$/;
const DASH = /^[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;
const QUOTE = /^["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u201a]$/;
const isWord = (char = ''): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(char) && !JOINER.test(char);
const isUpper = (char = ''): boolean => /^[A-Z]$/.test(char);

const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
export const foldWord = (word: string): string =>
  [...word]
    .filter(isWord)
    .map((char) => {
      const bare = char
        .normalize('NFKD')
        .replace(/[\u0300-\u036f\u064b-\u065f]/g, '')
        .toLowerCase();
      return PLAIN[bare] ?? bare;
    })
    .join('');

interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly printed: string;
}

const joins = (text: string, at: number): boolean =>
  isWord(text[at + 1]) && !(/^[sS]$/.test(text[at + 1]!) && !isWord(text[at + 2]));

function goesOn(text: string, from: number): boolean {
  let at = from;
  while (JOINER.test(text[at] ?? '')) at++;
  return isWord(text[at]) || (APOSTROPHE.test(text[at] ?? '') && joins(text, at));
}

function tokenAt(text: string, start: number): Token {
  let end = start;
  let letters = 0;
  for (let at = start; at < text.length; at++) {
    if (isWord(text[at])) {
      letters++;
      end = at + 1;
    } else if (!JOINER.test(text[at]!) && !(APOSTROPHE.test(text[at]!) && joins(text, at))) break;
  }
  if (end === start + 1 && isUpper(text[start]) && text[end] === '.') {
    let at = end;
    while (text[at] === '.' && isUpper(text[at + 1]) && !goesOn(text, at + 2)) {
      at += 2;
      letters++;
    }
    if (letters > 1) end = text[at] === '.' && !isWord(text[at + 1]) ? at + 1 : at;
  }
  const printed = text.slice(start, end);
  return { start, end, printed, folded: foldWord(printed) };
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const STATES: Record<string, string> = { states: 'us', nations: 'un', kingdom: 'uk' };

function compoundOf(first: string, second: string): string | undefined {
  if (first === 'united') return STATES[second];
  const n = (TENS.indexOf(first) + 2) * 10 + ORDINALS.indexOf(second) + 1;
  if (!TENS.includes(first) || !ORDINALS.includes(second)) return undefined;
  return `${n}${['st', 'nd', 'rd'][(n % 10) - 1] ?? 'th'}`;
}

/** "twenty-first" and "United States" are one word. */
function rowAt(text: string, start: number): Token {
  const token = tokenAt(text, start);
  const gap = text[token.end] ?? '';
  const isOne = DASH.test(gap) || (SPACE.test(gap) && !NEWLINE.test(gap));
  if (!isOne || !isWord(text[token.end + 1])) return token;
  const second = tokenAt(text, token.end + 1);
  const folded = compoundOf(token.folded, second.folded);
  return folded ? { start, end: second.end, printed: text.slice(start, second.end), folded } : token;
}

interface Gap {
  readonly next: number;
  /** ' ', 'article', or the punctuation. */
  readonly kind: string;
}

export function articleEnd(text: string, at: number): number {
  const match = /^(?:(?:[aeu]l)(?=.)|[aeu](?:sh|s|d|n|r|t|z)(?=.))/i.exec(text.slice(at, at + 4));
  if (!match || /^[\u212a\u017f]/.test(text[at + match[0].length - 1]!)) return -1;
  const end = at + match[0].length;
  const spaceToo = /l$/i.test(match[0]);
  const char = text[end] ?? '';
  if (!DASH.test(char) && !(spaceToo && SPACE.test(char) && !NEWLINE.test(char))) return -1;
  return isWord(text[end + 1]) ? end + 1 : -1;
}

function gapAfter(text: string, token: Token): Gap | null {
  const bytes = (char: string): number => new TextEncoder().encode(char).length;
  let at = token.end;
  let size = 0;
  let [spaces, dashes, newlines, others] = [0, 0, 0, 0];
  let canon = '';
  const short = token.folded.length === 1 || (token.folded.length <= 5 && BEFORE_NAMES.has(token.folded));
  if (text[at] === '.' && short) {
    at++;
    size++;
    canon = '.';
  }
  for (; at < text.length && size <= 12; at++) {
    const char = text[at]!;
    if (isWord(char)) {
      if (at === token.end) return null;
      const plain = others === 0 && dashes + Math.min(spaces, 1) === 1;
      if (!plain) return { next: at, kind: `"${canon}` };
      const article = articleEnd(text, at);
      return article < 0 ? { next: at, kind: ' ' } : { next: article, kind: 'article' };
    }
    if (NEWLINE.test(char) || SPACE.test(char)) {
      spaces++;
      if (NEWLINE.test(char) && char !== '\r' && ++newlines > 1) return null;
      if (!canon.endsWith(' ')) canon += ' ';
    } else if (DASH.test(char)) {
      dashes++;
      canon += '-';
    } else if (APOSTROPHE.test(char) && at === token.end && SPACE.test(text[at + 1] ?? '')) {
      canon += "'";
    } else if (APOSTROPHE.test(char)) {
      others++;
      canon += "'";
      if (at === token.end && /^[sS]$/.test(text[at + 1] ?? '')) {
        canon += 's';
        size++;
        at++;
      }
    } else if (!JOINER.test(char)) {
      others++;
      canon += QUOTE.test(char) ? '"' : char;
    }
    size += bytes(char);
  }
  return null;
}

export interface Alias {
  readonly form: Form;
  readonly isUnit: boolean;
  readonly head: '' | 'the' | 'article' | string;
  readonly tokens: readonly Token[];
  readonly gaps: readonly string[];
  readonly possessive: boolean;
}

function walk(text: string, first: Token): { tokens: Token[]; gaps: string[] } {
  const tokens = [first];
  const gaps: string[] = [];
  for (;;) {
    const gap = gapAfter(text, tokens.at(-1)!);
    if (!gap || tokens.length > 30) return { tokens, gaps };
    gaps.push(gap.kind);
    tokens.push(rowAt(text, gap.next));
  }
}

const startsSmall = (token: Token): boolean => /^\p{Ll}/u.test(token.printed);

/** An alias as it is looked for; null when the rules leave it out. */
export function readAlias(form: Form, isUnit: boolean): Alias | null {
  const { text } = form;
  let at = 0;
  while (at < text.length && !isWord(text[at])) at++;
  if (at === text.length) return null;
  let head = '';
  const article = articleEnd(text, at);
  if (article > 0 && !/^\p{Ll}/u.test(text[article]!)) {
    head = 'article';
    at = article;
  }
  const { tokens, gaps } = walk(text, rowAt(text, at));
  if (/[\p{L}\p{N}]{2}/u.test(text.slice(tokens.at(-1)!.end)) || tokens.length > 30) return null;
  if (head === '' && tokens.length > 1 && tokens[0]!.folded === 'the') {
    head = 'the';
    tokens.shift();
    gaps.shift();
  }
  const rest = text.slice(tokens.at(-1)!.end);
  const possessive = /^['\u2018\u2019]s(?![\p{L}\p{N}\p{M}])/iu.test(rest);
  let anchor = form.lower ? 0 : tokens.findIndex((token) => !startsSmall(token));
  if (anchor < 0) {
    if (!/\p{Lu}/u.test(text)) return null;
    anchor = 0;
  }
  if (anchor > 0 && (head !== '' || gaps.slice(0, anchor).includes('article'))) return null;
  if (anchor > 0) {
    head = `"${tokens
      .slice(0, anchor)
      .map(({ folded }, i) => folded + (gaps[i]!.startsWith('"') ? gaps[i]!.slice(1) : ' '))
      .join('')}`;
    if (gaps[anchor - 1]!.startsWith('"')) head = head.slice(0, -(gaps[anchor - 1]!.length - 1)).concat(' ');
  }
  return { form, isUnit, head, tokens: tokens.slice(anchor), gaps: gaps.slice(anchor), possessive };
}

const lowerAllowed = ({ form, tokens }: Alias): boolean => form.lower || startsSmall(tokens[0]!);

function sameTokens(text: string, alias: Alias, tokens: readonly Token[], gaps: readonly string[]): boolean {
  return alias.tokens.every((own, t) => {
    const printed = tokens[t]!;
    if (!sameWord(printed.folded, own.folded, alias.isUnit && alias.tokens.length > 1, printed.printed)) return false;
    if (t > 0) {
      const [a, b] = [alias.gaps[t - 1]!, gaps[t - 1]!];
      const fits = a === 'article' ? b === 'article' || b === ' ' : a === b;
      if (!fits) return false;
    }
    if (t >= 8) return true;
    const maySmall =
      lowerAllowed(alias) || startsSmall(own) || (alias.isUnit && t > 0 && isUnitWord(own.printed.toLowerCase()));
    if (startsSmall(printed) && !maySmall && !(t > 0 && DASH.test(text[printed.start - 1]!))) return false;
    const acronym = /^(?:\p{Lu}\.?){2,}$/u.test(own.printed) && own.printed.replaceAll('.', '').length <= 3;
    const strict = acronym || (own.printed.length > 6 && /^u[snk]$/.test(own.folded));
    return !strict || printed.printed.length > 6 || !/[a-z]/.test(printed.printed);
  });
}

/** Offsets at which a token starts. */
function tokenStarts(text: string): Set<number> {
  const starts = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    if (!isWord(text[at])) continue;
    starts.add(at);
    at = tokenAt(text, at).end - 1;
  }
  return starts;
}

/** Start of the match once what must or may stand before the name is taken in; -1 when it does not. */
function withHead(text: string, { head }: Alias, start: number, starts: ReadonlySet<number>): number {
  if (head === '') return start;
  if (head === 'the') {
    const printed = /^T[hH][eE]\s$/.test(text.slice(start - 4, start)) && start >= 4;
    return printed && starts.has(start - 4) ? start - 4 : start;
  }
  if (head === 'article') {
    const at = [start - 3, start - 4].find((from) => starts.has(from) && articleEnd(text, from) === start);
    return at ?? -1;
  }
  const wanted = head.slice(1);
  for (let at = start - 1; at >= Math.max(0, start - wanted.length * 3); at--) {
    if (!starts.has(at)) continue;
    const canon = [...text.slice(at, start)]
      .map((char) => {
        if (isWord(char)) return foldWord(char);
        if (/\s/.test(char) || DASH.test(char)) return ' ';
        return JOINER.test(char) || APOSTROPHE.test(char) ? '' : '\u0000';
      })
      .join('');
    if (canon === wanted) return at;
  }
  return -1;
}

export interface NaiveHit {
  readonly start: number;
  readonly end: number;
  readonly aliases: readonly Alias[];
}

/** Whether a name may begin here: behind all hits, or taking in whole ones. */
const isFree = (hits: readonly NaiveHit[], from: number): boolean =>
  hits.every(({ start, end }) => end <= from || start >= from);

/** Leftmost, longest, whole words; a name looked up by a later word takes in the hits before that word. */
export function matchNaively(text: string, aliases: readonly Alias[]): NaiveHit[] {
  const hits: NaiveHit[] = [];
  let free = 0;
  const starts = tokenStarts(text);
  const anySmall = aliases.some(lowerAllowed);
  for (let at = 0; at < text.length; ) {
    if (!isWord(text[at])) {
      at++;
      continue;
    }
    const token = tokenAt(text, at);
    const from = at;
    at = token.end;
    if (from < free || (startsSmall(token) && !anySmall)) continue;
    const { tokens, gaps } = walk(text, rowAt(text, from));
    let best: { start: number; end: number; aliases: Alias[]; count: number } | null = null;
    for (const alias of aliases) {
      if (tokens.length < alias.tokens.length || !sameTokens(text, alias, tokens, gaps)) continue;
      let end = tokens[alias.tokens.length - 1]!.end;
      if (alias.possessive) {
        if (!/^['\u2018\u2019][sS](?![\p{L}\p{N}\p{M}])/u.test(text.slice(end))) continue;
        end += 2;
      }
      const start = withHead(text, alias, from, starts);
      if (start < 0 || !isFree(hits, start)) continue;
      const count = alias.tokens.length;
      if (best && (best.count > count || (best.count === count && best.end > end))) continue;
      if (!best || best.count < count || best.end < end) best = { start, end, aliases: [], count };
      best.aliases.push(alias);
      best.start = Math.min(best.start, start);
    }
    if (best) {
      const { start } = best;
      while (hits.length > 0 && hits.at(-1)!.start >= start) hits.pop();
      hits.push(best);
      free = best.end;
    }
  }
  return hits;
}
