// Runs one of the programs beside this file: `node lib/cli/run.mjs start.ts ...`. Like ensure.mjs it runs on whatever Node
// the machine has; the program itself gets the Node that the lockfile names, which reads TypeScript. A shell would not
// do: it remembers where it found `node` before the packages were installed.
import './ensure.mjs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [program, ...rest] = process.argv.slice(2);
const node = join(here, '..', '..', 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
// npm runs scripts in the project's folder; a path that a person gives is meant from where they stand.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { status, error } = spawnSync(node, [join(here, program), ...rest], { stdio: 'inherit', cwd });
if (error) process.stderr.write(`${program} could not be started: ${error.message}\n`);
process.exit(status ?? 1);
