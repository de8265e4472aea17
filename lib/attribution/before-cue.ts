/** What stands before a cue that follows its content. */
import { datelineEnd, isComma, isDash, isStop, isTensed, type Range } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Start of the clause a trailing cue closes: the unit's start, or after ";" or an earlier relation. */
export function contentStart(tokens: readonly Token[], end: number): number {
  let from = datelineEnd(tokens);
  if (from >= end) from = 0;
  // "A; B; and C, he added" is one list.
  const list = tokens.slice(0, end).some((t, k) => t.low === ';' && tokens[k + 1]?.low === 'and');
  for (let j = end - 1; j >= 0; j--) {
    const t = tokens[j]!;

    if ((t.low === ';' && !list) || (isStop(t) && t.low !== ':' && t.low !== ';' && j < end - 1)) {
      from = j + 1;
      break;
    }
  }
  // 'As for the bridge, "It is safe,"': a whole sentence in quotation marks stands for itself.
  const last = tokens[end - 1];
  if (
    last?.tag === 'quote' &&
    last.words > 4 &&
    /^["“'‘]+\p{Lu}/u.test(last.text) &&
    end - 2 >= from &&
    (isComma(tokens[end - 2]) || tokens[end - 2]!.low === ':')
  )
    return end - 1;
  while (from < end && (tokens[from]!.tag === 'conj' || isDash(tokens[from]))) from++;
  return from;
}

export const endsBefore = (tokens: readonly Token[], i: number): number => {
  let end = i;
  while (end > 0 && (isComma(tokens[end - 1]) || isDash(tokens[end - 1]))) end--;
  return end;
};

export const holdsStatement = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).some((t) => (t.tag === 'quote' && (t.speech || t.words > 1)) || isTensed(t));
