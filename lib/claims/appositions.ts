import { isNominal } from '../attribution/neighbours.ts';
import { isComma, isStop, type Range } from '../attribution/phrases.ts';
import type { Token } from '../attribution/tokens.ts';
import type { Clause } from './clauses.ts';

const ROLE =
  /(?:er|or|ist|man|woman|person|chief|chair|head|president|minister|secretary|general|king|queen|brother|sister|son|daughter|wife|husband|father|mother|leader|member|mayor|ally|aide|neighbor|neighbour|capital|home|group|party|arm|wing|branch|agency|company|unit|militia|outlet|newspaper|city|town|province|attorney|judge|ambassador|envoy|deputy|official|spokesman|spokeswoman)s?$/;

/** "Roe, chair of the committee," and "the president's brother, Roe,": a name and what it is said to be. */
export function appositionsIn(tokens: readonly Token[], { from, to }: Range): Clause[] {
  const found: Clause[] = [];
  for (let i = from + 1; i < to - 1; i++) {
    if (!isComma(tokens[i]) || !isNominal(tokens[i - 1])) continue;
    let end = i + 1;
    while (
      (end < to && /^(?:det|poss|adj|noun|name|num|gen|prep|quote)$/.test(tokens[end]!.tag)) ||
      (tokens[end]?.low === 'and' && end < to && isNominal(tokens[end + 1]))
    )
      end++;
    if (end === i + 1 || (end < to && !isComma(tokens[end]) && !isStop(tokens[end]) && tokens[end]!.tag !== 'quote'))
      continue;
    let start = i;
    while (start > from && /^(?:det|poss|adj|noun|name|num|gen)$/.test(tokens[start - 1]!.tag)) start--;
    const left = tokens.slice(start, i);
    const right = tokens.slice(i + 1, end);
    const nameLeft = left.at(-1)?.tag === 'name';
    const opener = right[0]!;
    const headRight = right.find((t, k) => isNominal(t) && !isNominal(right[k + 1]) && right[k + 1]?.tag !== 'gen');
    const headLeft = left.at(-1)!;
    const roleRight =
      nameLeft &&
      headRight !== undefined &&
      headRight.tag === 'noun' &&
      (opener.tag === 'det' || opener.tag === 'poss' || ROLE.test(headRight.low));
    const nameRight =
      right.every((t) => t.tag === 'name') &&
      headLeft.tag === 'noun' &&
      (ROLE.test(headLeft.low) || left.some((t) => t.tag === 'gen')) &&
      left.length > 1;
    if (roleRight || nameRight) found.push({ from: start, to: end, group: null, subject: null, kind: 'apposition' });
  }
  return found;
}
