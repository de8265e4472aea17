import { describe, expect, test } from 'vitest';
import { backgroundRows } from '../../../lib/messages/background-rows.ts';
import { decodeOwnNotes } from '../../../lib/messages/own-shapes.ts';
import { createServer } from '../../../lib/messages/serve.ts';

/** What a page's script may ask: what is on the page, one card at a time, and nothing that changes what is held. */
const PAGE = ['openPage', 'findNames', 'getCard', 'loadCard', 'muteName', 'openOwn'];

test('73: a page may ask for these, and every other request is refused', async () => {
  const allowed = Object.entries(backgroundRows).flatMap(([name, { who }]) => (who.includes('page') ? name : []));
  expect(allowed.sort()).toEqual([...PAGE].sort());
  const handlers = Object.fromEntries(Object.keys(backgroundRows).map((name) => [name, () => null])) as never;
  const serve = createServer('background', backgroundRows, handlers, () => 'page');
  for (const name of Object.keys(backgroundRows)) {
    if (PAGE.includes(name)) continue;
    expect(await serve({ to: 'background', name, params: {} }, {}), name).toMatchObject({
      ok: false,
      failure: { code: 'refused' },
    });
  }
});

describe('own notes from a file', () => {
  const good = {
    id: 'own/1',
    kind: 'unit',
    name: 'A name',
    note: null,
    text: 'Words.',
    written: '2026-11-20T10:00:00.000Z',
  };
  test.each([
    ['as written', good, 1],
    ['about a note', { ...good, note: 'outlet/jpost' }, 1],
    ['with another field', { ...good, html: '<b>' }, 0],
    ['with an id of another kind', { ...good, id: 'unit/1' }, 0],
    ['about something that is no note', { ...good, note: '__proto__' }, 0],
    ['without a name', { ...good, name: '  ' }, 0],
    ['with a name over lines', { ...good, name: 'A\nB' }, 0],
    ['with a text too long', { ...good, text: 'x'.repeat(8_001) }, 0],
    ['of a kind there is not', { ...good, kind: 'person' }, 0],
    ['without a day', { ...good, written: 'yesterday' }, 0],
    ['no object', 'own', 0],
  ])('%s', (_, raw, count) => {
    const { notes, unreadable } = decodeOwnNotes([raw]);
    expect([notes.length, unreadable]).toEqual([count, 1 - count]);
  });

  test('something that is no list has none', () => {
    expect(decodeOwnNotes({ length: 3 })).toEqual({ notes: [], unreadable: 0 });
  });
});
