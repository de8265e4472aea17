/** What must hold after every case, whatever went wrong with the packs. */
import { expect } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import type { NoteId } from '../../lib/notes/note.ts';
import type { OwnNote } from '../../lib/notes/own-note.ts';
import type { SyncingReader } from './syncing.ts';

/** An outlet, an official and a unit that came with the extension. */
const FIXED = ['outlet/jerusalem-post', 'official/vladimir-putin', 'unit/syria-4th-division'] as NoteId[];

const written = '2026-11-20T10:00:00.000Z';
const MINE: readonly OwnNote[] = [
  {
    id: 'own/1',
    kind: 'unit',
    name: 'Mine',
    note: null,
    text: 'My words, “quoted” – and \u05e9\u05dc\u05d9.',
    written,
  },
  { id: 'own/2', kind: 'official', name: 'Vladimir Putin', note: FIXED[1]!, text: 'Of a note that is held.', written },
];

const ownRows = (reader: SyncingReader): Promise<string> => reader.rowsIn('own', 'claim-context-own');

/** Which of the three can be looked up now. */
async function fixedNotes(reader: SyncingReader): Promise<NoteId[]> {
  const found: NoteId[] = [];
  for (const note of FIXED) if ((await reader.reader.ask('getNoteCard', { note })).ok) found.push(note);
  return found;
}

export interface Invariants {
  /** Own notes byte for byte, three notes looked up, no pack older than it was, and whole. */
  hold(): Promise<void>;
}

/** Has the reader write notes, and holds what is there now against what is there after the case. */
export async function invariantsOf(reader: SyncingReader): Promise<Invariants> {
  await reader.reader.ask('importOwn', { notes: [...MINE] });
  const own = await ownRows(reader);
  expect(JSON.parse(own)).toHaveLength(MINE.length);
  let revision = (await reader.pack())?.revision ?? 0;
  return {
    async hold() {
      expect(await ownRows(reader)).toBe(own);
      expect(await fixedNotes(reader)).toEqual(FIXED);
      // A part that broke is fetched again a moment later.
      const pack = await until('the pack to be whole', async () => {
        const one = (await reader.pack()) ?? { revision: 0, damaged: false };
        return !one.damaged && one;
      });
      expect(pack.revision === 0 || pack.revision >= revision).toBe(true);
      revision = pack.revision || revision;
    },
  };
}
