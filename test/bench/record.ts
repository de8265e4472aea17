import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

export type Row = Readonly<Record<string, string | number>>;

/** The middle value; of an even number the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints the rows and keeps them under `record/`, with the day and the machine's kind: ratios carry over, times do not. */
export async function record(name: string, rows: readonly Row[]): Promise<void> {
  console.table(rows);
  const folder = join(import.meta.dirname, 'record');
  const date = new Date().toISOString().slice(0, 10);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${date}-${name}.json`);
  const machine = { cpus: cpus().length, node: process.version, platform: process.platform };
  await writeFile(file, `${JSON.stringify({ date, machine, rows }, null, 2)}\n`);
}
