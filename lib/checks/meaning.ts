/**
 * What the words of a sentence mean, as far as comparison needs it: units that two sentences share or do not share.
 *
 * A unit is a word or a phrase with its keys. `~destroy` is a row of `meaning-rows.ts`, `@russia` a country, `pro:russia`
 * whoever is backed by it, `#14` a figure; any other key is a term of the index. Units with a key in common are the same.
 * "Russian-backed troops" must never read as "Russian troops": who is backed by X, close to X or against X is not X.
 */
import type { Span } from '../text/span.ts';
import { COUNTRY_ROWS } from './countries.ts';
import { ACT_ROWS, QUALITY_ROWS, THING_ROWS } from './meaning-rows.ts';
import { stemOf, type Token } from './words.ts';

export type UnitKind = 'act' | 'thing' | 'quality' | 'country' | 'proxy' | 'name' | 'number' | 'time' | 'word';

export interface Unit extends Span {
  readonly keys: readonly string[];
  readonly kind: UnitKind;
  /** The tokens it is made of: `[from, to)` in the token list. */
  readonly from: number;
  readonly to: number;
}

interface Meaning {
  readonly keys: string[];
  kind: UnitKind;
}

/** The single stems of each row, for widening a query. */
const ROW_TERMS = new Map<string, string[]>();

/** Phrases and words by their stems, joined by a space; `=word` by the word itself. */
const MEANINGS = new Map<string, Meaning>();
let longestPhrase = 1;

function addRows(rows: string, kind: UnitKind, prefix: string): void {
  for (const row of rows.trim().split('\n')) {
    const entries = row.trim().split(' ');
    const key = prefix + entries[0]!;
    for (const entry of entries) {
      const words = entry.split('_');
      longestPhrase = Math.max(longestPhrase, words.length);
      const form = entry.startsWith('=') ? entry : words.map((word) => stemOf(word)).join(' ');
      if (words.length === 1)
        ROW_TERMS.set(key, [...(ROW_TERMS.get(key) ?? []), form.startsWith('=') ? stemOf(form.slice(1)) : form]);
      const meaning = MEANINGS.get(form);
      if (!meaning) MEANINGS.set(form, { keys: [key], kind });
      else if (!meaning.keys.includes(key)) meaning.keys.push(key);
    }
  }
}
addRows(ACT_ROWS, 'act', '~');
addRows(THING_ROWS, 'thing', '~');
addRows(QUALITY_ROWS, 'quality', '~');
addRows(COUNTRY_ROWS, 'country', '@');

const MONTHS = 'january february march april may june july august september october november december';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const TIME_WORDS = new Set(
  `${MONTHS} ${DAYS} jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight overnight morning evening afternoon night day days week weeks weekend month months year years hour hours minute minutes decade decades recent recently earlier later ago last early late mid`.split(
    ' ',
  ),
);
const MONTH_BY_SHORT = new Map(
  MONTHS.split(' ').flatMap(
    (month) =>
      [
        [month.slice(0, 3), month],
        [month.slice(0, 4), month],
      ] as const,
  ),
);
/** Month names that are also words are time only when capitals say so. */
const AMBIGUOUS_MONTHS = new Set([
  'march',
  'may',
  'mar',
  'sun',
  'sat',
  'dec',
  'jan',
  'second',
  'last',
  'early',
  'late',
]);

/** "X-backed": whoever it is, it is not X. */
const BACKED = new Set(
  'back backed align aligned ally allied support supported link linked sponsor sponsored fund funded train trained equip equipped arm armed loyal friendly supporting leaning run'.split(
    ' ',
  ),
);
/** "backed by X", "loyal to X". */
const BACKED_BY = new Set(
  'backed supported sponsored aligned allied loyal linked trained funded armed equipped bankrolled controlled'.split(
    ' ',
  ),
);
/** "Iranian loyalists", "Russia's proxies". */
const FOLLOWERS = new Set(
  'loyalist loyalists proxy proxies ally allies supporter supporters client clients'.split(' '),
);
const HYPHEN = /^[-\u2010-\u2013]$/;

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.surface);

/** The key a backer is named by: its country, or its own word. */
function backerKey(token: Token): string {
  const country = MEANINGS.get(stemOf(token.word));
  return country?.kind === 'country' ? country.keys[0]!.slice(1) : stemOf(token.word);
}

/** The longest phrase of the tables at a place, and how many tokens it takes. */
function meaningAt(tokens: readonly Token[], at: number): { meaning: Meaning; length: number } | null {
  let form = '';
  let found: { meaning: Meaning; length: number } | null = null;
  for (let length = 1; length <= longestPhrase && at + length <= tokens.length; length++) {
    const token = tokens[at + length - 1]!;
    form += (length > 1 ? ' ' : '') + (token.term === 'usa' ? 'usa' : stemOf(token.word));
    const meaning = MEANINGS.get(form) ?? (length === 1 ? MEANINGS.get(`=${token.word}`) : undefined);
    if (meaning) found = { meaning, length };
  }
  // A stop word alone is never a meaning, only the phrase it opens.
  return found && (found.length > 1 || tokens[at]!.term !== '') ? found : null;
}

/** The backer at a place, with how many tokens say so: "Iran-backed", "pro-Russian", "loyal to the Kremlin". */
function proxyAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  offset: number,
): { key: string; length: number } | null {
  const token = tokens[at]!;
  const between = (a: number): string => text.slice(tokens[a]!.end - offset, tokens[a + 1]!.start - offset);
  const next = tokens[at + 1];
  if (!next) return null;
  const joined = HYPHEN.test(between(at));
  if (joined && (token.word === 'pro' || token.word === 'anti' || token.word === 'non')) {
    return { key: `${token.word}:${backerKey(next)}`, length: 2 };
  }
  if (joined && isCapital(token) && BACKED.has(next.word)) return { key: `pro:${backerKey(token)}`, length: 2 };
  if (isCapital(token) && FOLLOWERS.has(next.word)) return { key: `pro:${backerKey(token)}`, length: 2 };
  if (BACKED_BY.has(token.word) && (next.word === 'by' || next.word === 'to' || next.word === 'with')) {
    const named = tokens[at + 2]?.word === 'the' ? 3 : 2;
    const backer = tokens[at + named];
    if (backer && isCapital(backer)) return { key: `pro:${backerKey(backer)}`, length: named + 1 };
  }
  return null;
}

const isTime = (token: Token): boolean =>
  (TIME_WORDS.has(token.word) && (!AMBIGUOUS_MONTHS.has(token.word) || isCapital(token))) ||
  (token.value !== undefined && token.value >= 1900 && token.value <= 2100 && /^\d{4}$/.test(token.surface));

function kindOf(token: Token, first: boolean): UnitKind {
  if (token.value !== undefined) return 'number';
  return isCapital(token) && !first ? 'name' : 'word';
}

/** The units of a run of tokens of `text` (whose first character stands at `offset`), stop words left out. */
export function unitsOf(text: string, tokens: readonly Token[], offset = 0): Unit[] {
  const units: Unit[] = [];
  const push = (at: number, length: number, keys: readonly string[], kind: UnitKind): void => {
    units.push({ keys, kind, from: at, to: at + length, start: tokens[at]!.start, end: tokens[at + length - 1]!.end });
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const proxy = proxyAt(text, tokens, at, offset);
    const known = proxy ? null : meaningAt(tokens, at);
    let length = 1;
    if (proxy) {
      length = proxy.length;
      push(at, length, [proxy.key], 'proxy');
    } else if (known && !(isTime(token) && known.length === 1)) {
      length = known.length;
      push(at, length, known.meaning.keys, known.meaning.kind);
    } else if (isTime(token)) push(at, 1, [`time:${MONTH_BY_SHORT.get(token.word) ?? token.word}`], 'time');
    else if (token.value !== undefined) push(at, 1, [`#${token.term || token.value}`], 'number');
    else if (token.term !== '') push(at, 1, [token.term], kindOf(token, at === 0));
    at += length;
  }
  return units;
}

/** The terms that mean the same as a key, as the index knows them. */
export const termsOfKey = (key: string): readonly string[] => ROW_TERMS.get(key) ?? [];

export const sharesKey = (a: Unit, b: Unit): boolean => a.keys.some((key) => b.keys.includes(key));

/** Words so common in news that sharing them says little. */
const COMMON = new Set(
  '~troop ~person ~official ~government ~story ~outlet ~area ~region country accord forc unit group member ~several ~main part time state nation situat ~region ~hold ~run ~lead'.split(
    ' ',
  ),
);

/** How much a shared unit tells, without counting a corpus: a small pack's counts mean nothing. */
export function weightOf(unit: Unit): number {
  switch (unit.kind) {
    case 'time':
      return 0.2;
    case 'country':
    case 'name':
    case 'proxy':
    case 'number':
      return 1.3;
    default:
      return unit.keys.some((key) => COMMON.has(key)) ? 0.5 : 1;
  }
}
