import { clauseFrom } from './clause.ts';
import type { VerbGroup } from './groups.ts';
import { isComma, isStop, isTensed } from './phrases.ts';
import { cueOf, formProbability } from './scorer.ts';
import { subjectBefore } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';
import { PAST } from './verbs.ts';

/**
 * "When his advisers suggested that ..., he refused": in a clause or phrase that opens the sentence the content ends at the
 * comma after which the main clause starts. Index of that comma, or the number of tokens.
 */
export function frontedLimit(tokens: readonly Token[], cueFrom: number, from: number): number {
  const first = tokens[0]!;
  const opens =
    first.tag === 'sub' ||
    first.tag === 'prep' ||
    /^(?:when|while|as|after|before|although|though|because|if|since|once)$/.test(first.low);
  if (!opens || tokens.slice(1, cueFrom).some((t) => isComma(t) || isStop(t))) return tokens.length;
  for (let j = from + 1; j < tokens.length; j++) {
    const next = tokens[j + 1];
    if (
      isComma(tokens[j]) &&
      next &&
      next.tag !== 'conj' &&
      next.tag !== 'wh' &&
      next.tag !== 'prep' &&
      next.tag !== 'verb' &&
      !isTensed(next) &&
      clauseFrom(tokens, j + 1)
    )
      return j;
  }
  return tokens.length;
}

/** Content of a leading cue reaches no further than the next cue of its own rank. */
export function contentLimit(unit: Unit, g: number, from: number): number {
  const { tokens, groups } = unit;
  const limit = frontedLimit(tokens, groups[g]!.from, from);
  for (let k = g + 1; k < groups.length; k++) {
    const group = groups[k]!;
    if (group.from <= from) continue;
    const cut = ownRank(unit, groups[g]!, group);
    if (cut > from) return Math.min(cut, limit);
  }
  return limit;
}

/** Where a later cue of the sentence cuts the content of an earlier one, or -1 when it lies inside that content. */
function ownRank(unit: Unit, earlier: VerbGroup, later: VerbGroup): number {
  const { tokens } = unit;
  const head = tokens[later.head]!;
  const cue = cueOf(head);
  if (!cue || formProbability(head, cue) < 0.4) return -1;
  const before = tokens[later.from - 1];
  const mark = tokens[later.from - 2];
  if (later.gerund && isComma(before)) return formProbability(head, cue) >= 0.5 ? later.from - 1 : -1;
  if (before?.tag === 'conj' && before.low !== 'or' && sameForm(tokens, earlier, later))
    return isComma(mark) ? later.from - 2 : later.from - 1;
  if (!later.finite || later.passive) return -1;
  const subject = subjectBefore(tokens, later.from, earlier.to);
  if (!subject) return -1;
  const joint = tokens[subject.from - 1];
  if (!joint) return -1;
  if (joint.low === ';') return subject.from - 1;
  if (
    (joint.tag === 'conj' ||
      joint.low === 'while' ||
      joint.low === 'although' ||
      joint.low === 'though' ||
      joint.low === 'whereas') &&
    isComma(tokens[subject.from - 2])
  )
    return subject.from - 2;
  if (joint.low === 'but' || joint.low === 'while') return subject.from - 1;
  return -1;
}

/** "said ... and denied": both past, or both present. */
const sameForm = (tokens: readonly Token[], a: VerbGroup, b: VerbGroup): boolean => {
  const x = tokens[a.head]!;
  const y = tokens[b.head]!;
  if (!b.finite && !(a.gerund && b.gerund)) return false;
  return (x.bits & y.bits) > 0 || (a.finite && tokens[a.from]!.tag === 'have' && (y.bits & PAST) > 0);
};
