/** Holders of a public or military post that no pack has, known by a title before the name or a role after it. */

import type { ArticleWords, Word } from './article-words.ts';
import type { Frame } from './frame.ts';
import type { NameRun } from './name-runs.ts';
import { isCourtesy, isQualifier, isTitle, titleFamily } from './titles.ts';

// Titles that private persons bear as often.
const PRIVATE = new Set(['leader', 'cleric']);
const PRIVATE_WORDS =
  /\b(?:executive|company|club|team|school|union|band|church|bank|football|marketing|editor|creative|managing|film|music|art)\b/i;
const NOT_A_PERSON =
  /\b(?:Street|Road|Avenue|University|College|School|Hospital|House|Party|Council|Committee|Ministry|Department|Office|Association|Company|Group|Inc|Ltd|Corp|Bank|River|Sea|Lake|Mountains?|Island|City|Province|District|State|Union|Nations|Republic|Kingdom|Airport|Airlines|Church|Court|Palace|Square|War|Day|Agreement|Treaty|Act|Award|Prize|Cup|League|Festival|Conference|Summit|Region|Governorate|Camp)\b/;
// A surname alone with a title is a person; a name has at most five parts.
const MAX_PARTS = 5;

/** The part of a run that is a person's name: without the titles and countries that open it. */
export function personIn({ words }: ArticleWords, run: NameRun): NameRun | null {
  let first = run.first;
  for (let i = run.first; i <= run.last; i++) {
    const word = words[i]!.text;
    if (isTitle(word) || (isQualifier(word) && i < run.last)) first = i + 1;
  }
  const count = run.last - first + 1;
  return count >= 1 && count <= MAX_PARTS ? { first, last: run.last } : null;
}

const isPlainName = (words: readonly Word[]): boolean =>
  words.every(({ text }) =>
    /^\p{Lu}[\p{L}\p{M}'’.]*$|^(?:al|el|bin|ibn|de|van|von|der|den|del|di|da|abu|ul)$/u.test(text),
  ) && !NOT_A_PERSON.test(words.map(({ text }) => text).join(' '));

/** Why the words are an official's name, as a signal with its words; null when they are not. */
export function officialReason(words: readonly Word[], frame: Frame): readonly [string, ...string[]] | null {
  if (!isPlainName(words)) return null;
  const title = frame.title?.replace(/\s+$/, '');
  if (title && frame.family && !isCourtesy(title)) {
    const doubtful = PRIVATE.has(frame.family) && PRIVATE_WORDS.test(title);
    // "Sheikh Maqsoud" is a quarter of Aleppo as often as a man.
    const isPlace = words.length === 1 && /^(?:sheikh|shaykh|saint|st|prince|king|queen)$/i.test(title);
    if (!doubtful && !isPlace && (words.length > 1 || /^\p{Lu}/u.test(title))) return ['unnoted_title', title];
  }
  if (frame.role && words.length > 1 && !PRIVATE_WORDS.test(frame.role)) {
    const family = frame.role.split(/\s+/).map(titleFamily).find(Boolean);
    if (family) return ['unnoted_role', frame.role];
  }
  return null;
}
