import { accordingTo } from './according.ts';
import { announced } from './announced.ts';
import type { Draft } from './drafts.ts';
import { leading } from './leading.ts';
import { specialRelations } from './special.ts';
import { inverted, trailing } from './trailing.ts';
import type { Unit } from './units.ts';

/** The relations of one unit, in text order. */
export function relationsOf(unit: Unit): Draft[] {
  const { groups } = unit;
  const drafts: Draft[] = [];
  // Cues that follow their content first: what they take is theirs, and a cue inside it is nested.
  for (let g = 0; g < groups.length; g++) {
    const draft = trailing(unit, g) ?? inverted(unit, g);
    if (draft) drafts.push(draft);
  }
  drafts.push(...accordingTo(unit));
  const taken = (i: number): boolean =>
    drafts.some((d) => [...d.content, ...d.cue, ...d.source].some((r) => r.from <= i && i < r.to));
  for (let g = 0; g < groups.length; g++) {
    const group = groups[g]!;
    if (taken(group.head)) continue;
    const draft = leading(unit, g, drafts);
    if (draft) drafts.push(draft);
  }
  drafts.push(...specialRelations(unit, taken));
  drafts.push(...announced(unit, taken));
  return drafts.sort((a, b) => a.cue[0]!.from - b.cue[0]!.from);
}
