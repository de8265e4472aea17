/** What linking asks of a note: its countries, the titles of its posts with their days, the notes it names. */
import { splitNation } from '../gazetteer/derived-forms.ts';
import { POST_FACTS } from '../gazetteer/forms.ts';
import { nationsIn } from '../gazetteer/nations.ts';
import { partsOf } from '../gazetteer/people.ts';
import type { Note, NoteId } from '../notes/note.ts';
import { type DayRange, daysMeet, daysOf } from '../text/partial-date.ts';
import { titleFamily } from './titles.ts';

export interface Post {
  readonly family: string;
  readonly days: DayRange | null;
}

export interface NoteView {
  readonly note: Note;
  /** Its name without what tells it from its namesakes. */
  readonly bare: string;
  readonly nations: ReadonlySet<string>;
  /** Its countries, or else those its name begins or ends with. */
  readonly homes: ReadonlySet<string>;
  readonly posts: readonly Post[];
  /** What tells it from its namesakes, when no context word does: "Hong Kong" of "Labour Party (Hong Kong)". */
  readonly told: string | null;
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

/** Not the name over again: "Special Air Service (SAS)". */
function toldApart({ name, aliases, context }: Note): string | null {
  const told = /\(([^()]+)\)$/.exec(name)?.[1];
  const isName = told !== undefined && (/^\p{Lu}+$/u.test(told) || aliases.some(({ text }) => text === told));
  return told === undefined || isName || context.includes(told) ? null : told;
}

export function viewOf(note: Note): NoteView {
  const nations = nationsIn(note.country ?? '');
  const bare = note.name.replace(/\s*\([^()]*\)$/, '');
  const named = nations.size > 0 ? null : splitNation(bare);
  return {
    note,
    bare,
    nations,
    homes: named ? nationsIn(named.nation) : nations,
    posts: note.kind === 'official' ? postsOf(note) : [],
    told: toldApart(note),
    refs: new Set(note.facts.flatMap(({ ref }) => ref ?? [])),
    family: note.kind === 'official' ? (partsOf(bare)?.family ?? '') : '',
  };
}
