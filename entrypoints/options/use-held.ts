/** What is held, asked for again when something was done to it; and what of the reader's presses came to nothing. */
import { useState } from 'preact/hooks';
import type { Undone } from '../../components/NotDone.tsx';
import type { Client } from '../../lib/messages/client.ts';
import type { Holdings } from '../../lib/messages/holdings.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { Result } from '../../lib/messages/result.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import type { ChangeLog } from '../../lib/packs/change-log.ts';
import { label } from '../../lib/text/messages.ts';

export function useHeld(
  background: Client<BackgroundRequests>,
  opened: { readonly held: Holdings; readonly own: readonly OwnNote[] },
) {
  const [held, setHeld] = useState(opened.held);
  const [own, setOwn] = useState(opened.own);
  const [changes, setChanges] = useState<Readonly<Record<string, readonly ChangeLog[]>>>({});
  const [undone, setUndone] = useState<Undone | null>(null);

  async function reload(): Promise<void> {
    const [packs, notes] = await Promise.all([background('getPacks', {}), background('getOwn', {})]);
    if (packs.ok) setHeld(packs.value);
    if (notes.ok) setOwn(notes.value);
    setChanges({});
  }

  /** Waits for what the reader pressed; what came to nothing is said. */
  async function done<T>(what: string, answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await answer;
    setUndone(result.ok ? null : { what: label(`undone_${what}`), failure: result.failure });
    return result;
  }

  /** Asks for something, then shows what is held after it. */
  async function ask<T>(what: string, answer: Promise<Result<T>>): Promise<Result<T>> {
    const result = await done(what, answer);
    await reload();
    return result;
  }

  async function openChanges(pack: string): Promise<void> {
    const answer = await background('getChanges', { pack });
    if (answer.ok) setChanges((before) => ({ ...before, [pack]: answer.value }));
  }

  return { held, own, changes, undone, readUndone: () => setUndone(null), reload, done, ask, openChanges };
}

export type Held = ReturnType<typeof useHeld>;
