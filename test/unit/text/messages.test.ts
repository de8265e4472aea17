import { describe, expect, test } from 'vitest';
import { counted, createMessages, fromCatalogue, label, spelled } from '../../../lib/text/messages.ts';

const catalogue = {
  plain: { message: 'No source given' },
  named: { message: '$NAME$ said on $DAY$', placeholders: { name: { content: '$1' }, day: { content: '$2' } } },
  turned: { message: '$2 by $1' },
  tags: { message: 'As of this article: <b>in post</b> and <th>after this article</th>' },
  cap: { message: '<cap>$1 named' },
  dollars: { message: 'costs $$5' },
  items_one: { message: 'one item' },
  items_other: { message: '$1 items' },
  number_3: { message: 'three' },
};
const t = createMessages(fromCatalogue(catalogue), 'en');

describe('messages', () => {
  test.each([
    [label('plain'), 'No source given'],
    [label('named', 'A', 'B'), 'A said on B'],
    [label('turned', 'x', 'y'), 'y by x'],
    [label('tags'), 'As of this article: in post and after this article'],
    [label('cap', spelled(3)), 'Three named'],
    [label('dollars'), 'costs $5'],
    [counted('items', 1), 'one item'],
    [counted('items', 7), '7 items'],
    [label('named', label('plain'), 'B'), 'No source given said on B'],
    [label('no_such_key'), 'no_such_key'],
    ['Al-Ahram', 'Al-Ahram'],
  ])('%o reads %s', (shown, text) => {
    expect(t.text(shown)).toBe(text);
  });

  test('an argument that looks like a tag or a placeholder stays text', () => {
    expect(t.parts(label('named', '<b>x</b> $2', 'B'))).toEqual([
      { text: '<b>x</b> $2', style: 'plain', argument: true },
      { text: ' said on ', style: 'plain', argument: false },
      { text: 'B', style: 'plain', argument: true },
    ]);
  });

  test('tags become styles', () => {
    expect(t.parts(label('tags')).map(({ text, style }) => [text, style])).toEqual([
      ['As of this article: ', 'plain'],
      ['in post', 'strong'],
      [' and ', 'plain'],
      ['after this article', 'thread'],
    ]);
  });

  test('a locale’s own plural form is preferred, "other" is the fall-back', () => {
    const arabic = createMessages(fromCatalogue({ n_few: { message: 'few' }, n_other: { message: 'other' } }), 'ar');
    expect(arabic.text(counted('n', 3))).toBe('few');
    expect(arabic.text(counted('n', 1))).toBe('other');
  });

  test('numbers above ten stay figures', () => {
    expect(spelled(11)).toBe('11');
  });
});
