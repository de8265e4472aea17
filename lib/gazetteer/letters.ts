/**
 * The first letters of a word as one or two machine words, read without a branch: what the filters are asked by. Four
 * bytes are taken at a time; sums stay inside their byte because bit 7 is masked first.
 */
import { FOLDED } from './ascii.ts';

// Not exported, so that V8 takes it as a constant (see the sieve); so too the number in `breaksOf`.
const BIT_7 = 0x80808080;
const BITS_0_TO_6 = 0x7f7f7f7f;
const BIT_31 = 1 << 31;
/** Folds four letters; the second leaves the first of them as printed. */
export const FOLD_ALL = 0x20202020;
export const FOLD_REST = 0x20202000;

/** Bit 7 of each byte that is no ASCII letter or digit. */
export function breaksOf(four: number): number {
  const seven = four & BITS_0_TO_6;
  const folded = seven | 0x20202020;
  // Either sum carries into bit 7 above the range, one alone within it.
  const letters = (folded + 0x1f1f1f1f) ^ (folded + 0x05050505);
  const digits = (seven + 0x50505050) ^ (seven + 0x46464646);
  return ~((letters | digits) & ~four) & BIT_7;
}

/** All bits of the bytes before the first break. */
export const untilBreak = (breaks: number): number => ((breaks & -breaks) >>> 7) - 1;

/** How many bytes a mask of `untilBreak` covers. */
export const lengthOf = (mask: number): number => (32 - Math.clz32(mask)) >> 3;

/** Which of the four bytes the lowest of the bits 7 is in; the last for none. */
export const firstByte = (bits: number): number => (31 - Math.clz32(bits & -bits)) >> 3;

/** Not 0 when the first break is an apostrophe or beyond ASCII: the word may go on behind it. */
export function isUnsure(four: number, breaks: number): number {
  const noApostrophe = ((four & BITS_0_TO_6) ^ 0x27272727) + BITS_0_TO_6;
  return (~noApostrophe | four) & breaks & -breaks;
}

/** Not 0 when the second byte is a period, as in "U.S.": the word may go on behind it. */
export const isDotted = (four: number): number => (((four ^ 0x2e00) & 0xff00) - 1) & BIT_31;

/** Spreads two numbers of letters, or a prefix and the letters after it, over 32 bits. */
export function mixLetters(a: number, b: number): number {
  const h = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1);
  return h ^ (h >>> 15);
}

/** Letters of a folded token from `from` on, at most four, as the scan reads them. */
export function lettersOf(token: Uint8Array, from: number, length: number): number {
  let letters = 0;
  const end = Math.min(length, from + 4);
  for (let i = from; i < end && FOLDED[token[i]!] !== 0; i++) letters |= FOLDED[token[i]!]! << (8 * (i - from));
  return letters;
}
