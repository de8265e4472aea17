/** News outlets that no pack has, known by their last word or by how the text introduces them. */

import { nationsOf } from '../gazetteer/nations.ts';
import type { Word } from './article-words.ts';

/** Nearly always an outlet's. */
const HEADS = new Set(
  'news times herald tribune gazette telegraph television tv radio broadcasting newspaper newspapers newswire courier'.split(
    ' ',
  ),
);
/** An outlet's only when the text speaks of reporting beside it. */
const DOUBTFUL = new Set(
  'post journal chronicle press daily weekly observer monitor mail mirror standard inquirer globe examiner guardian'.split(
    ' ',
  ),
);
const REPORTING =
  /\b(?:report(?:s|ed|ing)?|told|according to|interview(?:ed)?|published|quoted|citing|cited|wrote|writes|broadcast|aired|correspondent|journalist|editor|newspaper|said)\b/;
// What describes an outlet without naming it: "Syrian state television", "the State news agency", "a YouTube channel".
const DESCRIPTIONS = new Set(
  (
    'state government opposition official local regional foreign western arab kurdish satellite tv radio youtube twitter facebook telegram ' +
    'instagram tiktok whatsapp monday tuesday wednesday thursday friday saturday sunday semi-official pro-government ' +
    'web mainstream commercial public digital online internet popular leading financial business sports tabloid broadsheet english-language'
  ).split(' '),
);
const isDescription = (word: string): boolean =>
  DESCRIPTIONS.has(word.toLowerCase()) || nationsOf(word).size > 0 || HEADS.has(word.toLowerCase());
const AFTER =
  /^(?:['’]s)? (?:newspaper|news agency|news site|news website|news channel|news outlet|broadcaster|wire service|satellite channel|radio station|TV station|television station|(?:television|TV|radio|channel|daily|weekly|magazine)(?= (?:said|says|reported|reports|quoted|showed|broadcast|channel|station\b|newspaper)|[,.]|$))\b/;
const BEFORE =
  /\b(?:newspaper|news agency|news site|news website|news outlet|media outlet|outlet|broadcaster|television (?:channel|station)|TV (?:channel|station)|radio station|daily|weekly|magazine|state-run|state-owned|tabloid|channel)s?,? (?:the )?$/;

const LONGEST_LEAD = 32;

/** Why the words are an outlet's name, as a signal with its words; null when they are not. */
export function outletReason(
  words: readonly Word[],
  before: string,
  after: string,
): readonly [string, ...string[]] | null {
  if (words.every(({ text }) => isDescription(text))) return null;
  const last = words
    .at(-1)!
    .text.toLowerCase()
    .replace(/['’]s?$/, '');
  const following = AFTER.exec(after)?.[0].trim();
  if (following) return ['unnoted_outlet', following.replace(/^['’]s /, '')];
  const leading = BEFORE.exec(before.slice(-LONGEST_LEAD))?.[0].trim();
  if (leading && !/\b(?:channel|daily|weekly)s?$/.test(leading.replace(/,? the$/, '')))
    return ['unnoted_outlet', leading.replace(/,.*$/, '')];
  if (words.length < 2) return null;
  const agency = /\bNews Agency$/.test(`${words.at(-2)!.text} ${words.at(-1)!.text}`);
  if (agency || HEADS.has(last)) return ['unnoted_outlet', words.at(-1)!.text];
  if (DOUBTFUL.has(last) && REPORTING.test(`${before.slice(-60)} | ${after.slice(0, 60)}`)) {
    return ['unnoted_outlet', words.at(-1)!.text];
  }
  return null;
}
