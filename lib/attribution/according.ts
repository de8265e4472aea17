import { contentStart, endsBefore, holdsStatement } from './before-cue.ts';
import { contentEnd } from './content.ts';
import type { Draft } from './drafts.ts';
import { channelPhraseEnd, isComma, isStop, isTensed, nounPhraseAfter, type Range, timePhraseEnd } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';

/** "according to what the ministry published,": everything to the comma. */
function clauseSource(tokens: readonly Token[], i: number): Range | null {
  if (!/^(?:what|that|whoever)$/.test(tokens[i]?.low ?? '')) return null;
  let to = i;
  while (to < tokens.length && !isComma(tokens[to]) && !isStop(tokens[to])) to++;
  return to > i + 1 ? { from: i, to } : null;
}

/** "According to the Star, Doe, 34, spent": a verb right after what looks like an apposition wants it for its subject. */
function withoutSubject(tokens: readonly Token[], { from, to }: Range): Range {
  const comma = tokens.findIndex((t, k) => k > from && k < to && isComma(t));
  const next = tokens[isComma(tokens[to]) ? to + 1 : to];
  return comma > 0 && next && isTensed(next) ? { from, to: comma } : { from, to };
}

/** "According to NP, ..." and "..., according to NP". */
export function accordingTo({ tokens }: Unit): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (tokens[i]!.low !== 'according' || tokens[i + 1]!.low !== 'to') continue;
    const whole = nounPhraseAfter(tokens, i + 2) ?? clauseSource(tokens, i + 2);
    if (!whole) continue;
    const source = withoutSubject(tokens, whole);
    const cue = [{ from: i, to: i + 2 }];
    let j = source.to;
    for (let moved = true; moved; ) {
      moved = false;
      for (const end of [timePhraseEnd(tokens, j), channelPhraseEnd(tokens, j)])
        if (end > j) {
          j = end;
          moved = true;
        }
    }
    // What else belongs to a fronted source runs to its comma: "According to a report the group released,".
    const fronted =
      i === 0 ||
      tokens[i - 1]!.tag === 'conj' ||
      tokens[i - 1]!.tag === 'sub' ||
      (tokens[i - 1]!.tag === 'adv' && i === 1) ||
      isStop(tokens[i - 1]);
    const content: Range[] = [];
    if (fronted) {
      const comma = tokens.findIndex((t, k) => k >= j && (isComma(t) || t.tag === 'quote'));
      const from = comma >= 0 && comma < j + 14 ? (isComma(tokens[comma]) ? comma + 1 : comma) : j;
      const to = contentEnd(
        tokens,
        from,
        tokens.length,
        'say',
        tokens[from]?.tag === 'quote' && tokens[from]!.speech ? 'quote' : 'clause',
      );
      if (to > from) content.push({ from, to });
    } else {
      const end = endsBefore(tokens, i);
      const from = contentStart(tokens, end);
      if (end > from) content.push({ from, to: end });
      const goesOn = tokens[source.to + 1]?.low === 'that';
      if (isComma(tokens[source.to]) && content.length > 0 && (goesOn || !holdsStatement(tokens, content[0]!))) {
        const to = contentEnd(tokens, source.to + 1, tokens.length, 'say', 'clause');
        if (to > source.to + 1) content.push({ from: source.to + 1, to });
      }
    }
    if (content.length === 0) continue;
    drafts.push({
      layout: 'according',
      cls: 'say',
      lemma: 'according',
      negated: false,
      source: [source],
      cue,
      content,
      confidence: 0.93,
      openEnded: false,
    });
  }
  return drafts;
}
