import { describe, expect, test } from 'vitest';
import { toCsv, toMarkdown } from '../../../components/view-models/claim-export.ts';
import { filtersOf, keeps, toClaimItems } from '../../../components/view-models/claims.ts';
import { toReading } from '../../../components/view-models/reading.ts';
import type { ArticleReading } from '../../../lib/messages/reading.ts';
import { GALLERY_READING, PACK } from '../../fixtures/gallery/reading.ts';
import { english } from '../../support/english.ts';
import { analysis, reading, say, without } from './gallery-reading.ts';

describe('claims', () => {
  const claims = toClaimItems(reading);

  test('in text order, every claim whole', () => {
    expect(claims.map((claim) => claim.index)).toEqual(analysis.claims.map((_, index) => index));
    for (const claim of claims) {
      const text = analysis.article.text.slice(claim.span.start, claim.span.end);
      expect(claim.runs.map((run) => run.text).join('')).toBe(text);
    }
  });

  test('the words in question are strong', () => {
    expect(claims[1]!.runs.filter((run) => run.strong).map((run) => run.text)).toEqual(['the eastern city']);
  });

  test.each([
    [0, 'No one named: “Multiple reports”'],
    [1, 'Al-Ahram, “reported”'],
    [3, 'No source given'],
    [4, 'BasNews, “a report by”'],
    [9, 'Heshmatollah Falahatpisheh, “said”'],
  ])('claim %i: %s', (index, said) => {
    expect(say(claims[index]!.attribution)).toBe(said);
  });

  test('a source that is not sure is named as probable', () => {
    const attributions = analysis.attributions.map((one) => ({ ...one, confidence: 0.6 }));
    const unsure = toClaimItems({ ...reading, analysis: { ...analysis, attributions } });
    expect(
      unsure.map(({ attribution }) => say(attribution)).filter((said) => said.startsWith('Probably ')),
    ).not.toEqual([]);
    expect(claims.map(({ attribution }) => say(attribution)).filter((said) => said.startsWith('Probably '))).toEqual(
      [],
    );
  });

  test('findings below the bar are not shown; the surest comes first', () => {
    expect(claims[2]!.findings.map((finding) => finding.kind)).toEqual(['differs']);
    expect(claims[1]!.findings.map((finding) => finding.kind)).toEqual(['agrees', 'differs']);
  });

  test('what came before or after the article is said', () => {
    const relation = (index: number, kind: string) => {
      const finding = claims[index]!.findings.find((one) => one.kind === kind)!;
      return finding.relation && say(finding.relation);
    };
    expect(relation(9, 'corrected')).toBe('a few days before this article');
    expect(relation(10, 'overtaken')).toBe('a few days after this article');
    expect(relation(0, 'differs')).toBe(null);
  });

  test('a citation names publisher, whom it cites, its date and when it was read', () => {
    const [hal, spiegel] = claims[0]!.findings[0]!.provenance;
    expect([hal!.source, hal!.date, hal!.seen!].map(say)).toEqual(['Al-Hal', '20 Jan 2019', 'seen Nov 2026']);
    expect(say(spiegel!.source)).toBe('Der Spiegel, citing Mena-Watch');
  });

  test('filters: "nothing held" is no finding', () => {
    const counts = filtersOf(claims).map(({ filter, count }) => `${filter} ${count}`);
    expect(counts.slice(0, 3)).toEqual(['all 11', 'findings 11', 'unsourced 4']);
    // Kinds that no claim has are not offered.
    expect(counts).toContain('single-origin 2');
    expect(filtersOf(claims.slice(0, 1)).map(({ filter }) => filter)).toEqual([
      'all',
      'findings',
      'unsourced',
      'differs',
    ]);
    const onlyNothing = toClaimItems(
      without({ findings: analysis.findings.filter((finding) => finding.finding === 'not-held') }),
    );
    expect(onlyNothing.filter((claim) => keeps('findings', claim))).toEqual([]);
  });
});

test('what was read otherwise before stands with its claim, and has a filter of its own', () => {
  const date = { from: '2019-02-07', to: '2019-02-07' };
  const before = {
    claim: 2,
    part: 'number',
    before: 'They took one',
    title: 'In the valley',
    url: 'https://a.example/',
    date,
  };
  const claims = toClaimItems(toReading({ ...GALLERY_READING, readBefore: [before] } as ArticleReading, 'en'));
  expect(claims.filter((claim) => keeps('elsewhere', claim)).map((claim) => claim.index)).toEqual([2]);
  expect(say(claims[2]!.elsewhere[0]!.line)).toBe('You read this in In the valley, 7 Feb 2019: differs in number.');
  expect(filtersOf(claims).map(({ filter }) => filter)).toContain('elsewhere');
  expect(filtersOf(toClaimItems(reading)).map(({ filter }) => filter)).not.toContain('elsewhere');
});

test('findings that are less sure are neither counted nor copied', () => {
  const unsure = { ...analysis.findings[0]!, claim: 3, confidence: 0.6, finding: 'contradicted' as const };
  const [claim] = toClaimItems(without({ findings: [unsure] })).filter(({ index }) => index === 3);
  expect([claim!.findings.length, claim!.sure, keeps('findings', claim!), keeps('contradicted', claim!)]).toEqual([
    1,
    0,
    false,
    false,
  ]);
  expect(toCsv([claim!], reading, { at: '2026-11-24T10:31:22.000Z', packs: [] }, english)).not.toContain(
    'contradicted',
  );
});

describe('claims for a notebook', () => {
  const capture = { at: '2026-11-24T10:31:22.000Z', packs: [PACK] };
  const claims = toClaimItems(reading).slice(0, 2);

  test('Markdown: each claim with its source, its findings and where they stand', () => {
    const lines = toMarkdown(claims, reading, capture, english).split('\n');
    expect(lines[0]).toBe('# Moscow’s men and Tehran’s men trade fire in Syria');
    expect(lines).toContain('- 8–19 Feb 2019, worked out from the text');
    expect(lines).toContain(
      '- Compared on 24 Nov 2026, 10:31 UTC with the packs held: Syria 2018–19, revision 41, 12 Nov 2026',
    );
    expect(lines).toContain('1. fighting across Syria in the last few days');
    expect(lines).toContain('   No one named: “Multiple reports”');
    expect(lines).toContain('   - **Differs, time:** First reported on 20 Jan 2019.');
    expect(lines).toContain(
      '     - [Der Spiegel, citing Mena-Watch](https://example.org/der-spiegel), 25 Jan 2019, seen 22 Nov 2026',
    );
  });

  test('Markdown: words of the page are not read as marks', () => {
    const marked = [{ ...claims[0]!, runs: [{ text: 'a *b* [c](d) <e>', strong: false }], findings: [], sure: 0 }];
    expect(toMarkdown(marked, reading, capture, english)).toContain('1. a \\*b\\* \\[c\\](d) \\<e\\>');
  });

  test('CSV: one row a citation, the same columns in every row', () => {
    const rows = toCsv(claims, reading, capture, english).trimEnd().split('\r\n');
    // Two citations on the first claim, one and two on the second, and the heads.
    expect(rows).toHaveLength(6);
    expect(rows[1]).toContain('"differs","time","First reported on 20 Jan 2019."');
    expect(rows[1]).toContain('"https://example.org/al-hal","2019-01-20","2026-11-22"');
    expect(rows[1]).toMatch(/"syria@41","2026-11-24T10:31:22.000Z"$/);
    const fields = (row: string): number => [...row.matchAll(/(?:^|,)"(?:[^"]|"")*"/g)].length;
    expect(new Set(rows.map(fields)).size).toBe(1);
  });

  test.each([
    ['say "no"', '"say ""no"""'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ])('CSV: %s', (text, as) => {
    const odd = [{ ...claims[0]!, runs: [{ text, strong: false }], findings: [], sure: 0 }];
    expect(toCsv(odd, reading, capture, english)).toContain(as);
  });
});
