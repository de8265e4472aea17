/**
 * A card as plain text for a researcher's notes: who it is, what is said as of the article's date, each statement with
 * its sources' addresses and dates, and the pack and revision, so that it can be cited as it stood. Without the reader's
 * own words, which are not for others.
 */
import type { CardProvenance, CardStatement, EntityCard } from '../../lib/notes/card.ts';
import type { Messages, Shown } from '../../lib/text/messages.ts';

const joined = (parts: readonly (Shown | null | undefined)[], between: string, t: Messages): string =>
  parts.flatMap((part) => (part ? [t.text(part)] : [])).join(between);

const sourceLine = ({ source, url, date, seen, pack }: CardProvenance, t: Messages): string =>
  `  ${joined([source, date, seen, pack], ', ', t)} <${url}>`;

const statementLines = ({ text, dates, relation, provenance }: CardStatement, t: Messages): string[] => [
  `- ${joined([text, dates, relation], ' ', t)}`,
  ...provenance.map((one) => sourceLine(one, t)),
];

export function cardAsText(card: EntityCard, t: Messages): string {
  const { heading, name, forms, lead, role, asOf, misprint, candidates, statements, packs, note } = card;
  const others = forms.map((form) => form.text);
  return [
    [name, ...others].join(' · '),
    t.text(heading),
    ...(lead ? [t.text(lead)] : []),
    ...(role ? [joined([role.text, role.dates], ' · ', t)] : []),
    ...(asOf ? [t.text(asOf)] : []),
    ...(misprint
      ? [`“${misprint.printed}” = ${misprint.of}`, ...misprint.provenance.map((one) => sourceLine(one, t))]
      : []),
    ...candidates.flatMap((one) => [
      `- ${joined([one.name, one.role?.text, one.role?.dates], ' · ', t)}`,
      ...one.provenance.map((source) => sourceLine(source, t)),
    ]),
    ...statements.flatMap((one) => statementLines(one, t)),
    joined([packs, note], ' · ', t),
    '',
  ].join('\n');
}
