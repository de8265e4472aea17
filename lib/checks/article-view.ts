/** An article as this room reads it: sentences with their units, ways of putting and times, and where the claims lie. */
import type { Attribution } from '../attribution/attribution.ts';
import type { Claim } from '../claims/claim.ts';
import type { Mention } from '../gazetteer/mention.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { Article, BlockRole } from '../text/article.ts';
import type { DayRange } from '../text/partial-date.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { type Unit, unitsOf } from './meaning.ts';
import { type Modality, modalitiesOf } from './modality.ts';
import { noteKeys } from './note-keys.ts';
import { isFactCheck, isRejected } from './refuted.ts';
import { type TimeExpression, timesOf } from './time.ts';
import { stemOf, type Token, tokensOf } from './words.ts';

/** What the engine found in an article, as it is handed to this room. */
export interface Reading {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly notes: ReadonlyMap<NoteId, Note>;
}

export interface SentenceView extends Span {
  readonly text: string;
  readonly block: number;
  readonly tokens: readonly Token[];
  /** Units of the words, with those of linked names beside them; in text order. */
  readonly units: readonly Unit[];
  /** Every key of the units, to pass over most patterns at one look. */
  readonly keys: ReadonlySet<string>;
  readonly modalities: readonly Modality[];
  readonly times: readonly TimeExpression[];
  readonly mentions: readonly Mention[];
  /** Indices of the claims that touch it. */
  readonly claims: readonly number[];
}

export interface ArticleView extends Reading {
  readonly date: DayRange | null;
  readonly sentences: readonly SentenceView[];
}

/** Sentences of the blocks in which claims are looked for. */
export function viewArticle(reading: Reading): ArticleView {
  const { article, mentions, claims } = reading;
  const headline = article.title ?? textOf(article, (role) => role === 'headline');
  const factCheck = isFactCheck(headline);
  const spans = article.blocks.flatMap((block, at) =>
    block.role === 'boilerplate' || block.role === 'byline'
      ? []
      : sentencesOf(article.text, block).map((span) => ({ span, block: at })),
  );
  const printed = spans.map(({ span }) => article.text.slice(span.start, span.end));
  const sentences = spans.map(({ span, block }, at) => {
    const view = viewSentence(reading, span, block, mentions, claims);
    return isRejected(printed[at]!, printed[at + 1], factCheck)
      ? { ...view, modalities: view.modalities.map((modality) => ({ ...modality, refuted: true })) }
      : view;
  });
  return { ...reading, date: article.date, sentences };
}

const textOf = ({ text, blocks }: Article, wanted: (role: BlockRole) => boolean): string => {
  const block = blocks.find(({ role }) => wanted(role));
  return block ? text.slice(block.start, block.end) : '';
};

function viewSentence(
  { article, notes }: Reading,
  span: Span,
  block: number,
  mentions: readonly Mention[],
  claims: readonly Claim[],
): SentenceView {
  const text = article.text.slice(span.start, span.end);
  const tokens = tokensOf(text, span.start);
  const inside = mentions.filter((mention) => contains(span, mention));
  const modalities = modalitiesOf(text, tokens, span.start);
  const future = modalities.some(({ mode }) => mode === 'plan');
  const units = withNames(unitsOf(text, tokens, span.start), tokens, inside, notes);
  return {
    start: span.start,
    end: span.end,
    text,
    block,
    tokens,
    units,
    keys: new Set(units.flatMap((unit) => unit.keys)),
    modalities,
    times: timesOf(text, article.date, future, span.start),
    mentions: inside,
    claims: claims.flatMap((claim, at) => (overlaps(claim, span) ? [at] : [])),
  };
}

/**
 * Units with one more for each linked name, which carries what its note is called: "Putin" then meets "Vladimir Putin".
 * The words of an outlet's name mean nothing else: the Washington Post is not the American government.
 */
function withNames(
  units: readonly Unit[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
  notes: ReadonlyMap<NoteId, Note>,
): Unit[] {
  const named = mentions.flatMap((mention): Unit[] => {
    const note = mention.note === null ? undefined : notes.get(mention.note);
    const from = tokens.findIndex((token) => token.end > mention.start);
    const to = tokens.findLastIndex((token) => token.start < mention.end) + 1;
    if (!note || from < 0 || to <= from) return [];
    return [{ keys: noteKeys(note), kind: 'name', from, to, start: mention.start, end: mention.end }];
  });
  const outlets = mentions.filter((mention) => mention.kind === 'outlet');
  const plain = units.flatMap((unit): Unit[] => {
    const outlet = outlets.find((mention) => overlaps(mention, unit));
    if (!outlet) return [unit];
    if (outlet.note !== null) return [];
    return [{ ...unit, keys: tokens.slice(unit.from, unit.to).map((token) => stemOf(token.word)), kind: 'name' }];
  });
  return [...plain, ...named].sort((a, b) => a.start - b.start);
}

/**
 * The claim a finding on a few words belongs to: the one that holds them, or the one laid to the source they are part of,
 * or the first of their sentence.
 */
export function claimAt({ claims, attributions, sentences }: ArticleView, words: Span): number | null {
  const holding = claims.findIndex((claim) => overlaps(claim, words));
  if (holding >= 0) return holding;
  const laid = claims.findIndex(
    ({ attribution }) =>
      attribution !== null && attributions[attribution]!.source.some((source) => overlaps(source, words)),
  );
  if (laid >= 0) return laid;
  return sentences.find((sentence) => contains(sentence, words))?.claims[0] ?? null;
}
