import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answered, type Nginx, RunningNginx } from './nginx.ts';

/**
 * A publisher's host as FORMAT.md suggests it, and one cache in front of it: two nginx, whose clock is ours. The cache
 * keeps to the host's `Cache-Control` and nothing else; what is fresh and what has expired it tells by that clock, so
 * days that take seconds age its files as days do.
 */
export class CachedHost {
  readonly #folder: string;
  readonly #nginx: Nginx;
  readonly #listControl: string;
  #origin!: RunningNginx;
  #cache: RunningNginx | undefined;
  #second = Number.NaN;

  private constructor(folder: string, nginx: Nginx, listControl: string) {
    this.#folder = folder;
    this.#nginx = nginx;
    this.#listControl = listControl;
  }

  /** `folder/www` is what is served; `listControl` the Cache-Control of pack.json. */
  static async start(nginx: Nginx, folder: string, now: number, listControl: string): Promise<CachedHost> {
    const host = new CachedHost(folder, nginx, listControl);
    await mkdir(join(folder, 'www'), { recursive: true });
    await host.setClock(now);
    await host.startOrigin();
    host.#cache = await RunningNginx.start(nginx, join(folder, 'cache'), {
      clock: host.#clock,
      // `inactive` is a cache's own choice, as is what it does with many who ask for one file at once: one goes through.
      http: `proxy_cache_path ${join(folder, 'kept')} keys_zone=kept:4m inactive=90d max_size=1g;
  upstream origin { server 127.0.0.1:${host.#origin.port}; keepalive 4; }`,
      server: `location / {
      proxy_pass http://origin;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_cache kept;
      proxy_cache_lock on;
      proxy_cache_use_stale updating;
    }`,
    });
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#cache!.port}/pack.json`;
  }

  get www(): string {
    return join(this.#folder, 'www');
  }

  get #clock(): string {
    return join(this.#folder, 'clock');
  }

  async setClock(now: number): Promise<void> {
    const second = Math.floor(now / 1000);
    if (second === this.#second) return;
    this.#second = second;
    const text = new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
    // Renamed into place: nginx never reads half a time.
    await writeFile(`${this.#clock}.next`, text);
    await rename(`${this.#clock}.next`, this.#clock);
  }

  async startOrigin(): Promise<void> {
    this.#origin = await RunningNginx.start(this.#nginx, join(this.#folder, 'origin'), {
      clock: this.#clock,
      ...(this.#origin && { port: this.#origin.port }),
      server: `root ${this.www};
    add_header Access-Control-Allow-Origin *;
    location = /pack.json { add_header Access-Control-Allow-Origin *; add_header Cache-Control "${this.#listControl}"; }
    location /f/ {
      add_header Access-Control-Allow-Origin *;
      add_header Cache-Control "public, max-age=31536000, immutable";
    }`,
    });
  }

  stopOrigin(): Promise<void> {
    return this.#origin.stop();
  }

  async stop(): Promise<void> {
    await this.#cache?.stop();
    await this.#origin.stop();
  }

  /** What each was asked, by the clock of the days; complete once both have ended. */
  async answers(): Promise<{ readonly atCache: readonly Answered[]; readonly atOrigin: readonly Answered[] }> {
    return { atCache: await this.#cache!.answers(), atOrigin: await this.#origin.answers() };
  }
}
