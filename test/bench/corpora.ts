/**
 * The public corpora measurements read, when they are there. They lie outside the repository, in `../shared/data`, with
 * their licences; nothing of them is kept here. Without them a measurement says so and does nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** Lines of a file of a corpus, or `null` (said on the terminal) when it is not there. */
export function readLines(path: string): string[] | null {
  const file = join(DATA, path);
  if (!existsSync(file)) {
    console.log(`skipped: ../shared/data/${path} is not here`);
    return null;
  }
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** Records of a JSON-lines file of a corpus, or `null`. */
export const readCorpus = <T>(path: string): T[] | null =>
  readLines(path)?.map((line) => JSON.parse(line) as T) ?? null;

export type Offsets = readonly [start: number, end: number];

/** GUM Wikinews (annotations CC BY 4.0, text CC BY 2.5): source and cue are derived from its dependencies. */
export interface GumArticle {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly source: readonly Offsets[];
    readonly cue: readonly Offsets[];
    readonly content: readonly Offsets[];
  }[];
}

/** ECB+ (annotation CC BY 3.0): reporting cues are complete in the annotated sentences alone. */
export interface EcbDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: string }[];
  readonly annotated_sentences: readonly number[];
}

/** Lines of a text with their offsets, by index. */
export function linesOf(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}
