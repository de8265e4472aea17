import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../lib/packs/clean-text.ts';
import { randomFrom } from '../../support/random.ts';

describe('64: what a forger hides in a text is taken out', () => {
  test.each([
    [
      '64: marks piled up with joiners between them',
      `e${'\u0301\u0302\u0303\u0304\u200d'.repeat(50)}x`,
      'é\u0302\u0303\u0304\u200d\u0301x',
    ],
    ['64: fillers that look like blanks', 'a\u3164b\uffa0c\u115fd\u1160', 'abcd'],
    ['64: a letter cut in two by what is not seen', 'e\u200b\u0301', 'é'],
    ['64: a sign cut in two by a joiner', '=\u200d\u0338', '≠'],
    ['64: a run of joiners between letters', `a${'\u200d'.repeat(100)}b`, 'ab'],
    ['64: NUL, bell and escape', '\u0000a\u0007b\u001b[31mc', 'ab[31mc'],
    ['64: overrides and isolates', '\u202eevil\u202c \u2067x\u2069', 'evil x'],
  ])('%s', (_, written, read) => {
    expect(cleanText(written)).toBe(read);
  });

  test.each([
    ['a sign’s form', '☎\ufe0f'],
    ['Persian, joined apart', 'می\u200cخواهم'],
    ['pointed Hebrew', 'שִׁ֚ירָה'],
    ['Vietnamese', 'Nguyễn Phú Trọng'],
    ['Hindi with joiners', 'क्\u200dष'],
  ])('and what is part of a script stays: %s', (_, text) => {
    expect(cleanText(text)).toBe(text.normalize('NFC'));
  });
});

test('64: what is clean stays as it is, however it came about', () => {
  const random = randomFrom(7);
  const from = [...'eAש=ü1 \u0301\u0338\u0591\u200c\u200d\u200b\u202e\u00ad\u0000\n\u0085\u3164\ufe0f\u{e0041}'];
  for (let n = 0; n < 5_000; n++) {
    const raw = Array.from({ length: 1 + Math.floor(random() * 12) }, () => from[Math.floor(random() * from.length)]!);
    const clean = cleanText(raw.join(''));
    expect(cleanText(clean), JSON.stringify(raw.join(''))).toBe(clean);
    expect(clean.normalize('NFC')).toBe(clean);
    expect(clean).not.toMatch(/[\p{Cc}\u200b\u202e\u00ad\u3164]|(?:\p{M}[\u200c\u200d]*){5}/u);
  }
});
