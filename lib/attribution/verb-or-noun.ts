import { CUES } from './cues.ts';
import { BE, DO, HAVE, looksAdjective, MODALS, SUBJECT_PRONOUNS, WH } from './lexicon.ts';
import {
  before,
  clauseFollows,
  isNominal,
  isNounish,
  isPlural,
  isSurelyTensed,
  joinsBetween,
  NUMBER,
  OBJECT_OPENER,
  pluralBeforeComma,
} from './neighbours.ts';
import { isCapital, type Token } from './tokens.ts';
import { BASE, ING, NOUN_ING, PART, PAST, S, VERBS } from './verbs.ts';

/** Words that go with a verb and turn its sense: "shot down", "cut off", "hit back". */
const PARTICLE = /^(?:down|up|off|out|back|away|apart|aside|over|through)$/;

const DEMONYM = /^\p{Lu}.*(?:[ei]an|ish|ese|[qdl]i|ench)$/u;

const opensObject = (t: Token | undefined): boolean =>
  t !== undefined && (OBJECT_OPENER.test(t.low) || isCapital(t.text) || NUMBER.test(t.low));

/** Verb forms known, or guessed by ending: "-ed" and "-ing" of unknown verbs. */
export function verbBits(low: string): { base: string; bits: number; noun: boolean } | null {
  const known = VERBS.get(low);
  if (known) return known;
  const re = /^(?:re|over|under|out|un|co|pre|mis|dis)-?(.+)$/.exec(low);
  if (re && re[1]!.length > 3) {
    const stem = VERBS.get(re[1]!);
    if (stem && !(stem.noun && stem.bits & (BASE | S))) return { ...stem, base: low };
  }
  if (low.length > 4 && /[^e]ed$/.test(low) && !/^un(?!d|i)/.test(low) && !/-/.test(low))
    return { base: low.slice(0, -2), bits: PAST | PART, noun: false };
  if (low.length > 5 && /ing$/.test(low) && !NOUN_ING.has(low) && !/-/.test(low))
    return { base: low.slice(0, -3), bits: ING, noun: false };
  return null;
}

export function isVerbHere(tokens: readonly Token[], i: number, bits: number, nounToo: boolean): boolean {
  const t = tokens[i]!;
  const prev = tokens[i - 1];
  const real = before(tokens, i);
  const next = tokens[i + 1];
  if (t.low === 'close' && next?.low === 'to') return false;
  if (bits === ING) {
    if (NOUN_ING.has(t.low) && real?.tag !== 'be' && prev?.low !== ',') return false;
    return !(prev && (prev.tag === 'det' || prev.tag === 'poss' || prev.tag === 'adj' || prev.tag === 'gen'));
  }
  if (real && (real.tag === 'modal' || real.tag === 'do') && bits & BASE) return true;
  if (real && (real.tag === 'be' || real.tag === 'have') && bits & PART) return true;
  // "did he say", "have they told": a subject between auxiliary and verb.
  if (prev?.tag === 'pron' && SUBJECT_PRONOUNS.has(prev.low)) return true;
  if (prev?.tag === 'quote' && prev.speech && bits & PAST) return true;
  // "those who know her say": an object, no possessor.
  if (prev?.low === 'her' && !nounToo && bits & (BASE | S)) return true;
  // "The roads were closed, say residents": but not "in, say, three weeks".
  if (t.low === 'say' && (prev?.low === ',' || prev?.tag === 'quote') && next && isNounish(next)) return true;
  // '"..., " the statement read.'
  if (
    t.low === 'read' &&
    isNominal(prev) &&
    (!next || /^[.,;]/.test(next.low)) &&
    tokens.slice(0, i).some((x) => x.tag === 'quote' && x.speech)
  )
    return true;
  if (prev?.tag === 'to') return (bits & BASE) > 0;
  if (prev && (prev.tag === 'det' || prev.tag === 'poss' || prev.tag === 'gen')) return false;
  if (bits & (PAST | PART) && !(bits & (BASE | S))) {
    // "the publicly expressed anger"
    if (prev?.tag === 'adv' && (real?.tag === 'det' || real?.tag === 'poss') && next && isNounish(next)) return false;
    if (prev && (prev.tag === 'adj' || prev.tag === 'num') && next && isNounish(next) && !isCapital(next.text))
      return false;
    if (prev?.tag === 'prep' && prev.low !== 'as' && next && isNounish(next)) return false;
    if (i === 0 && next && isNounish(next)) return false;
    // "Iraqi forces and allied militias have": nothing before it that it could be joined to.
    if (
      prev?.tag === 'conj' &&
      next &&
      isNounish(next) &&
      !tokens.slice(0, i).some((x) => x.tag === 'verb' || isSurelyTensed(x))
    )
      return false;
    return true;
  }
  // "An earthquake hit an island", "Russia shot down a plane", "China cut rates": past and base form are one.
  if (
    bits & PAST &&
    bits & BASE &&
    real &&
    (isNominal(real) || real.tag === 'pron') &&
    next &&
    (opensObject(next) ||
      next.low === 'by' ||
      (PARTICLE.test(next.low) && (opensObject(tokens[i + 2]) || !tokens.slice(0, i).some(isSurelyTensed))) ||
      onlyVerb(tokens, i))
  )
    return true;
  // "set deadlines and cut off funds": a predicate joined to another in the past.
  if (bits & PAST && bits & BASE && prev?.tag === 'conj' && next && (opensObject(next) || PARTICLE.test(next.low)))
    return tokens.slice(0, i).some((x) => x.tag === 'verb' && x.bits & PAST);
  // "Economists, however, doubt that"
  if (prev?.low === ',' && bits & BASE && next && OBJECT_OPENER.test(next.low) && pluralBeforeComma(tokens, i))
    return true;
  // "three assists", but "Article 5 says".
  if (prev?.tag === 'num' && bits === S && !isNominal(tokens[i - 2])) return false;
  if (prev?.tag === 'adj' || prev?.tag === 'prep' || prev?.tag === 'num')
    return !nounToo && prev.tag !== 'prep' && (bits & S) > 0;
  if (prev?.tag === 'wh') return true;
  if (prev?.tag === 'sub' || prev?.tag === 'conj') {
    if (joinsBetween(tokens, i - 1)) return false;
    if (!nounToo) return true;
    // "and support the bill", "and plans to": a verb when what follows could be its object.
    return (
      (next !== undefined &&
        (next.tag === 'quote' || /^(?:the|a|an|his|her|its|their|to|that|for|him|them|it|us)$/.test(next.low)) &&
        tokens.slice(0, i).some((x) => x.tag === 'verb' && x.bits & bits)) ||
      (bits === S &&
        prev.tag === 'conj' &&
        next !== undefined &&
        !/^[.,;:]$/.test(next.low) &&
        tokens.slice(0, i).some((x) => x.tag === 'verb' && x.bits === S))
    );
  }
  if (i === 0) return !nounToo && bits & BASE ? next !== undefined && !isCapital(next.text) : false;
  if (bits & S) {
    if (!real || !(isNominal(real) || real.tag === 'punct' || real.tag === 'quote')) return !nounToo;
    if (!nounToo) return true;
    if (isNominal(real) && isPlural(real) && real.tag !== 'name') return false;
    // "..., the website claims."
    if (closesSentence(tokens, i) && SAYS.test(t.low)) return true;
    if (next === undefined) return false;
    const auxiliary = MODALS.has(next.low) || BE.has(next.low) || HAVE.has(next.low) || DO.has(next.low);
    const nextVerb = VERBS.get(next.low);
    if (auxiliary || (nextVerb && nextVerb.bits & PAST && !isCapital(next.text))) return false;
    // "Court rules worship is legal": a cue with a clause after it, where the sentence has no verb yet.
    if (CUES.has(VERBS.get(t.low)?.base ?? '') && !tokens.slice(0, i).some(isSurelyTensed) && clauseFollows(tokens, i))
      return true;
    if (onlyVerb(tokens, i)) return true;
    // "fields in India": before a preposition it is a noun when the sentence can have another verb.
    if (/^(?:for|on|in|at|with|from|about)$/.test(next.low)) return false;
    return (
      /^(?:the|a|an|his|her|its|their|this|that|these|those|to|it|he|she|they|no|more|some|any|how|what|why|whether|there|him|them|us|as|into|out|up|:)$/.test(
        next.low,
      ) ||
      (next.low === ',' && real.tag === 'name') ||
      next.tag === 'quote' ||
      isCapital(next.text) ||
      NUMBER.test(next.low)
    );
  }
  // "Figures published today show a record": an object follows and the clause has no verb yet.
  // But "set fire to a depot": what "to" leads to is no verb.
  if (
    real?.tag === 'verb' &&
    real.bits & PART &&
    next &&
    OBJECT_OPENER.test(next.low) &&
    (next.low !== 'to' || ((verbBits(tokens[i + 2]?.low ?? '')?.bits ?? 0) & BASE) > 0)
  )
    return true;
  // Base form: a verb after a plural ("officials say") or a pronoun; otherwise a noun if it can be one.
  if (
    real &&
    (real.tag === 'noun' || real.tag === 'name' || real.tag === 'quote' || (real.tag === 'pron' && !nounToo))
  ) {
    const plural =
      isPlural(real) ||
      (tokens.slice(Math.max(0, i - 6), i).some((x) => x.low === 'and') && isNominal(real)) ||
      (real.text === real.text.toUpperCase() && real.text.length > 1);
    // "the Russian air defence": what says of which country does nothing.
    if (real.tag === 'name' && DEMONYM.test(real.text) && next !== undefined && isNounish(next)) return false;
    if (!nounToo) return plural || real.tag === 'name' || pluralHeadBefore(tokens, i);
    if (plural && next !== undefined && onlyVerb(tokens, i)) return true;
    if (plural && closesSentence(tokens, i) && SAYS.test(t.low)) return true;
    return (
      plural &&
      next !== undefined &&
      (/^(?:the|a|an|his|her|its|their|this|that|to|it|they|no|more|how|what|for|on|in|as|with|there)$/.test(
        next.low,
      ) ||
        next.tag === 'quote' ||
        isCapital(next.text) ||
        looksAdjective(next.low)) &&
      !auxiliaryFollows(tokens, i)
    );
  }
  if (real?.tag === 'pron') return true;
  return !nounToo && real?.tag !== 'punct';
}

/** Whether nothing else in the sentence can be its verb: "A new poll shows majority support". */
function onlyVerb(tokens: readonly Token[], i: number): boolean {
  if (!/\.$|[!?;]$/.test(tokens.at(-1)!.low) || /^[.!?,;:)]/.test(tokens[i + 1]?.low ?? '.')) return false;
  return tokens.every((t, k) => {
    if (k < i) return !isSurelyTensed(t);
    if (k === i || t.tag === 'quote') return true;
    // "and fled": joined to it.
    if (tokens[k - 1]!.low === 'and') return true;
    const { low } = t;
    const verb = VERBS.get(low);
    // "in May", "the US": a name, whatever the word.
    if (isCapital(t.text)) return true;
    return !(
      MODALS.has(low) ||
      BE.has(low) ||
      HAVE.has(low) ||
      DO.has(low) ||
      (verb && (verb.bits & PAST || (verb.bits & (S | BASE) && !verb.noun)))
    );
  });
}

const SAYS = /^(?:show|suggest|report|claim|note|find|state)s?$/;

/** "..., polls show.": the last word of a clause, its subject set off by a comma. */
const closesSentence = (tokens: readonly Token[], i: number): boolean =>
  /^[.,]$/.test(tokens[i + 1]?.low ?? '.') && tokens.slice(Math.max(0, i - 7), i).some((t) => t.low === ',');

/**
 * "the two powers backing the government jostle": a plural further back in a stretch without a verb of its own; or one
 * before "that back the government", which has its own.
 */
function pluralHeadBefore(tokens: readonly Token[], i: number): boolean {
  let plural = false;
  let verb = false;
  let past = false;
  for (let j = i - 1; j >= 0 && j > i - 12; j--) {
    const t = tokens[j]!;
    if (t.tag === 'wh' && verb && /^(?:who|which|that)$/.test(t.low))
      return tokens[j - 1]?.tag === 'noun' && isPlural(tokens[j - 1]!);
    if (t.tag === 'sub' || t.tag === 'wh' || t.tag === 'quote' || (t.tag === 'punct' && t.low !== "'")) break;
    if (t.tag === 'verb' && !t.bare && t.bits & (BASE | PAST)) verb = true;
    if (isSurelyTensed(t)) {
      if (t.tag !== 'verb' || past) return false;
      past = true;
    }
    if (t.tag === 'noun' && isPlural(t)) plural = true;
  }
  return plural && !past;
}

/** Whether a finite auxiliary or plain past comes before the next stop: then this word was no verb. */
function auxiliaryFollows(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j < Math.min(tokens.length, i + 5); j++) {
    const { low } = tokens[j]!;
    if (/^[.,;:]$/.test(low) || WH.has(low)) return false;
    if (MODALS.has(low) || BE.has(low) || HAVE.has(low)) return true;
  }
  return false;
}
