/** The author's rows: each must be met in the sentence, or for one name by what the sentence leans on. */
import type { Span } from '../text/span.ts';
import type { ArticleView, SentenceView } from './article-view.ts';
import type { CheckView, Pattern } from './check-view.ts';
import { sharesKey, type Unit } from './meaning.ts';
import { findRow } from './patterns.ts';

export const isName = (unit: Unit): boolean => unit.kind === 'name' || unit.kind === 'country' || unit.kind === 'proxy';

/** Names before the sentence in its paragraph and in the paragraph before: what "it", "they", "the bridges" lean on. */
export function leanUnits(article: ArticleView, at: number): readonly Unit[] {
  const sentence = article.sentences[at]!;
  const kept = leans.get(sentence);
  if (kept) return kept;
  const { block } = sentence;
  const units: Unit[] = [];
  for (let n = at - 1; n >= 0 && article.sentences[n]!.block >= block - 1; n--) {
    units.push(...article.sentences[n]!.units.filter(isName));
  }
  leans.set(sentence, units);
  return units;
}
const leans = new WeakMap<SentenceView, readonly Unit[]>();

/**
 * Where each row is met; `null` when one is not. Of three or more rows one may be met by a name in earlier text, when the
 * sentence has a word that points back there.
 */
export function matchNeeds(view: CheckView, sentence: SentenceView, lean: readonly Unit[]): Span[] | null {
  const spans: Span[] = [];
  const most = view.needs.length >= 3 && sentence.tokens.some((_, at) => pointsBack(sentence, at)) ? 1 : 0;
  let leaning = 0;
  for (const row of view.needs) {
    const found = findRow(sentence, row);
    if (found) spans.push(found);
    else if (row.some((pattern) => leansOn(pattern, lean)) && ++leaning <= most) continue;
    else return null;
  }
  return spans;
}
/** "said that Russia did" and "in its sixth year" point to nothing before the sentence. */
function pointsBack({ tokens, text, start }: SentenceView, at: number): boolean {
  const { word } = tokens[at]!;
  const next = tokens[at + 1];
  if (word === 'that')
    return next === undefined || !(OPENS_CLAUSE.test(next.word) || /\p{Lu}/u.test(text[next.start - start] ?? ''));
  if (word === 'its') return !ORDINAL.test(next?.word ?? '');
  return POINTS_BACK.has(word);
}
const OPENS_CLAUSE = /^(?:the|an?|his|her|its|their|our|he|she|it|they|we|there|this|these|no|some|all|most)$/;
const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|own|\d+(?:st|nd|rd|th))$/;
const POINTS_BACK = new Set(
  'it they their them he his him she her this these those both other rival rivals former latter'.split(' '),
);

const leansOn = (pattern: Pattern, lean: readonly Unit[]): boolean =>
  pattern.kind === 'note'
    ? lean.some((unit) => unit.keys.includes(pattern.note))
    : pattern.kind === 'units' &&
      pattern.units.every((unit) => isName(unit) && lean.some((other) => sharesKey(other, unit)));
