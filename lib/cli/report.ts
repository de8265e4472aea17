/** An analysis as a report a person likes to read in a terminal: sources, claims, names; nothing that rates. */

import { styleText } from 'node:util';
import { printedSource } from '../attribution/printed-source.ts';
import type { Analysis, Knowledge } from '../checks/analyze.ts';
import { type Finding, SHOWN_AT_ONCE } from '../checks/finding.ts';
import type { Mention } from '../gazetteer/mention.ts';
import { ENTITY_KINDS, type EntityKind, type NoteId } from '../notes/note.ts';
import { showDate, showDays } from '../text/show-date.ts';
import { type Span, sliceOf } from '../text/span.ts';
import type { Wording } from './analysis-json.ts';

/** What the report needs to know beside the analysis. */
export type Held = Pick<Knowledge, 'notes' | 'origins'>;

export interface ReportOptions {
  readonly colour: boolean;
  readonly columns: number;
}

const KIND_TITLES: Record<EntityKind, string> = { outlet: 'Outlets', official: 'Officials', unit: 'Units' };
const LOCALE = 'en';

type Style = Parameters<typeof styleText>[0];

class Page {
  readonly #lines: string[] = [];
  readonly #options: ReportOptions;

  constructor(options: ReportOptions) {
    this.#options = options;
  }

  style(style: Style, text: string): string {
    return this.#options.colour ? styleText(style, text, { validateStream: false }) : text;
  }

  line(text = ''): void {
    this.#lines.push(text);
  }

  /** A paragraph broken at the terminal's width, hung under its first line. */
  wrapped(text: string, indent: number, style?: Style): void {
    const width = Math.max(40, Math.min(this.#options.columns, 100)) - indent;
    let line = '';
    const flush = () => this.line(' '.repeat(indent) + (style ? this.style(style, line) : line));
    for (const word of text.split(/\s+/)) {
      if (line !== '' && line.length + 1 + word.length > width) {
        flush();
        line = '';
      }
      line += line === '' ? word : ` ${word}`;
    }
    if (line !== '') flush();
  }

  toString(): string {
    return this.#lines.join('\n');
  }
}

const textOf = (text: string, spans: readonly Span[]): string =>
  spans.map((part) => sliceOf(text, part).replace(/\s+/g, ' ')).join(' … ');

export function toReport(analysis: Analysis, knowledge: Held, wording: Wording, options: ReportOptions): string {
  const page = new Page(options);
  const nameOf = (id: NoteId): string => knowledge.notes.get(id)?.name ?? id;
  const { article } = analysis;

  page.line();
  page.wrapped(article.title ?? firstLine(analysis), 0, 'bold');
  page.line(
    page.style(
      'dim',
      article.date ? `As of ${showDays(article.date, LOCALE)}.` : 'No date found: notes are told without “as of”.',
    ),
  );

  sources(page, analysis, nameOf, knowledge);
  claims(page, analysis, nameOf, wording);
  names(page, analysis, nameOf, wording);
  return page.toString();
}

const firstLine = ({ article }: Analysis): string =>
  article.blocks[0] ? sliceOf(article.text, article.blocks[0]).slice(0, 200) : article.id;

function heading(page: Page, title: string, count: number): void {
  page.line();
  page.line(`${page.style('bold', title)} ${page.style('dim', String(count))}`);
}

function sources(page: Page, analysis: Analysis, nameOf: (id: NoteId) => string, { origins }: Held): void {
  heading(page, 'Origins', analysis.origins.length);
  for (const group of analysis.origins) {
    const origin = origins.get(group.origin);
    const what = origin ? [origin.name, origin.detail].filter(Boolean).join(': ') : nameOf(group.origin as NoteId);
    page.wrapped(`${group.outlets.map(nameOf).join(', ') || 'No outlet named'} → ${what}`, 2);
  }
  for (const { source, text, citations } of analysis.stakes ?? []) {
    page.wrapped(`${nameOf(source)}, at stake: ${text} (${citations.map((cited) => cited.publisher).join(', ')})`, 2);
  }
  if (analysis.origins.length === 0) page.line('  No claim here goes back to an outlet or an origin that is held.');
}

function claims(page: Page, analysis: Analysis, nameOf: (id: NoteId) => string, wording: Wording): void {
  const { article, attributions } = analysis;
  heading(page, 'Claims', analysis.claims.length);
  analysis.claims.forEach((claim, at) => {
    const attribution = claim.attribution === null ? null : attributions[claim.attribution];
    const found = analysis.findings.filter((finding) => finding.claim === at && finding.confidence >= SHOWN_AT_ONCE);
    page.wrapped(sliceOf(article.text, claim), 2);
    const who =
      attribution?.sourceNotes.map(nameOf).join(', ') ||
      (attribution && printedSource(article.text, attribution.source));
    const cue = attribution && textOf(article.text, attribution.cue);
    page.wrapped(
      who ? `${who}${cue ? `, “${cue}”` : ''}` : cue ? `No one named: “${cue}”` : 'No source given',
      4,
      'dim',
    );
    for (const finding of found) findingLines(page, finding, wording);
  });
}

function findingLines(page: Page, finding: Finding, wording: Wording): void {
  const label = finding.finding.replace('-', ' ') + (finding.part ? `, ${finding.part}` : '');
  page.wrapped(`${page.style('bold', label)}: ${wording.explain(finding.explain)}`, 4);
  for (const { publisher, date, url } of finding.citations) {
    page.line(page.style('dim', `      ${publisher}, ${date ? showDate(date, LOCALE) : 'undated'}  ${url}`));
  }
}

function names(page: Page, { mentions }: Analysis, nameOf: (id: NoteId) => string, wording: Wording): void {
  for (const kind of ENTITY_KINDS) {
    const groups = new Map<string, Mention[]>();
    for (const mention of mentions.filter((each) => each.kind === kind)) {
      const key =
        mention.note ?? `${mention.candidates.length > 0 ? 'undecided' : 'none'}:${mention.text.toLowerCase()}`;
      groups.set(key, [...(groups.get(key) ?? []), mention]);
    }
    heading(page, KIND_TITLES[kind], groups.size);
    for (const [first, ...rest] of [...groups.values()].map((group) => [group[0]!, ...group.slice(1)] as const)) {
      const times = rest.length > 0 ? ` ×${rest.length + 1}` : '';
      page.line(`  ${describe(first, nameOf)}${page.style('dim', times)}`);
      if (first.reason.length > 0) page.wrapped(wording.reason(first.reason), 4, 'dim');
      for (const odd of [first, ...rest].filter((mention) => mention.misprint)) {
        page.wrapped(`printed here as “${odd.text}”${odd.misprint?.explain ? `: ${odd.misprint.explain}` : ''}`, 4);
      }
    }
  }
}

function describe(mention: Mention, nameOf: (id: NoteId) => string): string {
  if (mention.note) return nameOf(mention.note);
  if (mention.candidates.length === 0) return `${mention.text} (no note yet)`;
  return `${mention.text} (not decided: ${mention.candidates.map(({ note }) => nameOf(note)).join(' or ')})`;
}
