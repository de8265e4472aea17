import { expect, test } from 'vitest';
import { showSize } from '../../../lib/text/show-size.ts';
import { showAgo } from '../../../lib/text/show-time.ts';

const NOW = Date.parse('2026-11-22T09:12:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  [0, 'now'],
  [-30_000, 'now'],
  [-5 * MINUTE, '5 minutes ago'],
  [-54 * MINUTE, '54 minutes ago'],
  [-57 * MINUTE, '1 hour ago'],
  [-2 * HOUR, '2 hours ago'],
  [5 * HOUR, 'in 5 hours'],
  [-23 * HOUR, 'yesterday'],
  [-3 * 24 * HOUR, '3 days ago'],
  [-40 * 24 * HOUR, '13 Oct 2026'],
])('%d ms from now is “%s”', (distance, words) => {
  expect(showAgo(NOW + distance, NOW, 'en')).toBe(words);
});

test.each([
  [0, '0 byte'],
  [812, '812 byte'],
  [75_181, '75 kB'],
  [999_400, '999 kB'],
  [4_100_000, '4.1 MB'],
  [2_000_000, '2 MB'],
  [1_250_000_000, '1.3 GB'],
])('%d bytes are “%s”', (bytes, words) => {
  expect(showSize(bytes, 'en')).toBe(words);
});
