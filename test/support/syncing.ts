/** A reader whose packs sync from a host on loopback, in a real browser; and what is in the browser's store, row by row. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName, LaunchOptions } from '../../lib/cli/browsers.ts';
import { outputOf } from '../../lib/cli/build.ts';
import { Reader, until } from '../../lib/cli/reader.ts';
import type { MadePage } from '../../lib/cli/serve-folder.ts';
import type { Holdings, PackState, SyncStates } from '../../lib/messages/holdings.ts';
import type { Pack } from '../../lib/packs/pack.ts';
import type { SyncProgress } from '../../lib/packs/sync-state.ts';
import { Publisher } from '../unit/packs/publisher.ts';
import { PackHost } from './pack-host.ts';

const FIXTURES = new URL('../fixtures', import.meta.url).pathname;
const DAY = 86_400_000;

/** The publisher's day: `day(-1)` is yesterday. */
export const day = (n: number): string => new Date(Date.now() + n * DAY).toISOString().replace(/\.\d+Z$/, 'Z');

/** A profile that outlives the browser; taken away with the test run. */
export function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'claim-context-profile-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  return profile;
}

/** Firefox forgets what a temporary add-on stored when it goes, unless it is told not to. */
const KEEP = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

export class SyncingReader {
  readonly name: BrowserName;
  readonly host: PackHost;
  readonly publisher: Publisher;
  reader!: Reader;
  readonly #options: Partial<LaunchOptions> & { made?: MadePage };

  private constructor(name: BrowserName, host: PackHost, options: Partial<LaunchOptions> & { made?: MadePage }) {
    this.name = name;
    this.host = host;
    this.publisher = host.publisher;
    this.#options = options;
  }

  static async start(
    name: BrowserName,
    { publisher, ...options }: Partial<LaunchOptions> & { made?: MadePage; publisher?: Publisher } = {},
  ): Promise<SyncingReader> {
    const host = await PackHost.start(publisher ?? (await Publisher.create()));
    const one = new SyncingReader(name, host, options);
    await one.open();
    return one;
  }

  async open(): Promise<void> {
    const { preferences, ...options } = this.#options;
    this.reader = await Reader.start(this.name, {
      folder: FIXTURES,
      ...options,
      preferences: { ...KEEP, ...preferences },
    });
  }

  /** The machine loses power, as far as the browser can tell. */
  async kill(): Promise<void> {
    const { browser } = this.reader.running;
    const gone = new Promise((resolve) => browser.once('disconnected', resolve));
    // Its renderers and helpers are in its process group.
    const { pid } = browser.process()!;
    try {
      process.kill(-pid!, 'SIGKILL');
    } catch {
      process.kill(pid!, 'SIGKILL');
    }
    await gone;
    // What else it had open: the server of its pages.
    await this.reader.stop().catch(() => {});
    // Puppeteer puts a Firefox profile's preferences back when its browser is gone; not while the next one starts.
    const { profile = '' } = this.#options;
    await until('the profile to be left alone', async () => !existsSync(join(profile, 'user.js.puppeteer')));
  }

  /** The extension is installed over itself, as an update is, in the same browser. */
  async reinstall(folder = outputOf(this.name)): Promise<void> {
    await this.reader.running.browser.installExtension(folder);
    this.reader.leaveDesk();
    await until('the extension to be back', () =>
      this.holdings().then(
        () => true,
        () => false,
      ),
    );
  }

  async stop(): Promise<void> {
    await this.reader.stop().catch(() => {});
    await this.host.stop();
  }

  /** Another publisher with a pack of one revision. */
  static async hostOf(pack: Pack): Promise<PackHost> {
    const publisher = await Publisher.create();
    publisher.pack = pack.manifest.id;
    await publisher.publish(pack, day(-1));
    return PackHost.start(publisher);
  }

  /** Adds the host's pack as the reader who saw its key does. */
  add(): Promise<void> {
    return this.addFrom(this.host);
  }

  async addFrom({ address }: PackHost): Promise<void> {
    const offer = await this.reader.ask('lookAtPack', { address });
    if (!offer.ok) throw new Error(`${offer.failure.code}: ${offer.failure.message}`);
    const added = await this.reader.ask('addPack', { address, keys: offer.value.keys.map(({ key }) => key) });
    if (!added.ok) throw new Error(`${added.failure.code}: ${added.failure.message}`);
  }

  async holdings(): Promise<Holdings> {
    const answer = await this.reader.ask('getPacks', {});
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  }

  async pack(id = 'example'): Promise<PackState | undefined> {
    return (await this.holdings()).packs.find((pack) => pack.id === id);
  }

  async progress(id = 'example'): Promise<SyncProgress | undefined> {
    const answer = await this.reader.ask('getSync', {});
    return answer.ok ? (answer.value as SyncStates)[id] : undefined;
  }

  /** The revision is held, and its notes are in use. */
  untilRevision(revision: number, patienceMs?: number): Promise<PackState> {
    return until(
      `revision ${revision}`,
      async () => {
        const [pack, progress] = [await this.pack(), await this.progress()];
        return pack?.revision === revision && (progress?.phase ?? 'idle') === 'idle' && pack;
      },
      patienceMs,
    );
  }

  untilPhase(phase: SyncProgress['phase']): Promise<SyncProgress> {
    return until(`a sync that is ${phase}`, async () => {
      const progress = await this.progress();
      return progress?.phase === phase && progress;
    });
  }

  /** A failure of the pack, once it has one; and whether its notes are still held. */
  untilFailure(code: string): Promise<PackState | undefined> {
    return until(`the failure ${code}`, async () => {
      const { packs, pending } = await this.holdings();
      const one = [...packs, ...pending].find(({ id }) => id === 'example');
      return one?.source?.failure?.code === code && (packs.find(({ id }) => id === 'example') ?? true);
    }).then((found) => (found === true ? undefined : found)) as Promise<PackState | undefined>;
  }

  /** Asks the publisher, however short a time ago it was asked. */
  async syncNow(pack = 'example'): Promise<void> {
    await this.inStore('sync', '(rows) => rows.map((row) => ({ ...row, lastAttempt: 0 }))');
    const asked = await this.reader.ask('syncNow', { pack });
    if (!asked.ok || asked.value.asked.length === 0) throw new Error('the publisher was not asked');
  }

  /** Publishes the next revision. */
  publish = (...args: Parameters<Publisher['publish']>) => this.publisher.publish(...args);

  /** Rows of a table as they lie in IndexedDB, as JSON to the letter. */
  async rowsIn(table: string, database = 'claim-context'): Promise<string> {
    const page = await this.reader.desk();
    return (await page.evaluate(`(async () => {
      const request = (asked) => new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const db = await request(indexedDB.open(${JSON.stringify(database)}));
      const rows = await request(db.transaction(${JSON.stringify(table)}).objectStore(${JSON.stringify(table)}).getAll());
      db.close();
      return JSON.stringify(rows);
    })()`)) as string;
  }

  /**
   * Rows of a table as they lie in IndexedDB, past all our code; what `change`, a function as text, gives is put back.
   * Answers how many rows there were.
   */
  async inStore(table: string, change = '() => []', database = 'claim-context'): Promise<number> {
    const page = await this.reader.desk();
    // As text: a debugger may run what a page of the extension may not.
    return (await page.evaluate(`(async () => {
      const request = (asked) => new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const db = await request(indexedDB.open(${JSON.stringify(database)}));
      const transaction = db.transaction(${JSON.stringify(table)}, 'readwrite');
      const rows = transaction.objectStore(${JSON.stringify(table)});
      const all = await request(rows.getAll());
      for (const row of (${change})(all)) rows.put(row);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      db.close();
      return all.length;
    })()`)) as number;
  }
}
