import { clauseFrom, relativeEnd, standsAlone } from './clause.ts';
import type { CueClass } from './cues.ts';
import { joinsBetween } from './neighbours.ts';
import {
  channelPhraseEnd,
  isComma,
  isDash,
  isStop,
  isTensed,
  nounPhraseAfter,
  type Range,
  timePhraseEnd,
} from './phrases.ts';
import { addressedAt, firstGroupEnd } from './recipient.ts';
import type { Token } from './tokens.ts';
import { ING, PAST, S } from './verbs.ts';

/** What follows a cue: where its content starts, what opens it, and whether a clause or quotation is there at all. */
export interface Complement {
  readonly from: number;
  readonly opener: 'that' | 'quote' | 'wh' | 'to' | 'clause' | 'phrase' | 'none';
  /** The person told, when one stands between. */
  readonly recipient: Range | null;
  /** A colon or comma stands before it. */
  readonly mark: boolean;
}

const NOTHING = (from: number): Complement => ({ from, opener: 'none', recipient: null, mark: false });

/** Longest stretch between a cue and the "that" or quotation it belongs to. */
const REACH = 16;

/** Finds the content after a cue that ends before token `i`: skips recipient, day and channel ("told CNN on Monday that"). */
export function complementAfter(tokens: readonly Token[], i: number, cls: CueClass): Complement {
  let j = i;
  let recipient: Range | null = null;
  if (cls === 'tell') {
    recipient = nounPhraseAfter(tokens, j, { appositions: false });
    // "told the court the bridge was safe": the recipient is the first noun group alone.
    if (recipient) {
      j = firstGroupEnd(tokens, recipient);
      recipient = { from: recipient.from, to: j };
    }
  }
  for (let moved = true; moved; ) {
    moved = false;
    const t = tokens[j];
    if (!t) break;
    for (const end of [timePhraseEnd(tokens, j), channelPhraseEnd(tokens, j)]) {
      if (end > j && !startsClauseAt(tokens, j, end)) {
        j = end;
        moved = true;
        break;
      }
    }
    if (
      !moved &&
      (t.low === 'to' || t.low === 'with') &&
      cls !== 'inf' &&
      tokens[j]!.tag !== 'verb' &&
      !isVerbNext(tokens, j)
    ) {
      const phrase = nounPhraseAfter(tokens, j + 1, { appositions: false });
      const after = phrase && tokens[phrase.to];
      if (
        phrase &&
        after &&
        (timePhraseEnd(tokens, phrase.to) > phrase.to ||
          after.low === 'that' ||
          after.low === ':' ||
          after.low === ',' ||
          isStop(after) ||
          after.tag === 'quote')
      ) {
        recipient = phrase;
        j = phrase.to;
        moved = true;
      }
    }
    if (!moved && t.tag === 'adv' && j < i + 3 && !isTensed(tokens[j + 1] ?? t)) {
      const next = tokens[j + 1];
      if (next && (next.low === 'that' || next.low === ':' || isComma(next) || next.tag === 'prep')) {
        j++;
        moved = true;
      }
    }
  }
  const t = tokens[j];
  if (!t) return { ...NOTHING(j), recipient };
  const found = (from: number, opener: Complement['opener'], mark = false): Complement => ({
    from,
    opener,
    recipient,
    mark,
  });
  if (t.low === ':' || isComma(t)) {
    const next = tokens[j + 1];
    if (next?.tag === 'quote' && next.words > 1) return found(j + 1, 'quote', true);
    if (t.low === ':' && next) return found(j + 1, 'clause', true);
    if (next && isComma(t)) {
      // ", on Monday, that": a parenthesis before the clause.
      const close = closingComma(tokens, j);
      const opener = close > 0 ? tokens[close + 1] : undefined;
      if (opener && (opener.low === 'that' || (opener.tag === 'quote' && opener.speech)))
        return found(close + 1, opener.tag === 'quote' ? 'quote' : 'that', true);
      // ", in a statement, the bank ..."
      const quoted = tokens.slice(close + 2, close + 7).some((x) => x.tag === 'quote' && x.words > 3);
      if (opener && channelPhraseEnd(tokens, j + 1) === close && (quoted || clauseFrom(tokens, close + 1)))
        return found(close + 1, 'clause', true);
    }
    return { ...NOTHING(j), recipient };
  }
  if (isStop(t) || isDash(t) || t.low === ')') return { ...NOTHING(j), recipient };
  if (t.low === 'that' && t.tag === 'wh') return found(j, 'that');
  if (t.tag === 'quote')
    return found(j, standsAlone(tokens, j) ? 'quote' : t.speech || clauseFrom(tokens, j) ? 'clause' : 'phrase');
  if (t.tag === 'wh' || t.low === 'if') return found(j, 'wh');
  if (t.tag === 'to' && isVerbNext(tokens, j)) return found(j, 'to');
  if (t.tag === 'conj') return { ...NOTHING(j), recipient };
  const that = distantOpener(tokens, j);
  if (that > 0) return found(that, tokens[that]!.tag === 'quote' ? 'quote' : 'that', true);
  if (clauseFrom(tokens, j)) return found(j, 'clause');
  // "responded well last week": an adverb or preposition opens no content of a verb of speech or thought.
  if (t.tag === 'adv' && (cls === 'say' || cls === 'tell' || cls === 'think')) {
    // "he said later.": the adverb belongs to the cue.
    let k = j;
    while (tokens[k]?.tag === 'adv') k++;
    if (!tokens[k] || tokens[k]!.tag === 'punct') return { ...NOTHING(k), recipient };
  }
  const addressed = addressedAt(tokens, i, j);
  if (addressed) return { from: addressed.to + 1, opener: 'quote', recipient: addressed, mark: true };
  const bare =
    t.tag === 'adv' || ((t.tag === 'prep' || t.tag === 'to') && !/^(?:as|like|about|against|over|than)$/.test(t.low));
  if (bare && (cls === 'say' || cls === 'tell' || cls === 'think')) return { ...NOTHING(j), recipient };
  return found(j, 'phrase');
}

const isVerbNext = (tokens: readonly Token[], i: number): boolean => {
  let j = i + 1;
  while (tokens[j]?.tag === 'adv') j++;
  const t = tokens[j];
  return (
    t !== undefined && (t.low === 'be' || t.low === 'have' || t.low === 'do' || (t.tag === 'verb' && (t.bits & 1) > 0))
  );
};

/** Whether a time phrase at `j` is the subject of a clause: "said Monday was a holiday". */
const startsClauseAt = (tokens: readonly Token[], j: number, end: number): boolean =>
  tokens[j]!.tag !== 'prep' && tokens[end] !== undefined && isTensed(tokens[end]!) && tokens[end]!.tag !== 'verb';

function closingComma(tokens: readonly Token[], i: number): number {
  for (let j = i + 1; j < Math.min(tokens.length, i + 14); j++) {
    if (isComma(tokens[j])) return j;
    if (isStop(tokens[j]) || isTensed(tokens[j]!)) return -1;
  }
  return -1;
}

/** "announced at a rally in Ohio that": the "that" or ", quotation" reached over prepositional phrases alone. */
function distantOpener(tokens: readonly Token[], i: number): number {
  if (tokens[i]!.tag !== 'prep' && tokens[i]!.tag !== 'adv' && tokens[i]!.tag !== 'to') return -1;
  for (let j = i; j < Math.min(tokens.length, i + REACH); j++) {
    const t = tokens[j]!;
    if (t.low === 'that' && t.tag === 'wh' && j > i) return j;
    if ((t.low === ':' || isComma(t)) && tokens[j + 1]?.tag === 'quote' && tokens[j + 1]!.speech) return j + 1;
    if (isTensed(t) || isStop(t) || t.tag === 'wh' || isComma(t) || t.tag === 'quote') return -1;
  }
  return -1;
}

/** Where a content that starts at `from` may end early, by what opens the rest; figures from `DESIGN.md`, cut above .5. */
export function contentEnd(
  tokens: readonly Token[],
  from: number,
  limit: number,
  cls: CueClass,
  opener: Complement['opener'],
): number {
  const clausal = opener !== 'phrase' && opener !== 'to' && cls !== 'object' && cls !== 'accuse';
  if (opener === 'quote') return quoteEnd(tokens, from, limit);
  let end = limit;
  while (end > from && tokens[end - 1]!.tag === 'punct' && /^[.!…,;:—–([-]/.test(tokens[end - 1]!.low)) end--;
  let depth = 0;
  for (let j = from + 1; j < end; j++) {
    const t = tokens[j]!;
    const next = tokens[j + 1];
    if (t.low === '(') depth++;
    else if (t.low === ')') {
      // The parenthesis it stands in is over.
      if (depth === 0) return j;
      depth--;
    }
    if (depth > 0) continue;
    if (t.low === ';') return j;
    if (isComma(t) && next) {
      // ", but the town ..." is another statement, ", but did not apply" the same one.
      if (next.low === 'but') {
        if (clausal && tokens[j + 2] && (isTensed(tokens[j + 2]!) || tokens[j + 2]!.tag === 'adv')) continue;
        return j;
      }
      if (next.low === 'which') {
        // ", which is part of X, coincided with": a parenthesis, when its closing comma leads back to the verb.
        const close = relativeEnd(tokens, j + 1, end);
        if (close < 0) return j;
        j = close;
        continue;
      }
      if (!clausal) {
        // "citing two officials, reported": the outer verb.
        if (isTensed(next) || (next.tag === 'adv' && tokens[j + 2] && isTensed(tokens[j + 2]!))) return j;
        if (/^(?:who|and|so)$/.test(next.low) || next.low === 'although' || next.low === 'despite') return j;
        if (next.tag === 'verb' && (next.bits & ING) > 0) return j;
        if (/^(?:a|an|the)$/.test(next.low)) return j;
        // "spoke of shelling, as the army moved on": the clause tells of the time, and nobody is quoted for it.
        if (/^(?:as|while|after|when)$/.test(next.low) && clauseFrom(tokens, j + 2)) return j;
      }
      if (
        /^(?:saying|adding|citing|noting|calling|arguing|claiming|telling|insisting|explaining|according)$/.test(
          next.low,
        )
      )
        return j;
    }
    if (joinsBetween(tokens, j)) continue;
    // "called it a lie and threatened to sue": the next predicate.
    // But "accused them of killing sixty and injuring more" goes on.
    const deed = cls === 'accuse' && next?.tag === 'verb' && (next.bits & ING) > 0;
    if (!clausal && t.low === 'and' && next?.tag === 'verb' && (next.bits & (ING | PAST | S)) > 0 && !deed) return j;
    // "who says he 'lies for a living,' has apologised": the comma inside the quotation closes the clause.
    if (t.tag === 'quote' && /,['"’”»]+$/.test(t.text) && next && /^(?:have|be|modal)$/.test(next.tag)) return j + 1;
    if (!clausal && t.low === 'and' && cls === 'object' && next && next.tag !== 'det' && clauseFrom(tokens, j + 1))
      return j;
    if (!clausal && (t.low === 'but' || isDash(t) || t.low === 'although' || t.low === 'despite')) return j;
    if (isStop(t) && j > from + 1 && t.low !== ':') return j;
  }
  return end;
}

/** A quotation, with those that follow it after "and" or a comma, or with the rest of its sentence when it is a fragment. */
function quoteEnd(tokens: readonly Token[], from: number, limit: number): number {
  let j = from + 1;
  for (;;) {
    const t = tokens[j];
    const next = tokens[j + 1];
    if (j >= limit || !t) return Math.min(j, limit);
    if (t.tag === 'quote') j++;
    else if ((t.low === 'and' || t.low === 'or' || isComma(t)) && next?.tag === 'quote') j += 2;
    else return j;
  }
}
