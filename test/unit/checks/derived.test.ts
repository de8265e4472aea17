import { describe, expect, test } from 'vitest';
import { makeCheck } from './make-check.ts';
import { analyzeText, findingsOf } from './small-world.ts';

const held = [
  makeCheck('depot', {
    claim: 'The depot at Osmar exploded',
    needs: [['depot'], ['Osmar'], ['explode']],
    finding: 'agrees',
    reports: [
      {
        outlet: 'outlet/belen-times' as never,
        url: 'https://b.example',
        retrieved: '2026-11-20',
        stance: 'supports',
        origin: 'origin/one-official',
      },
      {
        outlet: 'outlet/tarin-post' as never,
        url: 'https://t.example',
        retrieved: '2026-11-20',
        stance: 'repeats',
        origin: 'origin/one-official',
      },
    ],
  }),
];

type Row = readonly [text: string, date: string | null, ...findings: string[]];
const derived = (text: string, date: string | null): string[] =>
  findingsOf(analyzeText(text, date, held)).filter((finding) => !finding.endsWith(' depot'));

describe.each<[string, readonly Row[]]>([
  [
    'posts at the date of the article',
    [
      ['Defence Minister Anton Belk said the army had left Dorna.', '2017-03-14'],
      ['Defence Minister Anton Belk said the army had left Dorna.', '2019-03-14', 'differs role role_ended'],
      ['Anton Belk, the defence minister, said the army had left Dorna.', '2019-03-14', 'differs role role_ended'],
      ['Defence Minister Anton Belk said the army had left Dorna.', '2015-03-14', 'differs role role_later'],
      ['Former defence minister Anton Belk said the army had left Dorna.', '2019-03-14'],
      ['Former defence minister Anton Belk said the army had left Dorna.', '2017-03-14', 'differs role role_still'],
      ['Deputy defence minister Anton Belk said the army had left Dorna.', '2019-03-14'],
      ['Foreign Minister Anton Belk said the army had left Dorna.', '2019-03-14'],
      ['Minister-designate of defence Anton Belk said the army had left Dorna.', '2015-03-14'],
      ['President-elect Sami Nur said the army had left Dorna.', '2015-03-14'],
      ['Former foreign minister Anton Belk said the army had left Dorna.', '2017-03-14'],
      ['Defence Minister Anton Belk said the army had left Dorna.', null],
      ['The deal that Defence Minister Anton Belk made in 2017 has ended.', '2019-03-14'],
      ['President Sami Nur said the army had left Dorna.', '2019-03-14'],
      ['Former president Sami Nur said the army had left Dorna.', '2019-03-14', 'differs role role_still'],
    ],
  ],
  [
    'misprinted names',
    [
      ['Anton Bilk said the army had left Dorna.', '2019-03-14', 'differs name misprint'],
      ['Anton Belk said the army had left Dorna.', '2019-03-14'],
      ['Anton Bilk said the army had left Dorna. Anton Bilk spoke on Tuesday.', '2019-03-14', 'differs name misprint'],
    ],
  ],
  [
    'outlets of one origin',
    [
      [
        'The depot at Osmar exploded, the Belen Times reported. The depot in Osmar had exploded at night, the Tarin Post said.',
        '2019-03-14',
        'single-origin same_origin',
      ],
      ['The depot at Osmar exploded, the Belen Times reported.', '2019-03-14'],
      ['The bank raised its rate, the Belen Times reported. The ferry sank, the Tarin Post said.', '2019-03-14'],
      [
        'The bank raised its rate, the Mayar Herald reported. The rate rose by a point, Osmar News Agency said.',
        '2019-03-14',
        'single-origin repeats',
      ],
    ],
  ],
  [
    'vague sources',
    [
      ['Multiple reports say the army has left Dorna.', '2019-03-14', 'unconfirmed vague'],
      ['Officials said the army had left Dorna.', '2019-03-14', 'unconfirmed vague'],
      ['The army has left Dorna.', '2019-03-14'],
      ['The army is expected to leave Dorna.', '2019-03-14'],
      [
        'Several reports say fighting broke out. The depot at Osmar exploded, the Belen Times reported. The depot in Osmar had exploded at night, the Tarin Post said.',
        '2019-03-14',
        'single-origin vague_one_origin',
        'single-origin same_origin',
      ],
    ],
  ],
])('%s', (_, rows) => {
  test.each(rows.map(([text, date, ...findings]) => ({ text, date, findings })))(
    '$date: $text',
    ({ text, date, findings }) => {
      expect(derived(text, date)).toEqual(findings);
    },
  );
});

test('outlets are grouped by the origin held reports go back to', () => {
  const text =
    'The depot at Osmar exploded, the Belen Times reported. The depot in Osmar had exploded at night, the Tarin Post said.';
  expect(analyzeText(text, '2019-03-14', held).origins).toEqual([
    { outlets: ['outlet/belen-times', 'outlet/tarin-post'], origin: 'origin/one-official', claims: expect.any(Array) },
  ]);
});

test('a post at the date of the article is cited from the note', () => {
  const { findings } = analyzeText('Defence Minister Anton Belk said the army had left Dorna.', '2019-03-14', []);
  expect(findings[0]!.citations.map(({ publisher }) => publisher)).toEqual(['Official Gazette']);
});

describe('a source tied to whom it speaks about', () => {
  test.each([
    [
      'Sami Nur has won the vote, the Belen Times reported.',
      '2019-03-14',
      ['outlet/belen-times owner official/sami-nur'],
    ],
    ['Sami Nur has won the vote, the Belen Times reported.', '2022-03-14', []],
    ['Sami Nur has won the vote, the Tarin Post reported.', '2019-03-14', []],
    ['Anton Belk has won the vote, the Belen Times reported.', '2019-03-14', []],
  ])('%s (%s)', (text, date, ties) => {
    const { stakes = [] } = analyzeText(text, date, []);
    expect(stakes.map(({ source, what, about }) => `${source} ${what} ${about}`)).toEqual(ties);
    expect(stakes.every(({ citations }) => citations.length > 0)).toBe(true);
  });
});
