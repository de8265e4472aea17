/** A reader at a real browser with the built extension: opens pages, rests the pointer on names, opens the popup. */
import type { Page } from 'puppeteer-core';
import type { BackgroundRequests, PageRequests } from '../messages/protocol.ts';
import type { Result } from '../messages/result.ts';
import { type BrowserName, type LaunchOptions, launch, type Running } from './browsers.ts';
import { outputOf } from './build.ts';
import { cardReader, type InCard } from './closed-shadow.ts';
import { type MadePage, type Served, serveFolder } from './serve-folder.ts';

const PATIENCE_MS = 15_000;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks again until the answer is something, or says what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer as T;
    if (Date.now() > end) throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
    await pause(50);
  }
}

export interface OpenArticle {
  readonly page: Page;
  /** The browser's number of its tab. */
  readonly tabId: number;
  readonly inCard: InCard;
  /** Text of the open card as a reader sees it, or `null`. */
  cardText(): Promise<string | null>;
  /** Rests the pointer on the nth occurrence of the words, in the viewport. */
  rest(words: string, nth?: number): Promise<void>;
  /** Leaves the last card, rests on the words and waits for a card whose text has `expected`. */
  cardOn(words: string, expected: string, nth?: number): Promise<string>;
  /** The marked texts, by the names of the page's highlights. */
  marks(): Promise<Record<string, string[]>>;
  /** Waits until something is marked. */
  marked(): Promise<Record<string, string[]>>;
}

export class Reader {
  readonly running: Running;
  readonly #served: Served | undefined;
  /** A page of the extension to ask from, opened when first needed. */
  #desk: Page | undefined;

  constructor(running: Running, served?: Served) {
    this.running = running;
    this.#served = served;
  }

  static async start(
    name: BrowserName,
    options: { folder: string; made?: MadePage } & Partial<LaunchOptions>,
  ): Promise<Reader> {
    const { folder, made, ...launchOptions } = options;
    const served = await serveFolder(folder, made);
    const running = await launch(name, { extension: outputOf(name), headless: true, ...launchOptions });
    return new Reader(running, served);
  }

  /** A page of the extension to ask and look from. */
  async desk(): Promise<Page> {
    this.#desk ??= await this.openExtensionPage('options.html');
    return this.#desk;
  }

  /** The page to ask from was closed; the next question opens another. */
  leaveDesk(): void {
    this.#desk = undefined;
  }

  get name(): BrowserName {
    return this.running.name;
  }

  async stop(): Promise<void> {
    await this.running.browser.close();
    await this.#served?.close();
  }

  /** Opens a path of the served folder, or a whole address. */
  async open(path: string): Promise<OpenArticle> {
    const before = new Set(await this.#tabIds());
    const page = await this.running.browser.newPage();
    const tabId = (await this.#tabIds()).find((id) => !before.has(id))!;
    await page.setViewport({ width: 1100, height: 900 });
    await page.goto(/^https?:/.test(path) ? path : `${this.#served?.url}/${path}`, { waitUntil: 'load' });
    await page.bringToFront();
    return articleIn(page, tabId, await cardReader(this.name, page));
  }

  /** A page of the extension. Firefox loads it but never settles the navigation, so its load is watched for instead. */
  async openExtensionPage(
    path: string,
    size: { width: number; height: number } = { width: 400, height: 600 },
  ): Promise<Page> {
    const page = await this.running.browser.newPage();
    await page.setViewport(size);
    const going = page.goto(`${this.running.origin}/${path}`);
    if (this.name === 'firefox') going.catch(() => {});
    else await going;
    await until(`${path} to load`, () =>
      page
        .evaluate(() => document.readyState === 'complete' && location.protocol.endsWith('extension:'))
        .catch(() => false),
    );
    return page;
  }

  /** Asks the background as a page of the extension does. */
  async ask<N extends keyof BackgroundRequests>(
    name: N,
    params: BackgroundRequests[N]['params'],
  ): Promise<Result<BackgroundRequests[N]['result']>> {
    return this.#send(null, { to: 'background', name, params }) as never;
  }

  /** Asks the content script of a tab's top frame, as the popup does. */
  async askPage<N extends keyof PageRequests>(
    tabId: number,
    name: N,
    params: PageRequests[N]['params'],
  ): Promise<Result<PageRequests[N]['result']>> {
    return this.#send(tabId, { to: 'page', name, params }) as never;
  }

  async #send(tabId: number | null, message: object): Promise<unknown> {
    const page = await this.desk();
    const answer = await page.evaluate(
      async (tab, text) => {
        const api = (globalThis as never as { browser?: Api; chrome: Api })[
          'browser' in globalThis ? 'browser' : 'chrome'
        ]!;
        const sent = JSON.parse(text);
        const send = () =>
          tab === null ? api.runtime.sendMessage(sent) : api.tabs.sendMessage(tab, sent, { frameId: 0 });
        // As every page of ours does, with more patience: a background that falls asleep is asked again.
        const asleep = (error: Error) => tab === null && /Receiving end does not exist/.test(error.message);
        for (let left = 5; ; left--) {
          try {
            return JSON.stringify(await send());
          } catch (error) {
            if (left === 0 || sent.name === 'saveOwn' || !asleep(error as Error)) throw error;
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
        }
      },
      tabId,
      JSON.stringify(message),
    );
    return JSON.parse(answer);
  }

  async #tabIds(): Promise<number[]> {
    const page = await this.desk();
    return page.evaluate(async () => {
      const api = (globalThis as never as { browser?: Api; chrome: Api })[
        'browser' in globalThis ? 'browser' : 'chrome'
      ]!;
      return (await api.tabs.query({})).map((tab) => tab.id);
    });
  }

  /** What the toolbar button shows for a tab. */
  async badgeOf(tabId: number): Promise<string> {
    const page = await this.desk();
    return page.evaluate(async (id) => {
      const api = (globalThis as never as { browser?: Api; chrome: Api })[
        'browser' in globalThis ? 'browser' : 'chrome'
      ]!;
      return api.action.getBadgeText({ tabId: id });
    }, tabId);
  }

  /** The popup for a tab, opened as a page. */
  async openPopup(tabId: number, size?: { width: number; height: number }): Promise<Page> {
    const popup = await this.openExtensionPage(`popup.html?tab=${tabId}`, size);
    await popup.waitForSelector('[role="tablist"], .p-body, .notice', { timeout: PATIENCE_MS });
    return popup;
  }
}

/** What the extension's own pages have of the browser. */
interface Api {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly action: { getBadgeText(details: { tabId: number }): Promise<string> };
  readonly tabs: {
    query(query: object): Promise<{ id: number }[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
}

function articleIn(page: Page, tabId: number, inCard: InCard): OpenArticle {
  const cardText = (): Promise<string | null> =>
    inCard((root) => (root.querySelector<HTMLElement>('[role="dialog"]')?.innerText ?? '').trim() || null);

  async function rest(words: string, nth = 0): Promise<void> {
    const point = await page.evaluate(
      (text, nthFound) => {
        let left = nthFound;
        const plain = (words: string): string => words.replaceAll('\u00a0', ' ');
        const pointOn = (range: Range): { x: number; y: number } => {
          range.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = range.getClientRects()[0]!;
          return { x: box.left + Math.min(box.width / 2, 12), y: box.top + box.height / 2 };
        };
        const range = document.createRange();
        // A marked occurrence first: the words may stand in a menu as well.
        for (const mark of [...CSS.highlights.values()].flatMap((highlight) => [...highlight])) {
          range.setStart(mark.startContainer, mark.startOffset);
          range.setEnd(mark.endContainer, mark.endOffset);
          if (plain(range.toString()) === text && left-- <= 0) return pointOn(range);
        }
        left = nthFound;
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          // Names are told apart by their words, not by the kind of space between them.
          const data = plain((node as Text).data);
          for (let from = data.indexOf(text); from !== -1; from = data.indexOf(text, from + 1)) {
            if (left-- > 0) continue;
            range.setStart(node, from);
            range.setEnd(node, from + text.length);
            return pointOn(range);
          }
        }
        return null;
      },
      words,
      nth,
    );
    if (!point) throw new Error(`“${words}” is not on the page`);
    // Two moves: a pointer that appears on a name has not come to rest there.
    await page.mouse.move(point.x - 1, point.y);
    await page.mouse.move(point.x, point.y);
  }

  const marks = (): Promise<Record<string, string[]>> =>
    page.evaluate(() =>
      Object.fromEntries(
        [...CSS.highlights].map(([name, highlight]) => [
          name,
          [...highlight].map((range) => {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return live.toString().replaceAll('\u00a0', ' ');
          }),
        ]),
      ),
    );

  return {
    page,
    tabId,
    inCard,
    cardText,
    rest,
    marks,
    marked: () =>
      until('marks on the page', async () => {
        const found = await marks();
        return Object.values(found).some((texts) => texts.length > 0) && found;
      }),
    async cardOn(words, expected, nth) {
      // A card that is open may lie over the next name.
      await page.mouse.move(2, 2);
      await until('the last card to close', async () => (await cardText()) === null);
      await rest(words, nth);
      return until(`a card with “${expected}” on “${words}”`, async () => {
        const text = await cardText();
        return text?.includes(expected) && text;
      });
    },
  };
}
