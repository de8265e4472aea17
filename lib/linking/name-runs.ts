/** Runs of capitalised words that may be names: what the packs left unexplained is looked for in them. */
import { BEFORE_NAMES } from '../text/abbreviations.ts';
import type { Article } from '../text/article.ts';
import { isCapital } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { ArticleWords, Word } from './article-words.ts';

/** Words from `first` up to `last`, both included. */
export interface NameRun {
  readonly first: number;
  readonly last: number;
}

// Small words inside names. "and" is not one here: it joins two names far more often.
const INSIDE = new Set(
  'of the for al el bin ibn bint abu de der den del della di da van von ul ud an as ash ar'.split(' '),
);
const JOINS = /^(?:[ \u00a0\u2009\u202f]|-|\u2010|\u2011)$/;
const AFTER_PERIOD = /^\.[ \u00a0]$/;
// Capital only because they open a sentence.
const OPENING_WORDS = new Set(
  (
    'the a an in on at by for from to of and but or as with after before during since while when where what who how if it its he she ' +
    'they we i you this that these those there his her their our my some many most all no not both each such one two three four five six ' +
    'seven eight nine ten however meanwhile according also although because despite earlier last later now then today yesterday still so ' +
    'under over between against about among following asked more yet only just even once until unlike like than us'
  ).split(' '),
);

/** Whether a word is capital for opening a sentence more often than for being a name. */
export const opensSentences = (word: string): boolean => OPENING_WORDS.has(word.toLowerCase());

const isName = (word: Word): boolean => isCapital(word.text.codePointAt(0)!) || /^\d+(?:st|nd|rd|th)$/i.test(word.text);
// A number that ends a name: "Division 30".
const isNumber = (word: Word): boolean => /^\d{1,4}$/.test(word.text);

/** The runs of an article, in order; a sentence's first word is left off when it is a common one. */
export function nameRuns(
  article: Article,
  { words, blockOf, text }: ArticleWords,
  skip: ReadonlySet<number>,
  known: (word: Word) => boolean,
): NameRun[] {
  const runs: NameRun[] = [];
  const joined = (i: number): boolean => {
    const [word, next] = [words[i]!, words[i + 1]];
    if (!next || blockOf[i] !== blockOf[i + 1] || known(next)) return false;
    const gap = text.slice(word.end, next.start);
    // "J. Smith", "Gen. Votel", but not the end of a sentence.
    const isShort = word.text.length === 1 || BEFORE_NAMES.has(word.text.toLowerCase());
    return JOINS.test(gap) || (isShort && AFTER_PERIOD.test(gap));
  };
  for (let i = 0; i < words.length; ) {
    if (
      !isName(words[i]!) ||
      known(words[i]!) ||
      skip.has(blockOf[i]!) ||
      article.blocks[blockOf[i]!]!.role === 'boilerplate'
    ) {
      i++;
      continue;
    }
    let last = i;
    for (let at = i; joined(at); ) {
      at++;
      if (isName(words[at]!)) last = at;
      else if (isNumber(words[at]!) && at === last + 1) {
        last = at;
        break;
      } else if (!INSIDE.has(words[at]!.text) || at - last > 2) break;
      // A possessive ends one name and opens the next.
      if (/['’]s?$/.test(words[at]!.text)) break;
    }
    let first = i;
    while (first <= last && opensSentences(words[first]!.text) && !/^\p{Lu}{2,}$/u.test(words[first]!.text)) first++;
    if (first <= last) runs.push({ first, last });
    i = last + 1;
  }
  return runs;
}

/** The span of a run, without a possessive at its end. */
export function spanOfRun({ words }: ArticleWords, { first, last }: NameRun): Span {
  const { end, text } = words[last]!;
  return { start: words[first]!.start, end: end - (/['’ʼ]s?$/.exec(text)?.[0].length ?? 0) };
}
