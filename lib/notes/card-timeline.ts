import { label, type Shown } from '../text/messages.ts';
import { type DayRange, dayNumber } from '../text/partial-date.ts';
import { showDate, showPeriod } from '../text/show-date.ts';
import type { EntityKind, Fact, Note } from './note.ts';
import { daysIn, lastWord, standingOf } from './standing.ts';

/** A run or an event on the timeline; positions in per cent of the axis. */
export interface CardTimelineRow {
  readonly label: Shown;
  readonly dates: Shown | null;
  readonly runs: readonly {
    readonly from: number;
    readonly to: number;
    /** Holds at the article's date. */
    readonly holds: boolean;
    readonly openStart: boolean;
    readonly openEnd: boolean;
  }[];
  readonly events: readonly number[];
}

/** Posts or holders over time, with the article’s date across; positions in per cent of the axis. */
export interface CardTimeline {
  /** The article's date, in per cent, and the width of its range. */
  readonly at: number;
  readonly band: number;
  readonly rows: readonly CardTimelineRow[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** What is drawn over time, and from how many dated rows on a drawing says more than the line above it. */
const DRAWN: Readonly<Record<EntityKind, { readonly what: readonly string[]; readonly least: number }>> = {
  official: { what: ['role'], least: 1 },
  outlet: { what: ['owner', 'control', 'editor'], least: 2 },
  unit: { what: ['commander', 'leader'], least: 2 },
};

/** Drawn as lozenges on one row. */
const POINTS = ['sanction', 'designation'];
/** Rows a reader takes in at a glance; the rest is in the statements. */
const MAX_ROWS = 3;
/** The article's date is drawn as a band from 4 px on an axis of about 200. */
const BAND = 2;
/** Years between ticks, so that there are at most five steps. */
const STEPS = [1, 2, 5, 10, 20, 50];

const YEAR_DAYS = 365.2425;
/** 1970 is year 0 of `dayNumber`. */
const years = (day: string): number => 1970 + dayNumber(day) / YEAR_DAYS;
/** A year or month is drawn at its middle: nothing says it was its first day. */
const middle = ({ from, to }: DayRange): number => (years(from) + years(to)) / 2;

interface Run {
  readonly fact: Fact;
  readonly from: number | null;
  readonly to: number | null;
  readonly openEnd: boolean;
}

function runOf(fact: Fact, note: Note): Run | null {
  const from = daysIn(fact.from);
  const to = daysIn(fact.to);
  if (!from && !to) return null;
  const last = to ? null : daysIn(lastWord(fact, note) ?? undefined);
  const start = from && middle(from);
  // Word from the year it began says nothing of how long it went on.
  const until = last && (start === null || years(last.to) > start) ? years(last.to) : null;
  return {
    fact,
    from: start,
    to: to ? middle(to) : until,
    openEnd: !to,
  };
}

interface Axis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

function axisOf(points: readonly number[]): Axis {
  const low = Math.min(...points);
  const high = Math.max(...points);
  const step = STEPS.find((span) => (high - low) / span <= 4) ?? 100;
  return {
    low: Math.floor(low / step) * step,
    high: Math.max(Math.ceil(high / step), Math.floor(low / step) + 1) * step,
    step,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function rowsOf(
  runs: readonly Run[],
  note: Note,
  article: DayRange,
  at: (year: number) => number,
  locale: string,
): CardTimelineRow[] {
  const byLabel = new Map<string, Run[]>();
  for (const run of runs) byLabel.set(run.fact.value, [...(byLabel.get(run.fact.value) ?? []), run]);
  return [...byLabel].map(([value, group]) => {
    const periods = group.flatMap(({ fact }) => showPeriod(fact.from, fact.to, locale) ?? []);
    return {
      label: value.charAt(0).toLocaleUpperCase(locale) + value.slice(1),
      dates: periods.reduce<Shown | null>((all, one) => (all === null ? one : label('list_and', all, one)), null),
      runs: group.map((run) => ({
        from: run.from === null ? 0 : at(run.from),
        to: run.to === null ? 100 : at(run.to),
        holds: ['holds', 'assumed'].includes(standingOf(run.fact, note, article)),
        openStart: run.from === null,
        openEnd: run.openEnd,
      })),
      events: [],
    };
  });
}

const holding = (row: CardTimelineRow): boolean => row.runs.some((run) => run.holds);
const lastEnd = (row: CardTimelineRow): number => Math.max(...row.runs.map((run) => run.to));

/** Sanctions and listings as one row of lozenges, by year. */
function eventRow(events: readonly Fact[], at: (year: number) => number, locale: string): CardTimelineRow[] {
  const dated = events.flatMap((fact) => {
    const days = daysIn(fact.from);
    return days ? { year: showDate(fact.from!.slice(0, 4), locale), at: at(middle(days)) } : [];
  });
  if (dated.length === 0) return [];
  const dates = [...new Set(dated.map(({ year }) => year))].sort();
  return [
    { label: label('card_listings'), dates: dates.join(' · '), runs: [], events: dated.map((event) => event.at) },
  ];
}

/** Posts over time around the article's date; `null` when there is no date or too little to draw. */
export function timelineOf(note: Note, article: DayRange | null, locale: string): CardTimeline | null {
  if (!article) return null;
  const { what, least } = DRAWN[note.kind];
  const runs = note.facts.filter((fact) => what.includes(fact.what)).flatMap((fact) => runOf(fact, note) ?? []);
  if (new Set(runs.map((run) => run.fact.value)).size < least) return null;
  const listed = note.kind === 'official' ? note.facts.filter((fact) => POINTS.includes(fact.what)) : [];

  const dates = [
    years(article.from),
    years(article.to),
    ...runs.flatMap((run) => [run.from, run.to]),
    ...listed.map((fact) => daysIn(fact.from)).map((days) => days && middle(days)),
  ].filter((year) => year !== null);
  const axis = axisOf(dates);
  const at = (year: number): number => round(((year - axis.low) / (axis.high - axis.low)) * 100);

  const rows = rowsOf(runs, note, article, at, locale).sort(
    (a, b) => Number(holding(b)) - Number(holding(a)) || lastEnd(b) - lastEnd(a),
  );
  const band = at(years(article.to)) - at(years(article.from));
  return {
    at: at(band > BAND ? years(article.from) : middle(article)),
    band: band > BAND ? round(band) : 0,
    rows: [...rows.slice(0, MAX_ROWS), ...eventRow(listed, at, locale)],
    ticks: ticksOf(axis, at),
  };
}

function ticksOf({ low, high, step }: Axis, at: (year: number) => number): CardTimeline['ticks'] {
  const ticks = [];
  for (let year = low; year <= high; year += step) ticks.push({ at: at(year), text: String(year) });
  return ticks;
}
