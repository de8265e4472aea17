/** Everything a browser sends, whoever in it sends it: a proxy on loopback that all of its requests go through. */
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserName, LaunchOptions } from '../../lib/cli/browsers.ts';

export class Wire {
  /** Addresses asked for, in order; of encrypted connections only the host and port are to be seen. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const { url = '', method, headers } = request;
      this.asked.push(url);
      const onward = ask(url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    // Nothing leaves this machine.
    this.#server.on('connect', ({ url = '' }, socket) => {
      this.asked.push(url);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  }

  static async start(): Promise<Wire> {
    const wire = new Wire();
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  /** Has a browser send everything through here, what goes to this machine as well. */
  optionsFor(name: BrowserName): Partial<LaunchOptions> {
    const { port } = this.#server.address() as AddressInfo;
    if (name === 'chromium') {
      return { switches: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'] };
    }
    return {
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': port,
        'network.proxy.allow_hijacking_localhost': true,
      },
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
