import type { Holdings, PackState, PendingPack, SyncStates } from '../lib/messages/holdings.ts';
import type { ChangeLog } from '../lib/packs/change-log.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { AddPack, type AddPackProps } from './AddPack.tsx';
import { ChangeLogs } from './ChangeLogs.tsx';
import { DOWN, Icon, UP } from './Icon.tsx';
import { Progress } from './Notice.tsx';
import { Section } from './OptionsSection.tsx';
import { PackActs, type PackCallbacks } from './PackActs.tsx';
import { PackRows } from './PackRows.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Switch } from './Switch.tsx';
import { useStrings } from './strings.ts';
import { packRows } from './view-models/pack-rows.ts';
import { canSync, progressOf } from './view-models/sync-state.ts';

export interface PacksProps extends AddPackProps {
  readonly held: Holdings;
  readonly syncs: SyncStates;
  /** In milliseconds. */
  readonly now: number;
  /** Change logs that were asked for, by pack. */
  readonly changes: Readonly<Record<string, readonly ChangeLog[]>>;
  /** What came of the last thing that was done to a pack. */
  readonly said: Readonly<Record<string, Shown>>;
  readonly callbacks: PackCallbacks;
}

interface PackProps extends PacksProps {
  readonly pack: PackState;
  readonly at: number;
}

function Pack({ pack, at, held, syncs, now, changes, said, callbacks }: PackProps) {
  const t = useStrings();
  const { id, title, source } = pack;
  const [progress] = progressOf({ [id]: syncs[id] ?? { phase: 'idle' } } as SyncStates, held, t.locale);
  const move = (by: 1 | -1, key: string, path: string, can: boolean) => (
    <button
      type="button"
      class="ico"
      aria-label={t.text(label(key, title))}
      disabled={!can}
      onClick={() => callbacks.onMove(id, by)}
    >
      <Icon path={path} />
    </button>
  );
  return (
    <div class="pack" data-pack={id}>
      <div class="ord">
        {held.packs.length > 1 && (
          <>
            {move(-1, 'options_move_up', UP, at > 0)}
            {move(1, 'options_move_down', DOWN, at < held.packs.length - 1)}
          </>
        )}
      </div>
      <div>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <p class="fine">
          <Say text={label('options_publisher', pack.publisher, pack.licence)} />
        </p>
        <PackRows rows={packRows(pack, now, t)} />
        {progress && <Progress progress={progress} />}
        {said[id] && (
          <p class="fine" role="status">
            <Say text={said[id]} />
          </p>
        )}
        <details onToggle={(event) => event.currentTarget.open && callbacks.onChanges(id)}>
          <summary>
            <Say text={label('options_changes')} />
          </summary>
          <ChangeLogs logs={changes[id] ?? null} />
        </details>
        <PackActs id={id} title={title} source={source} isHeld running={progress !== undefined} callbacks={callbacks} />
      </div>
      <Switch
        on={pack.inUse}
        text={label(pack.inUse ? 'options_in_use' : 'options_not_in_use')}
        onChange={(use) => callbacks.onUse(id, use)}
      />
    </div>
  );
}

/** Added, and not here yet. */
function Pending({ pack, held, syncs, now, callbacks }: PacksProps & { pack: PendingPack }) {
  const t = useStrings();
  const { id, title, source } = pack;
  const [progress] = progressOf({ [id]: syncs[id] ?? { phase: 'idle' } } as SyncStates, held, t.locale);
  return (
    <div class="pack" data-pack={id}>
      <div class="ord" />
      <div>
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <PackRows rows={packRows(pack, now, t)} />
        {progress && <Progress progress={progress} />}
        <PackActs
          id={id}
          title={title}
          source={source}
          isHeld={false}
          running={progress !== undefined}
          callbacks={callbacks}
        />
      </div>
    </div>
  );
}

/** The packs in use and how each stands, in the reader's order; then the ways to get another. */
export function Packs(props: PacksProps) {
  const { held, callbacks } = props;
  return (
    <Section id="packs" intro={label('options_packs_intro')}>
      {held.packs.map((pack, at) => (
        <Pack key={pack.id} {...props} pack={pack} at={at} />
      ))}
      {held.pending.map((pack) => (
        <Pending key={pack.id} {...props} pack={pack} />
      ))}
      <AddPack {...props} />
      {canSync(held) && (
        <div class="acts">
          <Press kind="btn" text={label('options_sync_all')} onPress={() => callbacks.onSync(null)} />
        </div>
      )}
    </Section>
  );
}
