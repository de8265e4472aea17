import { describe, expect, test } from 'vitest';
import { compareTimes, timesOf } from '../../../lib/checks/time.ts';

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dayRange = (day: string) => (day === '' ? null : { from: day, to: day });
const readOf = (text: string, day: string, future = false): string =>
  timesOf(text, dayRange(day), future)
    .map(({ readings }) =>
      readings.map(({ from, to }) => (from === to ? iso(from) : `${iso(from)}..${iso(to)}`)).join('|'),
    )
    .join(' ');

test.each([
  ['on 12 February 2019', '', '2019-02-12'],
  ['on February 12, 2019', '', '2019-02-12'],
  ['on Jan. 25, the talks', '2019-02-10', '2019-01-25'],
  ['2019-02-12', '', '2019-02-12'],
  ['on 3/4/2019', '', '2019-04-03|2019-03-04'],
  ['on 13/4/2019', '', '2019-04-13'],
  ['in March 2018', '', '2018-03-01..2018-03-31'],
  ['in early 2018', '', '2018-01-01..2018-05-02'],
  ['in 2018', '', '2018-01-01..2018-12-31'],
  ['in the first quarter of 2019', '', '2019-01-01..2019-03-31'],
  ['on the night of 19-20 January', '2019-02-10', '2019-01-19..2019-01-20'],
  ['on Tuesday', '2019-02-14', '2019-02-12'],
  ['last Tuesday', '2019-02-14', '2019-02-12|2019-02-05'],
  ['last week', '2019-02-14', '2019-02-04..2019-02-13'],
  ['within the last few days', '2019-02-14', '2019-02-07..2019-02-14'],
  ['yesterday', '2019-02-14', '2019-02-13'],
  ['overnight', '2019-02-14', '2019-02-13..2019-02-14'],
  ['two weeks ago', '2019-02-10', '2019-01-23..2019-01-31'],
  ['in January', '2019-02-10', '2019-01-01..2019-01-31'],
  ['on 21 February', '2019-02-08', '2019-02-21'],
  ['in December', '2019-02-08', '2018-12-01..2018-12-31'],
  ['it may be', '2019-02-08', ''],
  ['2,019 people', '', ''],
  ['on Tuesday', '', ''],
])('"%s", read on %s, is %s', (text, day, read) => {
  expect(readOf(text, day)).toBe(read);
});

test('a weekday of a plan is the coming one', () => {
  expect(readOf('is due on Tuesday', '2019-02-14', true)).toBe('2019-02-19');
});

describe('times compared', () => {
  test.each([
    ['last week', '5 February 2019', 'compatible'],
    ['on Tuesday', '5 February 2019', 'disjoint'],
    ['within the last few days', '19 January 2019', 'disjoint'],
    ['in early 2018', 'in March 2018', 'compatible'],
    ['on 3/4/2019', '4 March 2019', 'compatible'],
    ['recently', '5 May 2017', 'unknown'],
    ['in January 2019', '2 February 2019', 'unknown'],
  ])('"%s" and "%s" are %s', (a, b, relation) => {
    const date = dayRange('2019-02-14');
    expect(compareTimes(timesOf(a, date)[0]!, timesOf(b, date)[0]!)).toBe(relation);
  });
});
