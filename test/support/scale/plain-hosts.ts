/** Hosts that know nothing of packs: the same folder has to work behind each. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../../lib/cli/root.ts';
import { layRecords } from '../../../lib/packs/published.ts';
import { readBlock } from '../../../lib/packs/segment.ts';
import { syncPack } from '../../../lib/sync/sync-pack.ts';
import { MemorySyncStore } from './memory-sync-store.ts';
import { type Nginx, RunningNginx } from './nginx.ts';
import type { PublishedDays } from './published-days.ts';

export interface PlainHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** A program that prints where it serves; `pattern` finds the address. */
async function startProgram(
  command: string,
  args: readonly string[],
  pattern: RegExp,
): Promise<[string, ChildProcess]> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PYTHONUNBUFFERED: '1' },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const found = pattern.exec(line);
    if (found) return [found[1]!, child];
  }
  throw new Error(`${command} ${args.join(' ')} ended without serving`);
}

const stopProgram = (child: ChildProcess) => async (): Promise<void> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
};

/** `nginx` is left out where it is missing, and so is Python. */
export const PLAIN_HOSTS: Readonly<
  Record<string, (dir: string, nginx: Nginx | string, folder: string) => Promise<PlainHost | string>>
> = {
  'pack serve': async (dir) => {
    const args = [join(ROOT, 'lib/cli/pack.ts'), 'serve', dir];
    const [base, child] = await startProgram(process.execPath, args, /^(http:\S+?\/)pack\.json/);
    return { url: `${base}pack.json`, stop: stopProgram(child) };
  },
  'nginx, nothing set': async (dir, nginx, folder) => {
    if (typeof nginx === 'string') return nginx;
    const running = await RunningNginx.start(nginx, folder, { server: `root ${dir};` });
    return {
      url: `http://127.0.0.1:${running.port}/pack.json`,
      stop: () => running.stop(),
    };
  },
  'python3 -m http.server': async (dir) => {
    if (spawnSync('python3', ['--version']).status !== 0) return 'python3 is not installed.';
    const args = ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', dir, '0'];
    const [port, child] = await startProgram('python3', args, /port (\d+)/);
    return { url: `http://127.0.0.1:${port}/pack.json`, stop: stopProgram(child) };
  },
};

export interface Installed {
  readonly outcome: string;
  readonly notes: number;
  readonly requests: number;
  readonly bytes: number;
  /** What the host said of pack.json. */
  readonly headers: Headers;
}

/** One real sync from nothing, and the notes that can then be read. */
export async function installFrom(url: string, { pack, root }: PublishedDays): Promise<Installed> {
  const store = new MemorySyncStore();
  await store.saveRecord({
    pack,
    urls: [url],
    roots: [root],
    nextAt: 0,
    pollHours: 6,
    failures: 0,
    localFaults: 0,
    standing: 'active',
  });
  let requests = 0;
  let bytes = 0;
  let headers = new Headers();
  const outcome = await syncPack(pack, {
    store,
    fetch: async (address, init) => {
      requests++;
      const response = await fetch(address, init);
      if (address === url) headers = response.headers;
      const body = await response.arrayBuffer();
      bytes += body.byteLength;
      return new Response(body, response);
    },
    now: Date.now,
    random: Math.random,
    isOnline: () => true,
    signal: new AbortController().signal,
    report: () => {},
    atOnce: 4,
  });
  const layers = [];
  for (const { hash } of store.pointers.get(pack)?.segments ?? []) {
    for (const block of store.segments.get(hash)!.blocks) layers.push((await readBlock(block)).records);
  }
  const notes = [...layRecords(layers).values()].filter(({ type }) => type === 'note').length;
  return { outcome: outcome.kind, notes, requests, bytes, headers };
}
