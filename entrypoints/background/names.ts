/** The index of all names in use: opened as it was stored, or compiled in slices between which requests are answered. */
import { compileInSteps } from '../../lib/gazetteer/compile.ts';
import { type Gazetteer, openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { type OwnNote, toNote } from '../../lib/notes/own-note.ts';
import { readTogether } from '../../lib/notes/same-subject.ts';
import { createSlices } from '../../lib/store/give-way.ts';
import type { Records } from '../../lib/store/records.ts';
import { type Derived, generationOf, type Store, type StoredPack } from '../../lib/store/store.ts';

/** `at-once`: an index of another edition does for now; `exact`: only one of exactly these packs does. */
export type NamesNeeded = 'at-once' | 'exact';

export interface Names {
  readonly gazetteer: Gazetteer;
  readonly isStale: boolean;
}

function tryOpen(saved: Derived | undefined): Gazetteer | null {
  try {
    return saved ? openGazetteer(saved.bytes) : null;
  } catch {
    // Made by an older version, or damaged: it is derived, so it is made again.
    return null;
  }
}

export async function openNames(
  store: Store,
  packs: readonly StoredPack[],
  records: Records,
  own: readonly OwnNote[],
  needed: NamesNeeded,
): Promise<Names> {
  const generation = `${generationOf(packs)} ${own.map(({ id, name }) => `${id} ${name}`).join('\n')}`;
  // Values as large are kept in files of their own, which cleaners delete: what cannot be read is made again.
  const saved = await store.derived('gazetteer').catch(() => undefined);
  const isExact = saved?.generation === generation;
  const opened = isExact || needed === 'at-once' ? tryOpen(saved) : null;
  // Names without a note of these packs find nothing, so an older index misses new names and does no harm.
  if (opened) return { gazetteer: opened, isStale: !isExact };
  const bytes = await compile(records, own);
  // Not kept when there is no room: it is made again at the next start.
  await store.saveDerived('gazetteer', { generation, bytes }).catch(() => {});
  return { gazetteer: openGazetteer(bytes), isStale: false };
}

/** What of a note the index is made from; the rest of 50,000 notes need not be in memory at once. */
const withoutStatements = (note: Note): Note => ({ ...note, facts: [], sources: {}, notToConfuse: [] });

async function compile(records: Records, own: readonly OwnNote[]): Promise<ArrayBuffer> {
  const notes = new Map<NoteId, Note>();
  const giveWay = createSlices();
  for await (const { note } of records.everyNote()) {
    await giveWay();
    const held = notes.get(note.id);
    const bare = withoutStatements(note);
    notes.set(note.id, held ? readTogether([held, bare]) : bare);
  }
  const steps = compileInSteps([...notes.values(), ...own.map(toNote)]);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await giveWay();
  }
}
