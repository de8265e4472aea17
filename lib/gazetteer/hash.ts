/**
 * Hashes of tokens and of token prefixes, 32 bit. A token's hash is a polynomial over its folded characters, so that
 * the misprint search can edit it without reading the word again; it is mixed before use because a polynomial leaves
 * the low bits weak. Two names may share a hash: the string pool decides (see DESIGN.md).
 */
export const TOKEN_SEED = 0x2f6e2b1;
/** Odd, so that it has an inverse modulo 2^32; any large prime serves. */
export const TOKEN_FACTOR = 0x01000193;
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

/** Hash of a word of ASCII letters and digits in lower case. */
export function hashOfWord(word: string): number {
  let h = TOKEN_SEED;
  for (let i = 0; i < word.length; i++) h = (Math.imul(h, TOKEN_FACTOR) + word.charCodeAt(i)) | 0;
  return mixToken(h);
}
