import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PackError } from '../../../lib/packs/pack-error.ts';
import { type FetchTools, fetchFile } from '../../../lib/sync/fetch-file.ts';

let server: Server | undefined;
afterEach(() => {
  vi.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

async function host(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/pack.json`;
}

const tools: FetchTools = { fetch, now: () => Date.parse('2026-11-25T00:00:00Z'), isOnline: () => true };
const ask = (url: string, maxBytes = 100, signal = new AbortController().signal) =>
  fetchFile(url, { maxBytes, signal }, tools);

async function errorOf(run: Promise<unknown>): Promise<PackError> {
  const error = await run.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PackError);
  return error as PackError;
}

describe('a file is fetched', () => {
  test('with its bytes and the host’s clock', async () => {
    const url = await host((_, response) =>
      response.writeHead(200, { date: 'Wed, 25 Nov 2026 00:00:00 GMT' }).end('notes'),
    );
    const { bytes, serverNow } = await ask(url);
    expect(new TextDecoder().decode(bytes)).toBe('notes');
    expect(serverNow).toBe(Date.parse('2026-11-25T00:00:00Z'));
  });

  test('without a header of ours', async () => {
    const seen: string[] = [];
    const url = await host((request, response) => {
      seen.push(...Object.keys(request.headers));
      response.end('notes');
    });
    await ask(url);
    expect(seen).not.toEqual(expect.arrayContaining(['cookie']));
    expect(seen).not.toEqual(expect.arrayContaining(['referer']));
    expect(seen.filter((name) => name.startsWith('x-'))).toEqual([]);
  });
});

describe('a file is given up', () => {
  test('15: at a redirect, wherever it leads', async () => {
    const url = await host((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
    expect((await errorOf(ask(url))).code).toBe('network');
  });

  test('55: beyond its size, however long it goes on', async () => {
    let sent = 0;
    const url = await host((_, response) => {
      const more = (): void => {
        sent += 65_536;
        if (!response.write(Buffer.alloc(65_536))) response.once('drain', more);
        else setImmediate(more);
      };
      response.on('error', () => {});
      more();
    });
    expect((await errorOf(ask(url, 1000))).code).toBe('damaged');
    expect(sent).toBeLessThan(50_000_000);
  });

  test.each([
    [404, 'missing'],
    [410, 'missing'],
    [403, 'server'],
    [429, 'server'],
    [503, 'server'],
  ])('at the answer %d', async (status, code) => {
    const url = await host((_, response) => response.writeHead(status, { 'retry-after': '120' }).end());
    expect(await errorOf(ask(url))).toMatchObject({ code, detail: { status, retryAfter: 120 } });
  });

  test('where nobody listens', async () => {
    expect((await errorOf(ask('http://127.0.0.1:1/pack.json'))).code).toBe('network');
  });

  test('without a network', async () => {
    const offline = { ...tools, isOnline: () => false };
    const options = { maxBytes: 10, signal: new AbortController().signal };
    expect((await errorOf(fetchFile('http://127.0.0.1:1/pack.json', options, offline))).code).toBe('offline');
  });

  test('when the reader stops it', async () => {
    const abort = new AbortController();
    const url = await host(() => abort.abort());
    expect((await errorOf(ask(url, 10, abort.signal))).code).toBe('cancelled');
  });

  // The host's side is a promise here: with a real one, a minute of waiting would be real too.
  const slow =
    (body: ReadableStream<Uint8Array> | null) =>
    (_: string, init: RequestInit): Promise<Response> =>
      new Promise((resolve, reject) => {
        if (body) resolve(new Response(body));
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });

  test('39: when no answer begins within 25 seconds', async () => {
    vi.useFakeTimers();
    const given = errorOf(
      fetchFile(
        'https://a.example/',
        { maxBytes: 10, signal: new AbortController().signal },
        { ...tools, fetch: slow(null) },
      ),
    );
    await vi.advanceTimersByTimeAsync(24_999);
    await vi.advanceTimersByTimeAsync(2);
    expect((await given).code).toBe('timeout');
  });

  test('39: when a part takes more than a minute', async () => {
    vi.useFakeTimers();
    const dripping = (_: string, init: RequestInit): Promise<Response> => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const drip = setInterval(() => controller.enqueue(new Uint8Array(1)), 1000);
          init.signal?.addEventListener('abort', () => {
            clearInterval(drip);
            controller.error(init.signal?.reason);
          });
        },
      });
      return Promise.resolve(new Response(body));
    };
    const given = errorOf(
      fetchFile(
        'https://a.example/',
        { maxBytes: 1000, signal: new AbortController().signal },
        { ...tools, fetch: dripping },
      ),
    );
    await vi.advanceTimersByTimeAsync(60_001);
    expect((await given).code).toBe('timeout');
  });
});
