import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openBundleRevision, PACK_FILE } from '../packs/bundle.ts';
import { type Bytes, fromBytes } from '../packs/bytes.ts';
import type { Delegation } from '../packs/delegation.ts';
import type { Envelope } from '../packs/envelope.ts';
import type { Pack } from '../packs/pack.ts';
import { PackError } from '../packs/pack-error.ts';
import { openRevision, type ReadFile } from '../packs/published.ts';
import type { PackRevision } from '../packs/revision.ts';
import { readPackFile, verifyPackFile } from '../packs/verify.ts';

/** A built pack on disk: `pack.json` and `f/`. */

export const readerOf =
  (dir: string): ReadFile =>
  async (path) =>
    new Uint8Array(await readFile(join(dir, path)));

/** The folder of a built pack in `dir`, or one level below where only one is there; `null` when there is none. */
export async function findBuiltPack(dir: string): Promise<string | null> {
  if (existsSync(join(dir, PACK_FILE))) return dir;
  const entries = await readdir(dir, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, PACK_FILE)));
  return below.length === 1 ? join(dir, below[0]!.name) : null;
}

export interface BuiltPack {
  readonly revision: PackRevision;
  /** Absent for a pack that was built without keys. */
  readonly signed?: { readonly delegation: Delegation; readonly envelope: Envelope };
}

const isSigned = (bytes: Bytes): boolean => {
  try {
    return Boolean((JSON.parse(fromBytes(bytes)) as { delegation?: unknown } | null)?.delegation);
  } catch {
    // Not JSON: the reading below says so in its own words.
    return true;
  }
};

/** What a folder holds; a signed list must be signed by the keys that come with it. */
export async function readBuiltPack(dir: string): Promise<BuiltPack> {
  if (!existsSync(join(dir, PACK_FILE))) {
    throw new PackError(
      'source',
      `${dir} holds no built pack: there is no ${PACK_FILE} in it. \`pack build\` makes one.`,
    );
  }
  const read = readerOf(dir);
  const bytes = new Uint8Array(await read(PACK_FILE));
  if (bytes.length === 0) throw new PackError('format', `${join(dir, PACK_FILE)} is empty.`);
  if (!isSigned(bytes)) return { revision: await openBundleRevision(read) };
  const { revision, delegation } = await verifyPackFile(bytes, { roots: [], now: Date.now() });
  return { revision, signed: { delegation, envelope: readPackFile(bytes).delegation } };
}

export async function openBuiltPack(dir: string): Promise<Pack> {
  return openRevision(readerOf(dir), (await readBuiltPack(dir)).revision);
}

/** Writes a file whole or not at all: a reader of the folder never sees half of it. */
export async function writeWhole(path: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, bytes, { mode });
  await rename(beside, path);
}
