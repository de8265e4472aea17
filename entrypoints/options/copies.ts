/**
 * Copies of packs as files. This page opens the store itself: a copy is larger than a message may be. What it changes
 * it changes under the lock that syncs take, and the background is told afterwards.
 */
import { browser } from 'wxt/browser';
import type { CopiedPack } from '../../components/OptionsCopies.tsx';
import { decodeOwnNotes } from '../../lib/messages/own-shapes.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import { PackError } from '../../lib/packs/pack-error.ts';
import { openStore } from '../../lib/store/open-store.ts';
import type { Store } from '../../lib/store/store.ts';
import { type CopyOffer, lookAtCopy, MOST_COPY_BYTES, readCopy, takeCopy, writeCopy } from '../../lib/sync/archive.ts';

/** A file that was read: its packs verified, its own notes decoded, nothing taken. */
export interface ReadFile {
  readonly offers: readonly CopyOffer[];
  readonly own: readonly OwnNote[];
  /** Packs and own notes that could not be read. */
  readonly unreadable: number;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const tools = () => ({
  now: Date.now,
  random: Math.random,
  isOnline: () => true,
  signal: new AbortController().signal,
});

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { store, close } = await openStore(wait);
  try {
    if (store.memoryBecause !== null) throw new PackError('storage', 'Packs cannot be kept in this window.');
    return await work(store);
  } finally {
    close();
  }
}

function download(parts: readonly string[], name: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with its own reference by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const today = (): string => new Date().toLocaleDateString('sv');

/** Own notes alone, as a copy without packs. */
export function exportOwn(own: readonly OwnNote[]): void {
  download(
    [`{"format":"claim-context copy","version":1,"packs":[],"own":${JSON.stringify(own)}}\n`],
    `my-notes-${today()}.json`,
  );
}

/** One pack, or everything that is held and the reader's own notes. */
export async function exportPacks(pack: string | null, own: readonly OwnNote[]): Promise<void> {
  const parts = await withStore(async (store) => {
    const ids = pack === null ? (await store.packs()).map(({ id }) => id) : [pack];
    const written: string[] = [];
    for await (const part of writeCopy(store, ids, pack === null ? own : [])) written.push(part);
    return written;
  });
  download(parts, `${pack ?? 'claim-context'}-${today()}.json`);
}

export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_COPY_BYTES) throw new PackError('limits', 'The file is larger than a copy of notes can be.');
  const copy = readCopy(await file.text());
  const { notes: own, unreadable } = decodeOwnNotes(copy.own);
  if (copy.packs.length === 0) return { offers: [], own, unreadable };
  const looked = await withStore((store) =>
    Promise.allSettled(copy.packs.map((pack) => lookAtCopy(pack, store, tools()))),
  );
  const offers = looked.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  return { offers, own, unreadable: unreadable + looked.length - offers.length };
}

export const toCopiedPack = ({ offer, standing }: CopyOffer): CopiedPack => ({
  id: offer.revision.manifest.id,
  title: offer.revision.manifest.title,
  publisher: offer.revision.manifest.publisher.name,
  host: new URL(offer.url).host,
  revision: offer.revision.revision,
  date: offer.revision.issued.slice(0, 10),
  fingerprints: offer.roots.map(({ fingerprint }) => fingerprint),
  standing,
});

/** Takes the packs that are new or newer; answers how many were installed. */
export async function takePacks(offers: readonly CopyOffer[]): Promise<number> {
  const wanted = offers.filter(({ standing }) => standing === 'new' || standing === 'newer');
  if (wanted.length === 0) return 0;
  return withStore(async (store) => {
    let installed = 0;
    for (const one of wanted) {
      const lock = `sync:${one.offer.revision.manifest.id}`;
      const outcome = await navigator.locks.request(lock, () => takeCopy(one, store, tools()));
      if (outcome.kind === 'failed') throw new PackError(outcome.failure.code, outcome.failure.message);
      if (outcome.kind === 'installed' || outcome.kind === 'confirmed') installed++;
    }
    return installed;
  });
}

/** Where the browser asks, this page is where it can: packs are kept until the reader removes them. */
export const askToKeep = async (): Promise<void> => {
  if (browser.runtime.getURL('').startsWith('moz-')) return;
  await navigator.storage.persist().catch(() => false);
};
