import { countsOf, linesOf } from './bundle.ts';
import { type Bytes, toBytes } from './bytes.ts';
import { type Envelope, encodeEnvelope } from './envelope.ts';
import { differenceOf, nextStep, readState, refuseShrink, toLines } from './history.ts';
import type { SigningKey } from './keys.ts';
import { sign } from './keys.ts';
import { LIMITS } from './limits.ts';
import type { Pack } from './pack.ts';
import { PackError } from './pack-error.ts';
import type { ReadFile } from './published.ts';
import { encodeRevision, type PackRevision, REVISION_TYPE } from './revision.ts';
import { buildSegments, type Segment } from './segment.ts';

/** The publisher's side: a pack and what was published before give the next revision and the files it adds. */

export interface PublishOptions {
  readonly epoch: number;
  /** `2026-11-24T12:00:00Z`; given, so that the same input gives the same bytes. */
  readonly issued: string;
  readonly previous?: { readonly revision: PackRevision; readonly read: ReadFile };
  readonly pollHours?: number;
  readonly retired?: PackRevision['retired'];
  readonly allowShrink?: boolean;
  /** Lays the whole pack anew, as after a break in the history. */
  readonly rebase?: boolean;
}

export interface Publication {
  readonly revision: PackRevision;
  /** Segments that were not published before. */
  readonly segments: readonly Segment[];
  /** Records that were added, changed or withdrawn. */
  readonly changed: number;
}

const CONFIRMED_DAYS = 14;

/** After this, a reader is told when the publisher last confirmed the pack. */
const expiryOf = (issued: string): string =>
  new Date(Date.parse(issued) + CONFIRMED_DAYS * 86_400_000).toISOString().replace('.000Z', 'Z');

const refOf = ({ hash, length, raw, count }: Segment) => ({ hash, length, raw, count });

/**
 * The revision that follows `previous`, or the first, and the segments that are new in it. Throws a PackError:
 * `limits` for what readers would refuse, `accident` for what looks like one.
 */
export async function nextRevision(pack: Pack, options: PublishOptions): Promise<Publication> {
  const { epoch, issued, previous, pollHours = 6, retired, allowShrink = false, rebase = false } = options;
  const lines = toLines(linesOf(pack));
  for (const [id, json] of lines) {
    if (toBytes(json).length > LIMITS.record) {
      throw new PackError(
        'limits',
        `The record ${id} is larger than ${LIMITS.record / 1024} kB; readers would leave it out.`,
      );
    }
  }
  const common = {
    manifest: pack.manifest,
    epoch,
    issued,
    expires: expiryOf(issued),
    counts: countsOf(pack),
    pollHours,
    ...(retired && { retired }),
  };
  if (!previous) {
    const segments = await buildSegments([...lines].map(([id, json]) => ({ id, json })));
    return {
      revision: { ...common, revision: 1, content: 1, base: { content: 1, parts: segments.map(refOf) }, deltas: [] },
      segments,
      changed: lines.size,
    };
  }
  const before = previous.revision;
  if (before.manifest.id !== pack.manifest.id) {
    throw new PackError('accident', `What is published there is another pack: ${before.manifest.id}.`);
  }
  if (issued <= before.issued) {
    throw new PackError(
      'accident',
      `The last revision was issued at ${before.issued}; the next has to be later than that.`,
    );
  }
  if (epoch < before.epoch) {
    throw new PackError('accident', `The last revision is of epoch ${before.epoch}; readers refuse a lower one.`);
  }
  // Numbers begin anew with an epoch, which also undoes what a stolen key may have counted up to.
  const revision = epoch === before.epoch ? before.revision + 1 : 1;
  const state = await readState(previous.read, before);
  const difference = differenceOf(state, lines);
  if (difference.size === 0) {
    const { content, base, deltas } = before;
    const segments = rebase ? await buildSegments([...lines].map(([id, json]) => ({ id, json }))) : [];
    const kept = rebase ? { content, parts: segments.map(refOf) } : base;
    return { revision: { ...common, revision, content, base: kept, deltas }, segments, changed: 0 };
  }
  if (!allowShrink) refuseShrink(state, lines);
  const { segments, ...step } = await nextStep(before, previous.read, lines, difference, rebase);
  return {
    revision: { ...common, revision, content: before.content + 1, ...step },
    segments,
    changed: difference.size,
  };
}

/** The signed list with its delegation: the one file of a pack that changes. */
export async function toPackFile(
  revision: PackRevision,
  delegation: Envelope,
  keys: readonly SigningKey[],
): Promise<Bytes> {
  const signed = await sign(REVISION_TYPE, encodeRevision(revision), keys);
  const bytes = toBytes(JSON.stringify({ delegation: encodeEnvelope(delegation), revision: encodeEnvelope(signed) }));
  if (bytes.length > LIMITS.packJson) {
    throw new PackError('limits', `pack.json would be ${bytes.length} bytes; readers take ${LIMITS.packJson}.`);
  }
  return bytes;
}
