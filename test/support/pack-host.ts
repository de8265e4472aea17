/**
 * A publisher's host on loopback, real sockets and all, with a plan of what goes wrong: by path, for as long as the test
 * wants. It records what every request said of whoever made it.
 */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writePublicKey } from '../../lib/packs/keys.ts';
import type { Publisher } from '../unit/packs/publisher.ts';

export interface HostRequest {
  /** `pack.json` or `f/<hash>.bin`. */
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly at: number;
}

/** How one request is answered instead of with the file. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Bytes a second; slower than any network. */
  readonly slow?: number;
  /** The connection is cut after so many bytes. */
  readonly cutAfter?: number;
  /** Not answered until the function is called. */
  readonly until?: Promise<unknown>;
}

export class PackHost {
  readonly publisher: Publisher;
  readonly requests: HostRequest[] = [];
  fault: (path: string) => Fault | undefined = () => undefined;
  #server: Server;
  #open = new Set<ServerResponse>();

  private constructor(publisher: Publisher) {
    this.publisher = publisher;
    this.#server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/^\/example\//, '');
      this.requests.push({ path, method: request.method ?? '', headers: request.headers, at: Date.now() });
      this.#open.add(response);
      response.on('close', () => this.#open.delete(response));
      void this.#answer(path, response);
    });
  }

  static async start(publisher: Publisher, port = 0): Promise<PackHost> {
    const host = new PackHost(publisher);
    await new Promise<void>((resolve) => host.#server.listen(port, '127.0.0.1', resolve));
    return host;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/example/pack.json`;
  }

  /** The address with the key in it, as a publisher gives it. */
  get address(): string {
    return `${this.url}#root=${writePublicKey(this.publisher.root)}`;
  }

  /** Paths asked for since the last look. */
  asked(): string[] {
    return this.requests.splice(0).map(({ path }) => path);
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const fault = this.fault(path);
    await fault?.until;
    const file = this.publisher.files.get(path);
    const body = Buffer.from(fault?.body ?? (fault?.status === undefined || fault.status < 300 ? (file ?? '') : ''));
    response.writeHead(fault?.status ?? (file || fault?.body !== undefined ? 200 : 404), {
      'access-control-allow-origin': '*',
      'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      'cache-control': path.endsWith('.json') ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
      ...fault?.headers,
    });
    if (fault?.cutAfter !== undefined) {
      response.write(body.subarray(0, fault.cutAfter), () => response.destroy());
      return;
    }
    if (fault?.slow === undefined) {
      response.end(body);
      return;
    }
    const step = Math.max(1, Math.ceil(fault.slow / 20));
    for (let at = 0; at < body.length && !response.destroyed; at += step) {
      response.write(body.subarray(at, at + step));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    response.end();
  }

  async stop(): Promise<void> {
    for (const response of this.#open) response.destroy();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
