/**
 * The drawing of who repeats whom. Left, the sources as named; right, what they go back to. Rows are equal, so every
 * line ends at a percentage and nothing is measured. The list twin is made from the same data.
 */
import type { EntityKind } from '../../lib/notes/note.ts';
import { counted, type Label, label, type Shown } from '../../lib/text/messages.ts';
import { showDate } from '../../lib/text/show-date.ts';
import { isNamed, joinsAny, type LineKind, type OriginLink, type OriginLinks, toOriginLinks } from './origin-links.ts';
import type { Reading } from './reading.ts';
import type { SourceItem } from './source-item.ts';

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
  /** All that go back to it, also those drawn beside another origin: for the list. */
  readonly listed: readonly ListedSource[];
}

/** A source as the list has it; `reading` when it is our reading that it goes back there. */
export interface ListedSource extends Pick<OriginSource, 'key' | 'name' | 'vague' | 'how'> {
  readonly reading: boolean;
}

export interface OriginsView {
  readonly sources: readonly OriginSource[];
  readonly ends: readonly OriginEnd[];
  readonly lines: readonly OriginLine[];
  /** Origins that are not drawn, and the words for them: "and 2 more". */
  readonly hidden: number;
  readonly more: Label | null;
}

/** Origins drawn; the ones most claims rest on. */
const MAX_ENDS = 4;

const drawable = (kind: SourceItem['group']): EntityKind | null => (kind === 'vague' || kind === 'other' ? null : kind);

function sourceOf({ source, whose }: OriginLink, pair: OriginSource['pair'], reading: Reading): OriginSource {
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

function endName(end: OriginLinks, reading: Reading): Pick<OriginEnd, 'name' | 'detail' | 'named'> {
  const named = isNamed(end, reading);
  const origin = reading.origins.get(end.id);
  if (origin) {
    const date = origin.date === undefined ? null : showDate(origin.date, reading.locale);
    const detail = origin.detail ?? null;
    return {
      name: origin.name,
      detail: detail !== null && date !== null ? label('list_comma', detail, date) : (detail ?? date),
      named,
    };
  }
  const { self } = end;
  if (self) {
    const words = self.group === 'outlet' ? 'sources_own' : 'sources_own_words';
    return { name: self.printed ?? self.name, detail: label(words), named };
  }
  const note = reading.notes.get(end.id as never);
  return { name: note?.name ?? end.id, detail: label('sources_own'), named };
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

/** What the sources go back to, in a number, and the drawing of it where it shows more than each its own. */
export interface OriginCount {
  readonly origins: number;
  /** Sources whose origin is known. */
  readonly covered: number;
  readonly view: OriginsView | null;
}

export function toOrigins(sources: readonly SourceItem[], reading: Reading): OriginCount {
  const all = toOriginLinks(sources, reading);
  const covered = new Set(all.flatMap((end) => end.links.map(({ source }) => source.key))).size;
  return { origins: all.length, covered, view: joinsAny(all, reading) ? draw(all, reading) : null };
}

/** Kept first when not all can be drawn: what joins sources, then what most claims rest on. */
const weightOf = ({ links, claims, self }: OriginLinks): number =>
  claims + (links.length > 1 ? 1000 : 0) + (self === null ? 500 : 0);

function draw(all: readonly OriginLinks[], reading: Reading): OriginsView {
  const kept = new Set([...all].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MAX_ENDS));
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
      ...endName(end, reading),
      row: first,
      rows: height,
      y: round(((first + height / 2) / rows) * 100),
      sources: shown,
      listed: end.links.map((link) => ({
        ...sourceOf(link, null, reading),
        reading: link.kind === 'reading',
      })),
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
    hidden,
    more: hidden > 0 ? counted('origins_more', hidden) : null,
  };
}
