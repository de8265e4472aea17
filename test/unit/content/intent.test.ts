import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createIntent, type Intent } from '../../../entrypoints/content/intent.ts';

let log: string[];
let intent: Intent<string>;

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  intent = createIntent<string>({
    dwellMs: (name) => (name === 'unmarked' ? 700 : 350),
    lingerMs: () => 300,
    open: (name) => log.push(`open ${name}`),
    close: () => {
      log.push('close');
      // As the page does: whoever closes a card tells so.
      intent.set(null);
    },
  });
});
afterEach(() => vi.useRealTimers());

type Step = number | 'card' | null | string;

/** Rows: where the pointer goes and how many milliseconds it stays there, and what happens. */
test.each<[string, Step[], string[]]>([
  ['a short rest opens nothing', ['a', 349], []],
  ['a rest opens', ['a', 350], ['open a']],
  ['passing over opens nothing', ['a', 200, null, 1_000], []],
  ['coming back begins the rest anew', ['a', 200, null, 10, 'a', 200], []],
  ['small moves on a name do not', ['a', 200, 'a', 200], ['open a']],
  ['a name that is not marked asks for a longer rest', ['unmarked', 699], []],
  ['leaving closes after a while', ['a', 350, null, 299], ['open a']],
  ['and not before', ['a', 350, null, 300], ['open a', 'close']],
  ['going into the card keeps it', ['a', 350, null, 200, 'card', 10_000], ['open a']],
  ['leaving the card closes', ['a', 350, 'card', 500, null, 300], ['open a', 'close']],
  ['moving about outside does not put off closing', ['a', 350, null, 200, null, 100], ['open a', 'close']],
  ['coming back to the name keeps it', ['a', 350, null, 200, 'a', 10_000], ['open a']],
  ['the next name opens although the first one closes on the way', ['a', 350, 'b', 350], ['open a', 'close', 'open b']],
  ['a name passed on the way into the card opens nothing', ['a', 350, 'b', 100, 'card', 5_000], ['open a']],
  ['nothing times out on a name', ['a', 60_000], ['open a']],
])('%s', (_, steps, expected) => {
  for (const step of steps) {
    if (typeof step === 'number') vi.advanceTimersByTime(step);
    else intent.over(step);
  }
  expect(log).toEqual(expected);
});

test('a name that is read again after the pointer has left it still closes', () => {
  intent.over('a');
  vi.advanceTimersByTime(350);
  intent.over(null);
  vi.advanceTimersByTime(200);
  intent.set('a again');
  vi.advanceTimersByTime(100);
  expect(log).toEqual(['open a', 'close']);
});

test('scrolling cancels what was about to open', () => {
  intent.over('a');
  intent.cancel();
  vi.advanceTimersByTime(1_000);
  expect(log).toEqual([]);
});

test('a card that something else opened is left alone by the pointer', () => {
  intent.set(null);
  intent.over('card');
  intent.over(null);
  vi.advanceTimersByTime(10_000);
  expect(log).toEqual([]);
});

test('a card drawn again for the same place goes on', () => {
  intent.over('a');
  vi.advanceTimersByTime(350);
  intent.set('a again');
  intent.over(null);
  vi.advanceTimersByTime(300);
  expect(log).toEqual(['open a', 'close']);
});
