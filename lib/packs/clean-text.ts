/**
 * Text of a pack as it is stored and shown: one line, composed, without characters that are not seen. What is taken
 * out is what a forger uses (direction overrides, invisible characters) and what breaks a card (piles of marks).
 */

// Printable ASCII without doubled, leading or trailing spaces: nearly every field, returned as it is.
const PLAIN = /^(?:[!-~](?: ?[!-~])*)?$/;

// C0 and C1 controls that are not white space, soft hyphen, Arabic letter mark, direction marks, embeddings,
// overrides and isolates, word joiner and invisible operators, byte order mark, interlinear anchors, tags.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

// Zero-width joiners mean something between letters (Persian, Indic scripts) and nothing elsewhere.
const LOOSE_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

const WHITE_SPACE = /[\s\u0085]+/gu;

// No orthography puts more than four marks on a letter (Vietnamese two, pointed Hebrew up to four).
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(LOOSE_JOINER, '')
    .replace(PILED_MARKS, '$1')
    .replace(WHITE_SPACE, ' ')
    .trim();
}
