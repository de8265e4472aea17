import { describe, expect, test } from 'vitest';
import { attribute } from '../../../lib/attribution/attribute.ts';
import type { Attribution } from '../../../lib/attribution/attribution.ts';
import type { Mention } from '../../../lib/gazetteer/mention.ts';
import { type EntityKind, kindOf, type NoteId } from '../../../lib/notes/note.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

/** Names of the rows, with the note each is linked to. */
const NAMES: Readonly<Record<string, string>> = {
  'Evening Star': 'outlet/evening-star',
  Bosphorus: 'outlet/bosphorus',
  'Jane Roe': 'official/jane-roe',
  'John Doe': 'official/john-doe',
  'Third Brigade': 'unit/third-brigade',
};

function mentionsIn(text: string): Mention[] {
  return Object.entries(NAMES)
    .flatMap(([name, note]) =>
      [...text.matchAll(new RegExp(name, 'g'))].map((match) => ({
        start: match.index,
        end: match.index + name.length,
        text: name,
        kind: kindOf(note as NoteId) as EntityKind,
        note: note as NoteId,
        candidates: [],
        reason: [],
      })),
    )
    .sort((a, b) => a.start - b.start);
}

const read = (text: string): Attribution[] =>
  attribute(articleFromText({ id: 'row', text }), mentionsIn(text), new Map());
const who = (text: string): string[] => read(text).map((a) => `${a.sourceKind} ${a.sourceNotes.join(' ')}`.trim());

type Row = readonly [text: string, ...sources: string[]];

const KINDS: readonly Row[] = [
  ['The brigade left, the Evening Star reported.', 'outlet outlet/evening-star'],
  ["The brigade left, Norland's Evening Star reported.", 'outlet outlet/evening-star'],
  ['The brigade left, according to a report by the website Bosphorus.', 'outlet outlet/bosphorus'],
  ['The raid was described by the Evening Star as a first.', 'outlet outlet/evening-star'],
  ['Jane Roe, chair of the defence committee, said the dam held.', 'official official/jane-roe'],
  ['The defence minister, Jane Roe, said the dam held.', 'official official/jane-roe'],
  ['Jane Roe and John Doe said the dam held.', 'official official/jane-roe official/john-doe'],
  ['A spokesman for the Third Brigade said the dam held.', 'unit unit/third-brigade'],
  ['An aide to Jane Roe said the dam held.', 'vague'],
  ['Multiple reports suggest the armies have clashed.', 'vague'],
  ['Senior officials said the dam held.', 'vague'],
  ['The minister said the dam held.', 'official'],
  ['The dam is expected to hold.', 'vague'],
  ['The ministry appears to be losing patience.', 'author'],
  ['We believe the dam held.', 'author'],
  ['The newspaper said the dam held.', 'outlet'],
];

const REFERENCES: readonly Row[] = [
  [
    'Jane Roe said the dam held. She said it would hold for years.',
    'official official/jane-roe',
    'official official/jane-roe',
  ],
  [
    'The Evening Star said the dam held. It said repairs had begun.',
    'outlet outlet/evening-star',
    'outlet outlet/evening-star',
  ],
  ['Mr. John Doe said the dam held. She said it leaked.', 'official official/john-doe', 'other'],
  ['Senior officials said the dam held. They said it leaked at first.', 'vague', 'vague'],
  ['Jane Roe visited the dam. She said it would hold.', 'official official/jane-roe'],
  [
    '"It holds," Jane Roe said. John Doe was seen with Smith. "I saw it," he said.',
    'official official/jane-roe',
    'official official/john-doe',
  ],
  [
    'Jane Roe visited the dam. She said it would hold.\n\nShe added that it was new.\n\n"It is safe," she said.\n\nShe said it was high.',
    ...Array(4).fill('official official/jane-roe'),
  ],
  ['Smith met John Doe. He said the dam held.', 'other'],
  ['KCNA said the dam held. It said more would come.', 'other', 'other'],
  ['When Jane Roe came back, she said the dam held.', 'official official/jane-roe'],
  [
    'Defence minister Jane Roe said the dam held. The minister said repairs had begun.',
    'official official/jane-roe',
    'official official/jane-roe',
  ],
];

const check = (text: string, ...sources: string[]): void => expect(who(text)).toEqual(sources);

describe('who a source is', () => {
  test.each(KINDS)('%s', check);
});

describe('whom a pronoun or description stands for', () => {
  test.each(REFERENCES)('%s', check);

  test('the earlier words are pointed at', () => {
    const text = 'Jane Roe said the dam held. She said it would hold for years.';
    expect(read(text)[1]!.antecedent).toEqual({ start: 0, end: 8 });
  });
});

describe('sources behind sources', () => {
  test('X, citing Y', () => {
    const [citing, reported] = read('The Evening Star, citing Jane Roe, reported that the dam held.');
    expect(citing!.inner).toMatchObject({ kind: 'official', notes: ['official/jane-roe'] });
    expect(reported).toMatchObject({ citing: 0, sourceNotes: ['outlet/evening-star'] });
  });

  test('X quoted Y as saying', () => {
    const [quoted] = read('The Evening Star quoted Jane Roe as saying that the dam held.');
    expect(quoted).toMatchObject({ sourceNotes: ['outlet/evening-star'], inner: { notes: ['official/jane-roe'] } });
  });
});

describe('what is not asserted', () => {
  test.each([
    ['The army denied that it had shelled the town.', 'denies'],
    ['The army has not said whether it will withdraw.', 'withholds'],
    ['The army declined to comment.', 'withholds'],
    ['Experts doubt that the dam will hold.', 'doubts'],
    ['The senator asked whether the dam would hold.', 'doubts'],
    ['The army said that the dam held.', undefined],
  ])('%s', (text, reserve) => {
    expect(read(text).map((a) => a.reserve)).toEqual([reserve]);
  });

  test('a stance is the article’s own statement, criticism is the source’s', () => {
    expect(read('The senator supported the plan for years.')[0]!.attitude).toBe(true);
    expect(read('The senator criticized the plan as too costly.')[0]!.attitude).toBeUndefined();
  });
});
