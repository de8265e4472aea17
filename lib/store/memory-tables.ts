import type { PieceKey } from './store.ts';
import type { AllTables, PieceRow, Pieces, Rows, Tables } from './tables.ts';

/** Tables that keep nothing: for browsers that refuse IndexedDB, and for tests of the store's rules. */

interface Undoable {
  snapshot(): () => void;
}

function createRows<R, K>(keyOf: (row: R) => K): Rows<R, K> & Undoable {
  let rows = new Map<string, R>();
  const textOf = (key: K): string => JSON.stringify(key);
  return {
    get: async (key) => rows.get(textOf(key)),
    getMany: async (keys) => keys.map((key) => rows.get(textOf(key))),
    all: async () => [...rows.values()],
    async put(added) {
      // What is stored is a copy, as in a database.
      for (const row of added) rows.set(textOf(keyOf(row)), structuredClone(row));
    },
    async delete(keys) {
      for (const key of keys) rows.delete(textOf(key));
    },
    snapshot() {
      const before = new Map(rows);
      return () => {
        rows = before;
      };
    },
  };
}

function createPieces(): Pieces & Undoable {
  const rows = createRows<PieceRow, PieceKey>(({ hash, at }) => [hash, at]);
  return {
    ...rows,
    async deleteOf(hashes) {
      const gone = new Set(hashes);
      const keys = (await rows.all()).filter(({ hash }) => gone.has(hash)).map(({ hash, at }): PieceKey => [hash, at]);
      await rows.delete(keys);
    },
  };
}

export function createMemoryTables(): Tables {
  const tables = {
    packs: createRows<Parameters<AllTables['packs']['put']>[0][number], string>(({ id }) => id),
    segments: createRows<Parameters<AllTables['segments']['put']>[0][number], string>(({ hash }) => hash),
    blocks: createPieces(),
    places: createPieces(),
    derived: createRows<Parameters<AllTables['derived']['put']>[0][number], string>(({ name }) => name),
    sync: createRows<Parameters<AllTables['sync']['put']>[0][number], string>(({ pack }) => pack),
    changes: createRows<Parameters<AllTables['changes']['put']>[0][number], string>(({ key }) => key),
    seen: createRows<Parameters<AllTables['seen']['put']>[0][number], string>(({ key }) => key),
    withdrawn: createRows<Parameters<AllTables['withdrawn']['put']>[0][number], string>(({ key }) => key),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...tables,
    write(names, work) {
      // One after the other, as transactions over the same tables are.
      const turn = last.then(async () => {
        const undo = names.map((name) => tables[name].snapshot());
        try {
          return await work();
        } catch (error) {
          for (const restore of undo) restore();
          throw error;
        }
      });
      last = turn.catch(() => {});
      return turn;
    },
  };
}
