import type { SourceKind } from '../../lib/attribution/attribution.ts';
import { printedSource } from '../../lib/attribution/printed-source.ts';
import type { Stake } from '../../lib/checks/finding.ts';
import type { CardProvenance } from '../../lib/notes/card.ts';
import { printedOf } from '../../lib/notes/card-names.ts';
import { provenanceOf } from '../../lib/notes/card-provenance.ts';
import { statementsOf } from '../../lib/notes/card-statements.ts';
import type { Fact, Note, NoteId } from '../../lib/notes/note.ts';
import { standingOf } from '../../lib/notes/standing.ts';
import { counted, type Label, label, spelled } from '../../lib/text/messages.ts';
import { contains, type Span } from '../../lib/text/span.ts';
import { citationOf } from './claims.ts';
import { briefOf } from './names.ts';
import { repeats, statementOf } from './origin-links.ts';
import { type Reading, wordsOf } from './reading.ts';
import type { SourceGroupKind, SourceItem } from './source-item.ts';

export interface SourceGroup {
  readonly heading: Label;
  readonly items: readonly SourceItem[];
}

interface Named {
  readonly group: SourceGroupKind;
  readonly note: Note | null;
  readonly printed: string;
  readonly span: Span;
  readonly cue: string;
  readonly attributions: Set<number>;
}

const groupOf = (kind: SourceKind, note: Note | null): SourceGroupKind =>
  note?.kind ?? (kind === 'author' ? 'other' : kind);

/** The name alone out of the words of a source: "Al-Ahram" of "Egypt’s Al-Ahram". */
function printedName(note: NoteId, source: readonly Span[], reading: Reading): string {
  const mention = reading.analysis.mentions.find(
    (one) => one.note === note && source.some((span) => contains(span, one)),
  );
  return mention?.text ?? reading.notes.get(note)?.name ?? '';
}

/** Every source once: by its note, else by its words. The article itself is not a source. */
function namedSources(reading: Reading): Map<string, Named> {
  const named = new Map<string, Named>();
  reading.analysis.attributions.forEach((attribution, index) => {
    const [span] = attribution.source;
    // Nothing rests on who "did not say whether".
    if (attribution.sourceKind === 'author' || attribution.reserve === 'withholds' || !span) return;
    // "They" is whoever the text says they are.
    const { antecedent } = attribution;
    const words = printedSource(reading.analysis.article.text, antecedent ? [antecedent] : attribution.source);
    const held = attribution.sourceNotes.flatMap((id) => reading.notes.get(id) ?? []);
    for (const note of held.length > 0 ? held : [null]) {
      const printed = note ? printedName(note.id, attribution.source, reading) : words;
      const key = note?.id ?? `${attribution.sourceKind}:${printed.toLowerCase()}`;
      const known = named.get(key);
      if (known) known.attributions.add(index);
      else {
        const cue = wordsOf(reading, attribution.cue);
        const group = groupOf(attribution.sourceKind, note);
        named.set(key, { group, note, printed, span, cue, attributions: new Set([index]) });
      }
    }
  });
  return named;
}

const goesBack = (id: string, reading: Reading): Label | null => {
  const held = reading.origins.get(id);
  return held
    ? label('sources_goes_back', held.detail ? label('list_colon', held.name, held.detail) : held.name)
    : null;
};

function hereOf({ note, group, cue }: Named, rests: Pick<SourceItem, 'note' | 'claims' | 'around'>, reading: Reading) {
  if (group === 'vague') return label('sources_unnamed');
  const origin = note && reading.analysis.origins.find(({ outlets }) => outlets.includes(note.id));
  if (note && origin) {
    if (origin.origin === note.id) return label('sources_own');
    const first = repeats(note.id, origin.origin, reading);
    const whose = first && reading.notes.get(first)?.name;
    if (whose) return label('sources_repeats', whose);
    const held = goesBack(origin.origin, reading);
    if (held) return held;
  }
  const statement = statementOf(rests, reading);
  const stated = statement === null ? null : goesBack(statement, reading);
  if (stated) return stated;
  return cue === '' ? null : label('quoted', cue);
}

/** What a source has at stake at the article's date, as its note states it. */
function stakeOf(note: Note | null, { date }: Reading): Fact | null {
  const stakes = note?.facts.filter((fact) => fact.what === 'stake') ?? [];
  const then =
    date && note ? stakes.filter((fact) => !['before', 'after'].includes(standingOf(fact, note, date))) : stakes;
  return then[0] ?? null;
}

/** The claims laid to these attributions, and those that only tell that the source spoke. */
function claimsOf(at: ReadonlySet<number>, { analysis }: Reading): Pick<SourceItem, 'claims' | 'around'> {
  const told = [...at].flatMap((index) => analysis.attributions[index]?.source ?? []);
  const indices = analysis.claims.map((_, index) => index);
  return {
    claims: indices.filter((index) => {
      const { attribution } = analysis.claims[index]!;
      return attribution !== null && at.has(attribution);
    }),
    around: indices.filter((index) => {
      const claim = analysis.claims[index]!;
      return claim.attribution === null && told.some((span) => contains(claim, span));
    }),
  };
}

function citedFor(note: Note | null, tie: Stake | undefined, stake: Fact | null, reading: Reading): CardProvenance[] {
  const showing = { locale: reading.locale };
  if (tie) return tie.citations.map((citation) => citationOf(citation, reading.locale));
  if (!note) return [];
  if (stake) return [...provenanceOf(stake.sources, note, showing)];
  return [...(statementsOf(note, reading.date, showing)[0]?.provenance ?? [])];
}

function itemOf(key: string, named: Named, reading: Reading): SourceItem {
  const { note, printed, group, span, cue, attributions } = named;
  // A stated tie to whom it speaks about here says more than what its note says of it in general.
  const tie = reading.analysis.stakes?.find(({ source }) => source === note?.id);
  const stake = tie ? null : stakeOf(note, reading);
  const rests = { note: note?.id ?? null, ...claimsOf(attributions, reading) };
  return {
    key,
    group,
    name: note?.name ?? printed,
    printed: note ? printedOf(printed, note) : null,
    ...rests,
    is: note ? briefOf(note, reading) : [],
    here: hereOf(named, rests, reading),
    stake: tie?.text ?? stake?.value ?? null,
    provenance: citedFor(note, tie, stake, reading).slice(0, 1),
    span,
    cue,
  };
}

export const toSourceItems = (reading: Reading): SourceItem[] =>
  [...namedSources(reading)].map(([key, named]) => itemOf(key, named, reading));

const ORDER: readonly SourceGroupKind[] = ['outlet', 'official', 'unit', 'other', 'vague'];

export const toSourceGroups = (items: readonly SourceItem[]): SourceGroup[] =>
  ORDER.map((group) => ({
    heading: label(`sources_${group}`),
    items: items.filter((item) => item.group === group),
  })).filter(({ items: some }) => some.length > 0);

/** "Six sources named, three origins behind them": the number of origins leads, not the number of outlets. */
export function sourcesLead(sources: number, origins: number, covered: number): Label {
  if (sources === 0) return label('sources_lead_none');
  const named = counted('sources_count', sources, spelled(sources));
  if (origins === 0) return label('sources_lead_unknown', named);
  const behind = counted('origins_count', origins, spelled(origins));
  if (covered >= sources) return label('sources_lead', named, behind);
  return label('sources_lead_some', named, spelled(covered), behind);
}
