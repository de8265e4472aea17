import { toBytes } from '../../../lib/packs/bytes.ts';
import { writePublicKey } from '../../../lib/packs/keys.ts';
import { type Pack, type PackRecord, recordsOf, toPack } from '../../../lib/packs/pack.ts';
import { layRecords } from '../../../lib/packs/published.ts';
import { readBlock } from '../../../lib/packs/segment.ts';
import type { SyncEvent, SyncOutcome } from '../../../lib/packs/sync-state.ts';
import { type SyncTools, syncPack } from '../../../lib/sync/sync-pack.ts';
import { manifest } from '../packs/make-pack.ts';
import type { Publisher } from '../packs/publisher.ts';
import { MemorySyncStore } from './memory-sync-store.ts';

export const START = Date.parse('2026-11-25T00:00:00Z');
export const URL_A = 'https://a.example/example/pack.json';
export const URL_B = 'https://b.example/example/pack.json';

/** How a host answers one request; `undefined` leaves it to the publisher's folder. */
export type Fault = (
  path: string,
  host: string,
) => Response | Error | undefined | Promise<Response | Error | undefined>;

/** A reader's machine: its store, its clock, and the hosts as they answer it. */
export class Reader {
  readonly store = new MemorySyncStore();
  readonly publisher: Publisher;
  now = START;
  online = true;
  fault: Fault = () => undefined;
  readonly requests: { readonly url: string; readonly init: RequestInit }[] = [];
  events: SyncEvent[] = [];
  abort = new AbortController();
  atOnce = 4;

  constructor(publisher: Publisher, urls: readonly string[] = [URL_A]) {
    this.publisher = publisher;
    this.store.records.set(publisher.pack, {
      pack: publisher.pack,
      urls,
      roots: [writePublicKey(publisher.root)],
      nextAt: 0,
      pollHours: 6,
      failures: 0,
      localFaults: 0,
      standing: 'active',
    });
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    this.requests.push({ url, init });
    init.signal?.throwIfAborted();
    const { host, pathname } = new URL(url);
    const path = pathname.replace('/example/', '');
    const answer = await this.fault(path, host);
    if (answer instanceof Error) throw answer;
    if (answer) return answer;
    const bytes = this.publisher.files.get(path);
    return bytes ? new Response(bytes) : new Response('not found', { status: 404 });
  };

  tools(): SyncTools {
    return {
      store: this.store,
      fetch: this.fetch,
      now: () => this.now,
      random: () => 0.5,
      isOnline: () => this.online,
      signal: this.abort.signal,
      report: (event) => this.events.push(event),
      atOnce: this.atOnce,
    };
  }

  sync(): Promise<SyncOutcome> {
    this.events = [];
    return syncPack(this.publisher.pack, this.tools());
  }

  get record() {
    return this.store.records.get(this.publisher.pack)!;
  }

  /** Paths asked for since the last look. */
  asked(): string[] {
    return this.requests.splice(0).map(({ url }) => new URL(url).pathname.replace('/example/', ''));
  }

  /** The live records a reader would see now; `null` without a pointer. */
  async shown(): Promise<string | null> {
    const pointer = this.store.pointers.get(this.publisher.pack);
    if (!pointer) return null;
    const layers: PackRecord[][] = [];
    for (const { hash } of pointer.segments) {
      for (const block of this.store.segments.get(hash)!.blocks) layers.push([...(await readBlock(block)).records]);
    }
    return liveOf(toPack(manifest, layRecords(layers).values()));
  }
}

export const liveOf = (pack: Pack): string =>
  JSON.stringify([...recordsOf(pack)].filter(({ type }) => type !== 'withdrawn').map(({ value }) => value));

export const webPage = (): Response => new Response(toBytes('<!DOCTYPE html><title>Log in to the network</title>'));
