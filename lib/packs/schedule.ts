import type { PackErrorCode } from './pack-error.ts';

/**
 * When a pack is looked for next. Spread at random, so that readers who start together do not ask together; slower with
 * every failure, so that a host in trouble is left alone; never later than a wrong clock could make it.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const FIRST_RETRY = MINUTE;
const LONGEST_RETRY = 12 * HOUR;
const SHORTEST_RETRY = 30 * SECOND;
/** Longest `Retry-After` that is obeyed: a host that says a year has made a mistake. */
const LONGEST_OBEYED = 24 * HOUR;
/** A file that is gone is not back in a minute. */
const GONE_RETRY = 6 * HOUR;
const GONE = new Set([403, 404, 410]);
/** A reader who asks by hand may ask again after this. */
const BY_HAND_PAUSE = MINUTE;

/** `random` is a number from 0 up to 1, drawn by the caller. */
export const afterSuccess = (now: number, pollHours: number, random: number): number =>
  now + pollHours * HOUR * (0.8 + 0.4 * random);

/**
 * After the first success since the browser started: anywhere within the interval. Readers who start together at nine
 * part ways at once; drawn from the usual pause they would still come in waves the day after.
 */
export const afterFirstSuccess = (now: number, pollHours: number, random: number): number =>
  now + Math.max(5 * MINUTE, pollHours * HOUR * random);

/** Some minutes after the browser starts, when it has other things to do first. */
export const afterStart = (now: number, random: number): number => now + MINUTE + 4 * MINUTE * random;

export interface Failed {
  readonly code: PackErrorCode;
  readonly status?: number;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** `failures` counts those in a row, this one among them. */
export function afterFailure(now: number, failures: number, { status, retryAfter }: Failed, random: number): number {
  const longest = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(failures, 20));
  const floor = status !== undefined && GONE.has(status) ? GONE_RETRY : SHORTEST_RETRY;
  const asked = Math.min(LONGEST_OBEYED, Math.max(0, retryAfter ?? 0) * SECOND);
  return now + Math.max(floor, asked, longest * random);
}

/**
 * Whether it is time. A time further off than any schedule sets it was set by another clock: then it is time as well,
 * so that a clock that went back cannot stop a pack from being looked for.
 */
export function isDue(nextAt: number, now: number, pollHours: number): boolean {
  const furthest = Math.max(LONGEST_OBEYED, 2 * pollHours * HOUR);
  return nextAt <= now || nextAt - now > furthest;
}

export const mayAskByHand = (lastAttempt: number | undefined, now: number): boolean =>
  lastAttempt === undefined || now - lastAttempt >= BY_HAND_PAUSE || now < lastAttempt;

/** `Retry-After` as seconds: a number, or a date against the host's own clock or ours. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / SECOND);
}
