import { describe, expect, test } from 'vitest';
import { toOriginLinks } from '../../../components/view-models/origin-links.ts';
import { toOrigins } from '../../../components/view-models/origins.ts';
import { toReading } from '../../../components/view-models/reading.ts';
import { sourcesLead, toSourceGroups, toSourceItems } from '../../../components/view-models/sources.ts';
import type { Part, Stance } from '../../../lib/checks/check.ts';
import type { Finding } from '../../../lib/checks/finding.ts';
import type { NoteId } from '../../../lib/notes/note.ts';
import { GALLERY_READING } from '../../fixtures/gallery/reading.ts';
import { analysis, reading, say, without } from './gallery-reading.ts';

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
