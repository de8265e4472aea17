import { describe, expect, test } from 'vitest';
import { toCsv, toMarkdown } from '../../../components/view-models/claim-export.ts';
import { filtersOf, keeps, toClaimItems } from '../../../components/view-models/claims.ts';
import { failureText } from '../../../components/view-models/failure.ts';
import { findNames, toNameGroups, toNameItems } from '../../../components/view-models/names.ts';
import { toOriginLinks } from '../../../components/view-models/origin-links.ts';
import { toOrigins } from '../../../components/view-models/origins.ts';
import { dateLine, titleOf, toReading } from '../../../components/view-models/reading.ts';
import { sourcesLead, toSourceGroups, toSourceItems } from '../../../components/view-models/sources.ts';
import type { Part, Stance } from '../../../lib/checks/check.ts';
import type { Finding } from '../../../lib/checks/finding.ts';
import type { ArticleReading } from '../../../lib/messages/reading.ts';
import type { NoteId } from '../../../lib/notes/note.ts';
import { GALLERY_READING, PACK } from '../../fixtures/gallery/reading.ts';
import { english } from '../../support/english.ts';

const say = english.text;
const reading = toReading(GALLERY_READING, 'en');
const { analysis } = GALLERY_READING;
const without = (changes: Partial<ArticleReading['analysis']>) =>
  toReading({ ...GALLERY_READING, analysis: { ...analysis, ...changes } }, 'en');

describe('the article', () => {
  test('its title is its headline, its date says where it was found', () => {
    expect(titleOf(reading)).toBe('Moscow’s men and Tehran’s men trade fire in Syria');
    expect(say(dateLine(reading))).toBe('8–19 Feb 2019, worked out from the text');
    const undated = without({ article: { ...analysis.article, date: null } });
    expect(say(dateLine(undated))).toContain('No date found');
  });

  test.each(['json-ld', 'meta', 'time', 'url', 'text', 'reader', 'argument'] as const)('%s has its words', (basis) => {
    const dated = without({ article: { ...analysis.article, date: { from: '2019-02-08', to: '2019-02-08', basis } } });
    expect(say(dateLine(dated))).toMatch(/^8 Feb 2019, /);
  });
});

describe('names', () => {
  const items = toNameItems(reading);

  test('each name once, by kind, those without a note last', () => {
    expect(toNameGroups(items).map((group) => [say(group.heading), ...group.items.map((item) => item.name)])).toEqual([
      ['Outlets', 'Al-Ahram', 'BasNews', 'The Jerusalem Post'],
      ['Officials', 'Maher al-Assad', 'Heshmatollah Falahatpisheh'],
      ['Units', 'Fourth Division', 'Imam Hussein brigade'],
      ['No note yet', 'Jaysh al-Nasr'],
    ]);
  });

  test('all places of a name are kept, in text order', () => {
    const division = items.find((item) => item.name === 'Fourth Division')!;
    expect(division.starts).toHaveLength(2);
    expect(division.starts[0]).toBeLessThan(division.starts[1]!);
  });

  test.each([
    ['Maher al-Assad', 'Commander, Fourth Division · 2018 – 8 Dec 2024'],
    ['Imam Hussein brigade', 'Not decided between two bearers'],
    ['Heshmatollah Falahatpisheh', /printed here “Heshmat Bishah”$/],
  ])('%s: %s', (name, detail) => {
    expect(
      items
        .find((item) => item.name === name)!
        .detail.map(say)
        .join(' · '),
    ).toMatch(detail);
  });

  test('search looks in names and details, without accents, every word', () => {
    const found = (query: string) => findNames(items, query, say).map((item) => item.name);
    expect(found('assad')).toEqual(['Maher al-Assad']);
    expect(found('COMMANDER fourth')).toEqual(['Maher al-Assad']);
    expect(found('jérusalem')).toEqual(['The Jerusalem Post']);
    expect(found('no such name')).toEqual([]);
  });
});

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

describe('sources', () => {
  const items = toSourceItems(reading);

  test('each source once, by kind; a source nobody could ask stands apart', () => {
    expect(toSourceGroups(items).map((group) => [say(group.heading), ...group.items.map((item) => item.name)])).toEqual(
      [
        ['Outlets', 'Al-Ahram', 'BasNews', 'The Jerusalem Post'],
        ['Officials', 'Heshmatollah Falahatpisheh'],
        ['Units', 'A spokesman for Jaysh al-Nasr'],
        ['No one named', 'Multiple reports', 'Senior Iranian officials'],
      ],
    );
  });

  test.each([
    ['Al-Ahram', 2, 'One correspondent: Bassel Oudat, Damascus', 'Egypt, no party to the fighting'],
    ['BasNews', 1, 'One unnamed official: Syrian, to BasNews', null],
    ['The Jerusalem Post', 1, 'repeats BasNews', 'Israel, whom the claim concerns'],
    ['Heshmatollah Falahatpisheh', 1, '“said”', null],
    ['Multiple reports', 1, 'no one named', null],
  ])('%s: %i claims, %s, stake %s', (name, claims, here, stake) => {
    const item = items.find((one) => one.name === name)!;
    expect(item.claims).toHaveLength(claims);
    expect(say(item.here!)).toBe(here);
    expect(item.stake && say(item.stake)).toBe(stake);
  });

  test('the printed form is the name, without what stands around it', () => {
    expect(items.find((item) => item.name === 'Al-Ahram')!.printed).toBe(null);
    expect(items.find((item) => item.name === 'BasNews')!.printed).toBe('Bas News');
  });

  test('"X, citing Y" is a repeat, whatever the packs hold', () => {
    const citing = toSourceItems(
      without({
        findings: [],
        attributions: analysis.attributions.map((one, index) => (index === 1 ? { ...one, citing: 2 } : one)),
        origins: [
          {
            outlets: ['outlet/al-ahram', 'outlet/basnews'] as NoteId[],
            origin: 'outlet/basnews',
            claims: [1, 4],
          },
        ],
      }),
    );
    const here = (name: string) => say(citing.find((item) => item.name === name)!.here!);
    expect(here('Al-Ahram')).toBe('repeats BasNews');
    expect(here('BasNews')).toBe('its own report');
  });

  test.each([
    [6, 3, 6, 'Six sources named, three origins behind them.'],
    [1, 1, 1, 'One source named, one origin behind them.'],
    [7, 3, 6, 'Seven sources named. Behind six of them: three origins.'],
    [5, 0, 0, 'Five sources named. Your packs hold nothing on where their reports come from.'],
    [0, 0, 0, 'No source is named in this article.'],
    [12, 3, 12, '12 sources named, three origins behind them.'],
  ])('%i sources, %i origins behind %i', (sources, origins, covered, lead) => {
    expect(say(sourcesLead(sources, origins, covered))).toBe(lead);
  });
});

describe('the drawing of origins', () => {
  const items = toSourceItems(reading);
  const counted = toOrigins(items, reading);
  const view = counted.view!;

  test('sources stand beside the origin they go back to', () => {
    expect(view.ends.map((end) => [say(end.name), end.named, ...end.sources.map((source) => source.name)])).toEqual([
      ['One correspondent', true, 'Multiple reports', 'Al-Ahram'],
      ['One unnamed official', false, 'Bas News', 'The Jerusalem Post'],
      ['One interview', true, 'Senior Iranian officials', 'Heshmat Bishah'],
      ['A spokesman for Jaysh al-Nasr', true, 'A spokesman for Jaysh al-Nasr'],
    ]);
    expect([counted.origins, counted.covered]).toEqual([4, 7]);
    expect(view.more).toBe(null);
  });

  test('the list has every line of the drawing, and says which are our reading', () => {
    expect(view.ends.flatMap((end) => end.listed)).toHaveLength(view.lines.length);
    expect(view.ends.map((end) => end.listed.filter((one) => one.reading).map((one) => one.name))).toEqual([
      ['Multiple reports'],
      ['Multiple reports'],
      ['Senior Iranian officials'],
      [],
    ]);
  });

  test('rows are equal, dots stand in the middle of their rows', () => {
    expect(view.ends.map((end) => [end.row, end.rows, end.y])).toEqual([
      [0, 2, 14.3],
      [2, 2, 42.9],
      [4, 2, 71.4],
      [6, 1, 92.9],
    ]);
  });

  test('own reports, repeats and our own reading are drawn apart; a source may have two lines', () => {
    const kinds = view.lines.map((line) => line.kind);
    expect(kinds.filter((kind) => kind === 'repeats')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'reading')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'own')).toHaveLength(4);
    expect(new Set(view.lines.map((line) => line.path)).size).toBe(view.lines.length);
  });

  test('nothing held, nothing drawn', () => {
    expect(toOrigins(items, without({ origins: [] })).view).toBe(null);
  });

  /** The engine's groups hold outlets alone; what an official goes back to is in the reports on his words. */
  const outletsOnly = analysis.origins.filter(({ outlets }) => outlets.length > 0);
  const cite = (origin: string, stance: Stance) => ({
    publisher: 'IRNA',
    url: 'https://example.org/irna',
    retrieved: '2026-11-22',
    origin,
    stance,
  });
  const spoken = (origin: string, stance: Stance, part: Part | null = null, claim = 9) => ({
    ...analysis.findings[0]!,
    claim,
    part,
    citations: [cite(origin, stance)],
  });
  const endOf = (name: string, findings: readonly Finding[], origins = [...reading.origins.values()]) => {
    const some = toReading(
      { ...GALLERY_READING, origins, analysis: { ...analysis, origins: outletsOnly, findings } },
      'en',
    );
    const links = toOriginLinks(toSourceItems(some), some);
    return links.filter((end) => end.links.some(({ source }) => source.name === name)).map(({ id }) => id);
  };
  const interview = { id: 'origin/interview', name: 'One interview', detail: 'Falahatpisheh to IRNA', named: true };
  const official = 'Heshmatollah Falahatpisheh';

  test('an official goes back to the statement that names him, whatever others report of the matter', () => {
    const held = [...reading.origins.values()].map((one) => (one.id === interview.id ? interview : one));
    const others = [1, 2, 3].map(() => spoken('origin/correspondent', 'supports'));
    expect(endOf(official, [...others, spoken('origin/interview', 'differs')], held)).toEqual(['origin/interview']);
    expect(endOf(official, others, held)).toEqual(['official/heshmatollah-falahatpisheh']);
    expect(endOf(official, [spoken('origin/interview', 'silent')], held)).toEqual([
      'official/heshmatollah-falahatpisheh',
    ]);
  });

  test('an official goes back to the one origin of his wording', () => {
    expect(endOf(official, [spoken('origin/interview', 'differs', 'wording')])).toEqual(['origin/interview']);
  });

  test('a source nobody could ask may mean what its claims were reported from, or the outlets named', () => {
    const vague = 'Senior Iranian officials';
    expect(endOf(vague, [])).toEqual([]);
    expect(endOf(vague, [spoken('origin/correspondent', 'supports', null, 8)])).toEqual(['origin/correspondent']);
    const means = {
      ...spoken('origin/x', 'supports', null, 8),
      citations: [],
      explain: { key: 'vague_two_origins', args: [] },
    };
    expect(endOf(vague, [means])).toEqual(['origin/correspondent', 'origin/syrian-official']);
    // Of two origins nobody named here has, neither can be told.
    const [a, b] = ['origin/a', 'origin/b'].map((origin) => spoken(origin, 'supports', null, 8));
    expect(endOf(vague, [a!, b!])).toEqual([]);
    expect(endOf(vague, [a!])).toEqual(['origin/a']);
  });

  test('who did not say is no source', () => {
    const silent = without({
      attributions: analysis.attributions.map((one, at) =>
        at === 6 ? { ...one, reserve: 'withholds' as const } : one,
      ),
    });
    expect(toSourceItems(silent).map(({ name }) => name)).not.toContain('A spokesman for Jaysh al-Nasr');
  });

  test('more than four origins: those with most claims stay, the rest is counted', () => {
    const many = without({
      origins: [1, 2, 3, 4, 5, 6].map((weight, index) => ({
        outlets: ['outlet/al-ahram' as NoteId],
        origin: `origin/${index}`,
        claims: analysis.claims.map((_, at) => at).slice(0, weight),
      })),
    });
    const drawn = toOrigins(items, many).view!;
    expect(drawn.ends.map((end) => end.key)).toEqual(['origin/2', 'origin/3', 'origin/4', 'origin/5']);
    expect(drawn.hidden).toBe(5);
    expect(say(drawn.more!)).toBe('and 5 more origins');
  });
});

describe('failures', () => {
  test.each([
    ['signature', 'The signature does not match the publisher’s key. Nothing from it was kept.'],
    ['too-new', 'The pack was made for a newer version of Claim Context.'],
    ['no-answer', 'The part of the extension that holds the notes did not answer. Trying again starts it anew.'],
    ['never-heard-of', 'In the words of the program: it broke'],
  ])('%s', (code, text) => {
    expect(say(failureText({ code, message: 'it broke' }, english))).toBe(text);
  });
});
