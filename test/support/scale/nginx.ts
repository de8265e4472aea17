/** A real nginx on loopback, with its own configuration and folder, whose clock is a file that a test writes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

export interface Nginx {
  readonly nginx: string;
  /** libfaketime: nginx reads the time through it. */
  readonly clockLibrary: string;
}

const isUsable = (nginx: string): boolean => spawnSync(nginx, ['-v']).status === 0;

const findNginx = (root: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'nginx')), join(root, 'usr/sbin/nginx')]
    .concat('/usr/sbin/nginx')
    .find((path) => existsSync(path) && isUsable(path));

const findClockLibrary = (root: string): string | undefined =>
  [root, '/']
    .map((top) => join(top, 'usr/lib'))
    .filter(existsSync)
    .flatMap((lib) => readdirSync(lib).map((name) => join(lib, name, 'faketime/libfaketime.so.1')))
    .find(existsSync);

/**
 * nginx and the library that sets its clock. On Debian and its kin, as root, missing ones are fetched from the system's
 * packages and unpacked in `folder`: unpacked, not installed, so that no system service is started. Otherwise a sentence
 * that says what is missing.
 */
export function ensureNginx(folder: string, say: (line: string) => void = () => {}): Nginx | string {
  const find = (): Nginx | null => {
    const [nginx, clockLibrary] = [findNginx(folder), findClockLibrary(folder)];
    return nginx && clockLibrary ? { nginx, clockLibrary } : null;
  };
  const found = find();
  if (found) return found;
  const missing = 'nginx and libfaketime are needed (Debian packages nginx and libfaketime), and are not installed.';
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return missing;
  say('Fetching nginx and libfaketime from the system’s packages ...');
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
  // As root, so that apt need not hand the folder to a user of its own.
  const download = ['-q', '-o', 'APT::Sandbox::User=root', 'download', 'nginx', 'libfaketime'];
  if (run('apt-get', ...download).status !== 0) {
    run('apt-get', '-q', 'update');
    run('apt-get', ...download);
  }
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.deb'))) run('dpkg', '-x', name, '.');
  return find() ?? missing;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export interface ServerOptions {
  /** Lines of the `http` block. */
  readonly http?: string;
  /** Lines of the `server` block. */
  readonly server: string;
  /** A file with the time, as libfaketime reads it; left out: the machine's clock. */
  readonly clock?: string;
  /** The port of before, for a server that comes back. */
  readonly port?: number;
}

/** One answer, as the server logged it. */
export interface Answered {
  /** By the server's clock, in milliseconds. */
  readonly at: number;
  readonly status: number;
  /** HIT, MISS, EXPIRED ...; `-` where nothing is cached. */
  readonly cache: string;
  readonly path: string;
  /** With headers. */
  readonly bytes: number;
  /** Of the request. */
  readonly asked: number;
}

// What nginx lets its workers keep of the environment has to be named; without these the clock is not read.
const CLOCK_VARIABLES = {
  TZ: 'UTC',
  // The file is read every time the clock is asked, not once in ten seconds.
  FAKETIME_NO_CACHE: '1',
  // Timeouts stay those of the real world: only what the clock on the wall shows is ours.
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  DONT_FAKE_MONOTONIC: '1',
};

export class RunningNginx {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #log: string;

  private constructor(child: ChildProcess, port: number, log: string) {
    this.#process = child;
    this.port = port;
    this.#log = log;
  }

  /** `folder` is made if need be; a server that comes back to it goes on with its log. */
  static async start({ nginx, clockLibrary }: Nginx, folder: string, options: ServerOptions): Promise<RunningNginx> {
    const { http = '', server, clock, port = await freePort() } = options;
    await mkdir(folder, { recursive: true });
    const log = join(folder, 'answers.log');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const clockNames = ['LD_PRELOAD', 'FAKETIME_TIMESTAMP_FILE', ...Object.keys(CLOCK_VARIABLES)];
    const configuration = `
daemon off;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${join(folder, 'nginx.pid')};
${clock === undefined ? '' : clockNames.map((name) => `env ${name};`).join(' ')}
events { worker_connections 2048; }
http {
  ${temporary.map((each) => `${each}_temp_path ${join(folder, each)};`).join(' ')}
  log_format answers '$msec $status $upstream_cache_status $uri $bytes_sent $request_length';
  access_log ${log} answers;
  ${http}
  server {
    listen 127.0.0.1:${port} backlog=2048;
    ${server}
  }
}
`;
    const file = join(folder, 'nginx.conf');
    await writeFile(file, configuration);
    const errors = join(folder, 'error.log');
    const child = spawn(nginx, ['-p', folder, '-c', file, '-e', errors], {
      stdio: 'ignore',
      env:
        clock === undefined
          ? process.env
          : { ...process.env, ...CLOCK_VARIABLES, LD_PRELOAD: clockLibrary, FAKETIME_TIMESTAMP_FILE: clock },
    });
    for (let tries = 0; ; tries++) {
      try {
        await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
        return new RunningNginx(child, port, log);
      } catch {
        if (tries > 100 || child.exitCode !== null) {
          child.kill();
          throw new Error(`nginx does not start: ${await readFile(errors, 'utf8').catch(() => 'no error log')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Ends it and waits until it has ended: then its log is complete. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    await ended;
  }

  /** What it answered, leaving out the test's own knocking. */
  async answers(): Promise<Answered[]> {
    const lines = (await readFile(this.#log, 'utf8')).trim().split('\n');
    return lines.flatMap((line): Answered[] => {
      const [at, status, cache, path, bytes, asked] = line.split(' ');
      if (!path || path === '/') return [];
      return [
        {
          at: Number(at) * 1000,
          status: Number(status),
          cache: cache!,
          path,
          bytes: Number(bytes),
          asked: Number(asked),
        },
      ];
    });
  }
}
