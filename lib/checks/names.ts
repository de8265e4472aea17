/**
 * Spellings of one name from another script. Letters that transliterations of Arabic, Russian and Hebrew names write two ways
 * are folded; no other letter is, so that Dorna and Darna stay two towns.
 */
import { foldWord } from './words.ts';

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:al|el|ad|ar|as|ash|at|an|az)[-\s]/, ''],
  [/iyy?|ij|yi/g, 'i'],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/kh/g, 'h'],
  [/q/g, 'k'],
  [/ph/g, 'f'],
  [/y\b/g, 'i'],
  [/iya?\b/g, 'ia'],
  [/([a-z])\1/g, '$1'],
  [/['’`-]/g, ''],
];

/** Fewer letters are too few to tell a spelling from another name. */
const SHORTEST = 5;

export function sameName(a: string, b: string): boolean {
  if (!/^\p{Lu}/u.test(a) || !/^\p{Lu}/u.test(b) || a.length < SHORTEST || b.length < SHORTEST) return false;
  const fold = (name: string): string => FOLDS.reduce((text, [from, to]) => text.replace(from, to), foldWord(name));
  return fold(a) === fold(b);
}
