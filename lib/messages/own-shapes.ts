/** Decoders of the reader's own notes: written in a page of ours, or read from a file that may come from anywhere. */
import * as v from 'valibot';
import { isNoteId, type NoteId } from '../notes/note.ts';
import type { OwnDraft } from '../notes/own-note.ts';
import { OWN_LIMITS, type OwnNote } from '../notes/own-note.ts';
import { kindSchema } from './shapes.ts';

export const ownId = v.pipe(v.string(), v.regex(/^own\/[a-z0-9-]{1,64}$/));
/** One line, as names are. */
export const ownName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(OWN_LIMITS.name),
  v.regex(/^[^\p{Cc}]*$/u),
);
const ownText = v.pipe(v.string(), v.maxLength(OWN_LIMITS.text));
const about = v.nullable(
  v.pipe(
    v.string(),
    v.maxLength(220),
    v.check(isNoteId),
    v.transform((id) => id as NoteId),
  ),
);

export const ownDraftSchema = v.strictObject({
  id: v.nullable(ownId),
  kind: kindSchema,
  name: ownName,
  note: about,
  text: ownText,
}) satisfies v.GenericSchema<unknown, OwnDraft>;

export const ownNoteSchema = v.strictObject({
  id: ownId,
  kind: kindSchema,
  name: ownName,
  note: about,
  text: ownText,
  written: v.pipe(v.string(), v.isoTimestamp()),
}) satisfies v.GenericSchema<unknown, OwnNote>;

/** The notes of a file that can be read, and how many cannot. */
export function decodeOwnNotes(raw: unknown): { readonly notes: OwnNote[]; readonly unreadable: number } {
  const rows = Array.isArray(raw) ? raw.slice(0, OWN_LIMITS.notes) : [];
  const notes = rows.flatMap((row) => {
    const decoded = v.safeParse(ownNoteSchema, row);
    return decoded.success ? decoded.output : [];
  });
  return { notes, unreadable: (Array.isArray(raw) ? raw.length : 0) - notes.length };
}
