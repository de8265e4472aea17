/**
 * A second copy of what cannot be fetched again, in `storage.local`: from whom each pack was taken, how far it had come,
 * and the reader's own notes. Browsers delete databases; then packs are fetched anew, and no publisher can offer an
 * older one because of it.
 */
import { browser } from 'wxt/browser';
import { decodeOwnNotes } from '../../lib/messages/own-shapes.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import type { SyncRecord } from '../../lib/packs/sync-state.ts';
import type { OwnNotes } from '../../lib/store/own-notes.ts';
import type { Store } from '../../lib/store/store.ts';

/** Own notes beyond this are not copied; the reader can keep a file of them. */
const MOST_OWN_BYTES = 4_000_000;

const KEYS = { records: 'copy:records', own: 'copy:own', ownCount: 'copy:own-count', lost: 'lost' } as const;

export type Lost = { readonly own: 'kept' | 'restored' | 'lost' };

/** Keeps the copy of what is known of publishers. */
export async function copyRecords(store: Store): Promise<void> {
  // What is in memory only must not overwrite the copy of what was on disk.
  if (store.memoryBecause === null) await browser.storage.local.set({ [KEYS.records]: await store.records() });
}

/** Keeps the copy of own notes. Before a deletion, and after a writing: what a reader deleted must not come back. */
export async function copyOwn(notes: readonly OwnNote[], kept: boolean): Promise<void> {
  if (!kept) return;
  const fits = JSON.stringify(notes).length <= MOST_OWN_BYTES;
  await browser.storage.local.set({ [KEYS.ownCount]: notes.length, [KEYS.own]: fits ? notes : [] });
}

const isRecord = (raw: unknown): raw is SyncRecord =>
  typeof raw === 'object' && raw !== null && 'pack' in raw && 'urls' in raw && 'roots' in raw && 'standing' in raw;

/** Puts back what the browser deleted, and remembers that it did, until the reader has read it. */
export async function restoreLost(store: Store, own: OwnNotes, now: number): Promise<void> {
  const copy = await browser.storage.local.get([KEYS.records, KEYS.own, KEYS.ownCount]);
  const raw = copy[KEYS.records];
  const records = Array.isArray(raw) ? raw.filter(isRecord) : [];
  const isEmptied = store.memoryBecause === null && records.length > 0 && (await store.records()).length === 0;
  const isPackLost = isEmptied && records.some(({ standing }) => standing !== 'removed');
  // Those of removed packs as well: they keep them from coming back older.
  if (isEmptied) {
    for (const record of records) {
      await store.saveRecord({ ...record, ...(record.standing === 'active' && { nextAt: now }) });
    }
  }
  const ownLost = own.kept && Number(copy[KEYS.ownCount] ?? 0) > 0 && (await own.all()).length === 0;
  const { notes } = decodeOwnNotes(copy[KEYS.own]);
  if (ownLost) await own.put(notes);
  if (!isPackLost && !ownLost) return;
  const lost: Lost = { own: !ownLost ? 'kept' : notes.length > 0 ? 'restored' : 'lost' };
  await browser.storage.local.set({ [KEYS.lost]: lost });
}

export async function getLost(): Promise<Lost | null> {
  return ((await browser.storage.local.get(KEYS.lost))[KEYS.lost] as Lost | undefined) ?? null;
}

export const dismissLost = (): Promise<void> => browser.storage.local.remove(KEYS.lost);
