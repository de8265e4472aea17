import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WEIGHTS } from '../../../lib/linking/weights.ts';

const MESSAGES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../entrypoints/public/_locales/en/messages.json'), 'utf8'),
) as Record<string, { message: string }>;
const UNNOTED = [
  'unnoted_title',
  'unnoted_role',
  'unnoted_unit',
  'unnoted_foreign',
  'unnoted_number',
  'unnoted_outlet',
];

test.each([...Object.keys(WEIGHTS), ...UNNOTED])('%s has a sentence a reader can be shown', (signal) => {
  const message = MESSAGES[`evidence_${signal}`]?.message ?? '';
  expect(message).toMatch(/^(?:[A-Z]|[“$]).*\.$/);
  // Words, not figures: nobody is rated.
  expect(message.replaceAll(/\$\d/g, '')).not.toMatch(/\d|score|weight|%/i);
});

test('no sentence is left over', () => {
  const known = new Set([...Object.keys(WEIGHTS), ...UNNOTED].map((signal) => `evidence_${signal}`));
  expect(Object.keys(MESSAGES).filter((key) => key.startsWith('evidence_') && !known.has(key))).toEqual([]);
});
