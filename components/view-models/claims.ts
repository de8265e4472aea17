import { printedSource } from '../../lib/attribution/printed-source.ts';
import { SURE_SOURCE } from '../../lib/attribution/sureness.ts';
import { FINDING_KINDS, type FindingKind, type Part } from '../../lib/checks/check.ts';
import { type Citation, type Finding, SHOWN_AT_ONCE } from '../../lib/checks/finding.ts';
import type { HeldCheck, ReadElsewhere } from '../../lib/messages/reading.ts';
import type { CardProvenance } from '../../lib/notes/card.ts';
import { dateOfSource, seenOn } from '../../lib/notes/card-provenance.ts';
import { type Label, label, type Shown } from '../../lib/text/messages.ts';
import { relationTo, showDays } from '../../lib/text/show-date.ts';
import type { Span } from '../../lib/text/span.ts';
import { type Reading, shownArgs, wordsOf } from './reading.ts';

/** A run of the claim; strong where a finding is about these words. */
interface ClaimRun {
  readonly text: string;
  readonly strong: boolean;
}

export interface FindingItem {
  readonly kind: FindingKind;
  readonly part: Part | null;
  readonly sentence: Shown;
  /** How the cited date stands to the article's, where that is the finding. */
  readonly relation: Label | null;
  readonly provenance: readonly CardProvenance[];
  /** The same as data, for notes that are taken elsewhere. */
  readonly citations: readonly Citation[];
}

export interface ClaimItem {
  readonly index: number;
  readonly span: Span;
  readonly runs: readonly ClaimRun[];
  readonly attribution: Label;
  /** Whether the article gives a source at all. */
  readonly sourced: boolean;
  readonly findings: readonly FindingItem[];
  /** So many of the first findings are sure: counted, copied and printed. The others are shown when asked for. */
  readonly sure: number;
  /** What articles the reader kept say otherwise. */
  readonly elsewhere: readonly ElsewhereItem[];
}

/** Another telling of the claim, read before. */
export interface ElsewhereItem {
  readonly line: Label;
  readonly before: string;
  readonly url: string;
}

/** Findings below this are not shown even when asked for: a reader's trust is worth more than one finding. */
const SHOWN_FROM = 0.5;

/** Findings in which it matters whether something came before or after the article, and the reports that say it. */
const TIMED: Partial<Record<FindingKind, readonly string[]>> = {
  corrected: ['denies', 'corrects'],
  overtaken: ['overtakes'],
};

/** The claim's text, with the words in question strong. White space is folded as a browser would. */
function runsOf({ start, end }: Span, words: readonly Span[], text: string): ClaimRun[] {
  const cuts = new Set([start, end]);
  for (const word of words) {
    for (const at of [word.start, word.end]) if (at > start && at < end) cuts.add(at);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((to, at) => {
    const from = edges[at]!;
    return {
      text: text.slice(from, to).replace(/\s+/g, ' '),
      strong: words.some((word) => word.start <= from && to <= word.end),
    };
  });
}

/** Who says it, by which words: a name, a source nobody could ask, the article itself, or no one. */
function attributionOf(index: number | null, reading: Reading): Label {
  const attribution = index === null ? undefined : reading.analysis.attributions[index];
  if (!attribution) return label('claims_no_source');
  const cue = wordsOf(reading, attribution.cue);
  const printed = printedSource(reading.analysis.article.text, attribution.source);
  if (attribution.sourceKind === 'author') return label('claims_author');
  if (attribution.sourceKind === 'vague') return label('claims_vague', printed || cue);
  const [note] = attribution.sourceNotes;
  const name = (note && reading.notes.get(note)?.name) || printed;
  if (attribution.confidence < SURE_SOURCE)
    return cue === '' ? label('claims_probably_by', name) : label('claims_probably_by_cue', name, cue);
  return cue === '' ? label('claims_by', name) : label('claims_by_cue', name, cue);
}

const hasSource = (index: number | null, { analysis }: Reading): boolean =>
  index !== null && analysis.attributions[index]?.sourceKind !== 'author';

/** A page cited for a finding or a tie, in the one form in which provenance is shown. */
export function citationOf(citation: Citation, locale: string): CardProvenance {
  const { publisher, citing, url, date, retrieved } = citation;
  return {
    source: citing === undefined ? publisher : label('prov_citing', publisher, citing),
    url,
    date: dateOfSource(date, locale),
    seen: seenOn(retrieved, locale),
  };
}

function relationOf(finding: Finding, { date }: Reading): Label | null {
  const stances = TIMED[finding.finding];
  if (!stances || !date) return null;
  const cited = finding.citations.find(({ stance, date: on }) => stance && stances.includes(stance) && on);
  return cited?.date === undefined ? null : relationTo(date, cited.date);
}

function findingOf(finding: Finding, reading: Reading): FindingItem {
  const { explain, citations, part } = finding;
  return {
    kind: finding.finding,
    part,
    sentence:
      'text' in explain ? explain.text : label(`finding_${explain.key}`, ...shownArgs(explain.args, reading.locale)),
    relation: relationOf(finding, reading),
    provenance: citations.map((citation) => citationOf(citation, reading.locale)),
    citations,
  };
}

function elsewhereOf({ title, url, date, before, part }: ReadElsewhere, locale: string): ElsewhereItem {
  const differs = label(`finding_part_${part}`);
  return {
    line: date
      ? label('claims_read_in_dated', title, showDays(date, locale), differs)
      : label('claims_read_in', title, differs),
    before,
    url,
  };
}

/** A check on its own, in the form in which findings are shown. */
export const heldFindingOf = ({ finding, part, explain, citations }: HeldCheck, locale: string): FindingItem => ({
  kind: finding,
  part,
  sentence: explain,
  relation: null,
  provenance: citations.map((citation) => citationOf(citation, locale)),
  citations,
});

/** The article's claims in text order, each with its attribution and its findings, surest first. */
export function toClaimItems(reading: Reading): ClaimItem[] {
  const { analysis } = reading;
  const byClaim = new Map<number, Finding[]>();
  for (const finding of analysis.findings) {
    if (finding.confidence < SHOWN_FROM) continue;
    byClaim.set(finding.claim, [...(byClaim.get(finding.claim) ?? []), finding]);
  }
  return analysis.claims
    .map((claim, index): ClaimItem => {
      const findings = (byClaim.get(index) ?? []).sort((a, b) => b.confidence - a.confidence);
      return {
        index,
        span: { start: claim.start, end: claim.end },
        runs: runsOf(
          claim,
          findings.filter(({ confidence }) => confidence >= SHOWN_AT_ONCE).flatMap((finding) => finding.words),
          analysis.article.text,
        ),
        attribution: attributionOf(claim.attribution, reading),
        sourced: hasSource(claim.attribution, reading),
        findings: findings.map((finding) => findingOf(finding, reading)),
        elsewhere: reading.readBefore
          .filter((one) => one.claim === index)
          .map((one) => elsewhereOf(one, reading.locale)),
        sure: findings.filter(({ confidence }) => confidence >= SHOWN_AT_ONCE).length,
      };
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** All, those with a finding, those without a source, those read otherwise before, or those with one kind of finding. */
export type ClaimFilter = 'all' | 'findings' | 'unsourced' | 'elsewhere' | FindingKind;

/** What a filter keeps; "nothing held" is not a finding. */
export function keeps(filter: ClaimFilter, { findings, sure, sourced, elsewhere }: ClaimItem): boolean {
  if (filter === 'all') return true;
  if (filter === 'unsourced') return !sourced;
  if (filter === 'elsewhere') return elsewhere.length > 0;
  return findings.slice(0, sure).some(({ kind }) => (filter === 'findings' ? kind !== 'not-held' : kind === filter));
}

/** The three filters every article has, then the kinds of finding this one has, each with its number of claims. */
export const filtersOf = (claims: readonly ClaimItem[]): { readonly filter: ClaimFilter; readonly count: number }[] =>
  (['all', 'findings', 'unsourced', 'elsewhere', ...FINDING_KINDS] as const)
    .map((filter) => ({ filter, count: claims.filter((claim) => keeps(filter, claim)).length }))
    .filter(({ filter, count }, at) => at < 3 || (count > 0 && filter !== 'all'));
