import { expect, test } from 'vitest';
import type { Evidence, Mention } from '../../../lib/gazetteer/mention.ts';
import { packNames, unpackNames } from '../../../lib/messages/names-answer.ts';
import type { NoteId } from '../../../lib/notes/note.ts';

const TEXT = 'Putin spoke. Putin left. The Fourth Division and Basnwes stayed; a Times was read.';
const id = (text: string) => text as NoteId;
const said = (signal: string, weight: number, ...args: string[]): Evidence => ({ signal, args, weight });
const naming = (words: string, from: number, rest: Omit<Mention, 'start' | 'end' | 'text'>): Mention => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length, text: words, ...rest };
};
const putin = {
  kind: 'official' as const,
  note: id('official/putin'),
  candidates: [
    { note: id('official/putin'), score: 0.9, evidence: [said('full-name', 2), said('context', 1, 'Moscow')] },
  ],
  reason: [said('full-name', 2)],
};
const MENTIONS: Mention[] = [
  naming('Putin', 0, putin),
  naming('Putin', 10, putin),
  // Undecided between two, one of them with nothing to speak for it.
  naming('Fourth Division', 0, {
    kind: 'unit',
    note: null,
    candidates: [
      { note: id('unit/a'), score: 0.5, evidence: [said('context', 1, 'Moscow')] },
      { note: id('unit/b'), score: 0.5, evidence: [] },
    ],
    reason: [],
  }),
  naming('Basnwes', 0, {
    kind: 'outlet',
    note: id('outlet/basnews'),
    candidates: [{ note: id('outlet/basnews'), score: 0.7, evidence: [] }],
    reason: [said('misprint', 1, 'Basnews')],
    misprint: { of: 'Basnews' },
  }),
  naming('Times', 0, { kind: 'outlet', note: null, candidates: [], reason: [said('told', 1)] }),
];

const NAMES = { mentions: MENTIONS, marked: new Set([MENTIONS[0]!, MENTIONS[2]!]), date: null };

test.each([
  ['as JSON', (raw: unknown) => JSON.parse(JSON.stringify(raw))],
  ['by structured clone', structuredClone],
])('names come out as they went in (%s)', (_, send) => {
  const { mentions, marked } = unpackNames(send(packNames(NAMES)), TEXT);
  expect(mentions).toEqual(MENTIONS);
  expect([...marked]).toEqual([mentions[0], mentions[2]]);
});

test('what is known of a name travels once', () => {
  const { spans, rows, evidence } = packNames(NAMES);
  expect(spans).toHaveLength(MENTIONS.length * 3);
  expect(rows).toHaveLength(4);
  expect(evidence).toHaveLength(4);
});

test('no names', () => {
  const none = { mentions: [], marked: new Set<Mention>(), date: null };
  expect(unpackNames(packNames(none), TEXT)).toEqual(none);
});
