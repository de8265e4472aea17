/** The words of an article by their folded form, for evidence that a word is there, and how far away. */

import type { Article } from '../text/article.ts';
import { classOf, foldText, isCapital, WORD } from '../text/characters.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { titledBlocks } from './titled-blocks.ts';
import { isInAddress, isNamedByDomain } from './web-address.ts';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PHRASE = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’ʼ]s?$/;
const MAX_ACRONYM = 5;

const isSmallAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
};

/** The key a word is counted under: capitals keep an acronym apart from a word ("US", "us"). */
export function keyOf(word: string): string {
  if (isSmallAscii(word)) return word;
  const letters = word.includes('.') ? word.replaceAll('.', '') : word;
  const isShort = letters.length > 1 && letters.length <= MAX_ACRONYM;
  if (isShort && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return letters;
  const bare = word.replace(POSSESSIVE, '').toLowerCase();
  return isSmallAscii(bare) ? bare : foldText(bare);
}

const PLAIN_WORD = /^[a-z]+$/i;
const keysOf = (phrase: string): readonly string[] =>
  PLAIN_WORD.test(phrase) ? [keyOf(phrase)] : [...phrase.matchAll(PHRASE)].map((match) => keyOf(match[0]));

const PERIOD = 0x2e;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc;

/** End of the word that starts at an offset: letters, apostrophes between them, or the whole of "U.S.". */
function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at + 2 <= to && text.charCodeAt(at + 1) === PERIOD && isCapital(text.charCodeAt(at))) at += 2;
  if (at - from >= 4) return at;
  at = from + 1;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (classOf(code) !== WORD && !(isApostrophe(code) && at + 1 < to && classOf(text.charCodeAt(at + 1)) === WORD))
      break;
  }
  return at;
}

export class ArticleWords {
  readonly text: string;
  /** All words of the searched blocks, in order. */
  readonly words: readonly Word[];
  /** Index into `article.blocks` of each word's block. */
  readonly blockOf: Int32Array;
  /** Blocks printed as a title, where capitals tell nothing. */
  readonly titledBlocks: ReadonlySet<number>;
  readonly #at = new Map<string, number[]>();
  /** Phrases asked for before: notes of one region share their context words. */
  readonly #small = new Map<string, boolean>();
  readonly #phrases = new Map<string, readonly number[]>();

  constructor(article: Article) {
    this.text = article.text;
    const words: Word[] = [];
    const blocks: number[] = [];
    article.blocks.forEach((block, index) => {
      if (block.role === 'boilerplate') return;
      const { text } = article;
      for (let at = block.start; at < block.end; at++) {
        if (classOf(text.charCodeAt(at)) !== WORD) continue;
        const end = wordEnd(text, at, block.end);
        const word = text.slice(at, end);
        const key = keyOf(word);
        const positions = this.#at.get(key);
        if (positions) positions.push(words.length);
        else this.#at.set(key, [words.length]);
        words.push({ start: at, end, text: word });
        blocks.push(index);
        at = end - 1;
      }
    });
    this.words = words;
    this.blockOf = Int32Array.from(blocks);
    this.titledBlocks = titledBlocks(article, words, this.blockOf);
  }

  /** Positions (indices into `words`) at which a word or phrase begins. */
  positionsOf(phrase: string): readonly number[] {
    const known = this.#phrases.get(phrase);
    if (known) return known;
    const found = this.#find(phrase);
    this.#phrases.set(phrase, found);
    return found;
  }

  /** Whether the article has the word in small letters too, outside web addresses. */
  isSmallWord(word: string): boolean {
    let isWord = this.#small.get(word);
    if (isWord === undefined) {
      const small = word.toLowerCase();
      isWord = this.positionsOf(word).some((at) => {
        const found = this.words[at]!;
        return found.text === small && !isNamedByDomain(this.text, found) && !isInAddress(this.text, found);
      });
      this.#small.set(word, isWord);
    }
    return isWord;
  }

  #find(phrase: string): readonly number[] {
    const keys = keysOf(phrase);
    const first = keys[0] === undefined ? undefined : this.#at.get(keys[0]);
    if (!first) return [];
    if (keys.length === 1) return first;
    return first.filter((at) => keys.every((key, i) => i === 0 || this.#keyAt(at + i) === key));
  }

  #keyAt(index: number): string | undefined {
    const word = this.words[index];
    return word && keyOf(word.text);
  }

  /** Index of the first word that starts at or after an offset. */
  indexAt(offset: number): number {
    return partitionPoint(this.words.length, (index) => this.words[index]!.start < offset);
  }
}
