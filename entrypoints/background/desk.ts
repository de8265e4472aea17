/**
 * What every request works on: the store, what happened to it, the reader's own notes, and the library over them. Opened
 * at the first request after the background woke. A new library takes the place of the old one when it is ready; until
 * then the old one answers.
 */
import type { ReadFile } from '../../lib/packs/published.ts';
import { findDamaged } from '../../lib/store/check-blocks.ts';
import type { History } from '../../lib/store/history.ts';
import { installBundle } from '../../lib/store/install-bundle.ts';
import { deleteStore, type OpenedStore, openStore } from '../../lib/store/open-store.ts';
import { type OwnNotes, openOwnNotes } from '../../lib/store/own-notes.ts';
import type { Store, StoredPack } from '../../lib/store/store.ts';
import { failureOf, type Library, type LibraryFailure, openLibrary } from './library.ts';
import { copyRecords, dismissLost, restoreLost } from './mirror.ts';
import type { NamesNeeded } from './names.ts';

export interface Opened {
  readonly store: Store;
  readonly history: History;
  readonly own: OwnNotes;
  readonly library: Library;
}

export interface Desk {
  open(): Promise<Opened>;
  /** Makes a library of what is stored now and puts it in the place of the old one. */
  renew(): Promise<void>;
  /** Deletes everything that can be fetched again and begins anew; own notes stay. */
  rebuild(): Promise<void>;
}

export interface DeskParts {
  readonly readBundle: ReadFile;
  /** The store was opened, after the background woke. */
  readonly onOpened: (opened: Opened) => void;
  /** A new library is in place. */
  readonly onRenewed: () => Promise<void>;
  /** A pack lost a part; what was left of it is whole, and the part counts as missing. */
  readonly onMissing: (pack: StoredPack) => void;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createDesk({ readBundle, onOpened, onRenewed, onMissing }: DeskParts): Desk {
  let opened: Promise<Opened> | undefined;
  let close = (): void => {};

  async function bundle(store: Store): Promise<LibraryFailure | null> {
    try {
      await installBundle(store, readBundle, Date.now());
      return null;
    } catch (error) {
      // The store may still hold an earlier edition, so what is held is opened all the same.
      return { ...failureOf(error), code: 'bundle' };
    }
  }

  async function libraryOver(store: Store, own: OwnNotes, names: NamesNeeded): Promise<Library> {
    const failure = await bundle(store);
    return openLibrary({ store, own: await own.all(), names, failure, onDamage: (hash) => void mend(hash) });
  }

  async function first(): Promise<Opened> {
    const [held, own]: [OpenedStore, OwnNotes] = await Promise.all([openStore(wait), openOwnNotes()]);
    close = held.close;
    const { store, history } = held;
    await restoreLost(store, own, Date.now());
    const library = await libraryOver(store, own, 'at-once');
    void copyRecords(store);
    if (library.isStale) void renew();
    const all = { store, history, own, library };
    onOpened(all);
    return all;
  }

  function open(): Promise<Opened> {
    opened ??= first();
    return opened;
  }

  /** Renewals come one after the other; a second one that waits already sees what a third would. */
  let renewing: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;

  function renew(): Promise<void> {
    waiting ??= renewing.then(async () => {
      waiting = null;
      const before = await open();
      const library = await libraryOver(before.store, before.own, 'exact');
      opened = Promise.resolve({ ...before, library });
      await onRenewed();
    });
    renewing = waiting.catch(() => {});
    return waiting;
  }

  /** A segment that could not be read: when it is broken and not just replaced, it is let go of and asked for anew. */
  async function mend(hash: string): Promise<void> {
    const { store } = await open();
    const packs = (await store.packs()).filter(({ segments }) => segments.includes(hash));
    if (packs.length === 0) return;
    const held = await store.present([hash]);
    if (held.has(hash) && (await findDamaged(store, [hash])).length === 0) return;
    await store.discard([hash]);
    for (const pack of packs) onMissing(pack);
  }

  return {
    open,
    renew,
    async rebuild() {
      const { store } = await open();
      // From whom packs were taken, and how far they had come, is known from the copy; their notes are fetched again.
      await copyRecords(store);
      close();
      await deleteStore();
      opened = undefined;
      await open();
      await dismissLost();
      await onRenewed();
    },
  };
}
