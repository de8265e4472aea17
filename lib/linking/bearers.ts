/**
 * Who has been named in full, and where: the surname alone is then that person, until another bearer is named. News
 * prints headlines first, so a full name further down also counts, for less.
 */

import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import type { Evidence } from '../gazetteer/mention.ts';
import { partsOf } from '../gazetteer/people.ts';
import type { NoteId } from '../notes/note.ts';
import { lowerBound } from '../text/partition-point.ts';
import { keyOf } from './article-words.ts';
import { type Assessment, type Assessor, chosenOf, evidence } from './assess.ts';
import { findHeads } from './heads.ts';
import { findShortForms } from './short-forms.ts';

export class Bearers {
  readonly #assessor: Assessor;
  /** Where each note is named in full, in text order. */
  readonly #namings = new Map<NoteId, number[]>();
  /** Places where someone else of a family name is named: "Ivanka Trump". */
  #others: ReadonlyMap<string, readonly number[]> = new Map();

  constructor(assessor: Assessor, assessments: readonly Assessment[]) {
    this.#assessor = assessor;
    for (const assessment of assessments) {
      const chosen = chosenOf(assessment);
      if (!chosen || !isFull(assessor, chosen.candidate)) continue;
      const { note } = chosen.candidate;
      const known = this.#namings.get(note);
      if (known) known.push(assessment.hit.start);
      else this.#namings.set(note, [assessment.hit.start]);
    }
    for (const starts of this.#namings.values()) starts.sort((a, b) => a - b);
  }

  /** The hits with those for short names of people and bodies named in full, where no alias was found. */
  withShortForms(hits: readonly Hit[]): readonly Hit[] {
    const { hits: found, others } = findShortForms(this.#assessor, [...this.#namings.keys()], hits);
    this.#others = others;
    return [...hits, ...found, ...findHeads(this.#assessor, this.#namings.keys(), [...hits, ...found])];
  }

  #isAhead(rival: NoteId, own: readonly number[], at: number): boolean {
    const theirs = this.#namings.get(rival) ?? [];
    const [theirCount, ourCount] = [lowerBound(theirs, at), lowerBound(own, at)];
    const [theirLast, ourLast] = [theirs[theirCount - 1] ?? 0, own[ourCount - 1] ?? 0];
    if (at - Math.max(theirLast, ourLast) < JUST_UNITS) return theirLast > ourLast;
    if (theirCount !== ourCount) return theirCount > ourCount;
    return (theirCount > 0 ? theirs[0]! : at) < (ourCount > 0 ? own[0]! : at);
  }

  /** What earlier and later full namings say of a candidate for a short name. */
  evidenceFor(hit: Hit, candidate: HitCandidate): Evidence[] {
    const namings = this.#namings.get(candidate.note);
    if (!namings) return [];
    const next = lowerBound(namings, hit.start);
    if (namings[next] === hit.start) return [];
    const { bare: name, family: own } = this.#assessor.viewOf(candidate.note)!;
    const before = namings[next - 1];
    if (before === undefined) return [evidence('introduced_later', 1, name)];
    // Of two bearers, whoever was just named is meant; further on, whoever is named more, or was first.
    const ahead = hit.candidates.some(({ note }) => note !== candidate.note && this.#isAhead(note, namings, hit.start));
    const found = [evidence('introduced', ahead ? 0.5 : 1, name)];
    const others = this.#others.get(own || keyOf(hit.text)) ?? [];
    const other = others[lowerBound(others, hit.start) - 1];
    if (other !== undefined && other > before && hit.start - other < NEAR_UNITS) {
      const from = this.#assessor.words.words[this.#assessor.words.indexAt(other) - 1]!.start;
      found.push(evidence('other_bearer', 1, this.#assessor.words.text.slice(from, other) + hit.text));
    }
    return found;
  }
}

// About two sentences: within it a surname means whoever was named last.
const JUST_UNITS = 250;
// About two paragraphs: the distance over which a surname still may be the last bearer's.
const NEAR_UNITS = 600;

// Forms that lean on a name elsewhere.
const SHORT: ReadonlySet<number> = new Set([
  DERIVED.acronym,
  DERIVED.stem,
  DERIVED.national,
  DERIVED.team,
  DERIVED.party,
]);

/** Names that introduce: a person's full name, any given name of an outlet or unit. */
function isFull(assessor: Assessor, candidate: HitCandidate): boolean {
  const note = assessor.notes.get(candidate.note);
  if (!note || SHORT.has(candidate.derived)) return false;
  const alias = note.aliases[candidate.alias];
  if (alias?.needs === 'introduction') return false;
  // A family name was believed for its title, and introduces as well as a full name.
  return note.kind !== 'official' || candidate.derived === DERIVED.family || partsOf(alias?.text ?? note.name) !== null;
}
