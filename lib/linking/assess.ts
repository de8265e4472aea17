/** Adds up what speaks for each bearer of a name, and decides. */

import { DERIVED } from '../gazetteer/derived-forms.ts';
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import type { Candidate, Evidence, Mention } from '../gazetteer/mention.ts';
import { kindOf, type Note, type NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import { foldText } from '../text/characters.ts';
import { lowerBound } from '../text/partition-point.ts';
import type { ArticleWords } from './article-words.ts';
import { isBelieved, maybeSpokenOf } from './believed.ts';
import type { Case } from './case.ts';
import { countriesIn } from './countries.ts';
import { Frames } from './frame.ts';
import { type NoteView, viewOf } from './note-view.ts';
import { postFit } from './post-fit.ts';
import { ROWS, ROWS_OF_LINKED, type Row } from './signals.ts';
import { LINK_AT, MARGIN, SHOW_AT, type Signal, scoreOf, WEIGHTS } from './weights.ts';

/** A candidate with its log-odds. */
export interface Assessed {
  readonly candidate: HitCandidate;
  readonly evidence: readonly Evidence[];
  readonly logOdds: number;
}

export interface Assessment {
  readonly hit: Hit;
  /** Best first. */
  readonly candidates: readonly Assessed[];
}

export const evidence = (signal: Signal, strength: number, ...args: string[]): Evidence => ({
  signal,
  args,
  weight: Math.round(100 * WEIGHTS[signal] * strength) / 100,
});

/** A case with what its rows found, once they were asked. */
interface Seen {
  readonly c: Case;
  found: readonly Evidence[] | null;
}

function findingsOf(rows: readonly Row[], c: Case): Evidence[] {
  const found: Evidence[] = [];
  for (const [signal, row] of rows) {
    const finding = row(c);
    if (finding) found.push(evidence(signal, finding.strength, ...finding.args));
  }
  return found;
}

// What makes a short form its bearer's: the name in full, or given names beside it.
const INTRODUCES: ReadonlySet<string> = new Set<Signal>([
  'introduced',
  'introduced_later',
  'given_fits',
  'turned_round',
  'lone_surname',
]);

// "Jack Kirby" may be John Kirby, where the article speaks of him.
const isWeak = ({ signal, weight }: Evidence): boolean =>
  signal === 'lone_surname' || (signal === 'given_fits' && weight < WEIGHTS.given_fits);

// Notes do not change; what is read off them is kept as long as they are.
const views = new WeakMap<Note, NoteView>();

/** "Al Mayadeen" and "Mayadeen" are one place. */
const placeKey = (name: string): string => foldText(name).replace(/^(?:al|el|the) /, '');

/** Assesses the hits of one article; remembers what it read of the article and the notes. */
export class Assessor {
  readonly article: Article;
  readonly words: ArticleWords;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly frames: Frames;
  /** Notes already linked, with the name they were found by. */
  readonly linked = new Map<NoteId, string>();
  readonly #cases = new Map<Hit, readonly Seen[]>();
  #countries: ReadonlyMap<string, number> | null = null;
  /** Names that the article also gives to a place. */
  readonly #places = new Map<string, string>();

  constructor(article: Article, words: ArticleWords, notes: ReadonlyMap<NoteId, Note>, hits: readonly Hit[]) {
    this.article = article;
    this.words = words;
    this.notes = notes;
    // A family name beside a name belongs to it more often than not: "Ahmed Davutoglu".
    this.frames = new Frames(
      words,
      hits.filter(({ candidates }) => candidates.some(({ derived }) => derived !== DERIVED.family)),
    );
    for (const hit of hits) {
      const { place } = this.frames.frameOf(hit);
      if (place) this.#places.set(placeKey(hit.text), place);
    }
  }

  /** How often the article names each country. */
  get countries(): ReadonlyMap<string, number> {
    this.#countries ??= countriesIn(this.words);
    return this.#countries;
  }

  viewOf(id: NoteId): NoteView | undefined {
    const note = this.notes.get(id);
    if (!note) return undefined;
    let view = views.get(note);
    if (!view) {
      view = viewOf(note);
      views.set(note, view);
    }
    return view;
  }

  /** `more` gives evidence from outside the rows: who was introduced before. */
  assess(hit: Hit, more: (candidate: HitCandidate) => readonly Evidence[]): Assessment {
    const candidates: Assessed[] = [];
    for (const seen of this.#casesOf(hit)) {
      const extra = more(seen.c.candidate);
      if (!this.#meetsNeeds(seen.c, extra)) continue;
      seen.found ??= findingsOf(ROWS, seen.c);
      const all = [...extra, ...seen.found, ...findingsOf(ROWS_OF_LINKED, seen.c)];
      let logOdds = 0;
      for (const { weight } of all) logOdds += weight;
      candidates.push({ candidate: seen.c.candidate, evidence: all, logOdds });
    }
    if (candidates.length > 1) candidates.sort((a, b) => b.logOdds - a.logOdds);
    return { hit, candidates };
  }

  /** A hit is assessed before and after it is known who is introduced; what the page says of it stays. */
  #casesOf(hit: Hit): readonly Seen[] {
    const known = this.#cases.get(hit);
    if (known) return known;
    const { article, words, linked } = this;
    const shared = {
      article,
      words,
      hit,
      linked,
      frame: this.frames.frameOf(hit),
      titled: this.frames.isTitled(hit),
      place: this.#places.size > 0 ? (this.#places.get(placeKey(hit.text)) ?? null) : null,
      rivals: hit.candidates.length - 1,
      countries: () => this.countries,
    };
    const seen = hit.candidates.flatMap((candidate): Seen[] => {
      const view = this.viewOf(candidate.note);
      if (!view) return [];
      const alias = view.note.aliases[candidate.alias] ?? null;
      const context = this.#contextOf(view, hit);
      return [{ c: { ...shared, candidate, alias, view, context, name: alias?.text ?? view.bare }, found: null }];
    });
    this.#cases.set(hit, seen);
    return seen;
  }

  /** What the pack asks for before a name counts. */
  #meetsNeeds(c: Case, extra: readonly Evidence[]): boolean {
    const { alias, candidate, context, frame, view } = c;
    const introduced = extra.some(({ signal }) => INTRODUCES.has(signal));
    const isTitled = postFit(c) === 'held' && frame.follower === null;
    if (candidate.derived === DERIVED.family && !introduced && !isTitled) return false;
    if (!isBelieved(c, introduced)) return false;
    if (extra.some(isWeak) && !maybeSpokenOf(c)) return false;
    if (!alias?.needs) return true;
    // A title that fits the note introduces: "Secretary Kerry".
    if (introduced || isTitled) return true;
    if (alias.needs === 'introduction') return false;
    return context.length > 0 || (frame.nation !== null && view.nations.size > 0);
  }

  #contextOf({ note, told }: NoteView, hit: Hit): Case['context'] {
    const at = this.words.indexAt(hit.start);
    const after = this.words.indexAt(hit.end);
    const found: { word: string; distance: number }[] = [];
    for (const word of told ? [...note.context, told] : note.context) {
      const positions = this.words.positionsOf(word);
      if (positions.length === 0) continue;
      // A word of the name itself speaks for no bearer of it.
      const before = positions[lowerBound(positions, at) - 1];
      const next = positions[lowerBound(positions, after)];
      const distance = Math.min(
        at - (before ?? Number.NEGATIVE_INFINITY),
        (next ?? Number.POSITIVE_INFINITY) - after + 1,
      );
      if (distance < Number.POSITIVE_INFINITY) found.push({ word, distance });
    }
    return found.sort((a, b) => a.distance - b.distance);
  }
}

/** The bearer that is meant, if one is far enough ahead. */
export function chosenOf({ candidates }: Assessment): Assessed | null {
  const [best, second] = candidates;
  if (!best || best.logOdds < LINK_AT) return null;
  return second && best.logOdds - second.logOdds < MARGIN ? null : best;
}

/** A note's name without what tells it from its namesakes: "Fourth Division (Syria)". */
export const bareName = (note: Note): string => note.name.replace(/\s*\([^()]*\)$/, '');

const toCandidate = ({ candidate, evidence: found, logOdds }: Assessed): Candidate => ({
  note: candidate.note,
  score: scoreOf(logOdds),
  evidence: found,
});

/** The name a misprint stands for: the alias it came from, unless that is itself the listed misprint. */
function nameMeant({ note, alias }: HitCandidate, notes: ReadonlyMap<NoteId, Note>): string {
  const held = notes.get(note)!;
  const found = held.aliases[alias];
  return found && !found.misprint ? found.text : bareName(held);
}

const byWeight = (a: Evidence, b: Evidence): number => Math.abs(b.weight) - Math.abs(a.weight);

/** The mention a hit becomes, or null when no bearer is likely enough to be shown. */
export function toMention(assessment: Assessment, notes: ReadonlyMap<NoteId, Note>): Mention | null {
  const { hit } = assessment;
  const chosen = chosenOf(assessment);
  const shown = assessment.candidates.filter(({ logOdds }) => logOdds >= SHOW_AT);
  // One unlikely bearer is no choice to offer.
  if (!chosen && (shown.length < 2 || (shown[0]?.logOdds ?? 0) < 0)) return null;
  const best = chosen ?? shown[0]!;
  const alias = notes.get(best.candidate.note)?.aliases[best.candidate.alias];
  const explain = alias?.misprint ? alias.explain : undefined;
  const isMisprint = chosen !== null && (alias?.misprint || hit.misprintOf !== undefined);
  return {
    start: hit.start,
    end: hit.end,
    text: hit.text,
    kind: kindOf(best.candidate.note),
    note: chosen?.candidate.note ?? null,
    candidates: (chosen ? assessment.candidates : shown).map(toCandidate),
    reason: [...best.evidence].filter(({ weight }) => !chosen || weight > 0).sort(byWeight),
    ...(isMisprint ? { misprint: { of: nameMeant(best.candidate, notes), ...(explain ? { explain } : {}) } } : {}),
  };
}
