import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Analysis, analyzeArticle, type Knowledge } from '../../../lib/checks/analyze.ts';
import type { Finding } from '../../../lib/checks/finding.ts';
import { readKnowledge } from '../../../lib/cli/knowledge.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { sentencesOf } from '../../../lib/text/sentences.ts';
import { overlaps, type Span } from '../../../lib/text/span.ts';

/** What a reader of one article should be told and what not; `words` are literal words of the article. */
interface Expected {
  readonly date: string;
  readonly register: string;
  readonly found: readonly { words: string; finding: string; part?: string; check: string | null; missed?: string }[];
  /** With `not`, that check alone must be silent there. */
  readonly silent: readonly { words: string; not?: string; why: string }[];
  /** Outlets that must come out as one origin. */
  readonly origins: readonly (readonly string[])[];
}

const FOLDER = 'test/fixtures/articles';
const ARTICLES = readdirSync(FOLDER)
  .filter((slug) => existsSync(join(FOLDER, slug, 'expected.json')) && existsSync(join(FOLDER, slug, 'article.txt')))
  .map((slug) => ({
    slug,
    text: readFileSync(join(FOLDER, slug, 'article.txt'), 'utf8'),
    expected: JSON.parse(readFileSync(join(FOLDER, slug, 'expected.json'), 'utf8')) as Expected,
  }));

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge([]);
});

test('there are articles in at least six registers', () => {
  expect(new Set(ARTICLES.map(({ expected }) => expected.register)).size).toBeGreaterThanOrEqual(6);
});

describe.each(ARTICLES)('$slug ($expected.register)', ({ slug, text, expected }) => {
  const analysis = (): Analysis =>
    analyzeArticle(
      articleFromText({ id: slug, text, date: { from: expected.date, to: expected.date, basis: 'argument' } }),
      knowledge,
    );

  /** Findings whose words, or else whose claim, stand in the sentence of the words. */
  function findingsAt({ article, findings, claims }: Analysis, words: string): Finding[] {
    const start = text.indexOf(words);
    expect(start, `"${words}" is not in the article`).toBeGreaterThanOrEqual(0);
    const at = { start, end: start + words.length };
    const sentences = article.blocks
      .flatMap((block) => sentencesOf(text, block))
      .filter((sentence) => overlaps(sentence, at));
    const within = (span: Span): boolean => sentences.some((sentence) => overlaps(sentence, span));
    return findings.filter((finding) =>
      (finding.words.length > 0 ? finding.words : [claims[finding.claim]!]).some(within),
    );
  }
  const told = ({ finding, part, check }: { finding: string; part?: string | null; check: string | null }): string =>
    [finding, part, check].filter(Boolean).join(' ');

  test('says what it should', () => {
    const result = analysis();
    const missing = expected.found
      .filter((row) => row.missed === undefined)
      .filter((row) => !findingsAt(result, row.words).some((finding) => told(finding) === told(row)));
    expect(missing).toEqual([]);
    expect(result.findings.every(({ check, citations }) => check === null || citations.length > 0)).toBe(true);
  });

  test('is silent where it should be', () => {
    const result = analysis();
    const said = expected.silent.flatMap(({ words, not, why }) =>
      findingsAt(result, words)
        .filter(({ check }) => not === undefined || check === not)
        .map((finding) => `${told(finding)} on "${words}" (${why})`),
    );
    expect(said).toEqual([]);
  });

  test('counts the origins', () => {
    const { origins } = analysis();
    for (const outlets of expected.origins) {
      expect(origins.map((group) => group.outlets)).toContainEqual(expect.arrayContaining([...outlets]));
    }
  });
});
