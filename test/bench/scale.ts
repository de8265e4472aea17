/**
 * Readers of one pack behind one cache, over days: what they ask for, what of it reaches the publisher's host, and what it
 * costs each. Two real nginx on loopback, a pack of 50,000 made-up notes that changes by 1 % a day, and readers whose own
 * schedule says when they ask (see test/support/scale). `NOTES` and `BEFORE` (days published before) change the size. Takes
 * about six minutes on two cores, half of it for publishing.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAtOnce } from '../support/scale/at-once.ts';
import {
  busiestFive,
  headersOf,
  mean,
  ordinaryDays,
  quantile,
  trafficOf,
  visitsBehind,
} from '../support/scale/figures.ts';
import { ensureNginx, type Nginx } from '../support/scale/nginx.ts';
import { installFrom, PLAIN_HOSTS } from '../support/scale/plain-hosts.ts';
import { DAY, HOUR, type PublishedDays, publishDays, putDays } from '../support/scale/published-days.ts';
import { type Scenario, type Simulated, simulate } from '../support/scale/simulate.ts';
import { type Row, record } from './record.ts';

const NOTES = Number(process.env.NOTES ?? 50_000);
const BEFORE = Number(process.env.BEFORE ?? 32);
const DAYS = 3;

const HALF_HOUR = 'public, max-age=1800';
const OUTAGE = { from: 8, to: 11 };
const SCENARIOS: readonly Scenario[] = [
  { readers: 100, days: DAYS, listControl: HALF_HOUR },
  { readers: 500, days: DAYS, listControl: HALF_HOUR },
  { readers: 2000, days: DAYS, listControl: HALF_HOUR },
  { readers: 2000, days: DAYS, listControl: 'public, max-age=300' },
  { readers: 500, days: DAYS, listControl: HALF_HOUR, outage: OUTAGE },
  { readers: 500, days: DAYS, listControl: `${HALF_HOUR}, stale-if-error=86400`, outage: OUTAGE },
];

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function trafficRow(simulated: Simulated): Row {
  const { readers, listControl } = simulated.scenario;
  const traffic = trafficOf(simulated);
  const later = trafficOf(simulated, 1);
  return {
    readers,
    list: listControl.replace('public, ', ''),
    requests: Math.round(traffic.requests),
    MB: round(traffic.megabytes),
    'hits, %': round(traffic.hits * 100),
    'hits after day 1, %': round(later.hits * 100),
    'busiest 5 min': later.busiestFive,
    'host: requests': Math.round(traffic.originRequests),
    'host: after day 1': Math.round(later.originRequests),
    'host: MB': round(traffic.originMegabytes),
    'host: MB after day 1': round(later.originMegabytes),
  };
}

function readerRow(simulated: Simulated): Row {
  const days = ordinaryDays(simulated);
  const [requests, bytes] = [days.map((day) => day.requests), days.map((day) => day.bytes / 1e6)];
  return {
    what: 'a reader’s ordinary day',
    readers: simulated.scenario.readers,
    days: days.length,
    'requests, mean': round(mean(requests)),
    'requests, 95 %': quantile(requests, 0.95),
    'requests, most': Math.max(...requests),
    '5 or fewer, %': round((100 * requests.filter((n) => n <= 5).length) / days.length, 1),
    'MB, mean': round(mean(bytes), 3),
    'MB, 95 %': round(quantile(bytes, 0.95), 3),
    'MB, most': round(Math.max(...bytes), 3),
  };
}

const behindRows = (simulated: Simulated): Row[] =>
  [0, 1, 2, 3, 7, 30, null].flatMap((behind): Row[] => {
    const visits = visitsBehind(simulated, behind);
    if (visits.length === 0) return [];
    return [
      {
        what: behind === null ? 'a new reader' : `a look, ${behind} behind`,
        looks: visits.length,
        MB: round(mean(visits.map(({ bytes }) => bytes)) / 1e6, 3),
        requests: round(mean(visits.map(({ requests }) => requests))),
      },
    ];
  });

function outageRow(simulated: Simulated): Row {
  const [start, end] = [OUTAGE.from, OUTAGE.to].map((hour) => simulated.from + DAY + hour * HOUR) as [number, number];
  const visits = simulated.visits.flat();
  const failed = visits.filter(({ outcome }) => outcome === 'failed');
  const hit = simulated.visits.filter((each) => each.some(({ outcome }) => outcome === 'failed'));
  const back = hit.map((each) => each.find(({ at, outcome }) => at >= end && outcome !== 'failed')?.at ?? Number.NaN);
  return {
    what: `host down from ${OUTAGE.from} to ${OUTAGE.to}`,
    readers: simulated.scenario.readers,
    list: simulated.scenario.listControl.replace('public, ', ''),
    'readers it failed': hit.length,
    'tries of each, mean': round(failed.length / (hit.length || 1)),
    'looks in the busiest 5 min of it': busiestFive(visits.map(({ at }) => at).filter((at) => at >= start && at < end)),
    'in the hour after': busiestFive(visits.map(({ at }) => at).filter((at) => at >= end && at < end + HOUR)),
    'half were back after, min': hit.length === 0 ? 0 : round((quantile(back, 0.5) - end) / 60_000, 0),
  };
}

async function plainRows(published: PublishedDays, nginx: Nginx, folder: string): Promise<Row[]> {
  const dir = join(folder, 'plain');
  await putDays(dir, published, published.days.length);
  const rows: Row[] = [];
  for (const [name, start] of Object.entries(PLAIN_HOSTS)) {
    const host = await start(dir, nginx, join(folder, 'plain-nginx'));
    if (typeof host === 'string') {
      say(`${name} is left out: ${host}`);
      continue;
    }
    const started = performance.now();
    const { outcome, notes, requests, bytes, headers } = await installFrom(host.url, published);
    rows.push({
      what: `installed from ${name}`,
      outcome,
      notes,
      'of notes': published.days.at(-1)!.revision.counts.notes,
      requests,
      MB: round(bytes / 1e6),
      seconds: round((performance.now() - started) / 1000, 1),
      'allow-origin': headers.get('access-control-allow-origin') ?? 'not sent',
      'cache-control': headers.get('cache-control') ?? 'not sent',
    });
    await host.stop();
  }
  return rows;
}

async function measure(nginx: Nginx, folder: string): Promise<void> {
  const published = await publishDays(NOTES, BEFORE + DAYS, say);
  const runs: Simulated[] = [];
  for (const [i, scenario] of SCENARIOS.entries()) {
    const started = performance.now();
    const run = await simulate(scenario, published, nginx, join(folder, String(i)));
    runs.push(run);
    await rm(join(folder, String(i)), { recursive: true });
    say(`${scenario.readers} readers, ${scenario.listControl}: ${round((performance.now() - started) / 1000, 0)} s`);
  }
  const largest = runs[2]!;
  const atOnce = await askAtOnce(published, 500, nginx, join(folder, 'at-once'));
  await record('scale-cache', runs.filter(({ scenario }) => !scenario.outage).map(trafficRow));
  await record('scale-readers', [
    {
      what: 'the pack',
      notes: NOTES,
      'days published': BEFORE + DAYS,
      'pack.json, bytes': published.days.at(-1)!.packFile.length,
      'headers, bytes a request': Math.round(headersOf(largest)),
    },
    readerRow(largest),
    ...behindRows(largest),
  ]);
  await record('scale-hosts', [
    ...runs.filter(({ scenario }) => scenario.outage).map(outageRow),
    { what: '500 at once: the host is asked', 'for the list': atOnce.list, 'for a new file': atOnce.segment },
    ...(await plainRows(published, nginx, folder)),
  ]);
}

const folder = await mkdtemp(join(tmpdir(), 'scale-'));
try {
  const tools = join(folder, 'tools');
  await mkdir(tools);
  const nginx = ensureNginx(tools, say);
  if (typeof nginx === 'string') say(`Not measured: ${nginx}`);
  else await measure(nginx, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
