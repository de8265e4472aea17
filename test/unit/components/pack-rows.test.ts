import { expect, test } from 'vitest';
import { packRows } from '../../../components/view-models/pack-rows.ts';
import { BUNDLED } from '../../fixtures/gallery/reading.ts';
import { english } from '../../support/english.ts';

/** Rows: the pack's contact, and the line of it with where it leads. */
test.each([
  ['notes@desk.org', ['notes@desk.org'], 'mailto:notes@desk.org'],
  ['https://desk.org/errors', ['https://desk.org/errors'], 'https://desk.org/errors'],
  ['the desk, room 4', ['the desk, room 4'], undefined],
  ['notes@claim-context.example', ['notes@claim-context.example'], undefined],
])('the contact %s', (contact, lines, link) => {
  const row = packRows({ ...BUNDLED, contact }, 0, english).find(([field]) => field === 'options_contact');
  expect(row?.[1]).toEqual(lines);
  expect(row?.[2]).toBe(link);
});

test('a pack without one has no such line', () => {
  expect(packRows(BUNDLED, 0, english).map(([field]) => field)).not.toContain('options_contact');
});
