/**
 * Forms that follow from a name by rule: what English news prints for a name that a pack gives only in full. Each is
 * marked with its rule, because linking believes them on different terms.
 */
import type { EntityKind } from '../notes/note.ts';
import { nationsOf } from './nations.ts';
import { partsOf, plainFamily } from './people.ts';

/** How a form was made from a name. */
export const DERIVED = {
  /** Not at all: the pack lists it. */
  listed: 0,
  /** Initials of the words: "SOHR". */
  acronym: 1,
  /** Written together or apart: "Aljazeera", "Bas News"; "Labour party" for "Labour Party". */
  spacing: 2,
  /** Without middle initials, or "Infantry" in the middle: "Martin Ginsburg"; "US military" for its armed forces. */
  short: 3,
  /** The family name of a person: believed after a fitting title, once the full name has been seen, or alone. */
  family: 4,
  /** The given name of a person named in full on the page. Made by linking, never compiled. */
  first: 5,
  /** Without the word for what it is: "Tullow" for "Tullow Oil". */
  stem: 6,
  /** Without its legal form: "Canon" for "Canon Inc.". */
  legal: 7,
  /** Without its country, or the other way round: "Congress", "Labor Department". */
  national: 8,
  /** The country, place or nickname for a team: "England". */
  team: 9,
  /** The members for the party: "Democrats". */
  party: 10,
  /** The last word of a name the page gives in full: "the Commission". Made by linking, never compiled. */
  head: 11,
} as const;

/** Raised whenever the rules below change: an index made by other rules is compiled again. */
export const FORMS_VERSION = 5;

type Made = readonly [text: string, derived: number];
const NONE: readonly Made[] = [];

const MIDDLE_INITIALS = /^(\p{Lu}[\p{L}'’-]+) (?:\p{Lu}\.? )+(\p{Lu}[\p{L}'’-]+)$/u;
const SPACED_INITIALS = /^(?:\p{Lu}\. ){1,3}(?=\p{Lu})/u;
const CAMEL = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u;
const ARTICLE_NAME = /^(?:[Aa]l|[Ee]l)[- ](\p{Lu}\p{Ll}+)$/u;
const CAPITAL_PARTICLE = /(?<= )(?:D[eiu]|Del|Der|La|Le|V[ao]n|Ter|Ul) (?=\p{Lu})/gu;
// Popes and kings have no family name: "John Paul II".
const REGNAL = / [IVX]+$/;
const WORD_START = /(?<![\p{L}'’])\p{Lu}(?=\p{L})/gu;
const LEGAL =
  /^(?:F\.?C\.? )?((?:\p{Lu}|\p{Ll}\p{Lu}).+?)(?:,? (?:incorporated|inc\.?|corporation|corp\.?|company|co\.?|limited|ltd\.?|plc|llc|f\.?c\.?|a\.?f\.?c\.?))+$/iu;
// "Group" and its kin are left out as soon as it is clear what is spoken of.
const GENERIC =
  /^((?:\p{Lu}|\p{Ll}\p{Lu}).{2,}?),? (?:group|software|media|store|oil|energy|motors|airlines|pharmaceuticals|publications)$/iu;
const COLLEGE = /^(\p{Lu}.* State) University$/u;
const TEAM =
  /^(.+?)(?: (?:women['’]s|men['’]s|under-\d\d))? national (?:association )?(?:(?:football|rugby|cricket|basketball|hockey|handball|volleyball|baseball|soccer) )(?:union |league )?team$/u;
// A sport at the end of a name makes it a team's: "Ohio State Buckeyes football".
const CLUB_SPORT = /^(\p{Lu}.* \p{Lu}\p{L}+) (?:football|basketball|baseball|hockey|rugby|soccer)$/u;
const CLUB_FIRST = /^(?:FC|FK|SK|AC|SC|BK) (\p{Lu}\p{L}+) \p{Lu}/u;
const CLUB_LAST =
  /^\p{Lu}.* (United|City|Rovers|Albion|Wanderers|Athletic|Rangers|County|Villa) (?:F\.?C\.?|A\.?F\.?C\.?)$/u;
const OFFICE = /^(Department|Ministry) of (?:the )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)$/u;
// "20th Armoured Brigade": infantry goes without saying beside another word for what it rides or where it fights.
const INFANTRY = /(?<=\b(?:Armou?red|Mechani[sz]ed|Motori[sz]ed|Mountain|Airborne|Marine) )Infantry (?=\p{Lu})/u;
const PARTY = /^(\p{Lu}\p{L}+) Party$/u;
const MEMBERS: readonly (readonly [RegExp, string])[] = [
  [/^(Democrat)ic$/, '$1s'],
  [/^(Labou?r)$/, '$1'],
  [/^(.+(?:ist|ive|ican|ocrat|Green|Liberal))$/, '$1s'],
];
// Two letters stand for too much.
const MIN_ACRONYM = 3;
const MAX_ACRONYM = 7;
// Of what is left without the country one word is too little, but for these.
const NATIONAL_WORDS = new Set(['Congress', 'Senate', 'Parliament', 'Navy', 'Treasury', 'Cabinet']);
const LONGEST_NATION = 3;
// What bears their name is not all of the country's.
const PARTS_OF_NATIONS = new Set(['English', 'Scottish', 'Welsh', 'England', 'Scotland', 'Wales']);

/** A name without the country before or after it ("Congress", "Treasury Board") and that country, as printed. */
export interface Split {
  readonly bare: string;
  readonly nation: string;
}

const SMALL = /^(?:of|and|the|for|in)$/;

/** Null for a name that neither begins nor ends with a country. */
export function splitNation(name: string): Split | null {
  const words = name.split(' ');
  const phrase = (from: number, to: number): string => words.slice(from, to).join(' ');
  for (let count = Math.min(LONGEST_NATION, words.length - 1); count > 0; count--) {
    if (nationsOf(phrase(0, count)).size > 0 && !PARTS_OF_NATIONS.has(words[0]!))
      return { bare: phrase(count, words.length), nation: phrase(0, count) };
  }
  let end = words.length;
  let first = end;
  for (let last = end; last > 1; ) {
    if (SMALL.test(words[last - 1]!)) last--;
    else {
      const count = [3, 2, 1].find((n) => n < last && nationsOf(phrase(last - n, last)).size > 0);
      if (count === undefined) break;
      last -= count;
      [end, first] = [last, last];
    }
  }
  while (SMALL.test(words[end - 1]!)) end--;
  return end < words.length ? { bare: phrase(0, end), nation: phrase(first, words.length) } : null;
}

function acronymOf(name: string): string | null {
  // A short form inside the name ("UN", "9th") has letters of its own.
  if (/[\d/]|\p{Lu}{2}/u.test(name)) return null;
  const acronym = (name.replace(/^The /, '').match(WORD_START) ?? []).join('');
  return acronym.length >= MIN_ACRONYM && acronym.length <= MAX_ACRONYM ? acronym : null;
}

/** The family name of a person, as printed and folded; null for a name that has none. */
export function familyOf(name: string): { readonly printed: string; readonly folded: string } | null {
  const plain = plainFamily(name);
  if (plain !== null) return { printed: plain, folded: plain.toLowerCase() };
  const parts = name.includes(' ') && !REGNAL.test(name) ? partsOf(name) : null;
  return parts?.printed ? { printed: parts.printed, folded: parts.family } : null;
}

function* personForms(name: string): Generator<Made> {
  const short = MIDDLE_INITIALS.exec(name);
  if (short) yield [`${short[1]} ${short[2]}`, DERIVED.short];
  const lowered = name.replace(CAPITAL_PARTICLE, (particle) => particle.toLowerCase());
  if (lowered !== name) yield [lowered, DERIVED.spacing];
}

function* partyForms(name: string): Generator<Made> {
  const stem = PARTY.exec(name)?.[1];
  if (!/ Party$/.test(name)) return;
  yield [name.replace(/Party$/, 'party'), DERIVED.spacing];
  const rule = MEMBERS.find(([pattern]) => stem && pattern.test(stem));
  if (rule) yield [stem!.replace(...rule), DERIVED.party];
}

/** What sports pages call a team: its country, its place or its nickname. */
function* teamForms(name: string): Generator<Made> {
  const short = TEAM.exec(name)?.[1] ?? CLUB_FIRST.exec(name)?.[1] ?? CLUB_LAST.exec(name)?.[1];
  if (short) yield [short, DERIVED.team];
  const words = CLUB_SPORT.exec(name)?.[1]?.split(' ') ?? [];
  for (let i = 1; i < words.length; i++) {
    yield [words.slice(0, i).join(' '), DERIVED.team];
    yield [words.slice(i).join(' '), DERIVED.team];
  }
}

function* bodyForms(name: string): Generator<Made> {
  if (/^\p{Lu}.* Armed Forces$/u.test(name)) yield [name.replace(/Armed Forces$/, 'military'), DERIVED.short];
  if (INFANTRY.test(name)) yield [name.replace(INFANTRY, ''), DERIVED.short];
  const legal = LEGAL.exec(name)?.[1];
  if (legal) yield [legal, DERIVED.legal];
  const stem = GENERIC.exec(name)?.[1] ?? COLLEGE.exec(name)?.[1];
  if (stem) yield [stem, DERIVED.stem];
  yield* teamForms(name);
  const bare = splitNation(name)?.bare ?? null;
  const isTelling = bare !== null && (bare.includes(' ') || NATIONAL_WORDS.has(bare)) && /^\p{Lu}/u.test(bare);
  if (isTelling && !TEAM.test(name)) yield [bare, DERIVED.national];
  const office = OFFICE.exec(bare ?? name);
  if (office) yield [`${office[2]} ${office[1]}`, DERIVED.national];
  yield* partyForms(name);
  for (const whole of new Set([name, legal, bare])) {
    if (!whole) continue;
    // Long names are often cut before their "and": "CDC" for Centers for Disease Control and Prevention.
    for (const spelled of new Set([whole, whole.split(' and ')[0]!])) {
      const acronym = acronymOf(spelled);
      if (acronym) yield [acronym, DERIVED.acronym];
    }
  }
}

/** The forms that follow from a name by itself; which family names are forms depends on all notes (`family-forms.ts`). */
export function derivedFrom(name: string, kind: EntityKind): readonly Made[] {
  if (kind === 'official' && plainFamily(name) !== null) return NONE;
  const made: Made[] = [];
  const article = ARTICLE_NAME.exec(name);
  if (article) made.push([`Al${article[1]!.toLowerCase()}`, DERIVED.spacing]);
  if (!name.includes(' ')) {
    const camel = CAMEL.exec(name);
    if (camel) made.push([`${camel[1]} ${camel[2]}`, DERIVED.spacing]);
    return made;
  }
  if (SPACED_INITIALS.test(name)) {
    made.push([name.replace(SPACED_INITIALS, (run) => `${run.replace(/[. ]/g, '')} `), DERIVED.spacing]);
  }
  made.push(...(kind === 'official' ? personForms(name) : bodyForms(name)));
  return made;
}
