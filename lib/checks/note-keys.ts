import type { Note } from '../notes/note.ts';
import { unitsOf } from './meaning.ts';
import { tokensOf } from './words.ts';

const kept = new WeakMap<Note, readonly string[]>();

/** The keys of everything a note is called, its id among them. Misprints and forms of other languages are left out. */
export function noteKeys(note: Note): readonly string[] {
  let keys = kept.get(note);
  if (!keys) {
    const forms = [note.name, ...note.aliases.flatMap((alias) => (alias.misprint || alias.lang ? [] : [alias.text]))];
    keys = [
      ...new Set([note.id, ...forms.flatMap((form) => unitsOf(form, tokensOf(form)).flatMap((unit) => unit.keys))]),
    ];
    kept.set(note, keys);
  }
  return keys;
}
