/**
 * Whether a sentence makes the claim of a held check. Retrieval is loose, this is strict: what is shown must be right,
 * and silence costs little.
 *
 * With `needs` given the author's rows decide; without, most of one wording must be in the sentence. Either way every gate
 * must let the check through.
 */
import { isNoteId } from '../notes/note.ts';
import { contains, overlaps, type Span, span } from '../text/span.ts';
import type { ArticleView, SentenceView } from './article-view.ts';
import type { CheckView, StatementView } from './check-view.ts';
import { directionFits, modalityFits, modalityOf, rolesFit, timeFits, withinAsOf } from './gates.ts';
import { sharesKey, type Unit, unitsOf, weightOf } from './meaning.ts';
import { clausesOf, type Modality } from './modality.ts';
import type { Mode } from './modality-cues.ts';
import { isName, leanUnits, matchNeeds } from './needs.ts';
import { noteKeys } from './note-keys.ts';
import { findPattern } from './patterns.ts';
import { tokensOf } from './words.ts';

export interface Match {
  readonly check: CheckView;
  /** The claim the finding is about. */
  readonly claim: number;
  /** Share of the best wording's weight that the sentence has. */
  readonly cover: number;
  readonly confidence: number;
  /** The sentence it was found in, and how that puts the statement. */
  readonly sentence: number;
  readonly mode: Mode;
  /** The words in question: those the author named, or else those that show the act. */
  readonly words: readonly Span[];
}

/** Cover asked of the best wording: little where the author's rows decide, most of it where words alone do. */
const COVER_WITH_NEEDS = 0.3;
const COVER_WITH_WORDS = 0.65;
const COVER_ALONE = 0.8;
/** A statement of fewer units is a fragment; sharing it says nothing. */
const FEWEST_SHARED = 3;
/** What holds the sources' own version, when this much of it stands in the sentence. */
const HELD_SHARE = 0.5;

/** What a check says of one sentence of the article, or `null` when it is not about it. */
export function matchSentence(view: CheckView, at: number, article: ArticleView): Match | null {
  const sentence = article.sentences[at]!;
  const { check } = view;
  if (sentence.claims.length === 0 || !withinAsOf(check, article.date)) return null;
  const lean = leanUnits(article, at);
  const rows = matchNeeds(view, sentence, lean);
  if (!rows) return null;
  if (view.unless.some((pattern) => findPattern(sentence, pattern))) return null;
  const words = view.words.flatMap((pattern) => findPattern(sentence, pattern) ?? []);
  if (view.words.length > 0 && words.length === 0) return null;
  if (check.speaker !== undefined && !speaks(article, sentence, check.speaker)) return null;

  if (statesHeld(view, sentence)) return null;

  const asked = view.needs.length > 0 ? COVER_WITH_NEEDS : words.length > 0 ? COVER_WITH_WORDS : COVER_ALONE;
  let best: { cover: number; shared: Unit[]; mode: Mode } | null = null;
  for (const wording of view.wordings) {
    const { cover, shared, own } = coverOf(wording, sentence, lean);
    if (cover < asked || (view.needs.length === 0 && shared.length < FEWEST_SHARED)) continue;
    if (best && cover <= best.cover) continue;
    const key = keyUnits(shared, words, rows, sentence);
    const said = asUrging(modalityOf(sentence.modalities, key), key);
    // Of the wording the same units: elsewhere it may deny what is not in question ("without headlights").
    const same = own.filter((_, n) => key.includes(shared[n]!));
    const meant = same.length > 0 ? same : own;
    if (!modalityFits(said, asUrging(modalityOf(wording.modalities, meant), meant), check.finding)) continue;
    if (!timeFits(check, sentence, key, article.date, said.mode === 'plan')) continue;
    best = { cover, shared, mode: said.mode };
  }
  if (!best || !directionFits(view, sentence, words)) return null;
  if (!rolesFit(view, sentence, vocabularyOf(view, article))) return null;
  const shown = distinct(words.length > 0 ? words : best.shared.filter((unit) => unit.kind === 'act'));
  const claim = claimFor(article, sentence, view, words, best.shared);
  if (claim === null) return null;
  return {
    check: view,
    claim,
    cover: best.cover,
    confidence: confidenceOf(view, best.cover),
    sentence: at,
    mode: best.mode,
    words: shown,
  };
}

/** Spans in text order, none inside another. */
const distinct = (spans: readonly Span[]): Span[] =>
  [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((part, at, all) => !all.slice(0, at).some((other) => contains(other, part)))
    .map(({ start, end }) => span(start, end));

/** Rows decide nearly alone; words alone are as sure as they are whole. */
const confidenceOf = (view: CheckView, cover: number): number =>
  Math.min(0.99, view.needs.length > 0 ? 0.88 + 0.12 * cover : 0.5 + 0.45 * cover);

/** The share of a wording's weight that stands in the sentence, names also in what the sentence leans on. */
function coverOf(wording: StatementView, sentence: SentenceView, lean: readonly Unit[]) {
  const shared: Unit[] = [];
  const own: Unit[] = [];
  let weight = 0;
  for (const unit of wording.units) {
    const found = sentence.units.find((other) => sharesKey(other, unit));
    if (found) {
      shared.push(found);
      own.push(unit);
      weight += weightOf(unit);
    } else if (isName(unit) && lean.some((other) => sharesKey(other, unit))) weight += weightOf(unit) / 2;
  }
  return { cover: wording.weight > 0 ? weight / wording.weight : 0, shared, own };
}

/** Findings with two versions; the others only say on what a statement rests. */
export const CONTRADICTABLE: ReadonlySet<string> = new Set(['differs', 'contradicted', 'corrected', 'overtaken']);

/** Whether the sentence says what the sources hold, by the words that only they have. */
function statesHeld({ heldOnly, check }: CheckView, sentence: SentenceView): boolean {
  if (!CONTRADICTABLE.has(check.finding) || heldOnly.length === 0) return false;
  // A misprinted name is linked to its bearer and brings the bearer's name along; what counts is the name as printed.
  const units = check.part === 'name' ? unitsOf(sentence.text, sentence.tokens, sentence.start) : sentence.units;
  const weights = heldOnly.map((unit) => [weightOf(unit), units.some((other) => sharesKey(other, unit))] as const);
  const all = weights.reduce((sum, [weight]) => sum + weight, 0);
  const found = weights.reduce((sum, [weight, there]) => sum + (there ? weight : 0), 0);
  return found >= HELD_SHARE * all;
}

/**
 * The units whose way of putting counts: those of the author's words and the acts of their clause; without such words, all
 * acts and needed words; failing those, all that is shared.
 */
function keyUnits(
  shared: readonly Unit[],
  words: readonly Span[],
  rows: readonly Span[],
  sentence: SentenceView,
): Unit[] {
  const clauses = clausesOf(sentence.text, sentence.tokens, sentence.start);
  const on = (unit: Unit, spans: readonly Span[]): boolean => spans.some((part) => overlaps(part, unit));
  const worded = sentence.units.filter((unit) => on(unit, words));
  const here = new Set(worded.map((unit) => clauses[unit.from]));
  const key =
    worded.length > 0
      ? [...worded, ...shared.filter((unit) => unit.kind === 'act' && here.has(clauses[unit.from]))]
      : shared.filter((unit) => unit.kind === 'act' || on(unit, rows));
  return key.length > 0 ? key : [...shared];
}

/** "Israel urged Russia to act": where the urging is the statement, what is urged is not what is claimed. */
const asUrging = (modality: Modality, key: readonly Unit[]): Modality =>
  modality.mode === 'order' && key.some(({ keys }) => keys.includes('~seek') || keys.includes('~order'))
    ? { ...modality, mode: 'asserted' }
    : modality;

function speaks(article: ArticleView, sentence: SentenceView, speaker: string): boolean {
  return (
    sentence.mentions.some(({ note }) => note === speaker) ||
    article.attributions.some(
      ({ content, sourceNotes }) =>
        sourceNotes.some((note) => note === speaker) && content.some((part) => overlaps(part, sentence)),
    )
  );
}

/** The author's words say which claim is meant; then the act of the claim as the author puts it; then what is shared. */
const WORDS_COUNT = 100;
const MAIN_ACT_COUNTS = 3;

/** The claim of the sentence that holds most of what was matched; of equals, the first. */
function claimFor(
  { claims }: ArticleView,
  sentence: SentenceView,
  { wordings }: CheckView,
  words: readonly Span[],
  shared: readonly Unit[],
): number | null {
  const mainAct = wordings[0]?.units.find(({ kind }) => kind === 'act');
  let best: number | null = null;
  let most = -1;
  for (const at of sentence.claims) {
    const claim = claims[at]!;
    if (claim.mode === 'question') continue;
    let inside = WORDS_COUNT * words.filter((part) => overlaps(part, claim)).length;
    for (const unit of shared) {
      if (overlaps(unit, claim)) inside += mainAct && sharesKey(unit, mainAct) ? MAIN_ACT_COUNTS : weightOf(unit);
    }
    if (inside > most) {
      most = inside;
      best = at;
    }
  }
  return best;
}

const vocabularies = new WeakMap<
  CheckView,
  { readonly notes: ArticleView['notes']; readonly keys: ReadonlySet<string> }
>();

/** Everything the author's record speaks of, so that an actor it never mentions is seen as a stranger. */
function vocabularyOf(view: CheckView, { notes }: ArticleView): ReadonlySet<string> {
  const kept = vocabularies.get(view);
  if (kept?.notes === notes) return kept.keys;
  const { check, wordings, holds, needs } = view;
  const keys = new Set<string>();
  vocabularies.set(view, { notes, keys });
  for (const { units } of [...wordings, ...(holds ? [holds] : [])])
    for (const unit of units) for (const key of unit.keys) keys.add(key);
  for (const pattern of needs.flat()) {
    if (pattern.kind === 'units') for (const unit of pattern.units) for (const key of unit.keys) keys.add(key);
    if (pattern.kind === 'note') addNote(pattern.note);
  }
  for (const id of check.about) addNote(id);
  for (const text of [check.place ?? '', check.explain])
    for (const unit of unitsOf(text, tokensOf(text))) for (const key of unit.keys) keys.add(key);
  return keys;

  function addNote(id: string): void {
    const note = isNoteId(id) ? notes.get(id) : undefined;
    if (note) for (const key of noteKeys(note)) keys.add(key);
  }
}
