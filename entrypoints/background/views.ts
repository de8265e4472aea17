/** What is held, in the shapes the page and the popup are told. */
import type { Holdings, PackFailure, PackSource, PackState, StoreState } from '../../lib/messages/holdings.ts';
import type { CardMention } from '../../lib/messages/reading.ts';
import { coded } from '../../lib/messages/result.ts';
import type { CardOwn, EntityCard, PackNote, PackRef } from '../../lib/notes/card.ts';
import type { NoteId } from '../../lib/notes/note.ts';
import { type OwnNote, ownNoteId, toNote } from '../../lib/notes/own-note.ts';
import { toEntityCard } from '../../lib/notes/to-entity-card.ts';
import { freshnessOf } from '../../lib/packs/freshness.ts';
import { readPublicKey, showKeyId } from '../../lib/packs/keys.ts';
import { isTold, type SyncRecord } from '../../lib/packs/sync-state.ts';
import { titleAmong } from '../../lib/store/pack-title.ts';
import type { HeldNote } from '../../lib/store/records.ts';
import type { StoredPack } from '../../lib/store/store.ts';
import type { Article } from '../../lib/text/article.ts';
import { showDate } from '../../lib/text/show-date.ts';
import type { Opened } from './desk.ts';
import type { Library } from './library.ts';
import { getLost } from './mirror.ts';

/** Day of an ISO time. */
const dayOf = (time: string): string => time.slice(0, 10);
const isoOf = (ms: number): string => new Date(ms).toISOString();

const packRefOf = (pack: StoredPack, packs: readonly StoredPack[]): PackRef => ({
  id: pack.id,
  title: titleAmong(pack, packs),
  revision: pack.revision.revision,
  date: dayOf(pack.revision.issued),
  ...(pack.revision.manifest.contact !== '' && { contact: pack.revision.manifest.contact }),
});

function failureOf(record: SyncRecord, now: number): PackFailure | undefined {
  const { failure } = record;
  if (!failure) return undefined;
  const { code, message, at, detail } = failure;
  const { needed, free, status } = detail;
  return {
    code,
    message,
    at: isoOf(at),
    told: isTold(record, now),
    ...(needed !== undefined && { needed }),
    ...(free !== undefined && { free }),
    ...(status !== undefined && { status }),
  };
}

async function sourceOf(record: SyncRecord, now: number): Promise<PackSource> {
  const [url = ''] = record.urls;
  const failure = failureOf(record, now);
  const keys = await Promise.all(record.roots.map(readPublicKey));
  return {
    url,
    host: new URL(url).host,
    keys: keys.map(({ keyid }) => showKeyId(keyid)),
    paused: record.standing === 'paused',
    ...(record.lastOk !== undefined && { checked: isoOf(record.lastOk) }),
    ...(record.nextAt !== null && { next: isoOf(record.nextAt) }),
    ...(failure && { failure }),
    ...(record.retired && { retired: record.retired }),
  };
}

async function packStateOf(
  pack: StoredPack,
  record: SyncRecord | undefined,
  damaged: ReadonlySet<string>,
  times: { readonly now: number; readonly floor: number },
): Promise<PackState> {
  const { id, revision, from, off, bytes, segments } = pack;
  const { manifest, counts } = revision;
  const known = record && record.standing !== 'removed' ? await sourceOf(record, times.now) : null;
  return {
    id,
    title: manifest.title,
    publisher: manifest.publisher.name,
    ...(manifest.contact !== '' && { contact: manifest.contact }),
    licence: manifest.licence,
    languages: manifest.languages,
    revision: revision.revision,
    date: dayOf(revision.issued),
    notes: counts.notes,
    checks: counts.checks,
    size: bytes,
    from,
    inUse: off !== true,
    source: known,
    // A pack that its publisher has ended is as old as it says, and no promise is broken by that.
    freshness: from === 'synced' && !record?.retired ? freshnessOf(revision, times.now, times.floor) : null,
    damaged: segments.some((hash) => damaged.has(hash)),
  };
}

async function storeStateOf({ store, own }: Opened): Promise<StoreState> {
  if (store.memoryBecause !== null) {
    // A browser that refuses both databases keeps nothing on purpose; when only the packs' is refused, it is broken.
    return { kind: 'memory', why: own.kept ? 'damaged' : store.memoryBecause };
  }
  const lost = await getLost();
  return { kind: 'indexeddb', ...(lost && { lost }) };
}

/** Everything that is held, for popup and settings. */
export async function holdingsOf(opened: Opened): Promise<Holdings> {
  const { store, history, library } = opened;
  const [packs, records, withdrawn, state] = await Promise.all([
    store.packs(),
    store.records(),
    history.withdrawn(),
    storeStateOf(opened),
  ]);
  const now = Date.now();
  // The notes of the program were closed before it was built: no right clock is before that. What a publisher says of the
  // time is held against its own pack alone.
  const bundled = packs.filter(({ from }) => from === 'bundled');
  const floor = Math.max(0, ...bundled.map(({ revision }) => Date.parse(revision.issued)));
  const recordOf = (id: string): SyncRecord | undefined => records.find(({ pack }) => pack === id);
  const pending = records.filter(
    ({ pack, standing }) => standing !== 'removed' && !packs.some(({ id }) => id === pack),
  );
  return {
    packs: await Promise.all(
      packs.map((pack) => packStateOf(pack, recordOf(pack.id), library.damaged, { now, floor })),
    ),
    pending: await Promise.all(
      pending.map(async (record) => ({
        id: record.pack,
        title: record.title ?? record.pack,
        source: await sourceOf(record, now),
      })),
    ),
    store: state,
    withdrawn,
  };
}

const ownOf = ({ id, text, written }: OwnNote, locale: string): CardOwn => ({
  id,
  text,
  date: showDate(dayOf(written), locale),
});

/** What the reader wrote of a mention: of its note, or of the name when no pack has one. */
export function ownFor(own: readonly OwnNote[], mention: CardMention): OwnNote | undefined {
  const { note, text } = mention;
  if (note !== null) return own.find((one) => one.note === note || ownNoteId(one) === note);
  return own.find((one) => one.note === null && one.name.toLowerCase() === text.toLowerCase());
}

/** The card of a mention, as of the article's date. */
export async function cardOf(
  { library, own }: Pick<Opened, 'library' | 'own'>,
  mention: CardMention,
  date: Article['date'],
  locale: string,
): Promise<EntityCard> {
  const ids = [mention.note, ...mention.candidates.map((candidate) => candidate.note)].filter((id) => id !== null);
  const held = await library.notesWithReferences(ids);
  const mine = ownFor(await own.all(), mention);
  return toEntityCard({
    mention,
    date,
    locale,
    packCount: library.packs.length,
    ...notesAndPacks(held, ids, library),
    ...(mine && { own: ownOf(mine, locale) }),
  });
}

/** The card of a note that was looked up, not found in an article. */
export async function noteCardOf(
  opened: Pick<Opened, 'library' | 'own'>,
  id: NoteId,
  date: Article['date'] | undefined,
  locale: string,
): Promise<EntityCard> {
  const held = (await opened.library.notesWithReferences([id])).get(id)?.[0]?.note;
  const mine = opened.library.ownName(id);
  const note = held ?? (mine && toNote(mine));
  if (!note) throw coded('no-note', 'That note is no longer held.');
  const mention: CardMention = {
    text: note.name,
    kind: note.kind,
    note: id,
    candidates: [{ note: id, score: 1, evidence: [] }],
    reason: [],
  };
  const card = await cardOf(opened, mention, date ?? null, locale);
  // Beside no article there is no date to miss.
  return date === undefined ? { ...card, asOf: null } : card;
}

function notesAndPacks(held: ReadonlyMap<NoteId, readonly HeldNote[]>, ids: readonly NoteId[], library: Library) {
  const notes = new Map([...held].flatMap(([id, [first]]) => (first ? [[id, first.note] as const] : [])));
  for (const id of ids) {
    const mine = library.ownName(id);
    if (mine) notes.set(id, toNote(mine));
  }
  return {
    notes,
    packs: new Map(
      [...held].flatMap(([id, [first]]) => (first ? [[id, packRefOf(first.pack, library.packs)] as const] : [])),
    ),
    others: new Map(
      [...held].map(([id, [, ...others]]) => [
        id,
        others.map(({ note, pack }): PackNote => ({ note, pack: packRefOf(pack, library.packs) })),
      ]),
    ),
  };
}
