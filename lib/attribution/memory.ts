import type { Mention } from '../gazetteer/mention.ts';
import type { Span } from '../text/span.ts';
import { SUBJECT_PRONOUNS } from './lexicon.ts';
import type { Range } from './phrases.ts';
import { headEnd, type Who } from './sources.ts';
import type { Token } from './tokens.ts';

/** Somebody named earlier, for pronouns and descriptions to go back to. */
export interface Earlier extends Who {
  readonly span: Span;
  /** Words of the name and what stands before it ("environment", "minister", "roe"). */
  readonly words: ReadonlySet<string>;
  readonly paragraph: number;
  readonly sentence: number;
  readonly number: 'person' | 'thing' | 'group';
  readonly gender: 'he' | 'she' | null;
}

/** How many paragraphs back a pronoun reaches. */
const REACH = 2;
/** And how many sentences, in a text without paragraphs. */
const SENTENCES = 12;
const FEMALE =
  /^(?:mrs|ms|miss|queen|princess|chairwoman|spokeswoman|congresswoman|actress|she|her|herself|mother|wife|daughter|sister)\.?$/;
const MALE = /^(?:mr|king|prince|chairman|spokesman|congressman|sheikh|he|him|himself|father|husband|son|brother)\.?$/;
const BODY =
  /^(?:government|ministry|court|council|commission|committee|department|agency|parliament|office|police|administration)$/;

const genderOf = (words: Iterable<string>): 'he' | 'she' | null => {
  for (const word of words) {
    if (FEMALE.test(word)) return 'she';
    if (MALE.test(word)) return 'he';
  }
  return null;
};

/** Remembers who spoke and who was named, in order, and says whom a pronoun or a bare description stands for. */
export class SourceMemory {
  readonly #earlier: Earlier[] = [];
  #now = 0;

  /** The person, thing or group a source that names nobody stands for. */
  resolve(tokens: readonly Token[], range: Range, paragraph: number, sentence: number): Earlier | null {
    this.#now = sentence;
    const first = tokens[range.from]!;
    if (first.tag === 'pron' && range.to - range.from === 1) return this.#pronoun(first.low, paragraph);
    // "the minister", "the agency": a definite description of somebody named with that word.
    if (!/^(?:the|this|that)$/.test(first.low) || range.to - range.from > 3) return null;
    const head = tokens[range.to - 1]!;
    return head.tag === 'noun' ? this.#latest(paragraph, (e) => e.words.has(head.low)) : null;
  }

  #pronoun(low: string, paragraph: number): Earlier | null {
    if (!SUBJECT_PRONOUNS.has(low)) return null;
    if (low === 'he' || low === 'she')
      return this.#latest(paragraph, (e) => e.number === 'person' && (e.gender === null || e.gender === low));
    if (low === 'it') return this.#latest(paragraph, (e) => e.number === 'thing');
    if (low !== 'they') return null;
    return this.#latest(paragraph, (e) => e.number === 'group') ?? this.#latest(paragraph, (e) => e.number === 'thing');
  }

  /** Of the nearest earlier sentence that names a fitting one, the first: subjects come first. */
  #latest(paragraph: number, fits: (earlier: Earlier) => boolean): Earlier | null {
    let best: Earlier | null = null;
    for (let k = this.#earlier.length - 1; k >= 0; k--) {
      const earlier = this.#earlier[k]!;
      if (
        paragraph - earlier.paragraph > REACH ||
        this.#now - earlier.sentence > SENTENCES ||
        (best && earlier.sentence < best.sentence)
      )
        break;
      if (fits(earlier)) best = earlier;
    }
    return best;
  }

  /** A source that names somebody. */
  remember(tokens: readonly Token[], range: Range, who: Who, paragraph: number, sentence: number): void {
    const slice = tokens.slice(range.from, range.to);
    const first = slice[0];
    if (!first || first.tag === 'pron' || first.tag === 'wh') return;
    const end = headEnd(tokens, range);
    const head = tokens[end - 1]!;
    const words = tokens.slice(range.from, end).map((t) => t.low);
    const plural = head.tag === 'noun' && /[^s]s$/.test(head.low);
    const person = who.kind === 'official' ? !BODY.test(head.low) : who.kind === 'other' && head.tag === 'name';
    this.#earlier.push({
      ...who,
      span: { start: first.start, end: slice.at(-1)!.end },
      words: new Set(words),
      paragraph,
      sentence,
      number: plural ? 'group' : person ? 'person' : 'thing',
      gender: genderOf(slice.map((t) => t.low)),
    });
  }

  /** Somebody named in a sentence without being a source of it. */
  notice(mention: Mention, paragraph: number, sentence: number): void {
    // Its place in the sentence is known from the source it is part of.
    for (let k = this.#earlier.length - 1; k >= 0 && this.#earlier[k]!.sentence === sentence; k--) {
      const { span } = this.#earlier[k]!;
      if (span.start <= mention.start && mention.end <= span.end) return;
    }
    const words = mention.text.toLowerCase().split(/\s+/);
    this.#earlier.push({
      kind: mention.kind,
      notes: mention.note ? [mention.note] : [],
      span: { start: mention.start, end: mention.end },
      words: new Set(words),
      paragraph,
      sentence,
      number: mention.kind === 'official' ? 'person' : 'thing',
      gender: genderOf(words),
    });
  }
}
