/**
 * Who has been named in full, and where: the surname alone is then that person, until another bearer is named. News
 * prints headlines first, so a full name further down also counts, for less.
 */

import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import type { Evidence } from '../gazetteer/mention.ts';
import { partsOf } from '../gazetteer/people.ts';
import type { NoteId } from '../notes/note.ts';
import { keyOf } from './article-words.ts';
import { type Assessment, type Assessor, bareName, chosenOf, evidence } from './assess.ts';
import { findHeads } from './heads.ts';
import { findShortForms } from './short-forms.ts';

interface Naming {
  readonly note: NoteId;
  readonly start: number;
  readonly text: string;
}

export class Bearers {
  readonly #assessor: Assessor;
  /** Full namings by note, in text order. */
  readonly #namings = new Map<NoteId, Naming[]>();
  /** Places where someone else of a family name is named: "Ivanka Trump". */
  #others: ReadonlyMap<string, readonly number[]> = new Map();

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

  /** The hits with those for short names of people and bodies named in full, where no alias was found. */
  withShortForms(hits: readonly Hit[]): readonly Hit[] {
    const named = new Map([...this.#namings].map(([note, [first]]) => [note, first!.start] as const));
    const { hits: found, others } = findShortForms(this.#assessor, named, hits);
    this.#others = others;
    return [...hits, ...found, ...findHeads(this.#assessor, named.keys(), [...hits, ...found])];
  }

  #isAhead(rival: NoteId, own: readonly Naming[], at: number): boolean {
    const earlier = (namings: readonly Naming[]): Naming[] => namings.filter(({ start }) => start < at);
    const [theirs, ours] = [earlier(this.#namings.get(rival) ?? []), earlier(own)];
    const [theirLast, ourLast] = [theirs.at(-1)?.start ?? 0, ours.at(-1)?.start ?? 0];
    if (at - Math.max(theirLast, ourLast) < JUST_UNITS) return theirLast > ourLast;
    if (theirs.length !== ours.length) return theirs.length > ours.length;
    return (theirs[0]?.start ?? at) < (ours[0]?.start ?? at);
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
    // Of two bearers, whoever was just named is meant; further on, whoever is named more, or was first.
    const ahead = hit.candidates.some(({ note }) => note !== candidate.note && this.#isAhead(note, namings, hit.start));
    const found = [evidence('introduced', ahead ? 0.5 : 1, name)];
    const family = this.#assessor.viewOf(candidate.note)!.family || keyOf(hit.text);
    const other = (this.#others.get(family) ?? []).filter((start) => start > before.start && start < hit.start).at(-1);
    if (other !== undefined && hit.start - other < NEAR_UNITS) {
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
