/**
 * A pack of 50,000 made-up notes is added, then brought a day further, in both browsers: how long it takes, what it takes
 * on disk, and how long lookups take before, during and after. A lookup is asked from a page of the extension, so the
 * way there and back is part of it; names are looked for in an article of some 600 words. `NOTES` changes the size.
 */
import { spawnSync } from 'node:child_process';
import type { BrowserName } from '../../lib/cli/browsers.ts';
import { ensureBuilt } from '../../lib/cli/build.ts';
import { until } from '../../lib/cli/reader.ts';
import { segmentsOf } from '../../lib/packs/published.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { MadePack } from '../support/made-pack.ts';
import { filler } from '../support/pages.ts';
import { stopBackground } from '../support/stop-background.ts';
import { day, makeProfile, SyncingReader } from '../support/syncing.ts';
import { Publisher } from '../unit/packs/publisher.ts';
import { type Row, record } from './record.ts';

const NOTES = Number(process.env.NOTES ?? 50_000);
const ARTICLE = articleFromText({
  id: 'bench',
  text: `${filler(8)}\n\nVladimir Putin met Benjamin Netanyahu. ${filler(8)}\n\nMaher al-Assad commands the Fourth Division.`,
  date: { from: '2019-02-08', to: '2019-02-08', basis: 'argument' },
});

/** Asks again and again from a page of the extension until it is told to stop; times are kept there. */
const PINGS = `(async (article) => {
  const api = globalThis.browser ?? chrome;
  const ask = async (name, params) => {
    const from = performance.now();
    await api.runtime.sendMessage({ to: 'background', name, params });
    return performance.now() - from;
  };
  globalThis.pings = { on: true, card: [], names: [] };
  while (globalThis.pings.on) {
    globalThis.pings.card.push(await ask('getNoteCard', { note: 'official/vladimir-putin' }));
    globalThis.pings.names.push(await ask('findNames', { article }));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
})`;

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const ms = (value: number): number => Math.round(value * 10) / 10;

async function measure(name: BrowserName, publisher: Publisher, days: readonly [string, string]): Promise<Row[]> {
  const profile = makeProfile();
  const diskOf = (): number =>
    Number(spawnSync('du', ['-sk', profile], { encoding: 'utf8' }).stdout.split('\t')[0]) / 1000;
  const reader = await SyncingReader.start(name, {
    profile,
    publisher,
    ...(name === 'firefox' && { preferences: { 'extensions.background.idle.timeout': 1_000 } }),
  });
  const id = publisher.pack;
  try {
    const page = await reader.reader.desk();
    await reader.holdings();
    const estimate = (): Promise<number> =>
      page.evaluate(async () => ((await navigator.storage.estimate()).usage ?? 0) / 1e6);
    async function pinging<T>(work: () => Promise<T>): Promise<{ result: T; card: number[]; names: number[] }> {
      void page.evaluate(`${PINGS}(${JSON.stringify(ARTICLE)})`).catch(() => {});
      await until('the pings', () => page.evaluate('globalThis.pings?.card.length > 3') as Promise<boolean>);
      await page.evaluate('globalThis.pings.card.length = 0; globalThis.pings.names.length = 0');
      const result = await work();
      const { card, names } = (await page.evaluate('globalThis.pings.on = false; globalThis.pings')) as {
        card: number[];
        names: number[];
      };
      return { result, card, names };
    }
    const rows: Row[] = [];
    const row = (what: string, times: { card: number[]; names: number[] }, more: Row): void => {
      rows.push({
        browser: name,
        what,
        'card p50': ms(at(times.card, 0.5)),
        'card p95': ms(at(times.card, 0.95)),
        'names p50': ms(at(times.names, 0.5)),
        'names p95': ms(at(times.names, 0.95)),
        lookups: times.card.length,
        ...more,
      });
    };
    const untilInUse = (revision: number): Promise<unknown> =>
      until(
        `revision ${revision}`,
        async () => (await reader.pack(id))?.revision === revision && (await reader.progress(id))?.phase === 'idle',
        180_000,
      );

    row('before', await pinging(() => new Promise((resolve) => setTimeout(resolve, 3_000))), {});
    const before = { disk: diskOf(), used: await estimate() };
    const installed = await pinging(async () => {
      const from = performance.now();
      await reader.add();
      await until(
        'the parts',
        async () => ['installing', 'idle'].includes((await reader.progress(id))?.phase ?? ''),
        180_000,
      );
      const fetched = performance.now() - from;
      await untilInUse(1);
      return { fetched, used: performance.now() - from };
    });
    row('while 50,000 notes are installed', installed, {
      's to fetch and keep': ms(installed.result.fetched / 1000),
      's until in use': ms(installed.result.used / 1000),
      'MB on disk': ms(diskOf() - before.disk),
      'MB by the browser’s estimate': ms((await estimate()) - before.used),
    });
    row('after', await pinging(() => new Promise((resolve) => setTimeout(resolve, 3_000))), {});

    publisher.files.set('pack.json', new TextEncoder().encode(days[1]));
    reader.host.asked();
    const bytesBefore = [...publisher.files];
    const daily = await pinging(async () => {
      const from = performance.now();
      await reader.syncNow(id);
      await untilInUse(2);
      return performance.now() - from;
    });
    const asked = reader.host.asked();
    const bytes = asked.reduce((sum, path) => sum + (bytesBefore.find(([file]) => file === path)?.[1].length ?? 0), 0);
    row('while a day’s changes come', daily, {
      's until in use': ms(daily.result / 1000),
      requests: asked.length,
      'MB fetched': Math.round(bytes / 1e4) / 100,
    });

    await stopBackground(reader.reader);
    const woken = performance.now();
    await reader.reader.ask('findNames', { article: ARTICLE } as never);
    rows.push({
      browser: name,
      what: 'first answer of a woken background',
      'names p50': ms(performance.now() - woken),
    });
    return rows;
  } finally {
    await reader.stop();
  }
}

const made = new MadePack(NOTES, 'made-up');
const publisher = await Publisher.create();
publisher.pack = 'made-up';
const first = await publisher.publish(made.pack, day(-1));
const [one] = [new TextDecoder().decode(publisher.files.get('pack.json'))];
made.passDay();
await publisher.publish(made.pack, day(0));
const two = new TextDecoder().decode(publisher.files.get('pack.json'));
const megabytes = segmentsOf(first).reduce((sum, { length }) => sum + length, 0) / 1e6;
console.log(`${NOTES} notes, ${megabytes.toFixed(1)} MB in ${first.base.parts.length} parts`);
const rows: Row[] = [];
for (const name of ['chromium', 'firefox'] as const) {
  await ensureBuilt(name, console.log);
  publisher.files.set('pack.json', new TextEncoder().encode(one));
  rows.push(...(await measure(name, publisher, [one!, two])));
}
await record('first-install', rows);
