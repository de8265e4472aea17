import { describe, expect, test } from 'vitest';
import { analyzeArticle } from '../../../lib/checks/analyze.ts';
import type { Check } from '../../../lib/checks/check.ts';
import { indexChecks } from '../../../lib/checks/index-checks.ts';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import type { Note } from '../../../lib/notes/note.ts';
import { toEntityCard } from '../../../lib/notes/to-entity-card.ts';
import { decodeRecord } from '../../../lib/packs/records.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { randomFrom } from '../../support/random.ts';
import { makeRecord } from './make-pack.ts';

/** Names a pack may bring, as the index takes them that marks pages: every fold is on. */

const DATED = { from: '2019-02-08', to: '2019-02-08', basis: 'meta' } as const;

// Words of news, and what no word is made of.
const ODD = [
  ...[
    'said',
    'told',
    'killed',
    'denied',
    'according to',
    'on Friday',
    '8 Feb 2019',
    'not',
    'few',
    'Minister',
    'of',
    'the',
    'John',
  ],
  ...[
    'constructor',
    '__proto__',
    '9'.repeat(300),
    '1e999',
    'Infinity',
    '31 February',
    '99/99/9999',
    '7k',
    '€5bn',
    '%',
    '½',
    '٣',
    '٣٣',
    'Ⅷ',
  ],
  ...[
    '💥',
    '👩‍👩‍👧',
    '\u200d',
    '\u202e',
    `e${'\u0301'.repeat(9)}`,
    'ß',
    'İ',
    'ﬁ',
    'المتحدث',
    '俄罗斯',
    '“',
    '”',
    '"',
    '’s',
    '(',
    '[a]',
    '\\',
    '...',
    '—',
  ],
];

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

test('66: an official named in digits no word is made of is read, at the head of a sentence as well', () => {
  const official = makeRecord({
    type: 'note',
    id: 'official/a',
    name: '٣٣',
    aliases: [{ text: '٣٣', lower: true }],
    facts: [{ what: 'role', value: 'Minister of defence of Syria', from: '2018', to: '2020', sources: ['a'] }],
    sources: { a: { url: 'https://example.org/' } },
  }).value as Note;
  const text = '٣٣ said that talks had begun, minister of defence of Syria.';
  const article = articleFromText({ id: 'a', text, date: DATED });
  const analysis = analyzeArticle(article, {
    gazetteer: openGazetteer(compileGazetteer([official])),
    notes: new Map([[official.id, official]]),
    checks: indexChecks([]),
    origins: new Map(),
  });
  expect(analysis.mentions.map(({ note }) => note)).toEqual(['official/a']);
});

test('66: whatever a pack and a page are made of, the page is read', () => {
  const random = randomFrom(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const some = (most: number): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(ODD)).join(' ');
  for (let round = 0; round < 120; round++) {
    const notes: Note[] = [];
    const checks: Check[] = [];
    for (const id of ['a', 'b', 'c']) {
      const fact = () => ({
        what: pick(['role', 'commander', 'owner', some(1)]),
        value: some(3),
        from: '2018',
        to: '2020',
      });
      const note = decodeRecord(
        {
          type: 'note',
          id: `${pick(['outlet', 'official', 'unit'])}/${id}`,
          name: some(3),
          aliases: [some(2), { text: some(2), lower: true }, { text: some(2), needs: 'context' }],
          context: [some(1)],
          facts: [fact(), fact()],
        },
        () => {},
      );
      if (note?.type === 'note') notes.push(note.value);
      const check = decodeRecord(
        {
          type: 'check',
          id: `check/${id}`,
          claim: some(12),
          also: [some(5)],
          holds: some(9),
          parts: { number: some(1), place: some(2), time: '2019-02' },
          finding: 'differs',
          part: pick(['number', 'place', 'time', 'actor', 'wording', 'role', 'name', 'polarity']),
          reports: [{ url: 'https://example.org/', stance: 'differs', name: some(1) }],
        },
        () => {},
      );
      if (check?.type === 'check') checks.push(check.value);
    }
    const names = notes.flatMap((note) => note.aliases.map(({ text }) => text));
    const text = Array.from({ length: 3 }, () =>
      [pick([...names, '']), some(9), pick([...names, '']), some(5), checks[0]?.claim ?? ''].join(' '),
    ).join('\n\n');
    const analysis = analyzeArticle(articleFromText({ id: 'a', text, date: DATED }), {
      gazetteer: openGazetteer(compileGazetteer(notes)),
      notes: new Map(notes.map((note) => [note.id, note])),
      checks: indexChecks(checks),
      origins: new Map(),
    });
    expect(analysis.article.text.length, text).toBeGreaterThan(0);
  }
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
