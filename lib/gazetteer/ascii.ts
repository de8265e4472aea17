/** Tables over one byte, for the paths that see every character of a page. */

const table = (value: (byte: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => value(byte));
const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
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
/** The same for a byte that may begin a name: no lower-case letter, no continuation byte. */
export const START_CODE: Uint8Array = table((b) =>
  b >= 0x61 && b <= 0x7a ? 0 : b >= 0x80 ? (b >= 0xc2 ? ANY : 0) : b === 0x27 ? 0 : GATE_CODE[b]!,
);
