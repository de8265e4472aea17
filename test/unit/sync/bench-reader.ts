import { expect } from 'vitest';
import type { NoteId } from '../../../lib/notes/note.ts';
import { hashOf, toBytes } from '../../../lib/packs/bytes.ts';
import { readPublicKey, writePublicKey } from '../../../lib/packs/keys.ts';
import type { Pack } from '../../../lib/packs/pack.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import type { SyncEvent, SyncOutcome, SyncRecord } from '../../../lib/packs/sync-state.ts';
import { type Highest, verifyPackFile } from '../../../lib/packs/verify.ts';
import { readStoredSegment } from '../../../lib/store/check-blocks.ts';
import { createRecords } from '../../../lib/store/records.ts';
import { type SyncTools, syncPack } from '../../../lib/sync/sync-pack.ts';
import type { Publisher } from '../packs/publisher.ts';
import { WatchedStore } from './watched-store.ts';

export const START = Date.parse('2026-11-25T00:00:00Z');
export const URL_A = 'https://a.example/example/pack.json';
export const URL_B = 'https://b.example/example/pack.json';

/** How a host answers one request; `undefined` leaves it to the publisher's folder. */
export type Fault = (
  path: string,
  host: string,
) => Response | Error | undefined | Promise<Response | Error | undefined>;

const OWN = {
  id: 'own/1',
  kind: 'unit',
  name: 'Brigade 3',
  note: 'unit/brigade-00003' as NoteId,
  text: 'Words “mine”.\n\tTwo lines.',
  written: '2026-11-20T10:00:00Z',
} as const;

/** A reader's machine: its store, its clock, and the hosts as they answer it. */
export class Reader {
  readonly store = new WatchedStore();
  readonly publisher: Publisher;
  now = START;
  online = true;
  fault: Fault = () => undefined;
  readonly requests: { readonly url: string; readonly init: RequestInit }[] = [];
  events: SyncEvent[] = [];
  abort = new AbortController();
  atOnce = 4;
  #highest: Highest | undefined;
  /** Place in the publisher's history of what was shown last. */
  #shownAt = -1;

  constructor(publisher: Publisher, urls: readonly string[] = [URL_A]) {
    this.publisher = publisher;
    void this.store.own.put([OWN]);
    void this.store.held.saveRecord({
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

  async record(): Promise<SyncRecord> {
    return (await this.store.held.record(this.publisher.pack))!;
  }

  async change(record: Partial<SyncRecord>): Promise<void> {
    await this.store.held.saveRecord({ ...(await this.record()), ...record });
  }

  /** Paths asked for since the last look. */
  asked(): string[] {
    return this.requests.splice(0).map(({ url }) => new URL(url).pathname.replace('/example/', ''));
  }

  /** Hashes of the segments that are held. */
  async stored(): Promise<string[]> {
    return (await this.store.tables.segments.all()).map(({ hash }) => hash);
  }

  async #pack() {
    return (await this.store.held.packs()).find(({ id }) => id === this.publisher.pack);
  }

  /** The notes a reader would find now; `null` without a pointer. */
  async shown(): Promise<string | null> {
    const pack = await this.#pack();
    if (!pack) return null;
    const records = await createRecords(this.store.held, [pack], (hash) => expect.unreachable(`${hash} is damaged`));
    const notes = [];
    for await (const { note } of records.everyNote()) notes.push(note);
    return JSON.stringify(notes.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  /**
   * What must hold after anything that can happen. P1: what is stored bears its name, and the list it is read from is
   * signed. P2, P3: one published revision is shown whole, none older than was shown or accepted before. P5: own notes
   * are as they were written, and notes are looked up.
   */
  async expectInvariants(context = ''): Promise<void> {
    const { store, publisher } = this;
    for (const hash of await this.stored()) {
      const bytes = await readStoredSegment(store.held, hash);
      expect(bytes && (await hashOf(bytes)), context).toBe(hash);
      expect(publisher.files.has(fileOf({ hash })), `${context} a segment nobody published`).toBe(true);
    }
    const { highest, roots } = await this.record();
    const order = this.#highest
      ? (highest?.epoch ?? 0) - this.#highest.epoch || (highest?.revision ?? 0) - this.#highest.revision
      : 0;
    expect(order, `${context} what was accepted is remembered`).toBeGreaterThanOrEqual(0);
    this.#highest = highest;
    expect(JSON.stringify(await store.own.all()), context).toBe(JSON.stringify([OWN]));
    const pack = await this.#pack();
    if (!pack) {
      expect([this.#shownAt, highest], `${context} a pack that was shown is gone`).toEqual([-1, undefined]);
      return;
    }
    const keys = await Promise.all(roots.map(readPublicKey));
    const signed = await verifyPackFile(pack.file!, { pack: pack.id, roots: keys, now: this.now });
    expect(signed.revision, context).toEqual(pack.revision);
    expect(signed.highest, `${context} what is shown is what was accepted last`).toEqual(highest);
    const shown = await this.shown();
    const at = publisher.published.findLastIndex((each) => liveOf(each) === shown);
    expect(at, `${context} what is shown was published, and not before what was shown`).toBeGreaterThanOrEqual(
      Math.max(0, this.#shownAt),
    );
    this.#shownAt = at;
    await this.#expectLookups(publisher.published[at]!, context);
  }

  /** Three notes, the first, the last and one between, are found by their ids as they were published. */
  async #expectLookups({ notes }: Pack, context: string): Promise<void> {
    const some = [notes[0], notes[notes.length >> 1], notes.at(-1)].flatMap((note) => note ?? []);
    const records = await createRecords(this.store.held, [(await this.#pack())!], () => {});
    const found = await records.notes(some.map(({ id }) => id));
    for (const note of some) expect(found.get(note.id)?.[0]?.note, `${context} ${note.id}`).toEqual(note);
  }
}

/** The notes of a pack as `Reader.shown` tells them. */
export const liveOf = ({ notes }: Pack): string => JSON.stringify(notes);

export const webPage = (): Response => new Response(toBytes('<!DOCTYPE html><title>Log in to the network</title>'));
