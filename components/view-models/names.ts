import { printedOf } from '../../lib/notes/card-names.ts';
import { roleOf } from '../../lib/notes/card-role.ts';
import type { EntityKind, Note, NoteId } from '../../lib/notes/note.ts';
import { ENTITY_KINDS } from '../../lib/notes/note.ts';
import { counted, type Label, label, type Shown, spelled } from '../../lib/text/messages.ts';
import type { Reading } from './reading.ts';
import { shownArgs } from './reading.ts';

/** One name of the article: an entity once, however often it is named. */
export interface NameItem {
  readonly key: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly state: 'note' | 'undecided' | 'no-note';
  readonly note: NoteId | null;
  /** Post or form and dates; for the others why there is none. */
  readonly detail: readonly Shown[];
  /** Starts of its mentions, in text order. */
  readonly starts: readonly number[];
}

export interface NameGroup {
  readonly heading: Label;
  readonly items: readonly NameItem[];
}

type Mention = Reading['analysis']['mentions'][number];

const keyOf = ({ note, kind, text }: Mention): string => note ?? `${kind}:${text.toLowerCase()}`;

/** What a note says in one line: post or form, from-to. */
export function briefOf(note: Note, { date, locale }: Pick<Reading, 'date' | 'locale'>): Shown[] {
  const role = roleOf(note, date, locale);
  return role ? [role.text, ...(role.dates === null ? [] : [role.dates])] : [];
}

function detailOf(mention: Mention, note: Note | undefined, reading: Reading): Shown[] {
  if (note) {
    const printed = mention.misprint ? mention.text : printedOf(mention.text, note);
    return [...briefOf(note, reading), ...(mention.misprint && printed ? [label('card_printed', printed)] : [])];
  }
  const bearers = mention.candidates.filter((candidate) => reading.notes.has(candidate.note)).length;
  if (bearers > 0) return [counted('names_undecided', bearers, spelled(bearers))];
  const [why] = mention.reason;
  return why ? [label(`evidence_${why.signal}`, ...shownArgs(why.args, reading.locale))] : [];
}

function itemOf(mentions: readonly Mention[], reading: Reading): NameItem {
  // A misprinted or undecided mention has more to say than the first one.
  const mention = mentions.find((one) => one.misprint) ?? mentions[0]!;
  const note = mention.note === null ? undefined : reading.notes.get(mention.note);
  const undecided = mention.note === null && mention.candidates.some(({ note: id }) => reading.notes.has(id));
  return {
    key: keyOf(mention),
    name: note?.name ?? mention.text,
    kind: note?.kind ?? mention.kind,
    state: note ? 'note' : undecided ? 'undecided' : 'no-note',
    note: note?.id ?? null,
    detail: detailOf(mention, note, reading),
    starts: mentions.map((one) => one.start),
  };
}

/** Every name found, each once. */
export function toNameItems(reading: Reading): NameItem[] {
  const byKey = new Map<string, Mention[]>();
  for (const mention of reading.analysis.mentions) {
    const key = keyOf(mention);
    byKey.set(key, [...(byKey.get(key) ?? []), mention]);
  }
  return [...byKey.values()].map((mentions) => itemOf(mentions, reading));
}

/** By kind, in text order; names without a note last. Empty groups are left out. */
export function toNameGroups(items: readonly NameItem[]): NameGroup[] {
  const known = items.filter((item) => item.state !== 'no-note');
  return [
    ...ENTITY_KINDS.map((kind) => ({
      heading: label(`kinds_${kind}`),
      items: known.filter((item) => item.kind === kind),
    })),
    { heading: label('names_no_note'), items: items.filter((item) => item.state === 'no-note') },
  ].filter((group) => group.items.length > 0);
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The items whose name or detail has every word of the query. */
export function findNames(items: readonly NameItem[], query: string, say: (shown: Shown) => string): NameItem[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = fold([item.name, ...item.detail.map(say)].join(' '));
    return words.every((word) => text.includes(word));
  });
}
