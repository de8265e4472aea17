/**
 * The surface forms of a note: its name, its aliases, and the few forms that follow from them by rule. A form that
 * follows is marked, so that linking can ask for more evidence than for a name the pack gives.
 */
import type { Note } from '../notes/note.ts';
import { partsOf } from './people.ts';

/** How a form was made from a name. */
export const DERIVED = {
  /** Not at all: the pack lists it. */
  listed: 0,
  /** Initials of the words: "SOHR". Counts only once the name it stands for has been seen. */
  acronym: 1,
  /** Written together or apart: "Aljazeera", "Bas News". */
  spacing: 2,
  /** Without middle initials: "Martin Ginsburg"; "US military" for its armed forces. */
  short: 3,
  /** Without the word for what it is: "Golani" for "Golani Brigade". */
  stem: 6,
  /** The family name of somebody with a post: believed after a fitting title, or once the full name has been seen. */
  family: 4,
  /** The given name of a person named in full on the page. Made by linking, never compiled. */
  first: 5,
} as const;

export interface Form {
  readonly text: string;
  /** Position in the note's aliases plus one; 0 for the name. */
  readonly alias: number;
  readonly lower: boolean;
  readonly derived: number;
}

/** Facts that say what a person is or was. */
export const POST_FACTS: ReadonlySet<string> = new Set(['role', 'post', 'office', 'rank', 'position', 'title']);

const INNER_POSSESSIVE = /['’]s (?=\p{L})/u;
const DISAMBIGUATOR = /\s*\([^()]*\)\s*$/;
const MIDDLE_INITIALS = /^(\p{Lu}[\p{L}'’-]+) (?:\p{Lu}\.? )+(\p{Lu}[\p{L}'’-]+)$/u;
const SPACED_INITIALS = /^(?:\p{Lu}\. ){1,3}(?=\p{Lu})/u;
const CAMEL = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u;
const ARTICLE_NAME = /^(?:[Aa]l|[Ee]l)[- ](\p{Lu}\p{Ll}+)$/u;
const WORD_START = /(?<![\p{L}'’])\p{Lu}(?=\p{L})/gu;
// Legal forms and "Group" are left out as soon as it is clear what is spoken of.
const GENERIC =
  /^(\p{Lu}.{3,}?),? (?:group|corporation|corp\.?|incorporated|inc\.?|company|ltd\.?|plc|llc|software|media|f\.?c\.?|a\.?f\.?c\.?)$/iu;
// Two letters stand for too much.
const MIN_ACRONYM = 3;
const MAX_ACRONYM = 7;

function derivedOf(name: string, kind: Note['kind'], hasPost: boolean): (readonly [string, number])[] {
  const made: (readonly [string, number])[] = [];
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
  if (kind === 'official') {
    const family = hasPost ? partsOf(name)?.printed : undefined;
    if (family) made.push([family, DERIVED.family]);
    const short = MIDDLE_INITIALS.exec(name);
    if (short) made.push([`${short[1]} ${short[2]}`, DERIVED.short]);
    return made;
  }
  if (/^\p{Lu}.* Armed Forces$/u.test(name)) made.push([name.replace(/Armed Forces$/, 'military'), DERIVED.short]);
  const stem = GENERIC.exec(name)?.[1];
  if (stem) made.push([stem, DERIVED.stem]);
  const acronym = /[\d/]/.test(name) ? '' : (name.replace(/^The /, '').match(WORD_START) ?? []).join('');
  if (acronym.length >= MIN_ACRONYM && acronym.length <= MAX_ACRONYM) made.push([acronym, DERIVED.acronym]);
  return made;
}

/** The forms of a note, the ones the pack gives first. */
export function formsOf(note: Note): Form[] {
  const forms: Form[] = [];
  const seen = new Set<string>();
  const add = (text: string, alias: number, lower: boolean, derived: number): void => {
    if (text === '' || seen.has(text)) return;
    seen.add(text);
    forms.push({ text, alias, lower, derived });
  };
  note.aliases.forEach(({ text, lower }, i) => {
    add(text, i + 1, lower === true, DERIVED.listed);
    // "Peoples Protection Units": many pages leave the apostrophe out.
    if (INNER_POSSESSIVE.test(text)) add(text.replace(INNER_POSSESSIVE, 's '), i + 1, lower === true, DERIVED.spacing);
  });
  const name = note.name.includes('(') ? note.name.replace(DISAMBIGUATOR, '') : note.name;
  add(name, 0, false, DERIVED.listed);
  const hasPost = note.facts.some(({ what }) => POST_FACTS.has(what));
  for (const [text, derived] of derivedOf(name, note.kind, hasPost)) add(text, 0, false, derived);
  return forms;
}
