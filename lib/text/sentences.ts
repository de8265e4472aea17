/**
 * Sentences of a block. A period ends one when white space and something that can begin a sentence follow, unless it
 * belongs to an abbreviation, an initial or a number. Rejected: `Intl.Segmenter`, which splits after "Gen." and "U.S.".
 */
import { BEFORE_NAMES, EITHER, INSIDE_SENTENCES } from './abbreviations.ts';
import type { Span } from './span.ts';

// Terminator, then closing quotes, brackets or note marks, then white space.
const END = /(?:[.!?\u2026]+|[\u3002\u061f\u06d4])["'\u2019\u201d\u00bb)\]]*(?:\[\d{1,3}\])*(?=\s|$)/gu;
const OPENS = /^\s*["'\u2018\u201c\u00ab([\u2013\u2014-]*\s?(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|@|#)/u;
// Words that open a sentence far more often than they stand inside a name after "U.S." or "Inc.".
const STARTERS =
  /^\s*["'\u2018\u201c(]*(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|There|His|Her|Its|Their|As|For|If|When|While|After|Before|However|Meanwhile|Asked|Earlier|Last|Some|Many|Both|No|Not|So|To|With|By)\b/;
const WORD_BEFORE = /[\p{L}\p{N}.]+$/u;
const INITIAL = /^(?:\p{Lu}\.)*\p{Lu}$/u;

function endsSentence(text: string, from: number, stop: number, end: number, limit: number): boolean {
  if (text[stop] !== '.') return true;
  const rest = text.slice(end, Math.min(end + 40, limit));
  if (rest.trim() === '') return true;
  if (!OPENS.test(rest)) return false;
  // A period before a closing quotation mark or bracket has done its work inside it.
  if (end - stop > 1) return true;
  const word = WORD_BEFORE.exec(text.slice(Math.max(from, stop - 24), stop))?.[0] ?? '';
  const small = word.toLowerCase();
  if (BEFORE_NAMES.has(small)) return false;
  if (INSIDE_SENTENCES.has(small)) return small === 'no' ? !/^\s*\d/.test(rest) : STARTERS.test(rest);
  if (EITHER.has(small)) return STARTERS.test(rest);
  if (INITIAL.test(word)) return word.includes('.') ? STARTERS.test(rest) : false;
  return true;
}

/** The sentences of a block, in order, without the white space between them; the whole block when it has no stop. */
export function sentencesOf(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let from = block.start;
  const push = (end: number): void => {
    let start = from;
    while (start < end && /\s/.test(text[start]!)) start++;
    let stop = end;
    while (stop > start && /\s/.test(text[stop - 1]!)) stop--;
    if (stop > start) sentences.push({ start, end: stop });
    from = end;
  };
  END.lastIndex = block.start;
  for (let match = END.exec(text); match && match.index < block.end; match = END.exec(text)) {
    const end = Math.min(match.index + match[0].length, block.end);
    if (endsSentence(text, from, match.index, end, block.end)) push(end);
  }
  push(block.end);
  return sentences;
}
