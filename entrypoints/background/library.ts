/**
 * The notes and checks at hand, opened once and used by every request. The background may be stopped at any moment, so
 * nothing here is the only copy: woken again, it opens what is stored and goes on.
 */
import { type Analysis, analyzeArticle } from '../../lib/checks/analyze.ts';
import type { Origin } from '../../lib/checks/check.ts';
import { type CheckIndex, indexChecks } from '../../lib/checks/index-checks.ts';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findHits, type Hit } from '../../lib/gazetteer/find.ts';
import { type Gazetteer, openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import type { Mention } from '../../lib/gazetteer/mention.ts';
import { linkMentions } from '../../lib/linking/link.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { installBundle } from '../../lib/store/install-bundle.ts';
import { createRecords, type HeldNote, type Records } from '../../lib/store/records.ts';
import { generationOf, type Store, type StoredPack } from '../../lib/store/store.ts';
import type { Article } from '../../lib/text/article.ts';

/** What is wrong with the packs, for the popup; names are still found in whatever could be opened. */
export interface LibraryFailure {
  readonly code: string;
  readonly message: string;
}

export interface Library {
  readonly packs: readonly StoredPack[];
  readonly failure: LibraryFailure | null;
  /** `ms`: time spent on matching and on linking. */
  findNames(article: Article): Promise<{ mentions: Mention[]; ms: { match: number; link: number } }>;
  analyze(article: Article): Promise<{ analysis: Analysis; notes: Note[]; origins: Origin[] }>;
  /** The notes asked for and those their facts refer to. */
  notesWithReferences(ids: Iterable<NoteId>): Promise<Map<NoteId, HeldNote>>;
  allNotes(): AsyncGenerator<HeldNote>;
  checks(): Promise<CheckIndex>;
}

async function openGazetteerOf(store: Store, packs: readonly StoredPack[], records: Records): Promise<Gazetteer> {
  const generation = generationOf(packs);
  const saved = await store.derived('gazetteer');
  if (saved?.generation === generation) {
    try {
      return openGazetteer(saved.bytes);
    } catch {
      // Made by an older version, or damaged: it is derived, so it is made again.
    }
  }
  const notes: Note[] = [];
  for await (const { note } of records.allNotes()) notes.push(note);
  const bytes = compileGazetteer(notes);
  // Not kept when there is no room: it is made again at the next start.
  await store.saveDerived('gazetteer', { generation, bytes }).catch(() => {});
  return openGazetteer(bytes);
}

const failureOf = (error: unknown): LibraryFailure => ({
  code: error instanceof Error && 'code' in error ? String(error.code) : 'unexpected',
  message: error instanceof Error ? error.message : String(error),
});

/** Opens what is stored, after installing the bundled pack when it is not. Never rejects: see `failure`. */
export async function openLibrary(store: Store, readBundle: (path: string) => Promise<Uint8Array>): Promise<Library> {
  let failure: LibraryFailure | null = null;
  let packs: readonly StoredPack[] = [];
  try {
    await installBundle(store, readBundle);
  } catch (error) {
    // The store may still hold an earlier edition, so what is held is opened all the same.
    failure = { ...failureOf(error), code: 'bundle' };
  }
  try {
    packs = await store.packs();
    return await libraryOf(store, packs, failure);
  } catch (error) {
    return emptyLibrary(packs, failure ?? failureOf(error));
  }
}

async function libraryOf(store: Store, packs: readonly StoredPack[], failure: LibraryFailure | null): Promise<Library> {
  const records = await createRecords(store, packs);
  const gazetteer = await openGazetteerOf(store, packs, records);
  let held: Promise<{ checks: CheckIndex; origins: Map<string, Origin> }> | undefined;
  /** Checks are read when a popup first asks for them; names need none. */
  const checks = () => {
    held ??= records.allChecks().then(({ checks: list, origins }) => ({ checks: indexChecks(list), origins }));
    return held;
  };

  async function notesWithReferences(ids: Iterable<NoteId>): Promise<Map<NoteId, HeldNote>> {
    const notes = await records.notes(ids);
    const references = [...notes.values()].flatMap(({ note }) => note.facts.flatMap((fact) => fact.ref ?? []));
    for (const [id, note] of await records.notes(references.filter((id) => !notes.has(id)))) notes.set(id, note);
    return notes;
  }

  const notesOf = async (hits: readonly Hit[]): Promise<Map<NoteId, Note>> => {
    const found = await notesWithReferences(hits.flatMap((hit) => hit.candidates.map((candidate) => candidate.note)));
    return new Map([...found].map(([id, { note }]) => [id, note]));
  };

  return {
    packs,
    failure,
    notesWithReferences,
    allNotes: () => records.allNotes(),
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
    findNames: async () => ({ mentions: [], ms: { match: 0, link: 0 } }),
    analyze: async (article) => ({ analysis: { article, ...nothing }, notes: [], origins: [] }),
    notesWithReferences: async () => new Map(),
    async *allNotes() {},
    checks: async () => indexChecks([]),
  };
}
