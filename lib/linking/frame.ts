/** What stands right before and after a name: country words, titles, and capitals that make it part of a longer name. */

import { nationsOf } from '../gazetteer/nations.ts';
import { isParticle } from '../gazetteer/people.ts';
import { BEFORE_NAMES } from '../text/abbreviations.ts';
import { isCapital } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import type { ArticleWords, Word } from './article-words.ts';
import { isCourtesy, isQualifier, isTitle, titleFamily } from './titles.ts';

export interface Frame {
  /** Country word before the name ("Egypt's", "Iranian"), as printed. */
  readonly nation: string | null;
  /** The title before the name, as printed, without country: "Prime Minister". */
  readonly title: string | null;
  /** Family of the title's last word. */
  readonly family: string | null;
  /** Where the title begins, and what stands before it in the clause ("UN aid", "the Observatory"). */
  readonly titleStart: number;
  readonly lead: string;
  /** The title in the clause after the name: "chair of the committee". */
  readonly role: string | null;
  /** A capitalised neighbour that belongs to no title and no other name. */
  readonly longer: string | null;
  /** The capital right after the name, also where capitals tell nothing of themselves. */
  readonly follower: string | null;
  /** The words beside the name make it a place's: "the town of Al Mayadeen". */
  readonly place: string | null;
  /** The number that ends the name goes on: "France 24-18". */
  readonly number: boolean;
  /** The name is followed by Jr., "family" or the like: another bearer, or all of them. */
  readonly heir: boolean;
}

const WEEKDAYS =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const OPENERS = /(?:^|[.!?:;…"“”«([–—\n-]|['‘])\s*$/;
// What an outlet or unit may have after its name without being another one.
const TAILS = new Set(
  'news agency newspaper tv television radio channel network online website daily weekly magazine fighters militants commander leader spokesman chief inc corp co ltd plc llc'.split(
    ' ',
  ),
);
const FUNCTION_WORDS = new Set(['of', 'the', 'for', 'and']);
const SAYS = /^(?:said|says|told|announced|added|warned|wrote|announcing)$/;
const SPACES = /^[ \u00a0\u2009\u202f-]{0,2}$|^, $/;
const SPACES_AFTER_PERIOD = /^\.[ \u00a0\u2009\u202f]{0,2}$/;
// Words that may stand between a name's comma and the title of its role.
const ROLE_OPENERS = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their', 'one', 'who', 'is', 'was', 'of']);
const PLACES =
  'town|city|village|province|district|governorate|region|suburbs?|neighbou?rhood|countryside|outskirts|airport|valley|mountains?|river|crossing';
const PLACE_BEFORE = new RegExp(
  `\\b(${PLACES}|(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?) of (?:the )?$`,
  'i',
);
const PLACE_AFTER = new RegExp(`^ (${PLACES}|square|street|bridge)\\b`);
// "al-Qaeda in Iraq (AQI)" has a name of its own.
const BRANCH = /^ in (?:the )?\p{Lu}[\p{L} ]+ (?=\(\p{Lu}{2,6}\))/u;
// "The Assad family" is not the man.
const KIN = /^(?:family|clan|dynasty|brothers|household|tribe)$/;
const HEIR = /^(?:Jr|Sr|II|III|IV|Junior)$/;
// What may say whose title it is.
const LEAD_UNITS = 45;
const CLAUSE_END = /[.,;:()“”"\n]/;
// A role after a name ends with the clause.
const ROLE_WORDS = 14;
const MAX_NAME = 4096;

const startsCapital = (word: Word): boolean => isCapital(word.text.codePointAt(0)!);

export class Frames {
  readonly #words: ArticleWords;
  readonly #titled: ReadonlySet<number>;
  /** Word indices at which another name begins or ends. */
  readonly #starts = new Set<number>();
  readonly #ends = new Set<number>();
  readonly #frames = new Map<number, Frame>();

  constructor(words: ArticleWords, names: readonly Span[]) {
    this.#words = words;
    this.#titled = words.titledBlocks;
    for (const { start, end } of names) {
      this.#starts.add(words.indexAt(start));
      this.#ends.add(words.indexAt(end));
    }
  }

  isTitled(span: Span): boolean {
    return this.#titled.has(this.#words.blockOf[this.#words.indexAt(span.start)] ?? -1);
  }

  #between(a: number, b: number): string {
    return this.#words.text.slice(a, b);
  }

  /** A name is asked for several times; its surroundings stay. */
  frameOf(span: Span): Frame {
    const key = span.start * MAX_NAME + Math.min(MAX_NAME - 1, span.end - span.start);
    const known = this.#frames.get(key);
    if (known) return known;
    const frame = this.#read(span);
    this.#frames.set(key, frame);
    return frame;
  }

  #read(span: Span): Frame {
    const from = this.#words.indexAt(span.start);
    const to = this.#words.indexAt(span.end);
    const titled = this.isTitled(span);
    const before = this.#before(from, span);
    const follower = this.#after(to, span);
    return {
      ...before,
      role: this.#role(to, span),
      place: this.#place(span),
      number:
        /\d$/.test(this.#between(span.start, span.end)) &&
        /^[-\u2013:.,/]\d/.test(this.#between(span.end, span.end + 2)),
      follower,
      longer: titled ? null : (before.longer ?? follower),
      heir: this.#isHeir(to, span),
    };
  }

  #before(from: number, span: Span): Pick<Frame, 'nation' | 'title' | 'titleStart' | 'lead' | 'family' | 'longer'> {
    const { words, text } = this.#words;
    let nation: string | null = null;
    let family: string | null = null;
    let longer: string | null = null;
    let titleStart = -1;
    let next = span.start;
    for (let i = from - 1; i >= 0 && i >= from - 8; i--) {
      const word = words[i]!;
      const gap = text.slice(word.end, next);
      const abbreviated = gap.startsWith('.') && (word.text.length === 1 || BEFORE_NAMES.has(word.text.toLowerCase()));
      if (!(abbreviated ? SPACES_AFTER_PERIOD : SPACES).test(gap) || this.#ends.has(i + 1)) break;
      const comma = gap === ', ';
      const countries = nationsOf(word.text);
      if (countries.size > 0 && !comma) {
        nation = word.text.replace(/['’]s$/, '');
        break;
      }
      if (comma && titleStart >= 0) break;
      const links = FUNCTION_WORDS.has(word.text.toLowerCase());
      if (isTitle(word.text) || (isQualifier(word.text) && !(links && i === from - 1))) {
        if (!isCourtesy(word.text)) family ??= titleFamily(word.text) ?? null;
        if (!links && (family !== null || isCourtesy(word.text))) titleStart = word.start;
        next = word.start;
        continue;
      }
      if (comma) break;
      const opens =
        OPENERS.test(text.slice(Math.max(0, word.start - 3), word.start)) || word.start === this.#blockStart(i);
      if (i === from - 1 && startsCapital(word) && !/['’]s?$/.test(word.text) && !opens && gap.trim() === '')
        longer = word.text;
      break;
    }
    const title = titleStart < 0 ? null : text.slice(titleStart, span.start).trim().replace(/[,.]$/, '');
    const from40 = titleStart < 0 ? '' : text.slice(Math.max(0, titleStart - LEAD_UNITS), titleStart);
    return { nation, title, titleStart, lead: from40.split(CLAUSE_END).at(-1)!, family, longer };
  }

  #blockStart(index: number): number {
    const block = this.#words.blockOf[index];
    let i = index;
    while (i > 0 && this.#words.blockOf[i - 1] === block) {
      i--;
      if (index - i > 1) return -1;
    }
    return this.#words.words[i]!.start;
  }

  #isHeir(to: number, span: Span): boolean {
    const word = this.#words.words[to];
    if (!word) return false;
    const gap = this.#between(span.end, word.start);
    return (HEIR.test(word.text) && /^[ ,]{1,2}$/.test(gap)) || (KIN.test(word.text) && gap === ' ');
  }

  #place(span: Span): string | null {
    const lead = this.#between(Math.max(0, span.start - 40), span.start);
    const before = /of (?:the )?$/.test(lead) ? PLACE_BEFORE.exec(lead)?.[1] : undefined;
    return before ?? PLACE_AFTER.exec(this.#between(span.end, span.end + 20))?.[1] ?? null;
  }

  #after(to: number, span: Span): string | null {
    const branch = BRANCH.exec(this.#between(span.end, span.end + 60))?.[0];
    if (branch) return branch.trim();
    const word = this.#words.words[to];
    if (!word || this.#starts.has(to) || !/^[ \u00a0]$|^-$/.test(this.#between(span.end, word.start))) return null;
    const next = this.#words.words[to + 1];
    // "Journal of Health Promotion", but "Assad of Syria".
    const isOneWord = !/[\s-]/.test(this.#between(span.start, span.end).replace(/^The\s/, ''));
    if (isOneWord && word.text === 'of' && next && startsCapital(next) && nationsOf(next.text).size === 0)
      return `of ${next.text}`;
    if (isParticle(word.text) && next && startsCapital(next) && next.start - word.end === 1)
      return `${word.text}-${next.text}`;
    if (!startsCapital(word) || WEEKDAYS.test(word.text) || isTitle(word.text) || nationsOf(word.text).size > 0)
      return null;
    return TAILS.has(word.text.toLowerCase()) ? null : word.text;
  }

  /** ", chair of the National Security committee": the first title word of the clause, and the clause up to its end. */
  #role(to: number, span: Span): string | null {
    const { words, text } = this.#words;
    if (!/^['’]?,? ?$/.test(text.slice(span.end, words[to]?.start ?? span.end)) || text[span.end] !== ',') return null;
    let last = to;
    while (last < words.length && last < to + ROLE_WORDS) {
      const gap = text.slice(words[last]!.end, words[last + 1]?.start ?? words[last]!.end);
      if (/[,;.:()“”"\n]/.test(gap)) break;
      last++;
    }
    for (let i = to; i <= last && i < to + 6; i++) {
      const word = words[i];
      if (!word) break;
      if (titleFamily(word.text)) {
        // ", the Bishop said": speaks, and is no role of the name before it.
        const speaks = SAYS.test(words[i + 1]?.text ?? '') && i < last;
        return speaks ? null : text.slice(words[to]!.start, words[Math.min(last, words.length - 1)]!.end);
      }
      if (word.text === 'and') break;
      const mayLead = ROLE_OPENERS.has(word.text) || isQualifier(word.text) || nationsOf(word.text).size > 0;
      if (!mayLead && !startsCapital(word) && !/['’]s$/.test(word.text)) break;
    }
    return null;
  }
}
