import { accordingTo } from './according.ts';
import type { Draft } from './drafts.ts';
import { leading } from './leading.ts';
import { plainDraft, specialRelations } from './special.ts';
import { subjectBefore } from './subjects.ts';
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

/** 'Roe was blunt: "It failed."': a quotation after a colon that no cue has claimed belongs to the sentence's subject. */
function announced({ tokens, groups }: Unit, taken: (i: number) => boolean): Draft[] {
  const found: Draft[] = [];
  for (let i = 2; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.tag !== 'quote' || t.words < 5 || tokens[i - 1]!.low !== ':' || taken(i)) continue;
    const group = groups.findLast((g) => g.finite && g.to <= i);
    const source = group && subjectBefore(tokens, group.from, 0);
    if (!group || !source || taken(group.head)) continue;
    const cue = [{ from: group.from, to: i }];
    const content = [{ from: i, to: i + 1 }];
    const draft = plainDraft({ layout: 'colon', lemma: ':', source: [source], cue, content, confidence: 0.55 });
    found.push({ ...draft, openEnded: true });
  }
  return found;
}
