/**
 * What a character is to a name. Everything that compares names goes through these two functions, so that the page
 * and the pack are read by one rule: `classOf` says where words begin and end, `foldOf` which letters are the same.
 *
 * Folding removes case, diacritics and compatibility forms inside one script. It never maps a letter of one script to
 * a look-alike of another: a Cyrillic "а" is not a Latin "a".
 */
import { wordTable } from './word-table.ts';
export const OTHER = 0;
/** `\p{L}`, `\p{N}` or `\p{M}`. */
export const WORD = 1;
/** Ignored wherever it stands: soft hyphen, zero-width characters, the half rings of transliterations. */
export const JOINER = 2;
/** Ignored between letters (Sana'a), except before a possessive s. */
export const APOSTROPHE = 3;
export const SPACE = 4;
export const NEWLINE = 5;
export const DASH = 6;
export const QUOTE = 7;

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
const ROWS: readonly (readonly [number, RegExp])[] = [
  [JOINER, /\u034f|[\u00ad\u061c\u0640\u200b-\u200f\u2060\ufeff\u02bb-\u02c1]/],
  [APOSTROPHE, /['\u2018\u2019\u201b\u02bc\u2032`\u00b4\uff07]/],
  [NEWLINE, /[\n\r\u0085\u2028\u2029]/],
  [SPACE, /[\s\u00a0]/],
  [DASH, /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/],
  [QUOTE, /["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u201a]/],
];

// Pages of 256, filled when first asked for: a text in Latin script touches three or four of them.
const classPages: (Uint8Array | undefined)[] = [];

function classify(code: number): number {
  const char = String.fromCodePoint(code);
  for (const [name, pattern] of ROWS) if (pattern.test(char)) return name;
  return IN_WORD.test(char) ? WORD : OTHER;
}

/** The class of a code point. */
export function classOf(code: number): number {
  if (code > 0xffff) return IN_WORD.test(String.fromCodePoint(code)) ? WORD : OTHER;
  let page = classPages[code >> 8];
  if (!page) {
    page = new Uint8Array(256);
    for (let i = 0; i < 256; i++) page[i] = classify((code & 0xff00) | i);
    classPages[code >> 8] = page;
  }
  return page[code & 0xff]!;
}

// Letters that Unicode does not decompose but English text prints without their stroke, bar or ligature.
const PLAIN: Readonly<Record<string, string>> = wordTable({
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
});

// Marks that may be left out without making another word: Latin, Greek, Cyrillic, Hebrew and Arabic ones. The vowel
// signs of Indic scripts are marks too, and stay.
const OPTIONAL_MARK = new RegExp(
  [
    String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`,
    String.raw`[\u0591-\u05bd\u05bf-\u05c7]`,
    String.raw`[\u064b-\u065f\u0670]`,
  ].join('|'),
  'gu',
);

function fold(code: number): string {
  const bare = String.fromCodePoint(code).normalize('NFKD').replace(OPTIONAL_MARK, '').toLowerCase();
  return PLAIN[bare] ?? bare.replace(OPTIONAL_MARK, '');
}

const foldPages: (string[] | undefined)[] = [];

/** The letters a code point is compared as; empty for a mark that may be left out. */
export function foldOf(code: number): string {
  if (code > 0xffff) return fold(code);
  let page = foldPages[code >> 8];
  if (!page) {
    page = new Array<string>(256);
    foldPages[code >> 8] = page;
  }
  const known = page[code & 0xff];
  if (known !== undefined) return known;
  const folded = fold(code);
  page[code & 0xff] = folded;
  return folded;
}

// Nearly all that is asked; folding it is changing its case.
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** A word or phrase as it is compared: folded letters, dashes and spaces as one space, apostrophes and joiners gone. */
export function foldText(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.toLowerCase();
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const kind = classOf(code);
    if (kind === WORD) out += foldOf(code);
    else if (kind === SPACE || kind === NEWLINE || kind === DASH) {
      if (out !== '' && !out.endsWith(' ')) out += ' ';
    } else if (kind === OTHER || kind === QUOTE) out += char;
  }
  return out.trimEnd();
}

const CAPITAL = /[\p{Lu}\p{Lt}]/u;
const SMALL = /\p{Ll}/u;
export const isCapital = (code: number): boolean =>
  code < 0x80 ? code >= 0x41 && code <= 0x5a : CAPITAL.test(String.fromCodePoint(code));
export const isSmall = (code: number): boolean =>
  code < 0x80 ? code >= 0x61 && code <= 0x7a : SMALL.test(String.fromCodePoint(code));
