import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLAIM, COLOUR } from '../../../entrypoints/content/highlights.ts';
import { toneOfText } from '../../../entrypoints/content/tone.ts';

test.each([
  ['rgb(0, 0, 0)', 'light'],
  ['rgb(33, 37, 41)', 'light'],
  ['rgba(0, 0, 0, 0.8)', 'light'],
  ['rgb(26, 13, 171)', 'light'],
  ['rgb(255, 255, 255)', 'dark'],
  ['rgb(200, 200, 200)', 'dark'],
  ['rgb(0 0 0 / 80%)', 'light'],
  ['oklch(0.2 0 0)', 'light'],
  ['oklab(0.95 0 0)', 'dark'],
  ['lab(95 0 0)', 'dark'],
  ['lab(10% 0 0)', 'light'],
  ['color(display-p3 1 1 1)', 'light'],
])('text of %s stands on a %s ground', (colour, tone) => {
  expect(toneOfText(colour)).toBe(tone);
});

test('marks have the colours of the tokens', () => {
  const tokens = readFileSync(new URL('../../../components/tokens.css', import.meta.url), 'utf8');
  const tokenOf = (name: string) => {
    const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)!;
    return { light, dark };
  };
  expect(COLOUR).toEqual({ outlet: tokenOf('outlet'), official: tokenOf('official'), unit: tokenOf('unit') });
  expect(CLAIM).toEqual(tokenOf('hover'));
});
