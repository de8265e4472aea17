import type { Source } from '../source.ts';
import type { Rule } from './rule.ts';
import { factsOf } from './rule.ts';

interface Sentence {
  readonly record: string;
  readonly at: string;
  readonly text: string;
  /** Longest that reads well where it is shown, in characters. */
  readonly max: number;
}

/** Every sentence of the pack that is the author's own. */
function* sentencesOf({ pack }: Source): Generator<Sentence> {
  for (const note of pack.notes) {
    yield { record: note.id, at: 'summary', text: note.summary, max: 160 };
    for (const { fact, at } of factsOf(note)) {
      yield { record: note.id, at: `${at}.value`, text: fact.value, max: 120 };
      if (fact.text) yield { record: note.id, at: `${at}.text`, text: fact.text, max: 320 };
    }
    for (const [i, alias] of note.aliases.entries()) {
      if (alias.explain) yield { record: note.id, at: `aliases[${i}].explain`, text: alias.explain, max: 240 };
    }
  }
  for (const check of pack.checks) {
    yield { record: check.id, at: 'explain', text: check.explain, max: 420 };
    if (check.holds) yield { record: check.id, at: 'holds', text: check.holds, max: 420 };
    for (const [i, report] of check.reports.entries()) {
      if (report.says) yield { record: check.id, at: `reports[${i}].says`, text: report.says, max: 320 };
    }
  }
}

/** Quotations: the fields made for them, and what stands in quotation marks in a sentence. */
function* quotationsOf(source: Source): Generator<Omit<Sentence, 'max'>> {
  for (const note of source.pack.notes) {
    for (const [key, { quote }] of Object.entries(note.sources)) {
      if (quote) yield { record: note.id, at: `sources.${key}.quote`, text: quote };
    }
  }
  for (const check of source.pack.checks) {
    if (check.parts?.quote) yield { record: check.id, at: 'parts.quote', text: check.parts.quote };
    for (const [i, { quote }] of check.reports.entries()) {
      if (quote) yield { record: check.id, at: `reports[${i}].quote`, text: quote };
    }
  }
  for (const { record, at, text } of sentencesOf(source)) {
    for (const [quote] of text.matchAll(/“[^”]+”|"[^"]+"|«[^»]+»/g)) yield { record, at, text: quote };
  }
}

const MAX_QUOTED_WORDS = 15;

/** Words that judge where a note should describe. A row is whole words; a star stands for any ending. */
const JUDGING = `admirable* appalling arguably atrocious barbaric barbarous biased bloodthirsty bogus brave* brazen
  brilliant brutal* butcher* callous charismatic courageous cowardly craven credible cronies crook* cruel* cynical
  dangerous* debunked deplorable despicable despot* disgraced disgraceful* disgusting dishonest* distinguished dubious
  esteemed evil excellent fanatic* fearless feared feckless fearsome flawed gallant glorious hateful henchm* heroic*
  hypocritical illegitimate incompetent infamous* laughable legendary masterful monstrous mouthpiece murderous
  notorious* obviously odious outrageous outstanding patriotic phony pious prestigious propagandist* puppet* quisling
  rabid regime renowned reputable respected ruthless* sadistic savage* scandalous shady shameful* shameless* sham
  sinister so-called staunch stooge* thug* traitor* treacherous trustworthy tyran* unbiased unfortunately unhinged
  unreliable vicious* vile warmonger* wicked world-class`
  .split(/\s+/)
  .map((word) => word.replaceAll('-', '[- ]').replace('*', '\\p{L}*'));
const JUDGING_WORD = new RegExp(`(?<![\\p{L}-])(?:${JUDGING.join('|')})(?![\\p{L}-])`, 'giu');

/** The first judging word of a sentence that is no part of a name: not the "Sham" of the Sham Legion. */
function judgingWord(text: string): string | undefined {
  for (const { 0: word, index } of text.matchAll(JUDGING_WORD)) {
    const capital = /^\p{Lu}/u.test(word);
    const opens = /(?:^|[.!?:]\s+)["“(]?$/u.test(text.slice(0, index));
    const inName = capital && (!opens || /^\s+\p{Lu}/u.test(text.slice(index + word.length)));
    if (!inName) return word;
  }
  return undefined;
}

// A label may be told as somebody's: then the sentence says whose.
const TOLD_AS_SOMEBODYS =
  /\b(?:according to|accus\w+|alleg\w+|call(?:s|ed|ing)?|character\w+|condemn\w+|critic\w*|den(?:y|ies|ied)|describ\w+|designat\w+|label\w*|list(?:s|ed)|nam(?:es|ed) it|said|say(?:s|ing)?|term(?:s|ed)|told|wrote|writes|brand\w*|dubb\w+)\b/i;

const withoutQuotations = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’/g, ' ');

export const wordingRules: readonly Rule[] = [
  {
    id: 'long-quotation',
    asks: `A quotation has at most ${MAX_QUOTED_WORDS} words.`,
    mend: 'Keep the words that are the evidence, and tell the rest in your own.',
    check(source, tell) {
      for (const { record, at, text } of quotationsOf(source)) {
        const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;
        if (words > MAX_QUOTED_WORDS) tell(record, at, `a quotation of ${words} words`);
      }
    },
  },
  {
    id: 'judging-word',
    asks: 'A note describes; it does not praise or blame.',
    mend: 'Say what was done, by whom and when; or say whose word it is (“described by … as”).',
    check(source, tell) {
      for (const { record, at, text } of sentencesOf(source)) {
        const word = judgingWord(withoutQuotations(text));
        if (word && !TOLD_AS_SOMEBODYS.test(text)) tell(record, at, `“${word}” is a judgement`);
      }
    },
  },
  {
    id: 'text-too-long',
    asks: 'A sentence fits where it is shown.',
    mend: 'Shorten it, or make two statements of it.',
    check(source, tell) {
      for (const { record, at, text, max } of sentencesOf(source)) {
        if (text.length > max) tell(record, at, `${text.length} characters; more than ${max} do not read well here`);
      }
    },
  },
  {
    id: 'no-summary',
    asks: 'A note says in one sentence what it is about.',
    mend: 'Add `summary`: what it is, undated, in one short sentence.',
    check({ pack }, tell) {
      for (const note of pack.notes) if (!note.summary) tell(note.id, '', 'has no summary');
    },
  },
];
