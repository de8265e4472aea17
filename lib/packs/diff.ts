import type { Check, Report } from '../checks/check.ts';
import type { Alias, Fact, Note, Source } from '../notes/note.ts';
import { type Pack, type PackRecord, recordsOf } from './pack.ts';

/**
 * What changed between two editions of a pack, for its change log: derived from the records, so that it cannot say less
 * than happened; only the reasons are the author's.
 */

export interface FieldChange {
  /** A field of the record; for statements and reports, what they are about: `facts role`, `reports Al-Ahram`. */
  readonly field: string;
  /** As one line; absent for what is new. */
  readonly before?: string;
  /** Absent for what was taken back. */
  readonly after?: string;
}

export interface RecordChange {
  readonly id: string;
  readonly type: Exclude<PackRecord['type'], 'withdrawn'>;
  /** Name of the entity or origin; claim of the check. */
  readonly name: string;
  readonly kind: 'added' | 'changed' | 'withdrawn';
  /** Of a changed record. */
  readonly fields: readonly FieldChange[];
  /** In the author's words, newest last; empty when none was given. */
  readonly reasons: readonly string[];
}

/** A line of a record: `group` says which lines of two editions may be one and the same, changed. */
interface Line {
  readonly group: string;
  readonly text: string;
}

const days = ({ from, to, asOf }: Partial<Pick<Fact, 'from' | 'to' | 'asOf'>>): string => {
  const span = from || to ? `${from ?? '…'} to ${to ?? '…'}` : '';
  return [span, asOf && `as of ${asOf}`].filter(Boolean).join(', ');
};

const withDays = (text: string, when: string): string => (when ? `${text} (${when})` : text);

const factLine = (fact: Fact): Line => ({
  group: `facts ${fact.what}`,
  text:
    withDays(fact.text ? `${fact.value}: ${fact.text}` : fact.value, days(fact)) +
    (fact.status === 'disputed' ? ' [disputed]' : ''),
});

const aliasLine = ({ text, needs, lower, misprint, explain, from, to }: Alias): Line => ({
  group: 'aliases',
  text: withDays(
    [text, needs && `needs ${needs}`, lower && 'lower case', misprint && 'misprint', explain]
      .filter(Boolean)
      .join(', '),
    days({ ...(from && { from }), ...(to && { to }) }),
  ),
});

const pageLine = (
  group: string,
  { title, publisher, url, date, quote, citing }: Partial<Source> & { url: string },
): Line => ({
  group,
  text: [publisher, title, date, citing && `citing ${citing}`, quote && `“${quote}”`, url].filter(Boolean).join(', '),
});

const reportLine = (report: Report): Line => ({
  group: `reports ${report.outlet ?? report.name ?? report.url}`,
  text: [report.stance, report.says, report.quote && `“${report.quote}”`, report.date, report.origin, report.url]
    .filter(Boolean)
    .join(', '),
});

const fieldLines = (record: object, names: readonly string[]): Line[] =>
  names.flatMap((group) => {
    const value = (record as Record<string, unknown>)[group];
    if (value === undefined || value === '') return [];
    return Array.isArray(value)
      ? value.map((item) => ({ group, text: typeof item === 'string' ? item : JSON.stringify(item) }))
      : [{ group, text: typeof value === 'object' ? JSON.stringify(value) : String(value) }];
  });

const noteLines = (note: Note): Line[] => [
  ...fieldLines(note, ['name', 'summary', 'country', 'side', 'form', 'echelon', 'context']),
  ...note.aliases.map(aliasLine),
  ...note.facts.map(factLine),
  ...Object.entries(note.sources).map(([key, source]) => pageLine(`sources ${key}`, source)),
  ...note.notToConfuse.map(({ name }) => ({ group: 'notToConfuse', text: name })),
];

const CHECK_FIELDS = [
  'claim',
  'also',
  'holds',
  'parts',
  'words',
  'needs',
  'unless',
  'speaker',
  'about',
  'when',
  'asOf',
  'place',
  'finding',
  'part',
  'explain',
];
const checkLines = (check: Check): Line[] => [...fieldLines(check, CHECK_FIELDS), ...check.reports.map(reportLine)];

const linesOf = (record: PackRecord): Line[] => {
  if (record.type === 'note') return noteLines(record.value);
  if (record.type === 'check') return checkLines(record.value);
  return fieldLines(record.value, ['name', 'detail', 'date', 'named']);
};

/** Lines that differ, paired within their group in order: the first that went with the first that came. */
function fieldsBetween(before: readonly Line[], after: readonly Line[]): FieldChange[] {
  const key = ({ group, text }: Line): string => `${group}\n${text}`;
  const [old, fresh] = [new Set(before.map(key)), new Set(after.map(key))];
  const gone = before.filter((line) => !fresh.has(key(line)));
  const come = after.filter((line) => !old.has(key(line)));
  const groups = [...new Set([...gone, ...come].map(({ group }) => group))];
  return groups.flatMap((field) => {
    const [were, are] = [gone.filter(({ group }) => group === field), come.filter(({ group }) => group === field)];
    return Array.from({ length: Math.max(were.length, are.length) }, (_, i): FieldChange => {
      const [was, is] = [were[i]?.text, are[i]?.text];
      return { field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
    });
  });
}

const nameOf = (record: PackRecord): string =>
  record.type === 'check' ? record.value.claim : record.type === 'withdrawn' ? record.value.id : record.value.name;

const changesOf = (record: PackRecord) =>
  record.type === 'note' || record.type === 'check' ? (record.value.changes ?? []) : [];

/** Changes in the order of ids; what only the pack's file order or its unseen defaults changed is none. */
export function diffPacks(before: Pack, after: Pack): RecordChange[] {
  const liveOf = (pack: Pack): Map<string, PackRecord> =>
    new Map([...recordsOf(pack)].filter(({ type }) => type !== 'withdrawn').map((record) => [record.value.id, record]));
  const [old, fresh] = [liveOf(before), liveOf(after)];
  const reasons = new Map(after.withdrawals.map(({ id, reason }) => [id, reason]));
  const changes: RecordChange[] = [];
  for (const id of [...new Set([...old.keys(), ...fresh.keys()])].sort()) {
    const [was, is] = [old.get(id), fresh.get(id)];
    const shown = (is ?? was)!;
    const common = { id, type: shown.type as RecordChange['type'], name: nameOf(shown) };
    if (!is) {
      const reason = reasons.get(id);
      changes.push({ ...common, kind: 'withdrawn', fields: [], reasons: reason ? [reason] : [] });
    } else if (!was) {
      changes.push({ ...common, kind: 'added', fields: [], reasons: [] });
    } else {
      const fields = fieldsBetween(linesOf(was), linesOf(is));
      if (fields.length === 0) continue;
      const told = new Set(changesOf(was).map((change) => JSON.stringify(change)));
      const newReasons = changesOf(is).filter((change) => !told.has(JSON.stringify(change)));
      changes.push({ ...common, kind: 'changed', fields, reasons: newReasons.map(({ reason }) => reason) });
    }
  }
  return changes;
}
