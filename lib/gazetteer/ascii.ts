/** Tables over one byte, for the paths that see every character of a page. */

const table = (value: (byte: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => value(byte));
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** An ASCII letter in lower case, a digit as it is, anything else 0. */
export const FOLDED: Uint8Array = table((b) => (isLetter(b) ? b | 0x20 : isDigit(b) ? b : 0));
/** An ASCII letter or digit as it is, anything else 0. */
export const AS_PRINTED: Uint8Array = table((b) => (isLetter(b) || isDigit(b) ? b : 0));

/** 1 for a letter or digit. */
export const IS_WORD: Uint8Array = table((b) => (FOLDED[b] === 0 ? 0 : 1));
/** Bit 7 for anything else, as `breaksOf` gives it. */
export const IS_BREAK: Uint8Array = table((b) => (FOLDED[b] === 0 ? 0x80 : 0));
/** 1 for what stands between two words of a name only where the pack has it there too, and for the end of the text. */
export const IS_ASIDE: Uint8Array = table((b) =>
  b < 0x80 && '\0,;:?!()"/&%*+=<>[]{}@#$'.includes(String.fromCharCode(b)) ? 1 : 0,
);
/** 1 for a space or hyphen. */
export const IS_PLAIN: Uint8Array = table((b) => (b === 0x20 || b === 0x2d ? 1 : 0));
/** 1 for the first letter of an Arabic article. */
export const STARTS_ARTICLE: Uint8Array = table((b) => ('aeu'.includes(String.fromCharCode(b | 0x20)) ? 1 : 0));
