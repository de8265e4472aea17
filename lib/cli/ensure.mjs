// Makes sure the packages of the lockfile are installed, so that a fresh clone needs one command only. It runs on
// whatever Node the machine has, before anything of ours can: no TypeScript, no packages, nothing newer than Node 18.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const lockfile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.installed-lock.json');

const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

if (textOf(lockfile) !== textOf(installed)) {
  process.stderr.write('Installing the packages this project is built with (once; about half a minute) ...\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lockfile that was written where some other platform's optional binaries could not be had.
  // `--no-save` installs what the lockfile says and leaves it as it is.
  const { status, error } = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    const why = error ? `npm could not be started (${error.message})` : `npm install ended with ${status}`;
    process.stderr.write(
      `The packages could not be installed: ${why}. Check the network, then run the command again.\n`,
    );
    process.exit(1);
  }
  copyFileSync(lockfile, installed);
}
