import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { type VerbGroup, verbGroups } from './groups.ts';
import { type Quotation, quotationsOf } from './quotations.ts';
import { SCORING, type Scoring } from './scorer.ts';
import { tag } from './tagger.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A sentence, or the sentences one quotation runs through, ready for the rules: its tokens tagged, its verbs grouped. */
export interface Unit extends Span {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
  /** Nothing but a quotation (and marks). */
  readonly quoteOnly: boolean;
  readonly scoring: Scoring;
}

export interface Paragraph {
  readonly units: readonly Unit[];
  readonly quotations: readonly Quotation[];
}

/** Longest run of tokens looked at as one sentence; what follows in such a monster (a table, a list) is left out. */
const MAX_TOKENS = 400;

/** The units of one block. A sentence end inside a quotation ends no unit. */
export function paragraphOf(text: string, block: Span, scoring: Scoring = SCORING, carried = false): Paragraph {
  const quotations = quotationsOf(text, block, carried);
  const units: Unit[] = [];
  let start = -1;
  let q = 0;
  let first = 0;
  const close = (end: number): void => {
    while (first < quotations.length && quotations[first]!.end <= start) first++;
    let last = first;
    while (last < quotations.length && quotations[last]!.start < end) last++;
    units.push(unitOf(text, { start, end }, quotations.slice(first, last), scoring));
    start = -1;
  };
  for (const sentence of sentencesOf(text, block)) {
    if (start < 0) start = sentence.start;
    while (q < quotations.length && quotations[q]!.end <= sentence.end) q++;
    const inside = quotations[q];
    if (inside && inside.start < sentence.end && inside.end > sentence.end) continue;
    const next = followsInLowerCase(text, sentence.end, block.end);
    if (next || speakerFollows(text, sentence.end, block.end)) continue;
    close(sentence.end);
  }
  if (start >= 0) close(block.end);
  return { units, quotations };
}

/** '"Why?" he asked.': a closing mark followed by lower case ends no sentence. */
function followsInLowerCase(text: string, at: number, end: number): boolean {
  if (!/["'’”»]/.test(text[at - 1] ?? '')) return false;
  let i = at;
  while (i < end && /\s/.test(text[i]!)) i++;
  return i < end && /^\p{Ll}/u.test(text.slice(i, i + 2));
}

const SPEAKER_THEN_CUE =
  /^\s*(?:the |a |an |one |another )?(?:[\p{L}.'’-]+ ){1,6}?(?:said|says|asked|wrote|tweeted|added|shouted|yelled|screamed|replied|exclaimed|continued|joked|posted|recalled|explained|declared|responded|wondered|told \p{L}+)(?:[.,;:!?]|$| (?:to|in|on|at|during|before|after|of|with|as|when|while|by|later|recently|last|\p{Lu}\p{L}+day)\b)/iu;

/** '"Get out and vote!" Roe tweeted on Monday.': the speaker of a quotation that ends in a mark of its own. */
function speakerFollows(text: string, at: number, end: number): boolean {
  if (!/[!?…]["'’”»]$/.test(text.slice(at - 2, at))) return false;
  return SPEAKER_THEN_CUE.test(text.slice(at, Math.min(end, at + 90)));
}

function unitOf(text: string, span: Span, quotations: readonly Quotation[], scoring: Scoring): Unit {
  const tokens = tokensOf(text, span, quotations).slice(0, MAX_TOKENS);
  tag(tokens);
  const quoteOnly =
    tokens.some((t) => t.tag === 'quote' && t.speech) && tokens.every((t) => t.tag === 'quote' || t.tag === 'punct');
  return { ...span, tokens, groups: verbGroups(tokens), quoteOnly, scoring };
}
