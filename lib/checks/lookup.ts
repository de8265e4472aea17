/** Ranking the held checks for a text: the first stage of every comparison, and all of `lookup`. */
import { type DayRange, dayNumber, daysOf } from '../text/partial-date.ts';
import type { CheckIndex } from './index-checks.ts';
import { findTerm, hashTerm, type Postings } from './postings.ts';
import { termsOf } from './words.ts';

/** A held check that may be about a text. */
export interface LookupHit {
  /** Position in `index.checks`. */
  readonly at: number;
  /** Orders hits of one lookup; not comparable between lookups. */
  readonly score: number;
}

/** Beyond the first eight terms, words of more than 15 % of all checks cost more than they tell. */
const SURE_TERMS = 8;
const COMMON_SHARE = 0.15;

/** One accumulator for all lookups of an index size, cleared by the list of what was touched. */
let accumulator = new Float32Array(0);

/** The best `limit` documents by summed impact, best first; a term may count less than in full. */
export function rankByWords(
  postings: Postings,
  terms: Iterable<string | readonly [term: string, weight: number]>,
  limit: number,
): LookupHit[] {
  if (accumulator.length < postings.documents) accumulator = new Float32Array(postings.documents);
  const scores = accumulator;
  const touched: number[] = [];
  const { starts, data } = postings;
  // Rarest first, by the room its postings take.
  const found = [...terms]
    .map((term) => (typeof term === 'string' ? ([term, 1] as const) : term))
    .map(([term, weight]) => [findTerm(postings, hashTerm(term)), weight] as const)
    .filter(([at]) => at >= 0)
    .sort(([a], [b]) => starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!));
  found.forEach(([term, weight], n) => {
    const end = starts[term + 1]!;
    if (n >= SURE_TERMS && (end - starts[term]!) / 2 > COMMON_SHARE * postings.documents) return;
    let document = -1;
    for (let at = starts[term]!; at < end; ) {
      let gap = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = data[at++]!;
        gap |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      document += gap;
      if (scores[document] === 0) touched.push(document);
      scores[document]! += weight * data[at++]!;
    }
  });
  const unit = postings.scale / 255;
  const hits = best(touched, scores, limit).map((at) => ({ at, score: scores[at]! * unit }));
  for (const at of touched) scores[at] = 0;
  return topOf(hits, limit);
}

/**
 * The documents that may be among the best: a query touches thousands and twenty are wanted, so they are counted by score
 * first and only the top counts are sorted.
 */
function best(touched: readonly number[], scores: Float32Array, limit: number): readonly number[] {
  if (touched.length <= 4 * limit) return touched;
  let highest = 0;
  for (const at of touched) if (scores[at]! > highest) highest = scores[at]!;
  const counts = new Uint32Array(BUCKETS);
  const scale = (BUCKETS - 1) / highest;
  for (const at of touched) counts[(scores[at]! * scale) | 0]!++;
  let bucket = BUCKETS - 1;
  for (let seen = counts[bucket]!; seen < limit && bucket > 0; ) seen += counts[--bucket]!;
  return touched.filter((at) => ((scores[at]! * scale) | 0) >= bucket);
}
const BUCKETS = 256;

/** The best `limit`, in order; a tie goes to the earlier check. */
function topOf(hits: LookupHit[], limit: number): LookupHit[] {
  return hits.sort((a, b) => b.score - a.score || a.at - b.at).slice(0, limit);
}

export interface Lookup {
  readonly text: string;
  /** The article's date; without it time plays no part. */
  readonly date?: DayRange | null;
}

/**
 * What a check's date is worth beside words, in points of a 20,000-check index (where a word that one check alone has
 * counts 9.5). Checks are written about what is in the news, so closeness is the largest signal there is after words:
 * .04 MAP on posts, .09 on speeches. A check from well after the text is seldom about it. Constants chosen on
 * one half of the queries of two measured corpora cost the other half less than .005 MAP against its own best.
 */
const DAY_WEIGHT = 3;
const LATER_PENALTY = 3;
const LATER_AFTER_DAYS = 14;
/** An undated check stands where one about three months away stands. */
const UNDATED = -6;
const REFERENCE_SCALE = 20.9;

/** How many of the best by words are ranked again by date; beyond, fewer than one in a hundred is the one wanted. */
const RERANKED = 200;

/** Zero when the text has no date: then time plays no part. */
function dateScore(when: string | undefined, date: DayRange | null | undefined): number {
  if (!date) return 0;
  const days = when === undefined ? null : daysOf(when);
  if (!days) return UNDATED;
  const late = dayNumber(days.from) - dayNumber(date.to);
  const early = dayNumber(date.from) - dayNumber(days.to);
  return -DAY_WEIGHT * Math.log10(1 + Math.max(0, late, early)) - (late > LATER_AFTER_DAYS ? LATER_PENALTY : 0);
}

/** Held checks for a text, best first. */
export function lookupChecks(index: CheckIndex, { text, date }: Lookup, limit = 20): LookupHit[] {
  const { postings, checks } = index;
  const unit = postings.scale / REFERENCE_SCALE;
  const found = rankByWords(postings, termsOf(text), Math.max(RERANKED, limit));
  return topOf(
    found.map(({ at, score }) => ({ at, score: score + unit * dateScore(checks[at]!.when, date) })),
    limit,
  );
}
