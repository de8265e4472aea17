import { useEffect, useState } from 'preact/hooks';
import { Options } from '../../components/Options.tsx';
import { Failed } from '../../components/PopupStates.tsx';
import type { Client } from '../../lib/messages/client.ts';
import type { Holdings } from '../../lib/messages/holdings.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { KeptState } from '../../lib/messages/reading.ts';
import type { Result } from '../../lib/messages/result.ts';
import type { MutedName, Settings } from '../../lib/messages/settings.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import { copyText, dressPage } from '../popup/page.ts';
import { useSyncs } from '../popup/sync-watch.ts';
import { exportOwn } from './copies.ts';
import { useCopies } from './use-copies.ts';
import { useHeld } from './use-held.ts';
import { usePacks } from './use-packs.ts';

export interface Opened {
  readonly settings: Settings;
  readonly held: Holdings;
  readonly own: readonly OwnNote[];
}

export interface OptionsPageProps {
  readonly opened: Result<Opened>;
  readonly background: Client<BackgroundRequests>;
  readonly version: string;
  /** An address to add, from the page's own. */
  readonly address: string;
}

export function OptionsPage({ opened, ...props }: OptionsPageProps) {
  if (opened.ok) return <OpenedPage {...props} opened={opened.value} />;
  return (
    <div class="cc op">
      <main>
        <Failed failure={opened.failure} onRetry={() => location.reload()} />
      </main>
    </div>
  );
}

/** Every change is stored as it is made, and shown as it was stored. */
function OpenedPage({ opened, background, version, address }: Omit<OptionsPageProps, 'opened'> & { opened: Opened }) {
  const [settings, setSettings] = useState(opened.settings);
  const held = useHeld(background, opened);
  const packs = usePacks(background, held);
  const copies = useCopies(background, held);
  const [kept, setKept] = useState<readonly KeptState[]>([]);
  const [muted, setMuted] = useState<readonly MutedName[]>([]);
  const { syncs, now } = useSyncs(background, () => void held.reload());
  const { done, ask } = held;

  async function listKept(): Promise<void> {
    const answer = await background('getKept', {});
    if (answer.ok) setKept(answer.value);
  }
  async function listMuted(): Promise<void> {
    const answer = await background('getMuted', {});
    if (answer.ok) setMuted(answer.value);
  }
  useEffect(() => {
    void listKept();
    void listMuted();
  }, []);

  async function changeSettings(next: Settings): Promise<void> {
    setSettings(next);
    const saved = await done('settings', background('setSettings', { settings: next }));
    if (!saved.ok) return setSettings(settings);
    setSettings(saved.value);
    dressPage(saved.value);
  }

  /** The form says itself what came to nothing. */
  async function writeOwn<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    if (result.ok) await held.reload();
    return result;
  }
  return (
    <Options
      settings={settings}
      version={version}
      held={held.held}
      syncs={syncs}
      now={now}
      changes={held.changes}
      said={packs.said}
      callbacks={{
        onSync: (pack) => void packs.sync(pack),
        onStop: (pack) => void done('other', background('stopSync', { pack })),
        onMove: packs.move,
        onUse: (pack, use) => void ask('pack', background('setPackUse', { pack, use })),
        onPause: (pack, paused) => void ask('pack', background('setPackPaused', { pack, paused })),
        onRepair: (pack) => void packs.repair(pack),
        onRemove: (pack) => void ask('pack', background('removePack', { pack })),
        onExport: (pack) => void copies.exportAs(pack),
        onChanges: (pack) => void held.openChanges(pack),
      }}
      add={packs.add}
      address={address}
      onLook={(text) => void packs.look(text)}
      onTrust={(offer) => void packs.trust(offer)}
      onCancelAdd={packs.cancelAdd}
      own={held.own}
      onSaveOwn={(draft) => writeOwn(background('saveOwn', { draft }))}
      onDeleteOwn={(id) => writeOwn(background('deleteOwn', { id }))}
      onExportOwn={() => exportOwn(held.own)}
      kept={kept}
      onForgetKept={(id) => void done('kept', background('forgetKept', { id })).then(listKept)}
      muted={muted}
      onUnmute={(name) => void done('other', background('unmuteName', name)).then(listMuted)}
      copy={copies.copy}
      onReadFile={(chosen) => void copies.openFile(chosen)}
      onTake={() => void copies.take()}
      onCancelCopy={copies.cancelCopy}
      onChange={(next) => void changeSettings(next)}
      onCopy={async (text) => (await done('copy', copyText(text))).ok}
      onAct={(wanted) => void packs.act(wanted)}
      undone={held.undone}
      onUndoneRead={held.readUndone}
      onForgetSeen={() => void ask('other', background('forgetSeen', {}))}
    />
  );
}
