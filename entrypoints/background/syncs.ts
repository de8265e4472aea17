/** Runs the syncs: one at a time for each pack, in whatever page or worker of ours; what each does is told to who asks. */

import { browser } from 'wxt/browser';
import type { SyncStates } from '../../lib/messages/holdings.ts';
import { SESSION } from '../../lib/messages/session.ts';
import { mayAskByHand } from '../../lib/packs/schedule.ts';
import {
  IDLE,
  reduceSync,
  type SyncEvent,
  type SyncOutcome,
  type SyncProgress,
  type SyncRecord,
} from '../../lib/packs/sync-state.ts';
import { changeKeyOf, changesOf } from '../../lib/store/changes.ts';
import { syncPack } from '../../lib/sync/sync-pack.ts';
import { askHost } from './ask-host.ts';
import type { Desk, Opened } from './desk.ts';
import { copyRecords } from './mirror.ts';

export type AskedBy = 'hand' | 'schedule';

export interface Syncs {
  /** Resolves when it has ended, with nothing when it runs elsewhere or was run a moment ago. */
  run(pack: string, by: AskedBy): Promise<SyncOutcome | null>;
  /** Stops one, or all; what is fetched stays. Resolves when nothing of it runs any more. */
  stop(pack: string | null): Promise<void>;
  states(): SyncStates;
}

/** Pages of ours that are open follow the syncs in the session's memory, so that they keep nobody awake by asking. */
const TOLD_EVERY_MS = 200;

/** Parts asked for at once; one where the reader pays for every byte. */
const AT_ONCE = 4;
const isMetered = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export const lockOf = (pack: string): string => `sync:${pack}`;

/** Whether a reader may have a publisher asked now. One that was not asked for want of leave was not asked. */
export const mayAsk = ({ lastAttempt, failure }: SyncRecord): boolean =>
  failure?.code === 'permission' || mayAskByHand(lastAttempt, Date.now());

/** Tells what a pack's last step changed, once; a run that was killed before tells it at the next start. */
async function noteChanges({ store, history }: Opened, id: string): Promise<void> {
  const pack = (await store.packs()).find((each) => each.id === id);
  const key = pack ? changeKeyOf(pack) : null;
  if (!pack || key === null || (await history.log(key))) return;
  const changes = await changesOf(store, pack, await history.seen(id), Date.now());
  if (changes) await history.saveLog(changes.log, changes.withdrawn);
}

/** What a run that was killed after it had installed did not come to tell. */
export async function noteMissedChanges(opened: Opened): Promise<void> {
  for (const { id } of await opened.store.packs()) await noteChanges(opened, id);
}

/** `onEnded` is called after every run, whatever came of it. */
export function createSyncs(desk: Desk, onEnded: () => Promise<void>): Syncs {
  const running = new Map<string, { readonly abort: AbortController; readonly done: Promise<SyncOutcome | null> }>();
  const states = new Map<string, SyncProgress>();
  let telling: ReturnType<typeof setTimeout> | undefined;

  const tellNow = (): void => {
    clearTimeout(telling);
    telling = undefined;
    void browser.storage.session.set({ [SESSION.syncs]: Object.fromEntries(states) });
  };
  // What a background that was stopped in the middle told last is not so any more.
  tellNow();

  /** Bytes come in hundreds of pieces; a new phase or part is told at once. */
  function note(pack: string, event: SyncEvent): void {
    states.set(pack, reduceSync(states.get(pack) ?? IDLE, event));
    if (event.kind !== 'received') tellNow();
    else telling ??= setTimeout(tellNow, TOLD_EVERY_MS);
  }

  async function sync(pack: string, by: AskedBy, abort: AbortController): Promise<SyncOutcome | null> {
    const { store } = await desk.open();
    const record = await store.record(pack);
    if (by === 'hand' && record && !mayAsk(record)) return null;
    const outcome = await syncPack(pack, {
      store,
      fetch: askHost,
      now: Date.now,
      random: Math.random,
      isOnline: () => navigator.onLine,
      signal: abort.signal,
      atOnce: isMetered() ? 1 : AT_ONCE,
      report: (event) => {
        // It has ended for the reader when the notes are in use, below.
        if (event.kind === 'ended' && event.outcome.kind === 'installed') return;
        note(pack, event);
        // A whole pack over a connection that is paid for waits until the reader asks for it.
        if (event.kind === 'planned' && event.anew && by === 'schedule' && isMetered()) abort.abort();
      },
    });
    await copyRecords(store);
    if (outcome.kind === 'installed') {
      await desk.renew();
      await noteChanges(await desk.open(), pack);
      note(pack, { kind: 'ended', outcome });
    }
    void onEnded();
    return outcome;
  }

  return {
    run(pack, by) {
      const already = running.get(pack);
      if (already) return already.done;
      const abort = new AbortController();
      const done = navigator.locks
        .request(lockOf(pack), { ifAvailable: true }, (lock) => (lock ? sync(pack, by, abort) : null))
        .finally(() => running.delete(pack));
      running.set(pack, { abort, done });
      return done;
    },
    async stop(pack) {
      const stopping = [...running].filter(([id]) => pack === null || pack === id).map(([, one]) => one);
      for (const { abort } of stopping) abort.abort();
      await Promise.allSettled(stopping.map(({ done }) => done));
    },
    states: () => Object.fromEntries(states),
  };
}
