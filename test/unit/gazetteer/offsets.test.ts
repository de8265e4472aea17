import { expect, test } from 'vitest';
import { encodeText, OffsetCounter, PAD } from '../../../lib/gazetteer/bytes.ts';
import { randomFrom } from '../../support/random.ts';

const CHARS = ['a', 'b', ' ', 'é', '’', '😀', '\ud83d', '\u00ad', '東', 'x', 'y', 'z'];

test('byte positions and UTF-16 offsets lead to each other, asked for in any ascending steps', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 1000; round++) {
    const chars = Array.from({ length: Math.floor(random() * 60) }, () => CHARS[Math.floor(random() * CHARS.length)]!);
    const text = chars.join('');
    const encoded = encodeText(text);
    const [bytes, units] = [new OffsetCounter(encoded), new OffsetCounter(encoded)];
    const step = round % 4;
    let unit = 0;
    let byte = PAD;
    // By code points: a lone half may have met another.
    for (const char of [...text, '']) {
      if (step === 0 || random() < 0.2 || char === '')
        expect({ text, byte: bytes.byteAt(unit), unit: units.unitAt(byte) }).toEqual({ text, byte, unit });
      unit += char.length;
      byte += new TextEncoder().encode(char).length;
    }
    expect(byte).toBe(encoded.end);
  }
});
