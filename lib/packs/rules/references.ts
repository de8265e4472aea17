import type { Fact, Note, NoteId } from '../../notes/note.ts';
import { isNoteId } from '../../notes/note.ts';
import type { Rule } from './rule.ts';
import { certainDays, certainlyOverlap, factsOf, fold, shorten } from './rule.ts';

// Fields of which an entity has one at a time; two values at once are a conflict that has to be told as one.
const SINGLE = new Set(['founded', 'ended', 'death', 'based', 'parent', 'owner', 'strength', 'rank']);
/** Of these there is one for good, whatever the dates. */
const ONCE = new Set(['founded', 'ended', 'death']);

const yearsOf = (text: string): string[] => text.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? [];

/** Whether two values of one field can both be right: the same year, or one said more exactly than the other. */
function agree(a: Fact, b: Fact): boolean {
  if (a.ref && a.ref === b.ref) return true;
  const [x, y] = [fold(a.value), fold(b.value)];
  if (x.includes(y) || y.includes(x)) return true;
  const years = yearsOf(a.value);
  return years.length > 0 && yearsOf(b.value).some((year) => years.includes(year));
}

function meet(a: Fact, b: Fact): boolean {
  if (ONCE.has(a.what)) return true;
  const [first, second] = [certainDays(a), certainDays(b)];
  // Two undated statements are both told as holding now.
  if (!first || !second) return !a.from && !a.to && !a.asOf && !b.from && !b.to && !b.asOf;
  return certainlyOverlap(first, second) || (first.from === second.from && first.to === second.to);
}

export const referenceRules: readonly Rule[] = [
  {
    id: 'missing-note',
    asks: 'Every note that is referred to is in the pack.',
    mend: 'Set the id right, write the note, or name it without an id.',
    check({ pack }, tell) {
      const ids = new Set<string>(pack.notes.map((note) => note.id));
      const see = (record: string, at: string, id: NoteId | undefined): void => {
        if (id !== undefined && !ids.has(id)) tell(record, at, `${id} is not in the pack`);
      };
      for (const note of pack.notes) {
        for (const { fact, at } of factsOf(note)) see(note.id, `${at}.ref`, fact.ref);
        note.notToConfuse.forEach((other, i) => {
          see(note.id, `notToConfuse[${i}].note`, other.note);
        });
      }
      for (const check of pack.checks) {
        check.about.forEach((id, i) => {
          see(check.id, `about[${i}]`, id);
        });
        check.reports.forEach((report, i) => {
          see(check.id, `reports[${i}].outlet`, report.outlet);
        });
        see(check.id, 'speaker', check.speaker);
        check.needs?.forEach((row, i) => {
          row.forEach((word, j) => {
            if (isNoteId(word)) see(check.id, `needs[${i}][${j}]`, word);
          });
        });
      }
    },
  },
  {
    id: 'missing-origin',
    asks: 'Every origin that a report goes back to is in the pack.',
    mend: 'Write the origin record, or set the slug right.',
    check({ pack }, tell) {
      const ids = new Set<string>([...pack.origins, ...pack.notes].map(({ id }) => id));
      for (const check of pack.checks) {
        check.reports.forEach((report, i) => {
          if (report.origin && !ids.has(report.origin))
            tell(check.id, `reports[${i}].origin`, `${report.origin} is not in the pack`);
        });
      }
    },
  },
  {
    id: 'unused-origin',
    asks: 'Every origin is named by a report.',
    mend: 'Name it where a report goes back to it, or take it out.',
    check({ pack }, tell) {
      const named = new Set(pack.checks.flatMap((check) => check.reports.map((report) => report.origin)));
      for (const { id } of pack.origins) if (!named.has(id)) tell(id, '', 'no report goes back to it');
    },
  },
  {
    id: 'unmarked-conflict',
    asks: 'Statements that contradict each other are told as a conflict.',
    mend: 'Make one statement of them with both values and `status: disputed`; or set the dates right.',
    check({ pack }, tell) {
      const told = (note: Note, a: Fact, b: Fact, at: string): void =>
        tell(note.id, at, `${a.what}: “${shorten(a.value, 40)}” and “${shorten(b.value, 40)}” cannot both be so`);
      for (const note of pack.notes) {
        const facts = factsOf(note).filter(({ fact }) => SINGLE.has(fact.what) && fact.status !== 'disputed');
        facts.forEach(({ fact: a }, i) => {
          for (const { fact: b, at } of facts.slice(i + 1)) {
            if (a.what === b.what && meet(a, b) && !agree(a, b)) told(note, a, b, at);
          }
        });
      }
    },
  },
];
