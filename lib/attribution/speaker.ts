import type { Draft } from './drafts.ts';
import { isNominal, isPlural } from './neighbours.ts';
import { isComma, isTensed, type Range } from './phrases.ts';
import type { Layout } from './scorer.ts';
import { DOCUMENT, MOUTHPIECE, OFFICIAL, VAGUE } from './source-words.ts';
import { subjectBefore } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';
import { BASE } from './verbs.ts';

/** Source of a leading cue, and how it was found. */
export function sourceOf(unit: Unit, g: number, drafts: readonly Draft[]): { source: Range | null; layout: Layout } {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const before = tokens[group.from - 1];
  const previous = groups[g - 1];
  if (!before) return { source: null, layout: 'after' };
  if (group.infinitive || group.gerund) {
    // "declined to say", "went on to note": one chain, one subject.
    if (previous && previous.to === group.from)
      return { source: sourceOf(unit, g - 1, drafts).source, layout: 'after' };
    if (
      group.gerund &&
      (isComma(before) ||
        before.tag === 'sub' ||
        (before.tag === 'prep' && /^(?:by|before|after|without|in|while)$/.test(before.low)) ||
        before.tag === 'conj')
    )
      return {
        source: inherited(unit, g, drafts) ?? (isComma(before) ? subjectBefore(tokens, group.from - 1, 0) : null),
        layout: 'participle',
      };
    if (group.gerund && isNominal(before)) {
      const carrier = groups[g - 1];
      if (
        carrier?.finite &&
        /^(?:issue|release|send|write|post|publish|make|give)$/.test(tokens[carrier.head]!.base) &&
        DOCUMENT.has(before.low)
      )
        return { source: subjectBefore(tokens, carrier.from, 0), layout: 'participle' };
      return { source: afterWith(tokens, group.from) ?? subjectBefore(tokens, group.from, 0), layout: 'after' };
    }
    return { source: inherited(unit, g, drafts), layout: 'participle' };
  }
  if (before.tag === 'conj') return { source: inherited(unit, g, drafts), layout: 'coordinated' };
  if (before.tag === 'wh' && /^(?:who|which|that)$/.test(before.low)) {
    return { source: relativeSubject(tokens, group.from), layout: 'relative' };
  }
  const subject = subjectBefore(tokens, group.from, 0);
  if (subject) return { source: subject, layout: 'after' };
  if (group.reduced && isNominal(before)) return { source: null, layout: 'after' };
  return { source: isComma(before) ? inherited(unit, g, drafts) : null, layout: 'after' };
}

/** "with the union warning that": the noun phrase after "with". */
function afterWith(tokens: readonly Token[], end: number): Range | null {
  for (let j = end - 1; j >= 0 && j > end - 8; j--) {
    const t = tokens[j]!;
    if (t.low === 'with') return j + 1 < end ? { from: j + 1, to: end } : null;
    if (t.tag === 'punct' || isTensed(t)) return null;
  }
  return null;
}

/** Source of the nearest earlier relation of the unit, else the subject of the nearest earlier finite verb. */
function inherited(unit: Unit, g: number, drafts: readonly Draft[]): Range | null {
  const { tokens, groups } = unit;
  const at = groups[g]!.from;
  let best: Range | null = null;
  for (const draft of drafts) {
    const source = draft.source.at(-1);
    if (source && draft.cue[0]!.from < at && (!best || source.from > best.from)) best = source;
  }
  if (best) return best;
  for (let k = g - 1; k >= 0; k--) {
    const group = groups[k]!;
    if (!group.finite) continue;
    const subject = subjectBefore(tokens, group.from, 0);
    if (subject) return subject;
  }
  return null;
}

/** Where the noun group that ends before token `end` starts, "of" phrases in it. */
function phraseStart(tokens: readonly Token[], end: number): number {
  let from = end;
  while (
    from > 0 &&
    (/^(?:det|poss|adj|noun|name|num|gen)$/.test(tokens[from - 1]!.tag) ||
      (from < end && tokens[from - 1]!.low === 'of'))
  )
    from--;
  return from;
}

/** A form no single thing has: "who argue", "who are". */
const manyDo = (t: Token | undefined): boolean =>
  t !== undefined && (/^(?:are|were|have)$/.test(t.low) || (t.tag === 'verb' && t.bits === BASE && !t.bare));

const speaks = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.tag === 'name' || OFFICIAL.has(t.low) || VAGUE.has(t.low) || MOUTHPIECE.has(t.low) || PERSON.test(t.low));
const PERSON = /^(?:man|woman|men|women|members?|head|author|founder|owner|lawyer|father|mother|widow|brother|sister)$/;

/** "Roe, who is seen as": the noun and its pronoun. */
export function relativeSubject(tokens: readonly Token[], at: number): Range | null {
  const wh = tokens[at - 1];
  if (wh?.tag !== 'wh' || !/^(?:who|which|that)$/.test(wh.low)) return null;
  const end = isComma(tokens[at - 2]) ? at - 2 : at - 1;
  const noun = subjectBefore(tokens, end, 0);
  const plain = noun && !tokens.slice(noun.from, end).some((t) => /^(?:verb|prep|to)$/.test(t.tag));
  let from = plain ? noun.from : phraseStart(tokens, end);
  // "a spokesman for the party, who": the person. "his marriage to Doe, who", "charges against the sect, which": the nearest.
  while (!plain && from > 1 && from < end && /^(?:of|for|from|at|to|in|with)$/.test(tokens[from - 1]!.low)) {
    // "candidates for president, who argue": the plural.
    const plural = manyDo(tokens[at]) && !isPlural(tokens[end - 1]!);
    if (!speaks(tokens[from - 2]) && !plural) break;
    from = phraseStart(tokens, from - 1);
  }
  return { from: from < end ? from : at - 1, to: at };
}
