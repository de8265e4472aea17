import { expect, test } from 'vitest';
import { IdWriter, idAt } from '../../../lib/gazetteer/ids.ts';

test('each id comes back, whatever it shares with those before it', () => {
  const ids = [
    'unit/a',
    'official/a',
    'official/ab',
    'outlet/ab',
    'outlet/abc-d.e_f',
    ...Array.from({ length: 40 }, (_, i) => `${i % 3 ? 'unit' : 'outlet'}/n${99990 + i}`),
    // Lengths about where one byte, and one and a half, no longer hold them.
    ...[62, 63, 64, 255, 256, 317, 318, 319, 600].flatMap((n) => [`unit/${'x'.repeat(n)}`, `unit/${'y'.repeat(n)}`]),
    ...[254, 255, 256, 257].map((n) => `unit/${'y'.repeat(n)}z`),
  ];
  const writer = new IdWriter();
  for (const id of ids) writer.add(id);
  const written = writer.bytes();
  const bytes = new Uint8Array(8 + written.length);
  bytes.set(written, 8);
  expect(ids.map((_, i) => idAt(bytes, 8, i))).toEqual(ids);
});
