/** Deltas between two contents of a pack, and the ways they make. */
import type { SegmentRef } from './segment.ts';

/**
 * Whole records that were added, changed or withdrawn after one content number and up to another. Laying a delta over
 * anything from `from` up to `to` gives `to`: records are whole, so one that was there already is only laid again.
 */
export interface DeltaRef extends SegmentRef {
  readonly from: number;
  readonly to: number;
}

/** Deltas that lead from one content to another belong together: a large one comes in several files. */
function stepsOf(deltas: readonly DeltaRef[]): DeltaRef[][] {
  const steps = new Map<string, DeltaRef[]>();
  for (const delta of deltas) {
    const key = `${delta.from}-${delta.to}`;
    const step = steps.get(key);
    if (step) step.push(delta);
    else steps.set(key, [delta]);
  }
  return [...steps.values()];
}

/**
 * The cheapest deltas from one content to another, in order; `null` when none lead there. A delta may be entered
 * anywhere between its ends, because records are whole.
 */
export function pathBetween(
  deltas: readonly DeltaRef[],
  from: number,
  to: number,
  costOf: (delta: DeltaRef) => number,
): DeltaRef[] | null {
  const steps = stepsOf(deltas).sort((a, b) => a[0]!.to - b[0]!.to);
  const ends = [...new Set([from, ...steps.map((step) => step[0]!.to)])]
    .filter((n) => n >= from && n <= to)
    .sort((a, b) => a - b);
  const best = new Map<number, { cost: number; path: DeltaRef[] }>([[from, { cost: 0, path: [] }]]);
  // Contents in ascending order: every way into one is known before it is left.
  for (const at of ends) {
    const here = best.get(at);
    if (!here) continue;
    for (const step of steps) {
      const [first] = step;
      if (first!.from > at || first!.to <= at || first!.to > to) continue;
      const cost = here.cost + step.reduce((sum, delta) => sum + costOf(delta), 0);
      const known = best.get(first!.to);
      if (!known || cost < known.cost) best.set(first!.to, { cost, path: [...here.path, ...step] });
    }
  }
  return best.get(to)?.path ?? null;
}
