/**
 * The reader's own notes, in a database of their own: what syncs, repairs and rebuilds packs cannot open it, by room
 * (`test/unit/house.test.ts`) and because every transaction over packs is in another database.
 */
import Dexie, { type EntityTable } from 'dexie';
import type { OwnNote } from '../notes/own-note.ts';

export interface OwnNotes {
  /** Whether they are on disk; where nothing may be stored they are gone when the browser closes. */
  readonly kept: boolean;
  /** Newest first. */
  all(): Promise<OwnNote[]>;
  put(notes: readonly OwnNote[]): Promise<void>;
  delete(id: string): Promise<void>;
}

class OwnDatabase extends Dexie {
  readonly own!: EntityTable<OwnNote, 'id'>;
  constructor() {
    super('claim-context-own', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ own: 'id' });
  }
}

const newestFirst = (notes: OwnNote[]): OwnNote[] => notes.sort((a, b) => (a.written < b.written ? 1 : -1));

export function createMemoryOwnNotes(): OwnNotes {
  const notes = new Map<string, OwnNote>();
  return {
    kept: false,
    all: async () => newestFirst([...notes.values()]),
    put: async (some) => {
      for (const note of some) notes.set(note.id, note);
    },
    delete: async (id) => void notes.delete(id),
  };
}

/** The reader's own notes; in memory where nothing may be stored. */
export async function openOwnNotes(): Promise<OwnNotes> {
  const db = new OwnDatabase();
  try {
    await db.open();
    // A browser that keeps nothing refuses the first write, not the opening.
    await db.own.delete('own/probe');
  } catch {
    db.close();
    return createMemoryOwnNotes();
  }
  // Every card asks for them, and none should wait for a sync's writing. Nobody else opens this database.
  let read: Promise<OwnNote[]> | undefined;
  const forget = (): void => {
    read = undefined;
  };
  return {
    kept: true,
    async all() {
      read ??= db.own.toArray().then(newestFirst);
      read.catch(forget);
      return [...(await read)];
    },
    put: (notes) => db.own.bulkPut([...notes]).then(forget),
    delete: (id) => db.own.delete(id).then(forget),
  };
}
