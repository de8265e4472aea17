import type { Bytes } from '../packs/bytes.ts';
import { PackError } from '../packs/pack-error.ts';
import { readRetryAfter } from '../packs/schedule.ts';

/**
 * One GET, the same for every reader: no cookie, referrer, credential or header of ours; no redirect; nothing beyond the
 * size that is expected, counted while it comes.
 */

export interface FetchTools {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly isOnline: () => boolean;
}

export interface FetchOptions {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly onBytes?: (count: number) => void;
}

export interface Fetched {
  readonly bytes: Bytes;
  /** The host's clock, where it may be read. */
  readonly serverNow?: number;
}

// A host that has not begun to answer by then, or sends a part more slowly, is given up for now.
const HEADERS_MS = 25_000;
const BODY_MS = 60_000;

const hostOf = (url: string): string => new URL(url).host;

export async function fetchFile(url: string, options: FetchOptions, tools: FetchTools): Promise<Fetched> {
  const { maxBytes, signal, onBytes = () => {} } = options;
  const slow = new AbortController();
  const timer = (ms: number) => setTimeout(() => slow.abort(), ms);
  let timeout = timer(HEADERS_MS);
  try {
    const response = await tools.fetch(url, {
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      // Not even a validator of an earlier answer goes out: a host could number its readers by it.
      cache: 'no-store',
      signal: AbortSignal.any([signal, slow.signal]),
    });
    clearTimeout(timeout);
    timeout = timer(BODY_MS);
    if (!response.ok) throw refusedBy(response, url, tools.now());
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      bytes: await readBody(response, url, maxBytes, onBytes),
      ...(!Number.isNaN(date) && { serverNow: date }),
    };
  } catch (cause) {
    if (cause instanceof PackError) throw cause;
    if (signal.aborted) throw new PackError('cancelled', 'The sync was stopped.', { cause });
    if (slow.signal.aborted)
      throw new PackError('timeout', `${hostOf(url)} takes too long to answer.`, { file: url, cause });
    if (!tools.isOnline()) throw new PackError('offline', 'There is no network connection.', { cause });
    throw new PackError('network', `${hostOf(url)} cannot be reached.`, { file: url, cause });
  } finally {
    clearTimeout(timeout);
  }
}

function refusedBy(response: Response, url: string, now: number): PackError {
  response.body?.cancel().catch(() => {});
  const { status } = response;
  const retryAfter = readRetryAfter(response.headers.get('retry-after'), now);
  const detail = { file: url, status, ...(retryAfter !== undefined && { retryAfter }) };
  return status === 404 || status === 410
    ? new PackError('missing', `${hostOf(url)} does not have the file that was asked for.`, detail)
    : new PackError('server', `${hostOf(url)} answered with an error (${status}).`, detail);
}

async function readBody(
  response: Response,
  url: string,
  maxBytes: number,
  onBytes: (count: number) => void,
): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      reader.cancel().catch(() => {});
      throw new PackError('damaged', `${hostOf(url)} sends more than the file that was asked for has.`, { file: url });
    }
    chunks.push(value);
    onBytes(value.length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether bytes that are not the file are a web page: most often a network's log-in page. */
export const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*<(?:!doctype|html|head|body|script|meta)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));
