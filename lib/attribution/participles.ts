import { CUES, REPORTED } from './cues.ts';
import { DAYS, TIME_NOUNS } from './lexicon.ts';
import { before, isNominal, isSurelyTensed } from './neighbours.ts';
import type { Token } from './tokens.ts';
import { BASE, ING, PART, PAST, S } from './verbs.ts';

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
export function settleParticiples(tokens: Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.tag !== 'verb' || !(t.bits & PART) || !(t.bits & PAST)) continue;
    const real = before(tokens, i);
    // "Asked about the emails, she ...", "when asked": nobody stands before it to do it.
    if (!real || real.tag === 'sub' || /^(?:when|if|though|while|as|unless)$/.test(real.low)) {
      t.bits = PART;
      continue;
    }
    if (real && (real.tag === 'pron' || real.tag === 'wh') && real.low !== 'those') {
      t.bits = PAST;
      continue;
    }
    if (tokens[i + 1]?.low === 'by') {
      t.bits = PART;
      continue;
    }
    // A verb that is a cue nearly always stands after its speaker: "What matters, Adler said, is ...".
    const spoken = (CUES.get(t.base)?.p[2] ?? 0) > 0.85;
    t.bits = !spoken && (reducedHere(tokens, i) || secondVerb(tokens, i)) ? PART : PAST;
  }
}

/** Participles that stand after their noun far more often than they are its verb: "militias aligned with Iran". */
const POSTNOMINAL =
  /^(?:aligned|allied|based|stationed|located|linked|tied|affiliated|associated|armed|deployed|involved|accused|suspected|convicted|charged|held|detained|jailed|displaced|trapped|born|known|called|named|dubbed|titled|used|made|written|published|posted|backed|led|supported|trained|funded)$/;

const takesClause = (t: Token): boolean => /^(?:say|tell|think)$/.test(CUES.get(t.base)?.cls ?? '');

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
        !tokens.slice(Math.max(0, j - 12), j).some(isSurelyTensed)
      )
    )
      return false;
    // "The plane shot down over the town belonged to": a participle settled already is not the clause's verb.
    if (t.tag === 'verb' && t.bits === PART && isNominal(before(tokens, j))) continue;
    const tensed = (t.bits & (PART | S | PAST)) > 0 || (t.bits === BASE && !t.bare);
    // "A prosecutor who was at the execution denied": that verb is the relative clause's.
    if ((t.tag === 'be' || t.tag === 'have' || (t.tag === 'verb' && tensed)) && afterRelative(tokens, j)) return false;
    if (t.tag === 'verb' && tensed && t.bits !== ING)
      return !takesClause(t) || (REPORTED[t.base]?.test(tokens[j + 1]?.low ?? '') ?? false);
    if (t.tag === 'be') return tokens[j + 1]?.tag !== 'verb';
  }
  return false;
}

/** Whether the verb at `i` follows "who" or "which", adverbs aside. */
function afterRelative(tokens: readonly Token[], i: number): boolean {
  let j = i - 1;
  while (tokens[j]?.tag === 'adv') j--;
  return tokens[j]?.tag === 'wh' && /^(?:who|which)$/.test(tokens[j]!.low) && isNominal(tokens[j - 1]);
}

/** "Roe, a firm focused on health and care, announced": between the commas of an apposition whose verb comes after it. */
function inApposition(tokens: readonly Token[], i: number): boolean {
  let open = i - 1;
  while (open > 0 && open > i - 8 && /^(?:det|adj|noun|name|gen|num|prep)$/.test(tokens[open]!.tag)) open--;
  if (tokens[open]?.low !== ',' || tokens[open + 1]?.tag !== 'det' || !isNominal(tokens[open - 1])) return false;
  if (tokens.slice(0, open).some(isSurelyTensed)) return false;
  const close = tokens.findIndex((t, k) => k > i && t.low === ',');
  const verb = tokens[close + 1];
  return close > 0 && close < i + 14 && verb?.tag === 'verb' && (verb.bits & (PAST | S)) > 0;
}

const NAMING = /^(?:called|named|dubbed|titled|known|labelled|labeled|nicknamed)$/;

function reducedHere(tokens: readonly Token[], i: number): boolean {
  // "The unit, called the Lions, consists of": a parenthesis before the clause's own verb.
  if (before(tokens, i)?.low === ',' && isNominal(before(tokens, tokens.indexOf(before(tokens, i)!)))) {
    if (tokens.slice(0, i).some(isSurelyTensed)) return false;
    const close = tokens.findIndex((t, k) => k > i && t.low === ',');
    return (
      close > 0 &&
      close < i + 14 &&
      tokens[close + 1] !== undefined &&
      isSurelyTensed(tokens[close + 1]!) &&
      (!tokens.slice(i + 1, close).some(isSurelyTensed) || tokens[i + 1]?.low === 'that')
    );
  }
  if (!isNominal(before(tokens, i))) return false;
  if (inApposition(tokens, i)) return true;
  let subject = false;
  let prep = false;
  for (let j = i + 1; j < tokens.length && j < i + 16; j++) {
    const t = tokens[j]!;
    // "The results published this week, revealed that": a comma right before the verb.
    if (
      t.low === ',' &&
      tokens[j + 1] &&
      isSurelyTensed(tokens[j + 1]!) &&
      !/^(?:say|report|add|write|note)$/.test(tokens[j + 1]!.base)
    )
      return !subject;
    if (stops(t)) return false;
    // "happened to be pulled over": an infinitive is no verb of a clause.
    if (tokens[j - 1]!.tag === 'to' && /^(?:be|have|do)$/.test(t.tag)) continue;
    if (
      t.tag === 'modal' ||
      t.tag === 'be' ||
      t.tag === 'have' ||
      t.tag === 'do' ||
      (t.tag === 'verb' && t.bits & (S | PAST) && !(t.bits & ING))
    )
      return !subject;
    // "a deputy called Roe exists": what follows a naming verb is its complement.
    if (NAMING.test(tokens[i]!.low)) continue;
    if (t.tag === 'prep' || t.tag === 'to') prep = true;
    else if (t.tag === 'pron') subject = true;
    else if (isNominal(t) && !TIME_NOUNS.has(t.low) && !DAYS.has(t.low)) {
      // A noun governed by a preposition is no subject.
      if (!prep) subject = true;
      else if (!isNominal(tokens[j + 1])) prep = false;
    }
  }
  return false;
}
