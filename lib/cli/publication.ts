import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACK_FILE } from '../packs/bundle.ts';
import { type Bytes, hashOf, toBase64Url, toBytes } from '../packs/bytes.ts';
import { DELEGATION_TYPE, type Delegation, decodeDelegation } from '../packs/delegation.ts';
import { decodeEnvelope, type Envelope, encodeEnvelope, readPayload } from '../packs/envelope.ts';
import { isSameKey, type SigningKey } from '../packs/keys.ts';
import { type Pack, recordsOf } from '../packs/pack.ts';
import { PackError } from '../packs/pack-error.ts';
import { toPackFile } from '../packs/publish.ts';
import { openRevision, readSegmentFile } from '../packs/published.ts';
import { encodeRecord } from '../packs/records.ts';
import { fileOf, type PackRevision } from '../packs/revision.ts';
import type { Segment } from '../packs/segment.ts';
import { verifyPackFile } from '../packs/verify.ts';
import { readerOf, writeWhole } from './pack-folder.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

/** Writing a revision to its folder: segments first and each read back, the signed list last, then all of it verified. */

/** `2026-11-24T12:00:00Z`: now, or as given. */
export function issuedAt(given: string | undefined): string {
  const at = given === undefined ? new Date() : new Date(given);
  if (Number.isNaN(at.getTime())) throw new UsageError(`“${given}” is not a time; write 2026-11-24T12:00:00Z.`);
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}

export interface SignedDelegation {
  readonly delegation: Delegation;
  readonly envelope: Envelope;
}

export async function readDelegationFile(path: string): Promise<SignedDelegation> {
  const text = await readInput(path);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path} is no delegation; \`sign --delegate\` writes such a file.`, { cause });
  }
  const envelope = decodeEnvelope(raw);
  if (envelope.payloadType !== DELEGATION_TYPE) throw new UsageError(`${path} is no delegation.`);
  return { envelope, delegation: await decodeDelegation(readPayload(envelope.payload)) };
}

export const delegationText = (envelope: Envelope): Bytes =>
  toBytes(`${JSON.stringify(encodeEnvelope(envelope), null, 2)}\n`);

/** Refuses keys that readers would not take, and too few of them. */
function checkKeys({ delegation }: SignedDelegation, keys: readonly SigningKey[]): void {
  for (const key of keys) {
    if (!delegation.keys.some((known) => isSameKey(known, key))) {
      throw new UsageError(
        `The key ${key.keyid} is not among those the root key vouches for; readers would refuse the pack.`,
      );
    }
  }
  if (keys.length < delegation.threshold) {
    throw new UsageError(`The root key asks for ${delegation.threshold} signatures; ${keys.length} keys were given.`);
  }
}

/** One epoch with two lists of keys would leave the old keys in use: readers go by its number. */
function checkEpoch({ delegation, envelope }: SignedDelegation, published: SignedDelegation): void {
  const { epoch } = delegation;
  const isSame = toBase64Url(envelope.payload) === toBase64Url(published.envelope.payload);
  if (epoch !== published.delegation.epoch || isSame) return;
  throw new UsageError(
    `The epoch ${epoch} is published with another list of keys; a change of keys takes the next: --epoch ${epoch + 1}.`,
  );
}

async function writeSegments(dir: string, segments: readonly Segment[]): Promise<void> {
  for (const segment of segments) {
    const path = join(dir, fileOf(segment));
    if (!existsSync(path)) await writeWhole(path, segment.bytes);
    if ((await hashOf(new Uint8Array(await readFile(path)))) !== segment.hash) {
      throw new PackError(
        'damaged',
        `The file ${fileOf(segment)} does not read back as it was written; nothing was published.`,
      );
    }
  }
}

const live = (pack: Pack): string =>
  JSON.stringify([...recordsOf(pack)].filter(({ type }) => type !== 'withdrawn').map(encodeRecord));

/** Publishes a revision and verifies what a reader would get; until the last step readers have the one before. */
export async function publish(
  dir: string,
  publication: { readonly revision: PackRevision; readonly segments: readonly Segment[] },
  packFile: Bytes,
  expected?: Pack,
): Promise<void> {
  await writeSegments(dir, publication.segments);
  const read = readerOf(dir);
  // Before the list goes out: it may name older files, and one of them may be gone.
  const opened = await openRevision(read, publication.revision);
  for (const delta of publication.revision.deltas) await readSegmentFile(read, delta);
  if (expected && live(opened) !== live(expected)) {
    throw new PackError('damaged', 'What was written does not read back as the pack; nothing was published.');
  }
  await writeWhole(join(dir, PACK_FILE), packFile);
}

/**
 * The signed list, and the proof that readers will take it: those who trust the root keys of what is published, or on a
 * first publication those that come with it.
 */
export async function signedPackFile(
  revision: PackRevision,
  signed: SignedDelegation,
  keys: readonly SigningKey[],
  published?: SignedDelegation,
): Promise<Bytes> {
  checkKeys(signed, keys);
  if (published) checkEpoch(signed, published);
  const bytes = await toPackFile(revision, signed.envelope, keys);
  const roots = published?.delegation.roots ?? [];
  // With both clocks told, so that keys past their use are refused here and not only by readers.
  const now = Date.parse(revision.issued);
  const verified = verifyPackFile(bytes, { pack: revision.manifest.id, roots, now, serverNow: now });
  await verified.catch((cause: unknown) => {
    if (!(cause instanceof PackError) || cause.code !== 'root') throw cause;
    throw new UsageError(
      'That delegation is not signed by the root key readers of this pack trust; they would refuse it. A root key is replaced with `sign --delegate` and both: --root the new one, --old-root the one before.',
      { cause },
    );
  });
  return bytes;
}
