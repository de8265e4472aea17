/** The part of marks.ts that runs in a page: the modules of the content script on a page made there. */
import { createMarks } from '../../entrypoints/content/highlights.ts';
import { type Names, nameUnder } from '../../entrypoints/content/hover.ts';
import { rectsOf } from '../../entrypoints/content/ranges.ts';
import type { Mention } from '../../lib/gazetteer/mention.ts';
import { articleFromDocument } from '../../lib/page/article-from-document.ts';

/** Milliseconds of one way to mark, and what it told a page that listens. */
export interface MarkTimes {
  /** Giving the page the sheet that marks need; the elements' is there from the start. */
  readonly sheet: number;
  readonly apply: number;
  readonly layout: number;
  readonly frame: number;
  /** Until what is outside the window is marked too. */
  readonly rest: number;
  readonly mutations: number;
}

/** Microseconds a call, and calls that found a name. */
export interface HoverTimes {
  readonly ours: number;
  readonly platform: number | null;
  readonly found: number;
  readonly points: number;
}

const KINDS = ['outlet', 'official', 'unit'] as const;
const NAME = /\bOqbar Teshen\b/g;
let visit = new AbortController();
let marks = createMarks(visit.signal);
let markup = '';

/** A page is replaced by another, so that every round begins from nodes nobody has touched. */
export async function setPage(html: string): Promise<void> {
  markup = html;
  await freshPage();
}

async function freshPage(): Promise<void> {
  visit.abort();
  document.body.innerHTML = markup;
  document.body.getBoundingClientRect();
  await painted();
  await painted();
  // As at every load: the sheet is not there yet either.
  visit = new AbortController();
  marks = createMarks(visit.signal);
}

/** Resolves when the next frame has been painted. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => void drawn().then(resolve)));

/** Asked at the beginning of a frame, resolves when it has been painted. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
}

async function allMarked({ mentions }: Names): Promise<void> {
  const ranges = (): number => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  while (ranges() < mentions.length) await painted();
}

function namesHere(): Names {
  const reading = articleFromDocument(document, location.href, { force: true });
  if (!reading.article) throw new Error('the page is not read as an article');
  const mentions = [...reading.article.text.matchAll(NAME)].map(
    ({ index, 0: text }, i): Mention => ({
      start: index,
      end: index + text.length,
      text,
      kind: KINDS[i % KINDS.length]!,
      note: null,
      candidates: [],
      reason: [],
    }),
  );
  return { map: reading.map, mentions, settings: { opens: 'rest' } };
}

/** As pages are marked by hand and by the usual libraries: the name's text cut out and put into an element. */
function wrap({ map, mentions }: Names): void {
  // From the end, so that a node that is cut keeps the offsets of what stands before.
  for (const { start, end, kind } of [...mentions].reverse()) {
    const { node, offset } = map.startPoint(start)!;
    const name = node.splitText(offset);
    name.splitText(end - start);
    const mark = document.createElement('mark');
    mark.className = kind;
    name.replaceWith(mark);
    mark.append(name);
  }
}

/** Marks every name of a fresh page in one of the two ways, to pixels. */
export async function timeMarks(way: 'highlight' | 'mark'): Promise<MarkTimes & { names: number }> {
  await freshPage();
  const names = namesHere();
  let mutations = 0;
  const observer = new MutationObserver((records) => {
    mutations += records.length;
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const asked = performance.now();
  if (way === 'highlight') marks.prepare(names.map);
  document.body.getBoundingClientRect();
  const ready = performance.now();
  await painted();
  // From the beginning of a frame, so that nobody's time has a wait for the next one in it.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const started = performance.now();
  if (way === 'highlight') marks.showNames(names.map, names.mentions, false);
  else wrap(names);
  const applied = performance.now();
  document.body.getBoundingClientRect();
  const laidOut = performance.now();
  await drawn();
  const shown = performance.now();
  if (way === 'highlight') await allMarked(names);
  const complete = performance.now();
  observer.disconnect();
  return {
    sheet: ready - asked,
    apply: applied - started,
    layout: laidOut - applied,
    frame: shown - laidOut,
    rest: complete - shown,
    mutations,
    names: names.mentions.length,
  };
}

/** The name under the pointer, asked at points on names and beside them, at several places of a fully marked page. */
export async function timeHover(points: number): Promise<HoverTimes & { names: number }> {
  await freshPage();
  const names = namesHere();
  marks.showNames(names.map, names.mentions, false);
  await allMarked(names);
  let ours = 0;
  let platform: number | null = 0;
  let found = 0;
  const places = 5;
  const each = Math.round(points / places);
  for (let place = 0; place < places; place++) {
    const at = names.mentions[Math.floor((names.mentions.length * (place + 0.5)) / places)]!;
    names.map.startPoint(at.start)!.node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
    await painted();
    const [rect] = rectsOf(names.map, at);
    // A path over the window, as a pointer goes; no point twice, because browsers remember the last answer.
    const path = Array.from({ length: each }, (_, i) => ({
      x: 20 + ((rect!.left + i * 37.3) % (innerWidth - 40)),
      y: 10 + ((rect!.top + i * 11.7) % (innerHeight - 20)),
    }));
    let started = performance.now();
    for (const point of path) if (nameUnder(point, names)) found++;
    ours += performance.now() - started;
    if (!('highlightsFromPoint' in CSS.highlights)) platform = null;
    else {
      const registry = CSS.highlights as unknown as { highlightsFromPoint(x: number, y: number): unknown };
      // A call takes milliseconds here: fewer of them do.
      const some = path.filter((_, i) => i % 20 === 0);
      started = performance.now();
      for (const { x, y } of some) registry.highlightsFromPoint(x, y);
      platform! += ((performance.now() - started) * path.length) / some.length;
    }
  }
  const perCall = (ms: number): number => (ms * 1_000) / (each * places);
  return {
    ours: perCall(ours),
    platform: platform === null ? null : perCall(platform),
    found,
    points: each * places,
    names: names.mentions.length,
  };
}
