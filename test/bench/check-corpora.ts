/**
 * The claim corpora of ../shared/data as checks, queries and transcripts (CheckThat! 2021 and 2022; free for research use).
 * Dates are read from the texts as ../shared/tools/measure.mjs reads them.
 */
import type { Check } from '../../lib/checks/check.ts';
import { readCorpus, readLines } from './corpora.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The last date a string holds. */
export function lastDate(text = ''): string | undefined {
  const day = (y: string, m: number, d: number): string[] =>
    m >= 1 && m <= 12 && d >= 1 && d <= 31 ? [`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`] : [];
  const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return [
    ...[...text.matchAll(/\b([A-Z][a-z]{2,8})\.? (\d{1,2}),? ((?:19|20)\d\d)\b/g)].flatMap((m) =>
      day(m[3]!, month(m[1]!), +m[2]!),
    ),
    ...[...text.matchAll(/\b(\d{1,2}) ([A-Z][a-z]{2,8}) ((?:19|20)\d\d)\b/g)].flatMap((m) =>
      day(m[3]!, month(m[2]!), +m[1]!),
    ),
    ...[...text.matchAll(/\b((?:19|20)\d\d)_([a-z]{3})_?(\d{1,2})/g)].flatMap((m) => day(m[1]!, month(m[2]!), +m[3]!)),
    ...[...text.matchAll(/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g)].flatMap((m) => day(m[1]!, +m[2]!, +m[3]!)),
  ].at(-1);
}

export interface Query {
  readonly id: string;
  readonly text: string;
  readonly group: string;
  readonly date: string | undefined;
}

export interface ClaimCorpus {
  readonly checks: readonly Check[];
  readonly queries: readonly Query[];
  /** Ids of the checks that are right for a query. */
  readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Transcript {
  readonly id: string;
  readonly debate_key: string;
  readonly sentences: readonly { readonly n: string; readonly text: string }[];
}

export function readClaimCorpus(name: string): ClaimCorpus | null {
  const held = readCorpus<{ id: string; claim: string; title?: string; date?: string }>(`${name}/checks.jsonl`);
  const asked = readCorpus<Omit<Query, 'date'>>(`${name}/queries.jsonl`);
  const lines = readLines(`${name}/qrels.tsv`);
  if (!held || !asked || !lines) return null;
  const relevant = new Map<string, Set<string>>();
  for (const line of lines) {
    const [query, , check] = line.split('\t') as [string, string, string];
    relevant.set(query, (relevant.get(query) ?? new Set()).add(check));
  }
  const checks = held.map(({ id, claim, title, date }): Check => {
    const when = lastDate(date);
    return {
      id,
      claim,
      also: title ? [title] : [],
      words: [],
      about: [],
      ...(when && { when }),
      finding: 'unconfirmed',
      explain: '',
      reports: [],
    };
  });
  const queries = asked.map((query) => ({
    ...query,
    date: lastDate(query.text) ?? lastDate(query.group) ?? lastDate(query.id),
  }));
  return { checks, queries, relevant };
}

export const readTranscripts = (): Transcript[] | null => readCorpus<Transcript>('checkthat_2b_en/transcripts.jsonl');
