/** What a colon announces: a quotation in the same sentence, or the paragraph after it. */
import { complementAfter } from './content.ts';
import type { Draft } from './drafts.ts';
import { cueOf } from './scorer.ts';
import { plainDraft } from './special.ts';
import { subjectBefore } from './subjects.ts';
import type { Unit } from './units.ts';

/** 'Roe was blunt: "It failed."': a quotation after a colon that no cue has claimed belongs to the sentence's subject. */
export function announced({ tokens, groups }: Unit, taken: (i: number) => boolean): Draft[] {
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

/** "Responding to the report, Roe said:" at the end of a paragraph: source and cue of what comes after it. */
export function announcement({ tokens, groups }: Unit): Draft | null {
  const colon = tokens.length - 1;
  if (tokens[colon]?.low !== ':') return null;
  const group = groups.findLast((g) => g.finite && !g.passive && !g.negated);
  const cue = group && cueOf(tokens[group.head]!);
  if (!group || !(cue?.cls === 'say' || cue?.cls === 'tell')) return null;
  const complement = complementAfter(tokens, group.to, cue.cls);
  const source = subjectBefore(tokens, group.from, 0);
  if (complement.opener !== 'none' || complement.from !== colon || !source) return null;
  const cueRange = { from: group.from, to: group.to };
  // The content is not in this unit; the cue stands in for it until it is known.
  return plainDraft({
    layout: 'colon',
    lemma: tokens[group.head]!.base,
    source: [source],
    cue: [cueRange],
    content: [cueRange],
    confidence: 0.5,
  });
}
