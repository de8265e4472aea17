/**
 * The surface forms of a note: its name, its aliases, and the few forms that follow from them by rule. A form that
 * follows is marked, so that linking can ask for more evidence than for a name the pack gives.
 */
import type { Note } from '../notes/note.ts';
import { DERIVED, derivedFrom } from './derived-forms.ts';

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
const PERIODICAL = /\((magazine|newspaper|journal)\)$/;
const DISAMBIGUATOR = /\s*\([^()]*\)\s*$/;
/** A note's name without what tells it from its namesakes. */
export const bareName = ({ name }: Note): string => (name.includes('(') ? name.replace(DISAMBIGUATOR, '') : name);

/** The forms that the pack gives. */
export const listedForms = (note: Note): Form[] => [
  ...note.aliases.map(({ text, lower }, i) => ({ text, alias: i + 1, lower: lower === true, derived: DERIVED.listed })),
  { text: bareName(note), alias: 0, lower: false, derived: DERIVED.listed },
];

/** The forms of a note but for the family name, the ones the pack gives first. */
export function formsOf(note: Note): Form[] {
  const forms: Form[] = [];
  const add = (text: string, alias: number, lower: boolean, derived: number): void => {
    if (text === '' || forms.some((form) => form.text === text)) return;
    forms.push({ text, alias, lower, derived });
  };
  note.aliases.forEach(({ text, lower }, i) => {
    add(text, i + 1, lower === true, DERIVED.listed);
    // "Peoples Protection Units": many pages leave the apostrophe out.
    if (!INNER_POSSESSIVE.test(text)) return;
    add(text.replace(INNER_POSSESSIVE, 's '), i + 1, lower === true, DERIVED.spacing);
    add(text.replace(INNER_POSSESSIVE, ' '), i + 1, lower === true, DERIVED.spacing);
  });
  const name = bareName(note);
  add(name, 0, false, DERIVED.listed);
  const paper = name === note.name ? undefined : PERIODICAL.exec(note.name)?.[1];
  // "Time (magazine)" is as often Time magazine.
  if (paper) add(`${name} ${paper[0]!.toUpperCase()}${paper.slice(1)}`, 0, false, DERIVED.spacing);
  if (paper) add(`${name} ${paper}`, 0, false, DERIVED.spacing);
  for (const [text, derived] of derivedFrom(name, note.kind)) add(text, 0, false, derived);
  return forms;
}
