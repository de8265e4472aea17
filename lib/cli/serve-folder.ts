/** A plain static server on loopback: what `npm start` and the tests read from. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.bin': 'application/octet-stream',
};

export interface Served {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** A page made on the fly, by its path; `undefined` leaves the path to the folder. */
export type MadePage = (path: string, request: IncomingMessage) => string | undefined;

/** Serves the files of `folder`, and before them the pages that `made` makes. Never anything above the folder. */
export async function serveFolder(folder: string, made: MadePage = () => undefined, port = 0): Promise<Served> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const page = made(path, request);
    const type = page === undefined ? TYPES[extname(path)] : TYPES['.html'];
    const body = page ?? (await readFile(join(folder, normalize(`/${path}`))));
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    response.end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
