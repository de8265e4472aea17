import { CUES } from './cues.ts';
import {
  BE,
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  DO,
  HAVE,
  MODALS,
  NOT_ADVERBS,
  PLURALS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  WH,
} from './lexicon.ts';
import { isCapital, type Token } from './tokens.ts';
import { PART, PAST, S, VERBS } from './verbs.ts';
/** What the words around a word allow it to be; the tagger's questions, asked before tags are all known. */
export const NUMBER =
  /^(?:[$€£]?\d|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|dozens?$|hundreds?$|thousands?$|millions?$|billions?$)/;

export const isNominal = (t: Token | undefined): boolean =>
  t !== undefined && (t.tag === 'noun' || t.tag === 'name' || t.tag === 'num' || (t.tag === 'quote' && !t.speech));

/** The nearest token before `i` that is no adverb. */
export function before(tokens: readonly Token[], i: number): Token | undefined {
  let j = i - 1;
  while (j >= 0 && tokens[j]!.tag === 'adv') j--;
  return tokens[j];
}

export const OBJECT_OPENER =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|to|it|he|she|they|no|more|some|any|how|what|why|whether|there|him|them|us)$/;

export const isPlural = (t: Token): boolean => /[^su']s$/.test(t.low) || PLURALS.has(t.low);

export const isSurelyTensed = (t: Token): boolean =>
  t.tag === 'modal' ||
  t.tag === 'be' ||
  t.tag === 'have' ||
  t.tag === 'do' ||
  (t.tag === 'verb' && (t.bits & (S | PAST)) > 0);

/** "between its men and the rebels": whether the "and" at `i` joins what a "between" opened; it then starts no clause. */
export function joinsBetween(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.low !== 'and') return false;
  for (let j = i - 1; j >= 0; j--) {
    const t = tokens[j]!;
    if (t.low === 'between') return true;
    if (t.low === 'and' || (t.tag === 'punct' && /^[.!?…;:]/.test(t.low)) || isSurelyTensed(t)) return false;
  }
  return false;
}

/** Whether a word could go on a noun phrase after a determiner. */
export function isNounish(t: Token): boolean {
  const { low } = t;
  if (!/^[\p{L}\p{N}$€£]/u.test(low)) return false;
  if (t.tag === 'quote') return !t.speech;
  if (BE.has(low) || HAVE.has(low) || DO.has(low) || MODALS.has(low) || PREPOSITIONS.has(low) || CONJUNCTIONS.has(low))
    return false;
  if (SUBJECT_PRONOUNS.has(low) && low !== 'one') return false;
  if (DETERMINERS.has(low) || POSSESSIVES.has(low) || WH.has(low) || low === 'to' || low === "'s") return false;
  if (DAYS.has(low)) return true;
  if (/^(?:if|because|although|though|whether|when|while|unless)$/.test(low)) return false;
  if (/ly$/.test(low) && !NOT_ADVERBS.has(low)) return false;
  const verb = VERBS.get(low);
  // "both said": a past form that is a cue as a rule goes on no noun phrase.
  if (verb && (CUES.get(verb.base)?.p[2] ?? 0) > 0.85 && verb.bits & PAST && !verb.noun) return false;
  return !(verb && !verb.noun && verb.bits & (PAST | S) && !(verb.bits & PART)) && low !== 'not';
}

/** Looks a few words ahead for a subject with a verb: "after he left", but "after the war". */
export function clauseFollows(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j < tokens.length && j < i + 14; j++) {
    const { low, tag } = tokens[j]!;
    if (tag === 'quote') continue;
    if (j === i + 1 && SUBJECT_PRONOUNS.has(low) && low !== 'one') return true;
    if (/^[.,;:()—–]$/.test(low)) return false;
    if (j > i + 1 && (BE.has(low) || HAVE.has(low) || MODALS.has(low) || DO.has(low))) return true;
    const verb = VERBS.get(low);
    if (j > i + 1 && verb && verb.bits & PAST && !isCapital(tokens[j]!.text)) return true;
    if (j > i + 1 && verb && verb.bits & S && !verb.noun) return true;
    if (WH.has(low) || low === 'to') return false;
  }
  return false;
}

/** "Economists, however,": a plural before a short parenthesis that ends at `i`, and no verb yet. */
export function pluralBeforeComma(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 2; j > 0 && j > i - 6; j--)
    if (tokens[j]!.low === ',')
      return isNominal(tokens[j - 1]) && isPlural(tokens[j - 1]!) && !tokens.slice(0, i).some(isSurelyTensed);
  return false;
}
