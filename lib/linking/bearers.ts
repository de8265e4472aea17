/**
 * Who has been named in full, and where: the surname alone is then that person, until another bearer is named. News
 * prints headlines first, so a full name further down also counts, for less.
 */

import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import { DERIVED } from '../gazetteer/forms.ts';
import type { Evidence } from '../gazetteer/mention.ts';
import { kindOf, type NoteId } from '../notes/note.ts';
import { isCapital } from '../text/characters.ts';
import { keyOf } from './article-words.ts';
import { type Assessment, type Assessor, bareName, chosenOf, evidence } from './assess.ts';
import { nationsOf } from './nations.ts';
import { familyNames, partsOf } from './people.ts';
import { isCourtesy, isTitle } from './titles.ts';

interface Naming {
  readonly note: NoteId;
  readonly start: number;
  readonly text: string;
}

export class Bearers {
  readonly #assessor: Assessor;
  /** Full namings by note, in text order. */
  readonly #namings = new Map<NoteId, Naming[]>();
  /** Places where someone else of a surname is named: "Ivanka Trump". */
  readonly #others = new Map<string, number[]>();

  constructor(assessor: Assessor, assessments: readonly Assessment[]) {
    this.#assessor = assessor;
    for (const assessment of assessments) {
      const chosen = chosenOf(assessment);
      if (!chosen || !isFull(assessor, chosen.candidate)) continue;
      const { start, text } = assessment.hit;
      const { note } = chosen.candidate;
      const known = this.#namings.get(note);
      if (known) known.push({ note, start, text });
      else this.#namings.set(note, [{ note, start, text }]);
    }
  }

  /** Hits for surnames of people named in full, where no alias was found. */
  shortForms(hits: readonly Hit[]): Hit[] {
    const { words } = this.#assessor;
    const bearers = new Map<string, NoteId[]>();
    for (const note of this.#namings.keys()) {
      if (kindOf(note) !== 'official') continue;
      for (const family of familyNames(this.#assessor.notes.get(note)!)) {
        bearers.set(family, [...(bearers.get(family) ?? []), note]);
      }
    }
    const found: Hit[] = [];
    for (const [family, ids] of bearers) {
      for (const at of words.positionsOf(family)) {
        const word = words.words[at]!;
        if (!isCapital(word.text.codePointAt(0)!)) continue;
        const text = word.text.replace(/['’]s?$/, '');
        const start = this.#withArticle(word.start);
        const end = word.start + text.length;
        if (hits.some((hit) => hit.start < end && start < hit.end)) continue;
        if (this.#isOther(at, family)) continue;
        const candidates = ids.map((note): HitCandidate => ({ note, alias: -1, derived: DERIVED.short }));
        found.push({ start, end, text: words.text.slice(start, end), candidates });
      }
    }
    return found;
  }

  #withArticle(start: number): number {
    const before = /(?<![\p{L}\p{N}])(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]n|[Aa]r)[-\u2010\u2011]$/u.exec(
      this.#assessor.words.text.slice(Math.max(0, start - 5), start),
    );
    return before ? start - before[0].length : start;
  }

  /** Whether the surname at a word is the end of somebody else's name; if so, remembers the place. */
  #isOther(at: number, family: string): boolean {
    const { words, text } = this.#assessor.words;
    const word = words[at]!;
    const before = words[at - 1];
    if (!before || !/^[ \u00a0]$|^ (?:al|el|de|van|von)[- ]$/.test(text.slice(before.end, word.start))) return false;
    if (!isCapital(before.text.codePointAt(0)!) || /['’]s?$/.test(before.text)) return false;
    if (isTitle(before.text) || isCourtesy(before.text) || nationsOf(before.text).size > 0) return false;
    // The first word of a sentence is capital whatever it is.
    if (/(?:^|[.!?:“"(\n]\s*)$/.test(text.slice(Math.max(0, before.start - 3), before.start)) && before.text.length < 4)
      return false;
    const places = this.#others.get(family);
    if (places) places.push(word.start);
    else this.#others.set(family, [word.start]);
    return true;
  }

  /** What earlier and later full namings say of a candidate for a short name. */
  evidenceFor(hit: Hit, candidate: HitCandidate): Evidence[] {
    const namings = this.#namings.get(candidate.note);
    if (!namings || namings.some(({ start }) => start === hit.start)) return [];
    const before = namings.filter(({ start }) => start < hit.start).at(-1);
    const name = bareName(this.#assessor.notes.get(candidate.note)!);
    if (!before) {
      const later = namings.find(({ start }) => start > hit.start);
      return later ? [evidence('introduced_later', 1, name)] : [];
    }
    // Whoever of the name was spoken of last is meant; the others keep a part of the claim.
    const rivalsAfter = hit.candidates.some(
      ({ note }) =>
        note !== candidate.note &&
        (this.#namings.get(note) ?? []).some(({ start }) => start > before.start && start < hit.start),
    );
    const found = [evidence('introduced', rivalsAfter ? 0.5 : 1, name)];
    const family = partsOf(name)?.family ?? keyOf(hit.text);
    const other = (this.#others.get(family) ?? []).filter((start) => start > before.start && start < hit.start).at(-1);
    if (other !== undefined && hit.start - other < NEAR_UNITS) {
      const from = this.#assessor.words.words[this.#assessor.words.indexAt(other) - 1]!.start;
      found.push(evidence('other_bearer', 1, this.#assessor.words.text.slice(from, other) + hit.text));
    }
    return found;
  }
}

// About two paragraphs: the distance over which a surname still may be the last bearer's.
const NEAR_UNITS = 600;

/** Names that introduce: a person's full name, any given name of an outlet or unit. */
function isFull(assessor: Assessor, candidate: HitCandidate): boolean {
  const note = assessor.notes.get(candidate.note);
  if (!note || candidate.derived === DERIVED.acronym) return false;
  const alias = note.aliases[candidate.alias];
  if (alias?.needs === 'introduction') return false;
  return note.kind !== 'official' || partsOf(alias?.text ?? note.name) !== null;
}
