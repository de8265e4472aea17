/**
 * An article's claims as notes for a researcher: each with its source, its findings and what they cite, so that every
 * line can be gone after without the extension. Markdown is for reading, CSV for a table of many articles.
 */
import type { Citation } from '../../lib/checks/finding.ts';
import type { PackState } from '../../lib/messages/holdings.ts';
import { type Label, label, type Messages } from '../../lib/text/messages.ts';
import { showDate } from '../../lib/text/show-date.ts';
import type { ClaimItem, FindingItem } from './claims.ts';
import { dateLine, type Reading, titleOf } from './reading.ts';

/** When and with what the claims were compared. */
export interface Capture {
  /** ISO time. */
  readonly at: string;
  readonly packs: readonly PackState[];
}

/** Words that Markdown would read as its own. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');
const surely = ({ findings, sure }: ClaimItem): readonly FindingItem[] => findings.slice(0, sure);
const claimText = (claim: ClaimItem): string => claim.runs.map(({ text }) => text).join('');

/** "Syria 2018–19, revision 41, 12 Nov 2026". */
const packsOf = ({ packs }: Capture, messages: Messages): string =>
  packs
    .map(({ title, revision, date }) =>
      messages.text(
        label('list_comma', label('card_pack_item', title, String(revision)), showDate(date, messages.locale)),
      ),
    )
    .join('; ');

/** When the claims were compared, and with what. */
export const capturedLine = (capture: Capture, messages: Messages): Label =>
  label(
    'claims_captured',
    `${showDate(capture.at.slice(0, 10), messages.locale)}, ${capture.at.slice(11, 16)} UTC`,
    packsOf(capture, messages),
  );

function citedIn(citation: Citation, messages: Messages): string {
  const { publisher, title, citing, url, date, retrieved } = citation;
  const name = title === undefined ? publisher : messages.text(label('prov_titled', publisher, title));
  const whole = citing === undefined ? name : messages.text(label('prov_citing', name, citing));
  const dated = date === undefined ? messages.text(label('prov_undated')) : showDate(date, messages.locale);
  const seen = retrieved === '' ? '' : `, ${messages.text(label('prov_seen', showDate(retrieved, messages.locale)))}`;
  return `[${plain(whole)}](${url.replace(/[()\s]/g, encodeURIComponent)}), ${dated}${seen}`;
}

function findingLines(finding: FindingItem, messages: Messages): string[] {
  const kind = messages.text(label(`finding_label_${finding.kind}`));
  const part = finding.part === null ? '' : `, ${messages.text(label(`finding_part_${finding.part}`))}`;
  const relation = finding.relation === null ? '' : ` (${messages.text(finding.relation)})`;
  return [
    `   - **${kind}${part}:** ${plain(messages.text(finding.sentence))}${relation}`,
    ...finding.citations.map((citation) => `     - ${citedIn(citation, messages)}`),
  ];
}

/** The claims given, numbered as listed. */
export function toMarkdown(
  claims: readonly ClaimItem[],
  reading: Reading,
  capture: Capture,
  messages: Messages,
): string {
  const { article } = reading.analysis;
  const say = (key: string, ...args: string[]): string => messages.text(label(key, ...args));
  return [
    `# ${plain(titleOf(reading) || say('claims_untitled'))}`,
    '',
    ...(article.url === undefined ? [] : [`- <${article.url}>`]),
    `- ${messages.text(dateLine(reading))}`,
    `- ${messages.text(capturedLine(capture, messages))}`,
    '',
    ...claims.flatMap((claim, at) => [
      `${at + 1}. ${plain(claimText(claim))}`,
      `   ${plain(messages.text(claim.attribution))}`,
      ...surely(claim).flatMap((finding) => findingLines(finding, messages)),
    ]),
    '',
  ].join('\n');
}

/** One value of a table: quoted as RFC 4180 asks; never a formula for the program that opens it. */
const cell = (value: string): string => `"${value.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

/** Names of the columns stay the same in every language, so that tables of many readers can be joined. */
const COLUMNS = [
  'article_title',
  'article_url',
  'article_date_from',
  'article_date_to',
  'claim',
  'source',
  'finding',
  'part',
  'explanation',
  'citation_publisher',
  'citation_url',
  'citation_date',
  'citation_retrieved',
  'citation_citing',
  'packs',
  'captured',
] as const;

/** One row for each citation; a finding without one, and a claim without a finding, have a row too. */
export function toCsv(claims: readonly ClaimItem[], reading: Reading, capture: Capture, messages: Messages): string {
  const { article } = reading.analysis;
  const packs = capture.packs.map(({ id, revision }) => `${id}@${revision}`).join(' ');
  const rows = claims.flatMap((claim) =>
    (claim.sure > 0 ? surely(claim) : [null]).flatMap((finding) =>
      (finding && finding.citations.length > 0 ? finding.citations : [null]).map((citation) => [
        titleOf(reading),
        article.url ?? '',
        reading.date?.from ?? '',
        reading.date?.to ?? '',
        claimText(claim),
        messages.text(claim.attribution),
        finding?.kind ?? '',
        finding?.part ?? '',
        finding ? messages.text(finding.sentence) : '',
        citation?.publisher ?? '',
        citation?.url ?? '',
        citation?.date ?? '',
        citation?.retrieved ?? '',
        citation?.citing ?? '',
        packs,
        capture.at,
      ]),
    ),
  );
  return [[...COLUMNS], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
