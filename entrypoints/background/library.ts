/**
 * The notes and checks at hand, opened once and used by every request. The background may be stopped at any moment, so
 * nothing here is the only copy: woken again, it opens what is stored and goes on. A library never changes: after a sync
 * the next one is made beside it and takes its place when it is ready.
 */
import { type Analysis, analyzeArticle } from '../../lib/checks/analyze.ts';
import type { Origin } from '../../lib/checks/check.ts';
import { type CheckIndex, indexChecks } from '../../lib/checks/index-checks.ts';
import { findHits, type Hit } from '../../lib/gazetteer/find.ts';
import type { Mention } from '../../lib/gazetteer/mention.ts';
import { linkMentions } from '../../lib/linking/link.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { type OwnNote, ownNoteId, toNote } from '../../lib/notes/own-note.ts';
import { readTogether } from '../../lib/notes/same-subject.ts';
import { createRecords, type HeldNote } from '../../lib/store/records.ts';
import { inUse, type Store, type StoredPack } from '../../lib/store/store.ts';
import type { Article } from '../../lib/text/article.ts';
import { type NamesNeeded, openNames } from './names.ts';

/** What is wrong with the packs, for the popup; names are still found in whatever could be opened. */
export interface LibraryFailure {
  readonly code: string;
  readonly message: string;
}

export interface Library {
  /** The packs that are read, in the reader's order. */
  readonly packs: readonly StoredPack[];
  readonly failure: LibraryFailure | null;
  /** Its names are those of another edition: they do until the next library is ready. */
  readonly isStale: boolean;
  /** Segments in which something could not be read so far. */
  readonly damaged: ReadonlySet<string>;
  /** `ms`: time spent on matching and on linking. */
  findNames(article: Article): Promise<{ mentions: Mention[]; ms: { match: number; link: number } }>;
  analyze(article: Article): Promise<{ analysis: Analysis; notes: Note[]; origins: Origin[] }>;
  /** What each pack says of the notes asked for, and of those their facts refer to. */
  notesWithReferences(ids: Iterable<NoteId>): Promise<Map<NoteId, readonly HeldNote[]>>;
  /** A name of the reader's own, found under this id. */
  ownName(id: NoteId): OwnNote | undefined;
  /** The notes of all packs; a subject of two packs comes twice. */
  everyNote(): AsyncGenerator<HeldNote>;
  checks(): Promise<CheckIndex>;
}

export interface LibraryParts {
  readonly store: Store;
  readonly own: readonly OwnNote[];
  readonly names: NamesNeeded;
  readonly failure: LibraryFailure | null;
  /** Told once of each segment that something is wrong with. */
  readonly onDamage: (hash: string) => void;
}

export const failureOf = (error: unknown): LibraryFailure => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : 'unexpected',
  message: error instanceof Error ? error.message : String(error),
});

/** Opens what is stored. Never rejects: see `failure`. */
export async function openLibrary(parts: LibraryParts): Promise<Library> {
  let packs: readonly StoredPack[] = [];
  try {
    packs = inUse(await parts.store.packs());
    return await libraryOf(packs, parts);
  } catch (error) {
    return emptyLibrary(packs, parts.failure ?? failureOf(error));
  }
}

async function libraryOf(packs: readonly StoredPack[], parts: LibraryParts): Promise<Library> {
  const { store, own, failure } = parts;
  const damaged = new Set<string>();
  const records = await createRecords(store, packs, (hash) => {
    if (damaged.has(hash)) return;
    damaged.add(hash);
    parts.onDamage(hash);
  });
  const ownNames = new Map(own.filter(({ note }) => note === null).map((one) => [ownNoteId(one), one]));
  const { gazetteer, isStale } = await openNames(store, packs, records, [...ownNames.values()], parts.names);
  let held: Promise<{ checks: CheckIndex; origins: Map<string, Origin> }> | undefined;
  /** Checks are read when a popup first asks for them; names need none. */
  const checks = () => {
    held ??= records.allChecks().then(({ checks: list, origins }) => ({ checks: indexChecks(list), origins }));
    return held;
  };

  async function notesWithReferences(ids: Iterable<NoteId>): Promise<Map<NoteId, readonly HeldNote[]>> {
    const notes = await records.notes(ids);
    const said = [...notes.values()].flat();
    const references = said.flatMap(({ note }) => note.facts.flatMap((fact) => fact.ref ?? []));
    for (const [id, more] of await records.notes(references.filter((id) => !notes.has(id)))) notes.set(id, more);
    return notes;
  }

  /** The notes of the hits as the engine reads them: one for each subject. */
  async function notesOf(hits: readonly Hit[]): Promise<Map<NoteId, Note>> {
    const ids = hits.flatMap((hit) => hit.candidates.map((candidate) => candidate.note));
    const notes = new Map<NoteId, Note>();
    for (const [id, [first, ...others]] of await notesWithReferences(ids)) {
      if (first) notes.set(id, readTogether([first.note, ...others.map(({ note }) => note)]));
    }
    for (const id of ids) {
      const mine = ownNames.get(id);
      if (mine) notes.set(id, toNote(mine));
    }
    return notes;
  }

  return {
    packs,
    failure,
    isStale,
    damaged,
    notesWithReferences,
    ownName: (id) => ownNames.get(id),
    everyNote: () => records.everyNote(),
    checks: async () => (await checks()).checks,
    async findNames(article) {
      const start = performance.now();
      const hits = findHits(article, gazetteer);
      const matched = performance.now();
      const mentions = linkMentions(article, hits, await notesOf(hits));
      return { mentions, ms: { match: matched - start, link: performance.now() - matched } };
    },
    async analyze(article) {
      const notes = await notesOf(findHits(article, gazetteer));
      const { checks: index, origins } = await checks();
      const analysis = analyzeArticle(article, { gazetteer, notes, checks: index, origins });
      return { analysis, notes: [...notes.values()], origins: [...origins.values()] };
    },
  };
}

/** Nothing could be opened: pages are read as ever, and nothing is found in them. */
function emptyLibrary(packs: readonly StoredPack[], failure: LibraryFailure): Library {
  const nothing: Omit<Analysis, 'article'> = { mentions: [], attributions: [], claims: [], findings: [], origins: [] };
  return {
    packs,
    failure,
    isStale: false,
    damaged: new Set(),
    findNames: async () => ({ mentions: [], ms: { match: 0, link: 0 } }),
    analyze: async (article) => ({ analysis: { article, ...nothing }, notes: [], origins: [] }),
    notesWithReferences: async () => new Map(),
    ownName: () => undefined,
    async *everyNote() {},
    checks: async () => indexChecks([]),
  };
}
