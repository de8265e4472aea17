import type { Mention } from '../gazetteer/mention.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { Article, Block } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import type { Attribution, Reserve } from './attribution.ts';
import { DENIALS, DOUBTS, WITHHOLDINGS } from './cues.ts';
import type { Draft } from './drafts.ts';
import { headlineColon } from './headline.ts';
import { SourceMemory } from './memory.ts';
import type { Range } from './phrases.ts';
import { relationsOf } from './relations.ts';
import { SCORING, type Scoring } from './scorer.ts';
import { whoIs } from './sources.ts';
import { paragraphOf, type Unit } from './units.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** An attribution still being built: a later sentence may carry its content on. */
type Open = Writable<Omit<Attribution, 'content'>> & { content: Span[] };

const spanOf = (unit: Unit, { from, to }: Range): Span => ({
  start: unit.tokens[from]!.start,
  end: unit.tokens[to - 1]!.end,
});
const READ: ReadonlySet<Block['role']> = new Set([
  'headline',
  'subheadline',
  'heading',
  'paragraph',
  'item',
  'quote',
  'caption',
]);

/**
 * Who says what in an article, in text order of the cues. Linear in the text. `mentions` as linked (with and without a
 * note); `notes` is not needed to tell who speaks today, and is part of the signature for what a note may add.
 */
export function attribute(
  article: Article,
  mentions: readonly Mention[],
  _notes: ReadonlyMap<NoteId, Note>,
  scoring: Scoring = SCORING,
): Attribution[] {
  const found: Open[] = [];
  const memory = new SourceMemory();
  let unclosed: Open | null = null;
  let sentence = 0;
  article.blocks.forEach((block, paragraph) => {
    if (!READ.has(block.role)) return;
    const { units, quotations } = paragraphOf(article.text, block, scoring, unclosed !== null);
    const inBlock = mentions.filter((m) => m.start < block.end && m.end > block.start);
    // A quotation the last paragraph left open goes on in this one, if it opens with a mark of its own.
    const carried: Open | null = unclosed;
    let open = carried;
    let speaker: Open | null = null;
    for (const unit of units) {
      sentence++;
      if (unit.quoteOnly && open) {
        open.content.push(spanOf(unit, { from: 0, to: unit.tokens.length }));
        continue;
      }
      open = null;
      const drafts = draftsOf(unit, block);
      const first = found.length;
      for (const draft of drafts) {
        const attribution = settle(unit, draft, inBlock, memory, paragraph, sentence);
        found.push(attribution);
        if (draft.openEnded) open = attribution;
        speaker = attribution;
      }
      linkCitations(found, first, drafts);
      for (const mention of inBlock)
        if (unit.start <= mention.start && mention.end <= unit.end) memory.notice(mention, paragraph, sentence);
    }
    const last = quotations.at(-1);
    if (last?.open)
      unclosed =
        found.findLast((a) => a.content.some((s) => s.start <= last.start && last.end - 1 <= s.end)) ?? speaker;
    else unclosed = null;
  });
  return found;
}

function draftsOf(unit: Unit, block: Block): Draft[] {
  if (block.role === 'headline' || block.role === 'subheadline') {
    const colon = headlineColon(unit);
    if (colon) return [colon];
  }
  return relationsOf(unit);
}

function settle(
  unit: Unit,
  draft: Draft,
  mentions: readonly Mention[],
  memory: SourceMemory,
  paragraph: number,
  sentence: number,
): Open {
  const { tokens } = unit;
  const range = draft.source[0];
  let who = range
    ? whoIs(tokens, range, mentions)
    : { kind: draft.cls === 'seem' ? ('author' as const) : ('vague' as const), notes: [] };
  let antecedent: Span | undefined;
  if (range && who.notes.length === 0) {
    const earlier = memory.resolve(tokens, range, paragraph);
    if (earlier) {
      who = earlier;
      antecedent = earlier.span;
    }
  }
  if (range) memory.remember(tokens, range, who, paragraph, sentence);
  const reserve = reserveOf(draft);
  const attitude = draft.cls === 'object' || draft.cls === 'inf' || draft.cls === 'accuse';
  const inner = draft.inner
    ? { inner: { span: spanOf(unit, draft.inner), ...whoIs(tokens, draft.inner, mentions) } }
    : {};
  return {
    source: draft.source.map((r) => spanOf(unit, r)),
    cue: draft.cue.map((r) => spanOf(unit, r)),
    content: draft.content.map((r) => spanOf(unit, r)),
    sourceKind: who.kind,
    sourceNotes: who.notes,
    confidence: draft.confidence,
    ...inner,
    ...(reserve ? { reserve } : {}),
    ...(attitude ? { attitude } : {}),
    ...(antecedent ? { antecedent } : {}),
  };
}

function reserveOf({ lemma, negated, cls }: Draft): Reserve | null {
  if (DENIALS.has(lemma)) return negated ? null : 'denies';
  if (DOUBTS.has(lemma) && cls !== 'object') return 'doubts';
  return negated || WITHHOLDINGS.has(lemma) ? 'withholds' : null;
}

/** "X, citing Y, reported": the report passes on the citation of the same source in the same sentence. */
function linkCitations(found: Open[], first: number, drafts: readonly Draft[]): void {
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
