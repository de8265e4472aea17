import { describe, expect, test } from 'vitest';
import { freshnessOf } from '../../../lib/packs/freshness.ts';
import {
  afterFailure,
  afterStart,
  afterSuccess,
  isDue,
  mayAskByHand,
  readRetryAfter,
} from '../../../lib/packs/schedule.ts';
import {
  isTold,
  recordBegun,
  recordFailure,
  recordStart,
  recordStopped,
  recordSuccess,
  type SyncRecord,
} from '../../../lib/packs/sync-state.ts';

const NOW = Date.parse('2026-11-25T00:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const RECORD: SyncRecord = {
  pack: 'example',
  urls: ['https://a.example/pack.json'],
  roots: [],
  nextAt: 0,
  pollHours: 6,
  failures: 0,
  localFaults: 0,
  standing: 'active',
};

describe('the next look', () => {
  test.each([
    [0, 4.8],
    [0.5, 6],
    [1, 7.2],
  ])('after a success, drawing %d, comes in %d hours', (random, hours) => {
    expect(afterSuccess(NOW, 6, random) - NOW).toBeCloseTo(hours * HOUR);
  });

  test('after a start comes in one to five minutes', () => {
    expect([afterStart(NOW, 0) - NOW, afterStart(NOW, 1) - NOW]).toEqual([MINUTE, 5 * MINUTE]);
  });

  test.each([
    [1, 0, 0.5 * MINUTE],
    [1, 1, 2 * MINUTE],
    [4, 1, 16 * MINUTE],
    [4, 0.5, 8 * MINUTE],
    [30, 1, 12 * HOUR],
  ])('after failure %d in a row, drawing %d, comes in %d ms', (failures, random, wait) => {
    expect(afterFailure(NOW, failures, { code: 'network' }, random) - NOW).toBe(wait);
  });

  test.each([
    ['80: a host that asks for an hour is left alone for one', { retryAfter: 3600 }, HOUR],
    ['80: one that asks for thirty years, for a day', { retryAfter: 999_999_999 }, DAY],
    ['a file that is gone is not asked for for six hours', { status: 404 }, 6 * HOUR],
  ])('%s', (_, failed, wait) => {
    expect(afterFailure(NOW, 1, { code: 'server', ...failed }, 0) - NOW).toBe(wait);
  });

  test.each([
    ['120', 120],
    ['Wed, 25 Nov 2026 00:10:00 GMT', 600],
    ['Tue, 24 Nov 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('Retry-After %j is read as %j seconds', (header, seconds) => {
    expect(readRetryAfter(header, NOW)).toBe(seconds);
  });

  test.each([
    ['when it has come, it is due', -1, true],
    ['when it comes in an hour, it is not', HOUR, false],
    ['28: when the clock went back two hours and it comes in nine, it is not', 9 * HOUR, false],
    ['28: when the clock went back a month, it is', 30 * DAY, true],
  ])('%s', (_, away, due) => {
    expect(isDue(NOW + away, NOW, 6)).toBe(due);
  });

  test('28: after any set-back of the clock it comes within the longest wait', () => {
    for (let back = 0; back < 60 * DAY; back += HOUR) {
      const nextAt = afterSuccess(NOW, 48, 1);
      const now = NOW - back;
      expect(isDue(nextAt, now, 48) || nextAt - now <= 4 * DAY).toBe(true);
    }
  });

  test('by hand once a minute, whatever the clock did', () => {
    expect([undefined, NOW, NOW - MINUTE, NOW + DAY].map((last) => mayAskByHand(last, NOW))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('79: ten thousand readers who start together do not ask together', () => {
    // Drawn evenly from 0 to 1: the schedule alone is looked at, for two days.
    const perMinute = new Map<number, number>();
    let state = 1;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return (state >>> 0) / 2 ** 32;
    };
    const READERS = 10_000;
    const HOURS = 48;
    for (let reader = 0; reader < READERS; reader++) {
      let record = recordStart({ ...RECORD, nextAt: 0 }, 0, random());
      while (record.nextAt! < HOURS * HOUR) {
        const at = record.nextAt!;
        const minute = Math.floor(at / MINUTE);
        perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
        record = recordSuccess(record, { pollHours: 6 }, at, random());
      }
    }
    const later = [...perMinute].filter(([minute]) => minute >= 60).map(([, count]) => count);
    const mean = later.reduce((sum, count) => sum + count, 0) / ((HOURS - 1) * 60);
    expect(Math.max(...later)).toBeLessThan(mean * 2);
  });
});

describe('freshness is the publisher’s word', () => {
  const issued = (days: number) => ({
    issued: new Date(NOW - days * DAY).toISOString(),
    expires: new Date(NOW - (days - 14) * DAY).toISOString(),
  });
  test.each([
    ['24: yesterday', 1, 'fresh'],
    ['24: fourteen days', 14, 'fresh'],
    ['24: fifteen days', 15, 'stale'],
    ['24: forty-six days', 46, 'old'],
    ['a day ahead, as time zones make it', -0.9, 'fresh'],
    ['26: two days ahead: the clock is wrong', -2, 'clock-wrong'],
  ])('%s', (_, days, freshness) => {
    expect(freshnessOf(issued(days), NOW, 0)).toBe(freshness);
  });

  test('26: a clock before the program was built is wrong', () => {
    expect(freshnessOf(issued(400), NOW - 380 * DAY, NOW - 30 * DAY)).toBe('clock-wrong');
  });
});

describe('what is remembered of attempts', () => {
  const record = RECORD;

  const fail = (of: SyncRecord, code: 'network' | 'signature' | 'damaged' | 'storage', at: number): SyncRecord =>
    recordFailure(of, { code, message: 'No.', at, detail: {} }, at, 0.5);

  test.each([
    ['a pack whose time has come is looked for in a few minutes', NOW - HOUR, 3 * MINUTE],
    ['one that is due in an hour, then', NOW + HOUR, HOUR],
    ['one that is due in a minute, in a few', NOW + MINUTE, 3 * MINUTE],
  ])('after a start %s', (_, nextAt, wait) => {
    const started = recordStart({ ...record, nextAt }, NOW, 0.5);
    expect(started.nextAt! - NOW).toBe(wait);
    const heard = recordSuccess(started, { pollHours: 6 }, NOW, 0.1);
    expect(heard.nextAt! - NOW).toBeCloseTo(0.6 * HOUR);
    expect(recordSuccess(heard, { pollHours: 6 }, NOW, 0.1).nextAt! - NOW).toBeCloseTo(5.04 * HOUR);
  });

  test('40: what was broken off is due at the start itself, and no more when it has ended', () => {
    const begun = recordBegun(record, NOW - 5_000);
    expect(recordStart(begun, NOW, 0.5)).toMatchObject({ begun: true, nextAt: NOW });
    for (const ended of [
      recordSuccess(begun, { pollHours: 6 }, NOW, 0.5),
      fail(begun, 'network', NOW),
      recordStopped(begun, NOW, 0.5),
    ]) {
      expect(ended).not.toHaveProperty('begun');
      expect(ended.nextAt).toBeGreaterThan(NOW);
    }
  });

  test('a paused pack is not looked for after a start either', () => {
    expect(recordStart({ ...record, nextAt: null }, NOW, 0.5).nextAt).toBeNull();
  });

  test('failures in a row are counted from the first; a success ends them', () => {
    const twice = fail(fail(record, 'network', NOW), 'network', NOW + HOUR);
    expect(twice).toMatchObject({ failures: 2, failure: { at: NOW + HOUR, since: NOW } });
    const well = recordSuccess(twice, { pollHours: 6 }, NOW + 2 * HOUR, 0.5);
    expect(well).toMatchObject({ failures: 0, lastOk: NOW + 2 * HOUR, nextAt: NOW + 8 * HOUR });
    expect(well.failure).toBeUndefined();
  });

  test('only faults of what is stored here count as local', () => {
    expect(fail(fail(record, 'storage', NOW), 'storage', NOW).localFaults).toBe(2);
    expect(fail(fail(record, 'storage', NOW), 'network', NOW).localFaults).toBe(0);
  });

  test.each<[string, SyncRecord, number, boolean]>([
    ['a host that cannot be reached is no news for a day', fail(record, 'network', NOW), NOW + HOUR, false],
    ['and is told after it', fail(record, 'network', NOW), NOW + DAY, true],
    ['a refused signature is told at once', fail(record, 'signature', NOW), NOW, true],
    ['a damaged download is tried again first', fail(record, 'damaged', NOW), NOW, false],
    ['and told the third time', fail(fail(fail(record, 'damaged', NOW), 'damaged', NOW), 'damaged', NOW), NOW, true],
    ['nothing is told when nothing failed', record, NOW, false],
  ])('%s', (_, of, now, told) => {
    expect(isTold(of, now)).toBe(told);
  });
});
