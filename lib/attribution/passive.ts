import { type Complement, complementAfter, contentEnd } from './content.ts';
import { type Draft, draftOf } from './drafts.ts';
import { channelPhraseEnd, nounPhraseAfter, type Range, timePhraseEnd } from './phrases.ts';
import { contentLimit } from './rank.ts';
import { cueOf, formProbability } from './scorer.ts';
import { relativeSubject } from './speaker.ts';
import { subjectBefore } from './subjects.ts';
import type { Unit } from './units.ts';
import { ING } from './verbs.ts';

const SUBJECT_IS_CONTENT =
  /^(?:expect|believe|think|know|see|consider|regard|view|suppose|assume|estimate|report|say|rumor|understand|feel|deem|allege|project|predict|anticipate|intend)$/;

const NAMES = /^(?:call|name|dub|brand|label)$/;

/** Passives: the source after "by", or none; the subject belongs to the content unless it is an empty "it". */
export function passive(unit: Unit, g: number, complement: Complement): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const head = tokens[group.head]!;
  const cue = cueOf(head)!;
  const subject = subjectBefore(tokens, group.from, 0) ?? relativeSubject(tokens, group.from);
  const by = tokens[group.to]?.low === 'by' ? nounPhraseAfter(tokens, group.to + 1, { appositions: false }) : null;
  if (head.base === 'quote' || head.base === 'cite') {
    const passedOn = quotedAsSaying(unit, g, subject, by);
    if (passedOn) return passedOn;
  }
  const after = by ? complementAfter(tokens, by.to, 'say') : complement;
  const empty = subject !== null && subject.to - subject.from === 1 && /^(?:it|there)$/.test(tokens[subject.from]!.low);
  const infinitive = after.opener === 'to';
  const asPhrase = tokens[after.from]?.low === 'as';
  const limit = contentLimit(unit, g, after.from);
  const to = contentEnd(tokens, after.from, limit, cue.cls, after.opener === 'phrase' ? 'phrase' : after.opener);
  const rest = after.opener === 'none' || to <= after.from ? null : { from: after.from, to };
  const cueRange = { from: group.from, to: by ? group.to + 1 : asPhrase ? group.to + 1 : group.to };
  const restRange = rest && asPhrase && !by ? { from: rest.from + 1, to: rest.to } : rest;
  if (empty) {
    if (
      !restRange ||
      !(after.opener === 'that' || after.opener === 'clause' || after.opener === 'wh' || after.opener === 'quote')
    )
      return null;
    return draftOf(unit, group, cue.cls, 'passive', by, cueRange, [restRange], 0.6 + (by ? 0.2 : 0));
  }
  if (!subject) return null;
  if (cue.cls === 'tell') {
    if (after.opener !== 'that' && after.opener !== 'clause' && after.opener !== 'quote') return null;
    return draftOf(unit, group, cue.cls, 'passive', by, cueRange, [restRange!], 0.5);
  }
  const p = formProbability(head, cue);
  const content = restRange ? [subject, restRange] : [subject];
  if (by && p >= 0.2) {
    const confidence = Math.min(0.85, Math.max(0.6, p));
    return draftOf(unit, group, cue.cls, 'passive', by, cueRange, content, confidence);
  }
  if (by || !restRange) return null;
  if (SUBJECT_IS_CONTENT.test(head.base) && (infinitive || asPhrase))
    return draftOf(unit, group, cue.cls, 'passive', null, cueRange, content, Math.max(0.6, p));
  // "was called Roe Capital": a name, and nobody who gave it.
  if (NAMES.test(head.base) && !asPhrase && after.opener === 'phrase') return null;
  if ((cue.cls === 'as' || cue.cls === 'accuse') && p >= 0.5)
    return draftOf(unit, group, cue.cls, 'passive', null, cueRange, content, Math.min(0.85, p));
  return null;
}

/** "Y was quoted (by X) as saying that Z": X passes on Y; where no X is named the words are Y's. */
function quotedAsSaying(unit: Unit, g: number, subject: Range | null, by: Range | null): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  let as = by?.to ?? group.to;
  for (const end of [timePhraseEnd(tokens, as), channelPhraseEnd(tokens, as)]) if (end > as) as = end;
  if (!subject || tokens[as]?.low !== 'as' || tokens[as + 1]?.bits !== ING) return null;
  const cls = cueOf(tokens[as + 1]!)?.cls === 'tell' ? 'tell' : 'say';
  const said = complementAfter(tokens, as + 2, cls);
  if (said.opener === 'none') return null;
  const to = contentEnd(tokens, said.from, contentLimit(unit, g, said.from), 'say', said.opener);
  const cue = [
    { from: group.from, to: by ? group.to + 1 : group.to },
    { from: as, to: as + 2 },
  ];
  return {
    layout: 'passive',
    cls: 'say',
    lemma: 'quote',
    negated: group.negated,
    source: [by ?? subject],
    cue,
    content: [{ from: said.from, to }],
    confidence: 0.9,
    openEnded: true,
    ...(by ? { inner: subject } : {}),
  };
}

/** "X seems to ...": the article's own hedge; subject and complement are content. */
export function seeming(unit: Unit, g: number, complement: Complement): Draft | null {
  const { tokens, groups } = unit;
  const group = groups[g]!;
  const subject = subjectBefore(tokens, group.from, 0);
  if (complement.opener === 'none' || !subject || group.infinitive || group.gerund) return null;
  const to = contentEnd(tokens, complement.from, contentLimit(unit, g, complement.from), 'seem', complement.opener);
  if (to <= complement.from) return null;
  const empty = /^(?:it|there)$/.test(tokens[subject.from]!.low) && subject.to - subject.from === 1;
  if (
    complement.opener === 'phrase' &&
    tokens[complement.from]!.tag === 'prep' &&
    tokens[complement.from]!.low !== 'like'
  )
    return null;
  const rest = { from: complement.from, to };
  return draftOf(
    unit,
    group,
    'seem',
    'passive',
    null,
    { from: group.from, to: group.to },
    empty ? [rest] : [subject, rest],
    0.6,
  );
}
