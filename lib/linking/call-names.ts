/** Family and given names by which the person of a note may be called. */
import { type NameParts, partsOf } from '../gazetteer/people.ts';
import type { Note } from '../notes/note.ts';
import { isQualifier, isTitle } from './titles.ts';

const DISAMBIGUATOR = /\s*\(.*\)$/;

/** Parts of a name without the titles before it: "President Assad" has one part, and so none. */
export function partsWithoutTitle(name: string): NameParts | null {
  const words = name.replace(DISAMBIGUATOR, '').split(/\s+/);
  while (words[0] !== undefined && (isTitle(words[0]) || isQualifier(words[0]))) words.shift();
  return partsOf(words.join(' '));
}

export interface CallNames {
  readonly family: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

// Notes do not change; their names are taken apart once.
const known = new WeakMap<Note, CallNames>();

export function callNames(note: Note): CallNames {
  let names = known.get(note);
  if (!names) {
    names = readNames(note);
    known.set(note, names);
  }
  return names;
}

function readNames(note: Note): CallNames {
  const family = new Set<string>();
  const given = new Set<string>();
  const listed = note.aliases.filter(({ misprint, lang, needs }) => !misprint && !lang && !needs);
  for (const name of [note.name, ...listed.map(({ text }) => text)]) {
    const parts = partsWithoutTitle(name);
    if (!parts || parts.family === '') continue;
    family.add(parts.family);
    if (parts.given) given.add(parts.given);
  }
  return { family, given };
}
