import { describe, expect, test } from 'vitest';
import type { EntityCard, PackRef } from '../../../lib/notes/card.ts';
import type { Note, NoteId } from '../../../lib/notes/note.ts';
import { readTogether } from '../../../lib/notes/same-subject.ts';
import { toEntityCard } from '../../../lib/notes/to-entity-card.ts';
import { english } from '../../support/english.ts';
import { note as makeNote } from '../store/held.ts';

const SYRIA: PackRef = { id: 'syria', title: 'Syria 2018–19', revision: 41, date: '2026-11-12' };
const ORBAT: PackRef = { id: 'orbat', title: 'Order of battle', revision: 7, date: '2026-08-01' };
const ID = 'unit/syria-4th-division' as NoteId;

const noteOf = (name: string, facts: readonly object[], more: object = {}): Note => {
  const record = makeNote(ID, name, facts, more);
  if (record.type !== 'note') throw new Error('not a note');
  return record.value;
};

const DAY = { from: '2019-02-08', to: '2019-02-08' };
const FIRST = noteOf('Fourth Division', [
  { what: 'commander', value: 'Maher al-Assad', from: '2018', to: '2024-12-08' },
  { what: 'strength', value: '18,000', text: 'About 18,000 strong.' },
]);
const SECOND = noteOf('4th Armoured Division', [
  { what: 'commander', value: 'Muhammad Ali Durgham', from: '2017', to: '2020' },
  { what: 'strength', value: '18,000', text: 'About 18,000 strong.' },
]);

const cardOf = (first: Note, second: Note | null): EntityCard =>
  toEntityCard({
    mention: { text: 'Fourth Division', kind: 'unit', note: ID, candidates: [{ note: ID, evidence: [] }], reason: [] },
    date: DAY,
    locale: 'en',
    packCount: 2,
    notes: new Map([[ID, first]]),
    packs: new Map([[ID, SYRIA]]),
    others: new Map([[ID, second ? [{ note: second, pack: ORBAT }] : []]]),
  });

describe('a card of a subject in two packs', () => {
  const card = cardOf(FIRST, SECOND);
  const said = card.statements.map(({ text, provenance }) => [
    english.text(text),
    ...provenance.map(({ pack }) => (pack ? english.text(pack) : null)),
  ]);

  test('names the pack under each statement, in the reader’s order', () => {
    expect(said).toEqual([
      ['Commander: Maher al-Assad', 'in Syria 2018–19'],
      ['Commander: Muhammad Ali Durgham', 'in Order of battle'],
      ['About 18,000 strong.', 'in two packs'],
    ]);
  });

  test('says what the packs differ on', () => {
    expect(english.text(card.asOf!)).toBe('As of this article, 8 Feb 2019: two packs differ on the commander');
  });

  test('names both packs, and is called as the first one calls it', () => {
    expect(card.name).toBe('Fourth Division');
    expect(english.text(card.packs!)).toBe('Packs: Syria 2018–19, revision 41 · Order of battle, revision 7');
  });

  test('says of no difference where there is none', () => {
    const same = cardOf(FIRST, noteOf('4th Division', [{ what: 'commander', value: 'Maher al-Assad', from: '2018' }]));
    expect(english.text(same.asOf!)).not.toMatch(/differ/);
  });

  test('of one pack is as it always was', () => {
    const alone = cardOf(FIRST, null);
    expect(alone.statements.flatMap(({ provenance }) => provenance.flatMap(({ pack }) => pack ?? []))).toEqual([]);
    expect(english.text(alone.packs!)).toMatch(/^Pack: Syria 2018–19/);
  });
});

describe('the engine reads a subject of two packs', () => {
  const together = readTogether([
    noteOf('Fourth Division', [{ what: 'area', value: 'Hama' }], {
      aliases: [{ text: '4th Div', needs: 'context' }],
      context: ['Syria'],
    }),
    noteOf('4th Armoured Division', [{ what: 'area', value: 'Homs' }], {
      aliases: ['4th Div', 'The Fourth'],
      context: ['Assad'],
    }),
  ]);

  test('by the names of both, what a form needs as the first pack has it', () => {
    expect(together.aliases).toEqual([
      { text: '4th Div', needs: 'context' },
      { text: 'The Fourth' },
      { text: '4th Armoured Division' },
    ]);
    expect(together.context).toEqual(['Syria', 'Assad']);
  });

  test('with what the first one says, unmixed', () => {
    expect(together.facts.map(({ value }) => value)).toEqual(['Hama']);
    expect(together.name).toBe('Fourth Division');
  });
});

test('the reader’s own words are on the card of a note, and of a name without one', () => {
  const own = { id: 'own/1', text: 'Ask who owns it.', date: '20 Nov 2026' };
  const input = { date: DAY, locale: 'en', packCount: 1, own, notes: new Map(), packs: new Map() };
  const nameless = { text: 'Jaysh al-Nasr', kind: 'unit', note: null, candidates: [], reason: [] } as const;
  expect(toEntityCard({ ...input, mention: nameless })).toMatchObject({ state: 'no-note', own });
  const noted = { ...nameless, note: ID };
  expect(toEntityCard({ ...input, notes: new Map([[ID, FIRST]]), mention: noted })).toMatchObject({
    state: 'note',
    own,
  });
});
