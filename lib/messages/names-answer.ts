/**
 * An article's names as they travel to the page: numbers for where each stands, and what is known of it once, however
 * often it is named. As objects, a mention takes 1 to 2 kB of JSON, nearly all of it evidence said before.
 */
import type { Candidate, Evidence, Mention } from '../gazetteer/mention.ts';
import type { Article } from '../text/article.ts';

export interface NamesAnswer {
  /** Start, end and row of each mention, in the order of the text. */
  readonly spans: readonly number[];
  /** Everything of a mention but its place and words, each different one once. */
  readonly rows: readonly NameRow[];
  /** Each different signal once; the rows speak of them by number. */
  readonly evidence: readonly Evidence[];
  /** Numbers of the mentions that are marked. */
  readonly marked: readonly number[];
  readonly date: Article['date'];
}

/** The names of an article as the page has them. */
export interface NamesOnPage {
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
  /** Those of them that are marked; the others have a card too. */
  readonly marked: ReadonlySet<Mention>;
  /** What their cards are as of: the article's date, also where only the reader or the text itself gives one. */
  readonly date: Article['date'];
}

/** A mention's own fields; its evidence by number. */
type NameRow = Pick<Mention, 'kind' | 'note' | 'misprint'> & {
  readonly candidates: readonly (readonly [note: Candidate['note'], score: number, ...evidence: number[]])[];
  readonly reason: readonly number[];
};

/** Numbers for things that are alike, in the order in which they first come. */
class Numbered<T> {
  readonly items: T[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

/** Names as they travel; what is said of several of them goes once. */
export function packNames({ mentions, marked, date }: NamesOnPage): NamesAnswer {
  const rows = new Numbered<NameRow>();
  const evidence = new Numbered<Evidence>();
  const numbersOf = (list: readonly Evidence[]): number[] => list.map((each) => evidence.numberOf(each));
  const spans = mentions.flatMap(({ start, end, kind, note, misprint, candidates, reason }) => [
    start,
    end,
    rows.numberOf({
      kind,
      note,
      ...(misprint && { misprint }),
      candidates: candidates.map(({ note, score, evidence }) => [note, score, ...numbersOf(evidence)]),
      reason: numbersOf(reason),
    }),
  ]);
  const numbers = mentions.flatMap((mention, number) => (marked.has(mention) ? number : []));
  return { spans, rows: rows.items, evidence: evidence.items, marked: numbers, date };
}

/** The mentions in the text they were found in. Those of one row share its candidates and reasons. */
export function unpackNames({ spans, rows, evidence, marked, date }: NamesAnswer, text: string): NamesOnPage {
  const evidenceOf = (numbers: readonly number[]): Evidence[] => numbers.map((number) => evidence[number]!);
  const whole = rows.map((row) => ({
    ...row,
    candidates: row.candidates.map(([note, score, ...numbers]) => ({ note, score, evidence: evidenceOf(numbers) })),
    reason: evidenceOf(row.reason),
  }));
  const mentions: Mention[] = [];
  for (let i = 0; i < spans.length; i += 3) {
    const start = spans[i]!;
    const end = spans[i + 1]!;
    mentions.push({ start, end, text: text.slice(start, end), ...whole[spans[i + 2]!]! });
  }
  return { mentions, marked: new Set(marked.map((number) => mentions[number]!)), date };
}
