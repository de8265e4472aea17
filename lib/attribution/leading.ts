import { type Complement, complementAfter, contentEnd } from './content.ts';
import { CUE_NOUNS, type Cue, type CueClass, PARTICLES, REPORTED, REPORTED_CUE } from './cues.ts';
import { type Draft, draftOf, finish } from './drafts.ts';
import type { VerbGroup } from './groups.ts';
import { isNominal } from './neighbours.ts';
import { passive, seeming } from './passive.ts';
import { isComma, isTensed, nounPhraseAfter, type Range } from './phrases.ts';
import { contentLimit } from './rank.ts';
import { cueOf } from './scorer.ts';
import { DOCUMENT, VAGUE } from './source-words.ts';
import { headEnd } from './sources.ts';
import { sourceOf } from './speaker.ts';
import { subjectBefore } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';
import { ING } from './verbs.ts';

/** Every cue that comes before its content, passives and cues without source. */
export function leading(unit: Unit, g: number, drafts: readonly Draft[]): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const head = tokens[group.head]!;
  const cue = cueOf(head);
  if (!cue) return null;
  const reported = reportedBy(unit, g, drafts);
  if (reported) return reported;
  const particle = particleAfter(tokens, group, head.base);
  const taken: CueClass = particle && !(head.base === 'point' || head.base === 'rule') ? 'object' : cue.cls;
  // "they were told Roe would come": the recipient is the subject.
  const takes = group.passive && taken === 'tell' ? 'say' : taken;
  const complement = complementAfter(tokens, group.to + (particle ? 1 : 0), takes);
  if (head.base === 'lay' && !particle) return null;
  // "adding to the woes"
  if (head.base === 'add' && tokens[group.to]?.low === 'to') return null;
  // "a unit called the Lions": a name, and nobody who gave it.
  if (group.reduced && NAMES.test(head.base) && isNominal(tokens[group.from - 1])) return null;
  const cls = taken === 'think' && takesAs(tokens, complement) ? 'as' : taken;
  if (group.passive) return passive(unit, g, complement);
  if (cls === 'seem') return seeming(unit, g, complement);
  if (isNested(group, drafts)) return null;
  // "reason to think", "a chance to say": a noun's infinitive has no speaker here.
  if (
    group.infinitive &&
    /^(?:reason|reasons|cause|chance|need|way|ways|tendency)$/.test(tokens[group.from - 1]?.low ?? '')
  )
    return null;
  const { source, layout } = sourceOf(unit, g, drafts);
  if (complement.opener === 'none') return null;
  // "issued a statement saying that": the participle is the cue.
  if (
    ISSUES.test(head.base) &&
    groups[g + 1]?.gerund &&
    cueOf(tokens[groups[g + 1]!.head]!) &&
    DOCUMENT.has(tokens[groups[g + 1]!.from - 1]?.low ?? '')
  )
    return null;
  // "repeated the claim that": the noun is the cue, the verb carries it.
  if (complement.opener === 'phrase' && carriesNoun(tokens, complement.from)) return null;
  if (head.base === 'quote') {
    const passedOn = quotedAsSaying(unit, g, source, complement);
    if (passedOn) return passedOn;
  }
  if ((group.gerund || group.reduced) && group.from <= 1) return frontedGerund(unit, g, cue, complement);
  if (cls === 'as' || cls === 'accuse' || cls === 'object')
    if (complement.opener === 'that' && cls !== 'object') return null;
  // "what it said about its owner": what was said stands before.
  if (complement.opener === 'phrase' && source && tokens[source.from - 1]?.low === 'what') return null;
  const from = complement.from;
  // "whom they believe have colluded": the object that was moved to the front is content.
  const bareVerb = isTensed(tokens[from]!) && complement.opener !== 'that';
  const fronted = bareVerb && source !== null && layout === 'after' && tokens[source.from - 1]?.tag === 'wh';
  // "the bridge he said was safe": of the clause only the verb is left here.
  const zero = bareVerb && !fronted && source !== null && isNominal(tokens[source.from - 1]) && ZERO.test(head.base);
  if (bareVerb && !fronted && !zero) return null;
  const opener = fronted || zero ? 'clause' : complement.opener;
  const to = contentEnd(tokens, from, contentLimit(unit, g, from), cls, opener);
  if (to <= from) return null;
  // The quotation has its owner already: "... said: '...,' he said."
  if (drafts.some((d) => d.content.some((r) => r.from <= from && from < r.to))) return null;
  const content = [{ from, to }];
  if (fronted) content.unshift({ from: source.from - 1, to: source.from });
  return finish(
    unit,
    {
      group,
      cue: { ...cue, cls },
      layout,
      source,
      complement: { ...complement, opener },
      particle: particle ? tokens[group.to]!.low : null,
    },
    content,
  );
}

/** "Several reports point to clashes": the noun phrase after the cue is what is said to have happened. */
function reportedBy(unit: Unit, g: number, drafts: readonly Draft[]): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const head = tokens[group.head]!;
  const wanted = REPORTED[head.base];
  if (wanted === undefined || !group.finite || group.passive || isNested(group, drafts)) return null;
  const next = tokens[group.to];
  if (wanted !== null && !wanted.test(next?.low ?? '')) return null;
  const { source, layout } = sourceOf(unit, g, drafts);
  const who = source ? (tokens[headEnd(tokens, source) - 1]?.low ?? '') : '';
  if (!DOCUMENT.has(who) && !VAGUE.has(who)) return null;
  const complement = complementAfter(tokens, group.to + (wanted === null ? 0 : 1), 'object');
  const { from } = complement;
  // After "to", "of" or "at" stands a noun phrase, whatever clause follows it.
  const phrase = complement.opener === 'phrase' || (complement.opener === 'clause' && wanted !== null);
  if (!phrase || tokens[from]!.tag === 'verb') return null;
  const opener = 'phrase' as const;
  const to = contentEnd(tokens, from, contentLimit(unit, g, from), 'object', opener);
  if (to <= from) return null;
  const particle = wanted === null ? null : next!.low;
  const draft = finish(
    unit,
    { group, cue: REPORTED_CUE, layout, source, complement: { ...complement, opener }, particle },
    [{ from, to }],
  );
  return draft && { ...draft, happening: true };
}

/** "X quoted Y as saying that Z": X's relation with content Z; Y is whom X passes on. */
function quotedAsSaying(unit: Unit, g: number, source: Range | null, complement: Complement): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const inner = nounPhraseAfter(tokens, complement.from);
  if (!inner || tokens[inner.to]?.low !== 'as' || tokens[inner.to + 1]?.bits !== ING) return null;
  const said = complementAfter(tokens, inner.to + 2, 'say');
  if (said.opener === 'none') return null;
  const to = contentEnd(tokens, said.from, tokens.length, 'say', said.opener);
  const cue = [
    { from: group.from, to: group.to },
    { from: inner.to, to: inner.to + 2 },
  ];
  return {
    layout: 'after',
    cls: 'say',
    lemma: 'quote',
    negated: group.negated,
    source: source ? [source] : [],
    cue,
    content: [{ from: said.from, to }],
    confidence: 0.9,
    openEnded: true,
    inner,
  };
}

/** "Citing privacy rules, officials have said ...": content to the comma, source the subject after it. */
function frontedGerund(unit: Unit, g: number, cue: Cue, complement: Complement): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const comma = tokens.findIndex((t, k) => k > complement.from && isComma(t));
  if (comma < 0 || (group.from > 0 && tokens[group.from - 1]!.tag === 'prep')) return null;
  // "Asked about the emails, she said": who asks is not told.
  if (group.reduced && cue.cls === 'say' && tokens[group.head]!.base === 'ask') {
    const complementEnd = { from: complement.from, to: comma };
    return draftOf(
      unit,
      group,
      'say',
      'participle',
      null,
      { from: group.from, to: complement.from },
      [complementEnd],
      0.6,
    );
  }
  const main = groups.find((other) => other.from > comma && other.finite);
  const source = main ? subjectBefore(tokens, main.from, comma + 1) : null;
  if (!source) return null;
  return finish(unit, { group, cue, layout: 'participle', source, complement, particle: null }, [
    { from: complement.from, to: comma },
  ]);
}

/** "see him as an outsider": a thing, then what it is taken for. */
function takesAs(tokens: readonly Token[], { from, opener }: Complement): boolean {
  const phrase = opener === 'phrase' ? nounPhraseAfter(tokens, from, { appositions: false }) : null;
  return phrase !== null && tokens[phrase.to]?.low === 'as';
}

/** Whether a determiner and a cue noun with "that" start at `i`. */
function carriesNoun(tokens: readonly Token[], i: number): boolean {
  let j = i;
  while (/^(?:det|adj|poss)$/.test(tokens[j]?.tag ?? '')) j++;
  return j > i && CUE_NOUNS.has(tokens[j]?.low ?? '') && tokens[j + 1]?.low === 'that';
}

const NAMES = /^(?:call|name|dub|title|brand|label)$/;
const ZERO = /^(?:say|believe|think|claim|argue|hope|fear|expect|suspect|feel)$/;
const ISSUES = /^(?:issue|release|send|write|post|publish|make|give)$/;

function particleAfter(tokens: readonly Token[], group: VerbGroup, base: string): boolean {
  const next = tokens[group.to];
  return (
    next !== undefined &&
    (PARTICLES[base]?.test(next.low) ?? false) &&
    !(next.low === 'to' && tokens[group.to + 1]?.tag === 'verb' && base !== 'refer')
  );
}

/** Whether a cue lies inside the content of an earlier relation: only the outer one is kept. */
const isNested = (group: VerbGroup, drafts: readonly Draft[]): boolean =>
  drafts.some((draft) => draft.content.some(({ from, to }) => from <= group.head && group.head < to));
