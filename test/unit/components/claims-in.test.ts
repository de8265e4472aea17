import { expect, test } from 'vitest';
import type { ClaimItem } from '../../../components/view-models/claims.ts';
import { claimsIn } from '../../../components/view-models/claims-in.ts';

const ARTICLE = `Russia and Iran at odds

Russian soldiers blew up two  bridges on the Euphrates, a report said.
The division left the town, and the militia took its
checkpoints. The division left the town.`;

const claim = (index: number, words: string, from = 0): ClaimItem => {
  const start = ARTICLE.indexOf(words, from);
  return { index, span: { start, end: start + words.length } } as ClaimItem;
};
const CLAIMS = [
  claim(0, 'Russian soldiers blew up two  bridges on the Euphrates'),
  claim(1, 'The division left the town'),
  claim(2, 'the militia took its\ncheckpoints'),
  claim(3, 'The division left the town', ARTICLE.indexOf('checkpoints.')),
];

/** Rows: what was selected, and the claims in it. */
test.each<[string, string, number[]]>([
  ['a sentence', 'Russian soldiers blew up two bridges on the Euphrates, a report said.', [0]],
  ['a claim that is said twice', 'The division left the town', [1, 3]],
  [
    'a sentence of two claims, its line folded',
    'The division left the town, and the militia took its checkpoints.',
    [1, 2],
  ],
  ['paragraphs', ARTICLE, [0, 1, 2, 3]],
  ['some words of a claim', 'two bridges on the Euphrates', [0]],
  ['the greater part of a short one', 'militia took its checkpoints', [2]],
  ['a name, which is looked up for itself', 'the Euphrates', []],
  ['words that run into the next claim', 'the town, and the', []],
  ['what is no claim', 'Russia and Iran at odds', []],
  ['words of another page', 'Russian soldiers blew up two bridges on the Tigris', []],
  ['nothing', ' ', []],
])('%s', (_, words, expected) => {
  expect(claimsIn(words, ARTICLE, CLAIMS).map(({ index }) => index)).toEqual(expected);
});
