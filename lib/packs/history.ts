import type { DeltaRef } from './deltas.ts';
import { PackError } from './pack-error.ts';
import { type ReadFile, readSegmentFile, segmentsOf } from './published.ts';
import type { PackRevision } from './revision.ts';
import { buildSegments, type Line, readLines, type Segment } from './segment.ts';

/**
 * The deltas a publisher keeps: one per change of content, and roll-ups of 7 and of 28 for those who were away longer.
 * Roll-ups begin at multiples of their span, so that each is made once and stays in every cache.
 */

const SPANS = [
  { span: 1, kept: 30 },
  { span: 7, kept: 12 },
  { span: 28, kept: 3 },
] as const;
const REBASE_SPAN = 28;
// A reader who installs the pack anew pays for the deltas since the base too.
const REBASE_SHARE = 0.5;

/** Records by id; a later line takes the place of an earlier. */
export type Lines = ReadonlyMap<string, string>;

export const toLines = (lines: Iterable<Line>): Map<string, string> =>
  new Map([...lines].map(({ id, json }) => [id, json]));

const listOf = (lines: Lines): Line[] => [...lines].map(([id, json]) => ({ id, json }));

export async function readState(read: ReadFile, revision: PackRevision): Promise<Map<string, string>> {
  const state = new Map<string, string>();
  for (const ref of segmentsOf(revision)) {
    for (const { id, json } of await readLines(await readSegmentFile(read, ref), ref)) state.set(id, json);
  }
  return state;
}

const isWithdrawal = (json: string): boolean => json.startsWith('{"type":"withdrawn"');

/** What leads from one state to the next: whole records that differ, and withdrawals of those that are gone. */
export function differenceOf(before: Lines, after: Lines): Map<string, string> {
  const difference = new Map<string, string>();
  for (const [id, json] of after) if (before.get(id) !== json) difference.set(id, json);
  for (const [id, json] of before) {
    if (!after.has(id) && !isWithdrawal(json)) difference.set(id, JSON.stringify({ type: 'withdrawn', id }));
  }
  return difference;
}

const isOfSpan =
  (span: number) =>
  ({ from, to }: Pick<DeltaRef, 'from' | 'to'>): boolean =>
    to - from === span;

export interface Step {
  readonly base: PackRevision['base'];
  readonly deltas: readonly DeltaRef[];
  /** Files that are new with this step. */
  readonly segments: readonly Segment[];
}

/** The roll-up of `span` that ends at `content`, or nothing when one of the deltas it is made of is gone. */
async function rollUp(
  parts: readonly DeltaRef[],
  content: number,
  span: number,
  linesOf: (ref: DeltaRef) => Promise<Lines>,
): Promise<Map<string, string> | null> {
  const merged = new Map<string, string>();
  let at = content - span;
  while (at < content) {
    const step = parts.filter(({ from }) => from === at);
    if (step.length === 0) return null;
    for (const ref of step) for (const [id, json] of await linesOf(ref)) merged.set(id, json);
    at = step[0]!.to;
  }
  return merged;
}

/** The step from a published revision to its next content. `difference` is not empty. */
export async function nextStep(
  previous: PackRevision,
  read: ReadFile,
  state: Lines,
  difference: Lines,
  rebase: boolean,
): Promise<Step> {
  const content = previous.content + 1;
  const fresh = new Map<string, Lines>();
  const segments: Segment[] = [];
  let deltas = [...previous.deltas];

  const linesOf = async (ref: DeltaRef): Promise<Lines> =>
    fresh.get(ref.hash) ?? toLines(await readLines(await readSegmentFile(read, ref), ref));
  const add = async (lines: Lines, span: number): Promise<void> => {
    for (const segment of await buildSegments(listOf(lines))) {
      segments.push(segment);
      fresh.set(segment.hash, toLines(await readLines(segment.bytes, segment)));
      const { hash, length, raw, count } = segment;
      deltas.push({ from: content - span, to: content, hash, length, raw, count });
    }
  };

  await add(difference, 1);
  // Content 1 is the first base, so the nth delta ends at content n + 1.
  let composedOf = 1;
  for (const { span } of SPANS.slice(1)) {
    if ((content - 1) % span === 0) {
      const merged = await rollUp(deltas.filter(isOfSpan(composedOf)), content, span, linesOf);
      if (merged) await add(merged, span);
    }
    composedOf = span;
  }
  deltas = deltas.filter(({ from, to }) => {
    const { kept, span } = SPANS.find((each) => each.span === to - from) ?? { kept: 0, span: 1 };
    return to > content - kept * span;
  });

  const baseSize = previous.base.parts.reduce((sum, { length }) => sum + length, 0);
  const sinceBase = deltas
    .filter((delta) => isOfSpan(1)(delta) && delta.from >= previous.base.content)
    .reduce((sum, { length }) => sum + length, 0);
  const isDue = (content - 1) % REBASE_SPAN === 0 || sinceBase > baseSize * REBASE_SHARE;
  if (!isDue && !rebase) return { base: previous.base, deltas, segments };
  const baseSegments = await buildSegments(listOf(state));
  return {
    base: { content, parts: baseSegments.map(({ hash, length, raw, count }) => ({ hash, length, raw, count })) },
    deltas,
    segments: [...segments, ...baseSegments],
  };
}

/** Refuses what looks like an accident: an export that broke off, a database that was empty. */
export function refuseShrink(before: Lines, after: Lines, most = 0.1): void {
  const count = (lines: Lines, type: string): number => {
    let n = 0;
    for (const json of lines.values()) if (json.startsWith(`{"type":"${type}"`)) n++;
    return n;
  };
  for (const type of ['note', 'check']) {
    const [was, is] = [count(before, type), count(after, type)];
    if (is < was * (1 - most)) {
      throw new PackError(
        'accident',
        `There are ${is.toLocaleString('en')} ${type}s now and were ${was.toLocaleString('en')}: more than a tenth fewer. If that is meant, say --allow-shrink.`,
      );
    }
  }
}
