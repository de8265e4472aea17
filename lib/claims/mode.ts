import type { VerbGroup } from '../attribution/groups.ts';
import { NEGATIONS } from '../attribution/lexicon.ts';
import type { Range } from '../attribution/phrases.ts';
import type { Token } from '../attribution/tokens.ts';
import type { ClaimMode } from './claim.ts';

const words = (tokens: readonly Token[], { from, to }: Range): string =>
  tokens
    .slice(from, to)
    .map((t) => t.low)
    .join(' ');

/** "is set to", "plans to", "will": not yet done. */
const PLAN =
  /\b(?:will|'ll|shall|won't|(?:is|are|was|were) (?:\w+ )?(?:set|due|scheduled|expected|slated|poised|planning|going|about|preparing) to|(?:is|are|was|were) (?:due|scheduled|slated|planned) (?:for|on|in|at)|(?:is|are) to|(?:plans?|intends?|aims?|hopes?|vow(?:s|ed)|pledged?|promised?|agreed|planned) to)\b/;
const POSSIBLE =
  /\b(?:may|might|could|possibl[ey]|perhaps|maybe|likely|unlikely|potential(?:ly)?|appears?|appeared|seems?|seemed|suspected|alleged(?:ly)?|reportedly|unclear|unconfirmed|(?:is|are|was|were) (?:seen|believed|thought|considered|understood|regarded|viewed|reported|rumou?red|said))(?![\p{L}\p{N}])/u;

/** Mode of a clause. `lead` are the words right before it in the sentence ("if"). */
export function modeOf(tokens: readonly Token[], clause: Range, group: VerbGroup | null, sentence: Range): ClaimMode {
  const text = words(tokens, clause);
  const before = tokens[clause.from - 1]?.low ?? '';
  const last = tokens[sentence.to - 1];
  if (
    last?.low === '?' ||
    tokens.slice(sentence.from, sentence.to).some((t, k, all) => t.low === '?' && k >= all.length - 2)
  )
    return 'question';
  if (
    /^(?:if|unless)\b/.test(text) ||
    before === 'if' ||
    before === 'unless' ||
    /\b(?:if|unless|had \w+ \w+ed,)\b/.test(text)
  )
    return 'conditional';
  if (/^whether\b/.test(text)) return 'question';
  const verb = group ? words(tokens, { from: group.from, to: Math.min(group.to + 2, clause.to) }) : text;
  if (/^(?:should|must|ought)\b/.test(verb) || /\b(?:should|must|ought to|needs? to|let us|let's)\b/.test(verb))
    return 'order';
  if (POSSIBLE.test(`${verb} `)) return 'possible';
  if (PLAN.test(`${verb} `)) return 'plan';
  if (group?.modal && /\bwould\b|'d\b/.test(verb)) return 'conditional';
  return 'asserted';
}

/** Whether the clause's own verb or its subject or object is negated: "did not", "no troops", "never". */
export function isNegated(tokens: readonly Token[], clause: Range, group: VerbGroup | null): boolean {
  if (group?.negated) return true;
  const near = tokens.slice(clause.from, Math.min(clause.to, (group?.to ?? clause.from) + 3));
  return near.some(
    (t, k) =>
      NEGATIONS.has(t.low) &&
      t.low !== 'without' &&
      !(t.low === 'no' && /^(?:longer|doubt|matter|wonder|fewer|less|more|\d.*)$/.test(near[k + 1]?.low ?? '')),
  );
}

const OPINION =
  /\b(?:good|bad|great|terrible|wonderful|beautiful|ugly|nice|perfect|awful|amazing|incredible|fantastic|horrible|stupid|proud|happy|sad|glad|sorry|disappointed|important|interesting|exciting|shameful|disgraceful|outrageous|sick|grateful|honou?red|deserve[sd]?)\b/;
const FEELING =
  /^(?:and |but |so |well |now |, )*(?:i|we|you) (?:\w+ )?(?:think|believe|feel|hope|wish|want|love|like|hate|guess|mean|know|thank|appreciate|'m|am|'re|are)\b/;

/** A view or feeling that nothing could settle: no name, no number, and an evaluative word or a first person's feeling. */
export function isOpinion(tokens: readonly Token[], clause: Range): boolean {
  const slice = tokens.slice(clause.from, clause.to);
  const anchored = slice.some(
    (t, k) => (t.tag === 'name' && k > 0 && t.low !== 'i') || (t.tag === 'num' && /\d/.test(t.low)),
  );
  if (anchored) return false;
  const text = words(tokens, clause);
  return FEELING.test(text) || (OPINION.test(text) && slice.some((t) => t.tag === 'be'));
}
