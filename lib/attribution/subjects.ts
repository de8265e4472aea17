import { DAYS, SUBJECT_PRONOUNS } from './lexicon.ts';
import { isNominal } from './neighbours.ts';
import { isComma, isDash, isStop, isTensed, type Range, timePhraseEnd } from './phrases.ts';
import type { Token } from './tokens.ts';
import { ING, PART } from './verbs.ts';

/** Skips "(...)" backwards: the index of the opening mark, or `i` when `i` closes none. */
function openParenthesis(tokens: readonly Token[], i: number): number {
  if (tokens[i]!.low !== ')' && tokens[i]!.low !== ']') return i;
  for (let j = i - 1; j >= 0 && j > i - 16; j--) if (tokens[j]!.low === '(' || tokens[j]!.low === '[') return j;
  return i;
}

const hasFiniteBetween = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let j = from; j < to; j++) if (isTensed(tokens[j]!)) return true;
  return false;
};

/** Index of the first token of the clause segment that holds `i`: after the previous comma, stop, quotation or clause opener. */
function segmentStart(tokens: readonly Token[], i: number, floor: number): number {
  let j = i;
  while (j > floor) {
    const t = tokens[j - 1]!;
    if (t.tag === 'punct') {
      const open = openParenthesis(tokens, j - 1);
      if (open < j - 1) {
        j = open;
        continue;
      }
      if (isComma(t) || isStop(t) || isDash(t) || /^[()[\]"“”]$/.test(t.low)) return j;
    }
    if (t.tag === 'quote' && t.speech) return j;
    if (t.tag === 'sub') return j;
    if (t.tag === 'wh' && j - 1 < i) {
      // "the man who built it": the relative clause belongs to the noun before it.
      if (/^(?:who|which|that|whose|whom)$/.test(t.low) && isNominal(tokens[j - 2]) && hasFiniteBetween(tokens, j, i)) {
        j -= 1;
        continue;
      }
      return j;
    }
    if (t.tag === 'conj') {
      if (t.low === 'but' || t.low === 'yet' || t.low === 'so') return j;
      // After a clause with its verb ("began on Monday and the army says") another clause starts.
      if (closesClause(tokens, j - 1, floor)) return j;
      j -= 1;
      continue;
    }
    if (isTensed(t) && !relativeBefore(tokens, j - 1, floor)) return j;
    j--;
  }
  return floor;
}

/** Whether a clause with its verb, or nothing at all, stands right before the conjunction at `i`. */
function closesClause(tokens: readonly Token[], i: number, floor: number): boolean {
  for (let j = i - 1; j >= floor; j--) {
    const t = tokens[j]!;
    if (
      t.tag === 'sub' ||
      (t.tag === 'quote' && t.speech) ||
      (t.tag === 'punct' && /^[,.!?…;:()[\]—–―]|^--?$/.test(t.low))
    )
      return j === i - 1;
    if (isTensed(t) && !relativeBefore(tokens, j, floor)) return true;
  }
  return i === floor;
}

/** Whether the finite verb at `i` belongs to "who ..." or "which ..." shortly before it. */
function relativeBefore(tokens: readonly Token[], i: number, floor: number): boolean {
  for (let j = i - 1; j >= floor && j > i - 6; j--) {
    const t = tokens[j]!;
    if (t.tag === 'wh' && /^(?:who|which|that|whom)$/.test(t.low)) return isNominal(tokens[j - 1]);
    if (t.tag === 'punct' || t.tag === 'conj' || t.tag === 'sub') return false;
  }
  return false;
}

const opensAdverbial = (t: Token): boolean =>
  t.tag === 'prep' ||
  t.tag === 'sub' ||
  t.tag === 'adv' ||
  t.tag === 'to' ||
  (t.tag === 'verb' && (t.bits & (ING | PART)) > 0);

/**
 * The subject that ends right before token `end` (exclusive), or null. Looks back over appositions and "who ..." clauses
 * set off by commas or dashes; leaves fronted adverbials out ("On Monday, ...", "In a statement ...").
 */
export function subjectBefore(tokens: readonly Token[], end: number, floor: number): Range | null {
  let e = end;
  while (e > floor) {
    // "the mayor on Sunday accused": a day between subject and verb.
    const day = DAYS.has(tokens[e - 1]!.low) && tokens[e - 2]?.low === 'on' ? 2 : 0;
    const time = day || timeBefore(tokens, e, floor);
    if (time === 0 && tokens[e - 1]!.tag !== 'adv') break;
    e -= time || 1;
  }
  if (e <= floor) return null;
  let start: number;
  if (isComma(tokens[e - 1]) || isDash(tokens[e - 1])) {
    start = beforeParenthesis(tokens, e - 1, floor);
    // "The security firm Secunia, has said": a comma that closes nothing.
    if (start < 0) {
      start = segmentStart(tokens, e - 1, floor);
      if (start >= e - 1 || hasFiniteBetween(tokens, start, e)) return null;
    }
  } else {
    start = segmentStart(tokens, e, floor);
    // "Roe, a teacher from Ohio, told" ends in a comma; "a teacher, Roe told" does not: one phrase, but titles may hold one.
    while (start > floor + 1 && isComma(tokens[start - 1]) && joinsList(tokens, start, floor))
      start = segmentStart(tokens, start - 1, floor);
  }
  return trimmed(tokens, start, e);
}

/** Length of "last month" right before token `end`, or 0. */
function timeBefore(tokens: readonly Token[], end: number, floor: number): number {
  for (const n of [2, 3]) if (end - n > floor && timePhraseEnd(tokens, end - n) === end) return n;
  return 0;
}

/** "Paris, London and Berlin said": the segment before the comma is part of the list. */
function joinsList(tokens: readonly Token[], start: number, floor: number): boolean {
  if (tokens[start]?.low === 'and' || tokens[start]?.low === 'or') return true;
  const from = segmentStart(tokens, start - 1, floor);
  if (from >= start - 1 || hasFiniteBetween(tokens, from, start - 1) || opensAdverbial(tokens[from]!)) return false;
  // "to be the next chief, party officials said": the segment before is the end of a clause, no list.
  if (!startsPhrase(tokens, from, floor)) return false;
  for (let j = start; j < tokens.length && !isComma(tokens[j]) && !isStop(tokens[j]); j++) {
    if (tokens[j]!.low === 'and') return j - start < 6;
    if (isTensed(tokens[j]!)) return false;
  }
  return false;
}

/** Whether a segment opens at a mark, a conjunction or the start, and not after a verb whose object it is. */
const startsPhrase = (tokens: readonly Token[], from: number, floor: number): boolean =>
  from <= floor || /^(?:punct|conj|quote|sub|wh)$/.test(tokens[from - 1]!.tag);

/** From the mark that closes a parenthesis at `i`, the start of the segment it interrupts; -1 when it is no parenthesis. */
function beforeParenthesis(tokens: readonly Token[], i: number, floor: number): number {
  const dash = isDash(tokens[i]);
  let at = i;
  for (let hops = 0; hops < 6; hops++) {
    let open = at - 1;
    let verbs = false;
    while (open > floor && !(dash ? isDash(tokens[open]) : isComma(tokens[open]))) {
      const t = tokens[open]!;
      if (isStop(t) || (t.tag === 'quote' && t.words > 8)) return -1;
      if (isTensed(t) && !relativeBefore(tokens, open, floor)) verbs = true;
      open--;
    }
    if (open <= floor) return hops > 0 ? segmentStart(tokens, at, floor) : -1;
    const first = tokens[open + 1]!;
    const relative =
      first.tag === 'wh' ||
      first.low === 'whose' ||
      (first.tag === 'verb' && first.bits === PART) ||
      (first.tag === 'prep' && tokens[open + 2]?.tag === 'wh');
    if (verbs && !relative && first.tag !== 'prep' && first.tag !== 'sub') return hops > 0 ? at + 1 : -1;
    if (first.tag === 'conj' && !isNominal(tokens[open + 2]) && tokens[open + 2]?.tag !== 'det') return -1;
    const start = segmentStart(tokens, open, floor);
    if (start >= open) {
      // Nothing before but another mark: keep looking.
      at = open;
      continue;
    }
    const lead = tokens[start]!;
    const plain = lead.tag === 'adv' && (isNominal(tokens[start + 1]) || /^(?:even|only|just)$/.test(lead.low));
    // "Roe, from Salem, Ohio, told": the phrase belongs to the name before it.
    if (lead.tag === 'prep' && open - start <= 4 && isComma(tokens[start - 1]) && tokens[start - 2]?.tag === 'name') {
      at = start - 1;
      continue;
    }
    if (opensAdverbial(lead) && !plain) {
      // "On Monday, Roe, a teacher, said": the adverbial is no subject; what follows it is.
      const inner = subjectAfterAdverbial(tokens, start, open);
      return inner >= 0 ? inner : open + 1;
    }
    const beforeIt = tokens[start - 1];
    if (start > floor && isComma(beforeIt) && !hasFiniteBetween(tokens, start, open)) {
      const further = segmentStart(tokens, start - 1, floor);
      const opener = tokens[further];
      if (
        opener &&
        !opensAdverbial(opener) &&
        further < start - 1 &&
        startsPhrase(tokens, further, floor) &&
        !hasFiniteBetween(tokens, further, start - 1)
      ) {
        at = start - 1;
        if (further === floor) return further;
        continue;
      }
    }
    return start;
  }
  return -1;
}

/** "In a statement Governor Roe", "After the leak the chief": where the second noun phrase starts, or -1. */
export function subjectAfterAdverbial(tokens: readonly Token[], from: number, to: number): number {
  for (let j = from + 2; j < to; j++) {
    const t = tokens[j]!;
    const prev = tokens[j - 1]!;
    const closed = prev.tag === 'noun' || prev.tag === 'name' || prev.tag === 'adv' || prev.tag === 'num';
    if (!closed) continue;
    if (t.tag === 'det' || t.tag === 'poss' || (t.tag === 'pron' && SUBJECT_PRONOUNS.has(t.low))) return j;
    if (t.tag === 'name' && (prev.tag === 'noun' || prev.tag === 'adv' || DAYS.has(prev.low))) return j;
    if (t.tag === 'noun' && (DAYS.has(prev.low) || prev.tag === 'num')) return j;
  }
  return -1;
}

const CLOCK = /^(?:[ap]\.?m\.?|o'clock|gmt|bst|est|et|utc|local|time|noon|midnight)$/;

function trimmed(tokens: readonly Token[], start: number, end: number): Range | null {
  let from = start;
  while (
    from < end &&
    (tokens[from]!.tag === 'conj' ||
      tokens[from]!.tag === 'punct' ||
      (tokens[from]!.tag === 'adv' && !isNominal(tokens[from + 1])) ||
      /^(?:however|meanwhile|but|still|yet|moreover|also|only|even|then|earlier|later|previously|separately|elsewhere)$/.test(
        tokens[from]!.low,
      ))
  )
    from++;
  // "had leaked the memo": the verb before is no part of the phrase.
  if (start > 0 && isTensed(tokens[start - 1]!) && tokens[from]?.tag === 'verb') from++;
  const first = tokens[from];
  if (!first || from >= end) return null;
  const last = tokens[end - 1]!; // "Speaking at dawn he said": what stands before a pronoun is no part of it.
  if (end - from > 1 && /^(?:he|she|they|we|it|i)$/.test(last.low) && last.tag === 'pron')
    if (tokens[end - 2]!.tag !== 'conj' && !isComma(tokens[end - 2])) return { from: end - 1, to: end };
  // "just after 7 p.m., said Sgt. Roe": an hour says nothing.
  if (tokens.slice(from, end).every((t) => /^(?:num|punct|adv|prep|sub)$/.test(t.tag) || CLOCK.test(t.low)))
    return null;
  if (first.tag === 'prep' || first.tag === 'to' || DAYS.has(first.low)) {
    const inner = subjectAfterAdverbial(tokens, from, end);
    if (inner < 0) return null;
    from = inner;
  } else {
    const time = timePhraseEnd(tokens, from);
    if (time > from && time < end) from = time;
    while (time > 0 && from > start && from < end - 1 && /^(?:later|earlier|ago|before|after)$/.test(tokens[from]!.low))
      from++;
  }
  for (let j = from; j < end; j++)
    if (isNominal(tokens[j]) || tokens[j]!.tag === 'pron' || tokens[j]!.tag === 'adj' || tokens[j]!.tag === 'det')
      return { from, to: end };
  return null;
}
