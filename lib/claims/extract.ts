import type { Attribution } from '../attribution/attribution.ts';
import { type VerbGroup, verbGroups } from '../attribution/groups.ts';
import { DAYS, MONTHS } from '../attribution/lexicon.ts';
import { isNominal } from '../attribution/neighbours.ts';
import { datelineEnd, type Range } from '../attribution/phrases.ts';
import { tag } from '../attribution/tagger.ts';
import { type Token, tokensOf } from '../attribution/tokens.ts';
import type { Mention } from '../gazetteer/mention.ts';
import { type Article, type Block, SAYING_ROLES } from '../text/article.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { appositionsIn } from './appositions.ts';
import type { Claim } from './claim.ts';
import { type Clause, clausesIn, trimEnd } from './clauses.ts';
import { isNegated, isOpinion, modeOf } from './mode.ts';
import { type Region, regionsOf } from './regions.ts';
import { isRemnant } from './remnants.ts';
import { isTranscript } from './transcript.ts';

/** Longest sentence looked at, in tokens. */
const MAX_TOKENS = 400;
/** Fewest words of a statement. */
const MIN_WORDS = 3;
/** And of a line of a transcript without a verb. */
const MIN_SPOKEN = 7;

interface Sentence extends Span {
  readonly tokens: readonly Token[];
  readonly groups: readonly VerbGroup[];
}

/**
 * The checkable statements of an article in text order, each as tight as its sentence allows: one actor, action, object
 * (and place and time). Opinions, questions, orders and boilerplate are left out. In transcripts, one a sentence.
 */
export function extractClaims(
  article: Article,
  mentions: readonly Mention[],
  attributions: readonly Attribution[],
): Claim[] {
  const claims: Claim[] = [];
  const transcript = isTranscript(article);
  const inside = mentionFinder(mentions);
  const touching = holdersAlong(attributions);
  for (const block of article.blocks) {
    if (!SAYING_ROLES.has(block.role)) continue;
    for (const span of sentencesOf(article.text, block)) {
      const tokens = tokensOf(article.text, span, []).slice(0, MAX_TOKENS);
      tag(tokens);
      const sentence: Sentence = { ...span, tokens, groups: verbGroups(tokens) };
      const local = touching(span);
      const found = transcript
        ? wholeSentence(sentence, local, attributions)
        : statementsOf(sentence, local, attributions, block);
      for (const claim of found) claims.push({ ...claim, mentions: inside(claim) });
    }
  }
  return claims.sort((a, b) => a.start - b.start || b.end - a.end);
}

type Found = Omit<Claim, 'mentions'>;

/** Indices of the attributions that touch a span, for spans asked in text order: each is taken up and laid down once. */
function holdersAlong(attributions: readonly Attribution[]): (span: Span) => number[] {
  const holders = attributions
    .map((a, index) => {
      const spans = [...a.content, ...a.cue, ...a.source];
      return { index, start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
    })
    .sort((a, b) => a.start - b.start);
  let next = 0;
  let active: typeof holders = [];
  return (span) => {
    while (next < holders.length && holders[next]!.start < span.end) active.push(holders[next++]!);
    active = active.filter((holder) => holder.end > span.start);
    return active.map((holder) => holder.index).sort((a, b) => a - b);
  };
}

/** Indices of the mentions inside a span; mentions are sorted by start. */
function mentionFinder(mentions: readonly Mention[]): (span: Span) => number[] {
  return (span) => {
    const first = partitionPoint(mentions.length, (k) => mentions[k]!.start < span.start);
    const found: number[] = [];
    for (let k = first; k < mentions.length && mentions[k]!.start < span.end; k++)
      if (mentions[k]!.end <= span.end) found.push(k);
    return found;
  };
}

function wholeSentence(
  { tokens, groups, start, end }: Sentence,
  local: readonly number[],
  attributions: readonly Attribution[],
): Found[] {
  const whole = { from: 0, to: tokens.length };
  const mode = modeOf(tokens, whole, groups.find((g) => g.finite) ?? null, whole);
  const wordCount = tokens.filter((t) => t.tag !== 'punct').length;
  // Speech leaves verbs out; a line of some length states something all the same.
  const says = groups.some((g) => g.finite) ? wordCount > MIN_WORDS : wordCount >= MIN_SPOKEN;
  if (mode === 'question' || !says) return [];
  const owner = local.find((k) => attributions[k]!.content.some((s) => s.start <= start && end - 1 <= s.end)) ?? null;
  const group = groups.find((g) => g.finite) ?? null;
  return [
    { start, end, attribution: owner, mode, polarity: isNegated(tokens, whole, group) ? 'negative' : 'positive' },
  ];
}

function statementsOf(
  sentence: Sentence,
  local: readonly number[],
  attributions: readonly Attribution[],
  block: Block,
): Found[] {
  const { tokens, groups } = sentence;
  const found: Found[] = [];
  const whole = { from: 0, to: tokens.length };
  const regions = regionsOf(tokens, datelineEnd(tokens), local, attributions);
  const headline = block.role === 'headline' || block.role === 'subheadline';
  const outside = (i: number): boolean => !regions.some((r) => r.from <= i && i < r.to);
  for (const region of regions) {
    const clauses = clausesIn(tokens, groups, region, outside);
    // A headline may leave its verb out, or hold one that looks like a noun; what reports point to has none.
    const happening = region.attribution !== null && attributions[region.attribution]!.happening;
    const bare = happening || (headline && tokens.slice(region.from, region.to).filter(isWordy).length > MIN_WORDS);
    if (clauses.length === 0 && bare)
      clauses.push({ from: region.from, to: region.to, group: null, subject: null, kind: 'main' });
    for (const clause of clauses) {
      const claim = claimOf(sentence, clause, region, attributions, whole);
      if (claim) found.push(claim);
    }
  }
  for (const clause of appositionsIn(tokens, whole)) {
    const span = spanOf(tokens, clause);
    if (found.some((claim) => claim.start === span.start && claim.end === span.end)) continue;
    found.push({ ...span, attribution: null, mode: 'asserted', polarity: 'positive' });
  }
  return found;
}

/** A word that is no date or number. */
const isWordy = (t: Token): boolean => /^\p{L}{2,}/u.test(t.text) && !MONTHS.has(t.low) && !DAYS.has(t.low);

const spanOf = (tokens: readonly Token[], { from, to }: Range): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});

/** "Roe, who is seen as": the relative clause is the statement itself. */
const holdsCue = (tokens: readonly Token[], clause: Range, { cue }: Attribution): boolean => {
  const span = spanOf(tokens, clause);
  return cue.some((c) => contains(span, c));
};

function claimOf(
  { tokens }: Sentence,
  clause: Clause,
  region: Region,
  attributions: readonly Attribution[],
  sentence: Range,
): Found | null {
  let { from } = clause;
  while (
    from < clause.to &&
    (tokens[from]!.tag === 'conj' ||
      tokens[from]!.tag === 'punct' ||
      (from === region.from &&
        region.attribution !== null &&
        tokens[from]!.low === 'that' &&
        // "That's the decision": a subject.
        !/^(?:be|gen)$/.test(tokens[from + 1]?.tag ?? '')))
  )
    from++;
  const to = trimEnd(tokens, from, clause.to);
  if (to <= from) return null;
  const range = { from, to };
  if (isRemnant(tokens, clause, range, region, sentence)) return null;
  const slice = tokens.slice(from, to);
  if (slice.filter((t) => t.tag !== 'punct').length < MIN_WORDS) return null;
  if (!slice.some((t) => isNominal(t) || t.tag === 'adj')) return null;
  // "Roe, who leads the army, is seen as": that he leads it nobody is quoted for.
  const aside =
    region.whole && clause.kind === 'relative' && !holdsCue(tokens, clause, attributions[region.attribution!]!);
  const holder = aside ? null : region.attribution;
  const attribution = holder === null ? null : attributions[holder]!;
  let mode = modeOf(tokens, range, clause.group, sentence);
  if (attribution?.reserve === 'doubts' || attribution?.reserve === 'withholds') mode = 'question';
  if (mode === 'order' || (mode === 'question' && !attribution) || isOpinion(tokens, range)) return null;
  const negated = isNegated(tokens, range, clause.group) !== (attribution?.reserve === 'denies');
  const span = spanOf(tokens, range);
  const subject = clause.subject ? spanOf(tokens, clause.subject) : null;
  const outside = subject && !contains(span, subject) && !overlaps(span, subject);
  return {
    ...span,
    attribution: holder,
    mode,
    polarity: negated ? 'negative' : 'positive',
    ...(outside ? { subject } : {}),
  };
}
