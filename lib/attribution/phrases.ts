import { DAYS, MONTHS, TIME_NOUNS, TIME_OPENERS } from './lexicon.ts';
import { isNominal } from './neighbours.ts';
import { isCapital, type Token } from './tokens.ts';
import { ING, PART, PAST, S } from './verbs.ts';

/** Token indices, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const isModifier = (t: Token): boolean =>
  t.tag === 'det' || t.tag === 'poss' || t.tag === 'adj' || t.tag === 'gen' || t.tag === 'num' || t.low === '&';
export const isComma = (t: Token | undefined): boolean => t?.low === ',';
export const isDash = (t: Token | undefined): boolean => t !== undefined && /^[—–―]|^--?$/.test(t.low);
export const isStop = (t: Token | undefined): boolean =>
  t !== undefined && t.tag === 'punct' && /^[.!?…;:]/.test(t.low);
export const isTensed = (t: Token): boolean =>
  t.tag === 'modal' ||
  (t.tag === 'be' && !/^be(?:en|ing)?$/.test(t.low)) ||
  t.tag === 'have' ||
  t.tag === 'do' ||
  (t.tag === 'verb' && (t.bits & (S | PAST)) > 0 && !(t.bits & ING)) ||
  (t.tag === 'verb' && t.bits === 1 && !t.bare);

/** Where the text starts after "BEIRUT, Feb 9 (Levant Wire) - ", "Aug. 6 (Wire) -- " or "(Wire) - ", or 0. */
export function datelineEnd(tokens: readonly Token[]): number {
  const first = tokens[0];
  if (!first) return 0;
  const place = first.text.length > 2 && /^\p{Lu}[\p{Lu}.'’-]+$/u.test(first.text);
  const day = MONTHS.has(first.low.replace(/\.$/, '')) && /^\d{1,2}$/.test(tokens[1]?.low ?? '');
  const wire =
    first.low === '(' && tokens.slice(1, 6).findIndex((t) => t.low === ')') >= 0 && isCapital(tokens[1]!.text);
  if (!place && !day && !wire) return 0;
  for (let j = 1; j < Math.min(tokens.length, 16); j++) {
    if (isDash(tokens[j])) return j + 1;
    if (isTensed(tokens[j]!) || tokens[j]!.tag === 'quote' || tokens[j]!.low === '.') return 0;
  }
  return 0;
}

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
const POSTNOMINAL_ADJECTIVE =
  /^(?:close|familiar|near|involved|briefed|loyal|opposed|critical|based|knowledgeable|allied|tied|linked|working)$/;
const STATEMENT =
  /^(?:statement|interview|letter|email|e-mail|tweet|speech|news|conference|report|briefing|memo|call|press|post|article|video|address|message|radio|television|telephone|phone|column|editorial|op-ed|series)$/;

/** "in a statement", "during an interview with the BBC", "on Twitter": where something was said, not who said it. */
export function channelPhraseEnd(tokens: readonly Token[], i: number): number {
  if (!/^(?:in|during|at|on|via|through|after|by|to|before|following)$/.test(tokens[i]?.low ?? '')) return i;
  for (let j = i + 1; j < Math.min(i + 7, tokens.length); j++) {
    const t = tokens[j]!;
    if (STATEMENT.test(t.low) && !STATEMENT.test(tokens[j + 1]?.low ?? '')) {
      let end = j + 1;
      while (
        /^(?:with|to|on|from|by|for|published|issued|posted|released|emailed|e-mailed|sent|provided|obtained|carried|of|in|late)$/.test(
          tokens[end]?.low ?? '',
        )
      ) {
        const time = timePhraseEnd(tokens, end);
        // "in a statement emailed to the paper"
        if (/^(?:emailed|e-mailed|sent|provided|given)$/.test(tokens[end]!.low) && tokens[end + 1]?.tag === 'to') end++;
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
    // "a person close to the campaign", "officials familiar with the matter"
    if (POSTNOMINAL_ADJECTIVE.test(t.low) && (tokens[end + 1]?.tag === 'prep' || tokens[end + 1]?.tag === 'to')) {
      const next = nounGroupEnd(tokens, end + 2);
      if (next === end + 2) break;
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
