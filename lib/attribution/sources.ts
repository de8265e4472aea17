import type { Mention } from '../gazetteer/mention.ts';
import type { NoteId } from '../notes/note.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { SourceKind } from './attribution.ts';
import { isNominal } from './neighbours.ts';
import { isComma, type Range } from './phrases.ts';
import { DOCUMENT, MOUTHPIECE, OFFICIAL, OUTLET, UNIT, VAGUE } from './source-words.ts';
import type { Token } from './tokens.ts';

/** Who a source is. */
export interface Who {
  readonly kind: SourceKind;
  readonly notes: readonly NoteId[];
}

/** Where the first noun group of the range ends: its head is the token before. */
export function headEnd(tokens: readonly Token[], { from, to }: Range): number {
  let j = from;
  while (j < to) {
    const t = tokens[j]!;
    if (
      t.tag === 'prep' ||
      t.tag === 'to' ||
      t.tag === 'wh' ||
      isComma(t) ||
      t.tag === 'conj' ||
      t.low === '(' ||
      (t.tag === 'verb' && j > from && isNominal(tokens[j - 1]))
    )
      break;
    j++;
  }
  return j;
}

/** Mentions inside a range of tokens, possessors ("Egypt's ...") left out unless they are all there is. */
function mentionsIn(tokens: readonly Token[], range: Range, mentions: readonly Mention[]): Mention[] {
  if (range.to <= range.from) return [];
  const span: Span = { start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end };
  return mentions.filter((mention) => overlaps(mention, span));
}

/** Kind and notes of the source at `range`: by the mention at its head, else by its words. */
export function whoIs(tokens: readonly Token[], range: Range, mentions: readonly Mention[]): Who {
  const end = headEnd(tokens, range);
  let group = range.from;
  for (let j = range.from; j < end; j++) if (tokens[j]!.tag === 'gen') group = j + 1;
  const head = tokens[end - 1];
  const low = head?.low ?? '';
  const own = mentionsIn(tokens, { from: group, to: end }, mentions);
  const named = own.length > 0 && !DOCUMENT.has(low) && !isRoleAlone(tokens, group, end);
  if (named) return found(coordinated(tokens, end, range, mentions, own));
  // "the chair of the committee, Roe": the name stands in the apposition.
  const comma = tokens.findIndex((t, k) => k >= end && k < range.to && isComma(t));
  const apposed =
    comma > 0
      ? mentionsIn(
          tokens,
          { from: comma + 1, to: Math.min(headEnd(tokens, { from: comma + 1, to: range.to }), range.to) },
          mentions,
        )
      : [];
  if (apposed.length > 0 && !DOCUMENT.has(low)) return found(apposed.slice(0, 1));
  if (DOCUMENT.has(low) || MOUTHPIECE.has(low)) {
    const behind = mentionsIn(tokens, range, mentions);
    const best = behind.find((m) => m.kind === 'outlet') ?? behind.at(-1);
    if (best) return found([best]);
  }
  const words = tokens.slice(range.from, end).map((t) => t.low);
  const anyName = tokens
    .slice(range.from, end)
    .some((t) => t.tag === 'name' && !/^[A-Z][a-z]+(?:an|ian|ish|ese|i)$/.test(t.text));
  if (tokens[range.from]?.tag === 'pron' && /^(?:i|we)$/.test(words[0] ?? '')) return { kind: 'author', notes: [] };
  if (VAGUE.has(low) && !personName(tokens, range.from, end)) return { kind: 'vague', notes: [] };
  if (own.length > 0) return found(own.slice(-1));
  const kinds: [ReadonlySet<string>, SourceKind][] = [
    [OUTLET, 'outlet'],
    [UNIT, 'unit'],
    [OFFICIAL, 'official'],
  ];
  for (const [set, kind] of kinds) if (set.has(low)) return { kind, notes: [] };
  // A title before or after the name: "Defence Minister Roe", "Roe, a spokesman for ...".
  if (anyName && tokens.slice(range.from, range.to).some((t) => OFFICIAL.has(t.low)))
    return { kind: 'official', notes: [] };
  return { kind: 'other', notes: [] };
}

/** "Iranian officials", "army commanders": the mention only qualifies a role noun in lower case. */
function isRoleAlone(tokens: readonly Token[], from: number, end: number): boolean {
  const head = tokens[end - 1];
  return (
    head !== undefined &&
    head.tag === 'noun' &&
    end - from > 1 &&
    /^\p{Ll}/u.test(head.text) &&
    !OUTLET.has(head.low) &&
    !UNIT.has(head.low)
  );
}

const personName = (tokens: readonly Token[], from: number, to: number): boolean => {
  let run = 0;
  for (let j = from; j < to; j++) {
    run = tokens[j]!.tag === 'name' ? run + 1 : 0;
    if (run >= 2 && j === to - 1) return true;
  }
  return false;
};

/** "Roe and Doe": the mentions of every coordinated head. */
function coordinated(
  tokens: readonly Token[],
  end: number,
  range: Range,
  mentions: readonly Mention[],
  own: readonly Mention[],
): Mention[] {
  const all = [own.at(-1)!];
  if (tokens[end]?.tag === 'conj' && end + 1 < range.to) {
    const next = headEnd(tokens, { from: end + 1, to: range.to });
    all.push(...mentionsIn(tokens, { from: end + 1, to: next }, mentions).slice(-1));
  }
  return all;
}

function found(mentions: readonly Mention[]): Who {
  const notes = mentions.flatMap((m) => (m.note ? [m.note] : []));
  return { kind: mentions[0]!.kind, notes: [...new Set(notes)] };
}
