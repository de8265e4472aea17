import { relative } from 'node:path';
import { styleText } from 'node:util';
import { lintPack } from '../packs/lint.ts';
import type { Pack } from '../packs/pack.ts';
import { type Balance, balanceOf } from '../packs/rules/balance.ts';
import type { Problem } from '../packs/source.ts';
import type { Command } from './command.ts';
import { STARTER_PACK } from './knowledge.ts';
import { readSourceFolder } from './source-folder.ts';

const USAGE = `Usage: npm run -s pack -- check [DIR] [--json] [--balance]

Reads the source folder of a pack (default: the starter pack) and tells what is to be mended, with file, line, record,
field and how. Exit code 0 when there is nothing.
  --json      one JSON object: {pack, counts, problems: [{rule, file, line, record, field, message, mend}]}
  --balance   also counts notes and statements per country, side and war`;

const countsOf = (pack: Pack) => ({
  notes: pack.notes.length,
  checks: pack.checks.length,
  origins: pack.origins.length,
  statements: pack.notes.reduce((sum, note) => sum + note.facts.length, 0),
  sources: pack.notes.reduce((sum, note) => sum + Object.keys(note.sources).length, 0),
  reports: pack.checks.reduce((sum, check) => sum + check.reports.length, 0),
});

const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

function reportOf(dir: string, pack: Pack, problems: readonly Problem[], colour: boolean): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const { notes, checks, origins, statements, sources } = countsOf(pack);
  const lines = [
    `${style('bold', pack.manifest.title)}: ${plural(notes, 'note')} with ${plural(statements, 'statement')} from ${plural(sources, 'source')}, ${plural(checks, 'check')}, ${plural(origins, 'origin')}`,
    '',
  ];
  const from = relative(process.cwd(), dir) || '.';
  for (const { rule, file, line, record, field, message, mend } of problems) {
    lines.push(`${style('underline', `${from}/${file}:${line}`)}  ${[record, field].filter(Boolean).join('  ')}`);
    lines.push(`  ${message} ${style('dim', `(${rule})`)}`);
    if (mend) lines.push(`  ${style('dim', mend)}`);
    lines.push('');
  }
  const perRule = new Map<string, number>();
  for (const { rule } of problems) perRule.set(rule, (perRule.get(rule) ?? 0) + 1);
  if (problems.length === 0) lines.push('Nothing to mend.');
  else {
    lines.push(`${plural(problems.length, 'thing')} to mend:`);
    for (const [rule, count] of [...perRule].sort((a, b) => b[1] - a[1]))
      lines.push(`  ${String(count).padStart(5)}  ${rule}`);
  }
  return lines.join('\n');
}

function balanceTable(balance: Balance): string {
  const head = ['', 'notes', 'outlets', 'officials', 'units', 'statements'];
  return (['country', 'side', 'war'] as const)
    .map((by) => {
      const rows = balance[by];
      const width = Math.max(12, ...rows.map(({ name }) => [...name].length));
      const line = (cells: readonly (string | number)[]): string =>
        cells.map((cell, i) => (i === 0 ? String(cell).padEnd(width) : String(cell).padStart(11))).join('');
      const body = rows.map((row) =>
        line([row.name, row.notes, row.outlets, row.officials, row.units, row.statements]),
      );
      return [line([`By ${by}`, ...head.slice(1)]), ...body].join('\n');
    })
    .join('\n\n');
}

export const check: Command = {
  does: 'tells what is wrong with a pack’s notes, with line, reason and remedy',
  usage: USAGE,
  options: { json: { type: 'boolean' }, balance: { type: 'boolean' } },
  takes: 1,
  async run(given) {
    const dir = given.args[0] ?? STARTER_PACK;
    const source = readSourceFolder(dir);
    const problems = lintPack(source);
    const balance = given.flag('balance') ? balanceOf(source.pack) : undefined;
    if (given.flag('json')) {
      const { id, title } = source.pack.manifest;
      const output = { pack: { id, title }, counts: countsOf(source.pack), problems, ...(balance && { balance }) };
      process.stdout.write(`${JSON.stringify(output)}\n`);
    } else {
      process.stdout.write(`${reportOf(dir, source.pack, problems, process.stdout.isTTY)}\n`);
      if (balance) process.stdout.write(`\n${balanceTable(balance)}\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
};
