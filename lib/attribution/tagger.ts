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
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  WH,
} from './lexicon.ts';
import { before, clauseFollows, isNominal, isNounish, NUMBER, OBJECT_OPENER } from './neighbours.ts';
import { settleParticiples } from './participles.ts';
import { isCapital, type Token } from './tokens.ts';
import { isVerbHere, verbBits } from './verb-or-noun.ts';
import { BASE, ING, PART, PAST, S, VERBS } from './verbs.ts';

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
  const shouted = t.text.length > 1 && t.text === t.text.toUpperCase();
  // "IS militants": in capitals a name, also at the start.
  if (capital && BE.has(low) && shouted && (!initial || (next !== undefined && isNounish(next)))) {
    t.tag = 'name';
    return;
  }
  if (capital && !initial && low !== 'i' && !(BE.has(low) && low !== 'am')) {
    t.tag = 'name';
    return;
  }
  const nextIsName = next !== undefined && isCapital(next.text) && !style && /^\p{L}/u.test(next.text);
  if (prev?.low === 'to' && !capital && ((VERBS.get(low)?.bits ?? 0) & BASE) > 0 && !HAVE.has(low) && !DO.has(low)) {
    const verb = VERBS.get(low)!;
    t.tag = 'verb';
    t.bits = BASE;
    t.base = verb.base;
    t.bare = true;
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
  if ((low === 'no' && next?.low === 'longer') || (low === 'longer' && tokens[i - 1]?.low === 'no')) return 'adv';
  if (low === 'may' && tokens[i]!.text !== 'may') return next && /^\d/.test(next.low) ? null : 'modal';
  if (MODALS.has(low)) return low === 'will' && tokens[i - 1]?.tag === 'det' ? null : 'modal';
  if (BE.has(low)) return 'be';
  if (HAVE.has(low)) return 'have';
  if (DO.has(low)) return 'do';
  if (low === "'d") return 'modal';
  if (POSSESSIVES.has(low)) return 'poss';
  if (CONJUNCTIONS.has(low)) return low === 'so' && next && looksAdjective(next.low) ? 'adv' : 'conj';
  // "That report found": but "That Roe left is known".
  if (low === 'that' && i === 0 && next && isNounish(next) && !isCapital(next.text)) return 'det';
  if (low === 'according' || low === 'that') return low === 'that' ? 'wh' : 'prep';
  if (low === 'no' || low === 'that') return 'det';
  if (WH.has(low)) return 'wh';
  if (low === 'that' || low === 'this' || low === 'these' || low === 'those')
    return next && isNounish(next) ? 'det' : 'pron';
  if (DETERMINERS.has(low)) {
    if (
      /^(?:both|all|most|many|some|several|few|others|each|another|any|either)$/.test(low) &&
      next &&
      !isNounish(next)
    )
      return 'pron';
    return 'det';
  }
  // "one study", "one resident": a numeral before a noun in the singular, whatever verb it could be.
  if (low === 'one' && next && isNounish(next) && !((VERBS.get(next.low)?.bits ?? 0) & (S | PAST))) return 'num';
  if (PRONOUNS.has(low)) return low === 'i' && tokens[i - 1]?.tag === 'det' ? 'name' : 'pron';
  // "as", "since", "after" open a clause or a phrase; which one is seen from what follows.
  if (low === 'since' && tokens[i - 1]?.tag === 'have') return 'adv';
  if (low === 'once' && /^(?:pron|have|be|do|modal)$/.test(tokens[i - 1]?.tag ?? '')) return 'adv';
  if (low === 'because' && next?.low === 'of') return 'prep';
  if (SUBORDINATORS.has(low) && !(PREPOSITIONS.has(low) && !clauseFollows(tokens, i))) return 'sub';
  if (PREPOSITIONS.has(low) || low === 'according') return 'prep';
  // "that back the government": a verb between a relative pronoun and its object.
  if (low === 'back' && tokens[i - 1]?.tag === 'wh' && next && OBJECT_OPENER.test(next.low)) return null;
  if (ADVERBS.has(low) || DAYS.has(low)) return DAYS.has(low) && isCapital(tokens[i]!.text) ? 'adv' : 'adv';
  return null;
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
  else if (real.tag === 'modal' || real.tag === 'do' || real.tag === 'to') {
    t.bits = t.bits & BASE ? BASE : t.bits;
    t.bare = true;
  } else if (t.bits & PAST && !(t.bits & PART)) t.bits = PAST;
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
