import { describe, expect, test } from 'vitest';
import { asOfLine } from '../../../lib/notes/card-role.ts';
import type { Fact, Note } from '../../../lib/notes/note.ts';
import { factsAsOf, lastWord, standingOf } from '../../../lib/notes/standing.ts';
import { galleryNotes } from '../../fixtures/gallery/notes.ts';
import { english } from '../../support/english.ts';

const DAY = { from: '2019-02-10', to: '2019-02-10' };
const base = galleryNotes.get('unit/syria-4th-division' as never)!;
const fact = (more: Partial<Fact>): Fact => ({
  what: 'commander',
  value: 'X',
  status: 'reported',
  sources: [],
  ...more,
});
const noteWith = (facts: readonly Fact[], more: Partial<Note> = {}): Note => ({ ...base, facts, ...more });

describe('where a fact stands at 10 Feb 2019', () => {
  test.each<[string, Partial<Fact>, string]>([
    ['no dates at all', {}, 'undated'],
    ['around the article', { from: '2018', to: '2024-12' }, 'holds'],
    ['a coarse end that may lie before', { from: '2018', to: '2019' }, 'unsure'],
    ['a coarse beginning that may lie after', { from: '2019', to: '2020' }, 'unsure'],
    ['a month that is over', { from: '2018', to: '2019-01' }, 'before'],
    ['over by a year', { to: '2018' }, 'before'],
    ['not yet begun', { from: '2019-02-11' }, 'after'],
    ['begins on the day', { from: '2019-02-10', asOf: '2019-03' }, 'holds'],
    ['a later source still says so', { from: '2012', asOf: '2026-08' }, 'holds'],
    ['the last source is older', { from: '2012', asOf: '2017-05' }, 'assumed'],
    ['only an end, later', { to: '2024' }, 'unsure'],
    ['as of days before', { asOf: '2019-02-08' }, 'holds'],
    ['as of the month after', { asOf: '2019-03' }, 'holds'],
    ['as of the year after', { asOf: '2020' }, 'unsure'],
    ['as of long before', { asOf: '2015' }, 'unsure'],
  ])('%s: %o is %s', (_, dates, standing) => {
    expect(standingOf(fact(dates), base, DAY)).toBe(standing);
  });

  test('without asOf the youngest source speaks', () => {
    const undated = fact({ from: '2010', sources: ['gundemi', 'jusoor'] });
    expect(lastWord(undated, base)).toBe('2024');
    expect(standingOf(undated, base, DAY)).toBe('holds');
    expect(standingOf(fact({ from: '2010', sources: ['sabah'] }), base, DAY)).toBe('assumed');
  });

  test('what holds comes first, then what ended last, then what begins first', () => {
    const values = (facts: readonly Partial<Fact>[]) =>
      factsAsOf(noteWith(facts.map((one, at) => fact({ value: String(at), ...one }))), ['commander'], DAY).map(
        (one) => one.value,
      );
    expect(values([{ to: '2001' }, { from: '2018', to: '2020' }, { to: '2010' }])).toEqual(['1', '2', '0']);
    expect(values([{ from: '2025' }, { from: '2021' }])).toEqual(['1', '0']);
  });
});

describe('who led it', () => {
  const held = fact({ value: 'A', from: '2018', to: '2024' });
  test.each<[string, readonly Fact[], string]>([
    ['one', [held], 'active, led by A'],
    ['one of two periods', [held, fact({ value: 'B', to: '2017' })], 'active, led by A'],
    [
      'disputed',
      [held, fact({ value: 'B', asOf: '2019-02-08', status: 'disputed' })],
      'active; sources differ on who led it',
    ],
    ['two posts at once', [held, fact({ what: 'leader', value: 'B', from: '2016', to: '2022' })], 'active'],
  ])('%s', (_, facts, said) => {
    const line = asOfLine(noteWith(facts), DAY, 'en');
    expect(english.text(line!)).toBe(`As of this article, 10 Feb 2019: ${said}`);
  });

  test('nothing dated, nothing said', () => {
    expect(asOfLine(noteWith([fact({})]), DAY, 'en')).toBe(null);
  });

  test('an official who had died, and one whose last word is old', () => {
    const official = (facts: readonly Fact[]) => asOfLine(noteWith(facts, { kind: 'official' }), DAY, 'en');
    const post = fact({ what: 'role', value: 'minister', from: '2010', sources: ['sabah'] });
    expect(english.text(official([post])!)).toContain('in post by the last word held, 31 Jan 2019');
    expect(english.text(official([post, fact({ what: 'death', from: '2018-05-04' })])!)).toContain('died 4 May 2018');
  });
});
