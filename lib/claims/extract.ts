import type { Attribution } from '../attribution/attribution.ts';
import { type VerbGroup, verbGroups } from '../attribution/groups.ts';
import { isNominal } from '../attribution/neighbours.ts';
import { isTensed, type Range } from '../attribution/phrases.ts';
import { tag } from '../attribution/tagger.ts';
import { type Token, tokensOf } from '../attribution/tokens.ts';
import type { Mention } from '../gazetteer/mention.ts';
import type { Article, Block } from '../text/article.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Claim } from './claim.ts';
import { appositionsIn, type Clause, clausesIn, trimEnd } from './clauses.ts';
import { isNegated, isOpinion, modeOf } from './mode.ts';
import { isTranscript } from './transcript.ts';

const READ: ReadonlySet<Block['role']> = new Set([
  'headline',
  'subheadline',
  'heading',
  'paragraph',
  'item',
  'quote',
  'caption',
]);
/** Longest sentence looked at, in tokens. */
const MAX_TOKENS = 400;
/** Fewest words of a statement. */
const MIN_WORDS = 3;

/** A stretch of a sentence with one owner. */
interface Region extends Range {
  readonly attribution: number | null;
}

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
    if (!READ.has(block.role)) continue;
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
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentions[middle]!.start < span.start) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let k = low; k < mentions.length && mentions[k]!.start < span.end; k++)
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
  if (mode === 'question' || wordCount < MIN_WORDS + 1 || !groups.some((g) => g.finite)) return [];
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
  const regions = regionsOf(sentence, local, attributions);
  for (const region of regions) {
    for (const clause of clausesIn(tokens, groups, region, (i) => !regions.some((r) => r.from <= i && i < r.to))) {
      const claim = claimOf(sentence, clause, region, attributions, whole);
      if (claim) found.push(claim);
    }
  }
  // A headline may leave its verb out.
  if (found.length === 0 && (block.role === 'headline' || block.role === 'subheadline') && tokens.length > 3) {
    const to = trimEnd(tokens, 0, tokens.length);
    const mode = modeOf(tokens, whole, null, whole);
    if (mode !== 'question')
      found.push({
        start: tokens[0]!.start,
        end: tokens[to - 1]!.end,
        attribution: null,
        mode,
        polarity: isNegated(tokens, whole, null) ? 'negative' : 'positive',
      });
  }
  for (const clause of appositionsIn(tokens, whole)) {
    const span = spanOf(tokens, clause);
    if (found.some((claim) => claim.start === span.start && claim.end === span.end)) continue;
    found.push({ ...span, attribution: null, mode: 'asserted', polarity: 'positive' });
  }
  return found;
}

const spanOf = (tokens: readonly Token[], { from, to }: Range): Span => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});

/** The sentence cut by who says what: contents with their attribution, the rest with none; bare source and cue left out. */
function regionsOf({ tokens }: Sentence, local: readonly number[], attributions: readonly Attribution[]): Region[] {
  const owner = new Array<number | null | undefined>(tokens.length).fill(null);
  for (const k of local) {
    const a = attributions[k]!;
    // What the source wants or opposes is the article's own statement; so is what the article itself hedges.
    if (a.attitude || (a.sourceKind === 'author' && a.source.length === 0)) continue;
    const first = fromPronoun(tokens, a.content[0]!);
    const last = a.content.at(-1)!;
    const joint = a.source.length === 0 || a.cue.some((c) => first.end <= c.start && c.end <= last.start);
    // "This was described by X as Y": subject, cue and complement make one statement.
    // "The company announced oil finds": a content without a verb is no statement without its cue.
    const bare =
      a.content.length === 1 &&
      a.source.length > 0 &&
      !tokens.some(
        (t) => t.start >= first.start && t.end <= first.end && (isTensed(t) || t.tag === 'to' || t.low === 'that'),
      );
    if (bare) {
      const from = Math.min(a.source[0]!.start, a.cue[0]!.start, first.start);
      const to = Math.max(a.source[0]!.end, a.cue[0]!.end, first.end);
      tokens.forEach((t, i) => {
        if (owner[i] === null && from <= t.start && t.end <= to) owner[i] = k;
      });
      continue;
    }
    const hull =
      joint && a.content.length > 1 && !tokens.some((t) => t.start >= first.start && t.end <= first.end && isTensed(t));
    tokens.forEach((t, i) => {
      if (owner[i] !== null) return;
      if (
        hull
          ? first.start <= t.start && t.end <= last.end
          : a.content.some((s, n) => (n === 0 ? first : s).start <= t.start && t.end <= s.end)
      )
        owner[i] = k;
      else if (!hull && [...a.source, ...a.cue].some((s) => s.start <= t.start && t.end <= s.end)) owner[i] = undefined;
    });
  }
  const regions: Region[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i + 1;
    // Quotation marks and commas between two parts of one content do not part them.
    while (end < tokens.length && owner[end] === owner[i]) end++;
    if (owner[i] !== undefined && tokens.slice(i, end).some((t) => t.tag !== 'punct'))
      regions.push({ from: i, to: end, attribution: owner[i]! });
    i = end;
  }
  return regions;
}

/** "Roe, who is seen as": of the content's subject only the pronoun belongs to the statement; the noun stands before it. */
function fromPronoun(tokens: readonly Token[], span: Span): Span {
  const wh = tokens.find((t) => t.end === span.end);
  return wh?.tag === 'wh' && wh.start > span.start ? { start: wh.start, end: wh.end } : span;
}

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
      (from === region.from && region.attribution !== null && tokens[from]!.low === 'that'))
  )
    from++;
  const to = trimEnd(tokens, from, clause.to);
  if (to <= from) return null;
  const range = { from, to };
  const slice = tokens.slice(from, to);
  if (slice.filter((t) => t.tag !== 'punct').length < MIN_WORDS) return null;
  if (!slice.some((t) => isNominal(t) || t.tag === 'adj')) return null;
  const attribution = region.attribution === null ? null : attributions[region.attribution]!;
  let mode = modeOf(tokens, range, clause.group, sentence);
  if (attribution?.reserve === 'doubts' || attribution?.reserve === 'withholds') mode = 'question';
  if (mode === 'order' || (mode === 'question' && !attribution) || isOpinion(tokens, range)) return null;
  const negated = isNegated(tokens, range, clause.group) !== (attribution?.reserve === 'denies');
  const span = spanOf(tokens, range);
  const subject = clause.subject ? spanOf(tokens, clause.subject) : null;
  const outside = subject && !contains(span, subject) && !overlaps(span, subject);
  return {
    ...span,
    attribution: region.attribution,
    mode,
    polarity: negated ? 'negative' : 'positive',
    ...(outside ? { subject } : {}),
  };
}
