/**
 * A copy of packs as a file: each as its publisher published it, list and segments, so that whoever reads the file
 * verifies it as if it had come from the network. It is read back by syncing from it. One JSON document; what else
 * belongs to a copy (the reader's own notes) passes through here unread.
 */

import { PACK_FILE } from '../packs/bundle.ts';
import { type Bytes, fromBase64Url, toBase64Url } from '../packs/bytes.ts';
import { PackError } from '../packs/pack-error.ts';
import { fileOf } from '../packs/revision.ts';
import type { SyncOutcome, SyncRecord } from '../packs/sync-state.ts';
import { readStoredSegment } from '../store/check-blocks.ts';
import type { Store, StoredPack } from '../store/store.ts';
import { acceptOffer, lookAtPack, type Offer } from './add-pack.ts';
import type { FetchTools } from './fetch-file.ts';
import { syncPack } from './sync-pack.ts';

const FORMAT = 'claim-context copy';
const VERSION = 1;

/** A file larger than this is no copy of ours: all packs together may be 192 MB, and base64 adds a third. */
export const MOST_COPY_BYTES = 400_000_000;

/** A pack in a copy: where it came from, and its files by path. */
export interface PackCopy {
  readonly url: string;
  readonly files: ReadonlyMap<string, Bytes>;
}

export interface Copy {
  readonly packs: readonly PackCopy[];
  /** Not decoded: for the room that knows what own notes are. */
  readonly own: unknown;
}

async function packText(store: Store, pack: StoredPack, record: SyncRecord): Promise<string> {
  const files: Record<string, string> = { [PACK_FILE]: toBase64Url(pack.file!) };
  for (const hash of pack.segments) {
    const bytes = await readStoredSegment(store, hash);
    if (!bytes) throw new PackError('storage', 'A part of the stored notes is missing; the pack cannot be copied.');
    files[fileOf({ hash })] = toBase64Url(bytes);
  }
  return JSON.stringify({ url: record.urls[0], files });
}

/**
 * The parts of a copy's file, one after the other, of the packs that came from a publisher; those that came with the
 * program are in every copy of it. `own` is put into the file as it is.
 */
export async function* writeCopy(
  store: Store,
  ids: readonly string[],
  own: readonly unknown[],
): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(FORMAT)},"version":${VERSION},"packs":[`;
  let first = true;
  for (const pack of await store.packs()) {
    const record = await store.record(pack.id);
    if (!ids.includes(pack.id) || !pack.file || !record?.urls[0]) continue;
    yield `${first ? '' : ','}\n${await packText(store, pack, record)}`;
    first = false;
  }
  yield `],\n"own":${JSON.stringify(own)}}\n`;
}

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const noCopy = (cause?: unknown): PackError =>
  new PackError('format', 'The file is no copy of notes as this program writes them.', { cause });

function readPack(raw: unknown): PackCopy {
  if (!isObject(raw) || typeof raw.url !== 'string' || !isObject(raw.files)) throw noCopy();
  const files = Object.entries(raw.files).map(([path, text]): [string, Bytes] => {
    const bytes = typeof text === 'string' ? fromBase64Url(text) : null;
    if (!bytes) throw noCopy();
    return [path, bytes];
  });
  return { url: raw.url, files: new Map(files) };
}

/** Takes a file apart; nothing in it is believed yet. Throws a PackError for a file that is none. */
export function readCopy(text: string): Copy {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw noCopy(cause);
  }
  if (!isObject(raw) || raw.format !== FORMAT) throw noCopy();
  if (raw.version !== VERSION) throw new PackError('too-new', 'This copy was made by a newer version of the program.');
  return { packs: (Array.isArray(raw.packs) ? raw.packs : []).map(readPack), own: raw.own ?? [] };
}

/** Answers from the files of a copy as any of the pack's hosts would. */
function fetchFrom({ files }: PackCopy): FetchTools['fetch'] {
  return async (url) => {
    const bytes = files.get(/\/(f\/[^/]+)$/.exec(url)?.[1] ?? PACK_FILE);
    return bytes ? new Response(bytes) : new Response('', { status: 404 });
  };
}

export interface CopyTools extends Omit<FetchTools, 'fetch'> {
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** A pack of a copy, verified: by the keys that are pinned here for it, or else for the reader to compare. */
export interface CopyOffer {
  readonly copy: PackCopy;
  readonly offer: Offer;
  /** Against what was ever held of it here. */
  readonly standing: 'new' | 'newer' | 'older' | 'other-keys';
}

/**
 * Verifies a copy as if it came from its publisher, and says how it stands to what was ever held here. Throws a
 * PackError.
 */
export async function lookAtCopy(copy: PackCopy, store: Store, tools: CopyTools): Promise<CopyOffer> {
  const offer = await lookAtPack(copy.url, store, { ...tools, fetch: fetchFrom(copy) });
  if (offer.known === 'other-keys' || offer.known === 'taken') return { copy, offer, standing: 'other-keys' };
  const { epoch, revision } = offer.revision;
  const highest = (await store.record(offer.revision.manifest.id))?.highest;
  const isHeld = (await store.packs()).some(({ id, from }) => id === offer.revision.manifest.id && from === 'synced');
  const order = highest ? epoch - highest.epoch || revision - highest.revision : 1;
  // The revision that was removed may come back; an older one may not.
  const isNewer = order > 0 || (order === 0 && !isHeld);
  return { copy, offer, standing: !isNewer ? 'older' : highest ? 'newer' : 'new' };
}

/** Takes a pack from a copy, its keys trusted from then on. To be called with the pack's lock held. */
export async function takeCopy({ copy, offer }: CopyOffer, store: Store, tools: CopyTools): Promise<SyncOutcome> {
  const id = offer.revision.manifest.id;
  const held = await store.record(id);
  if (held?.standing !== 'active') await acceptOffer(offer, store, tools.now());
  return syncPack(id, { ...tools, store, fetch: fetchFrom(copy), report: () => {}, atOnce: 1 });
}
