import { isNominal } from './neighbours.ts';
import { isComma, isStop, isTensed } from './phrases.ts';
import type { Token } from './tokens.ts';
import { ING } from './verbs.ts';
/** Whether a subject and its verb start at `i`, before the next stop. `deep`: an "as" on the way is looked behind, once. */
export function clauseFrom(tokens: readonly Token[], i: number, deep = true): boolean {
  let nominal = false;
  let commas = 0;
  for (let j = i; j < Math.min(tokens.length, i + 24); j++) {
    const t = tokens[j]!;
    if (isStop(t)) return false;
    const relative =
      (t.tag === 'wh' && nominal) ||
      (t.tag === 'pron' && nominal && j > i && isNominal(tokens[j - 1]) && /^(?:i|we|you|he|she|it|they)$/.test(t.low));
    if (relative) {
      // A relative clause ("the plan that failed", "the plan he drew"): its verb is not the one looked for.
      const next = tokens.findIndex((x, k) => k > j && (isTensed(x) || isStop(x)));
      if (next < 0 || isStop(tokens[next])) return false;
      j = next;
      continue;
    }
    if (
      t.tag === 'noun' ||
      t.tag === 'name' ||
      t.tag === 'pron' ||
      t.tag === 'num' ||
      t.tag === 'quote' ||
      t.tag === 'det'
    )
      nominal = true;
    // "citing two officials, reported": a verb after a lone comma is that of the outer clause.
    else if (nominal && isTensed(t)) return !(commas === 1 && isComma(tokens[j - 1]));
    // "added his seventh, and Roe stopped two": the second clause is another's.
    else if (isComma(t) && tokens[j + 1]?.low === 'and' && j > i && !listFollows(tokens, j + 1)) return false;
    else if (isComma(t)) commas++;
    else if (t.tag === 'verb' && (t.bits & ING) > 0 && j === i) nominal = true;
    else if (
      t.tag === 'sub' &&
      j > i &&
      (t.low !== 'as' || (nominal && !isComma(tokens[j - 1]) && deep && clauseFrom(tokens, j + 1, false)))
    )
      return false;
  }
  return false;
}

/** Whether "and" at `i` closes a list ("Roe, Doe, and Poe said") and opens no clause of its own. */
const listFollows = (tokens: readonly Token[], i: number): boolean => {
  for (let j = i - 2; j >= 0 && j > i - 8; j--) if (isComma(tokens[j])) return true;
  return false;
};

/** The comma that closes the relative clause opened before `i`, when a finite verb of the outer clause follows; else -1. */
export function relativeEnd(tokens: readonly Token[], i: number, end: number): number {
  for (let j = i + 1; j < Math.min(end, i + 20); j++) {
    if (isStop(tokens[j])) return -1;
    if (!isComma(tokens[j])) continue;
    let k = j + 1;
    while (tokens[k]?.tag === 'adv') k++;
    return k < end && isTensed(tokens[k]!) ? j : -1;
  }
  return -1;
}

/** Whether a quotation is a statement of its own: not 'said "it is likely" that the ban would end'. */
export function standsAlone(tokens: readonly Token[], i: number): boolean {
  const t = tokens[i]!;
  const next = tokens[i + 1];
  return (
    t.speech &&
    (/[,.!?…]['’"”»]+$/.test(t.text) || !next || next.tag === 'punct' || next.tag === 'quote' || next.tag === 'conj')
  );
}
