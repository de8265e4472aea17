import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../../components/view-models/notices.ts';
import { canSync, packsLine, progressOf } from '../../../components/view-models/sync-state.ts';
import type { Holdings, PackFailure, PackState } from '../../../lib/messages/holdings.ts';
import { BUNDLED, NOW, PACK, SYNCING } from '../../fixtures/gallery/reading.ts';
import { english } from '../../support/english.ts';

const held = (pack: Partial<PackState> = {}, more: Partial<Holdings> = {}): Holdings => ({
  packs: [{ ...PACK, ...pack }],
  pending: [],
  store: { kind: 'indexeddb' },
  withdrawn: [],
  ...more,
});
const failing = (code: string, more: Partial<PackFailure> = {}): Holdings =>
  held({
    source: {
      ...PACK.source!,
      failure: { code, message: 'In English.', at: '2026-11-22T07:10:00Z', told: true, ...more },
    },
  });

/** What a reader would read, and press. */
const told = (holdings: Holdings): string[] =>
  noticesOf(holdings, NOW, english).map(({ heading, lines, acts }) =>
    [heading, ...lines, ...acts.map(({ text }) => text)].map((line) => english.text(line)).join(' | '),
  );

describe('every failure is a sentence, with what stays in use and one thing to do', () => {
  const STAYS = 'Revision 41 of 12 Nov 2026 stays in use.';
  test.each<[string, string, string, Partial<PackFailure>?]>([
    ['offline', 'this machine is offline', 'Try again'],
    ['network', 'packs.example could not be reached', 'Try again'],
    ['timeout', 'packs.example could not be reached', 'Try again'],
    ['server', 'packs.example answered with an error \\(503\\)', 'Try again', { status: 503 }],
    ['portal', 'sign-in page', 'Try again'],
    ['missing', 'not there', 'Try again'],
    ['damaged', 'arrived changed', 'Try again'],
    ['signature', 'does not match the publisher’s key', 'Compare the keys'],
    ['root', 'root key is not the one you accepted', 'Compare the keys'],
    ['rollback', 'older revision', 'Details'],
    ['fork', 'Two different revisions', 'Details'],
    ['format', 'no pack', 'Details'],
    ['limits', 'larger than is accepted', 'Details'],
    ['quota', 'needs 41 MB; 12 MB are free', 'Free some space', { needed: 41_000_000, free: 12_000_000 }],
    ['permission', 'no longer lets this extension ask', 'Allow again'],
    ['storage', 'cannot be opened', 'Repair'],
    ['too-new', 'newer version', ''],
  ])('%s', (code, sentence, button, more) => {
    const [notice, ...others] = told(failing(code, more));
    expect(others).toEqual([]);
    expect(notice).toMatch(/^Syria 2018–19 was not updated \| /);
    expect(notice).toMatch(new RegExp(sentence));
    expect(notice).toContain(STAYS);
    expect(notice!.endsWith(button === '' ? STAYS : ` | ${button}`)).toBe(true);
  });

  test('says when it is tried again', () => {
    expect(told(failing('network'))[0]).toMatch(/Next try at \d\d?:\d\d/);
  });

  test('one that is no news yet is not told', () => {
    expect(told(failing('offline', { told: false }))).toEqual([]);
  });
});

test.each<[string, Partial<PackState>, RegExp]>([
  [
    '24, 27: a pack past its time, with what the clock says beside it',
    { freshness: 'stale' },
    /has not been confirmed.*last confirmed it on 12 Nov 2026; this machine’s clock says 22 Nov 2026.*Try again$/,
  ],
  ['24, 27: a pack long past it', { freshness: 'old' }, /may be out of date.*clock says 22 Nov 2026.*Try again$/],
  ['26: a pack before its own day', { freshness: 'clock-wrong' }, /clock \| It says 22 Nov 2026.*was not judged\.$/],
  ['a pack with a broken part', { damaged: true }, /could not be read.*fetched anew\. \| Repair$/],
  [
    'a pack that has ended',
    { source: { ...PACK.source!, retired: { reason: 'The desk closed.', successor: 'https://c.example/pack.json' } } },
    /has ended \| The desk closed.*stay in use.*Look at the pack that follows$/,
  ],
])('%s', (_, pack, words) => {
  expect(told(held(pack))).toEqual([expect.stringMatching(words)]);
});

test.each<[string, Holdings['store'], RegExp]>([
  ['keeps nothing', { kind: 'memory', why: 'storage' }, /^Notes cannot be stored here/],
  [
    'is broken',
    { kind: 'memory', why: 'damaged' },
    /cannot be opened \| The starter notes are used\. My notes are safe\. \| Rebuild$/,
  ],
  [
    'was deleted by the browser',
    { kind: 'indexeddb', lost: { own: 'kept' } },
    /^The browser deleted the stored notes.*fetched again[^|]*\| Try again \| Understood$/,
  ],
  ['was deleted with own notes', { kind: 'indexeddb', lost: { own: 'restored' } }, /put back from a copy/],
  ['was deleted, own notes lost', { kind: 'indexeddb', lost: { own: 'lost' } }, /no copy of them/],
])('a store that %s', (_, store, words) => {
  expect(told(held({}, { store }))).toEqual([expect.stringMatching(words)]);
});

test('a withdrawn statement is told with its words, its reason and where it was', () => {
  const withdrawn = [
    {
      key: 'k',
      pack: 'syria',
      title: 'Syria 2018–19',
      note: 'unit/guard',
      name: 'Republican Guard',
      statements: ['Commander: Maher al-Assad.'],
      reasons: ['The page speaks of another unit.'],
      revision: 41,
      date: '2026-11-12',
      seen: '2026-11-04',
    },
  ];
  expect(told(held({}, { withdrawn }))).toEqual([
    'Withdrawn: Republican Guard | Not said any more: “Commander: Maher al-Assad.” | The page speaks of another unit. | Syria 2018–19, revision 41, 12 Nov 2026. It was on a card on 4 Nov 2026. | Understood',
  ]);
});

describe('the last line of the popup', () => {
  const line = (holdings: Holdings): string => english.text(packsLine(holdings, NOW, 'en'));

  test('says when the publishers were heard', () => {
    expect(line(held())).toBe('1 pack · checked 2 hours ago');
    expect(line(held({}, { packs: [PACK, { ...PACK, id: 'b' }] }))).toBe('2 packs · checked 2 hours ago');
  });

  test('says how many were not updated', () => {
    expect(line(failing('signature'))).toBe('The pack was not updated');
  });

  test('names the notes that came with the extension, and asks nobody', () => {
    const bundled = held({}, { packs: [BUNDLED] });
    expect(line(bundled)).toBe('Starter notes, 12 Nov 2026');
    expect(canSync(bundled)).toBe(false);
    expect(canSync(held())).toBe(true);
  });

  test('a pack that is paused or has ended is not asked', () => {
    expect(canSync(held({ source: { ...PACK.source!, paused: true } }))).toBe(false);
    expect(canSync(held({ source: { ...PACK.source!, retired: { reason: 'Closed.' } } }))).toBe(false);
  });
});

test('progress is parts and bytes, and what stays in use', () => {
  const [progress] = progressOf(SYNCING, held(), 'en');
  expect(progress).toMatchObject({ title: 'Syria 2018–19', percent: 60, inUse: 41 });
  expect(english.text(progress!.line)).toBe('Part 3 of 5 · 1.2 MB of 2 MB');
});
