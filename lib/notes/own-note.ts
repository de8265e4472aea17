import type { EntityKind, Note, NoteId } from './note.ts';

/**
 * A note the reader wrote. It is about a note of a pack, or about a name no pack has, which is then found on pages like
 * any other. Kept on this machine only; no sync ever touches it.
 */
export interface OwnNote {
  /** `own/` and random letters. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** The pack's note it is about; `null` for a name of the reader's own. */
  readonly note: NoteId | null;
  readonly text: string;
  /** When it was last written, ISO 8601. */
  readonly written: string;
}

/** What is accepted of a note written or imported. */
export const OWN_LIMITS = { notes: 10_000, name: 200, text: 8_000 } as const;

/** The id under which a name of the reader's own is found on pages. */
export const ownNoteId = ({ kind, id }: Pick<OwnNote, 'kind' | 'id'>): NoteId =>
  `${kind}/own.${id.slice(id.indexOf('/') + 1)}` as NoteId;

/** A name of the reader's own as the engine takes it. */
export const toNote = (own: OwnNote): Note => ({
  id: ownNoteId(own),
  kind: own.kind,
  name: own.name,
  aliases: [],
  context: [],
  summary: '',
  facts: [],
  sources: {},
  notToConfuse: [],
});

/** A note as the reader writes it; without an id it is a new one. */
export interface OwnDraft {
  readonly id: string | null;
  readonly kind: EntityKind;
  readonly name: string;
  readonly note: NoteId | null;
  readonly text: string;
}
