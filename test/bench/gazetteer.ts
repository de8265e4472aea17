/**
 * Speed and size of the gazetteer beside other matchers, on 6.8 M characters of news and dictionaries of 1,000 to
 * 1,000,000 names (../shared/data/bench), cut into articles of about 1,000 words. All run in one process, in turn, round
 * by round; medians of the thread's own time. One-byte text is as given; two-byte text has curly quotes, as most pages do.
 *
 * `node test/bench/gazetteer.ts [--rounds N] [SIZE]...`. Peers: `npm install` in test/bench/peers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { type Gazetteer, openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import { scan } from '../../lib/gazetteer/scan.ts';
import type { CompileOptions } from '../../lib/gazetteer/staging.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { hasPeers, type Matcher, peers } from './matchers.ts';
import { median, type Row, record } from './record.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'bench');
const ARTICLE_CHARS = 6000;
// A slow peer gets fewer rounds: its ratio needs no more.
const SLOW_MS = 3000;
const LEAST_US = 80_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' } },
});

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** Flat strings, as a page gives them: a string made by joining is a tree until something reads it. */
const flat = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

function readArticles(): string[] {
  const articles: string[] = [];
  let current = '';
  for (const item of JSON.parse(readFileSync(join(DATA, 'news.json'), 'utf8')) as string[]) {
    current += current ? `\n\n${item}` : item;
    if (current.length < ARTICLE_CHARS) continue;
    articles.push(flat(current));
    current = '';
  }
  return [...articles, flat(current)];
}

function readNames(size: number): string[] {
  const file = join(DATA, `dict-${size}.json`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : gunzipSync(readFileSync(`${file}.gz`)).toString();
  return JSON.parse(text) as string[];
}

// A note of one name each: several words a person, one word a unit, so that every fold is on.
const notesOf = (names: readonly string[]): Note[] =>
  names.map((name, i) => {
    const kind = name.includes(' ') ? 'official' : 'unit';
    return {
      id: `${kind}/n${i}` as NoteId,
      kind,
      name,
      aliases: [],
      context: [],
      summary: '',
      facts: [],
      sources: {},
      notToConfuse: [],
    };
  });

const OURS: readonly (readonly [name: string, options: CompileOptions])[] = [
  ['ours, exact', { exact: true }],
  ['ours, all folds', { listed: true }],
  // What the product compiles.
  ['ours, with forms by rule', {}],
];

const hitsOf = (gazetteer: Gazetteer): Matcher => {
  const span = { start: 0, end: 0 };
  return (text) => {
    span.end = text.length;
    const { rows, count } = scan(text, [span], gazetteer);
    let hits = 0;
    for (let row = 0; row < count; row++) if (row === 0 || rows[3 * row] !== rows[3 * row - 3]) hits++;
    return hits;
  };
};

function bare(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum & 1;
}

/** Milliseconds by the clock. */
function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Milliseconds of this thread's own work: the machine is shared, and a clock would tell what others do too. The system
 * counts in steps of some milliseconds, so what is quick is done again until it has taken many of them.
 */
function workOf(work: () => unknown): number {
  const start = process.threadCpuUsage();
  for (let times = 1; ; times++) {
    work();
    const { user, system } = process.threadCpuUsage(start);
    if (user + system > LEAST_US) return (user + system) / 1000 / times;
  }
}

function pass(matcher: Matcher, articles: readonly string[]): { ms: number; hits: number } {
  let hits = 0;
  const ms = workOf(() => {
    hits = 0;
    for (const article of articles) hits += matcher(article);
  });
  return { ms, hits };
}

if (!existsSync(DATA)) {
  console.log('gazetteer: ../shared/data/bench is not here, nothing measured');
} else {
  if (!hasPeers()) console.log('gazetteer: run npm install in test/bench/peers to measure the peers too');
  await measure();
}

async function measure(): Promise<void> {
  const oneByte = readArticles();
  const twoByte = oneByte.map((text) => flat(text.replaceAll("'", '’').replaceAll('"', '”')));
  const chars = oneByte.reduce((sum, text) => sum + text.length, 0);
  const sizes = positionals.length > 0 ? positionals.map(Number) : [1e3, 1e4, 1e5, 1e6];
  const rows: Row[] = [];
  for (const size of sizes) rows.push(...(await measureSize(size, oneByte, twoByte, chars)));
  await record('gazetteer', rows);
}

async function measureSize(size: number, oneByte: string[], twoByte: string[], chars: number): Promise<Row[]> {
  const names = readNames(size);
  const notes = notesOf(names);
  const ours = OURS.map(([name, options]) => {
    const times = Array.from({ length: size > 1e5 ? 1 : 5 }, () => workOf(() => compileGazetteer(notes, options)));
    return { name, bytes: compileGazetteer(notes, options), build: median(times) };
  });
  const idBytes = notes.reduce((sum, { id }) => sum + id.length, 0);
  const rows: Row[] = [...coldRows(size, names, ours[1]!.bytes)];
  const matchers = new Map<string, Matcher>([
    ['bare loop', bare],
    ...ours.map(({ name, bytes }) => [name, hitsOf(openGazetteer(bytes))] as const),
  ]);
  for (const peer of peers()) {
    if (size > peer.most) continue;
    const ms = timeOf(() => matchers.set(peer.name, peer.make(names)));
    console.log(`${size} ${peer.name}: built in ${ms.toFixed(0)} ms`);
  }
  for (const [form, articles] of [
    ['one-byte', oneByte],
    ['two-byte', twoByte],
  ] as const) {
    const times = new Map<string, number[]>([...matchers.keys()].map((name) => [name, []]));
    const hits = new Map<string, number>();
    for (let round = 0; round <= +values.rounds!; round++) {
      for (const [name, matcher] of matchers) {
        const taken = times.get(name)!;
        if (taken.length >= 2 && Math.min(...taken) > SLOW_MS) continue;
        const { ms, hits: found } = pass(matcher, articles);
        hits.set(name, found);
        // The first round warms up.
        if (round > 0) taken.push(ms);
      }
    }
    const middle = (name: string): number => median(times.get(name)!);
    for (const name of matchers.keys()) {
      const own = ours.find((one) => one.name === name);
      rows.push({
        aliases: size,
        text: form,
        matcher: name,
        ms: Math.round(middle(name) * 10) / 10,
        'MB/s': Math.round(chars / 1000 / middle(name)),
        'x bare': round2(middle(name) / middle('bare loop')),
        'x ours exact': round2(middle(name) / middle('ours, exact')),
        hits: name === 'bare loop' ? 0 : hits.get(name)!,
        ...(own
          ? {
              'build ms': Math.round(own.build),
              'bytes an alias': round2(own.bytes.byteLength / size),
              'ids in full': round2(idBytes / size),
            }
          : {}),
      });
    }
  }
  console.table(rows);
  return rows;
}

/** From stored bytes to the first hit, beside rows and a map. */
function coldRows(size: number, names: readonly string[], bytes: ArrayBuffer): Row[] {
  const text = `A report on ${names[names.length >> 1]} and ${names[0]}.`;
  const rounds = size > 1e5 ? 3 : 9;
  const open = Array.from({ length: rounds }, () => timeOf(() => hitsOf(openGazetteer(bytes))(text)));
  const stored = JSON.stringify(names);
  const map = Array.from({ length: rounds }, () =>
    timeOf(() => peers()[0]!.make(JSON.parse(stored) as string[])(text)),
  );
  return [
    {
      aliases: size,
      text: 'cold start',
      matcher: 'ours, from stored bytes',
      ms: round2(median(open)),
      'x ours exact': 1,
    },
    {
      aliases: size,
      text: 'cold start',
      matcher: 'rows and a map',
      ms: round2(median(map)),
      'x ours exact': round2(median(map) / median(open)),
    },
  ];
}
