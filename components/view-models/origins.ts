/**
 * The drawing of who repeats whom. Left, the sources as named; right, what they go back to. Rows are equal, so every
 * line ends at a percentage and nothing is measured. The list twin is made from the same data.
 */
import type { EntityKind } from '../../lib/notes/note.ts';
import { counted, type Label, label, type Shown } from '../../lib/text/messages.ts';
import { showDate } from '../../lib/text/show-date.ts';
import type { Reading } from './reading.ts';
import { repeats, type SourceItem } from './sources.ts';

/** `own`: its own report. `repeats`: passes on another's. `reading`: our reading, the article does not say. */
type LineKind = 'own' | 'repeats' | 'reading';

interface OriginLine {
  readonly kind: LineKind;
  /** An SVG path on a field of 100 by 100. */
  readonly path: string;
}

export interface OriginSource {
  readonly key: string;
  readonly name: string;
  readonly kind: EntityKind | null;
  readonly vague: boolean;
  readonly how: Shown | null;
  /** Stands with the next or the previous row: pairs of one origin stand together. */
  readonly pair: 'above' | 'below' | null;
}

export interface OriginEnd {
  readonly key: string;
  readonly name: Shown;
  readonly detail: Shown | null;
  readonly named: boolean;
  /** Rows it stands beside, from the first row of the drawing. */
  readonly row: number;
  readonly rows: number;
  /** Its dot, in per cent. */
  readonly y: number;
  readonly sources: readonly OriginSource[];
}

export interface OriginsView {
  readonly sources: readonly OriginSource[];
  readonly ends: readonly OriginEnd[];
  readonly lines: readonly OriginLine[];
  /** Sources drawn with a line. */
  readonly covered: number;
  /** Origins that are not drawn, and the words for them: "and 2 more". */
  readonly hidden: number;
  readonly more: Label | null;
}

/** Origins drawn; the ones most claims rest on. */
const MAX_ENDS = 4;

interface Link {
  readonly source: SourceItem;
  readonly kind: LineKind;
  /** The source whose report this one passes on. */
  readonly whose: string | null;
}

interface End {
  readonly id: string;
  readonly claims: number;
  readonly links: readonly Link[];
}

function linksOf(
  group: Reading['analysis']['origins'][number],
  sources: readonly SourceItem[],
  reading: Reading,
): Link[] {
  return sources.flatMap((source) => {
    const outlet = source.note !== null && group.outlets.includes(source.note);
    const shared = source.claims.some((claim) => group.claims.includes(claim));
    if (!outlet && !shared) return [];
    if (source.group === 'vague') return { source, kind: 'reading', whose: null } as const;
    const whose = source.note === null ? null : repeats(source.note, group.origin, reading);
    return { source, kind: whose === null ? 'own' : 'repeats', whose } as const;
  });
}

const drawable = (kind: SourceItem['group']): EntityKind | null => (kind === 'vague' || kind === 'other' ? null : kind);

function sourceOf({ source, whose }: Link, pair: OriginSource['pair'], reading: Reading): OriginSource {
  const repeated = whose && reading.notes.get(whose as never)?.name;
  return {
    key: source.key,
    name: source.printed ?? source.name,
    kind: source.note === null ? null : drawable(source.group),
    vague: source.group === 'vague',
    how: repeated
      ? label('sources_repeats', repeated)
      : source.group === 'vague'
        ? label('sources_unnamed')
        : source.cue === ''
          ? null
          : label('quoted', source.cue),
    pair,
  };
}

function endName(id: string, reading: Reading): Pick<OriginEnd, 'name' | 'detail' | 'named'> {
  const origin = reading.origins.get(id);
  if (origin) {
    const date = origin.date === undefined ? null : showDate(origin.date, reading.locale);
    const detail = origin.detail ?? null;
    return {
      name: origin.name,
      detail: detail !== null && date !== null ? label('list_comma', detail, date) : (detail ?? date),
      named: origin.named,
    };
  }
  const note = reading.notes.get(id as never);
  return { name: note?.name ?? id, detail: label('sources_own'), named: true };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** From a source to its origin, level at both ends. */
const straight = (y: number, to: number): string => `M2 ${round(y)}C45 ${round(y)} 45 ${round(to)} 90 ${round(to)}`;

/** From a source into the middle of another's line. */
function joining(y: number, other: number, to: number): string {
  const middle = (other + to) / 2;
  // The last control point lies a sixth of the way back, so that the line runs into the other one and does not cross it.
  return `M2 ${round(y)}C26 ${round(y)} 30 ${round(middle + (y - middle) / 6)} 44 ${round(middle)}`;
}

/** The drawing; `null` when nothing is held on where any report comes from. */
export function toOrigins(sources: readonly SourceItem[], reading: Reading): OriginsView | null {
  const all: End[] = reading.analysis.origins
    .map((group) => ({ id: group.origin, claims: group.claims.length, links: linksOf(group, sources, reading) }))
    .filter((end) => end.links.length > 0);
  if (all.length === 0) return null;
  const kept = new Set([...all].sort((a, b) => b.claims - a.claims).slice(0, MAX_ENDS));
  const ends = all.filter((end) => kept.has(end));

  // A source stands once, with the first origin it goes back to; an origin with no row of its own keeps one empty.
  const placed = new Set<string>();
  const blocks = ends.map((end) => {
    const links = end.links.filter(({ source }) => !placed.has(source.key));
    for (const { source } of links) placed.add(source.key);
    return { end, links };
  });
  const rows = blocks.reduce((sum, { links }) => sum + Math.max(1, links.length), 0);
  const rowOf = new Map<string, number>();
  let row = 0;
  const drawn = blocks.map(({ end, links }): OriginEnd => {
    const first = row;
    const shown = links.map((link, at) => {
      rowOf.set(link.source.key, first + at);
      return sourceOf(link, links.length === 2 ? (at === 0 ? 'above' : 'below') : null, reading);
    });
    const height = Math.max(1, links.length);
    row += height;
    return {
      key: end.id,
      ...endName(end.id, reading),
      row: first,
      rows: height,
      y: round(((first + height / 2) / rows) * 100),
      sources: shown,
    };
  });

  const yOf = (key: string): number | null => {
    const at = rowOf.get(key);
    return at === undefined ? null : ((at + 0.5) / rows) * 100;
  };
  const lines = ends.flatMap((end, index) =>
    end.links.flatMap(({ source, kind, whose }): OriginLine[] => {
      const y = yOf(source.key)!;
      const other = whose === null ? null : yOf(whose);
      const to = drawn[index]!.y;
      return [{ kind, path: other === null ? straight(y, to) : joining(y, other, to) }];
    }),
  );
  const hidden = all.length - ends.length;
  return {
    sources: drawn.flatMap((end) => end.sources),
    ends: drawn,
    lines,
    covered: new Set(all.flatMap((end) => end.links.map(({ source }) => source.key))).size,
    hidden,
    more: hidden > 0 ? counted('origins_more', hidden) : null,
  };
}
