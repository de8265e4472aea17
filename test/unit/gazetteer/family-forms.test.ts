import { expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { partsOf, plainFamily } from '../../../lib/gazetteer/people.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { type NoteRow, note } from './notes.ts';

const people = (...names: string[]): NoteRow[] => names.map((name, i) => ({ id: `official/p${i}`, name }));

const ORMANDS = people('Ruth Ormand', 'Bo Ormand', 'Cy Ormand', 'Ida Ormand', 'Eve Ormand');

// Names of persons, a text, and for each hit the number of bearers.
const ROWS: readonly (readonly [what: string, NoteRow[], text: string, bearers: Record<string, number>])[] = [
  ['one bearer', people('Ruth Ormand'), 'what Ormand said', { Ormand: 1 }],
  ['two bearers are both known', people('Ruth Ormand', 'Carl Ormand'), 'what Ormand said', { Ormand: 2 }],
  ['four bearers too', people('A. Ormand', 'Bo Ormand', 'Cy Ormand', 'Ida Ormand'), 'what Ormand said', { Ormand: 4 }],
  ['a name of five says nothing', ORMANDS, 'what Ormand said', {}],
  [
    'letters as they fold',
    people('Ana Sánchez', 'Luis Sanchez', 'Eva SANCHEZ', 'Leo Sanchez', 'Mia Sánchez'),
    'what Sánchez said',
    {},
  ],
  ['full names of all bearers are found', ORMANDS, 'Ruth Ormand met Ida Ormand', { 'Ruth Ormand': 1, 'Ida Ormand': 1 }],
  [
    'a listed name is seen as one of several',
    [...ORMANDS, { id: 'unit/u', name: 'Ormand' }],
    'what Ormand said',
    { Ormand: 2 },
  ],
];

test.each(ROWS)('family names as forms: %s', (_, rows, text, bearers) => {
  const gazetteer = openGazetteer(compileGazetteer(rows.map(note)));
  const hits = findHits(articleFromText({ id: 'test', text }), gazetteer);
  expect(Object.fromEntries(hits.map((hit) => [hit.text, hit.candidates.length]))).toEqual(bearers);
});

test.each([
  ['John Smith', 'Smith'],
  ['Pedro Billilo MOTA', 'MOTA'],
  ['Al Gore', null],
  ['Xi Jinping', null],
  ['Carlos Menem Jr', null],
  ['Pius XII', null],
  ['Ana Sánchez', null],
  ['Bono', null],
])('%s as plain words: %s', (name, family) => {
  expect(plainFamily(name)).toBe(family);
  if (family !== null) expect(partsOf(name)?.printed).toBe(family);
});
