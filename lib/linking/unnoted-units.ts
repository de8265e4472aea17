/** Armed forces and services that no pack has, known by their type words, numbers, or foreign unit words. */

import { nationsOf } from '../gazetteer/nations.ts';
import { NUMBERED_UNITS } from '../gazetteer/unit-words.ts';
import type { Word } from './article-words.ts';

/** End a unit's name: "Desert Hawks Brigade", "Iraqi Security Forces". */
const HEADS = new Set(
  (
    'army armies corps division divisions brigade brigades regiment regiments battalion battalions squadron fleet flotilla ' +
    'forces force guard guards militia militias legion navy police gendarmerie units commandos marines paratroopers ' +
    'front mobilisation mobilization resistance command peshmerga infantry'
  ).split(' '),
);
/** End one only beside a word of defence or security. */
const SERVICES = new Set('agency service services directorate bureau intelligence'.split(' '));
const SECRET = new Set('intelligence security secret counterterrorism'.split(' '));
/** Begin one, in Arabic, Persian, Urdu and Kurdish names. */
const FOREIGN = new Set(
  (
    'liwa liwaa katibat katiba kataib katayeb jaysh jaish jeish harakat haraka saraya sarayat faylaq failaq firqat firqa quwat ' +
    'ansar jund asaib jabhat ahrar suqour suqur fursan lashkar tehrik jamaat hayat hayaat tahrir tanzim tajammu muqawama ' +
    'wilayat wilaya hezb hizb kataeb sepah niru artesh'
  ).split(' '),
);
// Say what a force is, not whose or which.
const PLAIN = new Set(
  'air armed security special task opposition government coalition joint combined ground naval land rebel regime allied local'.split(
    ' ',
  ),
);
const NUMBER = /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$/;
// Not units, though they end like one.
const NOT =
  /\b(?:Task Force on|Air Force One|Work ?force|Salvation Army|National Front for the Liberation|Security Council|Labou?r Force)\b/;

const APOSTROPHE = /['’]/;

/** Why the words are a unit's name, as a signal with its words; null when they are not. */
export function unitReason(words: readonly Word[], text: string): readonly [string, ...string[]] | null {
  const small = words.map(({ text: word }) => {
    const lower = word.toLowerCase();
    return APOSTROPHE.test(lower) ? lower.replace(/['’]s?$/, '').replaceAll(/['’]/g, '') : lower;
  });
  if (NOT.test(text)) return null;
  const last = small.at(-1)!;
  if (FOREIGN.has(small[0]!) && words.length > 1) return ['unnoted_foreign', words[0]!.text];
  const number = small.findIndex((word, i) => /^\d+(?:st|nd|rd|th)?$/.test(word) && i <= 1);
  if (number >= 0 && small.some((word) => NUMBERED_UNITS.has(word) || word === 'unit')) return ['unnoted_number', text];
  // "Division 30", "Task Force 50", "Mobile Unit Two".
  const counted = small.at(-2) ?? '';
  if (NUMBER.test(last) && (NUMBERED_UNITS.has(counted) || counted === 'unit' || counted === 'force'))
    return ['unnoted_number', text];
  if (HEADS.has(small[0]!) && small[1] === 'of') return ['unnoted_unit', words[0]!.text];
  if (words.length < 2) return null;
  if (HEADS.has(last)) {
    // "Republican Front", "Air Command": a modifier is asked for, and a mere country leaves only state forces.
    const own = small.slice(0, -1).filter((_, i) => nationsOf(words[i]!.text).size === 0);
    const isState = own.length < small.length - 1;
    if (own.length === 0 && !/^(?:army|navy|police|marines|guard|guards|forces)$/.test(last)) return null;
    // "Air Force" alone is any country's.
    if (!isState && own.length < 3 && own.every((word) => PLAIN.has(word))) return null;
    return ['unnoted_unit', words.at(-1)!.text];
  }
  if (SERVICES.has(last) && small.slice(0, last === 'intelligence' ? -1 : undefined).some((word) => SECRET.has(word)))
    return ['unnoted_unit', words.at(-1)!.text];
  return null;
}
