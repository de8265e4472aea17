import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildBundle } from '../packs/bundle.ts';
import { STARTER_PACK } from './knowledge.ts';
import { loadPack } from './load-pack.ts';

/** Where the bundle lies in the built extension. */
const FOLDER = 'starter';

/** Builds the starter pack into `folder`; where each file is, and where it belongs in the extension. */
export async function writeStarterBundle(folder: string): Promise<{ absoluteSrc: string; relativeDest: string }[]> {
  const files = await buildBundle(await loadPack(STARTER_PACK));
  return Promise.all(
    [...files].map(async ([path, bytes]) => {
      const relativeDest = `${FOLDER}/${path}`;
      const absoluteSrc = join(folder, relativeDest);
      await mkdir(dirname(absoluteSrc), { recursive: true });
      await writeFile(absoluteSrc, bytes);
      return { absoluteSrc, relativeDest };
    }),
  );
}
