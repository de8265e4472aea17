import { styleText } from 'node:util';
import { diffPacks, type RecordChange } from '../packs/diff.ts';
import type { Command } from './command.ts';
import { loadPack } from './load-pack.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s pack -- diff OLD NEW [--json]

What changed from one edition of a pack to another, each a source folder or a built one: records added, changed (old and
new text) and withdrawn, with the reasons the author gave. Exit code 0 when nothing changed, 1 when something did.
  --json   one line of JSON a record: {id, type, name, kind, fields: [{field, before, after}], reasons}`;

function report(changes: readonly RecordChange[], colour: boolean): string {
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines: string[] = [];
  for (const kind of ['added', 'changed', 'withdrawn'] as const) {
    const of = changes.filter((change) => change.kind === kind);
    if (of.length === 0) continue;
    lines.push(style('bold', `${kind[0]!.toUpperCase()}${kind.slice(1)}: ${of.length}`));
    for (const { id, name, fields, reasons } of of) {
      lines.push(`  ${name}  ${style('dim', id)}`);
      for (const { field, before, after } of fields) {
        lines.push(`    ${field}`);
        if (before !== undefined) lines.push(`      - ${before}`);
        if (after !== undefined) lines.push(`      + ${after}`);
      }
      for (const reason of reasons) lines.push(`    Reason: ${reason}`);
    }
    lines.push('');
  }
  return lines.length === 0 ? 'Nothing changed.' : lines.slice(0, -1).join('\n');
}

export const diff: Command = {
  does: 'tells what changed between two editions',
  usage: USAGE,
  options: { json: { type: 'boolean' } },
  takes: 2,
  async run({ args, flag }) {
    const [before, after] = args;
    if (before === undefined || after === undefined) throw new UsageError(`Two folders are needed.\n\n${USAGE}`);
    const changes = diffPacks(await loadPack(before), await loadPack(after));
    const output = flag('json')
      ? changes.map((change) => JSON.stringify(change)).join('\n')
      : report(changes, process.stdout.isTTY);
    if (output) process.stdout.write(`${output}\n`);
    return changes.length > 0 ? 1 : 0;
  },
};
