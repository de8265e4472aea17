import { ensureBuilt } from '../../lib/cli/build.ts';

/** Vitest's global set-up of the browser project: both extensions, built from the sources as they are. */
export default async function buildExtension(): Promise<void> {
  for (const browser of ['chromium', 'firefox'] as const) await ensureBuilt(browser, console.log);
}
