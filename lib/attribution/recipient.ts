/** Whom something is said to: neither cue nor content. */
import { isComma, nounPhraseAfter, type Range } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Verbs of speech that may take whom they address as an object. */
const ADDRESSES = /^(?:ask|assure|remind|warn|inform|urge|reassure|implore|beg|write|email|text|message|advise)$/;

/** 'asked the crowd, "When was it?"': whom the quotation is said to, for the cue that ends before `i`; or null. */
export function addressedAt(tokens: readonly Token[], i: number, from: number): Range | null {
  if (!ADDRESSES.test(tokens[i - 1]?.base ?? '')) return null;
  const whom = nounPhraseAfter(tokens, from, { appositions: false });
  const mark = whom && tokens[whom.to];
  const quote = whom && tokens[whom.to + 1];
  return mark && (isComma(mark) || mark.low === ':') && quote?.tag === 'quote' && quote.speech ? whom : null;
}

/** The first noun group of a phrase: up to the first preposition or comma. */
export function firstGroupEnd(tokens: readonly Token[], { from, to }: Range): number {
  for (let j = from + 1; j < to; j++) {
    const t = tokens[j]!;
    if ((t.tag === 'prep' && t.low !== 'of') || t.low === 'that') return j;
    // "told the court the bridge was safe"
    if ((t.tag === 'det' || t.tag === 'poss') && tokens[j - 1]!.tag !== 'prep' && tokens[j - 1]!.low !== 'all')
      return j;
  }
  return to;
}
