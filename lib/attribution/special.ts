import { complementAfter, contentEnd } from './content.ts';
import { CUE_NOUNS, OWNED_NOUNS } from './cues.ts';
import type { Draft } from './drafts.ts';
import { isNominal } from './neighbours.ts';
import { isComma, isStop, isTensed, nounPhraseAfter, type Range } from './phrases.ts';
import { frontedLimit } from './rank.ts';
import { cueOf } from './scorer.ts';
import { subjectBefore } from './subjects.ts';
import type { Unit } from './units.ts';

/**
 * Cues that are no verb: nouns ("the claim that", "had harsh words for"), "in the words of", adverbs of hearsay.
 */

type Rough = Omit<Draft, 'negated' | 'openEnded' | 'cls'> & Partial<Pick<Draft, 'cls'>>;
export const plainDraft = (rough: Rough): Draft => ({ cls: 'say', ...rough, negated: false, openEnded: false });

/** Verbs that only carry a cue noun: "made the claim that", "came to the conclusion that". */
const CARRIERS =
  /^(?:make|issue|voice|express|raise|reach|come|have|reiterate|repeat|offer|give|release|publish|hold|share|draw|push|spread)$/;

/** Relations headed by a noun or an adverb. `taken` says which tokens lie in a relation already. */
export function specialRelations(unit: Unit, taken: (i: number) => boolean): Draft[] {
  const { tokens } = unit;
  const found: Draft[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (taken(i)) continue;
    if (t.tag === 'noun' && CUE_NOUNS.has(t.low)) {
      const relation = nounCue(unit, i) ?? ownedNoun(unit, i);
      if (relation) found.push(relation);
    } else if (t.tag === 'noun' && OWNED_NOUNS.has(t.low)) {
      const relation = ownedNoun(unit, i);
      if (relation) found.push(relation);
    } else if (t.low === 'words' && tokens[i + 1]?.low === 'for') {
      const relation = wordsFor(unit, i);
      if (relation) found.push(relation);
    } else if (
      t.low === 'in' &&
      /^(?:words|view|opinion)$/.test(tokens[i + 2]?.low ?? '') &&
      tokens[i + 3]?.low === 'of'
    ) {
      const relation = inTheWordsOf(unit, i);
      if (relation) found.push(relation);
    } else if ((t.tag === 'adj' || t.tag === 'verb') && CUE_ADJECTIVES.test(t.low)) {
      const relation = adjectiveCue(unit, i);
      if (relation) found.push(relation);
    } else if (/^(?:reportedly|allegedly|purportedly|supposedly)$/.test(t.low)) {
      const relation = hearsay(unit, i);
      if (relation) found.push(relation);
    }
  }
  // A relation's "that" may follow a noun: "told the paper in a statement that".
  return found.filter((relation) => !taken(relation.content[0]!.from) || relation.layout === 'passive');
}

/** "Roe's claim that", "a warning by the bank that", "made the case that". */
function nounCue(unit: Unit, i: number): Draft | null {
  const { tokens, groups } = unit;
  let j = i + 1;
  let source: Range | null = null;
  if (/^(?:by|from|of|among)$/.test(tokens[j]?.low ?? '')) {
    source = nounPhraseAfter(tokens, j + 1, { appositions: false });
    if (!source) return null;
    j = source.to;
  }
  if (tokens[j]?.low !== 'that' || tokens[j]!.tag !== 'wh') return null;
  // "that" with a verb right after it is a relative pronoun: "the claim that was made".
  if (!tokens[j + 1] || isTensed(tokens[j + 1]!)) return null;
  const end = contentEnd(tokens, j, frontedLimit(tokens, i, j), 'say', 'that');
  const to = Math.min(end, outerVerb(unit, j, end));
  if (to <= j + 1) return null;
  let from = i;
  while (
    from > 0 &&
    (tokens[from - 1]!.tag === 'adj' || tokens[from - 1]!.tag === 'det' || isNominal(tokens[from - 1]))
  )
    from--;
  const before = tokens[from - 1];
  let cueFrom = i;
  if (!source && before?.tag === 'gen') {
    source = subjectBefore(tokens, from - 1, 0);
  } else if (!source && tokens[from - 1]?.tag === 'poss') {
    // "repeated his claim that": the owner is whoever repeats it.
    const carrier = groups.find((g) => g.to === from - 1);
    const carries = carrier && CARRIERS.test(tokens[carrier.head]!.base);
    source = (carries ? subjectBefore(tokens, carrier.from, 0) : null) ?? { from: from - 1, to: from };
    if (carries) cueFrom = carrier.from;
  } else if (!source) {
    const carrier = groups.find((g) => g.to === from || (g.to === from - 1 && tokens[g.to]?.low === 'to'));
    if (carrier && CARRIERS.test(tokens[carrier.head]!.base)) {
      source = subjectBefore(tokens, carrier.from, 0);
      cueFrom = carrier.from;
    } else if (carrier) return null;
  }
  const named = source !== null;
  return plainDraft({
    layout: 'noun',
    lemma: tokens[i]!.low,
    source: source ? [source] : [],
    cue: [{ from: cueFrom, to: i + 1 }],
    content: [{ from: j, to }],
    confidence: named ? 0.7 : 0.5,
  });
}

/** "The claim that Roe is ill is wrong": where the outer verb comes back after the clause at `from`, or `to`. */
function outerVerb({ tokens, groups }: Unit, from: number, to: number): number {
  const inside = groups.filter((g) => g.finite && g.from > from && g.to <= to);
  const [first, second] = inside;
  if (!first || !second || cueOf(tokens[first.head]!)) return to;
  const between = tokens.slice(first.to, second.from);
  return between.some((t) => /^(?:conj|wh|sub|pron|punct|quote)$/.test(t.tag)) ? to : second.from;
}

/** "Roe's criticism of the plan", "her promise to resign": an attitude with its owner before and its object after. */
function ownedNoun({ tokens }: Unit, i: number): Draft | null {
  if (!OWNED_NOUNS.has(tokens[i]!.low)) return null;
  let from = i;
  while (from > 0 && tokens[from - 1]!.tag === 'adj') from--;
  const owner = tokens[from - 1];
  const source =
    owner?.tag === 'gen'
      ? subjectBefore(tokens, from - 1, 0)
      : owner?.tag === 'poss'
        ? { from: from - 1, to: from }
        : null;
  const next = tokens[i + 1];
  if (!source || !next) return null;
  const after = next.tag === 'to' ? complementAfter(tokens, i + 1, 'inf') : null;
  let content: Range | null = null;
  if (after?.opener === 'to')
    content = { from: i + 1, to: contentEnd(tokens, i + 1, frontedLimit(tokens, i, i + 1), 'inf', 'to') };
  else if (/^(?:of|for|about|against|to)$/.test(next.low))
    content = nounPhraseAfter(tokens, i + 2, { appositions: false });
  if (!content) return null;
  // The owner's verb comes after the object: "her promise to resign surprised the party".
  const { from: first, to: last } = content;
  const relative = tokens.findIndex((t, k) => k > first && t.tag === 'wh');
  const verb = tokens.findIndex((t, k) => k > first + 1 && isTensed(t));
  if (verb > 0 && verb < last && (relative < 0 || relative > verb)) content = { from: first, to: verb };
  const cue = [{ from, to: content.from > i + 1 ? i + 2 : i + 1 }];
  return plainDraft({
    layout: 'noun',
    cls: 'object',
    lemma: tokens[i]!.low,
    source: [source],
    cue,
    content: [content],
    confidence: 0.5,
  });
}

const CUE_ADJECTIVES =
  /^(?:worried|concerned|confident|sure|certain|afraid|hopeful|optimistic|pessimistic|convinced|adamant|skeptical|sceptical|doubtful|disappointed|clear|fearful|unsure|mindful|eager)$/;

/** "is worried the policy fails", "made clear that": an adjective after "be", or "clear" after "make". */
function adjectiveCue(unit: Unit, i: number): Draft | null {
  const { tokens, groups } = unit;
  const t = tokens[i]!;
  const group = groups.find(
    (g) =>
      (g.head === i && g.passive) ||
      g.to === i ||
      (g.to === i - 1 && (tokens[i - 1]!.low === 'it' || tokens[i - 1]!.tag === 'adv')),
  );
  if (!group?.finite) return null;
  const verb = tokens[group.head]!;
  if (t.low === 'clear' ? verb.base !== 'make' : verb.tag !== 'be' && group.head !== i) return null;
  const after = complementAfter(tokens, i + 1, 'think');
  const allowed =
    t.low === 'eager'
      ? after.opener === 'to'
      : after.opener === 'that' ||
        (after.opener === 'clause' && !after.mark) ||
        (after.opener === 'wh' && t.low !== 'sure');
  const source = subjectBefore(tokens, group.from, 0);
  if (!allowed || !source || /^(?:it|there|this|that)$/.test(tokens[source.from]!.low)) return null;
  const to = contentEnd(tokens, after.from, frontedLimit(tokens, group.from, after.from), 'think', after.opener);
  if (to <= after.from) return null;
  return plainDraft({
    layout: 'noun',
    cls: 'think',
    lemma: t.low,
    source: [source],
    cue: [{ from: group.from, to: i + 1 }],
    content: [{ from: after.from, to }],
    confidence: 0.65,
  });
}

/** "had harsh words for": an attitude to what follows. */
function wordsFor(unit: Unit, i: number): Draft | null {
  const { tokens, groups } = unit;
  const group = groups.find((g) => g.to <= i && g.to >= i - 3 && tokens[g.head]!.base === 'have');
  const source = group ? subjectBefore(tokens, group.from, 0) : null;
  if (!group || !source) return null;
  const object = nounPhraseAfter(tokens, i + 2, { appositions: false });
  if (!object) return null;
  return plainDraft({
    layout: 'noun',
    lemma: 'words',
    source: [source],
    cue: [{ from: group.from, to: i + 2 }],
    content: [object],
    confidence: 0.7,
  });
}

function inTheWordsOf(unit: Unit, i: number): Draft | null {
  const { tokens } = unit;
  const source = nounPhraseAfter(tokens, i + 4);
  if (!source) return null;
  let from = source.to;
  while (isComma(tokens[from]) || tokens[from]?.low === ':') from++;
  const next = tokens[from];
  if (!next || isStop(next)) return null;
  const to = contentEnd(tokens, from, tokens.length, 'say', next.tag === 'quote' && next.speech ? 'quote' : 'clause');
  return plainDraft({
    layout: 'according',
    lemma: 'words',
    source: [source],
    cue: [{ from: i, to: i + 4 }],
    content: [{ from, to }],
    confidence: 0.85,
  });
}

/** "The group reportedly left": a source nobody names; subject and predicate are content. */
function hearsay(unit: Unit, i: number): Draft | null {
  const { tokens, groups } = unit;
  const group = groups.find((g) => g.finite && ((g.from <= i && i < g.to) || g.from === i + 1));
  if (!group) return null;
  const subject = subjectBefore(tokens, Math.min(group.from, i), 0);
  if (!subject) return null;
  const from = Math.max(i + 1, group.from <= i ? i + 1 : group.from);
  const to = contentEnd(tokens, from, tokens.length, 'say', 'clause');
  if (to <= from) return null;
  return plainDraft({
    layout: 'passive',
    lemma: tokens[i]!.low,
    source: [],
    cue: [{ from: i, to: i + 1 }],
    content: [subject, { from, to }],
    confidence: 0.5,
  });
}
