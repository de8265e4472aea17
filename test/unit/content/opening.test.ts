import { expect, test } from 'vitest';
import { callsFor, NO_KEYS } from '../../../entrypoints/content/opening.ts';

const ALT = { ...NO_KEYS, altKey: true };
const SHIFT = { ...NO_KEYS, shiftKey: true };
const LINK = true;
const WORDS = false;

/** Rows: what opens a card, the keys held, what the name is, and whether pointing at it asks for its card. */
test.each([
  ['rest', NO_KEYS, WORDS, true],
  ['rest', NO_KEYS, LINK, true],
  ['rest', { ...NO_KEYS, ctrlKey: true }, WORDS, true],
  ['alt', NO_KEYS, WORDS, false],
  ['alt', ALT, WORDS, true],
  ['alt', ALT, LINK, true],
  ['alt', SHIFT, WORDS, false],
  ['alt', { ...ALT, shiftKey: true }, WORDS, true],
  ['alt', { ...ALT, ctrlKey: true }, WORDS, false],
  ['shift', SHIFT, WORDS, true],
  ['shift', ALT, WORDS, false],
  ['shift', { ...SHIFT, metaKey: true }, WORDS, false],
  ['click', NO_KEYS, WORDS, false],
  ['click', NO_KEYS, LINK, false],
  ['click', ALT, WORDS, false],
  ['click', ALT, LINK, true],
  ['click', SHIFT, LINK, false],
] as const)('%s, %o, link %s: %s', (opens, held, isLink, expected) => {
  expect(callsFor(opens, held, isLink)).toBe(expected);
});
