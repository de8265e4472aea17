import { randomFrom } from '../random.ts';
import { CachedHost } from './cached-host.ts';
import type { Answered, Nginx } from './nginx.ts';
import { DAY, FIRST_DAY, HOUR, PUBLISHED_AT, type PublishedDays, putDay, putDays } from './published-days.ts';
import { LightReader, type Session, type SimulatedReader, type Visit, WholeReader } from './simulated-reader.ts';

/** Readers over days: published, cached and asked for on loopback, while the clock of all of them is the days'. */

export interface Scenario {
  readonly readers: number;
  readonly days: number;
  /** Cache-Control of pack.json. */
  readonly listControl: string;
  /** The host is down from then to then: hours since midnight of the second day. */
  readonly outage?: { readonly from: number; readonly to: number };
}

export interface Simulated {
  readonly scenario: Scenario;
  /** Midnight of the first day. */
  readonly from: number;
  /** By reader. */
  readonly visits: readonly (readonly Visit[])[];
  /** The content each of them held in the end, and the last that was published. */
  readonly held: readonly (number | null)[];
  readonly published: number;
  readonly atCache: readonly Answered[];
  readonly atOrigin: readonly Answered[];
}

// One in twenty runs the whole sync; the others leave out what keeping the notes takes.
const WHOLE_EVERY = 20;

/** How long readers were away when the days begin: the shares of FORMAT.md, section 6. */
const AWAY = [
  { share: 0.01, days: null },
  { share: 0.03, days: 30 },
  { share: 0.06, days: 7 },
  { share: 0.1, days: 3 },
  { share: 0.8, days: 1 },
] as const;

/** Roughly normal, from -3 to 3. */
const spread = (random: () => number): number =>
  Array.from({ length: 6 }, random).reduce((sum, value) => sum + value, -3) * Math.SQRT2;

/**
 * When a browser is open. All live in one time zone, which is the hardest on a host: half of them start work about nine,
 * a quarter open it in the evening, a quarter never close it. One in ten of those who close it leaves a day out.
 */
function sessionsOf(kind: number, from: number, days: number, random: () => number): Session[] {
  if (kind >= 0.75) return [{ from: Number.NEGATIVE_INFINITY, to: from + days * DAY }];
  const sessions: Session[] = [];
  for (let day = 0; day < days; day++) {
    const midnight = from + day * DAY;
    const office = { start: 9 + 0.5 * spread(random), length: 8.5 + 0.5 * spread(random) };
    const evening = { start: 19 + 0.7 * spread(random), length: 2.5 + 0.5 * spread(random) };
    const { start, length } = kind < 0.5 ? office : evening;
    const isAway = random() < 0.1;
    if (!isAway) sessions.push({ from: midnight + start * HOUR, to: midnight + (start + length) * HOUR });
  }
  return sessions;
}

function createReaders(url: string, published: PublishedDays, scenario: Scenario, from: number): SimulatedReader[] {
  const before = published.days.length - scenario.days - 1;
  const awayOf = AWAY.flatMap(({ share, days }) =>
    Array.from({ length: Math.max(1, Math.round(share * scenario.readers)) }, () => days),
  );
  return Array.from({ length: scenario.readers }, (_, i) => {
    const random = randomFrom(1_000 + i);
    const away = awayOf[i] === undefined ? 1 : awayOf[i];
    const holds = away === null ? null : published.days[Math.max(0, before + 1 - away)]!;
    const sessions = sessionsOf(random(), from, scenario.days, random);
    const isOpen = sessions[0]?.from === Number.NEGATIVE_INFINITY;
    const options = {
      url,
      published,
      holds,
      // Closed: the time has come long before the browser is opened. Open: it is somewhere within the usual pause.
      nextAt: isOpen ? from + 6 * HOUR * random() : 0,
      sessions,
      random,
    };
    return i % WHOLE_EVERY === 0 ? new WholeReader(options) : new LightReader(options);
  });
}

/** `published` has days from before, and one for each day of the scenario. */
export async function simulate(
  scenario: Scenario,
  published: PublishedDays,
  nginx: Nginx,
  folder: string,
): Promise<Simulated> {
  const before = published.days.length - scenario.days;
  const from = FIRST_DAY + before * DAY;
  const end = from + scenario.days * DAY;
  const host = await CachedHost.start(nginx, folder, from, scenario.listControl);
  try {
    await putDays(host.www, published, before);
    const readers = createReaders(host.url, published, scenario, from);
    const plans: { at: number; run: () => Promise<void> }[] = published.days.slice(before).map((day, i) => ({
      at: from + i * DAY + PUBLISHED_AT,
      run: () => putDay(host.www, day),
    }));
    if (scenario.outage) {
      plans.push({ at: from + DAY + scenario.outage.from * HOUR, run: () => host.stopOrigin() });
      plans.push({ at: from + DAY + scenario.outage.to * HOUR, run: () => host.startOrigin() });
    }
    plans.sort((a, b) => a.at - b.at);
    for (;;) {
      let next = readers[0]!;
      for (const reader of readers) if (reader.nextAt < next.nextAt) next = reader;
      const plan = plans[0];
      const at = Math.min(next.nextAt, plan?.at ?? Number.POSITIVE_INFINITY);
      if (at >= end) break;
      await host.setClock(at);
      if (plan?.at === at) {
        await plan.run();
        plans.shift();
      } else {
        await next.step(at);
      }
    }
    await host.stop();
    return {
      scenario,
      from,
      visits: readers.map(({ visits }) => visits),
      held: readers.map(({ content }) => content),
      published: published.days.at(-1)!.revision.content,
      ...(await host.answers()),
    };
  } finally {
    await host.stop();
  }
}
