/** Layout of a compiled gazetteer: a header of 32-bit words, then five sections; see DESIGN.md. */
import { FORMS_VERSION } from './derived-forms.ts';
import { VARIANTS_VERSION } from './variants.ts';

/** "CCgz", read in the byte order of every machine a browser runs on; on another the mark does not fit, and says so. */
export const MAGIC = 0x7a674343;
/** Raised whenever folding, tokens or layout change: an index of another version is compiled again. */
export const FORMAT_VERSION = 8;
export const RULES_VERSION: number = (VARIANTS_VERSION + FORMS_VERSION) >>> 0;
export const HEADER_WORDS = 16;

/** Words of the header. */
export const H = {
  magic: 0,
  format: 1,
  rules: 2,
  flags: 3,
  byteLength: 4,
  aliases: 5,
  notes: 6,
  /** Filter of first words. */
  words: 7,
  bloom: 8,
  bloomBits: 9,
  slots: 10,
  slotCount: 11,
  /** Slots by which hashes are spread; the rest take the overflow of the last. */
  slotSpread: 12,
  ids: 13,
  pool: 14,
  checksum: 15,
} as const;

/** Names are matched as printed; for measurements. */
export const FLAG_EXACT = 1;
/** Some name may be matched where its first letter is small. */
export const FLAG_LOWER = 2;

/**
 * In a slot's second word: some alias ends here; some alias goes on; some goes on after more than a space or hyphen
 * (punctuation, or an Arabic article that may be left out). The rest is the offset of the first record or, where no
 * alias ends, a bit for each group of first letters (see `nextBit`) that the token after it may have.
 */
export const TERMINAL = 1;
export const CONTINUES = 2;
export const ASIDE = 4;
export const OFFSET_SHIFT = 3;
/** One of 28 bits above the three, by the first four letters of a token; the highest is left for the compiler. */
export const nextBit = (letters: number): number =>
  1 << (OFFSET_SHIFT + (Math.imul(Math.imul(letters, 0x9e3779b1) >>> 27, 28) >>> 5));

/** Bits of a record's first byte. */
export const R = {
  /** No further alias of this hash follows. */
  last: 1,
  /** Two bytes follow: tokens that may be small, tokens that must be capitals. */
  cased: 2,
  /** What stands before the first token, two bits: see `HEAD`. */
  headShift: 2,
  lower: 16,
  unit: 32,
  /** One byte follows: how the compiler made the form from the name. */
  derived: 64,
  /** The alias ends in a possessive s ("Jane's"). */
  possessive: 128,
} as const;

/** What an alias has before its first token. */
export const HEAD = {
  none: 0,
  /** "The": part of the name where the page prints it. */
  the: 1,
  /** An Arabic article, which must be there. */
  article: 2,
  /** Small words, as they are: "de ", "van der ". */
  literal: 3,
} as const;

/** What stands between two tokens of a name. */
export const GAP_SPACE = 0;
/** A space or hyphen, then an Arabic article that may be left out: "Bashar al-Assad". */
export const GAP_ARTICLE = 1;
/** Anything else, compared as it is. */
export const GAP_LITERAL = 2;

/** Bytes between the tokens of a canonical name, besides literal punctuation. */
export const POOL_SPACE = 0x20;
export const POOL_ARTICLE = 0x02;

/** Names longer than this are not matched; no outlet, official or unit has one. */
export const MAX_NAME_BYTES = 255;
export const MAX_TOKENS = 30;
