/** Compares the scan with the naive matcher on random dictionaries and texts. */
import { expect } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { candidateAt } from '../../../lib/gazetteer/find-printed.ts';
import { formsOf } from '../../../lib/gazetteer/forms.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { scan } from '../../../lib/gazetteer/scan.ts';
import type { Note, NoteId } from '../../../lib/notes/note.ts';
import { matchNaively, readAlias } from './naive-matcher.ts';
import { RandomNames } from './random-names.ts';

const TEXTS_EACH = 100;
const NAMES = 12;

const noteFor = (name: string, i: number, lower: boolean): Note => {
  const kind = i % 3 === 0 ? 'unit' : i % 3 === 1 ? 'official' : 'outlet';
  return {
    id: `${kind}/n${i}` as NoteId,
    kind,
    name: `N${i}`,
    aliases: [{ text: name, ...(lower ? { lower: true as const } : {}) }],
    context: [],
    summary: '',
    facts: [],
    sources: {},
    notToConfuse: [],
  };
};

/** Every difference fails, with the seed, the names and the text that show it. */
export function compareOn(seeds: { readonly from: number; readonly to: number }): void {
  for (let { from: seed } = seeds; seed < seeds.to; seed++) {
    const random = new RandomNames(seed);
    const names = Array.from({ length: NAMES }, () => random.name());
    const smallAllowed = seed % 4 === 0;
    const notes = names.map((name, i) => noteFor(name, i, smallAllowed && i % 5 === 0));
    const gazetteer = openGazetteer(compileGazetteer(notes));
    const aliases = notes.flatMap((note) =>
      formsOf(note).flatMap((form) => {
        const alias = readAlias(form, note.kind === 'unit');
        return alias ? [{ ...alias, note: note.id }] : [];
      }),
    );
    for (let t = 0; t < TEXTS_EACH; t++) {
      const text = random.text(names);
      const { rows, count } = scan(text, [{ start: 0, end: text.length }], gazetteer);
      const found = new Map<string, Set<string>>();
      for (let row = 0; row < count; row++) {
        const key = `${rows[3 * row]}-${rows[3 * row + 1]}`;
        const ids = found.get(key) ?? found.set(key, new Set()).get(key)!;
        ids.add(candidateAt(gazetteer, rows[3 * row + 2]!).note);
      }
      const wanted = new Map(
        matchNaively(text, aliases).map(({ start, end, aliases: matched }) => [
          `${start}-${end}`,
          new Set(matched.map((alias) => (alias as (typeof aliases)[number]).note)),
        ]),
      );
      expect({ seed, text, names, found }).toEqual({ seed, text, names, found: wanted });
    }
  }
}
