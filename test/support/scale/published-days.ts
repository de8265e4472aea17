import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../../lib/cli/pack-folder.ts';
import { type Bytes, hashOf } from '../../../lib/packs/bytes.ts';
import { writePublicKey } from '../../../lib/packs/keys.ts';
import { fileOf, type PackRevision } from '../../../lib/packs/revision.ts';
import { type Highest, readPackFile } from '../../../lib/packs/verify.ts';
import { Publisher } from '../../unit/packs/publisher.ts';
import { MadePack } from '../made-pack.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** Midnight of the day of the first publication. */
export const FIRST_DAY = Date.UTC(2027, 0, 1);
/** A job at night, as publishers have. */
export const PUBLISHED_AT = 5 * HOUR;

export interface PublishedDay {
  readonly revision: PackRevision;
  readonly packFile: Bytes;
  /** Files this publication adds, by path. */
  readonly added: ReadonlyMap<string, Bytes>;
  /** What a reader who took it remembers. */
  readonly highest: Highest;
}

/** A pack that was published once a day; day n's content is n + 1. */
export interface PublishedDays {
  readonly pack: string;
  readonly root: string;
  readonly days: readonly PublishedDay[];
}

/** Publishes a made-up pack of `notes` notes on each of `count` days, by the publisher's own code. */
export async function publishDays(notes: number, count: number, say: (line: string) => void): Promise<PublishedDays> {
  const made = new MadePack(notes, 'made-up');
  const publisher = await Publisher.create();
  publisher.pack = 'made-up';
  const days: PublishedDay[] = [];
  for (let day = 0; day < count; day++) {
    if (day > 0) made.passDay();
    const known = new Set(publisher.files.keys());
    const started = performance.now();
    const issued = new Date(FIRST_DAY + day * DAY + PUBLISHED_AT).toISOString().replace('.000Z', 'Z');
    const revision = await publisher.publish(made.pack, issued);
    const packFile = publisher.files.get('pack.json')!;
    const added = new Map([...publisher.files].filter(([path]) => path !== 'pack.json' && !known.has(path)));
    const payload = await hashOf(readPackFile(packFile).revision.payload);
    days.push({ revision, packFile, added, highest: { epoch: 1, revision: revision.revision, payload } });
    say(`day ${day}: published in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  return { pack: 'made-up', root: writePublicKey(publisher.root), days };
}

/** Puts a publication where a host serves it: what it adds first, the list last. */
export async function putDay(www: string, { added, packFile }: PublishedDay): Promise<void> {
  await mkdir(join(www, 'f'), { recursive: true });
  for (const [path, bytes] of added) await writeWhole(join(www, path), bytes);
  await writeWhole(join(www, 'pack.json'), packFile);
}

/** A folder as it stands after the first `count` publications; files no list of the last days names are left out. */
export async function putDays(www: string, { days }: PublishedDays, count: number): Promise<void> {
  const last = days[count - 1]!;
  const files = new Map(days.slice(0, count).flatMap(({ added }) => [...added]));
  const named = [...last.revision.base.parts, ...last.revision.deltas].map(fileOf);
  await putDay(www, { ...last, added: new Map(named.map((path) => [path, files.get(path)!])) });
}
