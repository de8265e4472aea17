import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import type { Note } from '../../../lib/notes/note.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { makeRecord } from './make-pack.ts';

/** Names a pack may bring, as the index takes them that marks pages: every fold is on. */

const noteOf = (id: string, name: string, aliases: readonly unknown[]): Note =>
  makeRecord({ type: 'note', id, name, aliases }).value as Note;

/** What of the text is found to be a name of these. */
function found(notes: readonly Note[], text: string): string[] {
  const article = articleFromText({ id: 'a', text });
  return findHits(article, openGazetteer(compileGazetteer(notes))).map(({ start, end }) => text.slice(start, end));
}

describe('65: letters that look alike are not the same', () => {
  const CYRILLIC = 'R\u0435uters';
  test.each([
    ['65: a Cyrillic letter in an alias does not find the Latin word', CYRILLIC, 'Reuters', false],
    ['65: nor the other way round', 'Reuters', CYRILLIC, false],
    ['65: it finds what is written with it', CYRILLIC, CYRILLIC, true],
    ['65: Greek capitals', '\u03a4\u0391SS', 'TASS', false],
    ['65: a whole name in Cyrillic look-alikes', '\u0422\u0410\u0421\u0421', 'TACC', false],
    ['65: a digit for a letter', 'Reuter5', 'Reuters', false],
  ])('%s', (_, alias, printed, isFound) => {
    const text = `The news agency ${printed} said on Friday that talks had begun.`;
    expect(found([noteOf('outlet/a', 'An agency', [alias])], text)).toEqual(isFound ? [printed] : []);
  });
});

describe('names objects come with are names like any other', () => {
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  test.each(words)('66: %s is a name like any other, and no object changes', (word) => {
    const notes = words.map((each, n) =>
      noteOf(`unit/${each.toLowerCase().replace(/^_+/, 'x')}`, `A unit ${n}`, [{ text: each, lower: true }]),
    );
    expect(found(notes, `He said that ${word} had moved north of the river.`)).toEqual([
      // Underscores are no part of a name as it is read.
      word.replace(/^_+|_+$/g, ''),
    ]);
    expect(found(notes, 'He said that nobody had moved north of the river.')).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('an alias is letters, not a pattern', () => {
  const notes = [noteOf('unit/a', 'A unit', ['(a+)+$', '[a-z]+ Brigade', '\\bArmy\\b'])];
  test('68: it is found as it is written', () => {
    expect(found(notes, 'They call it (a+)+$ there.')).not.toContain('a');
    expect(found(notes, 'The first Brigade and the Army met.')).toEqual([]);
  });

  // What would run for ever as a pattern: the test would not end.
  test('68: a text made for a pattern takes no longer than its length', () => {
    const text = `${'a'.repeat(100_000)}! ${'(a+)+'.repeat(5_000)} `.repeat(2);
    expect(found(notes, text)).toEqual([]);
  });
});
