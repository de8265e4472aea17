import type { Holdings } from '../lib/messages/holdings.ts';
import { label } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { canSync, packsLine } from './view-models/sync-state.ts';

export interface PopupFootProps {
  readonly held: Holdings;
  readonly syncing: boolean;
  /** In milliseconds. */
  readonly now: number;
  readonly onSync: () => void;
  readonly onStop: () => void;
  /** There is nobody to ask yet: the reader may add a pack that has a publisher. */
  readonly onAdd: () => void;
}

/** The state of the packs, and the one thing to do about it. */
export function PopupFoot({ held, syncing, now, onSync, onStop, onAdd }: PopupFootProps) {
  const { locale } = useStrings();
  return (
    <footer class="p-foot">
      <span>
        <Say text={packsLine(held, now, locale)} />
      </span>
      {syncing ? (
        <Press kind="txt" text={label('sync_stop')} onPress={onStop} />
      ) : canSync(held) ? (
        <Press kind="txt" text={label('sync_now')} onPress={onSync} />
      ) : (
        <Press kind="txt" text={label('packs_add')} onPress={onAdd} />
      )}
    </footer>
  );
}
