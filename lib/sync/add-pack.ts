import { readPackAddress } from '../packs/address.ts';
import { readPublicKey, showKeyId, writePublicKey } from '../packs/keys.ts';
import { LIMITS } from '../packs/limits.ts';
import { PackError } from '../packs/pack-error.ts';
import { planSync } from '../packs/plan.ts';
import type { PackRevision } from '../packs/revision.ts';
import type { SyncRecord } from '../packs/sync-state.ts';
import type { SyncStore } from '../packs/sync-store.ts';
import { verifyPackFile } from '../packs/verify.ts';
import { type FetchTools, fetchFile } from './fetch-file.ts';

/** A pack somebody wants to add, verified and not yet trusted: what the reader is asked about. */
export interface Offer {
  readonly url: string;
  readonly revision: PackRevision;
  /** Root keys as text, and as people compare them. */
  readonly roots: readonly { readonly key: string; readonly fingerprint: string }[];
  /** `address`: the key stood in the address. `first-use`: it came with the pack, and only the reader can tell. */
  readonly knownBy: 'address' | 'first-use';
  /** Bytes to be fetched. */
  readonly bytes: number;
  /** What is known here of a pack of this id, which is a thing to tell the reader. */
  readonly known?: Known;
}

export type Known =
  /** It is this one. */
  | 'added'
  /** A pack under other keys has the name, and keeps it until the reader removes it. */
  | 'taken'
  /** It is held as it came with the program, and this one takes its place. */
  | 'bundled'
  /** Removed once, under the same keys or under others. */
  | 'removed'
  | 'other-keys';

async function knownAs(id: string, keys: readonly string[], store: SyncStore): Promise<Known | undefined> {
  const record = await store.record(id);
  if (!record) return (await store.pointer(id)) ? 'bundled' : undefined;
  const isSame = record.roots.some((held) => keys.includes(held));
  if (record.standing === 'removed') return isSame ? 'removed' : 'other-keys';
  return isSame ? 'added' : 'taken';
}

/** Looks at what an address offers. Nothing is kept. Rejects with a PackError. */
export async function lookAtPack(
  text: string,
  store: SyncStore,
  tools: FetchTools & { readonly signal: AbortSignal },
): Promise<Offer> {
  const { url, root } = readPackAddress(text);
  const { bytes, serverNow } = await fetchFile(url, { maxBytes: LIMITS.packJson, signal: tools.signal }, tools);
  const verified = await verifyPackFile(bytes, {
    roots: root === undefined ? [] : [await readPublicKey(root)],
    now: tools.now(),
    ...(serverNow !== undefined && { serverNow }),
  });
  const { revision, roots } = verified;
  const keys = roots.map((key) => ({ key: writePublicKey(key), fingerprint: showKeyId(key.keyid) }));
  const known = await knownAs(
    revision.manifest.id,
    keys.map(({ key }) => key),
    store,
  );
  return {
    url,
    revision,
    roots: keys,
    knownBy: root === undefined ? 'first-use' : 'address',
    bytes: planSync(null, revision, new Set()).bytes,
    ...(known && { known }),
  };
}

/**
 * Takes the offer: pins its keys and has it looked for at once. A pack that was removed before cannot come back older
 * than it was, as long as its keys are the same; with other keys it is another pack that begins anew. A pack that is held
 * stays as it is: no offer takes its name.
 */
export async function acceptOffer(offer: Offer, store: SyncStore, now: number): Promise<SyncRecord> {
  const { manifest, pollHours } = offer.revision;
  const held = await store.record(manifest.id);
  // Looked at again: time has passed since the offer was shown.
  const known = await knownAs(
    manifest.id,
    offer.roots.map(({ key }) => key),
    store,
  );
  if (known === 'taken') {
    throw new PackError('root', 'You have a pack of this name under another key. Remove that one first.', {
      pack: manifest.id,
    });
  }
  if (known === 'added' && held) return held;
  const highest = known === 'other-keys' ? undefined : held?.highest;
  const record: SyncRecord = {
    pack: manifest.id,
    title: manifest.title,
    urls: [offer.url],
    roots: offer.roots.map(({ key }) => key),
    ...(highest && { highest }),
    nextAt: now,
    pollHours,
    failures: 0,
    localFaults: 0,
    standing: 'active',
  };
  await store.saveRecord(record);
  return record;
}

/** What is left of a pack that is removed: enough that it cannot come back older. The caller drops its notes. */
export function toTombstone({ pack, title, urls, roots, highest, pollHours }: SyncRecord): SyncRecord {
  return {
    pack,
    ...(title !== undefined && { title }),
    urls,
    roots,
    ...(highest && { highest }),
    nextAt: null,
    pollHours,
    failures: 0,
    localFaults: 0,
    standing: 'removed',
  };
}
