/** What a reader does with packs: adds, trusts, orders, syncs and mends them; and what came of it. */
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { AddState } from '../../components/AddPack.tsx';
import type { NoticeAct } from '../../components/view-models/notices.ts';
import type { Client } from '../../lib/messages/client.ts';
import type { PackOffer } from '../../lib/messages/holdings.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { counted, label, type Shown } from '../../lib/text/messages.ts';
import { askToKeep } from './copies.ts';
import type { Held } from './use-held.ts';

export function usePacks(background: Client<BackgroundRequests>, { held, reload, done, ask }: Held) {
  const [said, setSaid] = useState<Readonly<Record<string, Shown>>>({});
  const [add, setAdd] = useState<AddState>({ kind: 'idle' });
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

  return { said, add, cancelAdd: () => setAdd({ kind: 'idle' }), look, trust, sync, repair, move, act };
}
