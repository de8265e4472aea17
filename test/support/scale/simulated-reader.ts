import { readPublicKey } from '../../../lib/packs/keys.ts';
import { LIMITS } from '../../../lib/packs/limits.ts';
import { PackError } from '../../../lib/packs/pack-error.ts';
import { type HeldContent, planSync } from '../../../lib/packs/plan.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import { isDue } from '../../../lib/packs/schedule.ts';
import { checkSegment, readRecords } from '../../../lib/packs/segment.ts';
import { recordFailure, recordStart, recordSuccess, type SyncRecord } from '../../../lib/packs/sync-state.ts';
import { verifyPackFile } from '../../../lib/packs/verify.ts';
import { type FetchTools, fetchFile } from '../../../lib/sync/fetch-file.ts';
import { syncPack } from '../../../lib/sync/sync-pack.ts';
import { MemorySyncStore } from './memory-sync-store.ts';
import type { PublishedDay, PublishedDays } from './published-days.ts';

/** A time the reader's browser is open, from its start to its end; `from` is -Infinity when it was open all along. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** One time a reader asked, and what came. */
export interface Visit {
  readonly at: number;
  /** Contents between what was held and what is held now; `null` for a pack that is new here. */
  readonly behind: number | null;
  readonly outcome: 'installed' | 'confirmed' | 'failed';
  readonly requests: number;
  /** Without headers. */
  readonly bytes: number;
}

export interface ReaderOptions {
  readonly url: string;
  readonly published: PublishedDays;
  /** What was taken before the days begin; `null`: the pack was just added. */
  readonly holds: PublishedDay | null;
  readonly nextAt: number;
  readonly sessions: readonly Session[];
  readonly random: () => number;
}

/**
 * A reader's browser: when it is open, and what its sync does then. When it asks is up to the schedule alone: what it
 * wrote into the record, by this reader's chance and the clock of the days.
 */
export abstract class SimulatedReader {
  readonly visits: Visit[] = [];
  protected readonly options: ReaderOptions;
  protected now = 0;
  #isOpen: boolean;
  #session = 0;
  #requests = 0;
  #bytes = 0;

  constructor(options: ReaderOptions) {
    this.options = options;
    this.#isOpen = options.sessions[0]?.from === Number.NEGATIVE_INFINITY;
  }

  protected abstract get record(): SyncRecord;
  protected abstract set record(record: SyncRecord);
  /** The content that is held; it counts up by one with every day's publication. */
  abstract get content(): number | null;
  protected abstract sync(): Promise<Visit['outcome']>;

  /** When something happens here next. */
  get nextAt(): number {
    const session = this.options.sessions[this.#session];
    if (!session) return Number.POSITIVE_INFINITY;
    if (!this.#isOpen) return session.from;
    return Math.min(session.to, Math.max(this.now, this.record.nextAt ?? Number.POSITIVE_INFINITY));
  }

  async step(now: number): Promise<void> {
    this.now = now;
    const { to } = this.options.sessions[this.#session]!;
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.record = recordStart(this.record, now, this.options.random());
      return;
    }
    if (now >= to) {
      this.#isOpen = false;
      this.#session++;
      return;
    }
    const { nextAt, pollHours } = this.record;
    if (nextAt === null || !isDue(nextAt, now, pollHours)) throw new Error('a reader was woken before its time');
    const before = this.content;
    [this.#requests, this.#bytes] = [0, 0];
    const outcome = await this.sync();
    const behind = before === null ? null : (this.content ?? 0) - before;
    this.visits.push({ at: now, behind, outcome, requests: this.#requests, bytes: this.#bytes });
  }

  protected get tools(): FetchTools & { readonly signal: AbortSignal } {
    return {
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        this.#requests++;
        this.#bytes += Number(response.headers.get('content-length'));
        return response;
      },
      now: () => this.now,
      isOnline: () => true,
      signal: new AbortController().signal,
    };
  }
}

const firstRecord = ({ published, url, holds, nextAt }: ReaderOptions): SyncRecord => ({
  pack: published.pack,
  urls: [url],
  roots: [published.root],
  ...(holds && { highest: holds.highest }),
  nextAt,
  pollHours: 6,
  failures: 0,
  localFaults: 0,
  standing: 'active',
});

/** A reader that runs the extension's own sync, with a store in memory. */
export class WholeReader extends SimulatedReader {
  readonly store = new MemorySyncStore();

  constructor(options: ReaderOptions) {
    super(options);
    const { published, holds, nextAt } = options;
    this.store.records.set(published.pack, firstRecord(options));
    if (!holds) return;
    // What was installed before the days begin is there and not looked into again.
    const { segments } = planSync(null, holds.revision, new Set());
    this.store.pointers.set(published.pack, { revision: holds.revision, segments });
    for (const { hash } of segments) this.store.segments.set(hash, { blocks: [], at: nextAt });
  }

  protected get record(): SyncRecord {
    return this.store.records.get(this.options.published.pack)!;
  }

  protected set record(record: SyncRecord) {
    this.store.records.set(record.pack, record);
  }

  get content(): number | null {
    return this.store.pointers.get(this.options.published.pack)?.revision.content ?? null;
  }

  protected async sync(): Promise<Visit['outcome']> {
    const outcome = await syncPack(this.options.published.pack, {
      ...this.tools,
      store: this.store,
      random: this.options.random,
      report: () => {},
      atOnce: 4,
    });
    if (outcome.kind === 'installed' || outcome.kind === 'confirmed' || outcome.kind === 'failed') return outcome.kind;
    throw new Error(`a sync ended as ${outcome.kind}`);
  }
}

/** Files that a reader of this process inflated and decoded. */
const decoded = new Set<string>();

/**
 * A reader that does what a sync does, by the same functions, but keeps no notes: thousands of them fit in one process.
 * Every file is fetched and its hash checked by every reader; inflated and decoded by the first.
 */
export class LightReader extends SimulatedReader {
  protected record: SyncRecord;
  #held: HeldContent | null;

  constructor(options: ReaderOptions) {
    super(options);
    const { holds } = options;
    this.record = firstRecord(options);
    this.#held = holds && {
      epoch: 1,
      content: holds.revision.content,
      segments: planSync(null, holds.revision, new Set()).segments,
    };
  }

  get content(): number | null {
    return this.#held?.content ?? null;
  }

  protected async sync(): Promise<Visit['outcome']> {
    const { random } = this.options;
    try {
      return await this.#ask();
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      const { cause: _, ...detail } = error.detail;
      const failure = { code: error.code, message: error.message, at: this.now, detail };
      this.record = recordFailure(this.record, failure, this.now, random());
      return 'failed';
    }
  }

  async #ask(): Promise<Visit['outcome']> {
    const { url, random } = this.options;
    const { tools, record } = this;
    const list = await fetchFile(url, { maxBytes: LIMITS.packJson, signal: tools.signal }, tools);
    const { revision, highest } = await verifyPackFile(list.bytes, {
      pack: record.pack,
      roots: await Promise.all(record.roots.map(readPublicKey)),
      ...(record.highest && { highest: record.highest }),
      now: this.now,
      ...(list.serverNow !== undefined && { serverNow: list.serverNow }),
    });
    const plan = planSync(this.#held, revision, new Set(this.#held?.segments.map(({ hash }) => hash)));
    for (const ref of plan.fetch) {
      const file = fileOf(ref);
      const options = { maxBytes: ref.length, signal: tools.signal };
      const { bytes } = await fetchFile(new URL(file, url).href, options, tools);
      await checkSegment(bytes, ref, file);
      if (!decoded.has(ref.hash)) await readRecords(bytes, ref);
      decoded.add(ref.hash);
    }
    this.#held = { epoch: revision.epoch, content: revision.content, segments: plan.segments };
    this.record = recordSuccess(record, { highest, pollHours: revision.pollHours }, this.now, random());
    return plan.kind === 'none' ? 'confirmed' : 'installed';
  }
}
