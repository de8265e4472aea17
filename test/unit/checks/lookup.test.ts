import { describe, expect, test } from 'vitest';
import type { Check } from '../../../lib/checks/check.ts';
import { indexChecks, openCheckIndex } from '../../../lib/checks/index-checks.ts';
import { lookupChecks } from '../../../lib/checks/lookup.ts';
import { CheckIndexError } from '../../../lib/checks/postings.ts';
import { makeCheck } from './make-check.ts';

const checks: Check[] = [
  makeCheck('bridges', { claim: 'Russian troops blew up bridges over the Euphrates', when: '2019-02' }),
  makeCheck('ferry', { claim: 'The ferry sank off Tarin', also: ['A ferry went down near Tarin'], when: '2018-05-01' }),
  makeCheck('ferry-again', { claim: 'The ferry sank off Tarin', when: '2021-05-01' }),
  makeCheck('bank', { claim: 'The central bank raised its rate', holds: 'The bank kept its rate at 4 percent' }),
];
const index = indexChecks(checks);
const idsOf = (text: string, day?: string) =>
  lookupChecks(index, { text, date: day === undefined ? null : { from: day, to: day } }).map(
    ({ at }) => checks[at]!.id,
  );

describe('lookup', () => {
  test.each([
    ['bridges blown up on the Euphrates', undefined, 'check/bridges'],
    ['the bank left the rate at 4 %', undefined, 'check/bank'],
    ['ferries sinking off Tarin', '2018-05-03', 'check/ferry'],
    ['ferries sinking off Tarin', '2021-05-03', 'check/ferry-again'],
  ])('"%s" (%s) finds %s first', (text, day, first) => {
    expect(idsOf(text, day)[0]).toBe(first);
  });

  test('a text without a shared word finds nothing', () => {
    expect(idsOf('Completely unrelated sentences')).toEqual([]);
    expect(idsOf('')).toEqual([]);
  });

  test('at most the asked number is found, and the same again on a second call', () => {
    const once = lookupChecks(index, { text: 'ferry Tarin bank bridges' }, 2);
    expect(once).toHaveLength(2);
    expect(lookupChecks(index, { text: 'ferry Tarin bank bridges' }, 2)).toEqual(once);
  });

  test('an empty index answers', () => {
    expect(lookupChecks(indexChecks([]), { text: 'ferry' })).toEqual([]);
  });
});

describe('stored bytes', () => {
  test('opened again answer the same', () => {
    const opened = openCheckIndex(index.postings.bytes.slice(0), checks);
    for (const { claim } of checks) {
      expect(lookupChecks(opened, { text: claim })).toEqual(lookupChecks(index, { text: claim }));
    }
  });

  const damaged = (change: (words: Uint32Array) => void): ArrayBuffer => {
    const bytes = index.postings.bytes.slice(0);
    change(new Uint32Array(bytes, 0, 8));
    return bytes;
  };
  test.each([
    ['truncated', new ArrayBuffer(8)],
    ['truncated', index.postings.bytes.slice(0, -1)],
    ['not-an-index', damaged((words) => words.fill(7, 0, 1))],
    ['other-version', damaged((words) => words.fill(9, 1, 2))],
  ])('that are not a whole index are refused as %s', (code, bytes) => {
    expect(() => openCheckIndex(bytes, checks)).toThrow(CheckIndexError);
    expect(() => openCheckIndex(bytes, checks)).toThrow(expect.objectContaining({ code }));
  });
});
