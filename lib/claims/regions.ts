import type { Attribution } from '../attribution/attribution.ts';
import { isTensed, type Range } from '../attribution/phrases.ts';
import type { Token } from '../attribution/tokens.ts';
import type { Span } from '../text/span.ts';

/** A stretch of a sentence with one owner: an attribution, or `null` for the article itself. */
export interface Region extends Range {
  readonly attribution: number | null;
  /** Subject, cue and complement together; a relative clause in it is the article's own. */
  readonly whole: boolean;
}

/** Fewest words of a noun phrase that states what happened. */
const FEWEST_HAPPENING = 3;

const within = (t: Token, { start, end }: Span): boolean => start <= t.start && t.end <= end;

/**
 * A sentence cut by who says what: contents with their attribution, the rest from token `from` on with none. Bare source
 * and cue are left out, except where the content is no statement without them.
 */
export function regionsOf(
  tokens: readonly Token[],
  from: number,
  local: readonly number[],
  attributions: readonly Attribution[],
): Region[] {
  // null: the article's own; undefined: nobody's statement.
  const owner = new Array<number | null | undefined>(tokens.length).fill(null);
  owner.fill(undefined, 0, from);
  const wholes = new Set<number>();
  for (const k of local) {
    const a = attributions[k]!;
    // What the source wants or opposes is the article's own statement; so is what the article itself hedges.
    if (a.attitude || (a.sourceKind === 'author' && a.source.length === 0)) continue;
    const own = statementSpans(tokens, a);
    // "were killed after refusing to surrender": the source has a clause of its own.
    if (own === null && tokens.some((t) => t.start >= a.source.at(-1)!.end && t.end <= a.cue[0]!.start && isTensed(t)))
      continue;
    const frame = own === null ? [] : [...a.source, ...a.cue];
    if (own === null || (own.length === 1 && a.content.length > 1)) wholes.add(k);
    const spans = own ?? [hullOf([...a.source, ...a.cue, ...a.content])];
    tokens.forEach((t, i) => {
      if (owner[i] !== null) return;
      if (spans.some((span) => within(t, span))) owner[i] = k;
      else if (frame.some((span) => within(t, span))) owner[i] = undefined;
    });
  }
  const regions: Region[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i + 1;
    while (end < tokens.length && owner[end] === owner[i]) end++;
    if (owner[i] !== undefined && tokens.slice(i, end).some((t) => t.tag !== 'punct'))
      regions.push({ from: i, to: end, attribution: owner[i]!, whole: owner[i] !== null && wholes.has(owner[i]!) });
    i = end;
  }
  return regions;
}

/** Whether some verb is not that of "who ..." or "which ...". */
function hasVerb(tokens: readonly Token[]): boolean {
  let relative = false;
  return tokens.some((t, i) => {
    if (t.tag === 'wh' && i > 0) relative = true;
    else if (t.low === ',') relative = false;
    return isTensed(t) && !relative;
  });
}

const hullOf = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map((s) => s.start)),
  end: Math.max(...spans.map((s) => s.end)),
});

/** The spans that state what the source says; null when only source, cue and content together state something. */
function statementSpans(tokens: readonly Token[], { source, cue, content, happening }: Attribution): Span[] | null {
  const first = fromPronoun(tokens, content[0]!);
  const last = content.at(-1)!;
  const inside = tokens.filter((t) => within(t, first));
  // "clashes near the port" states something; "forty dead" only with who speaks of them.
  if (happening) return inside.length >= FEWEST_HAPPENING ? [first] : null;
  const tensed = hasVerb(inside);
  if (content.length === 1 && source.length > 0 && cue[0]!.start < first.start) {
    // "The company announced oil finds", "the paper called it the first attack".
    const bare = !tensed;
    const called =
      /^(?:it|him|them|her|me|us)$/.test(inside[0]?.low ?? '') && inside[1] !== undefined && !isTensed(inside[1]);
    return bare || called ? null : [first];
  }
  // "This was described by X as Y": subject, cue and complement make one statement.
  const joint = source.length === 0 || cue.some((c) => first.end <= c.start && c.end <= last.start);
  if (joint && content.length > 1 && !tensed) return [{ start: first.start, end: last.end }];
  return [first, ...content.slice(1)];
}

/** "Roe, who is seen as": of the content's subject only the pronoun belongs to the statement; the noun stands before it. */
function fromPronoun(tokens: readonly Token[], span: Span): Span {
  const wh = tokens.find((t) => t.end === span.end);
  return wh?.tag === 'wh' && wh.start > span.start ? { start: wh.start, end: wh.end } : span;
}
