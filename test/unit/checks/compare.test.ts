import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Origin, Report } from '../../../lib/checks/check.ts';
import { compareStatements } from '../../../lib/checks/compare.ts';
import type { Comparison } from '../../../lib/checks/comparison.ts';
import { soleOrigin } from '../../../lib/checks/settle.ts';
import { statementOf } from '../../../lib/checks/statement.ts';

interface Pair {
  readonly id: string;
  readonly claim: string;
  readonly claimDate: string;
  readonly held: string;
  readonly heldDate: string;
  readonly finding: string;
  readonly part: string;
}

const PAIRS: readonly Pair[] = readFileSync('test/fixtures/claim-pairs/pairs.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id, claim, claimDate, held, heldDate, finding, part] = line.split('\t') as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { id, claim, claimDate, held, heldDate, finding, part };
  });

/** Known not to be reached, with the reason. */
const MISSED: Readonly<Record<string, string>> = {
  p062: '"the liberation took place" and "the army entered" are not told to be one act',
  p074: 'loaded reporting verbs are left alone',
};
/** Rows whose held side is a list of reports: their origins are counted, nothing is compared. */
const REPORTS: Readonly<Record<string, readonly [outlet: string, origin: string][]>> = {
  p076: [
    ['Al-Nahar', 'agency-x'],
    ['The Post', 'agency-x'],
  ],
  p077: [
    ['Agency X', 'correspondent-x'],
    ['Agency Y', 'correspondent-y'],
  ],
  p085: [['An outlet', 'unnamed-official']],
};
const ORIGINS: ReadonlyMap<string, Origin> = new Map([
  ['unnamed-official', { id: 'unnamed-official', name: 'One unnamed official', named: false }],
]);

const days = (day: string) => (day === '' ? null : { from: day, to: day });
const compared = ({ claim, claimDate, held, heldDate }: Pair): Comparison =>
  compareStatements(statementOf(claim, days(claimDate)), statementOf(held, days(heldDate)));

const TEXT_PAIRS = PAIRS.filter(({ id }) => !REPORTS[id] && !MISSED[id]);

test('all ninety pairs are there', () => {
  expect(PAIRS).toHaveLength(90);
});

test.each(TEXT_PAIRS)('$id $finding $part: $claim | $held', (pair) => {
  const { finding, part } = compared(pair);
  expect(finding).toBe(pair.finding);
  // An agreement needs no part; the rows name there what they test.
  if (pair.finding !== 'agrees' && pair.finding !== 'not-held') expect(part ?? '').toBe(pair.part);
});

test.each(Object.keys(MISSED))('%s, known to be missed, is at least not flagged against the article', (id) => {
  const pair = PAIRS.find((other) => other.id === id)!;
  expect(['not-held', 'agrees']).toContain(compared(pair).finding);
});

test.each(Object.entries(REPORTS))('%s: origins behind reports are counted', (id, reports) => {
  const held = reports.map(
    ([name, origin]): Report => ({
      name,
      origin,
      url: `https://${id}.example/${name}`,
      retrieved: '2026-11-20',
      stance: 'supports',
    }),
  );
  const single = PAIRS.find((pair) => pair.id === id)!.finding === 'single-origin';
  expect(soleOrigin(held, ORIGINS) !== null).toBe(single);
});

describe('the held statement itself, in the article, is never flagged', () => {
  test.each(TEXT_PAIRS.filter(({ finding, held }) => finding === 'differs' && held !== ''))(
    '$id: $held',
    ({ held, heldDate, claimDate }) => {
      const date = days(heldDate === '' ? claimDate : heldDate);
      expect(['agrees', 'not-held']).toContain(
        compareStatements(statementOf(held, date), statementOf(held, date)).finding,
      );
    },
  );
});

describe('a statement that is not asserted is never flagged', () => {
  const asserted = TEXT_PAIRS.filter(
    ({ claim, held }) => held !== '' && !/[?“"]|^(?:If|Sure|It is false|The claim that)|denied/.test(claim),
  );
  const lower = (claim: string): string =>
    claim.replace(/^(?!Belk|Hesh|Colonel|Russia|Two)[A-Z]/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
  const FRAMES: Readonly<Record<string, (claim: string) => string>> = {
    denied: (claim) => `The ministry denied that ${claim}.`,
    if: (claim) => `If ${claim}, the talks will end.`,
    asked: (claim) => `Is it so that ${claim}?`,
    'said to be possible': (claim) => `It may be that ${claim}.`,
    'said to be untrue': (claim) => `It is not true that ${claim}.`,
    'called wrong': (claim) => `The claim that ${claim} is wrong.`,
  };
  test.each(Object.entries(FRAMES))('%s', (_, frame) => {
    const flagged = asserted.filter((pair) => {
      const { finding } = compared({ ...pair, claim: frame(lower(pair.claim)) });
      return finding !== 'not-held' && finding !== 'agrees';
    });
    expect(flagged.map(({ id }) => id)).toEqual([]);
  });
});
