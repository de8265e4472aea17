/** What is held, in the shapes the page and the popup are told. */
import type { CardMention, PackState, StoreState } from '../../lib/messages/protocol.ts';
import { type EntityCard, type PackRef, toEntityCard } from '../../lib/notes/card.ts';
import type { NoteId } from '../../lib/notes/note.ts';
import type { HeldNote } from '../../lib/store/records.ts';
import type { Store, StoredPack } from '../../lib/store/store.ts';
import type { Article } from '../../lib/text/article.ts';
import type { Library } from './library.ts';

/** Day of an ISO time. */
const dayOf = (time: string): string => time.slice(0, 10);

const packRefOf = ({ id, revision }: StoredPack): PackRef => ({
  id,
  title: revision.manifest.title,
  revision: revision.revision,
  date: dayOf(revision.issued),
});

export const packStateOf = ({ id, revision, from }: StoredPack): PackState => ({
  id,
  title: revision.manifest.title,
  publisher: revision.manifest.publisher.name,
  licence: revision.manifest.licence,
  revision: revision.revision,
  date: dayOf(revision.issued),
  notes: revision.counts.notes,
  checks: revision.counts.checks,
  from,
});

export const storeStateOf = (store: Store): StoreState =>
  store.memoryBecause === null ? { kind: 'indexeddb' } : { kind: 'memory', why: store.memoryBecause };

/** The card of a mention, as of the article's date. */
export async function cardOf(
  library: Library,
  mention: CardMention,
  date: Article['date'],
  locale: string,
): Promise<EntityCard> {
  const ids = [mention.note, ...mention.candidates.map((candidate) => candidate.note)].filter((id) => id !== null);
  const held = await library.notesWithReferences(ids);
  return toEntityCard({ mention, date, locale, packCount: library.packs.length, ...notesAndPacks(held) });
}

/** The card of a note that was looked up, not found in an article. */
export async function noteCardOf(library: Library, id: NoteId, locale: string): Promise<EntityCard> {
  const held = await library.notesWithReferences([id]);
  const note = held.get(id)?.note;
  if (!note) throw new Error('That note is no longer held.');
  const mention: CardMention = {
    text: note.name,
    kind: note.kind,
    note: id,
    candidates: [{ note: id, score: 1, evidence: [] }],
    reason: [],
  };
  return toEntityCard({ mention, date: null, locale, packCount: library.packs.length, ...notesAndPacks(held) });
}

const notesAndPacks = (held: ReadonlyMap<NoteId, HeldNote>) => ({
  notes: new Map([...held].map(([id, { note }]) => [id, note])),
  packs: new Map([...held].map(([id, { pack }]) => [id, packRefOf(pack)])),
});
