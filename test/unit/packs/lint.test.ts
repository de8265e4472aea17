import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourceFolder } from '../../../lib/cli/source-folder.ts';
import { lintPack, RULES } from '../../../lib/packs/lint.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'packs');

// Told while a folder is read, before any rule of the table.
const READING_RULES = ['unreadable', 'not-https', 'duplicate-id'];
const rules = [...READING_RULES, ...RULES.map(({ id }) => id)];

describe('a folder named for a rule breaks that rule and no other', () => {
  test.each(rules)('%s', (rule) => {
    const problems = lintPack(readSourceFolder(join(FIXTURES, rule)));
    expect(problems.length).toBeGreaterThan(0);
    expect([...new Set(problems.map((problem) => problem.rule))]).toEqual([rule]);
    for (const problem of problems) {
      expect(problem.message).not.toBe('');
      expect(problem.mend).toMatch(/\.$/);
      expect(problem.line).toBeGreaterThan(0);
    }
  });

  test('every folder is a rule’s, but the clean one', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual([...rules, 'clean'].sort());
  });
});

test('nothing is found in a clean pack', () => {
  expect(lintPack(readSourceFolder(join(FIXTURES, 'clean')))).toEqual([]);
});

test('a problem is told at the line of its field', () => {
  const [problem] = lintPack(readSourceFolder(join(FIXTURES, 'dates-reversed')));
  expect(problem).toMatchObject({ file: 'records.yaml', line: 6, record: 'official/jane-doe', field: 'facts[0]' });
});

test('each kind of weak source is told by what it is', () => {
  const messages = lintPack(readSourceFolder(join(FIXTURES, 'weak-source-alone'))).map(({ message }) => message);
  expect(messages.map((message) => /rests on an? (.*) alone/.exec(message)?.[1])).toEqual([
    'mirror of an encyclopedia',
    'bare IP address',
    'translation proxy',
    'forum',
  ]);
});

describe('a judging word', () => {
  const source = readSourceFolder(join(FIXTURES, 'clean'));
  const [first, ...others] = source.pack.notes;
  test.each([
    ['in a name', 'Armed group allied to the Sham Legion and to Brave Hearts.', []],
    ['in a name that opens the sentence', 'Sham Legion is an armed group.', []],
    ['of the author', 'It held a sham vote.', ['judging-word']],
    ['of the author, at the start', 'Notorious formation of the army.', ['judging-word']],
  ])('%s', (_, summary, expected) => {
    const notes = [{ ...first!, summary }, ...others];
    expect(lintPack({ ...source, pack: { ...source.pack, notes } }).map(({ rule }) => rule)).toEqual(expected);
  });
});

describe('one post of two countries', () => {
  const source = readSourceFolder(join(FIXTURES, 'clean'));
  const jane = source.pack.notes.find(({ kind }) => kind === 'official')!;
  const holder = (id: string, country: string, value: string) => ({
    ...jane,
    id: id as typeof jane.id,
    name: id,
    aliases: [],
    country,
    facts: [{ ...jane.facts[0]!, value, from: '2014-01', to: '2018-01' }],
  });
  const rulesOf = (...notes: (typeof jane)[]): string[] =>
    lintPack({ ...source, pack: { ...source.pack, notes: [...source.pack.notes, ...notes] } })
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'role-overlap');

  test.each([
    ['two countries', 'Freedonia', 'Sylvania', 'Minister of Foreign Affairs', 0],
    ['one country', 'Freedonia', 'Freedonia', 'Minister of Foreign Affairs', 1],
    ['the bare noun', 'Freedonia', 'Sylvania', 'president', 0],
    ['named in the post', '', '', 'Prime Minister of Freedonia', 1],
  ])('%s', (_, a, b, value, found) => {
    expect(rulesOf(holder('official/x', a, value), holder('official/y', b, value))).toHaveLength(found);
  });
});

test('a field that was looked for in vain is no choice of one side', () => {
  const source = readSourceFolder(join(FIXTURES, 'one-sided-field'));
  const looked = { kind: 'unit', side: 'Sylvania', what: 'sanction', date: '2026-11-24' } as const;
  expect(lintPack({ ...source, nothingFound: [looked] })).toEqual([]);
});

describe('a needed row of notes', () => {
  const source = readSourceFolder(join(FIXTURES, 'clean'));
  const [rain] = source.pack.checks;
  const rulesOf = (needs: string[][], claim: string): string[] =>
    lintPack({ ...source, pack: { ...source.pack, checks: [{ ...rain!, claim, needs }] } }).map(({ rule }) => rule);

  test.each([
    ['is met by a name of the note', 'Jane Doe measured the rain', ['official/jane-doe'], []],
    ['is missed by another name', 'John Roe measured the rain', ['official/jane-doe'], ['wording-misses-needs']],
    [
      'is not met by a part of a word',
      'Jane Doering measured the rain',
      ['official/jane-doe'],
      ['wording-misses-needs'],
    ],
    [
      'is not judged when it may be met by another pack',
      'John Roe measured the rain',
      ['Jane', 'unit/elsewhere'],
      ['missing-note'],
    ],
  ])('%s', (_, claim, row, expected) => {
    expect(rulesOf([['rain'], row], claim)).toEqual(expected);
  });
});
