import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Document, stringify } from 'yaml';
import { findClaimReviews, toDraft } from '../packs/claim-review.ts';
import { type Pack, recordsOf } from '../packs/pack.ts';
import { encodeRecord } from '../packs/records.ts';
import { type Command, firstArgument } from './command.ts';
import { loadPack } from './load-pack.ts';
import { writeWhole } from './pack-folder.ts';
import { issuedAt } from './publication.ts';
import { jsonLinesOf, readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s pack -- import FILE-or-DIR --out DIR

Brings what others publish into the source form:
  a built pack (a folder with pack.json)      becomes pack.yaml and one YAML file per kind of record
  ClaimReview (.json, .jsonl; schema.org)     becomes drafts of checks in DIR/imported-checks.yaml; a rating is told as
                                              its checker's own, and what is missing (origins, parts, notes) is for
                                              the author: \`pack check\` names it
Nothing that is there already is written over.`;

const toYaml = (records: readonly unknown[]): string =>
  records.map((record) => stringify(record, { lineWidth: 120 })).join('---\n');

async function writeNew(path: string, text: string): Promise<void> {
  if (existsSync(path)) throw new UsageError(`${path} is there already; nothing was written over.`);
  await writeWhole(path, Buffer.from(text));
}

const FILES = { outlet: 'outlets', official: 'officials', unit: 'units', check: 'checks', origin: 'origins' } as const;

async function importPack(pack: Pack, out: string): Promise<number> {
  const byFile = new Map<string, unknown[]>();
  for (const record of recordsOf(pack)) {
    const kind = record.value.id.split('/')[0] as keyof typeof FILES;
    const file = record.type === 'withdrawn' ? 'withdrawn.yaml' : `${FILES[kind]}.yaml`;
    byFile.set(file, [...(byFile.get(file) ?? []), encodeRecord(record)]);
  }
  await writeNew(join(out, 'pack.yaml'), new Document(pack.manifest).toString());
  for (const [file, records] of byFile) await writeNew(join(out, file), toYaml(records));
  return [...byFile.values()].flat().length;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON (${(error as Error).message}).`);
  }
}

async function importClaimReviews(file: string, out: string): Promise<number> {
  const text = await readInput(file);
  const raw = file.endsWith('.jsonl') ? [...jsonLinesOf(text, file)].map((line) => line.raw) : parsed(text, file);
  const today = issuedAt(undefined).slice(0, 10);
  const drafts = [...findClaimReviews(raw)].flatMap((review) => toDraft(review, today) ?? []);
  if (drafts.length === 0)
    throw new UsageError(`There is no ClaimReview with a claim and an https address in ${file}.`);
  await writeNew(join(out, 'imported-checks.yaml'), toYaml(drafts));
  return drafts.length;
}

export const bring: Command = {
  does: 'brings a built pack, or ClaimReviews, into the source form',
  usage: USAGE,
  options: { out: { type: 'string' } },
  takes: 1,
  async run(given) {
    const from = firstArgument(given, 'file or folder', USAGE);
    const out = given.text('out');
    if (out === undefined) throw new UsageError(`--out is missing.\n\n${USAGE}`);
    if (!existsSync(from)) throw new UsageError(`There is no ${from}.`);
    const count = statSync(from).isDirectory()
      ? await importPack(await loadPack(from), out)
      : await importClaimReviews(from, out);
    process.stdout.write(`${out}: ${count} records.\n`);
    return 0;
  },
};
