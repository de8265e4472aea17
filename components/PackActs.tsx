import type { PackSource } from '../lib/messages/holdings.ts';
import { label } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Sure } from './Sure.tsx';

export interface PackCallbacks {
  readonly onSync: (pack: string | null) => void;
  readonly onStop: (pack: string | null) => void;
  readonly onMove: (pack: string, by: 1 | -1) => void;
  readonly onUse: (pack: string, use: boolean) => void;
  readonly onPause: (pack: string, paused: boolean) => void;
  readonly onRepair: (pack: string) => void;
  readonly onRemove: (pack: string) => void;
  readonly onExport: (pack: string | null) => void;
  /** The reader opened the change log. */
  readonly onChanges: (pack: string) => void;
}

interface PackActsProps {
  readonly callbacks: PackCallbacks;
  readonly id: string;
  readonly title: string;
  readonly source: PackSource | null;
  readonly isHeld: boolean;
  readonly running: boolean;
}

/** What can be done with a pack, as it stands. */
export function PackActs({ id, title, source, isHeld, running, callbacks: on }: PackActsProps) {
  const asks = source && !source.paused && !source.retired;
  return (
    <div class="acts">
      {running ? (
        <Press kind="btn" text={label('sync_stop')} onPress={() => on.onStop(id)} />
      ) : (
        asks && <Press kind="btn" text={label('sync_now')} onPress={() => on.onSync(id)} />
      )}
      {source && !source.retired && (
        <Press
          kind="btn"
          text={label(source.paused ? 'options_resume' : 'options_pause')}
          onPress={() => on.onPause(id, !source.paused)}
        />
      )}
      {isHeld && <Press kind="btn" text={label('options_repair')} onPress={() => on.onRepair(id)} />}
      {isHeld && source && <Press kind="btn" text={label('options_export')} onPress={() => on.onExport(id)} />}
      {source && (
        <Sure
          text={label('options_remove')}
          question={label('options_remove_sure', title)}
          yes={label('options_remove_yes')}
          no={label('options_remove_no')}
          onYes={() => on.onRemove(id)}
        />
      )}
    </div>
  );
}
