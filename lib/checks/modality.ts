/**
 * How a sentence puts what it says, word by word: asserted or not, and whether it is denied.
 *
 * A cue works from its place to the next edge of a clause, not over a fixed window: fixed windows are the known weakness
 * of NegEx-style systems (Chapman et al. 2001), whose three kinds of cue are kept: before what they bear on, after it
 * ("was ruled out"), and pseudo ("no fewer than"). Wrong in the careful direction by design: a clause taken for a
 * possibility is merely not compared.
 */

import { CUES, type Cue, type Mode } from './modality-cues.ts';
import type { Token } from './words.ts';
import { stemOf } from './words.ts';

export interface Modality {
  readonly mode: Mode;
  readonly negated: boolean;
  /** Under "it is false that", "wrongly called", "has been debunked": an error reported as one. */
  readonly refuted: boolean;
}

/** Commas count unless they stand in an enumeration or close an aside; words count where they open a clause. */
const EDGE_WORDS = new Set(
  'but although though while because who which whom whose whereas whereupon resulting leading after before since when where and'.split(
    ' ',
  ),
);
const HARD_EDGE = /[;:()\u2014]|\s[-\u2013]\s/;

const cuesByFirst = new Map<string, Cue[]>();
for (const cue of CUES) {
  const first = cue.words[0]!.replace('*', '');
  const key = cue.words[0]!.endsWith('*') ? `*${stemOf(first)}` : first;
  cuesByFirst.set(key, [...(cuesByFirst.get(key) ?? []), cue]);
}

const fits = (pattern: string, token: Token): boolean =>
  pattern.endsWith('*') ? stemMatches(pattern.slice(0, -1), token.word) : pattern === token.word;

/** "misidentif*" is a beginning, "deny*" a stem: both are meant by a star. */
const stemMatches = (pattern: string, word: string): boolean =>
  word.startsWith(pattern) || stemOf(word) === stemOf(pattern);

function cueAt(tokens: readonly Token[], at: number): Cue | null {
  const { word } = tokens[at]!;
  if (/n['’]t$/.test(word)) return { words: [word], effect: 'negate', reach: 'after' };
  const starts = [...(cuesByFirst.get(word) ?? []), ...(cuesByFirst.get(`*${stemOf(word)}`) ?? []), ...prefixed(word)];
  let best: Cue | null = null;
  for (const cue of starts) {
    if (!cue.words.every((pattern, n) => tokens[at + n] && fits(pattern, tokens[at + n]!))) continue;
    if (!best || cue.words.length > best.words.length || (cue.effect === 'pseudo' && best.effect !== 'pseudo'))
      best = cue;
  }
  return best;
}

/** Cues given by the beginning of a word whose stem differs ("misidentif*", "speculat*"). */
const PREFIXES = CUES.filter(({ words }) => words[0]!.endsWith('*') && words.length === 1);
const prefixed = (word: string): Cue[] => PREFIXES.filter(({ words }) => word.startsWith(words[0]!.slice(0, -1)));

/** For every token, the number of its clause. */
export function clausesOf(text: string, tokens: readonly Token[], offset = 0): number[] {
  let clause = 0;
  return tokens.map((token, at) => {
    if (at > 0) {
      const between = text.slice(tokens[at - 1]!.end - offset, token.start - offset);
      const verbAhead = between.includes(',') || EDGE_WORDS.has(token.word);
      if (HARD_EDGE.test(between) || (verbAhead && !inList(tokens, at, between))) clause++;
    }
    return clause;
  });
}

/** "Tiger Forces, Fifth Corps and ...": a comma or "and" between two nouns of one phrase is no edge. */
function inList(tokens: readonly Token[], at: number, between: string): boolean {
  const token = tokens[at]!;
  if (token.word === 'and') {
    // Two capitalised words, or two figures, on both sides: one phrase.
    const left = tokens[at - 1]!;
    const right = tokens[at + 1]?.word === 'the' ? tokens[at + 2] : tokens[at + 1];
    return right === undefined || alike(left, right) || !between.includes(',');
  }
  return between.includes(',') && alike(tokens[at - 1]!, token) && /\p{Lu}/u.test(token.surface[0]!);
}
const alike = (a: Token, b: Token): boolean =>
  /^\p{Lu}/u.test(a.surface) === /^\p{Lu}/u.test(b.surface) || (a.value !== undefined && b.value !== undefined);

interface Mutable {
  mode: Mode;
  negated: boolean;
  refuted: boolean;
}

/** A stronger reason not to compare wins over a weaker one. */
const RANK: readonly Mode[] = ['asserted', 'plan', 'order', 'possible', 'denial', 'conditional', 'question'];

/** The modality of each token of one sentence. */
export function modalitiesOf(text: string, tokens: readonly Token[], offset = 0): Modality[] {
  const question = /\?["'’”)\]]*\s*$/.test(text);
  const out: Mutable[] = tokens.map(() => ({
    mode: question ? 'question' : 'asserted',
    negated: false,
    refuted: false,
  }));
  const clauses = clausesOf(text, tokens, offset);
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(tokens, at);
    if (!cue) continue;
    const last = at + cue.words.length - 1;
    if (cue.effect !== 'pseudo') apply(cue, at, last, clauses, tokens, out);
    at = last;
  }
  return out;
}

function apply(
  cue: Cue,
  at: number,
  last: number,
  clauses: readonly number[],
  tokens: readonly Token[],
  out: Mutable[],
): void {
  const [from, to] = reachOf(turned(cue, at, last, tokens), at, last, clauses, tokens);
  for (let n = from; n < to; n++) {
    const modality = out[n]!;
    if (cue.effect === 'negate') modality.negated = !modality.negated;
    else if (cue.effect === 'refute') modality.refuted = true;
    else if (cue.effect !== 'pseudo' && RANK.indexOf(cue.effect) > RANK.indexOf(modality.mode))
      modality.mode = cue.effect;
  }
}

const BE = new Set('is are was were be been being'.split(' '));

/** "It is false that X" bears on what follows, "X has been debunked" on what stands before. */
function turned(cue: Cue, at: number, last: number, tokens: readonly Token[]): Cue {
  if (cue.effect !== 'refute' && cue.effect !== 'denial') return cue;
  if (cue.reach === 'before' && tokens[last + 1]?.word === 'that') return { ...cue, reach: 'after' };
  const passive = cue.reach === 'after' && at > 0 && BE.has(tokens[at - 1]!.word) && !NOT_PASSIVE.has(tokens[at]!.word);
  return passive ? { ...cue, reach: 'before' } : cue;
}
/** "was wrongly called", "is denying": what follows is still what it bears on. */
const NOT_PASSIVE = new Set(
  'wrongly mistakenly incorrectly erroneously falsely in false untrue not no a denying rejecting ruling disputing'.split(
    ' ',
  ),
);

function reachOf(
  cue: Cue,
  at: number,
  last: number,
  clauses: readonly number[],
  tokens: readonly Token[],
): [from: number, to: number] {
  if (cue.reach === 'sentence') return [0, tokens.length];
  const clause = clauses[at]!;
  const first = clauses.indexOf(clause);
  let end = clauses.lastIndexOf(clauses[last]!) + 1;
  if (cue.reach === 'clause') return [first, end];
  if (cue.reach === 'before') {
    // "The claim that X, which Y, has been debunked": the subject may be a clause or two back.
    return [0, at];
  }
  if (cue.effect === 'denial' || cue.effect === 'refute') {
    // What is denied or refuted follows through "that", "which" and lists, up to a contrast or the end.
    while (end < tokens.length && !CONTRAST.has(tokens[end]!.word)) end++;
  }
  return [last + 1, end];
}
const CONTRAST = new Set('but although though however whereas while instead'.split(' '));

/** Of the tokens with one of the terms, the shares that are planned or ordered, negated, hypothetical, refuted. */
export interface Shares {
  readonly planned: number;
  readonly negated: number;
  readonly hypothetical: number;
  readonly refuted: number;
}

export function modalityShares(
  tokens: readonly Token[],
  modalities: readonly Modality[],
  terms: ReadonlySet<string>,
): Shares {
  const of = modalities.filter((_, at) => terms.has(tokens[at]!.term));
  const share = (holds: (modality: Modality) => boolean): number =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  return {
    planned: share(({ mode }) => mode === 'plan' || mode === 'order'),
    negated: share(({ negated }) => negated),
    hypothetical: share(({ mode }) => mode === 'conditional' || mode === 'possible' || mode === 'question'),
    refuted: share(({ refuted }) => refuted),
  };
}
