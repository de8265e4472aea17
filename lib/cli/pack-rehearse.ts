import { DELEGATION_TYPE, encodeDelegation } from '../packs/delegation.ts';
import { diffPacks } from '../packs/diff.ts';
import { generateKey, sign } from '../packs/keys.ts';
import { lintPack } from '../packs/lint.ts';
import type { Pack } from '../packs/pack.ts';
import { planSync } from '../packs/plan.ts';
import { nextRevision, toPackFile } from '../packs/publish.ts';
import { openRevision, type ReadFile, segmentsOf } from '../packs/published.ts';
import { fileOf, type PackRevision } from '../packs/revision.ts';
import { verifyPackFile } from '../packs/verify.ts';
import { type Command, firstArgument } from './command.ts';
import { readBuiltPack, readerOf } from './pack-folder.ts';
import { issuedAt } from './publication.ts';
import { readSourceFolder } from './source-folder.ts';

const USAGE = `Usage: npm run -s pack -- rehearse SOURCE [--after DIR] [--issued TIME] [--allow-shrink]

Goes through a publication without publishing: builds the pack, signs it with keys that are thrown away, verifies it and
reads it back as a reader's browser would, and tells what it costs readers. Nothing is written.
  --after DIR      what is published now; tells what changed, and what readers of it have to fetch
  --issued TIME    instead of now
  --allow-shrink   as in \`build\``;

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Signs with keys made for this and verifies as a reader who trusts them. */
async function signAndVerify(revision: PackRevision): Promise<number> {
  const [root, key] = [(await generateKey()).key, (await generateKey()).key];
  const delegation = {
    pack: revision.manifest.id,
    epoch: revision.epoch,
    keys: [key],
    threshold: 1,
    roots: [root],
    notAfter: revision.expires,
  };
  const envelope = await sign(DELEGATION_TYPE, encodeDelegation(delegation), [root]);
  const bytes = await toPackFile(revision, envelope, [key]);
  await verifyPackFile(bytes, { pack: revision.manifest.id, roots: [root], now: Date.parse(revision.issued) });
  return bytes.length;
}

function changesBetween(before: Pack, after: Pack): string {
  const changes = diffPacks(before, after);
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return `${count('added')} added, ${count('changed')} changed, ${count('withdrawn')} withdrawn`;
}

export const rehearse: Command = {
  does: 'goes through a publication without publishing, and tells what it costs readers',
  usage: USAGE,
  options: { after: { type: 'string' }, issued: { type: 'string' }, 'allow-shrink': { type: 'boolean' } },
  takes: 1,
  async run(given) {
    const source = readSourceFolder(firstArgument(given, 'folder', USAGE));
    const { pack } = source;
    const problems = lintPack(source).length;
    const after = given.text('after');
    const previous =
      after === undefined ? undefined : { revision: (await readBuiltPack(after)).revision, read: readerOf(after) };
    const { revision, segments } = await nextRevision(pack, {
      epoch: Math.max(1, previous?.revision.epoch ?? 1),
      issued: issuedAt(given.text('issued')),
      ...(previous && { previous }),
      allowShrink: given.flag('allow-shrink'),
    });
    const listed = await signAndVerify(revision);
    const fresh = new Map(segments.map((segment) => [fileOf(segment), segment.bytes]));
    const read: ReadFile = async (path) =>
      fresh.get(path) ?? previous?.read(path) ?? Promise.reject(new Error(`no ${path}`));
    const opened = await openRevision(read, revision);
    const anew = planSync(null, revision, new Set());
    const lines = [
      `${pack.manifest.title}: ${count(opened.notes.length, 'note')} and ${count(opened.checks.length, 'check')}, as revision ${revision.revision} of epoch ${revision.epoch}`,
      `  to mend      ${problems === 0 ? 'nothing' : `${problems}; see \`pack check\``}`,
      `  pack.json    ${size(listed)}, ${count(segments.length, 'new file')}`,
      `  new reader   ${size(anew.bytes)} in ${anew.fetch.length + 1} requests`,
    ];
    if (previous) {
      const held = segmentsOf(previous.revision);
      const { epoch, content } = previous.revision;
      const plan = planSync({ epoch, content, segments: held }, revision, new Set(held.map(({ hash }) => hash)));
      lines.push(
        `  reader of revision ${previous.revision.revision}   ${size(plan.bytes)} in ${plan.fetch.length + 1} requests`,
      );
      lines.push(`  records      ${changesBetween(await openRevision(previous.read, previous.revision), pack)}`);
    }
    lines.push('Verified. Nothing was published.');
    process.stdout.write(`${lines.join('\n')}\n`);
    return problems > 0 ? 1 : 0;
  },
};
