/** Which files bring a reader from what is held to a revision, at the least cost. */
import { pathBetween } from './deltas.ts';
import type { PackRevision } from './revision.ts';
import type { SegmentRef } from './segment.ts';

/** What is held of a pack: the segments of its pointer, oldest first. */
export interface HeldContent {
  readonly epoch: number;
  readonly content: number;
  readonly segments: readonly Pick<SegmentRef, 'hash' | 'length'>[];
}

/** What a reader fetches, and what the pack consists of afterwards. */
export interface Plan {
  /** `base` lays the pack anew; `deltas` adds to what is held; `none` changes no record. */
  readonly kind: 'none' | 'deltas' | 'base';
  /** Segments of the new pointer, oldest first. */
  readonly segments: readonly Pick<SegmentRef, 'hash' | 'length'>[];
  /** What is to be fetched of them. */
  readonly fetch: readonly SegmentRef[];
  readonly bytes: number;
}

// Headers and a round trip, in bytes: one file more has to save at least this.
const REQUEST_COST = 2_000;
// The base also frees what piled up, so it may cost nearly as much as the deltas do.
const BASE_PREFERRED_BELOW = 0.6;
// Beyond either, a fresh base is worth its bytes. A segment costs a tenth of a millisecond when the background wakes, and
// nothing in a lookup; what is stored twice over is read twice when the index of names is made. FORMAT.md, section 6, has
// what other choices cost: at 64 segments the base was fetched every month, six times what all deltas are.
const MOST_SEGMENTS = 192;
const MOST_STORED = 2.5;

const sumOf = (segments: readonly Pick<SegmentRef, 'length'>[]): number =>
  segments.reduce((sum, { length }) => sum + length, 0);

/** `present`: hashes of the segments that are held already, whole and verified, whether a pointer names them or not. */
export function planSync(held: HeldContent | null, target: PackRevision, present: ReadonlySet<string>): Plan {
  const costOf = ({ hash, length }: SegmentRef): number => (present.has(hash) ? 0 : length + REQUEST_COST);
  const cost = (refs: readonly SegmentRef[]): number => refs.reduce((sum, ref) => sum + costOf(ref), 0);
  const planOf = (kind: Plan['kind'], segments: Plan['segments'], refs: readonly SegmentRef[]): Plan => {
    const fetch = refs.filter(({ hash }) => !present.has(hash));
    return { kind, segments, fetch, bytes: sumOf(fetch) };
  };

  const onBase = pathBetween(target.deltas, target.base.content, target.content, costOf);
  // A publisher's list always leads from its base to its content; `decodeRevision` refuses one that does not.
  const baseRefs: SegmentRef[] = [...target.base.parts, ...(onBase ?? [])];
  const base = planOf('base', baseRefs, baseRefs);

  // Keys were changed: what came under the old ones counts only where the new list names it, by hash.
  if (held?.epoch !== target.epoch || held.content > target.content) return base;
  if (held.content === target.content && held.segments.every(({ hash }) => present.has(hash))) {
    return { kind: 'none', segments: held.segments, fetch: [], bytes: 0 };
  }
  const path = pathBetween(target.deltas, held.content, target.content, costOf);
  const isWhole = held.segments.every(({ hash }) => present.has(hash));
  if (!path || !isWhole) return base;
  const segments = [...held.segments, ...path];
  const isPiledUp = segments.length > MOST_SEGMENTS || sumOf(segments) > sumOf(baseRefs) * MOST_STORED;
  if (isPiledUp || cost(baseRefs) < cost(path) * BASE_PREFERRED_BELOW) return base;
  return planOf('deltas', segments, path);
}
