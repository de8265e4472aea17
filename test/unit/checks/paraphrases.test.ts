import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyzeArticle, type Knowledge } from '../../../lib/checks/analyze.ts';
import { readKnowledge } from '../../../lib/cli/knowledge.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

/** Single sentences in other words than a pack's, and look-alikes that must stay silent (empty third column). */
const FOLDER = 'test/fixtures/claim-paraphrases';
/** Not reached, with the reason. */
const MISSED: ReadonlyMap<string, string> = new Map([
  [
    'Kremlin forces and militias loyal to Tehran are shooting at each other in Syria.',
    'no row of the check has the act',
  ],
  [
    'American troops under fire had called for the air strike on the Kunduz hospital, officials said.',
    'what is called for is taken for what is not yet done',
  ],
  ['India shot down a Pakistani F-16 in a dogfight over Kashmir.', 'no claim is taken from the sentence'],
  [
    'Palestinian gunmen shot dead the journalist Shireen Abu Akleh, the army said.',
    'no claim is taken from the sentence',
  ],
]);

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge([]);
});

function checksFor(text: string, date: string): string[] {
  const article = articleFromText({ id: 'a', text, date: { from: date, to: date, basis: 'argument' } });
  return analyzeArticle(article, knowledge).findings.flatMap(({ check }) => check?.replace('check/', '') ?? []);
}

describe.each(readdirSync(FOLDER).filter((file) => file.endsWith('.tsv')))('%s', (file) => {
  const rows = readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [date: string, text: string, checks: string, why: string])
    .map(([date, text, checks, why]) => ({ date, text, checks: checks.split(',').filter(Boolean), why }));

  test.each(rows.filter(({ checks, text }) => checks.length > 0 && !MISSED.has(text)))(
    '$why: $text',
    ({ date, text, checks }) => {
      expect(checksFor(text, date)).toEqual(expect.arrayContaining(checks));
    },
  );

  test.each(rows.filter(({ checks }) => checks.length === 0))('silent ($why): $text', ({ date, text }) => {
    expect(checksFor(text, date)).toEqual([]);
  });
});
