import type { Note } from '../../lib/notes/note.ts';
import type { Library } from './library.ts';

const MOST = 50;

/** Letters and figures without marks and case, so that "zelenskyy" and "Zelenskýy" are typed alike. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Where the words stand decides: a name that begins with them, a name, then the summary. `0` is no hit. */
function rank(note: Note, words: readonly string[]): number {
  const names = [note.name, ...note.aliases.map((alias) => alias.text)].map(folded);
  const has = (text: string) => words.every((word) => text.includes(word));
  if (names.some((name) => name.startsWith(words.join(' ')))) return 3;
  if (names.some(has)) return 2;
  return has(folded([...names, note.summary, note.country, note.side, ...note.context].join(' '))) ? 1 : 0;
}

/** Notes with all words of the query, best first. */
export async function searchNotes(library: Library, query: string): Promise<Note[]> {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  // A subject of two packs is listed once, where the preferred one has the words.
  const hits = new Map<string, { note: Note; rank: number }>();
  for await (const { note } of library.everyNote()) {
    const at = rank(note, words);
    if (at > 0 && !hits.has(note.id)) hits.set(note.id, { note, rank: at });
  }
  return [...hits.values()]
    .sort((a, b) => b.rank - a.rank || a.note.name.localeCompare(b.note.name))
    .slice(0, MOST)
    .map((hit) => hit.note);
}
