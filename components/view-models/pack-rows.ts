/** What the settings say of a pack, field by field. */
import type { PackSource, PackState, PendingPack } from '../../lib/messages/holdings.ts';
import { contactLink } from '../../lib/notes/correction.ts';
import { label, type Messages, type Shown } from '../../lib/text/messages.ts';
import { showDate } from '../../lib/text/show-date.ts';
import { showSize } from '../../lib/text/show-size.ts';
import { showAgo } from '../../lib/text/show-time.ts';
import { amount } from './amount.ts';
import { failureLines } from './notices.ts';

/** `link` is where all of the lines lead. */
export type PackRow = readonly [field: string, lines: readonly Shown[], link?: string];

function checkedLines(source: PackSource, now: number, t: Messages): Shown[] {
  const heard =
    source.checked === undefined
      ? label('options_never_checked')
      : label('options_checked_value', showAgo(Date.parse(source.checked), now, t.locale));
  return [heard, ...failureLines(source, now, t)];
}

function nextLine({ paused, retired, next }: PackSource, now: number, t: Messages): Shown {
  if (retired) return label('options_next_retired', retired.reason);
  if (paused) return label('options_next_paused');
  const at = next === undefined ? now : Date.parse(next);
  return at <= now ? label('options_next_soon') : label('options_next_value', showAgo(at, now, t.locale));
}

const sourceRows = (source: PackSource, now: number, t: Messages): PackRow[] => [
  ['options_checked', checkedLines(source, now, t)],
  ['options_next', [nextLine(source, now, t)]],
  ['options_from', [source.host]],
  // A key has no language: its groups are read from the left everywhere.
  ['options_key', source.keys.map((key): Shown => key)],
];

/** A reserved name leads nowhere; it is told as it is written. */
function contactRows({ contact }: PackState): PackRow[] {
  if (contact === undefined) return [];
  const link = contactLink(contact);
  return [link === null ? ['options_contact', [contact]] : ['options_contact', [contact], link]];
}

export function packRows(pack: PackState | PendingPack, now: number, t: Messages): PackRow[] {
  const { source } = pack;
  if (!('revision' in pack)) return source ? sourceRows(source, now, t) : [];
  const { revision, date, notes, checks, size, from } = pack;
  const held: Shown[] = [
    amount('notes_count', notes, t.locale),
    amount('checks_count', checks, t.locale),
    showSize(size, t.locale),
  ];
  return [
    ['options_revision', [label(`options_revision_${from}`, String(revision), showDate(date, t.locale))]],
    ['options_holds', [label('options_holds_value', ...held)]],
    ...(source
      ? sourceRows(source, now, t)
      : ([['options_from', [label('options_from_bundled')]]] satisfies PackRow[])),
    ...contactRows(pack),
  ];
}
