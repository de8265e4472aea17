import type { Span } from '../text/span.ts';

/** Outermost quotations of one paragraph, marks included. `open`: the closing mark is missing. */
export interface Quotation extends Span {
  readonly open: boolean;
  /** Words inside. */
  readonly words: number;
}

const CLOSER: Readonly<Record<string, string>> = { '“': '”“', '„': '“”', '«': '»', '‘': '’', '"': '"”', '”': '"”' };
/** 'the school, "said Roe': a closing mark with its space on the wrong side. */
const MISSPACED = /^(?:said|says|asked|added|wrote)\b/;
const isSpace = (c: string | undefined): boolean => c === undefined || /\s/.test(c);
const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c);
const isOpeningPlace = (before: string | undefined): boolean => isSpace(before) || /[([{—–\-:,]/.test(before!);

/** Longest quotation searched for a single closing mark: apostrophes are many, quotations in single marks short. */
const SINGLE_LIMIT = 1200;

/** Finds the closing mark of single-mark quotations; each stretch of text is searched once however many marks open. */
function singleCloser(text: string, end: number): (at: number) => number {
  let emptyUntil = 0;
  return (at) => {
    const limit = Math.min(end, at + SINGLE_LIMIT);
    let possessive = -1;
    for (let i = Math.max(at + 2, emptyUntil); i < limit; i++) {
      const c = text[i]!;
      if (c === '"' || c === '“' || c === '”') break;
      if ((c !== '’' && c !== "'") || isWord(text[i + 1]) || isSpace(text[i - 1])) continue;
      // "the officials' plan": a possessive, unless nothing later closes.
      if (text[i - 1] !== 's' || text[i + 1] !== ' ' || !/\p{Ll}/u.test(text[i + 2] ?? '')) return i;
      if (possessive < 0) possessive = i;
    }
    if (possessive < 0) emptyUntil = limit;
    return possessive;
  };
}

/** The first double quotation mark of a paragraph, or -1. */
function firstMark(text: string, { start, end }: Span): number {
  for (let i = start; i < end; i++) if (/["“”]/.test(text[i]!)) return i;
  return -1;
}

const countWords = (text: string, start: number, end: number): number => {
  let count = 0;
  let inside = false;
  for (let i = start; i < end; i++) {
    const word = isWord(text[i]);
    if (word && !inside) count++;
    inside = word || (inside && /['’\-.]/.test(text[i]!));
  }
  return count;
};

/**
 * Quotations of a paragraph in straight, curly, angled or doubled marks, and in single marks that open before a letter
 * and close after one. Marks are reset at the paragraph's end: an unclosed quotation runs to it (news opens every
 * paragraph of a long speech and closes the last alone). `carried`: the paragraph before left one open, and this one may go
 * on with it without a mark of its own.
 */
export function quotationsOf(text: string, block: Span, carried = false): Quotation[] {
  const found: Quotation[] = [];
  const add = (start: number, end: number, open: boolean): void => {
    const words = countWords(text, start + 1, end);
    if (words > 0) found.push({ start, end, open, words });
  };
  const singleClose = singleCloser(text, block.end);
  let i = block.start;
  let unclosed = false;
  if (carried) {
    const close = firstMark(text, block);
    if (close > block.start && !isSpace(text[close - 1]) && !isWord(text[close + 1])) {
      add(block.start, close + 1, false);
      i = close + 1;
    }
  }
  while (i < block.end) {
    const c = text[i]!;
    const doubled = (c === "'" || c === '`' || c === '’' || c === '‘') && text[i + 1] === c;
    if (
      doubled ||
      c === '"' ||
      c === '“' ||
      c === '„' ||
      c === '«' ||
      (c === '”' && isOpeningPlace(text[i - 1]) && isWord(text[i + 1]))
    ) {
      // Inches, and a closing mark whose opening one is missing: a straight mark right after a word opens nothing.
      if (c === '"' && !isOpeningPlace(text[i - 1]) && (isSpace(text[i + 1]) || /\d/.test(text[i - 1]!))) {
        i++;
        continue;
      }
      // '""It holds,"" he said': a mark written twice, as tables of texts do, is one mark.
      const twice = c === '"' && text[i + 1] === '"' && i + 2 < block.end;
      const closers = doubled ? '\'’"' : CLOSER[c]!;
      let close = -1;
      let from = i + (doubled ? 2 : 1);
      while (twice && text[from] === '"') from++;
      for (let j = from; j < block.end && !(c === '“' && unclosed); j++) {
        const d = text[j]!;
        if (doubled && d === text[j + 1] && closers.includes(d)) {
          close = j + 1;
          break;
        }
        if (!doubled && closers.includes(d)) {
          // A mark that plainly opens goes on with the same speech: the mark before it was left out, as papers do
          // when a quotation is broken into paragraphs.
          if (
            (d === '“' || d === '"') &&
            isOpeningPlace(text[j - 1]) &&
            isWord(text[j + 1]) &&
            !MISSPACED.test(text.slice(j + 1, j + 8))
          )
            continue;
          close = j;
          while (twice && close + 1 < block.end && text[close + 1] === '"') close++;
          break;
        }
      }
      if (close < 0 && c === '“') {
        // “It holds,": closed by a mark of the other kind. What found no mark of its own to the end is not looked for again.
        unclosed = true;
        for (let j = i + 1; j < block.end; j++)
          if (text[j] === '"' && /[,.!?…]/.test(text[j - 1]!)) {
            close = j;
            break;
          }
      }
      if (close < 0) {
        // A lone straight mark before a space is a slip or an inch sign.
        if (!isSpace(text[i + 1])) add(i, block.end, true);
        return found;
      }
      add(i, close + 1, false);
      i = close + 1;
      continue;
    }
    if ((c === '‘' || c === "'") && isOpeningPlace(text[i - 1]) && isWord(text[i + 1])) {
      const close = singleClose(i);
      if (close > 0) {
        add(i, close + 1, false);
        i = close + 1;
        continue;
      }
      // "She said: 'I was there.": a speech that goes on in the next paragraph, in papers that use single marks.
      if (/\p{Lu}/u.test(text[i + 1]!) && (i === block.start || /[:,.!?]\s$/.test(text.slice(i - 2, i)))) {
        add(i, block.end, true);
        return found;
      }
    }
    i++;
  }
  return found;
}
