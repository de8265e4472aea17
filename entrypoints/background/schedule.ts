/**
 * When publishers are asked. One alarm, set to the next time any of them is due and repeated in any case, so that a run
 * that was killed, a clock that was set or an alarm that was lost delays a pack by half an hour at most. What is due is
 * written in each pack's record; the alarm only wakes the background up to look.
 */
import { browser } from 'wxt/browser';
import { isDue } from '../../lib/packs/schedule.ts';
import { recordStart, type SyncRecord } from '../../lib/packs/sync-state.ts';
import { findDamaged } from '../../lib/store/check-blocks.ts';
import type { Desk } from './desk.ts';
import type { Syncs } from './syncs.ts';

export const ALARM = 'sync';
const EVERY_MINUTES = 30;
/** Soonest that an alarm is set for; browsers allow no less. */
const SOONEST_MS = 30_000;
/**
 * Every stored byte is checked once a week: disks rot, and cleaners delete files that belong to a database. What nothing
 * names any more is freed then, too.
 */
const CHECK_EVERY_MS = 7 * 86_400_000;
const CHECKED = 'checked-at';

export interface Schedule {
  /** Sees to it that there is an alarm. To be called whenever the background starts. */
  ensure(): Promise<void>;
  /** The browser has started: packs are looked for soon, and not all at once. */
  browserStarted(): Promise<void>;
  /** The extension was updated: what was broken off by that goes on. */
  updated(): Promise<void>;
  /** The network is back: what waited for it is due. */
  online(): Promise<void>;
  /** Runs a sync the reader asked for. */
  runByHand(pack: string): Promise<void>;
  /** Runs what is due and sets the alarm anew. */
  wake(): Promise<void>;
  /** Sets the alarm to what is due next. */
  arm(): Promise<void>;
}

const isDueNow = ({ standing, nextAt, pollHours }: SyncRecord, now: number): boolean =>
  standing === 'active' && nextAt !== null && isDue(nextAt, now, pollHours);

export function createSchedule(desk: Desk, syncs: Syncs): Schedule {
  const setAlarm = async (when: number): Promise<void> =>
    browser.alarms.create(ALARM, {
      when: Math.max(when, Date.now() + SOONEST_MS),
      periodInMinutes: EVERY_MINUTES,
    });

  /** Should this run be killed, the next one begins where it stopped. */
  const armForKill = (): Promise<void> => setAlarm(Date.now() + SOONEST_MS);

  async function run(wanted: (record: SyncRecord) => boolean): Promise<void> {
    const { store } = await desk.open();
    const due = (await store.records()).filter((record) => wanted(record) && isDueNow(record, Date.now()));
    if (due.length > 0) await armForKill();
    await Promise.all(due.map(({ pack }) => syncs.run(pack, 'schedule')));
    await arm();
  }

  async function arm(): Promise<void> {
    const { store } = await desk.open();
    const times = (await store.records()).flatMap(({ standing, nextAt }) =>
      standing === 'active' && nextAt !== null ? nextAt : [],
    );
    await setAlarm(Math.min(Date.now() + EVERY_MINUTES * 60_000, ...times));
  }

  /** Parts that broke on disk are let go of; the packs that have them are due at once. */
  async function checkStored(): Promise<void> {
    const last = Number((await browser.storage.local.get(CHECKED))[CHECKED] ?? 0);
    const now = Date.now();
    if (now - last < CHECK_EVERY_MS && last <= now) return;
    await browser.storage.local.set({ [CHECKED]: now });
    const { store } = await desk.open();
    // What a removal that was broken off has left, and no later sync came to free.
    await store.free(now - CHECK_EVERY_MS).catch(() => {});
    const packs = await store.packs();
    const damaged = await findDamaged(store, [...new Set(packs.flatMap(({ segments }) => segments))]);
    if (damaged.length === 0) return;
    await store.discard(damaged);
    for (const { id } of packs.filter(({ segments }) => segments.some((hash) => damaged.includes(hash)))) {
      const record = await store.record(id);
      if (record?.standing === 'active') await store.saveRecord({ ...record, nextAt: now });
    }
    await desk.renew();
  }

  return {
    arm,
    async ensure() {
      if (!(await browser.alarms.get(ALARM))) await setAlarm(Date.now() + 60_000);
    },
    async browserStarted() {
      const { store } = await desk.open();
      const now = Date.now();
      for (const record of await store.records()) await store.saveRecord(recordStart(record, now, Math.random()));
      await run(({ begun }) => begun === true);
    },
    updated: () => run(({ begun }) => begun === true),
    async online() {
      const { store } = await desk.open();
      const waiting = (await store.records()).filter(
        ({ standing, failure }) => standing === 'active' && failure?.code === 'offline',
      );
      for (const record of waiting) await store.saveRecord({ ...record, nextAt: Date.now() });
      await run(() => true);
    },
    async runByHand(pack) {
      await armForKill();
      await syncs.run(pack, 'hand');
      await arm();
    },
    async wake() {
      await checkStored();
      await run(() => true);
    },
  };
}
