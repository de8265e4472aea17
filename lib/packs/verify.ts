import { type Bytes, fromBytes, hashOf, toBase64Url } from './bytes.ts';
import { DELEGATION_TYPE, type Delegation, decodeDelegation } from './delegation.ts';
import { countSigners, decodeEnvelope, type Envelope, type PublicKey, readPayload } from './envelope.ts';
import { LIMITS } from './limits.ts';
import { PackError } from './pack-error.ts';
import { decodeRevision, type PackRevision, REVISION_TYPE } from './revision.ts';
import { isObject } from './shape.ts';

/**
 * From the bytes of a pack.json to a revision that may be installed. Pure, and the only way there: root keys -> keys of
 * the pack -> signed list -> order of revisions. Nothing is stored here, so nothing can be stored too early.
 */

/** The highest revision ever verified of a pack; never lowered, and kept when the pack is removed. */
export interface Highest {
  readonly epoch: number;
  readonly revision: number;
  /** Hash of the signed payload. */
  readonly payload: string;
}

export interface Expected {
  /** The pack asked for; left out when a pack is added by its address. */
  readonly pack?: string;
  /** The pinned root keys; empty on first use, when the keys that come with the pack are shown to the reader. */
  readonly roots: readonly PublicKey[];
  readonly highest?: Highest;
  /** Now, in milliseconds, and the host's clock where it told it. */
  readonly now: number;
  readonly serverNow?: number;
}

/** A signed list that holds, and what is to be remembered of its publisher. */
export interface Verified {
  readonly revision: PackRevision;
  readonly delegation: Delegation;
  /** The roots to pin from now on. */
  readonly roots: readonly PublicKey[];
  readonly highest: Highest;
  /** `same`: what is held is confirmed; nothing is to be fetched. */
  readonly standing: 'newer' | 'same';
}

interface PackFile {
  readonly delegation: Envelope;
  readonly revision: Envelope;
}

/** The two envelopes of a pack.json. A web page in its place, most often a network's log-in page, is told as such. */
export function readPackFile(bytes: Bytes): PackFile {
  if (bytes.length > LIMITS.packJson)
    throw new PackError('limits', 'The pack’s signed list is larger than is accepted.');
  if (bytes.length === 0) throw new PackError('format', 'The host answered with nothing.');
  let text = '';
  let outer: unknown;
  try {
    text = fromBytes(bytes);
    outer = JSON.parse(text);
  } catch (cause) {
    if (/^\s*<(?:!doctype|html|head|body|\?xml|script|meta)/i.test(text)) {
      throw new PackError('portal', 'A web page came instead of the pack: the network may ask you to log in.', {
        cause,
      });
    }
    throw new PackError('format', 'The pack’s signed list is not JSON.', { cause });
  }
  if (!isObject(outer)) throw new PackError('format', 'The pack’s signed list cannot be read: no envelopes.');
  return { delegation: decodeEnvelope(outer.delegation), revision: decodeEnvelope(outer.revision) };
}

const refuse = (why: string): PackError => new PackError('signature', `The update is refused: ${why}.`);

async function isSignedBy(envelope: Envelope, keys: readonly PublicKey[], threshold: number): Promise<boolean> {
  return keys.length > 0 && (await countSigners(envelope, keys)) >= threshold;
}

const textOf = (key: PublicKey): string => toBase64Url(key.pub);

/** Verifies a delegation by the pinned roots; on first use, by those it names itself. */
async function verifyDelegation(envelope: Envelope, expected: Expected) {
  // The type is signed with the payload: a list of keys cannot be put where a list of segments belongs.
  if (envelope.payloadType !== DELEGATION_TYPE) throw refuse('its list of keys is of another type');
  if (expected.roots.length > 0 && !(await isSignedBy(envelope, expected.roots, 1))) {
    throw new PackError('root', 'The update is refused: it is not signed by the publisher’s root key that you trust.');
  }
  const delegation = await decodeDelegation(readPayload(envelope.payload));
  const pinned = new Set(expected.roots.map(textOf));
  const roots: PublicKey[] = [];
  for (const root of delegation.roots) {
    if (pinned.has(textOf(root)) || (await isSignedBy(envelope, [root], 1))) roots.push(root);
  }
  if (expected.roots.length === 0 && roots.length === 0) {
    throw new PackError('root', 'The pack is refused: its root key has not signed it.');
  }
  return { delegation, roots: roots.length > 0 ? roots : expected.roots };
}

// A clock that is further off than this cannot say that a key has expired.
const CLOCK_AGREES_MS = 86_400_000;

function isPastUse({ notAfter }: Delegation, { now, serverNow }: Expected): boolean {
  const agrees = serverNow !== undefined && Math.abs(now - serverNow) <= CLOCK_AGREES_MS;
  return agrees && Math.min(now, serverNow) > Date.parse(notAfter);
}

/** Newer, the same, or refused, against the highest ever verified. */
function standingOf(revision: PackRevision, payload: string, highest: Highest | undefined): Verified['standing'] {
  if (!highest) return 'newer';
  const order = revision.epoch - highest.epoch || revision.revision - highest.revision;
  if (order < 0) {
    throw new PackError('rollback', 'The update is refused: it is older than what you have.', {
      pack: revision.manifest.id,
      // Across epochs an older list is never a mirror's lag: its keys were replaced.
      ...(revision.epoch === highest.epoch && { issued: revision.issued }),
    });
  }
  if (order > 0) return 'newer';
  if (payload === highest.payload) return 'same';
  throw new PackError('fork', 'The update is refused: it bears the number of what you have, and differs from it.', {
    pack: revision.manifest.id,
  });
}

/** Throws a PackError for anything that must not be installed. */
export async function verifyPackFile(bytes: Bytes, expected: Expected): Promise<Verified> {
  const file = readPackFile(bytes);
  const { delegation, roots } = await verifyDelegation(file.delegation, expected);
  if (expected.pack !== undefined && delegation.pack !== expected.pack) {
    throw refuse(`its keys are those of another pack (${delegation.pack})`);
  }
  if (expected.highest && delegation.epoch < expected.highest.epoch) {
    throw new PackError('rollback', 'The update is refused: it is signed with keys the publisher has replaced.', {
      pack: delegation.pack,
    });
  }
  if (isPastUse(delegation, expected))
    throw refuse(`the publisher’s keys were good until ${delegation.notAfter.slice(0, 10)}`);
  if (file.revision.payloadType !== REVISION_TYPE) throw refuse('its signed list is of another type');
  if (!(await isSignedBy(file.revision, delegation.keys, delegation.threshold))) {
    throw refuse('it is not signed by its publisher');
  }
  const revision = decodeRevision(readPayload(file.revision.payload));
  if (revision.manifest.id !== delegation.pack) throw refuse(`it is another pack (${revision.manifest.id})`);
  if (revision.epoch !== delegation.epoch) throw refuse('its keys are of another epoch');
  const payload = await hashOf(file.revision.payload);
  const standing = standingOf(revision, payload, expected.highest);
  return {
    revision,
    delegation,
    roots,
    standing,
    highest: { epoch: revision.epoch, revision: revision.revision, payload },
  };
}
