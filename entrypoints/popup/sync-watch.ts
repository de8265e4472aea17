import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { isRunning } from '../../components/view-models/sync-state.ts';
import type { Client } from '../../lib/messages/client.ts';
import type { SyncStates } from '../../lib/messages/holdings.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { SESSION } from '../../lib/messages/session.ts';

/** How often "2 hours ago" is looked at again. */
const CLOCK_MS = 30_000;

/** Whether a pack's sync ended between two looks. */
const hasEnded = (before: SyncStates, after: SyncStates): boolean =>
  Object.entries(after).some(([id, state]) => {
    const was = before[id];
    return !isRunning(state) && (was?.phase !== state.phase || was.startedAt !== state.startedAt);
  });

/**
 * The syncs as they stand: asked for once, then followed as the background tells of them. `onEnded` is called when one
 * has ended, for what is held may have changed.
 */
export function useSyncs(
  background: Client<BackgroundRequests>,
  onEnded: () => void,
): { readonly syncs: SyncStates; readonly now: number } {
  const [syncs, setSyncs] = useState<SyncStates>({});
  const [now, setNow] = useState(Date.now());
  const ended = useRef(onEnded);
  ended.current = onEnded;
  useEffect(() => {
    let last: SyncStates | null = null;
    const show = (next: SyncStates): void => {
      if (last && hasEnded(last, next)) ended.current();
      last = next;
      setSyncs(next);
      setNow(Date.now());
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
      const change = changes[SESSION.syncs];
      if (area === 'session' && change) show((change.newValue ?? {}) as SyncStates);
    };
    browser.storage.onChanged.addListener(onChanged);
    void background('getSync', {}).then((answer) => answer.ok && last === null && show(answer.value));
    const clock = setInterval(() => setNow(Date.now()), CLOCK_MS);
    return () => {
      browser.storage.onChanged.removeListener(onChanged);
      clearInterval(clock);
    };
  }, []);
  return { syncs, now };
}
