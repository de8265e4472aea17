import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The tokens as written, and WCAG 2.2's relative luminance and contrast ratio. */
const css = readFileSync('components/tokens.css', 'utf8');
const [plain = '', more = ''] = css.split('@media (prefers-contrast: more)');

type Rgb = readonly [number, number, number];
const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

function colours(text: string): Map<string, { light: Rgb; dark: Rgb }> {
  const rows = text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...rows].map(([, name, light, dark]) => [name!, { light: parse(light!), dark: parse(dark!) }]));
}

const linear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const tokens = colours(plain);
const GROUNDS = ['paper', 'well', 'hover'];
const lowest = (name: string, scheme: 'light' | 'dark', set = tokens): number =>
  Math.min(...GROUNDS.map((ground) => contrast(set.get(name)![scheme], tokens.get(ground)![scheme])));
const figure = (value: number): number => Math.round(value * 10) / 10;

describe('the lowest contrast of each role over paper, well and hover', () => {
  test.each([
    ['ink', 14.3, 11.4],
    ['ink-2', 7.2, 7.6],
    ['ink-3', 4.6, 5.2],
    ['thread', 6.9, 7.0],
    ['outlet', 4.7, 6.9],
    ['official', 5.2, 6.6],
    ['unit', 4.7, 6.2],
    ['edge', 3.2, 3.6],
    ['bar', 8.6, 8.6],
    ['line', 3.5, 4.1],
  ])('%s: %f light, %f dark', (name, light, dark) => {
    expect(figure(lowest(name, 'light'))).toBeCloseTo(light, 5);
    expect(figure(lowest(name, 'dark'))).toBeCloseTo(dark, 5);
  });

  test('text keeps 4.5:1, controls and drawings 3:1', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const name of ['ink', 'ink-2', 'ink-3', 'thread', 'outlet', 'official', 'unit']) {
        expect(lowest(name, scheme), `${name}, ${scheme}`).toBeGreaterThanOrEqual(4.5);
      }
      for (const name of ['edge', 'bar', 'line', 'thread']) {
        expect(lowest(name, scheme), `${name}, ${scheme}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('asked for more contrast, text has 7:1', () => {
    const raised = colours(more);
    expect([...raised.keys()]).toEqual(['ink-2', 'ink-3', 'rule', 'edge']);
    for (const scheme of ['light', 'dark'] as const) {
      for (const name of ['ink-2', 'ink-3', 'edge']) {
        expect(lowest(name, scheme, raised), `${name}, ${scheme}`).toBeGreaterThanOrEqual(7);
      }
    }
  });
});

describe('marks lie on foreign pages', () => {
  test.each([
    ['outlet', 5.7, 8.9],
    ['official', 6.2, 8.5],
    ['unit', 5.7, 8.0],
  ])('%s: %f on white, %f on near-black', (name, white, black) => {
    const { light, dark } = tokens.get(name)!;
    expect(figure(contrast(light, [255, 255, 255]))).toBe(white);
    expect(figure(contrast(dark, parse('#17181a')))).toBe(black);
  });
});
