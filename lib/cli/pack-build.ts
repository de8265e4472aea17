import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundle, PACK_FILE } from '../packs/bundle.ts';
import type { Pack } from '../packs/pack.ts';
import { PackError } from '../packs/pack-error.ts';
import { nextRevision } from '../packs/publish.ts';
import { type Command, firstArgument, type Given } from './command.ts';
import { readKeyFile } from './key-files.ts';
import { readBuiltPack, readerOf, writeWhole } from './pack-folder.ts';
import { issuedAt, publish, readDelegationFile, type SignedDelegation, signedPackFile } from './publication.ts';
import { readSourceFolder } from './source-folder.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s pack -- build SOURCE --out DIR [--key FILE]... [--delegation FILE] [...]

Builds the published form of a pack: DIR/pack.json and immutable files in DIR/f, for any static host.
What DIR holds from before is kept, and readers of it get what changed. Segments are written first and read back;
pack.json is written last, after everything it names was verified.
  --out DIR           the folder to publish
  --key FILE          the pack key to sign with (several where the root key asks for them); without one the pack is built
                      unsigned, for --pack and for shipping inside a program
  --delegation FILE   the root key's word for the pack keys (\`sign --delegate\`); default: the one in DIR/pack.json
  --issued TIME       instead of now; the same input and time give the same bytes
  --poll HOURS        how often readers are asked to look (1 to 48; default 6)
  --allow-shrink      publish although a tenth of the notes or checks is gone
  --rebase            lay the whole pack anew
  --retire REASON     the last revision: readers keep the notes, stop asking, and are shown the reason
  --successor URL     with --retire: where a pack that takes its place is found`;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** The pack, refused when anything in it would be left out without a word. */
function readPack(dir: string): Pack {
  const { pack, problems } = readSourceFolder(dir);
  const first = problems[0];
  if (first) {
    throw new PackError(
      'source',
      `${first.file}:${first.line}: ${first.field ?? ''} ${first.message}. ${problems.length} such; \`pack check ${dir}\` shows all.`,
    );
  }
  return pack;
}

async function buildUnsigned(pack: Pack, out: string): Promise<void> {
  const files = [...(await buildBundle(pack))];
  // The list goes last here too.
  for (const [path, bytes] of files.sort(([a], [b]) => Number(a === PACK_FILE) - Number(b === PACK_FILE))) {
    await writeWhole(join(out, path), bytes);
  }
  process.stdout.write(`${out}: ${count(files.length - 1, 'file')}, unsigned.\n`);
}

async function delegationFor(given: Given, held: SignedDelegation | undefined): Promise<SignedDelegation> {
  const path = given.text('delegation');
  const signed = path === undefined ? held : await readDelegationFile(path);
  if (!signed)
    throw new UsageError('There is no delegation yet: make one with `sign --delegate`, and give it with --delegation.');
  if (held && signed.delegation.epoch < held.delegation.epoch) {
    throw new UsageError(
      `That delegation is of epoch ${signed.delegation.epoch}; epoch ${held.delegation.epoch} is published already.`,
    );
  }
  return signed;
}

export const build: Command = {
  does: 'builds the form that is published, and signs it',
  usage: USAGE,
  options: {
    out: { type: 'string' },
    key: { type: 'string', multiple: true },
    delegation: { type: 'string' },
    issued: { type: 'string' },
    poll: { type: 'string' },
    'allow-shrink': { type: 'boolean' },
    rebase: { type: 'boolean' },
    retire: { type: 'string' },
    successor: { type: 'string' },
  },
  takes: 1,
  async run(given) {
    const source = firstArgument(given, 'folder', USAGE);
    const out = given.text('out');
    if (out === undefined) throw new UsageError(`--out is missing.\n\n${USAGE}`);
    const pollHours = Number(given.text('poll') ?? 6);
    if (!Number.isInteger(pollHours) || pollHours < 1 || pollHours > 48)
      throw new UsageError('--poll takes whole hours from 1 to 48.');
    const issued = issuedAt(given.text('issued'));
    const pack = readPack(source);
    const keys = await Promise.all(given.texts('key').map(readKeyFile));
    if (keys.length === 0) {
      await buildUnsigned(pack, out);
      return 0;
    }
    const held = existsSync(join(out, PACK_FILE)) ? await readBuiltPack(out) : undefined;
    const signed = await delegationFor(given, held?.signed);
    if (signed.delegation.pack !== pack.manifest.id) {
      throw new UsageError(
        `The delegation is for the pack “${signed.delegation.pack}”, and this one is “${pack.manifest.id}”.`,
      );
    }
    const reason = given.text('retire');
    const successor = given.text('successor');
    const publication = await nextRevision(pack, {
      epoch: signed.delegation.epoch,
      issued,
      // A folder that was built without keys has no history anybody holds.
      ...(held?.signed && { previous: { revision: held.revision, read: readerOf(out) } }),
      pollHours,
      allowShrink: given.flag('allow-shrink'),
      rebase: given.flag('rebase'),
      ...(reason !== undefined && { retired: { reason, ...(successor !== undefined && { successor }) } }),
    });
    const packFile = await signedPackFile(publication.revision, signed, keys, held?.signed);
    await publish(out, publication, packFile, pack);
    const { epoch, revision, content } = publication.revision;
    const bytes = publication.segments.reduce((sum, { length }) => sum + length, 0);
    process.stdout.write(
      `${pack.manifest.id}: revision ${revision} of epoch ${epoch}, content ${content}; ${count(publication.changed, 'record')} changed, ${count(publication.segments.length, 'new file')} (${(bytes / 1000).toFixed(1)} kB), pack.json ${(packFile.length / 1000).toFixed(1)} kB. Verified.\n`,
    );
    return 0;
  },
};
