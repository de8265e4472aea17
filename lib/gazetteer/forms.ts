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
  /** Without middle initials: "Martin Ginsburg". */
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

const DISAMBIGUATOR = /\s*\([^()]*\)\s*$/;
const MIDDLE_INITIALS = /^(\p{Lu}[\p{L}'’-]+) (?:\p{Lu}\.? )+(\p{Lu}[\p{L}'’-]+)$/u;
const SPACED_INITIALS = /^(?:\p{Lu}\. ){1,3}(?=\p{Lu})/u;
const CAMEL = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u;
const ARTICLE_NAME = /^(?:[Aa]l|[Ee]l)[- ](\p{Lu}\p{Ll}+)$/u;
const WORD_START = /(?<![\p{L}'’])\p{Lu}(?=\p{L})/gu;
// What a name may lose when it is clear what is spoken of.
const GENERIC =
  /^(.{4,}?),? (?:news agency|agency|news|network|newspaper|tv|television|group|corporation|corp\.?|incorporated|inc\.?|company|ltd\.?|party|organi[sz]ation|movement|brigades?|battalion|regiment|militia|media|store|software|oil|f\.?c\.?|a\.?f\.?c\.?)$/iu;
// What is left must be a name of its own, not an adjective of many.
const NO_STEM =
  /^(?:the |\P{L}*\d|.*\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|national|republican|revolutionary|presidential|popular|people's|democratic|islamic|free|special|central|royal|federal|general|armed|air|coast|border|home|civil|public|security|defen[cs]e|rapid|international|american|european|world|united|new|old|local|social|state|military|liberal|conservative|green|united|business|financial|associated|press|press|german|french|british|russian|syrian|iraqi|iranian|israeli|turkish|chinese|indian|saudi|ukrainian|of|for|and)$)/iu;
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
  const stem = GENERIC.exec(name)?.[1];
  if (stem && /^\p{Lu}/u.test(stem) && !NO_STEM.test(stem)) made.push([stem, DERIVED.stem]);
  const acronym = (name.match(WORD_START) ?? []).join('');
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
  });
  const name = note.name.includes('(') ? note.name.replace(DISAMBIGUATOR, '') : note.name;
  add(name, 0, false, DERIVED.listed);
  const hasPost = note.facts.some(({ what }) => POST_FACTS.has(what));
  for (const [text, derived] of derivedOf(name, note.kind, hasPost)) add(text, 0, false, derived);
  return forms;
}
