import { expect, test } from 'vitest';
import { cardAsText } from '../../../components/view-models/card-copy.ts';
import { cardOf, SUBJECTS } from '../../fixtures/gallery/cards.ts';
import { english } from '../../support/english.ts';

test('a note is copied with what was so as of the article, every source’s address and dates, and its revision', () => {
  const text = cardAsText(cardOf(SUBJECTS.official), english);
  expect(text.split('\n').slice(0, 4)).toEqual([
    'Maher al-Assad · Maher Assad · ماهر الأسد',
    'Official · Syrian army',
    'Commander, Fourth Division · 2018 – 8 Dec 2024',
    'As of this article, 8–19 Feb 2019: in post',
  ]);
  const statements = text.split('\n').filter((line) => line.startsWith('- '));
  expect(statements).toHaveLength(cardOf(SUBJECTS.official).statements.length);
  expect(text).toMatch(
    /- A reference page .* in the days of this article\n {2}Suriye Gündemi, 8 Feb 2019, seen Nov 2026 <https:/,
  );
  expect(text.trimEnd().split('\n').at(-1)).toBe(
    'Pack: Syria 2018–19, revision 41, 12 Nov 2026 · official/maher-al-assad',
  );
});

test('an undecided name is copied with its bearers', () => {
  const text = cardAsText(cardOf(SUBJECTS.undecided), english);
  expect(text).toContain('Two groups bear this name. The article does not say which.');
  expect(text).toMatch(
    /- Liwa al-Imam al-Husayn · Iraqi Shia militia · since 30 Jun 2013\n {2}Pro-Government .* <https:/,
  );
});

test('the reader’s own words are not copied', () => {
  const card = cardOf(SUBJECTS.jpost, { own: { id: 'own/1', text: 'Ask their desk.', date: '20 Nov 2026' } });
  expect(card.own?.text).toBe('Ask their desk.');
  expect(cardAsText(card, english)).not.toContain('Ask their desk');
});
