/** An article as this room reads it: sentences with their units, ways of putting and times, and where the claims lie. */

import type { Attribution } from '../attribution/attribution.ts';
import type { Claim } from '../claims/claim.ts';
import type { Mention } from '../gazetteer/mention.ts';
import type { Note, NoteId } from '../notes/note.ts';
import { type Article, type BlockRole, SAYING_ROLES } from '../text/article.ts';
import type { DayRange } from '../text/partial-date.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { sentencesOf } from '../text/sentences.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { touchingAlong } from './along.ts';
import { type Unit, unitsOf } from './meaning.ts';
import { type Modality, modalitiesOf } from './modality.ts';
import { noteKeys } from './note-keys.ts';
import { isFactCheck, isRejected } from './refuted.ts';
import { timesOf } from './time.ts';
import type { TimeExpression } from './time-expression.ts';
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
    SAYING_ROLES.has(block.role) ? sentencesOf(article.text, block).map((span) => ({ span, block: at })) : [],
  );
  const printed = spans.map(({ span }) => article.text.slice(span.start, span.end));
  // One pass over mentions and claims for all sentences: an article may be a hundred thousand words long.
  const mentionsOf = touchingAlong(mentions);
  const claimsOf = touchingAlong(claims);
  const sentences = spans.map(({ span, block }, at) => {
    const inside = mentionsOf(span)
      .map((n) => mentions[n]!)
      .filter((mention) => contains(span, mention));
    const view = viewSentence(reading, span, block, inside, claimsOf(span));
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
  inside: readonly Mention[],
  claims: readonly number[],
): SentenceView {
  const text = article.text.slice(span.start, span.end);
  const tokens = tokensOf(text, span.start);
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
    claims,
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
export function claimAt(article: ArticleView, words: Span): number | null {
  const { claims, attributions } = article;
  const sentence = sentenceAt(article, words);
  if (!sentence) return null;
  const holding = sentence.claims.find((at) => overlaps(claims[at]!, words));
  if (holding !== undefined) return holding;
  const isSource = ({ attribution }: Claim): boolean =>
    attribution !== null && attributions[attribution]!.source.some((source) => overlaps(source, words));
  const here = sentence.claims.find((at) => isSource(claims[at]!)) ?? sentence.claims[0];
  if (here !== undefined) return here;
  const laid = claims.findIndex(isSource);
  return laid >= 0 ? laid : null;
}

/** The sentence a span lies in; sentences are in text order. */
function sentenceAt({ sentences }: ArticleView, words: Span): SentenceView | undefined {
  const sentence = sentences[partitionPoint(sentences.length, (at) => sentences[at]!.start <= words.start) - 1];
  return sentence && contains(sentence, words) ? sentence : undefined;
}
