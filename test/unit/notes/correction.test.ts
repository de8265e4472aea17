import { expect, test } from 'vitest';
import { contactLink, correctionsOf } from '../../../lib/notes/correction.ts';
import type { NoteId } from '../../../lib/notes/note.ts';

const NOTE = 'official/maher-al-assad' as NoteId;
const sent = (contact: string | undefined): string | undefined =>
  correctionsOf(
    [{ id: 'syria', title: 'Syria', revision: 41, date: '2026-11-12', ...(contact && { contact }) }],
    NOTE,
  )[0]?.url;

test.each([
  ['notes@desk.org', 'mailto:notes@desk.org?subject=syria%4041%20official%2Fmaher-al-assad'],
  ['https://desk.org/corrections', 'https://desk.org/corrections'],
  // Not stated, or no address.
  [undefined, undefined],
  ['the desk', undefined],
  ['http://desk.org/', undefined],
  ['javascript:alert(1)//@desk.org', undefined],
  ['notes@desk.org?cc=all@desk.org', undefined],
  ['https://desk.org/" onclick="', undefined],
  // Kept for examples: nobody reads what is sent there.
  ['notes@claim-context.example', undefined],
  ['https://desk.example/corrections', undefined],
  ['notes@example.org', undefined],
  ['https://example.com/corrections', undefined],
  ['https://localhost/corrections', undefined],
  ['notes@counterexample.org', 'mailto:notes@counterexample.org?subject=syria%4041%20official%2Fmaher-al-assad'],
])('%s', (contact, url) => expect(sent(contact)).toBe(url));

/** As the settings have it: of the pack, not of one note. */
test.each([
  ['notes@desk.org', 'mailto:notes@desk.org'],
  ['https://desk.org/corrections', 'https://desk.org/corrections'],
  ['the desk, room 4', null],
  ['notes@claim-context.example', null],
])('the contact %s leads to %s', (contact, link) => expect(contactLink(contact)).toBe(link));
