/**
 * One page visit: asks whether this site may be read, reads, asks for the names, marks them, and goes on with the page
 * as it changes. Off means off: then nothing on the page is read at all.
 */
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { Client } from '../../lib/messages/client.ts';
import { MAX_TEXT } from '../../lib/messages/limits.ts';
import { type NamesOnPage, unpackNames } from '../../lib/messages/names-answer.ts';
import type { BackgroundRequests, PageRequests } from '../../lib/messages/protocol.ts';
import type { ReadTimes } from '../../lib/messages/reading.ts';
import type { Result } from '../../lib/messages/result.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { Settings } from '../../lib/messages/settings.ts';
import { articleFromDocument, type PageReading, readAgain } from '../../lib/page/article-from-document.ts';
import { ReadCache } from '../../lib/page/collector.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
import type { Span } from '../../lib/text/span.ts';
import { siteHost, untilLarge } from './frames.ts';
import { type Change, watchAddress, watchPage } from './page-changes.ts';
import { relocate } from './relocate.ts';

/** Characters read at first; a reader who asks for the rest gets as much as a message may hold. */
const FIRST_CHARS = 200_000;

const NO_NAMES: NamesOnPage = { mentions: [], marked: new Set(), date: null };

/** What is shown on the page; implemented by stage.ts. */
export interface Stage {
  /** Names of this text are being asked for. */
  prepare(map: TextMap): void;
  /** New names: marks are drawn again and an open card whose name is gone is closed. */
  names(map: TextMap, names: NamesOnPage, settings: Settings): void;
  /** There is no article, or the site was turned off: nothing of ours is left on the page. */
  leave(): void;
  claim(spans: readonly Span[]): void;
  goTo(mention: Mention, open: boolean): void;
  step(step: 1 | -1): void;
}

export interface Session {
  readonly handlers: Handlers<PageRequests, unknown>;
  /** The reader said that a name on this site is not what it looks like. */
  mute(mention: Mention): void;
  start(): Promise<void>;
}

export function createSession(ask: Client<BackgroundRequests>, signal: AbortSignal, stage: Stage): Session {
  const host = siteHost();
  /** What the background said of this page and of the reader's choices. */
  let opened: BackgroundRequests['openPage']['result'] | null = null;
  let reading: PageReading | null = null;
  let names = NO_NAMES;
  /** The text those names are of. */
  let named: string | null = null;
  let forced = false;
  let maxChars = FIRST_CHARS;
  /** Grows with each reading; an answer to an older one is dropped. */
  let turn = 0;
  /** The text the popup was last given: its spans refer to it, whatever the page has become since. */
  let told = '';

  let times: ReadTimes | null = null;

  const cache = new ReadCache();
  const watch = watchPage({ signal, onNode: (node) => cache.forget(node), onChange: (change) => void read(change) });
  const isOn = (): boolean => opened?.site.on === true && !signal.aborted;

  /** Asks again when nobody answers: a browser that starts up may open pages before the background listens. */
  async function patiently<T>(request: () => Promise<Result<T>>): Promise<Result<T>> {
    for (const waitMs of [500, 2_000, 5_000]) {
      const answer = await request();
      if (answer.ok || answer.failure.code !== 'no-answer' || signal.aborted) return answer;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    return request();
  }

  async function open(): Promise<void> {
    const answer = await patiently(() => ask('openPage', { host }));
    if (signal.aborted || !answer.ok) return;
    opened = answer.value;
    if (isOn()) await read();
    else close();
  }

  function close(): void {
    watch.stop();
    reading = null;
    forget();
  }

  function forget(): void {
    turn++;
    names = NO_NAMES;
    named = null;
    stage.leave();
  }

  function show(): void {
    if (opened && reading?.article) stage.names(reading.map, names, opened.settings);
  }

  function readNow(change: Change): PageReading {
    if (change === 'inside' && reading?.article && reading.roots.every((root) => root.isConnected)) {
      return readAgain(reading);
    }
    cache.clear();
    const force = forced || opened?.site.rule === 'always';
    return articleFromDocument(document, location.href, { force, maxChars, cache });
  }

  async function read(change: Change = 'page'): Promise<void> {
    if (!isOn()) return;
    const started = performance.now();
    const now = readNow(change);
    const text = performance.now() - started;
    reading = now;
    watch.observe(now.article ? now.roots : []);
    if (!now.article) {
      forget();
      return;
    }
    // Same words in other nodes, as frameworks make them: the names stand where they stood.
    if (now.article.text === named) {
      show();
      return;
    }
    const mine = ++turn;
    const asked = performance.now();
    const { article } = now;
    const asking = patiently(() => ask('findNames', { article }));
    stage.prepare(now.map);
    const answer = await asking;
    const answered = performance.now();
    if (mine !== turn || signal.aborted || !answer.ok) return;
    names = unpackNames(answer.value.names, article.text);
    named = article.text;
    show();
    const mark = performance.now() - answered;
    times = { ...answer.value.ms, text, request: answered - asked, mark, words: now.words };
  }

  /** A span of the text the popup was told, in the text as it is now. */
  const here = (span: Span): Span | null => relocate(span, told, reading?.article?.text ?? '');

  return {
    mute(mention) {
      void ask('muteName', { host: location.hostname, text: mention.text }).then(() => {
        named = null;
        return read();
      });
    },
    async start() {
      await untilLarge(signal);
      await open();
      watchAddress(signal, () => {
        forced = false;
        maxChars = FIRST_CHARS;
        watch.nudge();
      });
      // Text that was folded away shows after a click, often without a change of nodes.
      addEventListener('click', () => isOn() && reading?.article && watch.nudge(), { signal, passive: true });
    },
    handlers: {
      getHost: () => ({ host }),
      readArticle({ force }) {
        if (!isOn()) return { article: null, words: 0 };
        if (force) {
          forced = true;
          maxChars = MAX_TEXT;
        }
        const now = readNow('page');
        told = now.article?.text ?? '';
        if (told !== (reading?.article?.text ?? '')) void read();
        const { article, words } = now;
        return { article, words, ...('truncatedAt' in now && { truncatedAt: now.truncatedAt }) };
      },
      showSpan({ start, end }) {
        const span = here({ start, end });
        stage.claim(span ? blocksIn(span) : []);
        return null;
      },
      showMention({ start, open }) {
        const span = here({ start, end: start + 1 });
        const mention = span && names.mentions.find((each) => each.start <= span.start && span.start < each.end);
        if (mention) stage.goTo(mention, open);
        return null;
      },
      stepToName({ step }) {
        stage.step(step);
        return null;
      },
      getTimes: () => times,
      async refresh() {
        named = null;
        await open();
        return null;
      },
    },
  };

  /** A span cut at the ends of blocks: what stands between two paragraphs is not part of a claim. */
  function blocksIn({ start, end }: Span): Span[] {
    return (reading?.article?.blocks ?? [])
      .map((block) => ({ start: Math.max(block.start, start), end: Math.min(block.end, end) }))
      .filter((part) => part.start < part.end);
  }
}
