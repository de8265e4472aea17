/** What a publisher's host learns of its readers, and what a page can do to syncing, to the card and to us: nothing. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FIREFOX_ADDON_ID } from '../../lib/cli/browsers.ts';
import { pause, until } from '../../lib/cli/reader.ts';
import { backgroundRows } from '../../lib/messages/background-rows.ts';
import { type Invariants, invariantsOf } from '../support/invariants.ts';
import { articlePage, filler } from '../support/pages.ts';
import { day, SyncingReader } from '../support/syncing.ts';
import { makePack } from '../unit/packs/make-pack.ts';

const NAMES = ['chromium', 'firefox'] as const;

/** Asks our extension for everything a page could think of, by every way there is; its id stands in the address. */
const FORGER = `<script>
  const asked = ['syncNow', 'addPack', 'removePack', 'getOwn', 'saveOwn', 'deleteOwn', 'getPacks', 'rebuildStore', 'setSettings'];
  const id = new URLSearchParams(location.search).get('id');
  window.forged = 0;
  window.answers = [];
  const hear = (answer) => { if (answer !== undefined) window.answers.push(answer); };
  const forge = () => {
    for (const name of asked) {
      const message = { to: 'background', name, params: { pack: null, address: location.href, keys: [] } };
      window.postMessage(message, '*');
      for (const target of [window, document, document.documentElement]) {
        target.dispatchEvent(new CustomEvent('claim-context', { detail: message }));
        target.dispatchEvent(new MessageEvent('message', { data: message, origin: 'null' }));
      }
      new BroadcastChannel('claim-context').postMessage(message);
      const runtime = (window.browser ?? window.chrome)?.runtime;
      try { runtime?.sendMessage?.(message)?.then?.(hear, () => {}); } catch {}
      try { runtime?.sendMessage?.(id, message, hear); } catch {}
      try { runtime?.connect?.(id)?.postMessage(message); } catch {}
      window.forged++;
    }
  };
  forge();
  setInterval(forge, 50);
</script>`;

/** A page whose world is not what it seems. */
const CROOKED = `<script>
  const no = () => { throw new Error('not here'); };
  Element.prototype.attachShadow = no;
  for (const name of ['map', 'filter', 'forEach', 'find', 'some', 'sort', 'entries', 'push', 'flatMap']) Array.prototype[name] = no;
  for (const name of ['split', 'normalize', 'toLowerCase', 'slice']) String.prototype[name] = no;
  JSON.parse = no;
  Map.prototype.set = no;
  for (const name of ['observe', 'disconnect']) MutationObserver.prototype[name] = no;
  HTMLElement.prototype.showPopover = no;
  Document.prototype.createElement = no;
  window.fetch = no;
  window.requestAnimationFrame = no;
</script>`;

const made = (path: string): string | undefined => {
  const text = ['Vladimir Putin spoke for an hour.', filler(3)];
  if (path === '/read.html') return articlePage(text);
  if (path === '/forger.html') return articlePage(text, { head: FORGER });
  if (path === '/crooked.html') return articlePage(text, { head: CROOKED });
  return undefined;
};

/** What our scripting API has that a test needs, in either browser. */
const API = '(globalThis.browser ?? chrome)';

describe.each(NAMES)('in %s', (name) => {
  let reader: SyncingReader;
  let invariants: Invariants;
  beforeAll(async () => {
    reader = await SyncingReader.start(name, { made });
    await reader.publish(makePack(200), day(-2));
    // A host that would like to know its readers again.
    reader.host.fault = () => ({
      headers: {
        'set-cookie': 'reader=1; Path=/',
        etag: '"reader-1"',
        'last-modified': 'Tue, 24 Nov 2026 00:00:01 GMT',
      },
    });
    await reader.add();
    await reader.untilRevision(1);
    invariants = await invariantsOf(reader);
  });
  afterEach(() => invariants.hold());
  afterAll(() => reader.stop());

  /** Everything of ours that a page might have changed. */
  const standing = async (): Promise<string> =>
    JSON.stringify([
      await reader.holdings(),
      await reader.reader.ask('getMuted', {}),
      await reader.reader.ask('getSettings', {}),
      await reader.reader.ask('getOwn', {}),
    ]);

  test('78: no cookie, referrer, validator, identifier or origin goes out, however often it is asked', async () => {
    await reader.publish(makePack(230), day(-1));
    await reader.syncNow();
    await reader.untilRevision(2);
    await reader.syncNow();
    await until(
      'the third look',
      async () => reader.host.requests.filter(({ path }) => path === 'pack.json').length >= 4,
    );
    const { requests } = reader.host;
    const sent = new Set(requests.flatMap(({ headers }) => Object.keys(headers)));
    // What every request of this browser to anybody has; nothing else.
    const common =
      /^(?:host|connection|user-agent|accept|accept-language|accept-encoding|sec-fetch-(?:site|mode|dest)|priority|cache-control|pragma|te)$/;
    expect([...sent].filter((header) => !common.test(header))).toEqual([]);
    for (const { method, headers, path } of requests) {
      expect(method).toBe('GET');
      expect(JSON.stringify(headers)).not.toMatch(/extension:|reader|[0-9a-f]{8}-[0-9a-f]{4}-/);
      expect(path).toMatch(/^(?:pack\.json|f\/[A-Za-z0-9_-]{43}\.bin)$/);
    }
    // The same to the letter each time: nothing counts up.
    const lists = requests.filter(({ path }) => path === 'pack.json').map(({ headers }) => JSON.stringify(headers));
    expect(new Set(lists).size).toBe(1);
    await reader.untilPhase('idle');
  });

  test('72: a page that forges messages changes nothing and learns nothing', async () => {
    const before = await standing();
    reader.host.asked();
    const id = name === 'firefox' ? FIREFOX_ADDON_ID : new URL(reader.reader.running.origin).host;
    const article = await reader.reader.open(`forger.html?id=${id}`);
    await article.marked();
    await pause(1_000);
    const { forged, answers } = (await article.page.evaluate(
      '({ forged: window.forged, answers: window.answers })',
    )) as { forged: number; answers: unknown[] };
    expect(forged).toBeGreaterThan(50);
    expect(answers).toEqual([]);
    expect(reader.host.asked()).toEqual([]);
    expect(await standing()).toBe(before);
    await article.page.close();
  });

  test('73: a script in a page that asks for what is not a page’s is refused, whatever it asks', async () => {
    const before = await standing();
    reader.host.asked();
    const article = await reader.reader.open('read.html');
    await article.marked();
    const names = Object.entries(backgroundRows).flatMap(([each, { who }]) => (who.includes('page') ? [] : each));
    expect(names).toEqual(expect.arrayContaining(['syncNow', 'addPack', 'getOwn', 'importOwn', 'removePack']));
    // In the isolated world of our content script: the worst that a hole in it could do.
    const answers = await (await reader.reader.desk()).evaluate(`${API}.scripting.executeScript({
      target: { tabId: ${article.tabId} },
      args: [${JSON.stringify(names)}],
      func: async (asked) => {
        const api = globalThis.browser ?? chrome;
        const codes = [];
        for (const name of asked) {
          const answer = await api.runtime.sendMessage({ to: 'background', name, params: {} });
          codes.push(answer?.failure?.code ?? 'answered');
        }
        return codes;
      },
    }).then(([{ result }]) => result)`);
    expect(answers).toEqual(names.map(() => 'refused'));
    expect(reader.host.asked()).toEqual([]);
    expect(await standing()).toBe(before);
    await article.page.close();
  });

  test('75: a page that bends its own world does not bend ours', async () => {
    const article = await reader.reader.open('crooked.html');
    // Read with nothing that the page has bent.
    const marked = await until('a mark', () =>
      article.page.evaluate(`(() => {
        for (const [, highlight] of CSS.highlights) for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString();
        }
      })()`),
    );
    expect(marked).toBe('Vladimir Putin');
    const point = (await article.page.evaluate(`(() => {
      for (const [, highlight] of CSS.highlights) for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { left, top, height } = live.getBoundingClientRect();
        return { x: left + 10, y: top + height / 2 };
      }
    })()`)) as { x: number; y: number };
    await article.page.mouse.move(point.x - 1, point.y);
    await article.page.mouse.move(point.x, point.y);
    const card = await until('a card', async () => {
      const text = await article.cardText();
      return text?.includes('President of Russia') && text;
    });
    expect(card).toContain('Vladimir Putin');
    await article.page.close();
  });

  test('76: a page can load nothing of the extension, not even to find out that it is there', async () => {
    const article = await reader.reader.open('read.html');
    await article.marked();
    const paths = [
      'manifest.json',
      'options.html',
      'popup.html',
      'note.html',
      'card.js',
      'starter/pack.json',
      'icon/16.png',
    ];
    const loaded = await article.page.evaluate(
      async (origin, all) => {
        const tries = all.map(async (path) => {
          const url = `${origin}/${path}`;
          const fetched = await fetch(url).then(
            (response) => response.ok,
            () => false,
          );
          const shown = await new Promise<boolean>((resolve) => {
            const image = new Image();
            image.onload = () => resolve(true);
            image.onerror = () => resolve(false);
            image.src = url;
          });
          const run = await new Promise<boolean>((resolve) => {
            const script = document.createElement('script');
            script.onload = () => resolve(true);
            script.onerror = () => resolve(false);
            script.src = url;
            document.head.append(script);
          });
          return fetched || shown || run ? [path] : [];
        });
        return (await Promise.all(tries)).flat();
      },
      reader.reader.running.origin,
      paths,
    );
    expect(loaded).toEqual([]);
    await article.page.close();
  });

  test('74: a page that takes the card away a hundred times a second meets no loop', async () => {
    const before = await standing();
    const article = await reader.reader.open('read.html');
    await article.marked();
    await article.page.evaluate(() => {
      const told = globalThis as never as { taken: number; takes: number };
      told.taken = 0;
      told.takes = window.setInterval(() => {
        for (const host of document.querySelectorAll('claim-context')) {
          host.remove();
          told.taken++;
        }
      }, 10);
    });
    await article.rest('Vladimir Putin');
    await pause(2_000);
    expect(await article.cardText()).toBeNull();
    const taken = await article.page.evaluate(() => {
      const told = globalThis as never as { taken: number; takes: number };
      clearInterval(told.takes);
      return told.taken;
    });
    // It is put there once for each time the reader asks for it.
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(10);
    expect(await article.cardOn('Vladimir Putin', 'Vladimir Putin')).toContain('President of Russia');
    expect(await standing()).toBe(before);
    await article.page.close();
  });

  test('74: a page can neither fade the card nor have it act: no style, event or cover of its own comes through', async () => {
    const before = await standing();
    const article = await reader.reader.open('read.html');
    await article.marked();
    await article.cardOn('Vladimir Putin', 'Vladimir Putin');
    const seen = await article.page.evaluate(async () => {
      const hidden =
        'opacity: 0 !important; pointer-events: none !important; visibility: hidden !important; ' +
        'filter: opacity(0) !important; clip-path: inset(50%) !important; transform: scale(0) !important;';
      const style = document.createElement('style');
      style.textContent = `claim-context, html > * { ${hidden} } html { opacity: 0.99 }`;
      document.head.append(style);
      const host = document.querySelector<HTMLElement>('claim-context')!;
      host.style.cssText = hidden;
      host.animate({ opacity: [0, 0], transform: ['scale(0)', 'scale(0)'] }, { duration: 1e9, fill: 'forwards' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { opacity, pointerEvents, visibility, filter, clipPath, transform } = getComputedStyle(host);
      // Everything a page can make up of a reader's doing.
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 320, clientY: 320 }));
      }
      for (const key of ['p', 'Enter', ' ']) {
        host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
      return { opacity, pointerEvents, visibility, filter, clipPath, transform, inside: host.shadowRoot };
    });
    expect(seen).toEqual({
      opacity: '1',
      pointerEvents: 'auto',
      visibility: 'visible',
      filter: 'none',
      clipPath: 'none',
      transform: 'none',
      inside: null,
    });
    expect(await article.cardText()).toContain('President of Russia');
    // A cover over all of it, above ours: what the reader presses then is the page's.
    await article.page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100vw; height: 100vh; opacity: 0.01; visibility: visible !important; pointer-events: auto !important; transform: none !important; clip-path: none !important';
      document.documentElement.append(cover);
      cover.showPopover();
    });
    for (let y = 60; y < 900; y += 40) await article.page.mouse.click(320, y);
    expect(await standing()).toBe(before);
    await article.page.close();
  });
});

/** Takes back what the manifest asks for: to be allowed to ask other sites. */
async function withdrawHosts(reader: SyncingReader): Promise<void> {
  if (reader.name === 'firefox') {
    const page = await reader.reader.desk();
    await page.evaluate("browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] })");
    return;
  }
  // "On click", in the browser's own page of extensions.
  const page = await reader.reader.running.browser.newPage();
  await page.goto('chrome://extensions');
  const id = new URL(reader.reader.running.origin).host;
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${JSON.stringify(id)}, hostAccess: 'ON_CLICK' })`,
  );
  await page.close();
}

test.each(NAMES)('82: where %s lets us ask no site any more, nobody is asked, and it is told', async (name) => {
  const reader = await SyncingReader.start(name, { made });
  try {
    await reader.publish(makePack(200), day(-2));
    await reader.add();
    await reader.untilRevision(1);
    const invariants = await invariantsOf(reader);
    reader.host.asked();
    await withdrawHosts(reader);
    await reader.syncNow();
    // Firefox would send it all the same, with the number of this installation as its origin.
    const pack = await reader.untilFailure('permission');
    expect(pack).toMatchObject({ revision: 1, inUse: true, source: { failure: { told: true } } });
    expect(await reader.reader.ask('lookAtPack', { address: reader.host.address })).toMatchObject({
      ok: false,
      failure: { code: 'permission' },
    });
    expect(reader.host.asked()).toEqual([]);
    await invariants.hold();
  } finally {
    await reader.stop();
  }
});
