import type { Mention } from '../gazetteer/mention.ts';
import type { Span } from '../text/span.ts';
import type { Attribution, Reserve } from './attribution.ts';
import { sureness, traitsOf } from './confidence.ts';
import { DENIALS, DOUBTS, STANCES, WITHHOLDINGS } from './cues.ts';
import type { Draft } from './drafts.ts';
import type { SourceMemory } from './memory.ts';
import type { Range } from './phrases.ts';
import { whoIs } from './sources.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** An attribution still being built: a later sentence may carry its content on. */
export type Open = Writable<Omit<Attribution, 'content'>> & { content: Span[] };

/** Where a relation stands in the article, and what is known there. */
export interface Place {
  readonly mentions: readonly Mention[];
  readonly memory: SourceMemory;
  readonly paragraph: number;
  readonly sentence: number;
}

export const spanOf = (unit: Unit, { from, to }: Range): Span => ({
  start: unit.tokens[from]!.start,
  end: unit.tokens[to - 1]!.end,
});

/** A relation in offsets, its source known as far as the text allows. */
export function settle(unit: Unit, draft: Draft, { mentions, memory, paragraph, sentence }: Place): Open {
  const { tokens } = unit;
  const range = draft.source[0];
  let who = range
    ? whoIs(tokens, range, mentions)
    : { kind: draft.cls === 'seem' ? ('author' as const) : ('vague' as const), notes: [] };
  let antecedent: Span | undefined;
  if (range && who.notes.length === 0) {
    const earlier = memory.resolve(tokens, range, paragraph, sentence);
    if (earlier) {
      who = earlier;
      antecedent = earlier.span;
    }
  }
  if (range) memory.remember(tokens, range, who, paragraph, sentence);
  const traits = traitsOf(tokens, draft);
  unit.scoring.observeRelation?.(spanOf(unit, draft.cue[0]!).start, draft.confidence, traits);
  const reserve = reserveOf(draft, tokens[draft.content[0]!.from]!);
  const attitude = STANCES.has(draft.lemma) || WITHHOLDINGS.has(draft.lemma);
  const inner = draft.inner
    ? { inner: { span: spanOf(unit, draft.inner), ...whoIs(tokens, draft.inner, mentions) } }
    : {};
  return {
    source: draft.source.map((r) => spanOf(unit, r)),
    cue: draft.cue.map((r) => spanOf(unit, r)),
    content: draft.content.map((r) => spanOf(unit, r)),
    sourceKind: who.kind,
    sourceNotes: who.notes,
    confidence: sureness(draft.confidence, traits),
    ...inner,
    ...(reserve ? { reserve } : {}),
    ...(attitude ? { attitude } : {}),
    ...(draft.happening ? { happening: true as const } : {}),
    ...(antecedent ? { antecedent } : {}),
  };
}

/** A question is doubted only where it is one: "asked whether", not "asked for" or "asked a judge to". */
function reserveOf({ lemma, negated, cls }: Draft, first: Token): Reserve | null {
  if (DENIALS.has(lemma)) return negated ? null : 'denies';
  if (DOUBTS.has(lemma) && cls !== 'object')
    return lemma !== 'ask' || first.tag === 'wh' || first.low === 'if' || first.tag === 'quote' ? 'doubts' : null;
  return negated || WITHHOLDINGS.has(lemma) ? 'withholds' : null;
}

/** "X, citing Y, reported": the report passes on the citation of the same source in the same sentence. */
export function linkCitations(found: Open[], first: number, drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    if (!draft.inner || (draft.lemma === 'quote' && draft.cue.length > 1)) return;
    const source = draft.source[0];
    drafts.forEach((other, k) => {
      const same = other.source[0];
      if (k !== i && source && same && same.from < source.to && source.from < same.to && !other.inner)
        found[first + k]!.citing = first + i;
    });
  });
}
