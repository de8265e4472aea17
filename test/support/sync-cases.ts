/**
 * Draws the columns "shown by" of `test/SYNC-CASES.md` from reports of vitest, and names the cases without a test:
 *
 *   npx vitest run --project unit test/unit/sync --reporter=json --outputFile=report.json
 *   node test/support/sync-cases.ts report.json ...
 *
 * A test shows a case by beginning with its number: `17: ...`, `17, 23: ...`. Files that were not run keep what stood there.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const TEST = join(import.meta.dirname, '..');
const TABLE = join(TEST, 'SYNC-CASES.md');
const SHOWN_BY = 3;

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

interface Count {
  passed: number;
  all: number;
}

export const casesOf = (title: string): string[] => /^(\d{1,2}(?:, \d{1,2})*): /.exec(title)?.[1]?.split(', ') ?? [];

const files = new Set<string>();
const counts = new Map<string, Map<string, Count>>();
for (const path of process.argv.slice(2)) {
  const report = JSON.parse(await readFile(path, 'utf8')) as Report;
  for (const { name, assertionResults } of report.testResults) {
    const file = relative(TEST, name).replace(/\.test\.tsx?$/, '');
    // A later report has the last word.
    if (files.has(file)) for (const byFile of counts.values()) byFile.delete(file);
    files.add(file);
    for (const { title, status } of assertionResults) {
      for (const number of casesOf(title)) {
        const byFile = counts.get(number) ?? new Map<string, Count>();
        const count = byFile.get(file) ?? { passed: 0, all: 0 };
        counts.set(number, byFile.set(file, count));
        if (status === 'passed') count.passed++;
        if (status !== 'skipped') count.all++;
      }
    }
  }
}

const rows = (await readFile(TABLE, 'utf8')).split('\n').map((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  const number = cells[1] ?? '';
  if (!/^\d+$/.test(number)) return line;
  const kept = cells[SHOWN_BY]!.split(', ').filter((cell) => cell !== '' && !files.has(cell.split(' ')[0]!));
  const drawn = [...(counts.get(number) ?? [])].map(([file, { passed, all }]) => `${file} ${passed}/${all}`);
  cells[SHOWN_BY] = [...kept, ...drawn].sort().join(', ');
  if (cells[SHOWN_BY] === '') process.stderr.write(`${number}: no test\n`);
  return cells.join(' | ').trim();
});
await writeFile(TABLE, rows.join('\n'));
