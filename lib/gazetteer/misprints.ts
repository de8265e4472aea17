/**
 * Names printed wrong. A second pass over what the scan left unexplained: runs of capitalised words, each looked up
 * with one word changed by one letter (Damerau 1964: one letter left out, put in, exchanged, or two swapped). A token's
 * hash is a polynomial, so every edit costs a few multiplications and one look into the Bloom filter or the index; no
 * second dictionary is kept. A number word for an ordinal ("Eight Division") is an edit too.
 *
 * One letter makes another name as easily as a misprint, so short words, first letters and plurals are left alone, and
 * linking asks for more evidence before it believes one.
 */
import type { Article } from '../text/article.ts';
import { foldText } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { decodeBytes } from './bytes.ts';
import { candidateAt, type Hit, type HitCandidate, searchedBlocks } from './find-printed.ts';
import { CONTINUES, HEAD, OFFSET_SHIFT, R, TERMINAL } from './format.ts';
import type { Gazetteer, Sections } from './gazetteer.ts';
import { bloomBit, hashOfWord, mixPrefix, mixToken, storedHash, TOKEN_FACTOR, TOKEN_SEED } from './hash.ts';
import { ordinalForCardinal } from './ordinals.ts';
import { bearerOf, nameEnd } from './pool.ts';
import { NUMBERED_UNITS } from './unit-words.ts';
import { headHash } from './variants.ts';

// A changed word has at least this many letters, the whole name at least that many: below, one letter is too much.
const MIN_WORD = 5;
const MIN_NAME = 10;
const MAX_WORDS = 5;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’]{0,40}`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{M}])${WORD}(?:[ \u00a0-](?:of |the |and |al-|el-|bin |ibn |for )*(?:${WORD}|\d[\p{L}\d]{0,9}))+`,
  'gu',
);
const PART = /[\p{L}\p{M}\d'’]+/gu;

interface Token extends Span {
  readonly folded: string;
  readonly hash: number;
}

// Longer words are left alone: no name has one, and a page may hold a line without a space.
const MAX_WORD = 40;
const edits = new Int32Array(MAX_WORD * 54 + 64);

/** Hashes of all words one edit away, first letter kept, into `edits`; their number. */
function hashEdits(word: string): number {
  const n = word.length;
  const powers = [1];
  for (let i = 1; i <= n + 1; i++) powers.push(Math.imul(powers[i - 1]!, TOKEN_FACTOR));
  // before[i]: polynomial of the first i letters; after[i]: that of the letters from i on, as if they came first.
  const before = [TOKEN_SEED];
  for (let i = 0; i < n; i++) before.push((before[i]! + Math.imul(word.charCodeAt(i), powers[i]!)) | 0);
  const after = new Array<number>(n + 1).fill(0);
  for (let i = n - 1; i >= 0; i--) after[i] = (Math.imul(after[i + 1]!, TOKEN_FACTOR) + word.charCodeAt(i)) | 0;
  /** The hash of `length` letters and the word's own from `rest` on. */
  const join = (head: number, length: number, rest: number): number =>
    mixToken((head + Math.imul(after[rest]!, powers[length]!)) | 0);
  let count = 0;
  for (let i = 1; i < n; i++) {
    const power = powers[i]!;
    edits[count++] = join(before[i]!, i, i + 1);
    if (i + 1 < n) {
      const swapped = Math.imul(word.charCodeAt(i + 1), power) + Math.imul(word.charCodeAt(i), powers[i + 1]!);
      edits[count++] = join((before[i]! + swapped) | 0, i + 2, i + 2);
    }
    for (let letter = 97; letter < 123; letter++) {
      const put = (before[i]! + Math.imul(letter, power)) | 0;
      edits[count++] = join(put, i + 1, i + 1);
      edits[count++] = join(put, i + 1, i);
    }
  }
  for (let letter = 97; letter < 123; letter++)
    edits[count++] = mixToken((before[n]! + Math.imul(letter, powers[n]!)) | 0);
  return count;
}

/** Whether two words are one edit apart. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

class Search {
  readonly #gazetteer: Gazetteer;
  readonly #sections: Sections;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    this.#sections = gazetteer.sections;
  }

  #find(prefix: number): number {
    const { slots, scale } = this.#sections;
    const hash = storedHash(prefix);
    let at = 2 * ((hash * scale) | 0);
    while (slots[at]! < hash) at += 2;
    return slots[at] === hash ? slots[at + 1]! : 0;
  }

  #mayBe(hash: number): boolean {
    const { bloom, bloomScale } = this.#sections;
    const at = bloomBit(hash, bloomScale);
    return (bloom[at >> 5]! & (1 << (at & 31))) !== 0;
  }

  /** Hashes of what the token at `t` may have been meant to be, as far as the filter lets them be; `key` is asked. */
  #changesOf(tokens: readonly Token[], t: number, key: (edit: number) => number): number[] {
    const { folded } = tokens[t]!;
    const next = tokens[t + 1]?.folded;
    const ordinal = next !== undefined && NUMBERED_UNITS.has(next) ? ordinalForCardinal(folded) : undefined;
    const found = ordinal ? [hashOfWord(ordinal)] : [];
    if (folded.length < MIN_WORD || folded.length > MAX_WORD || !/^[a-z]+$/.test(folded)) return found;
    const count = hashEdits(folded);
    for (let i = 0; i < count; i++) if (this.#mayBe(key(edits[i]!))) found.push(edits[i]!);
    return found;
  }

  /** The longest name that begins with the run's first token and has one changed word, or null. */
  lookUp(tokens: readonly Token[]): { count: number; of: string; candidates: HitCandidate[] } | null {
    const found: { count: number; payload: number }[] = [];
    const follow = (t: number, prefix: number, changed: boolean): void => {
      const payload = this.#find(prefix);
      if (payload & TERMINAL && changed) found.push({ count: t, payload });
      if ((payload & CONTINUES) === 0 || t >= tokens.length || t >= MAX_WORDS) return;
      follow(t + 1, mixPrefix(prefix, headHash(tokens[t]!.hash)), changed);
      if (changed) return;
      for (const hash of this.#changesOf(tokens, t, (edit) => storedHash(mixPrefix(prefix, headHash(edit))))) {
        follow(t + 1, mixPrefix(prefix, headHash(hash)), true);
      }
    };
    const first = tokens[0]!;
    if (this.#mayBe(first.hash)) follow(1, headHash(first.hash), false);
    for (const hash of this.#changesOf(tokens, 0, (edit) => edit)) follow(1, headHash(hash), true);
    found.sort((a, b) => b.count - a.count);
    for (const { count, payload } of found) {
      const printed = tokens.slice(0, count);
      const matches = this.#matches(printed, payload >>> OFFSET_SHIFT);
      if (matches) return { count, ...matches };
    }
    return null;
  }

  /** Reads the records of a hash, because it may be another name's, and keeps those really one change away. */
  #matches(printed: readonly Token[], record: number): { of: string; candidates: HitCandidate[] } | null {
    const { bytes } = this.#sections;
    const candidates = new Map<string, HitCandidate>();
    let of = '';
    for (let at = record, last = false; !last && at < bytes.length; ) {
      const { name, next, isLast } = readName(bytes, at);
      if (name !== null && differsByOne(printed, name)) {
        const candidate = candidateAt(this.#gazetteer, at);
        if (!candidates.has(candidate.note)) candidates.set(candidate.note, candidate);
        of ||= name;
      }
      at = next;
      last = isLast;
    }
    return candidates.size > 0 ? { of, candidates: [...candidates.values()] } : null;
  }
}

/** The canonical name of a record without its head; null for one whose head the page would have to print. */
function readName(bytes: Uint8Array, record: number): { name: string | null; next: number; isLast: boolean } {
  const flags = bytes[record]!;
  const { derived, next } = bearerOf(bytes, record);
  const head = (flags >> R.headShift) & 3;
  const usable = (head === HEAD.none || head === HEAD.the) && derived === 0;
  const name = usable ? decodeBytes(bytes, record + 2, nameEnd(bytes, record)).replaceAll('\u0002', ' ') : null;
  return { name, next, isLast: (flags & R.last) !== 0 };
}

/** Plurals, and countries for peoples ("Syria Democratic Forces"), are other forms and no misprints. */
const isOtherForm = (short: string, long: string): boolean =>
  long === `${short}s` || (long === `${short}n` && short.endsWith('a'));

function differsByOne(printed: readonly Token[], name: string): boolean {
  const words = name.split(' ');
  if (words.length !== printed.length || name.length < MIN_NAME) return false;
  let changed = 0;
  for (const [i, { folded, hash }] of printed.entries()) {
    const word = words[i]!;
    if (folded === word || headHash(hash) === headHash(hashOfWord(word))) continue;
    changed++;
    const ordinal = ordinalForCardinal(folded);
    if (ordinal && headHash(hashOfWord(ordinal)) === headHash(hashOfWord(word))) continue;
    if (!isOneEdit(folded, word) || isOtherForm(folded, word) || isOtherForm(word, folded)) return false;
  }
  return changed === 1;
}

/** Hits for misprinted names outside the given ones. */
export function findMisprints(article: Article, gazetteer: Gazetteer, hits: readonly Hit[]): Hit[] {
  const search = new Search(gazetteer);
  const found: Hit[] = [];
  const { text } = article;
  let h = 0;
  for (const block of searchedBlocks(article)) {
    for (const run of text.slice(block.start, block.end).matchAll(RUN)) {
      const from = block.start + run.index;
      while (h < hits.length && hits[h]!.end <= from) h++;
      let first = h;
      let tokens: Token[] = [];
      const flush = (): void => {
        for (let t = 0; t < tokens.length; ) t += take(tokens.slice(t, t + MAX_WORDS)) || 1;
        tokens = [];
      };
      const take = (part: readonly Token[]): number => {
        const match = part.length > 1 ? search.lookUp(part) : null;
        if (!match) return 0;
        const start = part[0]!.start;
        const end = part[match.count - 1]!.end;
        found.push({ start, end, text: text.slice(start, end), candidates: match.candidates, misprintOf: match.of });
        return match.count;
      };
      for (const part of run[0].matchAll(PART)) {
        const start = from + part.index;
        const printed = part[0].replace(/['’]s?$/, '');
        const end = start + printed.length;
        while (first < hits.length && hits[first]!.end <= start) first++;
        if (first < hits.length && hits[first]!.start < end) {
          flush();
          continue;
        }
        const folded = foldText(printed);
        if (folded === 'al' || folded === 'el') continue;
        tokens.push({ start, end, folded, hash: hashOfWord(folded) });
        if (printed !== part[0]) flush();
      }
      flush();
    }
  }
  return found;
}
