import { CUES } from './cues.ts';
import {
  ADVERBS,
  BE,
  CONJUNCTIONS,
  DAYS,
  DETERMINERS,
  DO,
  HAVE,
  looksAdjective,
  MODALS,
  MONTHS,
  NOT_ADVERBS,
  PLURALS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TIME_NOUNS,
  WH,
} from './lexicon.ts';
import { isCapital, type Token } from './tokens.ts';
import { BASE, ING, NOUN_ING, PART, PAST, S, VERBS } from './verbs.ts';

const NUMBER =
  /^(?:[$€£]?\d|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|dozens?$|hundreds?$|thousands?$|millions?$|billions?$)/;

/** Whether capitals tell nothing: a headline In Title Case or IN CAPITALS. */
function capitalsAreStyle(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { text, tag, low } of tokens) {
    if (tag === 'quote' || low.length < 4 || !/^\p{L}/u.test(text)) continue;
    words++;
    if (isCapital(text)) capitals++;
  }
  return words > 3 && capitals / words > 0.8;
}

const isNominal = (t: Token | undefined): boolean =>
  t !== undefined && (t.tag === 'noun' || t.tag === 'name' || t.tag === 'num' || (t.tag === 'quote' && !t.speech));

/** The nearest token before `i` that is no adverb. */
function before(tokens: readonly Token[], i: number): Token | undefined {
  let j = i - 1;
  while (j >= 0 && tokens[j]!.tag === 'adv') j--;
  return tokens[j];
}

const OBJECT_OPENER =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|to|it|he|she|they|no|more|some|any|how|what|why|whether|there|him|them|us)$/;

const isPlural = (t: Token): boolean => /[^su']s$/.test(t.low) || PLURALS.has(t.low);

/** Tags a sentence in place: closed classes by list, nouns and verbs by form and neighbours. One pass, then two repairs. */
export function tag(tokens: Token[]): void {
  const style = capitalsAreStyle(tokens);
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.tag !== 'quote') tagOne(tokens, i, style);
  }
  settleThat(tokens);
  settleParticiples(tokens);
}

function tagOne(tokens: Token[], i: number, style: boolean): void {
  const t = tokens[i]!;
  const { low } = t;
  const prev = tokens[i - 1];
  const next = tokens[i + 1];
  if (!/[\p{L}\p{N}]/u.test(low)) {
    t.tag = 'punct';
    return;
  }
  if (low === "'s") {
    const pronoun =
      prev && (SUBJECT_PRONOUNS.has(prev.low) || WH.has(prev.low) || prev.low === 'here') && prev.low !== 'one';
    t.tag = pronoun ? 'be' : 'gen';
    return;
  }
  const capital = isCapital(t.text) && !style;
  const initial =
    i === 0 || tokens[i - 1]!.tag === 'quote' || (prev!.tag === 'punct' && /[.:"“—–•-]/.test(prev!.low) && i < 3);
  // A capital inside a sentence is a name, whatever the word: "US", "Will", "March".
  if (capital && !initial && low !== 'i' && !(low.length > 1 && BE.has(low))) {
    t.tag = 'name';
    return;
  }
  const nextIsName = next !== undefined && isCapital(next.text) && !style && /^\p{L}/u.test(next.text);
  if (prev?.low === 'to' && !capital && ((VERBS.get(low)?.bits ?? 0) & BASE) > 0 && !HAVE.has(low) && !DO.has(low)) {
    const verb = VERBS.get(low)!;
    t.tag = 'verb';
    t.bits = BASE;
    t.base = verb.base;
    return;
  }
  const closed = closedClass(tokens, i);
  if (closed) {
    t.tag = closed;
    if (closed === 'be' || closed === 'have' || closed === 'do') t.base = closed;
    return;
  }
  if (NUMBER.test(low)) {
    t.tag = 'num';
    return;
  }
  if (MONTHS.has(low) && (isCapital(t.text) || style)) {
    t.tag = 'name';
    return;
  }
  const verb = verbBits(low);
  if (verb && !(capital && nextIsName && !(verb.bits & ING)) && isVerbHere(tokens, i, verb.bits, verb.noun)) {
    t.tag = 'verb';
    t.bits = verb.bits;
    t.base = verb.base;
    narrow(tokens, i);
    return;
  }
  if (verb && verb.bits & (PAST | PART) && !(verb.bits & BASE)) {
    t.tag = 'adj';
    return;
  }
  if (/ly$/.test(low) && !NOT_ADVERBS.has(low)) t.tag = 'adv';
  else if (looksAdjective(low) && !capital) t.tag = 'adj';
  // "Executives say": a plural that only opens the sentence is no name.
  else if (initial && capital && !nextIsName && /[^su']s$/.test(low) && low.length > 4) t.tag = 'noun';
  else t.tag = capital || (style && isCapital(t.text) && !verb) ? 'name' : 'noun';
}

function closedClass(tokens: Token[], i: number): Token['tag'] | null {
  const { low } = tokens[i]!;
  const next = tokens[i + 1];
  if (low === 'to') return 'to';
  if (low === 'may' && tokens[i]!.text !== 'may') return next && /^\d/.test(next.low) ? null : 'modal';
  if (MODALS.has(low)) return low === 'will' && tokens[i - 1]?.tag === 'det' ? null : 'modal';
  if (BE.has(low)) return 'be';
  if (HAVE.has(low)) return 'have';
  if (DO.has(low)) return 'do';
  if (low === "'d") return 'modal';
  if (POSSESSIVES.has(low)) return 'poss';
  if (CONJUNCTIONS.has(low)) return low === 'so' && next && looksAdjective(next.low) ? 'adv' : 'conj';
  if (low === 'according' || low === 'that') return low === 'that' ? 'wh' : 'prep';
  if (low === 'no' || low === 'that') return 'det';
  if (WH.has(low)) return 'wh';
  if (low === 'that' || low === 'this' || low === 'these' || low === 'those')
    return next && isNounish(next) ? 'det' : 'pron';
  if (DETERMINERS.has(low)) {
    if (/^(?:both|all|most|many|some|several|few|others|each|one|any|either)$/.test(low) && next && !isNounish(next))
      return 'pron';
    return 'det';
  }
  if (PRONOUNS.has(low)) return low === 'i' && tokens[i - 1]?.tag === 'det' ? 'name' : 'pron';
  // "as", "since", "after" open a clause or a phrase; which one is seen from what follows.
  if (low === 'since' && tokens[i - 1]?.tag === 'have') return 'adv';
  if (SUBORDINATORS.has(low) && !(PREPOSITIONS.has(low) && !clauseFollows(tokens, i))) return 'sub';
  if (PREPOSITIONS.has(low) || low === 'according') return 'prep';
  if (ADVERBS.has(low) || DAYS.has(low)) return DAYS.has(low) && isCapital(tokens[i]!.text) ? 'adv' : 'adv';
  return null;
}

/** Whether a word could go on a noun phrase after a determiner. */
function isNounish(t: Token): boolean {
  const { low } = t;
  if (!/^[\p{L}\p{N}$€£]/u.test(low)) return false;
  if (t.tag === 'quote') return !t.speech;
  if (BE.has(low) || HAVE.has(low) || DO.has(low) || MODALS.has(low) || PREPOSITIONS.has(low) || CONJUNCTIONS.has(low))
    return false;
  if (SUBJECT_PRONOUNS.has(low) && low !== 'one') return false;
  if (DETERMINERS.has(low) || POSSESSIVES.has(low) || WH.has(low) || low === 'to' || low === "'s") return false;
  if (DAYS.has(low)) return true;
  if (/ly$/.test(low) && !NOT_ADVERBS.has(low)) return false;
  const verb = VERBS.get(low);
  return !(verb && !verb.noun && verb.bits & (PAST | S) && !(verb.bits & PART)) && low !== 'not';
}

/** Looks a few words ahead for a subject with a verb: "after he left", but "after the war". */
function clauseFollows(tokens: readonly Token[], i: number): boolean {
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

/** Verb forms known, or guessed by ending: "-ed" and "-ing" of unknown verbs. */
export function verbBits(low: string): { base: string; bits: number; noun: boolean } | null {
  const known = VERBS.get(low);
  if (known) return known;
  const re = /^(?:re|over|under|out|un|co|pre|mis|dis)-?(.+)$/.exec(low);
  if (re && re[1]!.length > 3) {
    const stem = VERBS.get(re[1]!);
    if (stem && !(stem.noun && stem.bits & (BASE | S))) return { ...stem, base: low };
  }
  if (low.length > 4 && /[^e]ed$/.test(low) && !/-/.test(low))
    return { base: low.slice(0, -2), bits: PAST | PART, noun: false };
  if (low.length > 5 && /ing$/.test(low) && !NOUN_ING.has(low) && !/-/.test(low))
    return { base: low.slice(0, -3), bits: ING, noun: false };
  return null;
}

function isVerbHere(tokens: readonly Token[], i: number, bits: number, nounToo: boolean): boolean {
  const t = tokens[i]!;
  const prev = tokens[i - 1];
  const real = before(tokens, i);
  const next = tokens[i + 1];
  if (bits === ING) {
    if (NOUN_ING.has(t.low) && real?.tag !== 'be' && prev?.low !== ',') return false;
    return !(prev && (prev.tag === 'det' || prev.tag === 'poss' || prev.tag === 'adj' || prev.tag === 'gen'));
  }
  if (real && (real.tag === 'modal' || real.tag === 'do') && bits & BASE) return true;
  if (real && (real.tag === 'be' || real.tag === 'have') && bits & PART) return true;
  // "did he say", "have they told": a subject between auxiliary and verb.
  if (prev?.tag === 'pron' && SUBJECT_PRONOUNS.has(prev.low)) return true;
  if (prev?.tag === 'to') return (bits & BASE) > 0;
  if (prev && (prev.tag === 'det' || prev.tag === 'poss' || prev.tag === 'gen')) return false;
  if (bits & (PAST | PART) && !(bits & (BASE | S))) {
    if (prev && (prev.tag === 'adj' || prev.tag === 'num') && next && isNounish(next) && !isCapital(next.text))
      return false;
    if (prev?.tag === 'prep' && prev.low !== 'as' && next && isNounish(next)) return false;
    if (i === 0 && next && isNounish(next)) return false;
    return true;
  }
  if (prev?.tag === 'adj' || prev?.tag === 'prep' || prev?.tag === 'num')
    return !nounToo && prev.tag !== 'prep' && (bits & S) > 0;
  if (prev?.tag === 'wh') return true;
  if (prev?.tag === 'sub' || prev?.tag === 'conj') {
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
    if (next === undefined) return false;
    const auxiliary = MODALS.has(next.low) || BE.has(next.low) || HAVE.has(next.low) || DO.has(next.low);
    const nextVerb = VERBS.get(next.low);
    if (auxiliary || (nextVerb && nextVerb.bits & PAST && !isCapital(next.text))) return false;
    // "Court rules worship is legal": a cue with a clause after it, where the sentence has no verb yet.
    if (CUES.has(VERBS.get(t.low)?.base ?? '') && !tokens.slice(0, i).some(isTensed) && clauseFollows(tokens, i))
      return true;
    // "fields in India": before a preposition it is a noun when the sentence has a verb already.
    if (/^(?:for|on|in|at|with|from|about)$/.test(next.low)) return !tokens.slice(0, i).some(isTensed);
    return (
      /^(?:the|a|an|his|her|its|their|this|that|these|those|to|it|he|she|they|no|more|some|any|how|what|why|whether|there|him|them|us|as|into|out|up|,|:)$/.test(
        next.low,
      ) ||
      next.tag === 'quote' ||
      isCapital(next.text) ||
      NUMBER.test(next.low)
    );
  }
  // "Figures published today show a record": an object follows and the clause has no verb yet.
  if (real?.tag === 'verb' && real.bits & PART && next && OBJECT_OPENER.test(next.low)) return true;
  // Base form: a verb after a plural ("officials say") or a pronoun; otherwise a noun if it can be one.
  if (
    real &&
    (real.tag === 'noun' || real.tag === 'name' || real.tag === 'quote' || (real.tag === 'pron' && !nounToo))
  ) {
    const plural =
      isPlural(real) ||
      (tokens.slice(Math.max(0, i - 6), i).some((x) => x.low === 'and') && isNominal(real)) ||
      (real.text === real.text.toUpperCase() && real.text.length > 1);
    if (!nounToo) return plural || real.tag === 'name' || pluralHeadBefore(tokens, i);
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

/** "the two powers backing the government jostle": a plural further back in a stretch without a verb of its own. */
function pluralHeadBefore(tokens: readonly Token[], i: number): boolean {
  let plural = false;
  for (let j = i - 1; j >= 0 && j > i - 12; j--) {
    const t = tokens[j]!;
    if (t.tag === 'sub' || t.tag === 'wh' || t.tag === 'quote' || (t.tag === 'punct' && t.low !== "'")) break;
    if (isTensed(t)) return false;
    if (t.tag === 'noun' && isPlural(t)) plural = true;
  }
  return plural;
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

/** Settles which form an ambiguous one is, from the auxiliary before it. */
function narrow(tokens: readonly Token[], i: number): void {
  const t = tokens[i]!;
  let real = before(tokens, i);
  // "Did he say", "has the minister said": look past a short subject.
  if (real?.tag === 'pron' && i >= 2)
    real = tokens[i - 2]?.tag === 'do' || tokens[i - 2]?.tag === 'have' ? tokens[i - 2] : real;
  if (!real) return;
  if (real.tag === 'have' || real.tag === 'be') t.bits = t.bits & PART ? PART : t.bits;
  else if (real.tag === 'modal' || real.tag === 'do' || real.tag === 'to') t.bits = t.bits & BASE ? BASE : t.bits;
  else if (t.bits & PAST && !(t.bits & PART)) t.bits = PAST;
}

/** "that": determiner before a noun, pronoun before a verb without subject role, else clause opener. */
function settleThat(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.low !== 'that') continue;
    const prev = tokens[i - 1];
    const next = tokens[i + 1];
    if (
      (prev?.tag === 'prep' && !/^(?:given|except|in|considering)$/.test(prev.low)) ||
      (i === 0 && next?.tag === 'be')
    )
      t.tag = next && isNominal(next) ? 'det' : 'pron';
    else if (next && (next.tag === 'punct' || !next)) t.tag = 'pron';
    else if (i === 0 && next && isNominal(next)) t.tag = 'det';
    // "called that suggestion a lie": no verb follows the noun.
    else if (prev?.tag === 'verb' && next && isNominal(next) && !clauseFollows(tokens, i)) t.tag = 'det';
  }
}

/** Parts of a sentence that cannot hold both a reduced participle and the verb of the main clause. */
const stops = (t: Token): boolean =>
  t.tag === 'wh' ||
  t.tag === 'sub' ||
  t.tag === 'conj' ||
  (t.tag === 'punct' && /^[,;:.—–()]/.test(t.low)) ||
  (t.tag === 'quote' && t.speech);

/**
 * Past or participle: "the letter obtained yesterday says" holds a participle since a finite verb follows with no subject
 * of its own between; "seen by" and "led by" likewise.
 */
function settleParticiples(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.tag !== 'verb' || !(t.bits & PART) || !(t.bits & PAST)) continue;
    const real = before(tokens, i);
    if (real && (real.tag === 'pron' || real.tag === 'wh') && real.low !== 'those') {
      t.bits = PAST;
      continue;
    }
    if (tokens[i + 1]?.low === 'by') {
      t.bits = PART;
      continue;
    }
    t.bits = reducedHere(tokens, i) || secondVerb(tokens, i) ? PART : PAST;
  }
}

const isTensed = (t: Token): boolean =>
  t.tag === 'modal' ||
  t.tag === 'be' ||
  t.tag === 'have' ||
  t.tag === 'do' ||
  (t.tag === 'verb' && (t.bits & (S | PAST)) > 0);

/** Participles that stand after their noun far more often than they are its verb: "militias aligned with Iran". */
const POSTNOMINAL =
  /^(?:aligned|allied|based|stationed|located|linked|tied|affiliated|associated|armed|deployed|involved|accused|suspected|convicted|charged|held|detained|jailed|displaced|trapped|born|known|called|named|dubbed|titled|used|made|written|published|posted|backed|led|supported|trained|funded)$/;

/** "He left the group called the Sea Org": the clause has its verb already, and that verb takes no clause after it. */
function secondVerb(tokens: readonly Token[], i: number): boolean {
  if (!isNominal(before(tokens, i))) return false;
  for (let j = i - 1; j >= 0 && j > i - 20; j--) {
    const t = tokens[j]!;
    if (t.tag === 'wh' || t.tag === 'sub' || (t.tag === 'punct' && t.low !== '&') || t.tag === 'quote') return false;
    if (t.low === 'and' && POSTNOMINAL.test(tokens[i]!.low) && tokens[i + 1]?.tag === 'prep') continue;
    if (
      t.tag === 'conj' &&
      !(
        isNominal(tokens[j - 1]) &&
        tokens[j + 1]?.tag !== 'verb' &&
        !tokens.slice(Math.max(0, j - 12), j).some(isTensed)
      )
    )
      return false;
    if (t.tag === 'verb' && (t.bits & (PART | S | PAST)) > 0 && t.bits !== ING)
      return !/^(?:say|tell|think)$/.test(CUES.get(t.base)?.cls ?? '');
    if (t.tag === 'be') return tokens[j + 1]?.tag !== 'verb';
  }
  return false;
}

function reducedHere(tokens: readonly Token[], i: number): boolean {
  // "The unit, called the Lions, consists of": a parenthesis before the clause's own verb.
  if (before(tokens, i)?.low === ',' && isNominal(before(tokens, tokens.indexOf(before(tokens, i)!)))) {
    if (tokens.slice(0, i).some(isTensed)) return false;
    const close = tokens.findIndex((t, k) => k > i && t.low === ',');
    return (
      close > 0 &&
      close < i + 12 &&
      tokens[close + 1] !== undefined &&
      isTensed(tokens[close + 1]!) &&
      !tokens.slice(i + 1, close).some(isTensed)
    );
  }
  if (!isNominal(before(tokens, i))) return false;
  let subject = false;
  let prep = false;
  for (let j = i + 1; j < tokens.length && j < i + 16; j++) {
    const t = tokens[j]!;
    if (stops(t)) return false;
    if (
      t.tag === 'modal' ||
      t.tag === 'be' ||
      t.tag === 'have' ||
      t.tag === 'do' ||
      (t.tag === 'verb' && t.bits & (S | PAST) && !(t.bits & ING))
    )
      return !subject;
    if (t.tag === 'prep' || t.tag === 'to') prep = true;
    else if (t.tag === 'pron') subject = true;
    else if (isNominal(t) && !TIME_NOUNS.has(t.low)) {
      // A noun governed by a preposition is no subject.
      if (!prep) subject = true;
      else if (!isNominal(tokens[j + 1])) prep = false;
    }
  }
  return false;
}
