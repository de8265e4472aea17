import { type Analysis, analyzeArticle } from '../../../lib/checks/analyze.ts';
import type { Check, Origin } from '../../../lib/checks/check.ts';
import { indexChecks } from '../../../lib/checks/index-checks.ts';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { type EntityKind, type Fact, isNoteId, kindOf, type Note, type NoteId } from '../../../lib/notes/note.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

const SOURCES = {
  gazette: {
    title: 'Appointments',
    publisher: 'Official Gazette',
    url: 'https://gazette.example/1',
    date: '2018-07-01',
    retrieved: '2026-11-20',
  },
};

const noteIdOf = (id: string): NoteId => {
  if (!isNoteId(id)) throw new Error(`${id} is not a note's id`);
  return id;
};

type Given = Partial<Omit<Note, 'aliases'>> & { readonly aliases?: readonly (string | Note['aliases'][number])[] };

const note = (id: string, name: string, { aliases = [], ...given }: Given = {}): Note => ({
  id: noteIdOf(id),
  kind: kindOf(noteIdOf(id)) as EntityKind,
  name,
  aliases: [name, ...aliases].map((alias) => (typeof alias === 'string' ? { text: alias } : alias)),
  context: [],
  summary: '',
  facts: [],
  sources: SOURCES,
  notToConfuse: [],
  ...given,
});

const role = (value: string, from?: string, to?: string): Fact => ({
  what: 'role',
  value,
  ...(from && { from }),
  ...(to && { to }),
  status: 'reported',
  sources: ['gazette'],
});

/** Invented bearers of posts and names; towns as in the minimal pairs. */
const NOTES: readonly Note[] = [
  note('outlet/belen-times', 'Belen Times', {
    facts: [
      {
        what: 'owner',
        value: 'the family of Sami Nur',
        ref: noteIdOf('official/sami-nur'),
        from: '2016',
        to: '2020',
        status: 'reported',
        sources: ['gazette'],
      },
    ],
  }),
  note('outlet/tarin-post', 'Tarin Post'),
  note('outlet/mayar-herald', 'Mayar Herald', {
    facts: [
      {
        what: 'carries',
        value: 'Osmar News Agency',
        ref: noteIdOf('outlet/osmar-news-agency'),
        status: 'reported',
        sources: ['gazette'],
      },
    ],
  }),
  note('outlet/osmar-news-agency', 'Osmar News Agency'),
  note('official/anton-belk', 'Anton Belk', {
    aliases: [
      { text: 'Belk', needs: 'introduction' },
      { text: 'Anton Bilk', misprint: true, sources: ['gazette'] },
    ],
    facts: [
      role('Minister of Defence', '2016-01-01', '2018-06-30'),
      role('defence minister', '2016-01-01', '2018-06-30'),
    ],
  }),
  note('official/sami-nur', 'Sami Nur', { facts: [role('President of Osmaria', '2015-05-01', '2030-05-01')] }),
  note('unit/fifth-corps', 'Fifth Corps', { aliases: ['5th Corps'] }),
  note('unit/fourth-division', 'Fourth Division', { aliases: ['4th Division'] }),
];

export const ORIGINS: ReadonlyMap<string, Origin> = new Map([
  ['origin/one-official', { id: 'origin/one-official', name: 'One unnamed official', named: false }],
]);

/** The engine on a text, with the notes above and the checks given. */
export function analyzeText(text: string, date: string | null, checks: readonly Check[]): Analysis {
  const article = articleFromText({
    id: 'a',
    text,
    ...(date !== null && { date: { from: date, to: date, basis: 'argument' as const } }),
  });
  const notes = new Map(NOTES.map((held) => [held.id, held]));
  return analyzeArticle(article, {
    gazetteer: openGazetteer(compileGazetteer(NOTES)),
    notes,
    checks: indexChecks(checks),
    origins: ORIGINS,
  });
}

/** Findings as a row reads them: `contradicted place hama`, with the check's slug or the message's key. */
export const findingsOf = ({ findings }: Analysis): string[] =>
  findings.map(({ finding, part, check, explain }) =>
    [finding, part, check?.replace('check/', '') ?? ('key' in explain ? explain.key : '')].filter(Boolean).join(' '),
  );
