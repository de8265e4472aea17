import { describe, expect, test } from 'vitest';
import { analyzeArticle } from '../../../lib/checks/analyze.ts';
import type { Check } from '../../../lib/checks/check.ts';
import { indexChecks } from '../../../lib/checks/index-checks.ts';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import type { Note } from '../../../lib/notes/note.ts';
import { toEntityCard } from '../../../lib/notes/to-entity-card.ts';
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

/** Sentences of every kind the engine reads, with the word wherever one may stand. */
const pageWith = (word: string): string =>
  `John ${word} said ${word} on Friday. “The ${word} ${word},” ${word} ${word}. According to John ${word}, ${word} killed 7 ${word}.
He ${word} that ${word} will ${word}, a ${word} of the 7${word}. ${word}: ${word}. The ${word} ministry ${word} out ${word}, ${word} told ${word}.`;

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  '66: an article and a pack full of “%s” are read like those of any other word',
  (word) => {
    const slug = word.toLowerCase().replace(/^_+/, 'x');
    const fact = { what: word, value: word, text: word, from: '2018', sources: [slug] };
    const note = makeRecord({
      type: 'note',
      id: `official/${slug}`,
      name: `John ${word}`,
      aliases: [`John ${word}`, { text: word, lower: true }],
      context: [word],
      facts: [fact, { ...fact, what: 'role' }],
      sources: { [slug]: { url: 'https://example.org/', title: word } },
    }).value as Note;
    const check = makeRecord({
      type: 'check',
      id: `check/${slug}`,
      claim: `John ${word} killed 7 ${word}`,
      also: [word, `7 ${word} of ${word}`],
      words: [word],
      needs: [[word]],
      unless: [`not ${word}`],
      finding: 'differs',
      part: 'number',
      holds: `John ${word} killed 9 ${word}`,
      parts: { number: word, actor: word, quote: word },
      reports: [{ url: 'https://example.org/', stance: 'differs', origin: slug, says: word, name: word }],
    }).value as Check;
    const analysis = analyzeArticle(articleFromText({ id: 'a', text: pageWith(word) }), {
      gazetteer: openGazetteer(compileGazetteer([note])),
      notes: new Map([[note.id, note]]),
      checks: indexChecks([check]),
      origins: new Map(),
    });
    expect(analysis.attributions.length).toBeGreaterThan(0);
    expect(analysis.claims.length).toBeGreaterThan(0);
    const card = toEntityCard({
      mention: {
        text: word,
        kind: 'official',
        note: note.id,
        candidates: [{ note: note.id, evidence: [] }],
        reason: [],
      },
      date: null,
      locale: 'en',
      packCount: 1,
      notes: new Map([[note.id, note]]),
      packs: new Map(),
    });
    expect(card.statements.length).toBeGreaterThan(0);
  },
);

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
