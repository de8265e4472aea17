/**
 * What the index has for the first tokens the sieve leaves. It is asked for all of a chunk together, so that its cache
 * misses overlap; then, just as together, whether any name goes on as the page does.
 */
import * as ascii from './ascii.ts';
import type { EncodedText } from './bytes.ts';
import * as format from './format.ts';
import type { Sections } from './gazetteer.ts';
import * as hash from './hash.ts';
import * as letters from './letters.ts';
import { isPossessive, MOST_PLACES, type Sieve } from './sieve.ts';
import { isAbbreviation } from './token-reader.ts';
import * as variants from './variants.ts';

// Constants of this module's own: see the sieve.
const { IS_ASIDE, IS_PLAIN, IS_WORD, STARTS_ARTICLE } = ascii;
const { ASIDE, CONTINUES, nextBit, TERMINAL } = format;
const { bloomBit, storedHash } = hash;
const { breaksOf, FOLD_ALL, isDotted, isUnsure, mixLetters, untilBreak } = letters;
const { headHash, isOpener } = variants;

export class Lookup {
  readonly #sections: Sections;
  readonly #sieve: Sieve;
  readonly #exact: boolean;
  /** Which of the sieve's first tokens may begin a name, and what the index has for each. */
  readonly found = new Int32Array(MOST_PLACES);
  readonly payloads = new Int32Array(MOST_PLACES);

  constructor(sections: Sections, sieve: Sieve, exact: boolean) {
    this.#sections = sections;
    this.#sieve = sieve;
    this.#exact = exact;
  }

  /** Asks for the sieve's first tokens; the number of those that may begin a name. */
  ask(text: EncodedText, count: number): number {
    return this.#lookOn(text, this.#lookUp(count));
  }

  /** Keeps the first tokens that the index has; their number. */
  #lookUp(count: number): number {
    const { slots, scale } = this.#sections;
    const { hashes } = this.#sieve;
    const { found, payloads } = this;
    const exact = this.#exact;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      const head = exact ? hashes[k]! : headHash(hashes[k]!);
      const hash = storedHash(head);
      let at = 2 * ((hash * scale) | 0);
      // Most hashes are at most four slots from their place; the difference of two of 31 bits has its sign in bit 31.
      const one = (slots[at]! - hash) >>> 31;
      const two = (slots[at + 2]! - hash) >>> 31;
      const three = (slots[at + 4]! - hash) >>> 31;
      at += 2 * (one + two + three + ((slots[at + 6]! - hash) >>> 31));
      while (slots[at]! < hash) at += 2;
      let payload = slots[at + 1]! & (((slots[at]! ^ hash) - 1) >> 31);
      // "twenty" may be half of an ordinal, which has another hash.
      if (!exact && isOpener(head)) payload |= CONTINUES;
      found[kept] = k;
      payloads[kept] = payload;
      kept += (payload | -payload) >>> 31;
    }
    return kept;
  }

  /**
   * Leaves out where no alias goes on as the page does: most words are followed by no word of a name. A space or hyphen
   * and a word in ASCII are judged here, all the same way and without a branch.
   */
  #lookOn({ bytes, view }: EncodedText, kept: number): number {
    const { bloom, bloomScale } = this.#sections;
    const { ends, hashes } = this.#sieve;
    const { found, payloads } = this;
    const exact = this.#exact;
    let left = 0;
    for (let n = 0; n < kept; n++) {
      const payload = payloads[n]!;
      const k = found[n]!;
      const end = ends[k]!;
      const four = view.getInt32(end + 1, true);
      const breaks = breaksOf(four);
      const first = (four | FOLD_ALL) & untilBreak(breaks);
      const prefix = exact ? hashes[k]! : headHash(hashes[k]!);
      const bit = bloomBit(mixLetters(prefix, first), bloomScale);
      const next = payload & (nextBit(first) | -(payload & TERMINAL));
      const held = (bloom[bit >> 5]! >>> (bit & 31)) & ((next | -next) >>> 31);
      const odd = isUnsure(four, breaks) | isDotted(four) | (IS_PLAIN[bytes[end]!]! ^ 1) | (IS_WORD[four & 0xff]! ^ 1);
      const article = payload & ASIDE & -STARTS_ARTICLE[four & 0xff]!;
      const goesOn = held | odd | article | (!exact && isOpener(prefix) ? 1 : 0);
      // Without CONTINUES, and with nothing else, it is nothing.
      const rest = payload & ~(CONTINUES & ~-((goesOn | -goesOn) >>> 31));
      const live = rest & (TERMINAL | CONTINUES);
      found[left] = k;
      payloads[left] = rest;
      left += (live | -live) >>> 31;
    }
    return left;
  }

  /** Whether some alias may go on from the sieve's token `k` as the page does, where more than a space follows it. */
  mayGoOn({ bytes }: EncodedText, payload: number, k: number): boolean {
    const exact = this.#exact;
    if (payload & ASIDE) return true;
    const end = this.#sieve.ends[k]!;
    const gap = bytes[end]!;
    const next = bytes[end + 1]!;
    if (IS_PLAIN[gap] !== 0 && IS_WORD[next] !== 0) return true;
    const hash = this.#sieve.hashes[k]!;
    if (!exact && isOpener(headHash(hash))) return true;
    if (gap === 0x20) return IS_ASIDE[next] === 0;
    if (gap === 0x2e) return !exact && (IS_WORD[bytes[this.#sieve.starts[k]! + 1]!] === 0 || isAbbreviation(hash));
    return IS_ASIDE[gap] === 0 && !isPossessive(bytes, end);
  }
}
