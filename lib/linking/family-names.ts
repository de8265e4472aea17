/**
 * Family names that no full name on the page explains: with given names beside them that fit a note ("Cres Eastman",
 * "Austen, Jane"), or alone, where all packs have one bearer and the article nobody else of the name.
 */
import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import type { Evidence } from '../gazetteer/mention.ts';
import { nationsOf } from '../gazetteer/nations.ts';
import { isParticle } from '../gazetteer/people.ts';
import { kindOf, type NoteId } from '../notes/note.ts';
import { foldText, isSmall } from '../text/characters.ts';
import type { Span } from '../text/span.ts';
import { type Assessor, bareName, evidence } from './assess.ts';
import { isCommonSurname } from './common-surnames.ts';
import { givenFit } from './given-names.ts';
import { NameNeighbours } from './name-neighbours.ts';
import { Taken } from './taken.ts';

/** A hit with what makes it each bearer's. */
export interface FamilyHit {
  readonly hit: Hit;
  readonly evidence: ReadonlyMap<NoteId, Evidence>;
}

const SHORTEST_LONE = 4;
const IN_A_PLACE = /\b(?:in|near|around|outside|inside|toward|towards|at)[\s\u00a0]+$/i;
const PLACE_REACH = 10;
const LEAD = 24;
const TAIL = 4;
// What stands before a given name, or a peer's: "Prince Hamzah", "his son Hadi".
const BEFORE_GIVEN =
  /\b(?:prince|princess|king|queen|pope|saint|st|sir|dame|lord|lady|baron|baroness|son|daughter|brother|sister|wife|husband|mother|father|baby|boy|girl|cousin|named|called|nicknamed|a\.k\.a|aka|or)\.?[\s\u00a0]+$/i;
const JOINED_BEFORE = /(?:\p{Lu}[\p{L}’']*-|& ?)$/u;
const JOINED_AFTER = /^(?:-\p{Lu}| ?&)/u;
// Line-ups: "Doe, Roe (Poe 76), Low".
const IN_LIST_BEFORE = /[,;(–-]\s*$/;
const IN_LIST_AFTER = /^(?:\s*[,;)]|\s\(?\d)/;

const isFamily = ({ derived }: HitCandidate): boolean => derived === DERIVED.family;
export const isFamilyHit = (hit: Hit): boolean => hit.candidates.every(isFamily);

export class FamilyNames {
  readonly #assessor: Assessor;
  readonly #around: NameNeighbours;
  readonly #taken: Taken<Span>;

  /** `others`: hits that are no mere family names. */
  constructor(assessor: Assessor, others: readonly Hit[]) {
    this.#assessor = assessor;
    this.#taken = new Taken(others);
    this.#around = new NameNeighbours(assessor.frames, assessor.words, this.#taken);
  }

  /** One word by which only people are called: a family name, or an alias the pack gives. */
  isSurname(hit: Hit): boolean {
    return !/\s/.test(hit.text) && hit.candidates.every(({ note }) => kindOf(note) === 'official');
  }

  #wordsOf(hit: Hit): readonly [first: number, last: number] {
    const { words } = this.#assessor;
    return [words.indexAt(hit.start), Math.max(words.indexAt(hit.start), words.indexAt(hit.end) - 1)];
  }

  /** The name without its article: "Sisi" of "el-Sisi". */
  #lastOf(hit: Hit): string {
    return this.#assessor.words.words[this.#wordsOf(hit)[1]]?.text.replace(/['’]s?$/, '') ?? hit.text;
  }

  /** The hit with the given names beside it, for the bearers they fit; null when there are none, or they fit nobody. */
  withGiven(hit: Hit): FamilyHit | null {
    const [first, last] = this.#wordsOf(hit);
    if (!this.#assessor.words.words[last]) return null;
    const before = this.#around.givenBefore(first);
    const after = this.#around.givenAfter(last);
    const read = (given: readonly string[], signal: 'given_fits' | 'turned_round'): Map<NoteId, Evidence> => {
      const fits = new Map<NoteId, Evidence>();
      if (given.length === 0) return fits;
      for (const { note } of hit.candidates) {
        const held = this.#assessor.notes.get(note);
        const fit = held && this.#mayFit(given, bareName(held), hit) ? givenFit(given, bareName(held)) : 0;
        if (fit > 0) fits.set(note, evidence(signal, fit, given.join(' '), bareName(held!)));
      }
      return fits;
    };
    if (this.#around.goesOn(last)) return null;
    const fits = read(before.words, 'given_fits');
    if (fits.size > 0) return this.#extended(hit, before.start, hit.end, fits);
    const turned = before.words.length === 0 ? read(after.words, 'turned_round') : fits;
    return turned.size > 0 ? this.#extended(hit, hit.start, after.end, turned) : null;
  }

  /** Line-ups print "J Doe": an initial says little, and nothing before a frequent family name; so does "Bill". */
  #mayFit(given: readonly string[], name: string, hit: Hit): boolean {
    const isExact = given.every((word) =>
      foldText(name)
        .split(' ')
        .some((part) => part.replace('.', '') === foldText(word)),
    );
    if (isExact) return true;
    const { words, text } = this.#assessor.words;
    const before = words[this.#wordsOf(hit)[0] - 1]!;
    const isBareInitial = given.length === 1 && given[0]!.length === 1 && text[before.end] !== '.';
    return !isBareInitial && !isCommonSurname(foldText(this.#lastOf(hit)));
  }

  #extended(hit: Hit, start: number, end: number, fits: ReadonlyMap<NoteId, Evidence>): FamilyHit {
    const isFree = !this.#taken.meets({ start, end: hit.start }) && !this.#taken.meets({ start: hit.end, end });
    const span = isFree ? { start, end } : { start: hit.start, end: hit.end };
    const text = this.#assessor.words.text.slice(span.start, span.end);
    const candidates = hit.candidates.filter(({ note }) => fits.has(note));
    return { hit: { ...span, text, candidates }, evidence: fits };
  }

  /** The hits that may stand alone; `explained` are spans already read as somebody. */
  lone(hits: readonly Hit[], explained: readonly Span[]): FamilyHit[] {
    const taken = new Taken(explained);
    const byFamily = new Map<string, Hit[]>();
    for (const hit of hits) {
      const family = foldText(this.#lastOf(hit));
      byFamily.set(family, [...(byFamily.get(family) ?? []), hit]);
    }
    const found: FamilyHit[] = [];
    for (const [family, named] of byFamily) {
      const [hit] = named;
      if (!hit || hit.candidates.length > 1 || !this.#isTelling(family, hit)) continue;
      const { note } = hit.candidates[0]!;
      const name = bareName(this.#assessor.notes.get(note)!);
      const own = new Set(foldText(name).split(' '));
      const alone = named.filter((one) => !taken.meets(one) && this.#standsAlone(one, own));
      // At the start of a sentence any word is capital.
      if (!alone.some((one) => this.#around.isInside(this.#wordsOf(one)[0]))) continue;
      for (const one of alone) {
        found.push({ hit: one, evidence: new Map([[note, evidence('lone_surname', 1, name)]]) });
      }
    }
    return found;
  }

  /** Whether a family name says who is meant, and the article uses it for nobody and nothing else. */
  #isTelling(family: string, hit: Hit): boolean {
    const { words, text } = this.#assessor.words;
    if (family.length < SHORTEST_LONE || isCommonSurname(family) || isParticle(family)) return false;
    if (nationsOf(hit.text).size > 0) return false;
    return this.#assessor.words.positionsOf(this.#lastOf(hit)).every((at) => {
      const word = words[at]!;
      if (isSmall(word.text.codePointAt(0)!)) return false;
      if (this.#taken.meets(word)) return true;
      if (IN_A_PLACE.test(text.slice(Math.max(0, word.start - PLACE_REACH), word.start))) return false;
      return this.#around.reading(at, at) === 'alone';
    });
  }

  /** Whether nothing beside a hit speaks against its being a family name, alone. */
  #standsAlone(hit: Hit, own: ReadonlySet<string>): boolean {
    const { words, text } = this.#assessor.words;
    const [first, last] = this.#wordsOf(hit);
    const [before, after] = [words[first - 1], words[last + 1]];
    if (this.#assessor.frames.isTitled(words[first]!) || !this.#around.isCapitalAt(last)) return false;
    const lead = text.slice(Math.max(0, hit.start - LEAD), hit.start);
    const tail = text.slice(hit.end, hit.end + TAIL);
    if (BEFORE_GIVEN.test(lead) || JOINED_BEFORE.test(lead) || JOINED_AFTER.test(tail)) return false;
    if (IN_LIST_BEFORE.test(lead) && IN_LIST_AFTER.test(tail)) return false;
    if (after && isParticle(after.text) && after.start - hit.end === 1) return false;
    return !(before && isParticle(before.text) && hit.start - before.end === 1 && !own.has(foldText(before.text)));
  }
}
