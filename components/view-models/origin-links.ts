/**
 * Which source of the article goes back to which origin. Outlets come grouped by the engine; an official goes back to
 * the interview or statement that held reports quote, else to nobody but himself; a source nobody could ask may mean
 * any of the origins its claims were reported from.
 */
import type { Citation } from '../../lib/checks/finding.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import type { Reading } from './reading.ts';
import type { SourceItem } from './source-item.ts';

/** `own`: its own report. `repeats`: passes on another's. `reading`: our reading, the article does not say. */
export type LineKind = 'own' | 'repeats' | 'reading';

export interface OriginLink {
  readonly source: SourceItem;
  readonly kind: LineKind;
  /** The source whose report this one passes on. */
  readonly whose: string | null;
}

/** One origin and the sources that go back to it. */
export interface OriginLinks {
  /** Id of a held origin or of a note, or the key of the source that is its own origin. */
  readonly id: string;
  /** The source that is its own origin: an official who speaks. */
  readonly self: SourceItem | null;
  readonly claims: number;
  readonly links: readonly OriginLink[];
}

interface Draft {
  readonly id: string;
  self: SourceItem | null;
  readonly claims: Set<number>;
  readonly links: OriginLink[];
}

/**
 * Whose report an outlet passes on. The article may say so ("X, citing Y"); else the cited reports do: the outlet of the
 * same origin that does not repeat.
 */
export function repeats(outlet: NoteId, origin: string, { analysis }: Reading): NoteId | null {
  for (const { sourceNotes, citing, inner } of analysis.attributions) {
    const chain = citing === undefined ? undefined : analysis.attributions[citing];
    const cited = inner?.notes[0] ?? chain?.inner?.notes[0] ?? chain?.sourceNotes[0];
    if (cited !== undefined && cited !== outlet && sourceNotes.includes(outlet)) return cited;
  }
  const reports = analysis.findings.flatMap(({ citations }) => citations).filter((cited) => cited.origin === origin);
  if (!reports.some((report) => report.outlet === outlet && report.stance === 'repeats')) return null;
  return reports.find((report) => report.outlet !== outlet && report.stance !== 'repeats')?.outlet ?? null;
}

/** Words of a name shorter than this ("al", "de", "Sr") do not tell whom a sentence means. */
const TELLING_LETTERS = 4;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether an origin is described as this person's own words: "Heshmatollah Falahatpisheh to IRNA". */
function tellsOf(note: Note, origin: string, reading: Reading): boolean {
  const held = reading.origins.get(origin);
  if (!held) return false;
  const words = new Set(fold(`${held.name} ${held.detail ?? ''}`).match(/[\p{L}'’-]+/gu) ?? []);
  const last = fold(note.name).split(/\s+/).at(-1) ?? '';
  return last.length >= TELLING_LETTERS && words.has(last);
}

/** The cited reports on what a source says here, those that say nothing on it left out. */
const citedFor = (source: Pick<SourceItem, 'claims' | 'around'>, { analysis }: Reading): Citation[] =>
  analysis.findings
    .filter(({ claim }) => source.claims.includes(claim) || source.around.includes(claim))
    .flatMap(({ citations }) => citations)
    .filter(({ origin, stance }) => origin !== undefined && stance !== 'silent');

function mostFrequent(ids: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/**
 * The interview or statement a named person's words here were taken from: a held origin that names the person, or the
 * one that all held reports on their wording go back to. Reports by others on the same matter are not their origin.
 */
export function statementOf(source: Pick<SourceItem, 'note' | 'claims' | 'around'>, reading: Reading): string | null {
  const note = source.note === null ? undefined : reading.notes.get(source.note);
  if (note && note.kind === 'outlet') return null;
  const cited = citedFor(source, reading).map(({ origin }) => origin!);
  const named = note ? cited.filter((origin) => origin === note.id || tellsOf(note, origin, reading)) : [];
  if (named.length > 0) return mostFrequent(named);
  const { findings } = reading.analysis;
  const wordings = findings.filter(({ claim, part }) => part === 'wording' && source.claims.includes(claim));
  const of = new Set(wordings.flatMap(({ citations }) => citations.flatMap(({ origin }) => origin ?? [])));
  return of.size === 1 ? [...of][0]! : null;
}

/** The findings of ours that read "multiple reports" as the outlets the article names. */
const MEANS_OUTLETS = /^vague_(?:one|two)_origins?$/;

/** The origins a source nobody could ask may mean; of those its claims are reported from, the ones others here have. */
function mayMean(source: SourceItem, ends: ReadonlyMap<string, Draft>, reading: Reading): string[] {
  const { findings, origins } = reading.analysis;
  const outlets = findings.some(
    ({ claim, explain }) => source.claims.includes(claim) && 'key' in explain && MEANS_OUTLETS.test(explain.key),
  );
  if (outlets) return origins.filter(({ outlets: of }) => of.length > 0).map(({ origin }) => origin);
  const grouped = origins.filter(({ claims }) => source.claims.some((claim) => claims.includes(claim)));
  const cited = citedFor(source, reading).map(({ origin }) => origin!);
  const all = [...new Set([...grouped.map(({ origin }) => origin), ...cited])];
  const known = all.filter((id) => ends.has(id));
  // When every report goes back to one origin that is what the source is, whether or not another source here has it.
  return known.length > 0 ? known : all.length === 1 ? all : [];
}

/** The origins of the article in the order in which a source of theirs is first named. */
export function toOriginLinks(sources: readonly SourceItem[], reading: Reading): OriginLinks[] {
  const ends = new Map<string, Draft>();
  const endOf = (id: string): Draft => {
    const end = ends.get(id) ?? { id, self: null, claims: new Set(), links: [] };
    ends.set(id, end);
    return end;
  };
  const join = (
    id: string,
    source: SourceItem,
    kind: LineKind,
    claims = source.claims,
    whose: string | null = null,
  ) => {
    const end = endOf(id);
    end.links.push({ source, kind, whose });
    for (const claim of claims) end.claims.add(claim);
    return end;
  };

  const { origins } = reading.analysis;
  for (const source of sources) {
    if (source.group === 'vague') continue;
    const groups = origins.filter(({ outlets }) => source.note !== null && outlets.includes(source.note));
    for (const { origin, claims } of groups) {
      const whose = repeats(source.note!, origin, reading);
      join(origin, source, whose === null ? 'own' : 'repeats', claims, whose);
    }
    if (groups.length > 0) continue;
    const shared = origins.filter(({ claims }) => source.claims.some((claim) => claims.includes(claim)));
    const stated = statementOf(source, reading) ?? (shared.length === 1 ? shared[0]!.origin : null);
    if (stated !== null) join(stated, source, 'own');
    // Who speaks, or reports without a word on where from, is the origin as far as anybody can see; "the paper" is
    // somebody named elsewhere.
    else if (source.group !== 'outlet' || holdsName(source)) join(source.key, source, 'own').self = source;
  }
  for (const source of sources) {
    if (source.group !== 'vague') continue;
    for (const id of mayMean(source, ends, reading)) join(id, source, 'reading');
  }

  const first = ({ links }: Draft): number =>
    Math.min(
      ...(links.some(({ kind }) => kind !== 'reading') ? links.filter(({ kind }) => kind !== 'reading') : links).map(
        ({ source }) => source.span.start,
      ),
    );
  return [...ends.values()]
    .sort((a, b) => first(a) - first(b))
    .map(({ id, self, claims, links }) => ({
      id,
      self,
      claims: claims.size,
      links: links.sort((a, b) => a.source.span.start - b.source.span.start),
    }));
}

/** Whether a drawing would show more than names facing themselves. */
export const joinsAny = (ends: readonly OriginLinks[], { origins }: Reading): boolean =>
  ends.some(({ id, links }) => origins.has(id) || links.length > 1 || links.some(({ kind }) => kind !== 'own'));

/** Whether the words of a source hold a name: "Russia", "the mayor of Sumy", not "The article". */
const holdsName = (source: SourceItem): boolean => {
  const words = source.name.split(/\s+/);
  return words.some((word, at) => /^\p{Lu}\p{L}/u.test(word) && (at > 0 || words.length === 1));
};

/** Whether anyone is named as the origin: a held one says so, a source that speaks for itself shows it by its words. */
export const isNamed = ({ id, self }: OriginLinks, { origins }: Reading): boolean =>
  origins.get(id)?.named ?? (self === null || self.note !== null || self.group === 'official' || holdsName(self));
