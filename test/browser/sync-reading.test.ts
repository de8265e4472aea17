/** Reading asks nobody: everything both browsers send is recorded while article after article is read. */
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import { fileOf } from '../../lib/packs/revision.ts';
import { type Invariants, invariantsOf } from '../support/invariants.ts';
import { articlePage, filler } from '../support/pages.ts';
import { day, SyncingReader } from '../support/syncing.ts';
import { Wire } from '../support/wire.ts';
import { makePack } from '../unit/packs/make-pack.ts';

/** 500 in the long run. */
const READ = process.env.SEEDS ? 500 : 40;
/** Whom Chromium and Firefox ask for their own sake. */
const MAKERS = /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.(?:com|org|net)|firefox\.com)$/;
/** Of an address, or of an encrypted connection, which has no more than host and port. */
const hostOf = (asked: string): string => new URL(asked.includes('://') ? asked : `https://${asked}`).hostname;
const PEOPLE = ['Vladimir Putin', 'Benjamin Netanyahu', 'Maher al-Assad', 'Brigade 7'];

const made = (path: string): string | undefined => {
  const number = /^\/read-(\d+)\.html$/.exec(path)?.[1];
  if (number === undefined) return undefined;
  // Names of the packs, and names that none of them has.
  return articlePage([
    `${PEOPLE[Number(number) % 4]} met Colonel Nobody${number} of the Nowhere${number} Brigade.`,
    filler(3),
  ]);
};

let reader: SyncingReader;
let wire: Wire;
let invariants: Invariants;
afterEach(async () => {
  await reader.stop();
  await wire.stop();
});

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  test('77: of all that is sent nothing depends on what is read, and a sync asks what it asks of who reads nothing', {
    timeout: 600_000,
  }, async () => {
    wire = await Wire.start();
    reader = await SyncingReader.start(name, { made, ...wire.optionsFor(name) });
    await reader.publish(makePack(200), day(-3));
    await reader.add();
    await reader.untilRevision(1);
    invariants = await invariantsOf(reader);
    const { host } = reader;
    expect(wire.asked.filter((url) => url === host.url).length).toBeGreaterThan(0);
    host.asked();
    wire.asked.length = 0;

    const article = await reader.reader.open('read-0.html');
    await article.marked();
    await article.cardOn('Vladimir Putin', 'Vladimir Putin');
    const { origin } = new URL(article.page.url());
    for (let n = 1; n < READ; n++) {
      await article.page.goto(`${origin}/read-${n}.html`, { waitUntil: 'load' });
      // Some pages are left before they were read, as readers do.
      if (n % 4 === 0) await article.marked();
    }
    const popup = await reader.reader.openPopup(article.tabId);
    await reader.reader.ask('searchNotes', { query: 'brigade' });
    await reader.reader.ask('lookUp', { text: 'Vladimir Putin and Colonel Nobody7' });
    await popup.close();
    expect(host.asked()).toEqual([]);
    const read = wire.asked.filter((url) => url.startsWith(`${origin}/read-`));
    expect(new Set(read).size).toBe(READ);
    // What is left is what the browser asks of its maker, of this machine and of our publisher nothing.
    const others = wire.asked.filter((url) => !url.startsWith(`${origin}/read-`));
    expect(others.filter((url) => /127\.0\.0\.1|localhost|read-|nobody|putin/i.test(url))).toEqual([]);
    expect(others.filter((asked) => !MAKERS.test(hostOf(asked)))).toEqual([]);

    await reader.publish(makePack(210), day(-1));
    wire.asked.length = 0;
    await reader.syncNow();
    await reader.untilRevision(2);
    const delta = reader.publisher.revision!.deltas.at(-1)!;
    expect(host.asked()).toEqual(['pack.json', fileOf(delta)]);
    await until(
      'the note that came',
      async () => (await reader.reader.ask('searchNotes', { query: 'Brigade 209' })).ok,
    );
    await invariants.hold();
  });
});
