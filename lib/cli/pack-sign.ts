import { DELEGATION_TYPE, encodeDelegation } from '../packs/delegation.ts';
import { sign as signPayload } from '../packs/keys.ts';
import { nextRevision } from '../packs/publish.ts';
import { openRevision } from '../packs/published.ts';
import { type Command, firstArgument, type Given } from './command.ts';
import { readKeyFile, readPublicKeyFile } from './key-files.ts';
import { readBuiltPack, readerOf, writeWhole } from './pack-folder.ts';
import { delegationText, issuedAt, publish, readDelegationFile, signedPackFile } from './publication.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s pack -- sign --delegate FILE.pub... --root FILE.key --pack ID --epoch N --out FILE [...]
       npm run -s pack -- sign DIR --key FILE.key... [--delegation FILE] [--issued TIME]

The first form is for the root key: its word for which keys may sign a pack. Every change of keys counts the epoch up;
readers never go back, which puts the keys of before out of use.
  --delegate FILE     a pack key's public half; may be given several times
  --root FILE         the root key; a root key that is to take its place is given too, and signs as well
  --pack ID           the pack's id
  --epoch N           1 for the first, then one more each time
  --until DATE        when the keys are to be replaced at the latest (default: two years from now)
  --threshold N       how many of the keys have to sign (default 1)
  --old-root FILE     a root key that signs this for the last time and is not to be trusted afterwards
  --out FILE          where to write it

The second form confirms a published pack as it stands, for a job that runs once a day: readers are shown when the
publisher last did.
  --key FILE          the pack key
  --delegation FILE   a new word of the root key, when the keys changed`;

const required = (given: Given, name: string): string => {
  const value = given.text(name);
  if (value === undefined) throw new UsageError(`--${name} is missing.\n\n${USAGE}`);
  return value;
};

const wholeNumber = (text: string, name: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`--${name} takes a whole number from 1.`);
  return value;
};

async function delegate(given: Given): Promise<number> {
  const roots = await Promise.all(given.texts('root').map(readKeyFile));
  if (roots.length === 0) throw new UsageError(`--root is missing.\n\n${USAGE}`);
  const retiring = await Promise.all(given.texts('old-root').map(readKeyFile));
  const out = required(given, 'out');
  const delegation = {
    pack: required(given, 'pack'),
    epoch: wholeNumber(required(given, 'epoch'), 'epoch'),
    keys: await Promise.all(given.texts('delegate').map(readPublicKeyFile)),
    threshold: wholeNumber(given.text('threshold') ?? '1', 'threshold'),
    roots,
    notAfter: issuedAt(given.text('until') ?? new Date(Date.now() + 2 * 365 * 86_400_000).toISOString()),
  };
  if (delegation.threshold > delegation.keys.length) throw new UsageError('--threshold is more than the keys given.');
  await writeWhole(
    out,
    delegationText(await signPayload(DELEGATION_TYPE, encodeDelegation(delegation), [...roots, ...retiring])),
  );
  process.stdout.write(
    `${out}: ${delegation.keys.map(({ keyid }) => keyid).join(', ')} may sign “${delegation.pack}” in epoch ${delegation.epoch}, until ${delegation.notAfter.slice(0, 10)}.\n`,
  );
  return 0;
}

async function confirm(given: Given): Promise<number> {
  const dir = firstArgument(given, 'folder', USAGE);
  const keys = await Promise.all(given.texts('key').map(readKeyFile));
  if (keys.length === 0) throw new UsageError(`--key is missing.\n\n${USAGE}`);
  const held = await readBuiltPack(dir);
  const path = given.text('delegation');
  const signed = path === undefined ? held.signed : await readDelegationFile(path);
  if (!signed) throw new UsageError(`${dir} was built without keys; build it with --key.`);
  const read = readerOf(dir);
  const pack = await openRevision(read, held.revision);
  const { retired, pollHours } = held.revision;
  const publication = await nextRevision(pack, {
    epoch: signed.delegation.epoch,
    issued: issuedAt(given.text('issued')),
    previous: { revision: held.revision, read },
    pollHours,
    ...(retired && { retired }),
  });
  await publish(dir, publication, await signedPackFile(publication.revision, signed, keys, held.signed), pack);
  const { epoch, revision, expires } = publication.revision;
  process.stdout.write(
    `${pack.manifest.id}: confirmed as revision ${revision} of epoch ${epoch}, good until ${expires.slice(0, 10)}.\n`,
  );
  return 0;
}

export const sign: Command = {
  does: 'vouches for pack keys with the root key; confirms a published pack',
  usage: USAGE,
  options: {
    delegate: { type: 'string', multiple: true },
    root: { type: 'string', multiple: true },
    'old-root': { type: 'string', multiple: true },
    pack: { type: 'string' },
    epoch: { type: 'string' },
    until: { type: 'string' },
    threshold: { type: 'string' },
    out: { type: 'string' },
    key: { type: 'string', multiple: true },
    delegation: { type: 'string' },
    issued: { type: 'string' },
  },
  takes: 1,
  run: (given) => (given.texts('delegate').length > 0 ? delegate(given) : confirm(given)),
};
