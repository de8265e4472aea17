import type { Note } from '../notes/note.ts';
import { unitsOf } from './meaning.ts';
import { stemOf, tokensOf } from './words.ts';

const kept = new WeakMap<Note, readonly string[]>();

/**
 * The keys of everything a note is called, its id among them. Misprints and forms of other languages are left out; and a
 * name does nothing: the "Assault" of an Assault Corps is its stem alone, no attack.
 */
export function noteKeys(note: Note): readonly string[] {
  let keys = kept.get(note);
  if (!keys) {
    const forms = [note.name, ...note.aliases.flatMap((alias) => (alias.misprint || alias.lang ? [] : [alias.text]))];
    keys = [...new Set([note.id, ...forms.flatMap(keysOfForm)])];
    kept.set(note, keys);
  }
  return keys;
}

function keysOfForm(form: string): string[] {
  const tokens = tokensOf(form);
  return unitsOf(form, tokens).flatMap((unit) =>
    unit.kind === 'act' || unit.kind === 'quality'
      ? tokens.slice(unit.from, unit.to).map((token) => stemOf(token.word))
      : unit.keys,
  );
}
