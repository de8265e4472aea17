/** Copies of what is held: written to files, and read back from one. */
import { useState } from 'preact/hooks';
import type { CopyState } from '../../components/OptionsCopies.tsx';
import type { Client } from '../../lib/messages/client.ts';
import { MOST_OWN_NOTES } from '../../lib/messages/limits.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { coded, type Failure, toFailure } from '../../lib/messages/result.ts';
import { exportOwn, exportPacks, type ReadFile, readFile, takePacks, toCopiedPack } from './copies.ts';
import type { Held } from './use-held.ts';

const failureOf = (error: unknown): Failure => {
  const result = toFailure(error);
  return result.ok ? { code: 'unexpected', message: '' } : result.failure;
};

export function useCopies(background: Client<BackgroundRequests>, { held, own, ask }: Held) {
  const [copy, setCopy] = useState<CopyState>({ kind: 'idle' });
  const [file, setFile] = useState<ReadFile | null>(null);

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

  return { copy, cancelCopy: () => setCopy({ kind: 'idle' }), openFile, take, exportAs };
}
