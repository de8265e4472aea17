import type { Note, NoteId, Source } from '../notes/note.ts';
import type { Report } from './check.ts';
import type { Citation } from './finding.ts';

/** The host of an address, for a report whose outlet is neither noted nor named. */
const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1] ?? url;

/** A report as a citation; its publisher is the note's name, the name the author gave, or the host. */
export const citeReport = (report: Report, notes: ReadonlyMap<NoteId, Note>): Citation => {
  const { outlet, name, url, date, retrieved, stance, origin, says, citing } = report;
  const noted = outlet === undefined ? undefined : notes.get(outlet);
  return {
    ...(outlet !== undefined && { outlet }),
    publisher: noted?.name ?? name ?? hostOf(url),
    url,
    ...(date !== undefined && { date }),
    retrieved,
    stance,
    ...(origin !== undefined && { origin }),
    ...(says !== undefined && { says }),
    ...(citing !== undefined && { citing }),
  };
};

/** A note's source as a citation. */
export const citeSource = ({ title, publisher, url, date, retrieved, citing }: Source): Citation => ({
  publisher,
  title,
  url,
  ...(date !== undefined && { date }),
  retrieved,
  ...(citing !== undefined && { citing }),
});

/** The sources of a note's statement, as citations. */
export const citeNote = (note: Note, keys: readonly string[]): Citation[] =>
  keys.flatMap((key) => {
    const source = note.sources[key];
    return source ? [citeSource(source)] : [];
  });
