/** What a publisher's host learns of its readers, and what a page can do to syncing: nothing, recorded on the wire. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pause, until } from '../../lib/cli/reader.ts';
import { articlePage, filler } from '../support/pages.ts';
import { day, SyncingReader } from '../support/syncing.ts';
import { makePack } from '../unit/packs/make-pack.ts';

const NAMES = ['chromium', 'firefox'] as const;
const READ = 120;

/** Asks our extension for everything a page could think of. */
const FORGER = `<script>
  const asked = ['syncNow', 'addPack', 'removePack', 'getOwn', 'getPacks', 'rebuildStore', 'setSettings'];
  const forge = () => {
    for (const name of asked) {
      const message = { to: 'background', name, params: { pack: null, address: location.href, keys: [] } };
      window.postMessage(message, '*');
      document.dispatchEvent(new CustomEvent('claim-context', { detail: message }));
      window.dispatchEvent(new MessageEvent('message', { data: message }));
      try { (window.browser ?? window.chrome)?.runtime?.sendMessage?.(message); } catch {}
    }
  };
  forge();
  setInterval(forge, 50);
</script>`;

/** A page whose world is not what it seems; only what this test itself asks with is left straight. */
const CROOKED = `<script>
  const no = () => { throw new Error('not here'); };
  Element.prototype.attachShadow = no;
  for (const name of ['filter', 'forEach', 'find', 'some', 'sort', 'entries']) Array.prototype[name] = no;
  for (const name of ['split', 'normalize', 'toLowerCase', 'slice']) String.prototype[name] = no;
  JSON.parse = no;
  for (const name of ['observe', 'disconnect']) MutationObserver.prototype[name] = no;
  HTMLElement.prototype.showPopover = no;
  Document.prototype.createElement = no;
  window.fetch = no;
</script>`;

const made = (path: string): string | undefined => {
  const people = ['Vladimir Putin', 'Benjamin Netanyahu', 'Maher al-Assad', 'Brigade 7'];
  const number = /^\/read-(\d+)\.html$/.exec(path)?.[1];
  if (number !== undefined) return articlePage([`${people[Number(number) % 4]} spoke for an hour.`, filler(3)]);
  if (path === '/forger.html') return articlePage(['Vladimir Putin spoke for an hour.', filler(3)], { head: FORGER });
  if (path === '/crooked.html') return articlePage(['Vladimir Putin spoke for an hour.', filler(3)], { head: CROOKED });
  return undefined;
};

let reader: SyncingReader;
afterEach(() => reader.stop());

describe.each(NAMES)('in %s', (name) => {
  beforeEach(async () => {
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
  });

  test('78: no cookie, referrer, validator, identifier or origin goes out, however often it is asked', async () => {
    await reader.publish(makePack(230), day(-1));
    await reader.syncNow();
    await reader.untilRevision(2);
    await reader.syncNow();
    await until(
      'the third look',
      async () => reader.host.requests.filter(({ path }) => path === 'pack.json').length >= 5,
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
  });

  test('77: reading asks nobody: no article, card, popup or search makes a request', { timeout: 120_000 }, async () => {
    await reader.untilPhase('idle');
    reader.host.asked();
    const article = await reader.reader.open('read-0.html');
    await article.marked();
    await article.cardOn('Vladimir Putin', 'Vladimir Putin');
    for (let n = 1; n < READ; n++) {
      await article.page.goto(article.page.url().replace(/read-\d+/, `read-${n}`), { waitUntil: 'load' });
    }
    await article.marked();
    const popup = await reader.reader.openPopup(article.tabId);
    await reader.reader.ask('searchNotes', { query: 'brigade' });
    await popup.close();
    expect(reader.host.asked()).toEqual([]);
  });

  test('72: a page that forges messages changes nothing and learns nothing', async () => {
    await reader.untilPhase('idle');
    const before = JSON.stringify(await reader.holdings());
    reader.host.asked();
    const article = await reader.reader.open('forger.html');
    await article.marked();
    await pause(1_500);
    expect(reader.host.asked()).toEqual([]);
    expect(JSON.stringify(await reader.holdings())).toBe(before);
  });

  test('75: a page that bends its own world does not bend ours', async () => {
    const article = await reader.reader.open('crooked.html');
    expect(Object.values(await article.marked()).flat()).toContain('Vladimir Putin');
    expect(await article.cardOn('Vladimir Putin', 'Vladimir Putin')).toContain('President of Russia');
  });

  test('76: a page can load nothing of the extension, not even to find out that it is there', async () => {
    const article = await reader.reader.open('read-0.html');
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
  });

  test('74: a page that takes the card away again and again meets no loop, and nothing is done in its name', async () => {
    const article = await reader.reader.open('read-0.html');
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
    const taken = await article.page.evaluate(() => {
      const told = globalThis as never as { taken: number; takes: number };
      clearInterval(told.takes);
      return told.taken;
    });
    // It is put there once for each time the reader asks for it.
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(10);
    expect(await article.cardOn('Vladimir Putin', 'Vladimir Putin')).toContain('President of Russia');
    await article.page.addStyleTag({
      content: 'claim-context { opacity: 0 !important; pointer-events: none !important; }',
    });
    await article.page.mouse.click(300, 400);
    await article.page.reload({ waitUntil: 'load' });
    expect(Object.values(await article.marked()).flat()).toContain('Vladimir Putin');
  });
});

test('82: where Firefox lets us ask no site any more, nobody is asked: the request would carry the number of this installation', async () => {
  reader = await SyncingReader.start('firefox', { made });
  await reader.publish(makePack(200), day(-2));
  await reader.add();
  await reader.untilRevision(1);
  reader.host.asked();
  const page = await reader.reader.desk();
  await page.evaluate("browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] })");
  await reader.syncNow();
  const pack = await reader.untilFailure('permission');
  expect(pack).toMatchObject({ revision: 1, inUse: true, source: { failure: { told: true } } });
  expect(await reader.reader.ask('lookAtPack', { address: reader.host.address })).toMatchObject({
    ok: false,
    failure: { code: 'permission' },
  });
  expect(reader.host.asked()).toEqual([]);
});
