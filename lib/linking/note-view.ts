/** What linking asks of a note: its countries, the titles of its posts with their days, the notes it names. */
import { POST_FACTS } from '../gazetteer/forms.ts';
import { partsOf } from '../gazetteer/people.ts';
import type { Note, NoteId } from '../notes/note.ts';
import { type DayRange, daysMeet, daysOf } from '../text/partial-date.ts';
import { nationsIn } from './nations.ts';
import { titleFamily } from './titles.ts';

export interface Post {
  readonly family: string;
  readonly days: DayRange | null;
}

export interface NoteView {
  readonly note: Note;
  readonly nations: ReadonlySet<string>;
  readonly posts: readonly Post[];
  readonly refs: ReadonlySet<NoteId>;
  /** Folded family name, empty when there is none. */
  readonly family: string;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** The days between two partial dates; open ends reach to the ends of time. */
export function daysBetween(from: string | undefined, to: string | undefined): DayRange | null {
  if (from === undefined && to === undefined) return null;
  const first = from === undefined ? FIRST_DAY : daysOf(from)?.from;
  const last = to === undefined ? LAST_DAY : daysOf(to)?.to;
  return first && last ? { from: first, to: last } : null;
}

/** Whether something held on the article's days; without either date, time plays no part. */
export const heldOn = (days: DayRange | null, date: DayRange | null): boolean => !days || !date || daysMeet(days, date);

const familiesIn = (phrase: string): string[] => phrase.split(/[\s,;/()]+/).flatMap((word) => titleFamily(word) ?? []);

function postsOf(note: Note): Post[] {
  const posts = familiesIn(`${note.form ?? ''} ${note.summary}`).map((family): Post => ({ family, days: null }));
  for (const { what, value, from, to } of note.facts) {
    if (!POST_FACTS.has(what)) continue;
    for (const family of familiesIn(value)) posts.push({ family, days: daysBetween(from, to) });
  }
  return posts;
}

export function viewOf(note: Note): NoteView {
  return {
    note,
    nations: nationsIn(note.country ?? ''),
    posts: note.kind === 'official' ? postsOf(note) : [],
    refs: new Set(note.facts.flatMap(({ ref }) => ref ?? [])),
    family: note.kind === 'official' ? (partsOf(note.name.replace(/\s*\([^()]*\)$/, ''))?.family ?? '') : '',
  };
}
