import type { Answered } from './nginx.ts';
import { DAY } from './published-days.ts';
import type { Simulated } from './simulate.ts';
import type { Visit } from './simulated-reader.ts';

/** What simulated days come to: at the cache, at the publisher's host, and for one reader. */

export const isHit = ({ cache }: Answered): boolean => cache === 'HIT';
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / (values.length || 1);
export const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;

const MINUTES_5 = 300_000;

/** The most that happened within any five minutes of the clock. */
export function busiestFive(times: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const at of times) {
    const slot = Math.floor(at / MINUTES_5);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

export interface Traffic {
  /** Per day. */
  readonly requests: number;
  readonly megabytes: number;
  /** Share of requests the cache answered from what it keeps. */
  readonly hits: number;
  readonly busiestFive: number;
  /** What got through to the publisher's host, per day. */
  readonly originRequests: number;
  readonly originMegabytes: number;
}

/** Days are counted from 0; the first also fills a cold cache and brings those back who were away. */
export function trafficOf(
  { from, scenario, atCache, atOrigin }: Simulated,
  firstDay = 0,
  days = scenario.days,
): Traffic {
  const within = ({ at }: Answered): boolean => at >= from + firstDay * DAY && at < from + days * DAY;
  const [cache, origin] = [atCache.filter(within), atOrigin.filter(within)];
  const count = days - firstDay;
  return {
    requests: cache.length / count,
    megabytes: sum(cache.map(({ bytes }) => bytes)) / 1e6 / count,
    hits: cache.filter(isHit).length / cache.length,
    busiestFive: busiestFive(cache.map(({ at }) => at)),
    originRequests: origin.length / count,
    originMegabytes: sum(origin.map(({ bytes }) => bytes)) / 1e6 / count,
  };
}

/** Headers of a request and its answer, in bytes. */
export function headersOf({ atCache, visits }: Simulated): number {
  const bodies = sum(visits.flat().map(({ bytes }) => bytes));
  const all = sum(atCache.map(({ bytes, asked }) => bytes + asked));
  return (all - bodies) / atCache.length;
}

export interface ReaderDay {
  readonly requests: number;
  /** With headers. */
  readonly bytes: number;
}

/** Every day a reader asked at all, and was not further behind than the day's one change. */
export function ordinaryDays(simulated: Simulated): ReaderDay[] {
  const headers = headersOf(simulated);
  return simulated.visits.flatMap((visits) => {
    const byDay = new Map<number, Visit[]>();
    for (const visit of visits) {
      const day = Math.floor(visit.at / DAY);
      byDay.set(day, [...(byDay.get(day) ?? []), visit]);
    }
    return [...byDay.values()]
      .filter((day) => day.every(({ behind, outcome }) => outcome !== 'failed' && behind !== null && behind <= 1))
      .map((day) => {
        const requests = sum(day.map((visit) => visit.requests));
        return { requests, bytes: sum(day.map(({ bytes }) => bytes)) + requests * headers };
      });
  });
}

/** What came of those who were this many contents behind; `null`: of those who were new. */
export function visitsBehind({ visits }: Simulated, behind: number | null): Visit[] {
  return visits.flat().filter((visit) => visit.behind === behind && visit.outcome !== 'failed');
}
