import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../packs/pack.ts';
import { PackError } from '../packs/pack-error.ts';
import { findBuiltPack, openBuiltPack } from './pack-folder.ts';
import { readSourceFolder } from './source-folder.ts';

const SHOWN = 5;

type Warn = (sentence: string) => void;

/**
 * The pack in a folder, in its source form or built. A record that cannot be read is left out and told to `warn`, one
 * sentence each; a folder without a readable pack throws a PackError that names it.
 */
export async function loadPack(
  dir: string,
  warn: Warn = (sentence) => process.stderr.write(`${sentence}\n`),
): Promise<Pack> {
  try {
    return await packIn(dir, warn);
  } catch (error) {
    if (!(error instanceof PackError) || error.message.includes(dir)) throw error;
    throw new PackError(error.code, `${dir}: ${error.message}`, error.detail);
  }
}

async function packIn(dir: string, warn: Warn): Promise<Pack> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new PackError('source', `There is no folder ${dir}.`);
  }
  if (!existsSync(join(dir, 'pack.yaml'))) {
    const built = await findBuiltPack(dir);
    if (built !== null) return openBuiltPack(built);
    throw new PackError('source', `${dir} holds no pack: there is neither a pack.yaml nor a pack.json in it.`);
  }
  const { pack, problems } = readSourceFolder(dir);
  for (const { file, line, field, message } of problems.slice(0, SHOWN)) {
    warn(`${join(dir, file)}:${line}: ${field ? `${field}: ` : ''}${message}`);
  }
  if (problems.length > SHOWN) {
    warn(`... and ${problems.length - SHOWN} more; \`npm run -s pack -- check ${dir}\` shows all.`);
  }
  return pack;
}
