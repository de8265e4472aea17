import { DENIALS } from './cues.ts';
import type { Draft } from './drafts.ts';
import { isStop, isTensed, type Range } from './phrases.ts';
import { OFFICIAL, OUTLET } from './source-words.ts';
import { plainDraft } from './special.ts';
import { isCapital } from './tokens.ts';
import type { Unit } from './units.ts';

/** Words before a colon that announce a kind of piece, not a speaker. */
export const NOT_SPEAKERS =
  /^(?:watch|video|videos|photo|photos|image|images|picture|pictures|live|update|updates|updated|breaking|exclusive|opinion|analysis|explainer|explained|review|interview|note|correction|corrections|editor|read|more|related|date|source|sources|tags?|topics?|caption|credit|file|map|graphic|fact|check|background|timeline|profile|q|a|question|answer|also|listen|podcast|gallery|here|official|it|this|that|there)$/;
const VAGUE_SPEAKERS =
  /^(?:reports?|study|survey|poll|sources?|officials?|police|court|experts?|analysts?|witness(?:es)?|media|researchers|report)$/;

/** "Roe: bridge is safe" and "Bridge is safe: Roe" in a headline. */
export function headlineColon(unit: Unit): Draft | null {
  const { tokens } = unit;
  const colon = tokens.findIndex((t) => t.low === ':');
  if (colon < 1 || colon > tokens.length - 2) return null;
  const label = (from: number, to: number): boolean => {
    const words = tokens.slice(from, to);
    if (
      words.length > 6 ||
      !words.every(
        (t) =>
          t.tag === 'name' ||
          t.tag === 'noun' ||
          t.tag === 'gen' ||
          t.tag === 'adj' ||
          t.tag === 'det' ||
          t.tag === 'prep',
      )
    )
      return false;
    if (words.some((t) => NOT_SPEAKERS.test(t.low))) return false;
    // The head decides: a name or a speaker's word; "Millom double murder: ..." announces a topic.
    const head = words.at(-1)!;
    if (VAGUE_SPEAKERS.test(head.low) || OUTLET.has(head.low) || OFFICIAL.has(head.low)) return true;
    return isCapital(head.text) && (head.tag === 'name' || words.length < 3);
  };
  const says = (from: number, to: number): boolean =>
    tokens
      .slice(from, to)
      .some(
        (t) =>
          isTensed(t) ||
          (t.tag === 'quote' && t.words > 1) ||
          t.tag === 'to' ||
          (t.tag === 'verb' && !DENIALS.has(t.low)),
      );
  const end = isStop(tokens.at(-1)) ? tokens.length - 1 : tokens.length;
  const parts: [Range, Range] | null =
    label(0, colon) && says(colon + 1, end)
      ? [
          { from: 0, to: colon },
          { from: colon + 1, to: end },
        ]
      : label(colon + 1, end) && end - colon <= 5 && says(0, colon) && !isTensed(tokens[0]!)
        ? [
            { from: colon + 1, to: end },
            { from: 0, to: colon },
          ]
        : null;
  return (
    parts &&
    plainDraft({
      layout: 'colon',
      lemma: ':',
      source: [parts[0]],
      cue: [{ from: colon, to: colon + 1 }],
      content: [parts[1]],
      confidence: 0.8,
    })
  );
}
