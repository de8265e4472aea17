import type { PackRevision } from './revision.ts';

/**
 * How old what is held is, by the publisher's word and not by our last request: a host that keeps serving an old file
 * cannot make it look new. Nothing is deleted and nothing stops working for being old; only the claim of freshness goes.
 */
export type Freshness =
  /** Confirmed by the publisher within the time it set. */
  | 'fresh'
  /** Past that time: "last confirmed on ...". */
  | 'stale'
  /** So long past that findings carry "may be out of date". */
  | 'old'
  /** The device's clock is before things that have happened. */
  | 'clock-wrong';

const DAY_MS = 86_400_000;
const OLD_DAYS = 45;
// A clock a day slow is common (time zones set by hand) and harms nothing.
const CLOCK_SLACK_MS = DAY_MS;

/**
 * `floor` is a moment that is certainly past: the day the program was built, or the newest `issued` ever accepted.
 * All times in milliseconds.
 */
export function freshnessOf(
  { issued, expires }: Pick<PackRevision, 'issued' | 'expires'>,
  now: number,
  floor: number,
): Freshness {
  if (now < Math.max(floor, Date.parse(issued)) - CLOCK_SLACK_MS) return 'clock-wrong';
  if (now - Date.parse(issued) > OLD_DAYS * DAY_MS) return 'old';
  return now > Date.parse(expires) ? 'stale' : 'fresh';
}
