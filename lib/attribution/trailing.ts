import { contentStart, endsBefore, holdsStatement } from './before-cue.ts';
import { type Complement, complementAfter, contentEnd } from './content.ts';
import { ANY_CUE } from './cues.ts';
import { type Draft, finish } from './drafts.ts';
import {
  channelPhraseEnd,
  isComma,
  isDash,
  isStop,
  isTensed,
  nounPhraseAfter,
  type Range,
  timePhraseEnd,
} from './phrases.ts';
import { cueOf, formProbability } from './scorer.ts';
import { subjectBefore } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';
import { ING, PAST, S } from './verbs.ts';

/** "... , he said": source and cue after the content, with nothing left for the cue to take. */
export function trailing(unit: Unit, g: number): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const head = tokens[group.head]!;
  const source = afterQuotation(tokens, group.from) ?? subjectBefore(tokens, group.from, 0);
  const known = cueOf(head);
  const cue =
    known && known.cls !== 'object'
      ? known
      : source && endsSpeech(tokens[source.from - 1]) && head.tag === 'verb'
        ? ANY_CUE
        : known;
  if (!cue || !group.finite || group.passive || cue.cls === 'object' || cue.cls === 'inf' || cue.cls === 'seem')
    return null;
  if (!source || source.from === 0 || !adverbsOnly(tokens, source.to, group.from)) return null;
  const mark = tokens[source.from - 1]!;
  // "Responding to the report, the envoy said:" announces what comes after it.
  if (mark.tag !== 'quote' && tokens[group.to]?.low === ':' && group.to === tokens.length - 1) return null;
  if (
    !(
      mark.tag === 'quote' ||
      isComma(mark) ||
      isDash(mark) ||
      mark.low === '(' ||
      (mark.low === 'as' && isComma(tokens[source.from - 2]))
    )
  )
    return null;
  const complement = complementAfter(tokens, group.to, cue.cls);
  const stop = tokens[complement.from];
  const split = stop !== undefined && (isComma(stop) || stop.tag === 'quote');
  const quoted = mark.tag === 'quote';
  // '..., " Roe said on the programme.': after a quotation a preposition opens no content.
  const aside =
    quoted &&
    complement.opener === 'phrase' &&
    (stop?.tag === 'prep' || stop?.tag === 'to' || stop?.tag === 'verb' || addressed(tokens, complement.from));
  // '"I do not know," she replied when asked'
  const circumstance = quoted && /^(?:when|while|after|before|as|because)$/.test(stop?.low ?? '');
  if (
    complement.opener !== 'none' &&
    !aside &&
    !circumstance &&
    !(quoted && complement.opener === 'quote' && complement.mark)
  )
    return null;
  if (!quoted && !BARE.test(head.base)) return null;
  if (
    stop &&
    !split &&
    !aside &&
    !circumstance &&
    !isStop(stop) &&
    !isDash(stop) &&
    stop.low !== ')' &&
    stop.tag !== 'conj' &&
    stop.tag !== 'sub' &&
    stop.tag !== 'prep'
  )
    return null;
  const end = endsBefore(tokens, mark.low === 'as' ? source.from - 1 : source.from);
  const from = contentStart(tokens, end);
  if (end <= from) return null;
  const rest = aside || circumstance ? null : remainder(tokens, complement, quoted);
  const before = { from, to: end };
  // "The plan, he said, would fail": the clause stands on both sides.
  const closes = CLOSES.test(head.base) && (!stop || isStop(stop)) && end - from > 2;
  if (!holdsStatement(tokens, before) && !(rest && !quoted) && !closes) return null;
  // "Meanwhile, he said, ...": the adverb joins the sentence to the one before.
  const joins = rest !== null && tokens.slice(from, end).every((t) => t.tag === 'adv' || t.tag === 'conj');
  return finish(
    unit,
    { group, cue, layout: 'trailing', source, complement: { ...complement, opener: 'none' }, particle: null },
    [...(joins ? [] : [before]), ...(rest ? [rest] : [])],
  );
}

/** '"...," Roe, of the centre in Ohio, Texas, and the institute, said': all between the quotation and its verb, without one of its own. */
function afterQuotation(tokens: readonly Token[], end: number): Range | null {
  let from = end;
  while (from > 0 && tokens[from - 1]!.tag !== 'quote') {
    const t = tokens[--from]!;
    if (isTensed(t) || isStop(t) || /^(?:sub|wh|verb)$/.test(t.tag) || end - from > 40) return null;
  }
  const opens = tokens[from]?.tag === 'name' || tokens[from]?.tag === 'noun' || tokens[from]?.tag === 'det';
  return opens && end - from > 8 && endsSpeech(tokens[from - 1]) && isComma(tokens[end - 1]) ? { from, to: end } : null;
}

/** "Ministry losing money, paper reports": cues that make a statement of whatever stands before their subject. */
const CLOSES = /^(?:say|report|warn|claim|suggest)$/;

/** A quotation that ends as speech does before its speaker is named. */
const endsSpeech = (t: Token | undefined): boolean =>
  t?.tag === 'quote' && t.words > 1 && /[,!?…]['’"”»]+$/.test(t.text);

const adverbsOnly = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every((t) => t.tag === 'adv');

/** '"Are you serious?" she asked him.': nothing but the person spoken to. */
function addressed(tokens: readonly Token[], i: number): boolean {
  const phrase = nounPhraseAfter(tokens, i, { appositions: false });
  const next = phrase && tokens[phrase.to];
  return phrase !== null && phrase.to - i < 5 && (!next || isStop(next) || isComma(next));
}

/** Cues that may follow an unquoted content: "The bridge, she said, was safe". */
const BARE =
  /^(?:say|report|add|write|note|explain|recall|warn|argue|conclude|announce|insist|state|claim|observe|remark|admit|comment|suggest|believe|think|tell|acknowledge|complain|estimate|predict|testify|concede|contend|show|find|tweet|suspect|hope|fear|allege|confirm|indicate|rule|agree|learn|reveal|know|recount|stress|wonder|ask|understand)$/;

/** The part of a split content after the cue, or null. */
function remainder(tokens: readonly Token[], complement: Complement, quoted: boolean): Range | null {
  let j = complement.from;
  if (isComma(tokens[j])) j++;
  const t = tokens[j];
  if (!t || isStop(t)) return null;
  if (t.tag === 'quote') return { from: j, to: contentEnd(tokens, j, tokens.length, 'say', 'quote') };
  if (quoted || j === complement.from) return null;
  if (t.tag === 'conj' || t.tag === 'sub' || /^(?:although|though|while|according)$/.test(t.low)) return null;
  if (t.tag === 'verb' && t.bits & ING && cueOf(t) && formProbability(t, cueOf(t)!) > 0.5) return null;
  const to = contentEnd(tokens, j, tokens.length, 'say', 'clause');
  return to > j ? { from: j, to } : null;
}

const INVERTS =
  /^(?:say|report|add|write|note|explain|recall|warn|argue|ask|reply|continue|conclude|declare|tell|announce|insist|state|claim|observe|remark|admit|exclaim|shout|joke|recount|comment|agree|suggest|read|think|go|tweet|post)$/;

/** '"...," said Roe, the engineer.' */
export function inverted(unit: Unit, g: number): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const head = tokens[group.head]!;
  const mark = tokens[group.from - 1];
  const cue = cueOf(head) ?? (head.tag === 'verb' && endsSpeech(mark) ? ANY_CUE : undefined);
  if (!cue || !mark || !group.finite || group.passive || !(INVERTS.test(head.base) || endsSpeech(mark))) return null;
  // "said Roe", and in translated prose "has declared Roe".
  if (!(head.bits & (PAST | S)) && tokens[group.from]!.tag !== 'have' && head.low !== 'say') return null;
  const quoted = mark.tag === 'quote';
  if (!quoted && !isComma(mark) && !isDash(mark)) return null;
  if (quoted && mark.words < 2 && !/[,!?.…]/.test(mark.text.slice(-2, -1))) return null;
  const source = nounPhraseAfter(tokens, group.to);
  if (!source || tokens[source.from]!.low === 'that') return null;
  // '"Better Idea," scored two points': an unlisted verb needs somebody named, or described, as its speaker.
  if (cue === ANY_CUE && !/^(?:name|det|poss)$/.test(tokens[source.from]!.tag)) return null;
  if (
    !quoted &&
    (head.base === 'tell' ||
      (subjectBefore(tokens, group.from, 0) && !/^(?:say|report|add|write|note)$/.test(head.base)))
  )
    return null;
  let after = source.to;
  for (const end of [timePhraseEnd(tokens, after), channelPhraseEnd(tokens, after)]) if (end > after) after = end;
  const next = tokens[after];
  // "Roe, of Ohio, said the bridge was safe": what follows is a clause of its own.
  if (next && isTensed(next)) return null;
  const end = endsBefore(tokens, group.from);
  const from = contentStart(tokens, end);
  if (end <= from) return null;
  const before = { from, to: end };
  if (!quoted && !holdsStatement(tokens, before)) {
    // "Recipients, said Roe, are required to ...": the clause goes on after the name.
    const to = isComma(next) && head.base === 'say' ? contentEnd(tokens, after + 1, tokens.length, 'say', 'clause') : 0;
    if (to <= after + 1 || !tokens.slice(after + 1, to).some(isTensed)) return null;
    return finish(
      unit,
      {
        group,
        cue,
        layout: 'inverted',
        source,
        complement: { from: after, opener: 'none', recipient: null, mark: false },
        particle: null,
      },
      [before, { from: after + 1, to }],
    );
  }
  if (!quoted) {
    const subject = subjectBefore(tokens, group.from, 0);
    if (subject && tokens[source.from]!.tag !== 'name' && next && !isComma(next) && !isStop(next)) return null;
    if (subject && !plainClause(tokens, before)) return null;
  }
  const complement: Complement = { from: after, opener: 'none', recipient: null, mark: false };
  const rest =
    isComma(next) && tokens[after + 1]?.tag === 'quote'
      ? { from: after + 1, to: contentEnd(tokens, after + 1, tokens.length, 'say', 'quote') }
      : null;
  return finish(unit, { group, cue, layout: 'inverted', source, complement, particle: null }, [
    before,
    ...(rest ? [rest] : []),
  ]);
}

/** Whether a stretch has a finite verb outside "who ..." and "which ..." clauses. */
function plainClause(tokens: readonly Token[], { from, to }: Range): boolean {
  let relative = false;
  for (let j = from; j < to; j++) {
    const t = tokens[j]!;
    if (t.tag === 'wh' && j > from) relative = true;
    else if (isComma(t)) relative = false;
    else if (isTensed(t) && !relative) return true;
  }
  return false;
}
