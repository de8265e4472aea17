/**
 * Draws statements of a pack at random, to be checked again against their sources by somebody who did not write them:
 * `node test/support/draw-facts.ts --seed 20261124 --count 60 [--pack DIR] [--json]`.
 *
 * Drawn without stratifying from every fact of every note, and from the two sentences and the reports of every check. The
 * generator is mulberry32, the draw a Fisher-Yates shuffle cut off after `count`. The same seed gives the same statements
 * only from the same edition: tell the commit with the list.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check, Report } from '../../lib/checks/check.ts';
import { loadPack } from '../../lib/cli/load-pack.ts';
import { ROOT } from '../../lib/cli/root.ts';
import { runProgram, UsageError } from '../../lib/cli/usage-error.ts';
import type { Note, Source } from '../../lib/notes/note.ts';
import { randomFrom } from './random.ts';

const USAGE = 'Usage: node test/support/draw-facts.ts --seed N --count N [--pack DIR] [--json]';

interface Drawable {
  /** `official/someone#3`, `check/something#report 2`, `check/something#explain`. */
  readonly at: string;
  readonly heading: string;
  readonly value: string;
  readonly text?: string;
  readonly dates: string;
  readonly sources: readonly string[];
}

const written = (parts: readonly (string | undefined | false)[]): string => parts.filter(Boolean).join('; ');

const dated = (of: { from?: string; to?: string; asOf?: string }): string =>
  written([of.from && `from ${of.from}`, of.to && `to ${of.to}`, of.asOf && `as of ${of.asOf}`]);

const sourceLine = (key: string, source: Source | undefined): string =>
  source
    ? `${key}: ${written([
        `${source.publisher}, ${source.title}`,
        source.date ?? (source.undated ? 'undated' : 'no date'),
        source.citing && `citing ${source.citing}`,
        source.quote && `quotes “${source.quote}”`,
        source.lang && source.lang !== 'en' && source.lang,
        source.url,
      ])}`
    : `${key}: no such source`;

const reportLine = (report: Report): string =>
  written([
    report.outlet ?? report.name,
    report.date ?? (report.undated ? 'undated' : 'no date'),
    report.stance,
    report.origin && `origin ${report.origin}`,
    report.citing && `citing ${report.citing}`,
    report.url,
  ]);

const factsOf = (note: Note): Drawable[] =>
  note.facts.map((fact, i) => ({
    at: `${note.id}#${i + 1}`,
    heading: written([note.name, fact.what, fact.status !== 'reported' && fact.status]),
    value: fact.value,
    ...(fact.text && { text: fact.text }),
    dates: dated(fact),
    sources: fact.sources.map((key) => sourceLine(key, note.sources[key])),
  }));

function statementsOf(check: Check): Drawable[] {
  const reports = check.reports.map(reportLine);
  const when = check.when ? `when ${check.when}` : '';
  const finding = written([check.finding, check.part]);
  const sentence = (name: string, text: string | undefined): Drawable[] =>
    text ? [{ at: `${check.id}#${name}`, heading: finding, value: text, dates: when, sources: reports }] : [];
  return [
    ...sentence('holds', check.holds),
    ...sentence('explain', check.explain),
    ...check.reports.map((report, i) => ({
      at: `${check.id}#report ${i + 1}`,
      heading: check.claim,
      value: report.says ?? report.stance,
      ...(report.quote && { text: `“${report.quote}”` }),
      dates: when,
      sources: [reports[i]!],
    })),
  ];
}

function draw<T>(all: readonly T[], count: number, random: () => number): T[] {
  const left = [...all];
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const at = Math.floor(random() * left.length);
    drawn.push(left[at]!);
    left[at] = left.at(-1)!;
    left.pop();
  }
  return drawn;
}

const wholeNumber = (name: string, given: string | undefined): number => {
  if (given === undefined || !/^\d{1,10}$/.test(given)) throw new UsageError(`--${name} needs a number. ${USAGE}`);
  return Number(given);
};

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      count: { type: 'string', default: '60' },
      pack: { type: 'string', default: join(ROOT, 'lib', 'packs', 'starter') },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = wholeNumber('seed', values.seed);
  const count = wholeNumber('count', values.count);
  const { notes, checks } = await loadPack(values.pack);
  const all = [...notes.flatMap(factsOf), ...checks.flatMap(statementsOf)];
  const drawn = draw(all, count, randomFrom(seed));
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ seed, generator: 'mulberry32', of: all.length, drawn }, null, 1)}\n`);
    return 0;
  }
  process.stdout.write(`${drawn.length} of ${all.length} statements, mulberry32, seed ${seed}\n`);
  for (const [i, { at, heading, value, text, dates, sources }] of drawn.entries()) {
    const lines = [value, text, dates, ...sources].filter(Boolean);
    process.stdout.write(`\n${i + 1}. ${at} [${heading}]\n${lines.map((line) => `   ${line}\n`).join('')}`);
  }
  return 0;
});
