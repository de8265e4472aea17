import type { Derived, DerivedName, Store, StoredPack, StoredSegment } from './store.ts';

/** A store that works in full and keeps nothing: for browsers that refuse IndexedDB, and for tests of what uses one. */
export function createMemoryStore(because: string): Store {
  const packs = new Map<string, StoredPack>();
  const segments = new Map<string, StoredSegment>();
  const derived = new Map<DerivedName, Derived>();

  return {
    memoryBecause: because,
    packs: async () => [...packs.values()],
    install: async (pack, added) => {
      for (const segment of added) segments.set(segment.hash, segment);
      packs.set(pack.id, pack);
    },
    remove: async (id) => {
      packs.delete(id);
    },
    tables: async (hashes) => {
      const held = hashes.flatMap((hash) => segments.get(hash) ?? []);
      return new Map(held.map(({ hash, blocks }) => [hash, blocks.map(({ bytes: _, ...row }) => row)]));
    },
    block: async (hash, at) => segments.get(hash)?.blocks[at]?.bytes,
    derived: async (name) => derived.get(name),
    saveDerived: async (name, value) => {
      derived.set(name, value);
    },
  };
}
