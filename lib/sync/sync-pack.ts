import type { Bytes } from '../packs/bytes.ts';
import { readPublicKey, writePublicKey } from '../packs/keys.ts';
import { LIMITS } from '../packs/limits.ts';
import { PackError, type PackErrorCode } from '../packs/pack-error.ts';
import { type Plan, planSync } from '../packs/plan.ts';
import { fileOf, type PackRevision } from '../packs/revision.ts';
import { type Block, checkSegment, readBlock, readSegment, type SegmentRef } from '../packs/segment.ts';
import {
  isBroken,
  recordBegun,
  recordFailure,
  recordStopped,
  recordSuccess,
  type SyncEvent,
  type SyncOutcome,
  type SyncRecord,
} from '../packs/sync-state.ts';
import type { Pointer, SyncStore } from '../packs/sync-store.ts';
import { type Verified, verifyPackFile } from '../packs/verify.ts';
import { createSlices } from '../store/give-way.ts';
import { type Fetched, type FetchTools, fetchFile, isWebPage } from './fetch-file.ts';

/**
 * One pack brought up to date: ask, verify, plan, fetch what is missing, flip the pointer. It may be killed between any
 * two steps; the next run begins at the first and skips what is there. One at a time per pack: the caller holds a lock.
 */

export interface SyncTools extends FetchTools {
  readonly store: SyncStore;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly report: (event: SyncEvent) => void;
  /** Parts fetched at once: 4, or 1 where the connection is paid for. */
  readonly atOnce: number;
}

// Stored values take some more room than their bytes, and the browser needs some for itself.
const ROOM_FACTOR = 1.3;
const ROOM_SPARE = 20_000_000;
// Parts of a sync that was broken off wait this long to be gone on with.
const STAGED_MS = 7 * 86_400_000;
// A mirror may lag by a day or two; longer is no lag.
const LAG_MS = 2 * 86_400_000;

const baseOf = (url: string): string => new URL('.', url).href;

/** A list as it came, and the address it came from. */
interface Answer {
  readonly url: string;
  readonly file: Bytes;
  readonly verified: Verified;
}

// Codes of hosts that said nothing of the pack.
const UNHEARD: ReadonlySet<PackErrorCode> = new Set([
  'offline',
  'network',
  'timeout',
  'server',
  'missing',
  'permission',
]);
const isUnheard = (error: unknown): boolean => error instanceof PackError && UNHEARD.has(error.code);

/** The list of the first address that has one to be taken: a mirror in trouble, or in a stranger's hands, is passed by. */
async function askPublisher(record: SyncRecord, urls: readonly string[], tools: SyncTools): Promise<Answer> {
  const failures: unknown[] = [];
  for (const url of urls) {
    try {
      const fetched = await fetchFile(url, { maxBytes: LIMITS.packJson, signal: tools.signal }, tools);
      return { url, file: fetched.bytes, verified: await verifyAnswer(record, fetched, tools.now()) };
    } catch (error) {
      failures.push(error);
      if (tools.signal.aborted) break;
    }
  }
  // What a host said weighs more than that another could not be reached.
  throw failures.find((error) => !isUnheard(error)) ?? failures[0];
}

/**
 * What a host sent is read in here: whatever goes wrong with it is the host's. A fault of what is stored would in the end
 * have the pack laid anew.
 */
async function readingSent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof PackError) throw cause;
    throw new PackError('format', 'What the host sent cannot be read.', { cause });
  }
}

async function verifyAnswer(record: SyncRecord, { bytes, serverNow }: Fetched, now: number): Promise<Verified> {
  const roots = await Promise.all(record.roots.map(readPublicKey));
  return readingSent(() =>
    verifyPackFile(bytes, {
      pack: record.pack,
      roots,
      ...(record.highest && { highest: record.highest }),
      now,
      ...(serverNow !== undefined && { serverNow }),
    }),
  );
}

/** A part from the first address that has it whole; each is asked once. */
async function fetchPart(ref: SegmentRef, bases: readonly string[], tools: SyncTools): Promise<Block[]> {
  let last: unknown;
  for (const base of bases) {
    try {
      const file = fileOf(ref);
      const onBytes = (bytes: number): void => tools.report({ kind: 'received', bytes });
      const { bytes } = await fetchFile(
        new URL(file, base).href,
        { maxBytes: ref.length, signal: tools.signal, onBytes },
        tools,
      );
      try {
        await checkSegment(bytes, ref, file);
      } catch (error) {
        if (isWebPage(bytes)) {
          throw new PackError('portal', 'A web page came instead of the pack: the network may ask you to log in.', {
            file,
          });
        }
        throw error;
      }
      return await openInTurn(bytes, ref);
    } catch (error) {
      last = error;
      if (error instanceof PackError && error.code === 'cancelled') break;
    }
  }
  if (isNotThere(last)) throw new PackError('missing', last.message, { file: fileOf(ref), cause: last });
  throw last;
}

/** The blocks of a part, every record of them decoded once: what is stored can be read, and is found by its id. */
async function openPart(bytes: Parameters<typeof readSegment>[0], ref: SegmentRef): Promise<Block[]> {
  const blocks: Block[] = [];
  const giveWay = createSlices();
  let left = 0;
  for (const block of readSegment(bytes, ref)) {
    await giveWay();
    const { records, unreadable } = await readBlock(block);
    blocks.push({ ...block, ids: records.map(({ value }) => value.id) });
    left += unreadable;
  }
  if (left > ref.count * LIMITS.unreadable) {
    throw new PackError('format', `${left} of ${ref.count} records of a part of the pack cannot be read.`);
  }
  return blocks;
}

const neededFor = ({ bytes }: Plan): number => Math.ceil(bytes * ROOM_FACTOR) + ROOM_SPARE;

function noRoom(needed: number, free: number, cause?: unknown): PackError {
  const megabytes = (n: number): string => `${Math.ceil(n / 1_000_000)} MB`;
  const message = `The update needs ${megabytes(needed)}, and ${megabytes(free)} are free.`;
  return new PackError('quota', message, { needed, free, cause });
}

async function refuseWithoutRoom(plan: Plan, store: SyncStore): Promise<void> {
  const [needed, free] = [neededFor(plan), await store.room()];
  if (plan.bytes > 0 && free !== undefined && free < needed) throw noRoom(needed, free);
}

/** Fetches and keeps what is missing. A disk that fills meanwhile is told in numbers, where the browser tells them. */
async function fetchAll(plan: Plan, bases: readonly string[], tools: SyncTools): Promise<void> {
  try {
    await fetchMissing(plan, bases, tools);
  } catch (error) {
    if (toPackError(error, tools.signal).code !== 'quota') throw error;
    const [needed, free] = [neededFor(plan), await tools.store.room()];
    throw free !== undefined && free < needed ? noRoom(needed, free, error) : error;
  }
}

/** Parts come several at a time, of several packs perhaps, and are opened one after the other: see give-way.ts. */
let opening: Promise<unknown> = Promise.resolve();

function openInTurn(bytes: Parameters<typeof readSegment>[0], ref: SegmentRef): Promise<Block[]> {
  const opened = opening.then(() => readingSent(() => openPart(bytes, ref)));
  opening = opened.catch(() => {});
  return opened;
}

async function fetchMissing(plan: Plan, bases: readonly string[], tools: SyncTools): Promise<void> {
  const waiting = [...plan.fetch];
  const worker = async (): Promise<void> => {
    for (let ref = waiting.shift(); ref; ref = waiting.shift()) {
      const blocks = await fetchPart(ref, bases, tools);
      tools.signal.throwIfAborted();
      await tools.store.putSegment(ref, blocks, tools.now());
      tools.report({ kind: 'part', hash: ref.hash });
    }
  };
  const results = await Promise.allSettled(Array.from({ length: Math.max(1, tools.atOnce) }, worker));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function planFromHeld(pack: string, revision: PackRevision, store: SyncStore): Promise<Plan> {
  const pointer = await store.pointer(pack);
  const held = pointer && {
    epoch: pointer.revision.epoch,
    content: pointer.revision.content,
    segments: pointer.segments,
  };
  const wanted = [...revision.base.parts, ...revision.deltas, ...(held?.segments ?? [])].map(({ hash }) => hash);
  return planSync(held, revision, await store.present(wanted));
}

async function bringUpToDate(
  record: SyncRecord,
  { url: from, file, verified }: Answer,
  tools: SyncTools,
): Promise<SyncOutcome> {
  const { store } = tools;
  const { revision } = verified;
  const plan = isBroken(record)
    ? planSync(null, revision, new Set())
    : await planFromHeld(record.pack, revision, store);
  const next = (): SyncRecord =>
    recordSuccess(
      record,
      {
        roots: verified.roots.map(writePublicKey),
        highest: verified.highest,
        pollHours: revision.pollHours,
        ...(revision.retired && { retired: revision.retired }),
      },
      tools.now(),
      tools.random(),
    );
  if (verified.standing === 'same' && plan.kind === 'none') {
    await store.saveRecord(next());
    return { kind: 'confirmed' };
  }
  await refuseWithoutRoom(plan, store);
  tools.report({ kind: 'planned', parts: plan.fetch.length, bytes: plan.bytes, anew: plan.kind === 'base' });
  if (plan.fetch.length > 0 && !tools.signal.aborted) await store.saveRecord(recordBegun(record, tools.now()));
  const bases = [from, ...record.urls.filter((url) => url !== from)].map(baseOf);
  await fetchAll(plan, bases, tools);
  tools.signal.throwIfAborted();
  tools.report({ kind: 'installing' });
  const live: Pointer = { revision, segments: plan.segments, file };
  // The one step that changes what a reader sees. `highest` moves here too, never before.
  await store.flip(live, next());
  await store.free(tools.now() - STAGED_MS).catch(() => {});
  return plan.kind === 'none' ? { kind: 'confirmed' } : { kind: 'installed', revision: revision.revision };
}

const isNotThere = (error: unknown): error is PackError => error instanceof PackError && error.code === 'missing';
const isMissingPart = (error: unknown): boolean => isNotThere(error) && error.detail.file?.startsWith('f/') === true;

/** Whether an older list is only a mirror's lag: genuine, of the same epoch, and not older than a lag can be. */
function isLag(error: PackError, held: PackRevision | undefined): boolean {
  const { issued } = error.detail;
  return (
    error.code === 'rollback' &&
    held !== undefined &&
    issued !== undefined &&
    Date.parse(held.issued) - Date.parse(issued) <= LAG_MS
  );
}

const toPackError = (error: unknown, signal: AbortSignal): PackError => {
  if (signal.aborted) return new PackError('cancelled', 'The sync was stopped.', { cause: error });
  if (error instanceof PackError) return error;
  const code = error instanceof Error && 'code' in error && error.code === 'quota' ? 'quota' : 'storage';
  return new PackError(code, error instanceof Error ? error.message : String(error), { cause: error });
};

async function attempt(record: SyncRecord, tools: SyncTools): Promise<SyncOutcome> {
  const ask = async (urls: readonly string[]): Promise<SyncOutcome> => {
    return bringUpToDate(record, await askPublisher(record, urls, tools), tools);
  };
  try {
    return await ask(record.urls);
  } catch (error) {
    // The list was newer than the host's files, or older than they are kept: ask once more, elsewhere first.
    if (!isMissingPart(error) || tools.signal.aborted) throw error;
    return ask([...record.urls.slice(1), ...record.urls.slice(0, 1)]);
  }
}

/** Syncs a pack that is known here. Resolves whatever happens; the outcome is also kept in the record. */
export async function syncPack(pack: string, tools: SyncTools): Promise<SyncOutcome> {
  const { store } = tools;
  tools.report({ kind: 'started', at: tools.now() });
  const end = (outcome: SyncOutcome): SyncOutcome => {
    tools.report({ kind: 'ended', outcome });
    return outcome;
  };
  let record: SyncRecord | undefined;
  try {
    record = await store.record(pack);
    if (record?.standing !== 'active') return end({ kind: 'cancelled' });
    return end(await attempt(record, tools));
  } catch (thrown) {
    const error = toPackError(thrown, tools.signal);
    if (error.code === 'cancelled') {
      if (record) await store.saveRecord(recordStopped(record, tools.now(), tools.random())).catch(() => {});
      return end({ kind: 'cancelled' });
    }
    const now = tools.now();
    if (record && isLag(error, (await store.pointer(pack).catch(() => null))?.revision)) {
      const { pollHours, retired } = record;
      const heard = { pollHours, ...(retired && { retired }) };
      await store.saveRecord(recordSuccess(record, heard, now, tools.random())).catch(() => {});
      return end({ kind: 'behind' });
    }
    const { cause: _, ...detail } = error.detail;
    const failure = { code: error.code, message: error.message, at: now, detail };
    const failed = record && recordFailure(record, failure, now, tools.random());
    // Where even this cannot be kept, the next start asks again; nothing depends on it.
    if (failed) await store.saveRecord(failed).catch(() => {});
    return end({ kind: 'failed', failure: failed?.failure ?? { ...failure, since: now } });
  }
}
