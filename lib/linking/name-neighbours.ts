/** What stands around one word of a person's name: whether it is alone, part of another name, or has given names. */

import { nationsOf } from '../gazetteer/nations.ts';
import { isParticle } from '../gazetteer/people.ts';
import { isCapital } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { ArticleWords } from './article-words.ts';
import type { Frames } from './frame.ts';
import { opensSentences } from './name-runs.ts';
import type { Taken } from './taken.ts';
import { isCourtesy, isTitle } from './titles.ts';

const ARTICLE_BEFORE = /(?<![\p{L}\p{N}])(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r)[-\u2010\u2011]$/u;
const OPENS_SENTENCE = /(?:^|[.!?:“"(\n]\s*)$/;
const ADJACENT = /^[ \u00a0]$/;
// "J. Doe", "[John] Doe".
const AFTER_GIVEN = /^\]?[ \u00a0]$/;
const AFTER_INITIAL = /^\.?\]?[ \u00a0]?$/;
const POSSESSIVE = /['’]s?$/;
const DATED = /day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/;
const MOST_GIVEN = 4;

export interface GivenNames {
  readonly start: number;
  readonly words: readonly string[];
}

export class NameNeighbours {
  readonly #frames: Frames;
  readonly #words: ArticleWords;
  readonly #taken: Taken<Span>;

  constructor(frames: Frames, words: ArticleWords, taken: Taken<Span>) {
    this.#frames = frames;
    this.#words = words;
    this.#taken = taken;
  }

  isCapitalAt(index: number): boolean {
    const word = this.#words.words[index];
    return word !== undefined && isCapital(word.text.codePointAt(0)!);
  }

  /** What the neighbours make of a name at words [at, last]. */
  reading(at: number, last: number): 'alone' | 'other' {
    const { words, text } = this.#words;
    if (this.#frames.isTitled(words[at]!)) return 'alone';
    if (this.goesOn(last)) return 'other';
    const before = words[at - 1];
    if (!before || !ADJACENT.test(text.slice(before.end, words[at]!.start)) || !this.isCapitalAt(at - 1))
      return 'alone';
    return this.#isNoName(at - 1) || isParticle(before.text) ? 'alone' : 'other';
  }

  /** Whether a capitalised word right after makes the name another one: "Doe Tower". */
  goesOn(last: number): boolean {
    const { words, text } = this.#words;
    const after = words[last + 1];
    if (!after || !ADJACENT.test(text.slice(words[last]!.end, after.start)) || !this.isCapitalAt(last + 1))
      return false;
    if (isTitle(after.text) || nationsOf(after.text).size > 0 || POSSESSIVE.test(words[last]!.text)) return false;
    return !this.#taken.startsAt(after.start) && !DATED.test(after.text);
  }

  /** Whether the word stands inside a sentence, where its capital says that it is a name. */
  isInside(at: number): boolean {
    const { start } = this.#words.words[at]!;
    return !OPENS_SENTENCE.test(this.#words.text.slice(Math.max(0, start - 3), start));
  }

  /** Whether a capitalised word belongs to no name that goes on after it. */
  #isNoName(index: number): boolean {
    const { words, text } = this.#words;
    const word = words[index]!;
    if (POSSESSIVE.test(word.text) || isTitle(word.text) || isCourtesy(word.text)) return true;
    if (nationsOf(word.text).size > 0) return true;
    // The first word of a sentence is capital whatever it is.
    return opensSentences(word.text) && OPENS_SENTENCE.test(text.slice(Math.max(0, word.start - 3), word.start));
  }

  /** Start of a name with its article or particle: "al-Assad", "De Gaulle". */
  startOf(at: number): number {
    const { words, text } = this.#words;
    const { start } = words[at]!;
    const article = ARTICLE_BEFORE.exec(text.slice(Math.max(0, start - 5), start));
    if (article) return start - article[0].length;
    const before = words[at - 1];
    const hasParticle =
      before && this.isCapitalAt(at - 1) && isParticle(before.text) && text.slice(before.end, start) === ' ';
    return hasParticle ? before.start : start;
  }

  /** The given names and initials right before a family name, first to last; particles are left out. */
  givenBefore(at: number): GivenNames {
    const { words, text, blockOf } = this.#words;
    const given: string[] = [];
    let { start } = words[at]!;
    for (let i = at - 1; i >= 0 && blockOf[i] === blockOf[at] && given.length < MOST_GIVEN; i--) {
      const word = words[i]!;
      const gap = text.slice(word.end, words[i + 1]!.start);
      const isShort = word.text.length === 1 || /^(?:\p{Lu}\.)+$/u.test(word.text);
      if (!(isShort ? AFTER_INITIAL : AFTER_GIVEN).test(gap) && gap !== '-') break;
      if (isParticle(word.text)) continue;
      if (!this.isCapitalAt(i) || this.#isNoName(i) || opensSentences(word.text)) break;
      given.unshift(word.text);
      start = word.start;
    }
    return { start, words: given };
  }

  /** The given names after the comma of a name turned round: "Doe, John". */
  givenAfter(last: number): GivenNames & { readonly end: number } {
    const { words, text, blockOf } = this.#words;
    const given: string[] = [];
    let { end } = words[last]!;
    for (let i = last + 1; i < words.length && blockOf[i] === blockOf[last] && given.length < MOST_GIVEN; i++) {
      const gap = text.slice(words[i - 1]!.end, words[i]!.start);
      const isAfterInitial = words[i - 1]!.text.length === 1;
      if (i === last + 1 ? gap !== ', ' : !(gap === ' ' || (isAfterInitial && gap === '. '))) break;
      if (!this.isCapitalAt(i)) break;
      given.push(words[i]!.text);
      end = words[i]!.end;
    }
    return { start: words[last]!.start, words: given, end };
  }
}
