import { NEGATIONS } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { BASE, ING, PART, PAST, S } from './verbs.ts';

/** A verb with its auxiliaries, negation and adverbs: token indices `[from, to)`, the main verb at `head`. */
export interface VerbGroup {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  /** Has a tense of its own: can be the verb of a clause. */
  readonly finite: boolean;
  /** "is expected", "was described". */
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: boolean;
  readonly infinitive: boolean;
  /** "-ing" without "be". */
  readonly gerund: boolean;
  /** Past participle without auxiliary: "seen by". */
  readonly reduced: boolean;
}

const OPENS = new Set(['modal', 'be', 'have', 'do', 'verb']);

/** All verb groups of a tagged sentence, in order. */
export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = 0;
  while (i < tokens.length) {
    const t = tokens[i]!;
    const infinitive = t.tag === 'to' && startsInfinitive(tokens, i + 1);
    if (!OPENS.has(t.tag) && !infinitive) {
      i++;
      continue;
    }
    let end = i + (infinitive ? 1 : 0);
    let head = -1;
    let modal = false;
    let auxiliary: Token['tag'] | null = null;
    let subject = false;
    for (; end < tokens.length; end++) {
      const u = tokens[end]!;
      if (u.tag === 'verb') {
        // A second main verb starts a group of its own: "said", "left".
        if (head >= 0 && tokens[head]!.tag === 'verb') break;
        head = end;
        end++;
        break;
      }
      if (u.tag === 'modal' || u.tag === 'be' || u.tag === 'have' || u.tag === 'do') {
        if (u.tag === 'modal') modal = true;
        auxiliary = u.tag;
        head = end;
      } else if (u.tag === 'adv') continue;
      // "Do you think", "has the minister": a pronoun between auxiliary and verb in a question.
      else if (u.tag === 'pron' && auxiliary && !subject && tokens[end + 1]?.tag === 'verb' && head === i)
        subject = true;
      else break;
    }
    if (head < 0) {
      i = Math.max(end, i + 1);
      continue;
    }
    while (end - 1 > head && tokens[end - 1]!.tag === 'adv') end--;
    const main = tokens[head]!;
    const verb = main.tag === 'verb';
    const passive = verb && auxiliary === 'be' && (main.bits & PART) > 0 && !(main.bits & ING);
    const gerund = verb && main.bits === ING && auxiliary !== 'be';
    const reduced = verb && !auxiliary && !infinitive && main.bits === PART;
    let from = i;
    while (
      from > 0 &&
      tokens[from - 1]!.tag === 'adv' &&
      /^(?:not|never|also|still|reportedly|allegedly|even|then|later|now|once|n't|\p{L}+ly)$/u.test(
        tokens[from - 1]!.low,
      ) &&
      from > 1
    )
      from--;
    const bare = main.bits & (S | PAST | BASE);
    groups.push({
      from,
      to: end,
      head,
      finite:
        !infinitive &&
        !gerund &&
        !reduced &&
        (auxiliary ? !/^(?:being|been|having|be)$/.test(tokens[i]!.low) : verb && bare > 0),
      passive,
      negated: tokens.slice(from, end).some((u) => NEGATIONS.has(u.low)),
      modal,
      infinitive,
      gerund,
      reduced,
    });
    i = end;
  }
  return groups;
}

function startsInfinitive(tokens: readonly Token[], i: number): boolean {
  let j = i;
  while (tokens[j]?.tag === 'adv') j++;
  const t = tokens[j];
  return (
    t !== undefined &&
    (t.low === 'be' || t.low === 'have' || t.low === 'do' || (t.tag === 'verb' && (t.bits & BASE) > 0))
  );
}
