/** Notes with nothing but names, for rows of tests. */
import type { Alias, EntityKind, Note, NoteId } from '../../../lib/notes/note.ts';

export interface NoteRow extends Partial<Omit<Note, 'id' | 'kind' | 'aliases'>> {
  readonly id: string;
  readonly aliases?: readonly (string | Alias)[];
}

export function note({ id, name, aliases = [], ...rest }: NoteRow): Note {
  return {
    id: id as NoteId,
    kind: id.slice(0, id.indexOf('/')) as EntityKind,
    name: name ?? (typeof aliases[0] === 'string' ? aliases[0] : (aliases[0]?.text ?? id)),
    aliases: aliases.map((alias) => (typeof alias === 'string' ? { text: alias } : alias)),
    context: [],
    summary: '',
    facts: [],
    sources: {},
    notToConfuse: [],
    ...rest,
  };
}
