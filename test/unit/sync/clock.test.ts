import { beforeEach, describe, expect, test } from 'vitest';
import { freshnessOf } from '../../../lib/packs/freshness.ts';
import { isDue } from '../../../lib/packs/schedule.ts';
import { isTold } from '../../../lib/packs/sync-state.ts';
import { START } from './bench-reader.ts';
import { lists, publisher, reader, setUp } from './third-revision.ts';

beforeEach(setUp);

describe('time and its wrong turns', () => {
  const DAY = 86_400_000;
  const dated = (path: string, at: number): Response | undefined =>
    path === 'pack.json'
      ? new Response(publisher.files.get(path)!, { headers: { date: new Date(at).toUTCString() } })
      : undefined;
  const age = async (): Promise<string> =>
    freshnessOf((await reader.store.held.pointer('example'))!.revision, reader.now, 0);

  test('24: a host that serves one list for weeks: told after fourteen days and after 45, and the notes work', async () => {
    await reader.sync();
    const told: string[] = [];
    for (const days of [0, 10, 15, 46]) {
      reader.now = START + days * DAY;
      expect(await reader.sync()).toEqual({ kind: 'confirmed' });
      told.push(await age());
      await reader.expectInvariants();
    }
    expect(told).toEqual(['fresh', 'fresh', 'stale', 'old']);
  });

  test('26: a clock a year slow: what is new is taken, nothing is deleted, and no age is told', async () => {
    reader.now = START - 365 * DAY;
    reader.fault = (path) => dated(path, START);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await age()).toBe('clock-wrong');
    expect(isDue((await reader.record()).nextAt!, START, 6)).toBe(true);
    await reader.expectInvariants();
  });

  test('27: a clock years fast: what is new is taken, even past the keys’ use, as the host’s clock disagrees', async () => {
    reader.now = START + 3 * 365 * DAY;
    expect(reader.now).toBeGreaterThan(Date.parse(publisher.delegation().notAfter));
    reader.fault = (path) => dated(path, START);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await age()).toBe('old');
    await reader.expectInvariants();
  });

  test('27: keys past their use by both clocks are refused', async () => {
    reader.now = START + 3 * 365 * DAY;
    reader.fault = (path) => dated(path, reader.now);
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'signature' } });
    await reader.expectInvariants();
  });

  test('28: a clock that goes back two hours after every look never puts the next one off for good', async () => {
    await reader.sync();
    for (let look = 0; look < 20; look++) {
      reader.now -= 2 * 3_600_000;
      const { nextAt, pollHours } = await reader.record();
      expect(isDue(nextAt!, reader.now, pollHours) || nextAt! - reader.now <= 12 * 3_600_000).toBe(true);
      reader.now = Math.max(reader.now, nextAt!);
      await reader.sync();
    }
    await reader.expectInvariants();
  });

  test('29: two edges of a CDN, one a revision behind: nothing goes back, and nothing is told', async () => {
    for (let look = 0; look < 6; look++) {
      reader.fault = (path) => (path === 'pack.json' ? new Response(lists[look % 2 === 0 ? 2 : 1]!) : undefined);
      expect((await reader.sync()).kind).toBe(look === 0 ? 'installed' : look % 2 === 0 ? 'confirmed' : 'behind');
      expect((await reader.record()).highest).toMatchObject({ revision: 3 });
      expect(isTold(await reader.record(), reader.now + 30 * DAY)).toBe(false);
      await reader.expectInvariants();
    }
  });

  test.each([
    [503, '999999999', 24 * 3_600_000],
    [503, '7200', 2 * 3_600_000],
    [429, '3600', 3_600_000],
    [429, new Date(START + 5 * 3_600_000).toUTCString(), 5 * 3_600_000],
    [503, '9'.repeat(400), 24 * 3_600_000],
    [503, '-1', 60_000],
  ])('80: %d with Retry-After %s is asked again in %d ms', async (status, after, wait) => {
    reader.fault = () => new Response('', { status, headers: { 'retry-after': after } });
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'server' } });
    expect((await reader.record()).nextAt).toBe(reader.now + wait);
    await reader.expectInvariants();
  });
});
