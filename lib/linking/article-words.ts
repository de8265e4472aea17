/** The words of an article by their folded form, for evidence that a word is there, and how far away. */

import type { Article } from '../text/article.ts';
import { foldText } from '../text/characters.ts';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const ACRONYM = /^(?:\p{Lu}\.?){2,5}$/u;

/** The key a word is counted under: capitals keep an acronym apart from a word ("US", "us"). */
export function keyOf(word: string): string {
  if (ACRONYM.test(word)) return word.replaceAll('.', '');
  const bare = word.replace(/['’ʼ]s?$/u, '');
  return /^[a-z]+$/.test(bare) ? bare : foldText(bare);
}

export class ArticleWords {
  readonly text: string;
  /** All words of the searched blocks, in order. */
  readonly words: readonly Word[];
  /** Index into `article.blocks` of each word's block. */
  readonly blockOf: Int32Array;
  readonly #at = new Map<string, number[]>();
  /** Phrases asked for before: notes of one region share their context words. */
  readonly #phrases = new Map<string, readonly number[]>();

  constructor(article: Article) {
    this.text = article.text;
    const words: Word[] = [];
    const blocks: number[] = [];
    article.blocks.forEach((block, index) => {
      if (block.role === 'boilerplate') return;
      for (const match of article.text.slice(block.start, block.end).matchAll(WORD)) {
        const start = block.start + match.index;
        const key = keyOf(match[0]);
        const at = this.#at.get(key);
        if (at) at.push(words.length);
        else this.#at.set(key, [words.length]);
        words.push({ start, end: start + match[0].length, text: match[0] });
        blocks.push(index);
      }
    });
    this.words = words;
    this.blockOf = Int32Array.from(blocks);
  }

  /** Positions (indices into `words`) at which a word or phrase begins. */
  positionsOf(phrase: string): readonly number[] {
    const known = this.#phrases.get(phrase);
    if (known) return known;
    const found = this.#find(phrase);
    this.#phrases.set(phrase, found);
    return found;
  }

  #find(phrase: string): readonly number[] {
    const keys = [...phrase.matchAll(WORD)].map((match) => keyOf(match[0]));
    const first = keys[0] === undefined ? undefined : this.#at.get(keys[0]);
    if (!first) return [];
    if (keys.length === 1) return first;
    return first.filter((at) => keys.every((key, i) => this.#keyAt(at + i) === key));
  }

  #keyAt(index: number): string | undefined {
    const word = this.words[index];
    return word && keyOf(word.text);
  }

  /** Index of the first word that starts at or after an offset. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
