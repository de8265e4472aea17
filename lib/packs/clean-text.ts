/**
 * Text of a pack as it is stored and shown: one line, composed, without characters that are not seen. What is taken
 * out is what a forger uses (direction overrides, invisible characters) and what breaks a card (piles of marks).
 */

// Printable ASCII without doubled, leading or trailing spaces: nearly every field, returned as it is.
const PLAIN = /^(?:[!-~](?: ?[!-~])*)?$/;

// C0 and C1 controls that are not white space, interlinear anchors, and all that Unicode says is not drawn: direction marks,
// overrides and isolates, soft hyphens, zero-width spaces, fillers that look like blanks, tags. Not joiners, which are looked
// at below, nor marks: variation selectors choose the form of a letter or a sign.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufff9-\ufffb]|(?![\p{M}\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;

// Zero-width joiners mean something between letters (Persian, Indic scripts) and nothing elsewhere.
const LOOSE_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

const WHITE_SPACE = /[\s\u0085]+/gu;

// No orthography puts more than four marks on a letter (Vietnamese two, pointed Hebrew up to four). Joiners between marks
// do not part them from the letter.
const PILED_MARKS = /((?:\p{M}[\u200c\u200d]*){4})[\p{M}\u200c\u200d]+/gu;

const cleanOnce = (raw: string): string =>
  raw
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .replace(LOOSE_JOINER, '')
    .replace(WHITE_SPACE, ' ')
    .trim();

export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  // Until nothing changes: what stood on both sides of something taken out may belong together. Clean text is then clean
  // for whoever reads it next, which a publisher's own reading back rests on.
  for (let text = raw; ; ) {
    const clean = cleanOnce(text);
    if (clean === text) return clean;
    text = clean;
  }
}

const ADDRESS_CODE = /%[0-9A-F]{2}/i;

/**
 * A name copied from the end of a web address, as lists drawn from encyclopaedias have it ("Udvar%2DH%C3%A1zy"), as it
 * is printed. Anything else, and what is no such code after all ("100 %"), stays as it is.
 */
export function nameFromAddress(name: string): string {
  if (!ADDRESS_CODE.test(name)) return name;
  try {
    const printed = cleanText(decodeURIComponent(name));
    // Read again, a name stays what it is, also where somebody encoded it twice.
    return printed === '' ? name : nameFromAddress(printed);
  } catch {
    return name;
  }
}
