import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { isOneEdit } from '../../../lib/gazetteer/misprints.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { note } from './notes.ts';

const GAZETTEER = openGazetteer(
  compileGazetteer(
    [
      ['unit/eighth', 'Eighth Division'],
      ['unit/tiger', 'Tiger Forces'],
      ['unit/sdf', 'Syrian Democratic Forces'],
      ['outlet/anadolu', 'Anadolu Agency'],
      ['outlet/sohr', 'Syrian Observatory for Human Rights'],
      ['official/votel', 'Joseph Votel'],
      ['unit/short', 'Al Badr'],
    ].map(([id, name]) => note({ id: id!, name: name! })),
  ),
);

const misprints = (text: string): string[] =>
  findHits(articleFromText({ id: 't', text }), GAZETTEER)
    .filter(({ misprintOf }) => misprintOf !== undefined)
    .map(({ text: printed, misprintOf }) => `${printed} = ${misprintOf}`);

describe('names one change away are found, and only those', () => {
  test.each([
    ['a number word for an ordinal', 'the Eight Division attacked', ['Eight Division = eighth division']],
    ['a letter exchanged', 'the Ananolu Agency reported', ['Ananolu Agency = anadolu agency']],
    [
      'a letter left out',
      'the Syrian Obervatory for Human Rights said',
      ['Syrian Obervatory for Human Rights = syrian observatory for human rights'],
    ],
    ['a letter put in', 'the Anadollu Agency', ['Anadollu Agency = anadolu agency']],
    ['two letters swapped', 'the Anadoul Agency', ['Anadoul Agency = anadolu agency']],
    ['a last letter', 'the Tigerr Forces', ['Tigerr Forces = tiger forces']],
    [
      'after a capital that is no part of it',
      'The Ananolu Agency, while Turkish Ananolu Agency',
      ['Ananolu Agency = anadolu agency', 'Ananolu Agency = anadolu agency'],
    ],
    ['not the name as it should be', 'the Anadolu Agency', []],
    ['not two changes', 'the Ananollu Agency', []],
    ['not a plural', 'the Tiger Force', []],
    ['not a country for its people', 'the Syria Democratic Forces', []],
    ['not a first letter', 'the Banadolu Agency', []],
    ['not a short name', 'an Al Bader man', []],
    ['not a number word without a formation', 'Eight divisions, the Eight Nations', []],
    ['not inside a word', 'PreAnanolu Agency', []],
  ])('%s', (_, text, wanted) => {
    expect(misprints(text)).toEqual(wanted);
  });
});

test.each([
  ['house', 'house', false],
  ['house', 'hose', true],
  ['house', 'housse', true],
  ['house', 'hause', true],
  ['house', 'huose', true],
  ['house', 'huoes', false],
  ['house', 'use', false],
  ['a', '', true],
])('%s and %s one edit apart: %s', (a, b, wanted) => {
  expect([isOneEdit(a, b), isOneEdit(b, a)]).toEqual([wanted, wanted]);
});
