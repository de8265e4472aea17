import { expect, test } from 'vitest';
import { relocate } from '../../../entrypoints/content/relocate.ts';

const BEFORE = 'Putin left the hall. Later Putin spoke of bridges, and Putin left again.';

/** Rows: the text now, the words that were meant (by their nth place in the text before), and where they are. */
test.each<[string, string, string, number, number | null]>([
  ['the same text', BEFORE, 'Putin', 1, BEFORE.indexOf('Putin spoke')],
  ['a line came in before', `A new line. ${BEFORE}`, 'Putin', 1, 12 + BEFORE.indexOf('Putin spoke')],
  ['the words around changed', 'Later on Putin spoke of roads.', 'Putin', 1, 9],
  ['the words are gone', 'Nobody spoke.', 'Putin', 1, null],
  ['the nearest of several', 'Putin. x Putin. '.padEnd(60, '.'), 'Putin', 0, 0],
])('%s', (_, after, words, nth, expected) => {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = BEFORE.indexOf(words, start + 1);
  const found = relocate({ start, end: start + words.length }, BEFORE, after);
  expect(found).toEqual(expected === null ? null : { start: expected, end: expected + words.length });
});

test('a span past the end of the text is nowhere', () => {
  expect(relocate({ start: 5, end: 50 }, 'short', 'short')).toBeNull();
});
