import type { Span } from '../text/span.ts';
import type { Quotation } from './quotations.ts';

export type Tag =
  | 'det'
  | 'poss'
  | 'pron'
  | 'wh'
  | 'prep'
  | 'conj'
  | 'sub'
  | 'to'
  | 'modal'
  | 'be'
  | 'have'
  | 'do'
  | 'adv'
  | 'adj'
  | 'noun'
  | 'name'
  | 'num'
  | 'verb'
  | 'gen'
  | 'punct'
  | 'quote';

/** A word, a mark, or a whole quotation taken as one. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, apostrophes straight. */
  readonly low: string;
  tag: Tag;
  /** For verbs: the form's bits (`verbs.ts`), narrowed by the tagger; 0 otherwise. */
  bits: number;
  /** For verbs: the base form, as far as the list knows it. */
  base: string;
  /** After "to" or a modal: no tense of its own. */
  bare: boolean;
  /** For quotations: words inside; 1 otherwise. */
  readonly words: number;
  /** A quotation long enough, or ended as speech is, to be somebody's words; a short one is a word of the sentence. */
  readonly speech: boolean;
}

const WORD =
  /[$€£]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑'’&/.][\p{L}\p{N}][\p{L}\p{M}\p{N}]*|,(?=\d{3}(?!\d))\d+)*%?|\.{2,}|\S/gu;
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof sen rep gov gen lt col maj capt sgt st jr sr rev hon inc corp co ltd vs no pres sec amb supt adm cmdr
  jan feb mar apr jun jul aug sept sep oct nov dec mass calif conn fla ga ill ind ky la md mich minn mo pa tenn tex va
  vt wash wis ariz ark colo del kan neb nev okla ore u.s`.split(/\s+/),
);
const CLITIC = /^(.+?)['’](s|re|ve|ll|d|m)$/i;

const token = (text: string, start: number, words = 1): Token => ({
  start,
  end: start + text.length,
  text,
  low: text.toLowerCase().replaceAll('’', "'"),
  tag: 'noun',
  bits: 0,
  base: '',
  bare: false,
  words,
  speech: words > 3 || /^.+[,.!?…]['’"”»]+$/su.test(text),
});

/** Tokens of `[start, end)`; each quotation inside is one token, its words unseen: no cue is looked for in it. */
export function tokensOf(text: string, { start, end }: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const quotation of quotations) {
    if (quotation.end <= at || quotation.start >= end) continue;
    readWords(text, at, quotation.start, tokens);
    const from = Math.max(quotation.start, start);
    const to = Math.min(quotation.end, end);
    const whole = token(text.slice(from, to), from, quotation.words);
    whole.tag = 'quote';
    tokens.push(whole);
    at = to;
  }
  readWords(text, at, end, tokens);
  return tokens;
}

function readWords(text: string, start: number, end: number, tokens: Token[]): void {
  if (start >= end) return;
  const part = text.slice(start, end);
  for (const match of part.matchAll(WORD)) {
    const from = start + match.index;
    const word = match[0];
    const first = tokens.at(-1);
    // The full stop of an abbreviation belongs to it.
    if (word === '.' && first && first.end === from && isAbbreviation(first.low)) {
      tokens[tokens.length - 1] = token(`${first.text}.`, first.start);
      continue;
    }
    const clitic = CLITIC.exec(word);
    if (clitic) {
      tokens.push(token(clitic[1]!, from), token(word.slice(clitic[1]!.length), from + clitic[1]!.length));
    } else tokens.push(token(word, from));
  }
}

const isAbbreviation = (low: string): boolean =>
  ABBREVIATIONS.has(low) || /^(?:\p{L}\.)+\p{L}$/u.test(low) || (/^\p{L}$/u.test(low) && low !== 'i');

/** Begins as a name does; "al-Assad" too. */
export const isCapital = (text: string): boolean =>
  /^(?:\p{Lu}|(?:al|el|ar|as|ash|ad|an|at|az|ul)[-‐‑]\p{Lu})/u.test(text);
