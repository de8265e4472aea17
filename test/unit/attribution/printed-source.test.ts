import { expect, test } from 'vitest';
import { printedSource } from '../../../lib/attribution/printed-source.ts';

test.each([
  ['the comma that closes it', 'Jane Roe,', 'Jane Roe'],
  ['a clause about it', 'The company, which is to lay off thousands,', 'The company'],
  ['a clause set off by dashes', 'Mr Doe — who leads the party —', 'Mr Doe'],
  ['an apposition stays', 'Roe, the city engineer,', 'Roe, the city engineer'],
  ['a clause that says which one stays', 'a man who saw it', 'a man who saw it'],
  ['a clause that follows it', 'New York magazine that', 'New York magazine'],
  ['lines are one', 'the  harbour\noffice', 'the harbour office'],
])('who says it, as it is shown: %s', (_, text, shown) => {
  expect(printedSource(text, [{ start: 0, end: text.length }])).toBe(shown);
});

test('parts of a broken source are told apart', () => {
  const text = 'Officials said in Rome, speaking on Monday,';
  expect(
    printedSource(text, [
      { start: 0, end: 9 },
      { start: 24, end: 43 },
    ]),
  ).toBe('Officials … speaking on Monday');
});
