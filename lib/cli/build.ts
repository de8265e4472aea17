/** Builds the extension when its sources are newer than what was built, so that a second start takes no time. */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from './browsers.ts';
import { ROOT } from './root.ts';

const SOURCES = ['entrypoints', 'components', 'lib', 'wxt.config.ts', 'package-lock.json'];

export const outputOf = (browser: BrowserName): string =>
  join(ROOT, '.output', browser === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were removed.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function isFresh(browser: BrowserName): boolean {
  const built = statSync(join(outputOf(browser), 'manifest.json'), { throwIfNoEntry: false });
  return built !== undefined && SOURCES.every((source) => newest(join(ROOT, source)) <= built.mtimeMs);
}

/** The folder of the built extension. Rejects with the builder's last words when the build fails. */
export async function ensureBuilt(browser: BrowserName, say: (line: string) => void): Promise<string> {
  if (isFresh(browser)) return outputOf(browser);
  say(`Building the extension for ${browser === 'chromium' ? 'Chromium' : 'Firefox'} ...`);
  await new Promise<void>((resolve, reject) => {
    const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
    const build = spawn(process.execPath, [wxt, 'build', '-b', browser === 'chromium' ? 'chrome' : 'firefox'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    build.stdout.on('data', (chunk) => (output += chunk));
    build.stderr.on('data', (chunk) => (output += chunk));
    build.on('error', reject);
    build.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The build failed:\n${output.trim().split('\n').slice(-20).join('\n')}`)),
    );
  });
  return outputOf(browser);
}
