/**
 * Many readers of one pack behind one cache, on two real nginx; test/bench/scale.ts is the same with a larger pack. Needs
 * nginx and libfaketime, which root on Debian gets by itself.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAtOnce } from '../support/scale/at-once.ts';
import { mean, ordinaryDays, trafficOf } from '../support/scale/figures.ts';
import { ensureNginx } from '../support/scale/nginx.ts';
import { installFrom, PLAIN_HOSTS } from '../support/scale/plain-hosts.ts';
import { DAY, HOUR, type PublishedDays, publishDays, putDays } from '../support/scale/published-days.ts';
import { type Scenario, type Simulated, simulate } from '../support/scale/simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'scale-'));
const nginx = ensureNginx(folder);
const leftOut = typeof nginx === 'string' ? ` (left out: ${nginx})` : '';

const HALF_HOUR = 'public, max-age=1800';
/** Lists that expire after half an hour are asked for this often a day at most, whoever asks. */
const LISTS_A_DAY = 48;
const DAYS = 2;
const OUTAGE = { from: 8, to: 11 };

let published: PublishedDays;
let runs = 0;
const run = (scenario: Partial<Scenario> & Pick<Scenario, 'readers'>): Promise<Simulated> => {
  if (typeof nginx === 'string') throw new Error(nginx);
  const whole = { days: DAYS, listControl: HALF_HOUR, ...scenario };
  return simulate(whole, published, nginx, join(folder, String(runs++)));
};

/** How many files the lists of the days name. */
const filesOf = ({ days }: PublishedDays): number =>
  new Set(
    days
      .slice(-DAYS - 1)
      .flatMap(({ revision: { base, deltas } }) => [...base.parts, ...deltas].map(({ hash }) => hash)),
  ).size;

beforeAll(async () => {
  published = await publishDays(600, 31 + DAYS, () => {});
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe(`a cache in front of the publisher’s host${leftOut}`, () => {
  test.skipIf(leftOut)(
    'lets through no more for 2,000 readers than for 200, and answers 99 of 100 itself',
    async () => {
      const [few, many] = [await run({ readers: 200 }), await run({ readers: 2000 })];
      const most = LISTS_A_DAY + 1 + filesOf(published) / DAYS;
      expect(trafficOf(few).originRequests).toBeLessThanOrEqual(most);
      expect(trafficOf(many).originRequests).toBeLessThanOrEqual(most);
      expect(trafficOf(many).requests).toBeGreaterThan(8 * trafficOf(few).requests);
      // The first day fills a cold cache, and brings those back who were away.
      expect(trafficOf(many, 1).hits).toBeGreaterThanOrEqual(0.99);

      expect(many.visits.flat().filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      // Whoever looked once the last list was surely through the cache holds what it names.
      const through = many.from + (DAYS - 1) * DAY + 6 * HOUR;
      const looked = many.held.filter((_, i) => (many.visits[i]!.at(-1)?.at ?? 0) > through);
      expect(looked.length).toBeGreaterThan(1500);
      expect(new Set(looked)).toEqual(new Set([many.published]));

      const requests = ordinaryDays(many).map((day) => day.requests);
      expect(mean(requests)).toBeLessThanOrEqual(5);
      expect(Math.max(...requests)).toBeLessThanOrEqual(7);
    },
  );

  test.skipIf(leftOut)('while the host is down readers try less and less, and then come back one by one', async () => {
    const down = await run({ readers: 200, outage: OUTAGE });
    const end = down.from + DAY + OUTAGE.to * HOUR;
    const hit = down.visits.filter((visits) => visits.some(({ outcome }) => outcome === 'failed'));
    expect(hit.length).toBeGreaterThan(60);
    // Pauses double: three hours of them are some seven tries, and about ninety if they did not.
    expect(mean(hit.map((visits) => visits.filter(({ outcome }) => outcome === 'failed').length))).toBeLessThan(12);
    const back = hit.map((visits) => visits.find(({ at, outcome }) => at >= end && outcome !== 'failed')?.at ?? 0);
    expect(back.filter((at) => at > 0).length).toBeGreaterThan(0.95 * hit.length);
    const atOnce = back.filter((at) => at >= end && at < end + 5 * 60_000);
    expect(atOnce.length).toBeLessThan(0.3 * hit.length);
  });

  test.skipIf(leftOut)('goes on with the list it has while the host is down, where the host allows that', async () => {
    const down = await run({ readers: 100, outage: OUTAGE, listControl: `${HALF_HOUR}, stale-if-error=86400` });
    expect(down.visits.flat().length).toBeGreaterThan(300);
    expect(down.visits.flat().filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  test.skipIf(leftOut)('lets one of 300 through who ask at once', async () => {
    if (typeof nginx === 'string') throw new Error(nginx);
    expect(await askAtOnce(published, 300, nginx, join(folder, 'at-once'))).toEqual({ list: 1, segment: 1 });
  });
});

describe('the folder works behind a host that knows nothing of packs', () => {
  test.for(Object.entries(PLAIN_HOSTS))('%s', async ([name, start], { skip }) => {
    const dir = join(folder, 'plain');
    await putDays(dir, published, published.days.length);
    const host = await start(dir, nginx, join(folder, `plain-${name.replaceAll(/\W/g, '')}`));
    if (typeof host === 'string') return skip(host);
    try {
      const { outcome, notes } = await installFrom(host.url, published);
      expect({ outcome, notes }).toEqual({
        outcome: 'installed',
        notes: published.days.at(-1)!.revision.counts.notes,
      });
    } finally {
      await host.stop();
    }
  });
});
