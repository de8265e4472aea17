import { clauseFrom } from '../attribution/clause.ts';
import type { VerbGroup } from '../attribution/groups.ts';
import { isNominal, joinsBetween } from '../attribution/neighbours.ts';
import { isComma, isDash, isStop, isTensed, type Range } from '../attribution/phrases.ts';
import { subjectBefore } from '../attribution/subjects.ts';
import type { Token } from '../attribution/tokens.ts';
import { ING } from '../attribution/verbs.ts';

/** A stretch of a sentence that states one thing. */
export interface Clause extends Range {
  /** Its main verb; null for an apposition. */
  readonly group: VerbGroup | null;
  /** Who acts, when the clause does not say so itself. */
  readonly subject: Range | null;
  readonly kind: 'main' | 'joined' | 'relative' | 'participle' | 'apposition';
}

/** Clause openers that start a statement of their own after a comma; time and cause inside a clause stay with it. */
const SPLITS = /^(?:and|but|while|whereas|although|though|yet|as|because|since|so|after|before|when)$/;
const RELATIVE = /^(?:which|who|whom|whose|where)$/;

/** Where a new clause starts, or nothing. Token `i` opens the boundary (a comma, "and", ";"). */
interface Boundary {
  readonly at: number;
  readonly from: number;
  readonly kind: Clause['kind'];
}

/** Whether a verb belongs to "that were held" or "the plan he drew": not the verb of the clause. */
const isRelative = (tokens: readonly Token[], { from }: VerbGroup): boolean =>
  isNominal(tokens[from - 2]) && (tokens[from - 1]!.tag === 'wh' || tokens[from - 1]!.tag === 'pron');

const groupAt = (
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  from: number,
  to: number,
  tensed = true,
): VerbGroup | null => {
  const inside = groups.filter((g) => g.from >= from && g.from < to && (!tensed || g.finite));
  return inside.find((g) => g.from <= from + 1 || !isRelative(tokens, g)) ?? inside[0] ?? null;
};

/** Whether a subject with a tensed verb starts at `from`, before the next comma or stop. */
function clauseAt(tokens: readonly Token[], groups: readonly VerbGroup[], from: number, to: number): boolean {
  let commas = 0;
  for (let j = from; j < to; j++) {
    const t = tokens[j]!;
    if (isStop(t) || isDash(t)) return false;
    if (isComma(t)) commas++;
    if ((t.tag === 'wh' || t.tag === 'sub') && j > from) return false;
    // "and the way they play": a noun with its own relative clause.
    if (t.tag === 'pron' && j > from && isNominal(tokens[j - 1]) && tokens[from]!.tag !== 'prep') return false;
    const group = groups.find((g) => g.from === j || g.head === j);
    // "on television and the radio, the day Roe was hanged": one comma closes nothing, so that verb is another clause's.
    if (group?.finite)
      return j > from && commas !== 1 && tokens.slice(from, j).some((x) => isNominal(x) || x.tag === 'pron');
  }
  return false;
}

/** The boundaries inside `[from, to)`, in order. */
function boundariesIn(tokens: readonly Token[], groups: readonly VerbGroup[], { from, to }: Range): Boundary[] {
  const found: Boundary[] = [];
  const main = groupAt(tokens, groups, from, to);
  let depth = 0;
  for (let i = from + 1; i < to - 1; i++) {
    const t = tokens[i]!;
    const next = tokens[i + 1]!;
    if (t.low === '(') depth++;
    else if (t.low === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (t.low === ';' || (t.low === ':' && i > from + 1)) {
      if (clauseAt(tokens, groups, i + 1, to)) found.push({ at: i, from: i + 1, kind: 'main' });
      continue;
    }
    const comma = isComma(t) || isDash(t);
    if (comma && (next.tag === 'wh' || next.low === 'whose') && RELATIVE.test(next.low)) {
      found.push({ at: i, from: i + 1, kind: 'relative' });
      const close = closeOf(tokens, groups, i + 1, to);
      if (close > 0) {
        found.push({ at: close, from: close + 1, kind: 'joined' });
        i = close;
      }
      continue;
    }
    if (!main || main.from >= i) continue;
    if (comma && (next.tag === 'conj' || next.tag === 'sub' || next.tag === 'prep') && SPLITS.test(next.low)) {
      if (clauseAt(tokens, groups, i + 2, to)) {
        found.push({ at: i, from: i + 2, kind: 'main' });
        i++;
        continue;
      }
      if (next.tag === 'conj' && joinedVerb(groups, i + 2)) {
        found.push({ at: i, from: i + 2, kind: 'joined' });
        i++;
        continue;
      }
    }
    if (comma && next.tag === 'verb' && next.bits === ING && next.low !== 'including') {
      found.push({ at: i, from: i + 1, kind: 'participle' });
      continue;
    }
    if (t.tag === 'conj' && /^(?:and|but)$/.test(t.low) && !joinsBetween(tokens, i)) {
      const verb = joinedVerb(groups, i + 1);
      if (verb) found.push({ at: i, from: i + 1, kind: 'joined' });
      else if (clauseAt(tokens, groups, i + 1, to) && !insideThat(tokens, from, i) && verbSince(tokens, from, i))
        found.push({ at: i, from: i + 1, kind: 'main' });
    }
  }
  return found;
}

/** A tensed verb right after a conjunction: "and seized the bridge". */
const joinedVerb = (groups: readonly VerbGroup[], from: number): VerbGroup | undefined =>
  groups.find((g) => g.finite && (g.from === from || (g.from === from + 1 && g.head > g.from)));

/** "said that A and that B": a clause after "that" is one part of what depends on it. */
const insideThat = (tokens: readonly Token[], from: number, i: number): boolean =>
  tokens[i + 1]?.low === 'that' || tokens.slice(from + 1, i).some((t) => t.low === 'if');

/** Whether the innermost clause has its verb already: not in "true that Russian and Iranian soldiers fought". */
function verbSince(tokens: readonly Token[], from: number, i: number): boolean {
  for (let j = i - 1; j >= from; j--) {
    const t = tokens[j]!;
    if (isTensed(t)) return true;
    if (t.tag === 'wh' || t.tag === 'sub') return false;
  }
  return false;
}

/** The comma that closes a relative clause opened at `i`, or -1 when it runs to the end. */
function closeOf(tokens: readonly Token[], groups: readonly VerbGroup[], i: number, to: number): number {
  let verb = false;
  for (let j = i; j < to; j++) {
    if (groups.some((g) => g.finite && g.head === j)) verb = true;
    if (verb && (isComma(tokens[j]) || isDash(tokens[j]))) return j;
  }
  return -1;
}

/** "Talking to a friend may help": the verb that follows without a comma has the gerund for its subject. */
function isGerundSubject(tokens: readonly Token[], groups: readonly VerbGroup[], { from, to }: Range): boolean {
  const verb = groups.find((g) => g.from > from && g.from < to && g.finite);
  return (
    verb !== undefined && !tokens.slice(from, verb.from).some((t) => isComma(t) || t.tag === 'wh' || t.tag === 'sub')
  );
}

/** The statements in a stretch of one sentence, in order; a piece without a verb goes to the piece before it. */
export function clausesIn(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  region: Range,
  inFrame: (i: number) => boolean = () => false,
): Clause[] {
  const cuts = boundariesIn(tokens, groups, region);
  const pieces: { from: number; to: number; kind: Clause['kind'] }[] = [];
  let from = region.from;
  // ", as the two powers compete", left over when what stands before it is somebody's: the opener is no part.
  if (isComma(tokens[from]) && SPLITS.test(tokens[from + 1]?.low ?? '') && clauseFrom(tokens, from + 2)) from += 2;
  const opener = tokens[region.from];
  let kind: Clause['kind'] =
    opener?.tag === 'wh' && RELATIVE.test(opener.low)
      ? 'relative'
      : opener?.tag === 'verb' && opener.bits === ING && !isGerundSubject(tokens, groups, region)
        ? 'participle'
        : 'main';
  for (const cut of cuts) {
    pieces.push({ from, to: cut.at, kind });
    from = cut.from;
    kind = cut.kind;
  }
  pieces.push({ from, to: region.to, kind });
  const clauses: Clause[] = [];
  let lead: Range | null = null;
  for (const piece of pieces) {
    const to = trimEnd(tokens, piece.from, piece.to);
    if (to <= piece.from) continue;
    const group = groupAt(tokens, groups, piece.from, to, piece.kind !== 'participle');
    const interrupted = lead && clauses.length === 0 ? lead : null;
    if (!group) {
      // "The mayor, who resigned, ...": the noun waits for its verb; a tail without verb stays with what it follows.
      const previous = clauses.at(-1);
      if (previous && previous.kind !== 'relative' && previous.to >= piece.from - 2)
        clauses[clauses.length - 1] = { ...previous, to };
      else if (!previous) lead = { from: piece.from, to };
      continue;
    }
    const own = subjectBefore(tokens, group.from, piece.from);
    const previous: Clause | undefined = clauses.at(-1);
    const inherited =
      interrupted ??
      (lead && piece.kind === 'joined'
        ? lead
        : (previous?.subject ??
          (previous || inFrame(piece.from - 1) ? null : subjectBefore(tokens, group.from, 0)) ??
          earlierSubject(tokens, groups, group.from, piece.kind === 'participle' ? inFrame : () => false)));
    const subject = piece.kind === 'relative' ? antecedent(tokens, piece.from, 0) : own ? null : inherited;
    clauses.push({ from: piece.from, to, group, subject, kind: piece.kind });
  }
  return clauses;
}

/** The subject of the nearest tensed verb before token `at` that has one: what a joined predicate is said of. */
function earlierSubject(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  at: number,
  skip: (i: number) => boolean,
): Range | null {
  for (let k = groups.length - 1; k >= 0; k--) {
    const group = groups[k]!;
    if (group.from >= at || !group.finite || skip(group.head)) continue;
    const subject = subjectBefore(tokens, group.from, 0);
    if (subject && tokens[subject.to]?.tag !== 'wh') return subject;
  }
  return null;
}

/** The noun phrase a relative clause belongs to. */
function antecedent(tokens: readonly Token[], from: number, floor: number): Range | null {
  const end = from - 1;
  let start = end;
  while (
    (start > floor && /^(?:det|poss|adj|noun|name|num|gen)$/.test(tokens[start - 1]!.tag)) ||
    (start > floor && start < end && tokens[start - 1]!.low === 'of')
  )
    start--;
  return start < end ? { from: start, to: end } : null;
}

export function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    (tokens[end - 1]!.tag === 'conj' ||
      tokens[end - 1]!.tag === 'wh' ||
      tokens[end - 1]!.tag === 'sub' ||
      (tokens[end - 1]!.tag === 'punct' && !/^[)%]$/.test(tokens[end - 1]!.low)))
  )
    end--;
  return end;
}
