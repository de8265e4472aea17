/**
 * Words that say how a clause is put: denied, doubted, planned, asked, rejected. A table; `modality.ts` reads it. Sorts of cue
 * after NegEx (Chapman et al. 2001); the words are our own, grown from what news misled the comparison with.
 */

/** How a clause puts what it says. */
export type Mode = 'asserted' | 'plan' | 'possible' | 'conditional' | 'question' | 'order' | 'denial';

/** Phrases are words as printed, lower case; `*` at the end of a word stands for any inflection of it. */
export interface Cue {
  readonly words: readonly string[];
  readonly effect: 'negate' | 'pseudo' | 'refute' | Mode;
  /** Where it works: the clause after it, the clause before it, its whole clause, or the whole sentence. */
  readonly reach: 'after' | 'before' | 'clause' | 'sentence';
}

const cues = (effect: Cue['effect'], reach: Cue['reach'], rows: string): Cue[] =>
  rows
    .trim()
    .split(/\s*,\s*/)
    .map((row) => ({ words: row.split(' '), effect, reach }));

export const CUES: readonly Cue[] = [
  ...cues(
    'pseudo',
    'after',
    'not only, not just, not merely, no fewer, no less, no more, no later, no doubt, no wonder, why not, cannot but, nothing but, no sooner, not least, no longer ago',
  ),
  ...cues(
    'negate',
    'after',
    'not, never, no, none, neither, nor, without, nobody, hardly, barely, scarcely, cannot, fail* to, refuse* to, decline* to, unable to, stop* short of, prevent*, avoid*, lack*, yet to, far from, instead of, rather than',
  ),
  ...cues(
    'negate',
    'before',
    'never took place, never happened, never occurred, did not take place, did not happen, did not occur, has not happened, was averted, were averted, was prevented, was ruled out, were ruled out, is ruled out',
  ),
  ...cues(
    'refute',
    'after',
    'false that, untrue that, not true that, false claim*, false report*, false rumour*, false rumor*, myth that, hoax that, no evidence that, no evidence of, no evidence for, no proof that, no truth, wrongly, mistakenly, incorrectly, erroneously, falsely, in error, misreport*, misidentif*, misquot*, misspell*, misspelt, spelled, spelt, misname*, mistook, mislabel*, misplac*, misstat*, mistake* for, contrary to, correction, an earlier version, earlier version of, fact check, fact-check, debunk*',
  ),
  ...cues(
    'refute',
    'before',
    'is false, are false, was false, were false, is untrue, was untrue, were untrue, is a myth, is wrong, was wrong, were wrong, is incorrect, was incorrect, were incorrect, is a hoax, was a hoax, are baseless, is baseless, were baseless, was baseless, unfounded, is not true, was not true, are not true, were not true, is inaccurate, was inaccurate',
  ),
  ...cues(
    'denial',
    'after',
    'deny, denies, denied, denying, denial*, refute*, rebut*, reject* claim*, reject* report*, reject* suggestion*, reject* allegation*, reject* accusation*, dismiss* claim*, dismiss* report*, dismiss* suggestion*, dismiss* allegation*, dismiss* accusation*, disput* that, disput* claim*, disput* report*, rule* out, rejecting, disavow*',
  ),
  ...cues('denial', 'before', 'denied by, denied this, denied it, denied the report*, denied the claim*'),
  ...cues(
    'possible',
    'clause',
    'may, might, could, perhaps, maybe, possibly, probably, reportedly, allegedly, apparently, purportedly, supposedly, suspected, appear* to, seem*, likely, unlikely, believed to, thought to, feared, potentially, possible, not clear, unclear, unconfirmed, cannot confirm, could not confirm, rumour*, rumor*, speculat*, wonder*, fear* that, hope* that, hoped, hopes',
  ),
  ...cues('conditional', 'sentence', 'if, unless, were to, in case, as if, as though, whether, provided that'),
  ...cues('conditional', 'clause', 'would have, had it'),
  ...cues(
    'order',
    'after',
    'must, should, ought to, got to, need* to, have to, has to, want* to, let us, let’s, would like, call* for, call* on, urge*, demand*, ask* for, insist* on, order* to',
  ),
  ...cues(
    'plan',
    'after',
    'will, would, is to, are to, set to, due to, expected to, plan* to, scheduled to, schedule* for, going to, slated to, about to, intend* to, aim* to, scheduled, upcoming',
  ),
];
