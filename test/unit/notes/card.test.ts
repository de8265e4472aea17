import { describe, expect, test } from 'vitest';
import type { CardUnit } from '../../../lib/notes/card.ts';
import { timelineOf } from '../../../lib/notes/card-timeline.ts';
import type { Note, NoteId } from '../../../lib/notes/note.ts';
import { cardOf, GALLERY_DATE, SUBJECTS } from '../../fixtures/gallery/cards.ts';
import { english } from '../../support/english.ts';

const say = english.text;
const day = (date: string) => ({ from: date, to: date });

describe('the first lines of a card', () => {
  test.each([
    ['official', 'Official · Syrian army', 'Maher al-Assad', 'Commander, Fourth Division', '2018 – 8 Dec 2024'],
    ['outlet', 'Outlet · Iraq', 'BasNews', 'News site, Erbil, Kurdistan Region of Iraq', 'since 2011'],
    ['ahram', 'Outlet · Egypt', 'Al-Ahram', 'Cairo daily, majority state-owned', 'since 1875 or 1876'],
    ['unit', 'Unit · Syria', 'Fourth Division', 'Armoured division, Syrian Arab Army', 'since 1984'],
  ] as const)('%s', (subject, heading, name, role, dates) => {
    const card = cardOf(SUBJECTS[subject]);
    expect(card.state).toBe('note');
    expect(say(card.heading)).toBe(heading);
    expect(card.name).toBe(name);
    expect(say(card.role!.text)).toBe(role);
    expect(say(card.role!.dates!)).toBe(dates);
    expect(say(card.packs!)).toBe('Pack: Syria 2018–19, revision 41, 12 Nov 2026');
  });

  test('other forms: one full form and the name in its own script, never addresses, short forms or misprints', () => {
    expect(cardOf(SUBJECTS.outlet).forms).toEqual([{ text: 'Basnews Agency' }, { text: 'باسنيوز', lang: 'ar' }]);
    expect(cardOf(SUBJECTS.misprinted).forms).toEqual([{ text: 'حشمت‌الله فلاحت‌پیشه', lang: 'fa' }]);
  });

  test('the printed form is told when the name does not show it', () => {
    expect(cardOf(SUBJECTS.outlet).printed).toBe('Bas News');
    expect(cardOf({ ...SUBJECTS.official, text: 'Assad' }).printed).toBe(null);
    expect(cardOf({ ...SUBJECTS.official, text: 'al-Assad' }).printed).toBe(null);
  });
});

describe('as of the article', () => {
  test.each([
    ['official', day('2019-02-10'), 'As of this article, 10 Feb 2019: in post'],
    ['official', GALLERY_DATE, 'As of this article, 8–19 Feb 2019: in post'],
    ['official', day('2025-01-10'), 'As of this article, 10 Jan 2025: no longer in post'],
    // The year of the change is known, its day is not.
    ['official', day('2018-05-01'), 'As of this article, 1 May 2018: not certain; the dates held are not exact enough'],
    ['misprinted', day('2018-01-01'), 'As of this article, 1 Jan 2018: not yet in post'],
    [
      'misprinted',
      day('2019-06-10'),
      'As of this article, 10 Jun 2019: not certain; the dates held are not exact enough',
    ],
    ['outlet', day('2019-02-10'), 'As of this article, 10 Feb 2019: publishing'],
    ['outlet', day('2001-02-10'), 'As of this article, 10 Feb 2001: not yet founded'],
    ['jpost', day('2019-02-10'), 'As of this article, 10 Feb 2019: publishing, editor Yaakov Katz'],
    ['unit', day('2019-02-10'), 'As of this article, 10 Feb 2019: active, led by Maher al-Assad'],
    ['unit', day('1970-02-10'), 'As of this article, 10 Feb 1970: not yet formed'],
    ['unit', null, 'No date found. Notes are shown without “as of”.'],
  ] as const)('%s on %o', (subject, date, line) => {
    expect(say(cardOf(SUBJECTS[subject], { date }).asOf!)).toBe(line);
  });

  test('the post shown is the one held then', () => {
    const then = cardOf(SUBJECTS.official, { date: day('2016-01-01') });
    expect(say(then.role!.text)).toBe('Commander, 42nd Brigade');
    expect(say(then.role!.dates!)).toBe('to 2018');
  });
});

describe('statements', () => {
  const told = (subject: keyof typeof SUBJECTS, date: { from: string; to: string } | null = GALLERY_DATE) =>
    cardOf(SUBJECTS[subject], { date }).statements.map(({ text, when, relation }) => [
      say(text),
      when,
      relation && say(relation),
    ]);

  test('what was so then comes first, then what was over, then what came after, said as that', () => {
    expect(told('official')).toEqual([
      [
        'A reference page of the article’s week names Maj. Gen. Muhammad Ali Durgham as formal commander.',
        'now',
        'in the days of this article',
      ],
      ['Took overall command of the division in 2018. Before that he led its 42nd Brigade.', 'now', null],
      ['Sanctions: United States, 2011', 'now', null],
      ['Described as Iran’s chief ally in Syria.', 'now', null],
      ['Post: commander, 42nd Brigade', 'before', null],
      ['Sanctions: United States, 2020', 'after', 'about 16 months after this article'],
    ]);
  });

  test('a near event says how near, a statement of years later does not come first', () => {
    expect(told('misprinted')[0]).toEqual([
      'On RT on 1 Feb 2019, denied having accused Russia of collaborating with Israel.',
      'now',
      'about a week before this article',
    ]);
    expect(told('jpost').at(-1)?.[0]).toBe('Editor: Steve Linde');
  });

  test('without a date nothing is told as before or after', () => {
    for (const [, when, relation] of told('official', null)) {
      expect(when).toBe('now');
      expect(relation).toBe(null);
    }
  });

  test('a fact without a sentence is shown as field, value and dates', () => {
    const commander = cardOf(SUBJECTS.unit).statements[0]!;
    expect(say(commander.text)).toBe('Commander: Maher al-Assad');
    expect(say(commander.dates!)).toBe('2018 – 8 Dec 2024');
  });

  test('every source has publisher, date or "undated", and when it was read', () => {
    const [owner] = cardOf(SUBJECTS.outlet).statements;
    expect(owner!.disputed).toBe(true);
    expect(owner!.provenance.map(({ source, date, seen }) => [source, date, seen!].map(say))).toEqual([
      ['Media Bias/Fact Check', 'undated', 'seen Nov 2026'],
      ['IKHRW, on state media in Kurdistan', 'undated', 'seen Nov 2026'],
    ]);
    const [denial] = cardOf(SUBJECTS.misprinted).statements;
    expect(say(denial!.provenance[0]!.source)).toBe('Arutz Sheva, citing MEMRI');
  });
});

describe('drawings', () => {
  test('posts stand on one axis with the article’s date', () => {
    const { at, band, rows, ticks } = cardOf(SUBJECTS.official).timeline!;
    expect(ticks.map((tick) => tick.text)).toEqual(['2010', '2015', '2020', '2025']);
    expect(band).toBe(0);
    expect(at).toBeCloseTo(60.8, 1);
    expect(rows.map((row) => [say(row.label), row.dates && say(row.dates)])).toEqual([
      ['Commander, Fourth Division', '2018 – 8 Dec 2024'],
      ['Commander, 42nd Brigade', 'to 2018'],
      ['Sanctions and listings', '2011 · 2020'],
    ]);
    const [now, earlier, listed] = rows;
    expect(now!.runs[0]).toMatchObject({ holds: true, openStart: false, openEnd: false });
    expect(now!.runs[0]!.from).toBeLessThan(at);
    expect(now!.runs[0]!.to).toBeGreaterThan(at);
    expect(earlier!.runs[0]).toMatchObject({ holds: false, openStart: true, from: 0 });
    expect(listed!.events).toHaveLength(2);
  });

  test('a range of days wide enough to see is a band', () => {
    const { band } = cardOf(SUBJECTS.misprinted, { date: { from: '2019-01-01', to: '2019-03-31' } }).timeline!;
    expect(band).toBeGreaterThan(2);
  });

  test('every position lies on the axis', () => {
    for (const subject of ['official', 'misprinted', 'jpost'] as const) {
      const timeline = cardOf(SUBJECTS[subject]).timeline!;
      const all = timeline.rows.flatMap((row) => [...row.events, ...row.runs.flatMap((run) => [run.from, run.to])]);
      for (const position of [timeline.at, ...all]) {
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(100);
      }
    }
  });

  // Word of April about a year that is drawn from its middle: the bar ended before it began, and was not drawn.
  test('word from the year in which something began leaves its end open', () => {
    const note: Note = {
      id: 'outlet/agency' as NoteId,
      kind: 'outlet',
      name: 'Agency',
      aliases: [],
      context: [],
      summary: '',
      facts: ['Norland Press', 'Southport Group'].map((value) => ({
        what: 'owner',
        value,
        status: 'reported',
        from: '2008',
        sources: ['word'],
      })),
      sources: {
        word: {
          title: 'Sold',
          publisher: 'Star',
          url: 'https://star.example/sold',
          date: '2008-04-17',
          retrieved: '2026-11-24',
        },
      },
      notToConfuse: [],
    };
    const { rows } = timelineOf(note, { from: '2019-11-19', to: '2019-11-19' }, 'en')!;
    expect(rows.map(({ runs }) => runs.map(({ from, to, openEnd }) => [from < to, openEnd]))).toEqual([
      [[true, true]],
      [[true, true]],
    ]);
  });

  test('no date, no timeline', () => {
    expect(cardOf(SUBJECTS.official, { date: null }).timeline).toBe(null);
  });

  test('a unit stands between what it belongs to and what belongs to it', () => {
    const lines = (unit: CardUnit, depth = 0): string[] => [
      `${'  '.repeat(depth)}${say(unit.name)} [${unit.echelon}]${unit.loose ? ' loose' : ''}${unit.self ? ' *' : ''}`,
      ...unit.under.flatMap((one) => lines(one, depth + 1)),
    ];
    expect(lines(cardOf(SUBJECTS.unit).tree!)).toEqual([
      'Syrian Arab Army [army]',
      '  Fourth Division [division] *',
      '    42nd Armoured Brigade [brigade]',
      '    138th Mechanised Brigade [brigade]',
      '    154th Artillery Regiment [regiment]',
      '    Imam Hussein Brigade [brigade] loose',
    ]);
    expect(cardOf(SUBJECTS.official).tree).toBe(null);
  });
});

describe('other states', () => {
  test('a misprinted form is explained, with its source', () => {
    const { misprint, name, printed } = cardOf(SUBJECTS.misprinted);
    expect(name).toBe('Heshmatollah Falahatpisheh');
    expect(printed).toBe(null);
    expect(misprint!.printed).toBe('Heshmat Bishah');
    expect(misprint!.explain).toContain('second transliteration');
    expect(misprint!.provenance.map((one) => say(one.source))).toEqual(['Al-Wafd']);
  });

  test('undecided: both bearers, with what speaks for and against each', () => {
    const card = cardOf(SUBJECTS.undecided);
    expect(card.state).toBe('undecided');
    expect(say(card.heading)).toBe('Unit · not decided');
    expect(card.name).toBe('Imam Hussein brigade');
    expect(say(card.lead!)).toBe('Two groups bear this name. The article does not say which.');
    expect(card.statements).toEqual([]);
    expect(card.candidates.map((one) => [one.name, one.for.length, one.against.length])).toEqual([
      ['Liwa al-Imam al-Husayn', 1, 1],
      ['Imam Hussein Brigade', 1, 0],
    ]);
    expect(card.candidates.map((one) => one.relation && say(one.relation))).toEqual([
      null,
      'about 4 years after this article',
    ]);
  });

  test('no note yet names the number of packs', () => {
    const card = cardOf(SUBJECTS.noNote);
    expect(card.state).toBe('no-note');
    expect(say(card.heading)).toBe('Unit, from the wording');
    expect(say(card.lead!)).toBe('No note yet in your two packs.');
    expect(say(cardOf(SUBJECTS.noNote, { packCount: 1 }).lead!)).toBe('No note yet in your pack.');
  });

  test('a note that is no longer held is told as no note', () => {
    expect(cardOf(SUBJECTS.outlet, { notes: new Map() }).state).toBe('no-note');
    expect(cardOf(SUBJECTS.undecided, { notes: new Map() }).state).toBe('no-note');
  });

  test('a card survives the way from background to page', () => {
    for (const subject of Object.values(SUBJECTS)) {
      const card = cardOf(subject);
      expect(structuredClone(card)).toEqual(JSON.parse(JSON.stringify(card)));
    }
  });
});
