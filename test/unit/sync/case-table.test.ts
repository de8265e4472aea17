import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const TEST = join(import.meta.dirname, '..', '..');

test('each of the 85 cases of syncing has its row, and a test that bears its number', () => {
  const table = readFileSync(join(TEST, 'SYNC-CASES.md'), 'utf8');
  const rows = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(rows).toEqual(Array.from({ length: 85 }, (_, n) => n + 1));
  const shown = new Set<number>();
  for (const room of ['unit', 'browser', 'long']) {
    for (const name of readdirSync(join(TEST, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.test\.tsx?$/.test(name)) continue;
      const source = readFileSync(join(TEST, room, name), 'utf8');
      for (const [, numbers] of source.matchAll(/['"`](\d{1,2}(?:, \d{1,2})*): /g)) {
        for (const number of numbers!.split(', ')) shown.add(Number(number));
      }
    }
  }
  expect(rows.filter((number) => !shown.has(number))).toEqual([]);
});
