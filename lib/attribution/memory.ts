import type { Mention } from '../gazetteer/mention.ts';
import { overlaps, type Span } from '../text/span.ts';
import { SUBJECT_PRONOUNS } from './lexicon.ts';
import type { Range } from './phrases.ts';
import { DOCUMENT } from './source-words.ts';
import { headEnd, type Who } from './sources.ts';
import { subjectBefore } from './subjects.ts';
import { isCapital, type Token } from './tokens.ts';
import type { Unit } from './units.ts';

/** Somebody named earlier, for pronouns and descriptions to go back to. */
export interface Earlier extends Who {
  readonly span: Span;
  /** Words of the name and what stands before it ("environment", "minister", "roe"). */
  readonly words: ReadonlySet<string>;
  readonly paragraph: number;
  readonly sentence: number;
  readonly number: 'person' | 'thing' | 'group';
  readonly gender: 'he' | 'she' | null;
  /** How they stood in their sentence: who spoke is meant before who acted, and who acted before who was only named. */
  readonly part: Part;
}

type Part = 'source' | 'subject' | 'named';
const RANK: Readonly<Record<Part, number>> = { source: 0, subject: 1, named: 2 };

/** How many paragraphs back a pronoun reaches. */
const REACH = 2;
/** And how many sentences, in a text without paragraphs. */
const SENTENCES = 12;
const FEMALE =
  /^(?:mrs|ms|miss|queen|princess|chairwoman|spokeswoman|congresswoman|actress|she|her|herself|mother|wife|daughter|sister)\.?$/;
const MALE = /^(?:mr|king|prince|chairman|spokesman|congressman|sheikh|he|him|himself|father|husband|son|brother)\.?$/;
const BODY =
  /^(?:government|ministry|court|council|commission|committee|department|agency|parliament|office|police|administration)$/;
/** Names of bodies and papers in two letters or more ("KCNA"), with an article, or by their last word. */
const BODY_NAME =
  /(?:^\p{Lu}{2,}s?|\b(?:Times|Post|Agency|Press|News|University|Association|Union|Committee|Council|Party|Group|Army|Ministry|Court|Company|Corporation|Inc|Ltd|Institute|Center|Centre|Foundation|Bank|States|Kingdom|Nations|Cup))\.?$/u;

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
  #before = 0;

  /** The person, thing or group a source that names nobody stands for. */
  resolve(tokens: readonly Token[], range: Range, paragraph: number, sentence: number): Earlier | null {
    this.#now = sentence;
    const first = tokens[range.from]!;
    this.#before = first.start;
    if (first.tag === 'pron' && range.to - range.from === 1) {
      const found = this.#pronoun(first.low, paragraph);
      // Whom a pronoun stands for goes on being talked about.
      if (found) this.#earlier.push({ ...found, paragraph, sentence, part: 'source' });
      return found;
    }
    // "the minister", "the agency": a definite description of somebody named with that word.
    if (!/^(?:the|this|that)$/.test(first.low) || range.to - range.from > 3) return null;
    const head = tokens[range.to - 1]!;
    return head.tag === 'noun' ? this.#latest(paragraph, (e) => e.words.has(head.low), RANK.named) : null;
  }

  #pronoun(low: string, paragraph: number): Earlier | null {
    if (!SUBJECT_PRONOUNS.has(low)) return null;
    const nearest = (fits: (earlier: Earlier) => boolean): Earlier | null =>
      this.#latest(paragraph, fits, RANK.subject) ?? this.#latest(paragraph, fits, RANK.named);
    if (low === 'he' || low === 'she')
      return nearest((e) => e.number === 'person' && (e.gender === null || e.gender === low));
    if (low === 'it') return this.#latest(paragraph, (e) => e.number === 'thing', RANK.subject);
    if (low !== 'they') return null;
    return nearest((e) => e.number === 'group') ?? this.#latest(paragraph, (e) => e.number === 'thing', RANK.subject);
  }

  /** Of the nearest earlier sentence that names a fitting one of that rank: the speaker, else the first. */
  #latest(paragraph: number, fits: (earlier: Earlier) => boolean, rank: number): Earlier | null {
    let best: Earlier | null = null;
    for (let k = this.#earlier.length - 1; k >= 0; k--) {
      const earlier = this.#earlier[k]!;
      if (
        paragraph - earlier.paragraph > REACH ||
        this.#now - earlier.sentence > SENTENCES ||
        (best && earlier.sentence < best.sentence)
      )
        break;
      if (RANK[earlier.part] > rank || earlier.span.end > this.#before || !fits(earlier)) continue;
      // Of the sentence itself only its subjects: "when Roe came back, he said".
      if (earlier.sentence === this.#now && earlier.part === 'named') continue;
      if (!best || RANK[earlier.part] < RANK[best.part] || earlier.span.start < best.span.start) {
        if (!best || RANK[earlier.part] <= RANK[best.part]) best = earlier;
      }
    }
    return best;
  }

  /** A source that names somebody. */
  remember(tokens: readonly Token[], range: Range, who: Who, paragraph: number, sentence: number): void {
    const slice = tokens.slice(range.from, range.to);
    const first = slice[0];
    if (!first || first.tag === 'pron' || first.tag === 'wh') return;
    this.#earlier.push(earlierOf(tokens, range, who, paragraph, sentence, 'source'));
  }

  /** Everybody named in a sentence, before its sources are settled: by a mention, or by a name that is a subject. */
  notice({ tokens, groups }: Unit, mentions: readonly Mention[], paragraph: number, sentence: number): void {
    const subjects: Range[] = [];
    for (const group of groups) {
      if (!group.finite) continue;
      const subject = subjectBefore(tokens, group.from, 0);
      if (subject && subjects.at(-1)?.from !== subject.from) subjects.push(subject);
    }
    const heads = subjects.map((range): Span => {
      const end = Math.min(headEnd(tokens, range), range.to);
      return { start: tokens[range.from]!.start, end: tokens[Math.max(end, range.from + 1) - 1]!.end };
    });
    for (const mention of mentions) {
      const words = mention.text.toLowerCase().split(/\s+/);
      // "Roe's aide": the owner is no subject.
      const at = heads.findIndex((head) => overlaps(head, mention) && head.end === mention.end);
      const titled = at < 0 ? words : tokens.slice(subjects[at]!.from, subjects[at]!.to).map((t) => t.low);
      this.#earlier.push({
        kind: mention.kind,
        notes: mention.note ? [mention.note] : [],
        span: { start: mention.start, end: mention.end },
        words: new Set(words),
        paragraph,
        sentence,
        number: mention.kind === 'official' ? 'person' : 'thing',
        gender: genderOf(titled),
        part: at < 0 ? 'named' : 'subject',
      });
    }
    subjects.forEach((range, i) => {
      const head = tokens[Math.max(headEnd(tokens, range), range.from + 1) - 1]!;
      if (head.tag !== 'name' || !isCapital(head.text) || mentions.some((m) => overlaps(m, heads[i]!))) return;
      const who: Who = { kind: 'other', notes: [] };
      this.#earlier.push(earlierOf(tokens, range, who, paragraph, sentence, 'subject'));
    });
  }
}

function earlierOf(
  tokens: readonly Token[],
  range: Range,
  who: Who,
  paragraph: number,
  sentence: number,
  part: Part,
): Earlier {
  const slice = tokens.slice(range.from, range.to);
  const end = Math.max(headEnd(tokens, range), range.from + 1);
  const head = tokens[end - 1]!;
  const words = tokens.slice(range.from, end);
  const plural = head.tag === 'noun' && /[^s]s$|^(?:media|people|police)$/.test(head.low) && !DOCUMENT.has(head.low);
  const name = words.map((t) => t.text).join(' ');
  const person =
    who.kind === 'official'
      ? !BODY.test(head.low)
      : who.kind === 'other' && head.tag === 'name' && words[0]!.low !== 'the' && !BODY_NAME.test(name);
  return {
    ...who,
    span: { start: slice[0]!.start, end: slice.at(-1)!.end },
    words: new Set(words.map((t) => t.low)),
    paragraph,
    sentence,
    number: plural ? 'group' : person ? 'person' : 'thing',
    gender: genderOf(slice.map((t) => t.low)),
    part,
  };
}
