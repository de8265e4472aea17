import { useEffect, useRef, useState } from 'preact/hooks';
import { isRunning } from '../../components/view-models/sync-state.ts';
import type { Client } from '../../lib/messages/client.ts';
import type { BackgroundRequests, SyncStates } from '../../lib/messages/protocol.ts';

/** While something runs it is looked at this often; otherwise only now and then, for syncs that begin by themselves. */
const RUNNING_MS = 300;
const QUIET_MS = 3_000;

/**
 * The syncs as they stand. `onEnded` is called after one that was seen running, or began and ended unseen, has ended:
 * what is held may have changed. The asking itself keeps the background awake while a reader watches.
 */
export function useSyncs(
  background: Client<BackgroundRequests>,
  onEnded: () => void,
): { readonly syncs: SyncStates; readonly now: number; readonly lookNow: () => void } {
  const [seen, setSeen] = useState<{ syncs: SyncStates; now: number }>({ syncs: {}, now: Date.now() });
  const ended = useRef(onEnded);
  ended.current = onEnded;
  const look = useRef<() => void>(() => {});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before: SyncStates | null = null;
    async function turn(): Promise<void> {
      clearTimeout(timer);
      const answer = await background('getSync', {});
      const syncs = answer.ok ? answer.value : (before ?? {});
      setSeen({ syncs, now: Date.now() });
      const hasEnded = Object.entries(syncs).some(([id, state]) => {
        const was = before?.[id];
        return (
          !isRunning(state) && before !== null && (was?.phase !== state.phase || was.startedAt !== state.startedAt)
        );
      });
      before = syncs;
      if (hasEnded) ended.current();
      timer = setTimeout(() => void turn(), Object.values(syncs).some(isRunning) ? RUNNING_MS : QUIET_MS);
    }
    look.current = () => void turn();
    void turn();
    return () => clearTimeout(timer);
  }, []);
  return { ...seen, lookNow: () => look.current() };
}
