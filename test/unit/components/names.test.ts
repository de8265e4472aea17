import { describe, expect, test } from 'vitest';
import { findNames, toNameGroups, toNameItems } from '../../../components/view-models/names.ts';
import { reading, say } from './gallery-reading.ts';

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
