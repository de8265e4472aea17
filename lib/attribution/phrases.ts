import { DAYS, MONTHS, SUBJECT_PRONOUNS, TIME_NOUNS, TIME_OPENERS } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { ING, PART, PAST, S } from './verbs.ts';

/** Token indices, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const isNominal = (t: Token | undefined): boolean =>
  t !== undefined && (t.tag === 'noun' || t.tag === 'name' || t.tag === 'num' || (t.tag === 'quote' && !t.speech));
const isModifier = (t: Token): boolean =>
  t.tag === 'det' || t.tag === 'poss' || t.tag === 'adj' || t.tag === 'gen' || t.tag === 'num' || t.low === '&';
export const isComma = (t: Token | undefined): boolean => t?.low === ',';
export const isDash = (t: Token | undefined): boolean => t !== undefined && /^[—–―]|^--?$/.test(t.low);
export const isStop = (t: Token | undefined): boolean =>
  t !== undefined && t.tag === 'punct' && /^[.!?…;:]/.test(t.low);
export const isTensed = (t: Token): boolean =>
  t.tag === 'modal' ||
  t.tag === 'be' ||
  t.tag === 'have' ||
  t.tag === 'do' ||
  (t.tag === 'verb' && (t.bits & (S | PAST)) > 0 && !(t.bits & ING)) ||
  (t.tag === 'verb' && t.bits === 1);

/** The end of a time phrase that starts at `i` ("on Monday", "last week", "earlier this month", "in June 2015"), or `i`. */
export function timePhraseEnd(tokens: readonly Token[], i: number): number {
  let j = i;
  if (/^(?:on|in|at|by|since|late|early|earlier|during|over)$/.test(tokens[j]?.low ?? '')) j++;
  if (/^(?:late|early)$/.test(tokens[j]?.low ?? '')) j++;
  const t = tokens[j];
  if (!t) return i;
  if (DAYS.has(t.low)) {
    let end = j + 1;
    if (/^(?:morning|afternoon|evening|night)$/.test(tokens[end]?.low ?? '')) end++;
    if (
      isComma(tokens[end]) &&
      MONTHS.has(tokens[end + 1]?.low.replace(/\.$/, '') ?? '') &&
      /^\d/.test(tokens[end + 2]?.low ?? '')
    )
      end += 3;
    return end;
  }
  if (MONTHS.has(t.low.replace(/\.$/, '')) && t.tag === 'name') {
    let end = j + 1;
    while (
      end < tokens.length &&
      (/^\d{1,4}(?:st|nd|rd|th)?$/.test(tokens[end]!.low) ||
        (isComma(tokens[end]) && /^\d{4}$/.test(tokens[end + 1]?.low ?? '')))
    )
      end++;
    return end;
  }
  if (j > i && /^(?:1[89]|20)\d\d$/.test(t.low)) return j + 1;
  if (TIME_OPENERS.has(t.low)) {
    let k = j + 1;
    while (k < j + 3 && /^(?:few|past|two|three|several|same|recent)$/.test(tokens[k]?.low ?? '')) k++;
    if (TIME_NOUNS.has(tokens[k]?.low ?? '') || DAYS.has(tokens[k]?.low ?? ''))
      return tokens[k + 1]?.low === 'ago' ? k + 2 : k + 1;
  }
  return i;
}

/** Prepositions that carry on a noun phrase after a name, and after a common noun. */
const AFTER_NAME = /^(?:of|for|from)$/;
const AFTER_NOUN = /^(?:of|for|from|at|in|with|on|to|by|about|within|against|close|near|inside|between)$/;
const STATEMENT =
  /^(?:statement|interview|letter|email|e-mail|tweet|speech|news|conference|report|briefing|memo|call|press|post|article|video|address|message|radio|television|telephone|phone|column|editorial|op-ed|series)$/;

/** "in a statement", "during an interview with the BBC", "on Twitter": where something was said, not who said it. */
export function channelPhraseEnd(tokens: readonly Token[], i: number): number {
  if (!/^(?:in|during|at|on|via|through|after|by|to|before|following)$/.test(tokens[i]?.low ?? '')) return i;
  for (let j = i + 1; j < Math.min(i + 7, tokens.length); j++) {
    const t = tokens[j]!;
    if (STATEMENT.test(t.low) && !STATEMENT.test(tokens[j + 1]?.low ?? '')) {
      let end = j + 1;
      while (/^(?:with|to|on|from|by|for|published|issued|posted|released|of|in|late)$/.test(tokens[end]?.low ?? '')) {
        const time = timePhraseEnd(tokens, end);
        const next = time > end ? time : nounPhraseAfter(tokens, end + 1, { appositions: false })?.to;
        if (!next || next <= end) break;
        end = next;
      }
      return timePhraseEnd(tokens, end);
    }
    if (/^(?:twitter|facebook|instagram|telegram|television|tv|radio|x|youtube)$/.test(t.low))
      return timePhraseEnd(tokens, j + 1);
    if (!(isNominal(t) || isModifier(t))) return i;
  }
  return i;
}

/** One noun group without what follows it: "the Iranian legislature's chair". */
function nounGroupEnd(tokens: readonly Token[], i: number): number {
  let j = i;
  let head = -1;
  for (; j < tokens.length; j++) {
    const t = tokens[j]!;
    if (isNominal(t)) head = j;
    else if (
      t.tag === 'verb' &&
      t.bits & (PART | ING) &&
      j > i &&
      isNominal(tokens[j + 1]) &&
      !isNominal(tokens[j - 1])
    )
      continue;
    else if (t.tag === 'pron' && j === i) return j + 1;
    else if (t.tag === 'adv' && j + 1 < tokens.length && (tokens[j + 1]!.tag === 'adj' || tokens[j + 1]!.tag === 'num'))
      continue;
    else if (!isModifier(t)) break;
    else if (head >= 0 && (t.tag === 'det' || t.tag === 'poss')) break;
    // A second name straight after a common noun with a determiner is another phrase only before its verb; keep it here.
  }
  return head < 0 ? i : head + 1;
}

interface PhraseOptions {
  /** Take ", chair of the committee," too. */
  readonly appositions?: boolean;
  readonly limit?: number;
}

/** The noun phrase that starts at `i`, with "of/for/from ..." phrases, coordinated names and appositions, or null. */
export function nounPhraseAfter(
  tokens: readonly Token[],
  i: number,
  { appositions = true, limit = tokens.length }: PhraseOptions = {},
): Range | null {
  let end = nounGroupEnd(tokens, i);
  if (end === i) return null;
  if (tokens[i]!.tag === 'pron' && end === i + 1 && tokens[i]!.low !== 'one' && tokens[end]?.low !== 'of')
    return { from: i, to: end };
  for (;;) {
    const t = tokens[end];
    if (!t || end >= limit) break;
    const last = tokens[end - 1]!;
    if (t.low === '(') {
      const close = tokens.findIndex((x, k) => k > end && k < end + 8 && x.low === ')');
      if (close < 0) break;
      end = close + 1;
      continue;
    }
    if (t.tag === 'prep' || t.tag === 'to') {
      const carries = last.tag === 'name' ? AFTER_NAME : AFTER_NOUN;
      if (
        !carries.test(t.low) ||
        timePhraseEnd(tokens, end) > end ||
        (t.low !== 'by' && channelPhraseEnd(tokens, end) > end)
      )
        break;
      const next = nounGroupEnd(tokens, end + 1);
      if (next === end + 1) break;
      end = next;
      continue;
    }
    if (t.low === 'and' || t.low === 'or') {
      const next = nounGroupEnd(tokens, end + 1);
      if (next === end + 1 || (tokens[next] && isTensed(tokens[next]!))) break;
      end = next;
      continue;
    }
    if (appositions && isComma(t)) {
      const next = appositionEnd(tokens, end);
      if (next === end) break;
      end = next;
      continue;
    }
    break;
  }
  return { from: i, to: Math.min(end, limit) };
}

/** Where the apposition that opens with the comma at `i` ends ("Roe, chair of the committee"), or `i` when there is none. */
function appositionEnd(tokens: readonly Token[], i: number): number {
  const first = tokens[i + 1];
  if (!first) return i;
  if (first.tag === 'wh' && /^(?:who|whose)$/.test(first.low)) {
    for (let j = i + 2; j < tokens.length; j++)
      if (isComma(tokens[j]) || isStop(tokens[j]) || tokens[j]!.tag === 'quote') return j;
    return tokens.length;
  }
  if (first.tag === 'conj' || first.tag === 'pron' || first.tag === 'poss') return i;
  const phrase = nounPhraseAfter(tokens, i + 1, { appositions: false });
  if (!phrase) return i;
  const next = tokens[phrase.to];
  // An apposition ends at a comma or the sentence's end; anything else starts a clause.
  return !next || isComma(next) || isStop(next) || next.tag === 'quote' ? phrase.to : i;
}

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
      const from = segmentStart(tokens, j - 1, floor);
      if (hasFiniteBetween(tokens, from, j - 1) || from === j - 1) return j;
      j -= 1;
      continue;
    }
    if (isTensed(t) && !relativeBefore(tokens, j - 1, floor)) return j;
    j--;
  }
  return floor;
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
  while (e > floor && tokens[e - 1]!.tag === 'adv') e--;
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

/** "Paris, London and Berlin said": the segment before the comma is part of the list. */
function joinsList(tokens: readonly Token[], start: number, floor: number): boolean {
  if (tokens[start]?.low === 'and' || tokens[start]?.low === 'or') return true;
  const from = segmentStart(tokens, start - 1, floor);
  if (from >= start - 1 || hasFiniteBetween(tokens, from, start - 1) || opensAdverbial(tokens[from]!)) return false;
  for (let j = start; j < tokens.length && !isComma(tokens[j]) && !isStop(tokens[j]); j++) {
    if (tokens[j]!.low === 'and') return j - start < 6;
    if (isTensed(tokens[j]!)) return false;
  }
  return false;
}

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
      if (isTensed(t)) verbs = true;
      open--;
    }
    if (open <= floor) return hops > 0 ? segmentStart(tokens, at, floor) : -1;
    const first = tokens[open + 1]!;
    const relative = first.tag === 'wh' || (first.tag === 'prep' && tokens[open + 2]?.tag === 'wh');
    if (verbs && !relative && first.tag !== 'prep' && first.tag !== 'sub') return hops > 0 ? at + 1 : -1;
    if (first.tag === 'conj' && !isNominal(tokens[open + 2]) && tokens[open + 2]?.tag !== 'det') return -1;
    const start = segmentStart(tokens, open, floor);
    if (start >= open) {
      // Nothing before but another mark: keep looking.
      at = open;
      continue;
    }
    const lead = tokens[start]!;
    if (opensAdverbial(lead) && !(lead.tag === 'adv' && isNominal(tokens[start + 1]))) {
      // "On Monday, Roe, a teacher, said": the adverbial is no subject; what follows it is.
      const inner = subjectAfterAdverbial(tokens, start, open);
      return inner >= 0 ? inner : open + 1;
    }
    const beforeIt = tokens[start - 1];
    if (start > floor && isComma(beforeIt) && !hasFiniteBetween(tokens, start, open)) {
      const further = segmentStart(tokens, start - 1, floor);
      const opener = tokens[further];
      if (opener && !opensAdverbial(opener) && further < start - 1 && !hasFiniteBetween(tokens, further, start - 1)) {
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

function trimmed(tokens: readonly Token[], start: number, end: number): Range | null {
  let from = start;
  while (
    from < end &&
    (tokens[from]!.tag === 'conj' ||
      tokens[from]!.tag === 'punct' ||
      (tokens[from]!.tag === 'adv' && !isNominal(tokens[from + 1])) ||
      /^(?:however|meanwhile|but|still|yet|moreover|also|only|even|then)$/.test(tokens[from]!.low))
  )
    from++;
  const first = tokens[from];
  if (!first || from >= end) return null;
  if (first.tag === 'prep' || first.tag === 'to' || DAYS.has(first.low)) {
    const inner = subjectAfterAdverbial(tokens, from, end);
    if (inner < 0) return null;
    from = inner;
  } else {
    const time = timePhraseEnd(tokens, from);
    if (time > from && time < end) from = time;
  }
  for (let j = from; j < end; j++)
    if (isNominal(tokens[j]) || tokens[j]!.tag === 'pron' || tokens[j]!.tag === 'adj' || tokens[j]!.tag === 'det')
      return { from, to: end };
  return null;
}
