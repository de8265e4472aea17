import { isTensed, type Range } from '../attribution/phrases.ts';
import { subjectBefore } from '../attribution/subjects.ts';
import type { Token } from '../attribution/tokens.ts';
import { BASE, ING } from '../attribution/verbs.ts';
import type { Clause } from './clauses.ts';
import type { Region } from './regions.ts';

/** What somebody does who speaks: "speaking on condition of anonymity" states nothing of the matter. */
const SPEAKING = /^(?:speak|talk|write|respond|reply|answer|refer|quote|cite|comment)$/;

/** Whether a clause is only what is left of a sentence when its contents are taken out, or an address to the reader. */
export function isRemnant(
  tokens: readonly Token[],
  { group, kind }: Clause,
  { from, to }: Range,
  { attribution, to: end }: Region,
  sentence: Range,
): boolean {
  const first = tokens[from]!;
  // "The arrests came after the", "The five are": the rest stands elsewhere.
  if (/^(?:det|poss|to|be)$/.test(tokens[to - 1]!.tag) && tokens[to]?.tag !== 'punct' && to < sentence.to) return true;
  if (tokens[to - 1]!.tag === 'be' && tokens[to]?.low === ':') return true;
  if (!group) return false;
  const head = tokens[group.head]!;
  // "Follow us on Twitter": said to the reader.
  if (from === sentence.from && group.from === from && head.bits === BASE && group.head === from) return true;
  if (attribution !== null) return false;
  if (kind === 'participle' && head.bits === ING && SPEAKING.test(head.base))
    return !tokens.slice(from, to).some(isTensed);
  // "suspected of theft", left over behind a content.
  if (kind === 'main' && group.from === from && from > sentence.from && group.reduced) return true;
  // "In a sharply worded statement, Roe said": a fronted phrase whose adjective looks like a verb.
  const fronted = kind === 'main' && from === sentence.from && end < sentence.to && first.tag === 'prep';
  return fronted && subjectBefore(tokens, group.from, from) === null;
}
