/**
 * Marks to pixels and the name under the pointer, with the content script's own modules on a page of 100,000 words.
 * Against them: each name wrapped in a `<mark>` with the same lines, and the platform's own `highlightsFromPoint`.
 * `total` is from the first call, at the beginning of a frame, to the end of that frame, layout forced in between: when
 * every mark in the window can be seen. Not in it: `sheet`, our style sheet, which a page gets while it waits for its
 * names (that of the elements is there from the start), and `rest`, what is marked outside the window after that, in
 * idle moments. Both ways start from fresh nodes and take turns; medians in milliseconds.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, ensureBrowser } from '../../lib/cli/browsers.ts';
import { filler } from '../support/pages.ts';
import type * as InPage from './marks-page.ts';
import { median, type Row, record } from './record.ts';

const ROUNDS = 5;
const WORDS = 100_000;
const POINTS = 1_000;
const ROOT = join(import.meta.dirname, '../..');

/** The lines of the highlights' sheet, for elements. */
const SHEET = `body { font: 16px/1.5 serif; max-width: 46em; margin: auto } mark { background: none; color: inherit;
  text-underline-offset: .22em; text-decoration-skip-ink: none } mark.outlet { text-decoration: underline dashed 1.5px #2a6d92 }
  mark.official { text-decoration: underline dotted 2px #8d4884 } mark.unit { text-decoration: underline double 1px #866018 }`;

/** Paragraphs of about 70 words with a link or emphasis every 14, and names spread evenly over them. */
function articleOf(names: number): string {
  const words = filler(20).split(/\s+/);
  const every = WORDS / names;
  let named = 0;
  const paragraphs: string[] = [];
  for (let at = 0; at < WORDS; at += 70) {
    const parts: string[] = [];
    for (let word = at; word < Math.min(at + 70, WORDS); word++) {
      let text = words[word % words.length]!;
      if (Math.floor((word + 1) / every) > named) {
        named++;
        text = 'Oqbar Teshen';
      }
      parts.push(word % 14 === 3 ? `<em>${text}` : word % 14 === 9 ? `${text}</em>` : text);
    }
    const open = parts.filter((part) => part.startsWith('<em>')).length;
    const shut = parts.filter((part) => part.endsWith('</em>')).length;
    paragraphs.push(`<p>${shut > open ? '<em>' : ''}${parts.join(' ')}${open > shut ? '</em>' : ''}</p>`);
  }
  return `<article><h1>A day at the ministry</h1>${paragraphs.join('')}</article>`;
}

/** Serves the repository's modules as a browser takes them: the types blanked out, every line where it was. */
async function serveModules(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    if (!path.endsWith('.ts')) {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><title>marks</title><link rel="icon" href="data:,"><style>${SHEET}</style><body>`);
      return;
    }
    readFile(join(ROOT, normalize(path)), 'utf8').then(
      (source) => {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end(stripTypeScriptTypes(source));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A browser without the extension, which would mark the page too. */
const start = (name: BrowserName): Promise<Browser> =>
  puppeteer.launch({
    ...(name === 'firefox' && { browser: name }),
    executablePath: ensureBrowser(name, console.log),
    headless: true,
    args: name === 'chromium' ? [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'] : [],
  });

const call = <N extends 'setPage' | 'timeMarks' | 'timeHover'>(
  page: Page,
  name: N,
  argument: Parameters<(typeof InPage)[N]>[0],
): Promise<Awaited<ReturnType<(typeof InPage)[N]>>> =>
  page.evaluate(
    async (module, wanted, given) => {
      const inPage = await import(module);
      return inPage[wanted](given);
    },
    '/test/bench/marks-page.ts',
    name,
    argument,
  ) as never;

const rounded = (value: number): number => Math.round(value * 10) / 10;

async function measure(name: BrowserName, url: string): Promise<Row[]> {
  const browser = await start(name);
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1100, height: 900 });
    await page.goto(url);
    await page.bringToFront();
    const rows: Row[] = [];
    for (const names of [200, 2_000, 20_000]) {
      await call(page, 'setPage', articleOf(names));
      const ways = { highlight: [] as InPage.MarkTimes[], mark: [] as InPage.MarkTimes[] };
      for (let round = 0; round < ROUNDS; round++) {
        for (const way of round % 2 === 0 ? (['highlight', 'mark'] as const) : (['mark', 'highlight'] as const)) {
          const times = await call(page, 'timeMarks', way);
          if (times.names !== names) throw new Error(`${times.names} names on the page instead of ${names}`);
          ways[way].push(times);
        }
      }
      const total = (times: InPage.MarkTimes): number => times.apply + times.layout + times.frame;
      const middle = (way: keyof typeof ways, part: (times: InPage.MarkTimes) => number): number =>
        median(ways[way].map(part));
      for (const way of ['highlight', 'mark'] as const) {
        rows.push({
          browser: name,
          names,
          way,
          sheet: rounded(middle(way, (t) => t.sheet)),
          apply: rounded(middle(way, (t) => t.apply)),
          layout: rounded(middle(way, (t) => t.layout)),
          frame: rounded(middle(way, (t) => t.frame)),
          total: rounded(middle(way, total)),
          rest: rounded(middle(way, (t) => t.rest)),
          mutations: middle(way, (t) => t.mutations),
          ratio: way === 'mark' ? rounded(middle('mark', total) / middle('highlight', total)) : 1,
        });
      }
      const hovers: Awaited<ReturnType<typeof InPage.timeHover>>[] = [];
      for (let round = 0; round < 3; round++) hovers.push(await call(page, 'timeHover', POINTS));
      const platform = hovers.map((times) => times.platform).filter((value) => value !== null);
      rows.push({
        browser: name,
        names,
        way: 'hover, µs a call',
        total: rounded(median(hovers.map((times) => times.ours))),
        highlightsFromPoint: platform.length > 0 ? rounded(median(platform)) : 'not there',
        'on a name': `${hovers[0]!.found} of ${hovers[0]!.points}`,
      });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const served = await serveModules();
try {
  await record('marks', [...(await measure('chromium', served.url)), ...(await measure('firefox', served.url))]);
} finally {
  served.close();
}
