/** Holders of a public or military post that no pack has, known by a title before the name or a role after it. */

import { nationsIn } from '../gazetteer/nations.ts';
import type { ArticleWords, Word } from './article-words.ts';
import type { Frame } from './frame.ts';
import type { NameRun } from './name-runs.ts';
import { isCourtesy, isQualifier, isTitle, titleFamily } from './titles.ts';

// Titles that companies and clubs give as well; of these the text must say that the post is public.
const WIDE = new Set(['leader', 'official', 'president']);
const PUBLIC =
  /\b(?:government|ministry|ministers?|cabinet|council|parliament\w*|senate|congress|assembly|legislature|army|navy|air force|military|armed|police|security|intelligence|defen[cs]e|foreign|interior|state|national|party|opposition|rebels?|militants?|insurgents?|militia|guerrilla|movement|front|brigades?|faction|coalition|alliance|separatists?|commission|agency|authority|department|committee|supreme|un|eu|nato|opec|imf|who|iaea|opcw|unhcr|unicef|league|union|nations|white house|kremlin|pentagon|downing street|tory|labour|labor|conservative|liberal|democrat\w*|republican|socialist|communist|greens?|monitor\w*|observatory|human rights|red cross|red crescent|tribal|peacekeep\w*|commander|chief of staff|special (?:advis[eo]r|envoy|representative))\b/i;
const PRIVATE =
  /\b(?:executive|company|club|team|school|university|band|church|bank|football|rugby|baseball|basketball|cricket|marketing|sales|editor|creative|managing|film|movie|music|art|technology|operating|financial officer|store|firm|corp|inc|plc)\b/i;
// Ranks that sport, crime and shipping use small.
const SMALL_RANK = /^(?:.* )?(?:captain|officer|major|sergeant|marshal)$/;
const NOT_A_PERSON =
  /\b(?:Street|Road|Avenue|University|College|School|Hospital|House|Party|Council|Committee|Ministry|Department|Office|Association|Company|Group|Inc|Ltd|Corp|Bank|River|Sea|Lake|Mountains?|Island|City|Province|District|State|Union|Nations|Republic|Kingdom|Airport|Airlines|Church|Court|Palace|Square|War|Day|Agreement|Treaty|Act|Award|Prize|Cup|League|Festival|Conference|Summit|Region|Governorate|Camp|Election|Motors|Electric|Mills|Assembly|Commission)\b/;
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

/** What the text around a name gives. */
export interface Surroundings {
  readonly frame: Frame;
  /** Whether an armed group or an outlet is named right before the title: "Jaish al-Islam spokesman". */
  readonly owned: boolean;
}

/** Why the words are an official's name, as a signal with its words; null when they are not. */
export function officialReason(words: readonly Word[], around: Surroundings): readonly [string, ...string[]] | null {
  const { frame } = around;
  if ((!frame.title && !frame.role) || !isPlainName(words)) return null;
  if (frame.title && frame.family && tellsOfPost(frame.title, frame.family, words, around)) {
    return ['unnoted_title', frame.title];
  }
  const family = frame.role?.split(/\s+/).map(titleFamily).find(Boolean);
  if (!frame.role || !family || words.length < 2 || family === 'cleric' || PRIVATE.test(frame.role)) return null;
  return !(WIDE.has(family) || family === 'soldier') || isPublic(frame.role) ? ['unnoted_role', frame.role] : null;
}

const isPublic = (phrase: string): boolean => PUBLIC.test(phrase) || nationsIn(phrase.trim()).size > 0;

function tellsOfPost(title: string, family: string, words: readonly Word[], { frame, owned }: Surroundings): boolean {
  const isCapital = /^\p{Lu}/u.test(title);
  if (isCourtesy(title) || (words.length < 2 && !isCapital)) return false;
  // "Prince Naseem", "King Street", "General Motors".
  if (words.length < 2 && (family === 'monarch' || title === 'General')) return false;
  if (family === 'cleric') return /ayatollah/i.test(title);
  const phrase = `${frame.lead} ${title}`;
  if (PRIVATE.test(phrase)) return false;
  if (family === 'president' && isCapital && !/\p{Lu}[\p{L}.]* $/u.test(frame.lead)) return true;
  if (WIDE.has(family)) return owned || frame.nation !== null || isPublic(phrase);
  return !SMALL_RANK.test(title) || isPublic(phrase);
}
