import { describe, expect, test } from 'vitest';
import type { Check } from '../../../lib/checks/check.ts';
import { makeCheck } from './make-check.ts';
import { analyzeText, findingsOf } from './small-world.ts';

const report = { url: 'https://times.example/1', retrieved: '2026-11-20', stance: 'supports' } as const;

/** Checks of each kind an author may write: with rows, with wordings alone, on a direction, a number, a plan, a quotation. */
const CHECKS: readonly Check[] = [
  makeCheck('bridges', {
    claim: 'Russian troops destroyed bridges over the Mayar river held by militias',
    also: ['Moscow blew up crossings on the Mayar', 'Bridges across the Mayar were demolished by the Russian army'],
    holds: 'One unnamed official told the Belen Times that Russian troops destroyed bridges over the Mayar river.',
    needs: [['bridge', 'crossing'], ['Mayar'], ['destroy', 'blow up', 'attack'], ['Russia']],
    unless: ['rebuilt', 'an unnamed official'],
    when: '2019-02',
    finding: 'single-origin',
    reports: [
      { ...report, name: 'Belen Times', origin: 'origin/one-official' },
      { ...report, name: 'Tarin Post', stance: 'repeats', origin: 'origin/one-official' },
    ],
  }),
  makeCheck('osmar-east', {
    claim: 'Osmar is a city in the east of Tarinia',
    also: ['the eastern city of Osmar', 'Osmar, in eastern Tarinia'],
    holds: 'Osmar is a city in the west of Tarinia.',
    words: ['eastern', 'east'],
    needs: [['Osmar'], ['eastern', 'east']],
    finding: 'contradicted',
    part: 'place',
    reports: [report],
  }),
  makeCheck('officials', {
    claim: 'Iranian officials accused Russia of colluding with Israel',
    words: ['officials'],
    needs: [['Iran'], ['Russia'], ['Israel'], ['collude', 'accuse']],
    holds: 'One Iranian deputy accused Russia of colluding with Israel.',
    when: '2019-01',
    finding: 'differs',
    part: 'number',
    reports: [report],
  }),
  makeCheck('meeting', {
    claim: 'Anton Belk is set to meet Sami Nur on 21 February 2019',
    also: ['Belk and Nur will hold talks on February 21'],
    holds: 'The meeting of Anton Belk and Sami Nur set for 21 February 2019 was postponed and held on 27 February.',
    needs: [['Belk'], ['Nur'], ['meet', 'talks'], ['21 February', 'February 21']],
    unless: ['postponed'],
    when: '2019-02-21',
    finding: 'overtaken',
    part: 'time',
    reports: [{ ...report, stance: 'overtakes', date: '2019-02-20' }],
  }),
  makeCheck('quote', {
    claim: 'Anton Belk said there is clear coordination between the two air forces',
    also: ['There is clear coordination between the two air forces'],
    holds: 'Anton Belk said it seems there is a kind of coordination between the two air forces.',
    words: ['clear coordination'],
    speaker: 'official/anton-belk' as Check['speaker'] & string,
    finding: 'differs',
    part: 'wording',
    reports: [report],
  }),
  makeCheck('blast', {
    claim: 'A blast in Karsa killed 12 people',
    holds: 'The blast in Karsa killed 30 people.',
    needs: [['blast', 'explosion'], ['Karsa'], ['kill', 'dead']],
    words: ['12', 'twelve'],
    when: '2019-02-01',
    finding: 'overtaken',
    part: 'number',
    reports: [{ ...report, stance: 'overtakes', date: '2019-02-05' }],
  }),
  makeCheck('belk-name', {
    claim: 'Anton Bilk is the chair of the water committee of Osmaria',
    holds: 'Anton Belk is the chair of the water committee of Osmaria.',
    words: ['Bilk'],
    needs: [['Bilk'], ['chair', 'head']],
    finding: 'differs',
    part: 'name',
    reports: [report],
  }),
  makeCheck('ferry', {
    claim: 'The ferry that sank off Tarin had carried 300 passengers',
    when: '2019-03-10',
    finding: 'agrees',
    reports: [report],
  }),
];

const origin = 'origin/one-official';
const WITHOUT_WORDS: readonly Check[] = [
  makeCheck('depot', {
    claim: 'The depot at Osmar exploded at night',
    explain: '',
    finding: 'agrees',
    reports: [
      { ...report, name: 'Belen Times', origin },
      { ...report, name: 'Tarin Post', url: 'https://post.example/1', origin },
    ],
  }),
];

test('reports of one origin speak for themselves where the author has not', () => {
  const analysis = analyzeText('The depot at Osmar exploded at night.', '2019-02-10', WITHOUT_WORDS);
  expect(findingsOf(analysis)).toEqual(['single-origin depot']);
  expect(analysis.findings[0]!.explain).toEqual({ key: 'held_one_origin', args: ['One unnamed official'] });
});

type Row = readonly [text: string, date: string | null, ...findings: string[]];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'the claim in other words': [
    ['Russian troops destroyed bridges over the Mayar river, the mayor said.', '2019-02-10', 'single-origin bridges'],
    ['The Kremlin’s soldiers have blown up two crossings on the Mayar.', '2019-02-10', 'single-origin bridges'],
    [
      'Bridges over the Mayar were demolished by the Russian military in early February.',
      '2019-02-20',
      'single-origin bridges',
    ],
    ['In February 2019 Russian forces blew up bridges on the Mayar.', '2021-05-01', 'single-origin bridges'],
    ['Fighting went on in the eastern city of Osmar.', '2019-02-10', 'contradicted place osmar-east'],
    ['Fighting went on in Osmar, a town in eastern Tarinia.', '2019-02-10', 'contradicted place osmar-east'],
    ['Iranian officials charge that Moscow is colluding with Israel.', '2019-02-10', 'differs number officials'],
    ['The ferry, which sank off Tarin, had 300 passengers and carried cars.', '2019-03-12', 'agrees ferry'],
    ['Anton Belk will meet Sami Nur on February 21.', '2019-02-08', 'overtaken time meeting'],
    [
      '“There is clear coordination between the two air forces,” Anton Belk said.',
      '2019-02-08',
      'differs wording quote',
    ],
  ],
  'a name in earlier text, where a word points back to it': [
    [
      'Russia sent troops. It destroyed bridges over the Mayar river, the mayor said.',
      '2019-02-10',
      'single-origin bridges',
    ],
    ['Russia sent troops. Roe said that the army destroyed bridges over the Mayar river.', '2019-02-10'],
    ['Russia sent troops. The army destroyed bridges over the Mayar river in its sixth year.', '2019-02-10'],
  ],
  'numbers the sources do not have': [
    ['The ferry that sank off Tarin had carried 40 passengers.', '2019-03-12', 'differs number ferry'],
    ['The ferry that sank off Tarin had carried about 300 passengers.', '2019-03-12', 'agrees ferry'],
    ['The ferry that sank off Tarin had carried passengers.', '2019-03-12', 'agrees ferry'],
  ],
  'what was overtaken when the article was written': [
    ['Anton Belk met Sami Nur on 21 February.', '2019-03-08', 'differs time meeting'],
    ['A blast in Karsa killed 12 people.', '2019-02-02', 'overtaken number blast'],
    ['A blast in Karsa killed 12 people.', '2019-02-20', 'differs number blast'],
    ['A blast in Karsa killed 30 people.', '2019-02-20'],
  ],
  'a misprinted name linked to its bearer': [
    ['Anton Bilk, chair of the water committee, opened the dam.', '2019-02-10', 'differs name belk-name'],
    ['Anton Belk, chair of the water committee, opened the dam.', '2019-02-10'],
  ],
  'what is not asserted stays silent': [
    ['Russia denied blowing up bridges over the Mayar.', '2019-02-10'],
    ['Russian troops did not destroy the bridges over the Mayar.', '2019-02-10'],
    ['Russian troops never blew up the bridges over the Mayar.', '2019-02-10'],
    ['If Russian troops destroy the bridges over the Mayar, the militias will be cut off.', '2019-02-10'],
    ['Did Russian troops destroy the bridges over the Mayar?', '2019-02-10'],
    ['Russian troops will destroy the bridges over the Mayar, a deputy warned.', '2019-02-10'],
    ['It is false that Russian troops destroyed bridges over the Mayar.', '2019-02-10'],
    ['The agency wrongly reported that Russian troops had destroyed bridges over the Mayar.', '2019-02-10'],
    ['An earlier version of this article placed the fighting in the eastern city of Osmar.', '2019-02-10'],
    ['Osmar is not an eastern city.', '2019-02-10'],
  ],
  'what the sources hold is not flagged': [
    ['Fighting went on in Osmar, in the west of Tarinia.', '2019-02-10'],
    ['An Iranian official accused Russia of colluding with Israel.', '2019-02-10'],
    ['The meeting of Anton Belk and Sami Nur set for 21 February was postponed to 27 February.', '2019-02-20'],
    ['“It seems there is a kind of coordination between the two air forces,” Anton Belk said.', '2019-02-08'],
  ],
  'another event, actor or place stays silent': [
    ['American jets destroyed bridges over the Mayar, Russia said.', '2019-02-10'],
    ['Militias destroyed bridges over the Mayar to stop Russian troops.', '2019-02-10'],
    ['Russian troops destroyed bridges over the Belen river.', '2019-02-10'],
    ['Russian troops destroyed bridges over the Mayar on 5 June 2016.', '2019-02-10'],
    ['Russian troops destroyed bridges over the Mayar.', '2020-11-10'],
    ['Russian-backed militias destroyed bridges over the Mayar.', '2019-02-10'],
    ['Russian troops rebuilt bridges over the Mayar that were destroyed in 2018.', '2019-02-10'],
    ['Fighting went on in the eastern suburbs of Osmar.', '2019-02-10'],
    ['Troops left Osmar for the eastern front.', '2019-02-10'],
    ['“There is clear coordination between the two air forces,” Sami Nur said.', '2019-02-08'],
    ['The ferry that sank off Karsa had carried 40 cars.', '2019-03-12'],
    ['A ferry sank off Tarin.', '2019-03-12'],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_, rows) => {
  test.each(rows.map(([text, date, ...findings]) => ({ text, date, findings })))(
    '$text',
    ({ text, date, findings }) => {
      expect(findingsOf(analyzeText(text, date, CHECKS))).toEqual(findings);
    },
  );
});

test('a finding cites its reports, sets off the words and names the claim', () => {
  const { findings, claims, article } = analyzeText(
    'Fighting went on in the eastern city of Osmar.',
    '2019-02-10',
    CHECKS,
  );
  expect(findings).toHaveLength(1);
  const [{ claim, words, citations, check, confidence }] = findings as [(typeof findings)[number]];
  expect(words.map(({ start, end }) => article.text.slice(start, end))).toEqual(['eastern']);
  expect(claims[claim]!.start).toBeLessThanOrEqual(words[0]!.start);
  expect(check).toBe('check/osmar-east');
  expect(confidence).toBeGreaterThan(0.8);
  expect(citations).toEqual([
    { publisher: 'times.example', url: 'https://times.example/1', retrieved: '2026-11-20', stance: 'supports' },
  ]);
});

test('a check is shown once in the body, where it fits best', () => {
  const text =
    'Russian planes attacked a crossing near the Mayar.\n\nRussian troops destroyed bridges over the Mayar river held by militias.';
  const { findings, claims } = analyzeText(text, '2019-02-10', CHECKS);
  expect(findings.map(({ check }) => check)).toEqual(['check/bridges']);
  expect(claims[findings[0]!.claim]!.start).toBe(text.lastIndexOf('Russian'));
});
