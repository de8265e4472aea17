import { describe, expect, test } from 'vitest';
import { diffPacks } from '../../../lib/packs/diff.ts';
import { toPack } from '../../../lib/packs/pack.ts';
import { makeRecord, manifest } from './make-pack.ts';

const note = (change: object = {}) => ({
  type: 'note',
  id: 'official/jane-doe',
  name: 'Jane Doe',
  summary: 'A minister.',
  facts: [{ what: 'role', value: 'Minister of Rain', from: '2014', sources: ['a'] }],
  sources: {
    a: { title: 'A page', publisher: 'A paper', url: 'https://example.org/a', date: '2019', retrieved: '2026-11-22' },
  },
  ...change,
});
const pack = (...records: object[]) => toPack(manifest, records.map(makeRecord));

describe('the change log of two editions', () => {
  test('is empty for the same records in another order', () => {
    const other = { type: 'origin', id: 'origin/a', name: 'One official' };
    expect(diffPacks(pack(note(), other), pack(other, note()))).toEqual([]);
  });

  test('tells a record that came', () => {
    expect(diffPacks(pack(), pack(note()))).toEqual([
      { id: 'official/jane-doe', type: 'note', name: 'Jane Doe', kind: 'added', fields: [], reasons: [] },
    ]);
  });

  test('tells a record that was withdrawn, with the reason', () => {
    const withdrawn = { type: 'withdrawn', id: 'official/jane-doe', reason: 'She never held the post.' };
    expect(diffPacks(pack(note()), pack(withdrawn))).toMatchObject([
      { id: 'official/jane-doe', kind: 'withdrawn', reasons: ['She never held the post.'] },
    ]);
    expect(diffPacks(pack(note()), pack())).toMatchObject([{ kind: 'withdrawn', reasons: [] }]);
  });

  test.each([
    [
      'a statement that changed, old beside new',
      { facts: [{ what: 'role', value: 'Minister of Rain', from: '2014', to: '2018-05', sources: ['a'] }] },
      [{ field: 'facts role', before: 'Minister of Rain (2014 to …)', after: 'Minister of Rain (2014 to 2018-05)' }],
    ],
    [
      'a statement that was taken back',
      { facts: [] },
      [{ field: 'facts role', before: 'Minister of Rain (2014 to …)' }],
    ],
    [
      'a statement that is disputed now',
      { facts: [{ what: 'role', value: 'Minister of Rain', from: '2014', status: 'disputed', sources: ['a'] }] },
      [
        {
          field: 'facts role',
          before: 'Minister of Rain (2014 to …)',
          after: 'Minister of Rain (2014 to …) [disputed]',
        },
      ],
    ],
    [
      'a field',
      { summary: 'A former minister.' },
      [{ field: 'summary', before: 'A minister.', after: 'A former minister.' }],
    ],
    ['a name that came', { aliases: ['Jane Doe', 'J. Doe'] }, [{ field: 'aliases', after: 'J. Doe' }]],
  ])('tells %s', (_, change, fields) => {
    expect(diffPacks(pack(note()), pack(note(change)))).toMatchObject([{ kind: 'changed', fields }]);
  });

  test('tells the reasons that are new, and only those', () => {
    const old = { date: '2026-01-01', reason: 'First.' };
    const before = pack(note({ changes: [old] }));
    const after = pack(
      note({ summary: 'A former minister.', changes: [old, { date: '2026-02-01', reason: 'She resigned.' }] }),
    );
    expect(diffPacks(before, after)).toMatchObject([{ reasons: ['She resigned.'] }]);
  });
});
