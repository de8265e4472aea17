/**
 * Hashes of tokens and of token prefixes, 32 bit. A token's hash is a polynomial over its folded characters, so that
 * the misprint search can edit it without reading the word again; it is mixed before use because a polynomial leaves
 * the low bits weak. Two names may share a hash: the string pool decides (see DESIGN.md).
 */
export const TOKEN_SEED = 0x2f6e2b1;
/** Odd, so that it has an inverse modulo 2^32; any large prime serves. */
export const TOKEN_FACTOR = 0x01000193;
/** Its powers up to the eighth. */
const F1 = TOKEN_FACTOR;
const F2 = Math.imul(F1, F1);
const F3 = Math.imul(F2, F1);
const F4 = Math.imul(F3, F1);
const F5 = Math.imul(F4, F1);
const F6 = Math.imul(F5, F1);
const F7 = Math.imul(F6, F1);
export const POWER_8: number = Math.imul(F7, F1);
/** No prefix has this hash: it fills the free slots of the index, and ends a probe. */
export const FREE = 0x7fffffff;

/** Spreads a polynomial hash over all bits (the finaliser of MurmurHash3, Appleby 2011). */
export function mixToken(polynomial: number): number {
  let h = polynomial;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The hash of a prefix with one more token. Not symmetric: "Ali Hassan" is not "Hassan Ali". */
export function mixPrefix(prefix: number, token: number): number {
  const h = Math.imul(prefix ^ 0x9e3779b9, 0x85ebca6b) + token;
  return Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ (h >>> 13);
}

/** As stored: 31 bits, so that comparing stays in machine integers, and never the mark of a free slot. */
export function storedHash(hash: number): number {
  const half = hash >>> 1;
  return half === FREE ? FREE - 1 : half;
}

/** The polynomial of a token's first eight letters, those of each word from the lowest byte on; none is 0. */
export function hashOfLetters(first: number, second: number): number {
  // Powers of the factor, so that no letter waits for the one before it.
  const a = (first & 255) + Math.imul((first >>> 8) & 255, F1) + Math.imul((first >>> 16) & 255, F2);
  const b = Math.imul(first >>> 24, F3) + Math.imul(second & 255, F4) + Math.imul((second >>> 8) & 255, F5);
  return (TOKEN_SEED + a + b + Math.imul((second >>> 16) & 255, F6) + Math.imul(second >>> 24, F7)) | 0;
}

/** Where in the Bloom filter a hash is, by the filter's bits as a share of the 31-bit range. */
export const bloomBit = (hash: number, scale: number): number => ((hash >>> 1) * scale) | 0;

/** Hash of a word of ASCII letters and digits in lower case. */
export function hashOfWord(word: string): number {
  let h = TOKEN_SEED;
  let power = 1;
  for (let i = 0; i < word.length; i++) {
    h = (h + Math.imul(word.charCodeAt(i), power)) | 0;
    power = Math.imul(power, TOKEN_FACTOR);
  }
  return mixToken(h);
}
