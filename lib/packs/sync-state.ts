import type { PackErrorCode, PackErrorDetail } from './pack-error.ts';
import { afterFailure, afterFirstSuccess, afterStart, afterSuccess, isDue } from './schedule.ts';
import type { Highest } from './verify.ts';

/**
 * What is known of a pack's publisher and of the last attempts to hear from it, and what a running sync reports. Plain
 * data and pure steps: kept in the store, sent in messages, shown in popup and options, all the same.
 */

/** Where a pack comes from and whom it is believed. Kept when the pack is removed, so that it cannot come back older. */
export interface SyncRecord {
  readonly pack: string;
  /** What the pack called itself when it was added, for the time until it is held. */
  readonly title?: string;
  /** Addresses of pack.json, in order of preference; the first is where the reader added it. */
  readonly urls: readonly string[];
  /** Pinned root keys, as text. */
  readonly roots: readonly string[];
  readonly highest?: Highest;
  /** When to look next, in milliseconds; `null` for a pack that was paused or removed. */
  readonly nextAt: number | null;
  readonly pollHours: number;
  /** Set when the browser starts: nothing was heard since. */
  readonly started?: true;
  /** Parts are being fetched. Found set at a start, the run was broken off, and is gone on with at once. */
  readonly begun?: true;
  /** Failures in a row. */
  readonly failures: number;
  /** Failures in a row of what is stored here, not of the network. */
  readonly localFaults: number;
  readonly lastAttempt?: number;
  /** When the publisher was last heard, whether or not anything was new. */
  readonly lastOk?: number;
  readonly failure?: SyncFailure;
  readonly retired?: { readonly reason: string; readonly successor?: string };
  /** `removed`: only what keeps it from coming back older is left. */
  readonly standing: 'active' | 'paused' | 'removed';
}

export interface SyncFailure {
  readonly code: PackErrorCode;
  readonly message: string;
  readonly at: number;
  /** When failures in a row began. */
  readonly since: number;
  readonly detail: Omit<PackErrorDetail, 'cause'>;
}

/** What a running sync reports, in order. */
export type SyncEvent =
  | { readonly kind: 'started'; readonly at: number }
  | { readonly kind: 'planned'; readonly parts: number; readonly bytes: number; readonly anew: boolean }
  | { readonly kind: 'received'; readonly bytes: number }
  | { readonly kind: 'part'; readonly hash: string }
  | { readonly kind: 'installing' }
  | { readonly kind: 'ended'; readonly outcome: SyncOutcome };

export type SyncOutcome =
  /** A new revision is live. */
  | { readonly kind: 'installed'; readonly revision: number }
  /** What is held is what the publisher has. */
  | { readonly kind: 'confirmed' }
  /** This host has not caught up yet with what is held; nothing is wrong. */
  | { readonly kind: 'behind' }
  | { readonly kind: 'failed'; readonly failure: SyncFailure }
  | { readonly kind: 'cancelled' };

/** A sync as it is shown while it runs. */
export interface SyncProgress {
  readonly phase: 'idle' | 'asking' | 'downloading' | 'installing';
  readonly parts: number;
  readonly partsDone: number;
  readonly bytes: number;
  readonly bytesDone: number;
  readonly startedAt?: number;
  /** How the last one ended. */
  readonly outcome?: SyncOutcome;
}

export const IDLE: SyncProgress = { phase: 'idle', parts: 0, partsDone: 0, bytes: 0, bytesDone: 0 };

/** How a sync stands after one more event of it. */
export function reduceSync(progress: SyncProgress, event: SyncEvent): SyncProgress {
  switch (event.kind) {
    case 'started':
      return { ...IDLE, phase: 'asking', startedAt: event.at };
    case 'planned':
      // A plan made again after a part was missing begins its count anew.
      return { ...progress, phase: 'downloading', parts: event.parts, bytes: event.bytes, partsDone: 0, bytesDone: 0 };
    case 'received':
      // Bytes of a damaged part that is asked for again would count twice.
      return { ...progress, bytesDone: Math.min(progress.bytes, progress.bytesDone + event.bytes) };
    case 'part':
      return { ...progress, partsDone: progress.partsDone + 1 };
    case 'installing':
      return { ...progress, phase: 'installing', bytesDone: progress.bytes, partsDone: progress.parts };
    case 'ended':
      return { ...progress, phase: 'idle', outcome: event.outcome };
  }
}

const withoutTrouble = ({ failure: _, started: __, retired: ___, begun: ____, ...record }: SyncRecord): SyncRecord =>
  record;

/**
 * How often a pack that has ended is looked for: seldom, but not never. The word that it has ended may be a thief's, and the
 * publisher's next one has to be heard.
 */
const RETIRED_POLL_HOURS = 7 * 24;

/** The record while parts are fetched: due, whatever it was before, until the run has ended. */
export const recordBegun = (record: SyncRecord, now: number): SyncRecord => ({ ...record, begun: true, nextAt: now });

/**
 * The record when the browser starts: looked for soon, unless the time is not near. What was broken off is due at once: who
 * never keeps the browser open for long would have no pack at all otherwise.
 */
export function recordStart(record: SyncRecord, now: number, random: number): SyncRecord {
  if (record.nextAt === null) return record;
  if (record.begun) return { ...record, started: true, nextAt: now };
  const soon = afterStart(now, random);
  return {
    ...record,
    started: true,
    nextAt: isDue(record.nextAt, now, record.pollHours) ? soon : Math.max(soon, record.nextAt),
  };
}

/** The record after an attempt that heard the publisher. What is not heard any more of its end is not kept. */
export function recordSuccess(
  record: SyncRecord,
  heard: Pick<SyncRecord, 'pollHours'> & Partial<SyncRecord>,
  now: number,
  random: number,
): SyncRecord {
  const pollHours = heard.retired ? RETIRED_POLL_HOURS : heard.pollHours;
  return {
    ...withoutTrouble(record),
    ...heard,
    pollHours,
    nextAt: (record.started ? afterFirstSuccess : afterSuccess)(now, pollHours, random),
    failures: 0,
    localFaults: 0,
    lastAttempt: now,
    lastOk: now,
  };
}

/** The record after a run that was stopped: what a reader stopped does not go on by itself until the usual time. */
export function recordStopped({ begun: _, ...record }: SyncRecord, now: number, random: number): SyncRecord {
  const { nextAt, pollHours } = record;
  return { ...record, nextAt: nextAt === null ? null : Math.max(nextAt, afterSuccess(now, pollHours, random)) };
}

const LOCAL: ReadonlySet<PackErrorCode> = new Set(['storage']);

/** The record after an attempt that failed. `highest` is untouched: only what was installed moves it. */
export function recordFailure(
  record: SyncRecord,
  failure: Omit<SyncFailure, 'since'>,
  now: number,
  random: number,
): SyncRecord {
  const failures = record.failures + 1;
  const { code, detail } = failure;
  const { status, retryAfter } = detail;
  const again = afterFailure(
    now,
    failures,
    { code, ...(status !== undefined && { status }), ...(retryAfter !== undefined && { retryAfter }) },
    random,
  );
  const { begun: _, ...ended } = record;
  return {
    ...ended,
    failures,
    localFaults: LOCAL.has(code) ? record.localFaults + 1 : 0,
    lastAttempt: now,
    // The host of a pack that has ended may be gone for good.
    nextAt: record.retired ? Math.max(again, afterSuccess(now, record.pollHours, random)) : again,
    failure: { ...failure, since: record.failure?.since ?? now },
  };
}

// Faults in a row of what is stored, after which it is not believed to be stored. Network faults never count.
const MOST_LOCAL_FAULTS = 5;

/**
 * Whether everything is to be fetched again, over what is there, which serves until then. Every fifth time only: where the
 * disk stays broken, a whole pack is not asked for at every attempt.
 */
export const isBroken = ({ localFaults }: SyncRecord): boolean =>
  localFaults > 0 && localFaults % MOST_LOCAL_FAULTS === 0;

const DAY = 86_400_000;
// A host that cannot be reached is no news for a day: laptops sleep, trains have tunnels.
const QUIET: ReadonlySet<PackErrorCode> = new Set(['offline', 'network', 'timeout', 'server']);
// A damaged download is tried again elsewhere; only when it stays damaged is it told.
const TOLD_FROM_THIRD: ReadonlySet<PackErrorCode> = new Set(['damaged', 'missing']);

/** Whether a failure is shown without being asked for. */
export function isTold(record: SyncRecord, now: number): boolean {
  const { failure, retired } = record;
  if (!failure || retired) return false;
  if (QUIET.has(failure.code)) return now - failure.since >= DAY;
  return !TOLD_FROM_THIRD.has(failure.code) || record.failures >= 3;
}
