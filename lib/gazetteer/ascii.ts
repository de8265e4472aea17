/** Tables over one byte, for the paths that see every character of a page. */

const table = (value: (byte: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => value(byte));
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isSmallLetter = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
const startOf = (byte: number): number => (byte === 0x27 || (byte >= 0x80 && byte < 0xc2) ? 0 : GATE_CODE[byte]!);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** An ASCII letter in lower case, a digit as it is, anything else 0. */
export const FOLDED: Uint8Array = table((b) => (isLetter(b) ? b | 0x20 : isDigit(b) ? b : 0));
/** An ASCII letter or digit as it is, anything else 0. */
export const AS_PRINTED: Uint8Array = table((b) => (isLetter(b) || isDigit(b) ? b : 0));

/** In the gate: a byte that says nothing about the folded letter, or an apostrophe that may be skipped. */
export const ANY = 30;
/** Five bits of a byte for the gate over the first three of a word; 0 ends the word. */
export const GATE_CODE: Uint8Array = table((b) =>
  isLetter(b) ? (b | 0x20) - 0x60 : isDigit(b) ? 27 : b >= 0x80 || b === 0x27 ? ANY : 0,
);
/** The same for a byte that may begin a name: no continuation byte, no apostrophe, and a small letter only if asked. */
export const START_CODE: Uint8Array = table((b) => (isSmallLetter(b) ? 0 : startOf(b)));
export const START_CODE_SMALL: Uint8Array = table(startOf);
/** 1 for a letter or digit. */
export const IS_WORD: Uint8Array = table((b) => (FOLDED[b] === 0 ? 0 : 1));
/** Codes of a gate; the gate for small first letters follows the other. */
export const GATE_CODES = 32 ** 3;
/** Where in the two gates the codes of a first byte begin. */
export const GATE_OFFSET: Uint16Array = Uint16Array.from({ length: 256 }, (_, b) =>
  isSmallLetter(b) ? GATE_CODES : 0,
);
