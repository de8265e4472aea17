/**
 * What happened to the notes that are held: the change log of each pack, which notes were shown on a card, and which of
 * their statements were withdrawn since. Kept on this machine only, for one purpose: to tell a reader once that what a
 * card said is not said any more.
 */
import type { ChangeLog, Withdrawn } from '../packs/change-log.ts';
import type { Seen, Tables } from './tables.ts';

/** Changes listed in one log: the largest still fits a stored value. */
export const MOST_CHANGES = 100;
const LOGS_A_PACK = 8;
/** Notes remembered as shown; the oldest are forgotten. */
const MOST_SEEN = 5_000;

export interface History {
  /** Newest first. */
  logs(pack: string): Promise<ChangeLog[]>;
  log(key: string): Promise<ChangeLog | undefined>;
  /** The log and what it means for this reader, together: a killed run tells all of it again or nothing. */
  saveLog(log: ChangeLog, withdrawn: readonly Withdrawn[]): Promise<void>;
  seen(pack: string): Promise<Map<string, Seen>>;
  noteSeen(seen: Omit<Seen, 'key'>): Promise<void>;
  /** Nothing is remembered of what was shown; what was to be told of it goes too. */
  forgetSeen(): Promise<void>;
  withdrawn(): Promise<Withdrawn[]>;
  /** The reader has read it. */
  dismiss(key: string): Promise<void>;
  forgetPack(pack: string): Promise<void>;
}

export function createHistory(tables: Tables): History {
  const { changes, seen, withdrawn } = tables;
  const logsOf = async (pack: string): Promise<ChangeLog[]> =>
    (await changes.all()).filter((log) => log.pack === pack).sort((a, b) => b.at - a.at);
  return {
    logs: logsOf,
    log: (key) => changes.get(key),
    saveLog: (log, told) =>
      tables.write(['changes', 'withdrawn'], async () => {
        await changes.put([log]);
        await withdrawn.put(told);
        await changes.delete((await logsOf(log.pack)).slice(LOGS_A_PACK).map(({ key }) => key));
      }),
    async seen(pack) {
      return new Map((await seen.all()).flatMap((one) => (one.pack === pack ? [[one.id, one] as const] : [])));
    },
    noteSeen: (one) =>
      tables.write(['seen'], async () => {
        const key = `${one.pack} ${one.id}`;
        const before = await seen.get(key);
        await seen.put([{ ...one, key, facts: [...new Set([...(before?.facts ?? []), ...one.facts])] }]);
        if (before) return;
        const all = await seen.all();
        if (all.length <= MOST_SEEN) return;
        const oldest = all.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, all.length - MOST_SEEN);
        await seen.delete(oldest.map((each) => each.key));
      }),
    forgetSeen: () =>
      tables.write(['seen', 'withdrawn'], async () => {
        await seen.delete((await seen.all()).map(({ key }) => key));
        await withdrawn.delete((await withdrawn.all()).map(({ key }) => key));
      }),
    withdrawn: () => withdrawn.all(),
    dismiss: (key) => withdrawn.delete([key]),
    forgetPack: (pack) =>
      tables.write(['changes', 'seen'], async () => {
        await changes.delete((await changes.all()).filter((log) => log.pack === pack).map(({ key }) => key));
        await seen.delete((await seen.all()).filter((one) => one.pack === pack).map(({ key }) => key));
      }),
  };
}
