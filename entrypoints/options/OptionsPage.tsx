import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { AddState } from '../../components/AddPack.tsx';
import type { Undone } from '../../components/NotDone.tsx';
import { Options } from '../../components/Options.tsx';
import type { CopyState } from '../../components/OptionsCopies.tsx';
import { Failed } from '../../components/PopupStates.tsx';
import type { NoticeAct } from '../../components/view-models/notices.ts';
import type { Client } from '../../lib/messages/client.ts';
import type { Holdings, PackOffer } from '../../lib/messages/holdings.ts';
import { MOST_OWN_NOTES } from '../../lib/messages/limits.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { KeptState } from '../../lib/messages/reading.ts';
import { coded, type Failure, type Result, toFailure } from '../../lib/messages/result.ts';
import type { MutedName, Settings } from '../../lib/messages/settings.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import type { ChangeLog } from '../../lib/packs/change-log.ts';
import { counted, label, type Shown } from '../../lib/text/messages.ts';
import { copyText, dressPage } from '../popup/page.ts';
import { useSyncs } from '../popup/sync-watch.ts';
import { askToKeep, exportOwn, exportPacks, type ReadFile, readFile, takePacks, toCopiedPack } from './copies.ts';

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

const failureOf = (error: unknown): Failure => {
  const result = toFailure(error);
  return result.ok ? { code: 'unexpected', message: '' } : result.failure;
};

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
  const [held, setHeld] = useState(opened.held);
  const [own, setOwn] = useState(opened.own);
  const [changes, setChanges] = useState<Readonly<Record<string, readonly ChangeLog[]>>>({});
  const [said, setSaid] = useState<Readonly<Record<string, Shown>>>({});
  const [add, setAdd] = useState<AddState>({ kind: 'idle' });
  const [copy, setCopy] = useState<CopyState>({ kind: 'idle' });
  const [kept, setKept] = useState<readonly KeptState[]>([]);
  const [muted, setMuted] = useState<readonly MutedName[]>([]);
  const [file, setFile] = useState<ReadFile | null>(null);
  const [undone, setUndone] = useState<Undone | null>(null);
  const { syncs, now } = useSyncs(background, () => void reload());

  async function reload(): Promise<void> {
    const [packs, notes] = await Promise.all([background('getPacks', {}), background('getOwn', {})]);
    if (packs.ok) setHeld(packs.value);
    if (notes.ok) setOwn(notes.value);
    setChanges({});
  }

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

  /** Waits for what the reader pressed; what came to nothing is said. */
  async function done<T>(what: string, answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    setUndone(result.ok ? null : { what: label(`undone_${what}`), failure: result.failure });
    return result;
  }

  async function changeSettings(next: Settings): Promise<void> {
    setSettings(next);
    const saved = await done('settings', background('setSettings', { settings: next }));
    if (!saved.ok) return setSettings(settings);
    setSettings(saved.value);
    dressPage(saved.value);
  }

  /** Asks for something, then shows what is held after it. */
  async function ask<T>(what: string, answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await done(what, answer);
    await reload();
    return result;
  }
  /** The form says itself what came to nothing. */
  async function writeOwn<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    if (result.ok) await reload();
    return result;
  }
  const tell = (pack: string, line: Shown): void => setSaid((before) => ({ ...before, [pack]: line }));

  async function look(text: string): Promise<void> {
    setAdd({ kind: 'looking' });
    const answer = await background('lookAtPack', { address: text });
    setAdd(answer.ok ? { kind: 'offered', offer: answer.value } : { kind: 'failed', failure: answer.failure });
  }

  async function trust({ url, keys, known }: PackOffer): Promise<void> {
    void askToKeep();
    const answer = await background('addPack', { address: url, keys: keys.map(({ key }) => key) });
    setAdd(answer.ok ? { kind: 'idle' } : { kind: 'failed', failure: answer.failure });
    if (known) setSaid({});
    await reload();
  }

  async function sync(pack: string | null): Promise<void> {
    const answer = await done('sync', background('syncNow', { pack }));
    if (pack !== null && answer.ok && answer.value.asked.length === 0) tell(pack, label('sync_a_moment_ago'));
  }

  async function repair(pack: string): Promise<void> {
    const answer = await done('repair', background('repairPack', { pack }));
    if (answer.ok) {
      const { broken } = answer.value;
      tell(pack, broken === 0 ? label('repair_done_none') : counted('repair_done', broken));
    }
    await reload();
  }

  function move(pack: string, by: 1 | -1): void {
    const ids = held.packs.map(({ id }) => id);
    const at = ids.indexOf(pack);
    ids.splice(at, 1);
    ids.splice(at + by, 0, pack);
    void ask('pack', background('setPackOrder', { packs: ids }));
  }

  async function act(wanted: NoticeAct): Promise<void> {
    switch (wanted.kind) {
      case 'sync':
        return sync(wanted.pack);
      case 'settings':
        location.hash = 'packs';
        if (wanted.address !== undefined) await look(wanted.address);
        return;
      case 'repair':
        return repair(wanted.pack);
      case 'allow':
        // First of all: browsers ask only in the moment of a press.
        if (await browser.permissions.request({ origins: ['http://*/*', 'https://*/*'] })) await sync(wanted.pack);
        return;
      case 'rebuild':
        await ask('repair', background('rebuildStore', {}));
        return;
      case 'dismiss-withdrawn':
        await ask('other', background('dismissWithdrawn', { key: wanted.key }));
        return;
      case 'dismiss-lost':
        await ask('other', background('dismissLost', {}));
        return;
    }
  }

  async function openFile(chosen: File): Promise<void> {
    setCopy({ kind: 'reading' });
    try {
      const read = await readFile(chosen);
      setFile(read);
      setCopy({
        kind: 'read',
        packs: read.offers.map(toCopiedPack),
        own: read.own.length,
        unreadable: read.unreadable,
      });
    } catch (error) {
      setCopy({ kind: 'failed', failure: failureOf(error) });
    }
  }

  async function take(): Promise<void> {
    if (!file) return;
    setCopy({ kind: 'reading' });
    try {
      const packs = await takePacks(file.offers);
      let taken = 0;
      for (let from = 0; from < file.own.length; from += MOST_OWN_NOTES) {
        const answer = await background('importOwn', { notes: file.own.slice(from, from + MOST_OWN_NOTES) });
        if (!answer.ok) throw coded(answer.failure.code, answer.failure.message);
        taken += answer.value.taken;
      }
      setCopy({ kind: 'done', packs, own: taken });
    } catch (error) {
      setCopy({ kind: 'failed', failure: failureOf(error) });
    }
    setFile(null);
    await ask('other', background('packsChanged', {}));
  }

  async function exportAs(pack: string | null): Promise<void> {
    try {
      if (held.store.kind === 'memory') exportOwn(own);
      else await exportPacks(pack, own);
    } catch (error) {
      setCopy({ kind: 'failed', failure: failureOf(error) });
    }
  }

  async function openChanges(pack: string): Promise<void> {
    const answer = await background('getChanges', { pack });
    if (answer.ok) setChanges((before) => ({ ...before, [pack]: answer.value }));
  }

  return (
    <Options
      settings={settings}
      version={version}
      held={held}
      syncs={syncs}
      now={now}
      changes={changes}
      said={said}
      callbacks={{
        onSync: (pack) => void sync(pack),
        onStop: (pack) => void done('other', background('stopSync', { pack })),
        onMove: move,
        onUse: (pack, use) => void ask('pack', background('setPackUse', { pack, use })),
        onPause: (pack, paused) => void ask('pack', background('setPackPaused', { pack, paused })),
        onRepair: (pack) => void repair(pack),
        onRemove: (pack) => void ask('pack', background('removePack', { pack })),
        onExport: (pack) => void exportAs(pack),
        onChanges: (pack) => void openChanges(pack),
      }}
      add={add}
      address={address}
      onLook={(text) => void look(text)}
      onTrust={(offer) => void trust(offer)}
      onCancelAdd={() => setAdd({ kind: 'idle' })}
      own={own}
      onSaveOwn={(draft) => writeOwn(background('saveOwn', { draft }))}
      onDeleteOwn={(id) => writeOwn(background('deleteOwn', { id }))}
      onExportOwn={() => exportOwn(own)}
      kept={kept}
      onForgetKept={(id) => void done('kept', background('forgetKept', { id })).then(listKept)}
      muted={muted}
      onUnmute={(name) => void done('other', background('unmuteName', name)).then(listMuted)}
      copy={copy}
      onReadFile={(chosen) => void openFile(chosen)}
      onTake={() => void take()}
      onCancelCopy={() => setCopy({ kind: 'idle' })}
      onChange={(next) => void changeSettings(next)}
      onCopy={async (text) => (await done('copy', copyText(text))).ok}
      onAct={(wanted) => void act(wanted)}
      undone={undone}
      onUndoneRead={() => setUndone(null)}
      onForgetSeen={() => void ask('other', background('forgetSeen', {}))}
    />
  );
}
