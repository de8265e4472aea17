import { toBytes } from './bytes.ts';
import { type DeltaRef, pathBetween } from './deltas.ts';
import { FORMAT, LIMITS } from './limits.ts';
import type { PackManifest } from './pack.ts';
import { PackError } from './pack-error.ts';
import { decodeManifest } from './records.ts';
import type { SegmentRef } from './segment.ts';
import { instant, isObject, list, MAX_NUMBER, may, need, text, whole, wholeNumber } from './shape.ts';

/** What a publisher signs: one revision of a pack, as the list of its segments. */
export interface PackRevision {
  readonly manifest: PackManifest;
  /** Generation of the publisher's keys; 0 is a pack that came with a program and was never signed. */
  readonly epoch: number;
  /** Counts up within an epoch, also when only the date is confirmed. */
  readonly revision: number;
  /** Counts up within an epoch when records changed; what deltas lead from and to. */
  readonly content: number;
  /** ISO 8601, UTC: when the publisher last stood by it. */
  readonly issued: string;
  /** After this the publisher should have confirmed it again. */
  readonly expires: string;
  readonly base: { readonly content: number; readonly parts: readonly SegmentRef[] };
  /** In the order of `to`, then `from`. */
  readonly deltas: readonly DeltaRef[];
  readonly counts: Counts;
  /** How often readers are asked to look, in hours. */
  readonly pollHours: number;
  readonly retired?: { readonly reason: string; readonly successor?: string };
}

export interface Counts {
  readonly notes: number;
  readonly checks: number;
  readonly origins: number;
  readonly aliases: number;
}

export const REVISION_TYPE = 'application/vnd.claim-context.revision+json;v=1';

const hash = text(43, { pattern: /^[A-Za-z0-9_-]{43}$/, form: 'a SHA-256 in base64url' });

// Sizes are read wide here and held against the limits below, so that too large a pack is told as such.
const size = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const segmentFields = { hash: need(hash), length: need(size), raw: need(size), count: need(size) };
const counted = wholeNumber(1);

const shape = whole({
  epoch: need(wholeNumber(0)),
  revision: need(counted),
  content: need(counted),
  issued: need(instant),
  expires: need(instant),
  base: need(whole({ content: need(counted), parts: need(list(whole(segmentFields), 10_000, true)) })),
  deltas: need(list(whole({ from: need(counted), to: need(counted), ...segmentFields }), 10_000, true)),
  counts: need(whole({ notes: need(size), checks: need(size), origins: need(size), aliases: need(size) })),
  pollHours: need(wholeNumber(-MAX_NUMBER)),
  retired: may(whole({ reason: need(text(400)), successor: may(text(1000)) })),
});

/** Where a segment lies, beside the list that names it. */
export const fileOf = ({ hash: name }: Pick<SegmentRef, 'hash'>): string => `f/${name}.bin`;

/** The revision of a verified payload, or a PackError: unreadable, too new, or beyond the limits. */
export function decodeRevision(raw: unknown): PackRevision {
  if (isObject(raw) && typeof raw.format === 'number' && raw.format > FORMAT) {
    throw new PackError('too-new', 'This pack needs a newer version of the program.');
  }
  const complaints: string[] = [];
  const complain = (at: string, message: string): void => {
    complaints.push(`${at} ${message}`);
  };
  const value = isObject(raw) && raw.format === FORMAT ? shape.read(raw, '', complain) : undefined;
  const manifest = value && decodeManifest(isObject(raw) ? raw.pack : undefined, complain);
  if (!value || !manifest) {
    throw new PackError(
      'format',
      `The pack’s signed list cannot be read: ${complaints[0] ?? 'it has no known format'}.`,
    );
  }
  const { base, deltas } = value;
  if (base.content > value.content || deltas.some(({ from, to }) => from >= to || to > value.content)) {
    throw new PackError('format', 'The pack’s signed list names contents that cannot be.');
  }
  checkLimits(value);
  if (!pathBetween(value.deltas, value.base.content, value.content, () => 1)) {
    throw new PackError('format', 'The pack’s signed list does not lead from its base to its content.');
  }
  return { manifest, ...value, pollHours: Math.min(48, Math.max(1, value.pollHours)) };
}

/** Held against the signed list, before anything is asked for. */
function checkLimits({ base, deltas, counts }: Pick<PackRevision, 'base' | 'deltas' | 'counts'>): void {
  const segments = [...base.parts, ...deltas];
  const stored = base.parts.reduce((sum, part) => sum + part.length, 0);
  const raw = base.parts.reduce((sum, part) => sum + part.raw, 0);
  const beyond =
    base.parts.length > LIMITS.parts ||
    deltas.length > LIMITS.deltas ||
    segments.some(({ length, raw: size, count }) => {
      return length > LIMITS.segment || size > LIMITS.segmentRaw || count > LIMITS.records;
    }) ||
    // What the parts hold, and not only what the pack says of itself.
    base.parts.reduce((sum, { count }) => sum + count, 0) > LIMITS.records ||
    stored > LIMITS.stored ||
    raw > LIMITS.raw ||
    counts.notes + counts.checks + counts.origins > LIMITS.records ||
    counts.aliases > LIMITS.aliases;
  if (beyond) throw new PackError('limits', 'The pack is larger than is accepted; nothing was downloaded.');
}

const refOf = ({ hash: name, length, raw, count }: SegmentRef) => ({ hash: name, length, raw, count });

/** The bytes that are signed. */
export function encodeRevision(revision: PackRevision) {
  const {
    manifest,
    epoch,
    revision: number,
    content,
    issued,
    expires,
    base,
    deltas,
    counts,
    pollHours,
    retired,
  } = revision;
  return toBytes(
    JSON.stringify({
      format: FORMAT,
      pack: manifest,
      epoch,
      revision: number,
      content,
      issued,
      expires,
      base: { content: base.content, parts: base.parts.map(refOf) },
      deltas: deltas.map(({ from, to, ...ref }) => ({ from, to, ...refOf(ref) })),
      counts,
      pollHours,
      ...(retired && { retired }),
    }),
  );
}
