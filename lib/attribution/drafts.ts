import type { CueClass } from './cues.ts';
import type { VerbGroup } from './groups.ts';
import type { Range } from './phrases.ts';
import { type Candidate, confidenceOf, type Layout } from './scorer.ts';
import type { Unit } from './units.ts';

/** A relation inside one unit, in token indices. */
export interface Draft {
  readonly layout: Layout | 'according' | 'colon' | 'noun';
  readonly cls: CueClass;
  /** Base form of the cue's head. */
  readonly lemma: string;
  readonly negated: boolean;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  content: Range[];
  /** 0 to 1. */
  readonly confidence: number;
  /** A quotation right after the unit carries on this content. */
  readonly openEnded: boolean;
  /** The content is a noun phrase for what is said to have happened. */
  readonly happening?: true;
  /** Whom the source passes on. */
  readonly inner?: Range;
}

export function draftOf(
  unit: Unit,
  group: VerbGroup,
  cls: CueClass,
  layout: Layout,
  source: Range | null,
  cue: Range,
  content: Range[],
  confidence: number,
): Draft {
  return {
    layout,
    cls,
    lemma: unit.tokens[group.head]!.base,
    negated: group.negated,
    source: source ? [source] : [],
    cue: [cue],
    content,
    confidence,
    openEnded: false,
  };
}

/** Scores a candidate; a draft when it is likely enough. */
export function finish(unit: Unit, candidate: Candidate, content: Range[]): Draft | null {
  const confidence = confidenceOf(unit.tokens, candidate, unit.scoring);
  if (confidence < unit.scoring.threshold) return null;
  const { group, cue, layout, source, complement, particle } = candidate;
  const range = { from: group.from, to: group.to + (particle ? 1 : 0) };
  const last = content.at(-1)!;
  const ended = unit.tokens
    .slice(Math.max(last.to, range.to, source?.to ?? 0))
    .every((t) => t.tag === 'punct' || (layout !== 'after' && t.tag !== 'verb'));
  const lemma = unit.tokens[group.head]!.base;
  const inner = (lemma === 'cite' || lemma === 'quote') && complement.opener === 'phrase' ? { inner: content[0]! } : {};
  const spoken = cue.cls === 'say' || cue.cls === 'tell';
  const quoted = content.some((r) => unit.tokens.slice(r.from, r.to).some((t) => t.tag === 'quote' && t.speech));
  const openEnded = spoken && (ended || (quoted && layout !== 'after'));
  return {
    layout,
    cls: cue.cls,
    lemma,
    negated: group.negated,
    source: source ? [source] : [],
    cue: [range],
    content,
    confidence,
    openEnded,
    ...inner,
  };
}
