import { beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, fromBytes, gzip, hashOf, toBytes } from '../../../lib/packs/bytes.ts';
import { DELEGATION_TYPE, encodeDelegation } from '../../../lib/packs/delegation.ts';
import type { Envelope } from '../../../lib/packs/envelope.ts';
import { freshnessOf } from '../../../lib/packs/freshness.ts';
import { generateKey, type SigningKey, sign } from '../../../lib/packs/keys.ts';
import { encodeRevision, fileOf, type PackRevision, REVISION_TYPE } from '../../../lib/packs/revision.ts';
import { isDue } from '../../../lib/packs/schedule.ts';
import { buildSegments, type Line, readLines, writeSegment } from '../../../lib/packs/segment.ts';
import { isTold } from '../../../lib/packs/sync-state.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { liveOf, Reader, START, URL_A, URL_B, webPage } from './bench-reader.ts';

/**
 * A reader who holds the second revision asks a host for the third, and gets something else. Each row is an answer that
 * would be taken but for the one thing that is wrong with it. See `test/SYNC-CASES.md` for the numbers.
 */

const day = (n: number): string => new Date(START + n * 86_400_000).toISOString().replace('.000Z', 'Z');
const NEWEST = makePack(302);

let publisher: Publisher;
let reader: Reader;
let stranger: SigningKey;
/** Each revision's pack.json, as it came. */
let lists: Bytes[];

beforeEach(async () => {
  publisher = await Publisher.create();
  stranger = (await generateKey()).key;
  reader = new Reader(publisher);
  lists = [];
  for (const [n, pack] of [makePack(300), makePack(301), NEWEST].entries()) {
    await publisher.publish(pack, day(n - 3));
    lists.push(publisher.files.get('pack.json')!);
    if (n < 2) expect((await reader.sync()).kind).toBe('installed');
  }
  await reader.expectInvariants();
  reader.asked();
});

/** All that is stored but the pack's record. */
async function stored(): Promise<string> {
  const { packs, segments } = reader.store.tables;
  return JSON.stringify([await packs.all(), await segments.all(), await reader.store.own.all()]);
}

/** The reader refuses, keeps nothing of it, goes on as before, and is well again once the host is. */
async function expectRefused(code: string): Promise<void> {
  const before = { all: await stored(), record: await reader.record() };
  const outcome = await reader.sync();
  expect(outcome).toMatchObject({ kind: 'failed', failure: { code } });
  expect(outcome.kind === 'failed' && outcome.failure.message).toMatch(/\.$/);
  expect(await stored()).toBe(before.all);
  const record = await reader.record();
  expect(record).toMatchObject({ highest: before.record.highest, roots: before.record.roots, failures: 1 });
  // What a host sends is never a fault of what is stored here: those end in the pack's being laid anew.
  expect(record.localFaults).toBe(0);
  expect(record.nextAt).toBeGreaterThan(reader.now);
  await reader.expectInvariants();
  reader.fault = () => undefined;
  publisher.files.set('pack.json', lists[2]!);
  expect((await reader.sync()).kind).toBe('installed');
  expect(await reader.shown()).toBe(liveOf(NEWEST));
  await reader.expectInvariants();
}

type Make = () => Bytes | Promise<Bytes>;
type Outer = Record<'delegation' | 'revision', { payload: string; payloadType: string; signatures: object[] }>;

/** The newest pack.json with something changed that is not signed again. */
const altered =
  (change: (outer: Outer) => void): Make =>
  () => {
    const outer = JSON.parse(fromBytes(lists[2]!)) as Outer;
    change(outer);
    return toBytes(JSON.stringify(outer));
  };
const flipBit = (text: string): string => `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;

const newest = (): PackRevision => publisher.revision!;
/** The newest list with other words, signed as it should be. */
const saying =
  (change: (payload: Record<string, unknown>) => void): Make =>
  () => {
    const payload = JSON.parse(fromBytes(encodeRevision(newest()))) as Record<string, unknown>;
    change(payload);
    return publisher.packFileOf({ payload: toBytes(JSON.stringify(payload)) });
  };
/** The newest list in another spelling, signed as it should be. */
const spelt =
  (spell: (text: string) => string): Make =>
  () =>
    publisher.packFileOf({ payload: toBytes(spell(fromBytes(encodeRevision(newest())))) });
const signedBy =
  (keys: () => readonly SigningKey[]): Make =>
  async () =>
    publisher.packFileOf({ revision: await sign(REVISION_TYPE, encodeRevision(newest()), keys()) });
const withKeysFrom =
  (delegation: () => Promise<Envelope>): Make =>
  async () =>
    publisher.packFileOf({ delegation: await delegation() });
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const LISTS: readonly (readonly [string, string, Make])[] = [
  [
    '1: one bit of the signed list flipped',
    'signature',
    altered(({ revision }) => {
      revision.payload = flipBit(revision.payload);
    }),
  ],
  [
    '1: one bit of the list of keys flipped',
    'root',
    altered(({ delegation }) => {
      delegation.payload = flipBit(delegation.payload);
    }),
  ],
  ['2: signed by a key that nobody delegated to', 'signature', signedBy(() => [stranger])],
  ['2: keys delegated by another root', 'root', withKeysFrom(() => publisher.delegationEnvelope([stranger]))],
  ['4: signed by the root key itself', 'signature', signedBy(() => [publisher.root])],
  [
    '5: the list of keys in the place of the list of segments',
    'signature',
    async () => {
      const revision = await sign(DELEGATION_TYPE, encodeDelegation(publisher.delegation()), [publisher.key]);
      return publisher.packFileOf({ revision });
    },
  ],
  [
    '5: and under the other’s name',
    'signature',
    async () => {
      const revision = await sign(DELEGATION_TYPE, encodeDelegation(publisher.delegation()), [publisher.key]);
      return publisher.packFileOf({ revision: { ...revision, payloadType: REVISION_TYPE } });
    },
  ],
  [
    '5: the list of segments in the place of the list of keys',
    'signature',
    withKeysFrom(() => sign(REVISION_TYPE, encodeRevision(newest()), [publisher.root])),
  ],
  [
    '6: keys of this pack with the list of another',
    'signature',
    saying((payload) => Object.assign(payload.pack as object, { id: 'other' })),
  ],
  [
    '6: keys of another pack with the list of this one',
    'signature',
    () => {
      publisher.delegated = { pack: 'other' };
      return publisher.packFileOf({});
    },
  ],
  [
    '7: another pack of the same publisher',
    'signature',
    () => {
      publisher.delegated = { pack: 'other' };
      return saying((payload) => Object.assign(payload.pack as object, { id: 'other' }))();
    },
  ],
  [
    '8: one key eight times where two have to sign',
    'signature',
    () => {
      publisher.delegated = { keys: [publisher.key, publisher.key, stranger], threshold: 2 };
      return signedBy(() => Array(8).fill(publisher.key))();
    },
  ],
  [
    '9: as many signatures as fit into a list',
    'limits',
    altered(({ revision }) => {
      revision.signatures = Array(400).fill(revision.signatures[0]);
    }),
  ],
  [
    '9: ten thousand signatures',
    'damaged',
    altered(({ revision }) => {
      revision.signatures = Array(10_000).fill(revision.signatures[0]);
    }),
  ],
  ['10: a byte more in the signed list', 'format', spelt((text) => `${text} `)],
  ['10: a byte order mark', 'format', spelt((text) => `\ufeff${text}`)],
  ['10: a field twice', 'format', spelt((text) => text.replace('"epoch":1', '"epoch":1,"epoch":1'))],
  ['10: white space', 'format', spelt((text) => text.replace('"epoch":1', '"epoch": 1'))],
  ['10: a number written otherwise', 'format', spelt((text) => text.replace('"epoch":1', '"epoch":1e0'))],
  ['10: nothing, signed', 'format', spelt(() => '')],
  ['13: a web page for the list', 'portal', () => toBytes('\n<html lang="en"><title>Log in</title>')],
  ['14: an empty answer for the list', 'format', () => new Uint8Array()],
  [
    '17: a list of weeks ago',
    'rollback',
    () => publisher.packFile({ ...newest(), revision: 1, issued: day(-40), content: 1, deltas: [] }),
  ],
  [
    '18: the number of what is held, with other words',
    'fork',
    saying((payload) => Object.assign(payload, { revision: 2 })),
  ],
  [
    '20: a list of an epoch other than its keys’',
    'signature',
    saying((payload) => Object.assign(payload, { epoch: 2 })),
  ],
  ...[-1, 0, 1.5, '7', 2 ** 53, 2 ** 31, null].map(
    (revision) =>
      [
        `22: the revision ${JSON.stringify(revision)}`,
        'format',
        saying((payload) => Object.assign(payload, { revision })),
      ] as const,
  ),
  [
    '54: a part of ten gigabytes',
    'limits',
    saying((payload) => Object.assign((payload.deltas as object[]).at(-1)!, { length: 10_000_000_000 })),
  ],
  [
    '56: a million aliases',
    'limits',
    saying((payload) => Object.assign(payload.counts as object, { aliases: 1_000_000 })),
  ],
  [
    '60: more notes than are read',
    'limits',
    saying((payload) => Object.assign(payload.counts as object, { notes: 200_001 })),
  ],
  ['59: a list nested as deep as fits, signed', 'format', spelt(() => nested(24_000))],
  [
    '59: a field of the list nested as deep as fits, signed',
    'format',
    spelt((text) => text.replace('"epoch":1', `"deep":${nested(20_000)},"epoch":1`)),
  ],
  ['59: an answer nested as deep as fits', 'format', () => toBytes(nested(32_000))],
];

describe('a list that must not be taken', () => {
  test.each(LISTS)('%s', async (_, code, make) => {
    const bytes = await make();
    publisher.delegated = {};
    reader.fault = (path) => (path === 'pack.json' ? new Response(bytes) : undefined);
    const before = reader.requests.length;
    await expectRefused(code);
    // The one request that met it; those after it are of the recovery.
    expect(reader.requests.slice(before).map(({ url }) => new URL(url).pathname)).toEqual([
      '/example/pack.json',
      '/example/pack.json',
      `/example/${fileOf(newest().deltas.at(-1)!)}`,
    ]);
  });
});

/** Serves a list, signed as it should be, whose newest delta is this file. */
async function publishPart(bytes: Bytes, ref: { readonly raw: number; readonly count: number }): Promise<void> {
  const delta = { from: 2, to: 3, hash: await hashOf(bytes), length: bytes.length, ...ref };
  reader.fault = async (path) =>
    path === 'pack.json'
      ? new Response(await publisher.packFile({ ...newest(), deltas: [...newest().deltas.slice(0, -1), delta] }))
      : path === fileOf(delta)
        ? new Response(bytes)
        : undefined;
}

const blockOf = async (json: string, change: object = {}) => {
  const raw = toBytes(json);
  return { bytes: await gzip(raw), raw: raw.length, count: 1, firstId: 'unit/a', ...change };
};
const tableOf = (table: string, body: Bytes): Bytes => {
  const head = toBytes(table);
  const bytes = new Uint8Array(8 + head.length + body.length);
  bytes.set(toBytes('NPK1'));
  new DataView(bytes.buffer).setUint32(4, head.length, true);
  bytes.set(head, 8);
  bytes.set(body, 8 + head.length);
  return bytes;
};
const NOTE = '[{"type":"note","id":"unit/a","name":"A unit"}]';

/** Parts that are signed, of the right length and hash, and must not be taken all the same. */
const PARTS: readonly (readonly [string, string, () => Promise<[Bytes, { raw: number; count: number }]>])[] = [
  [
    '53: a block that blows up to fifty megabytes',
    'damaged',
    async () => {
      const bytes = await gzip(new Uint8Array(50_000_000));
      return [writeSegment([{ bytes, raw: 1000, count: 1, firstId: 'unit/a' }]), { raw: 1000, count: 1 }];
    },
  ],
  [
    '53: a block that says that it blows up',
    'format',
    async () => {
      const bytes = await gzip(new Uint8Array(7_000_000));
      return [writeSegment([{ bytes, raw: 7_000_000, count: 1, firstId: 'unit/a' }]), { raw: 7_000_000, count: 1 }];
    },
  ],
  [
    '53: a block that says more than it is',
    'damaged',
    async () => [writeSegment([await blockOf(NOTE, { raw: 1000 })]), { raw: 1000, count: 1 }],
  ],
  ...(
    [
      [
        '58: blocks that overlap',
        (n) => [
          [0, n, 2, 0, ''],
          [n - 1, 1, 0, 0, ''],
        ],
      ],
      ['58: a block before the beginning', (n) => [[-1, n, 2, 0, '']]],
      ['58: a block that ends outside', (n) => [[0, n + 1, 2, 0, '']]],
      ['58: bytes that no block claims', (n) => [[0, n - 1, 2, 0, '']]],
    ] satisfies [string, (n: number) => unknown][]
  ).map(
    ([title, table]) =>
      [
        title,
        'format',
        async (): Promise<[Bytes, { raw: number; count: number }]> => {
          const body = await gzip(toBytes('[]'));
          return [tableOf(JSON.stringify(table(body.length)), body), { raw: 2, count: 0 }];
        },
      ] as const,
  ),
  [
    '59: a table nested as deep as fits',
    'format',
    async () => [tableOf(nested(700_000), new Uint8Array()), { raw: 0, count: 0 }],
  ],
  [
    '59: a record nested as deep as fits',
    'format',
    async () => {
      const block = await blockOf(`[${nested(250_000)}]`);
      return [writeSegment([block]), { raw: block.raw, count: 1 }];
    },
  ],
  [
    'more unreadable records than one in a hundred',
    'format',
    async () => {
      const lines: Line[] = Array.from({ length: 50 }, (_, n) => ({
        id: `unit/${n}`,
        json: JSON.stringify(n === 0 ? { type: 'note', id: 'unit/0' } : { type: 'note', id: `unit/${n}`, name: 'A' }),
      }));
      const [segment] = await buildSegments(lines);
      return [segment!.bytes, segment!];
    },
  ],
];

describe('a signed part that must not be taken', () => {
  test.each(PARTS)('%s', async (_, code, make) => {
    const [bytes, { raw, count }] = await make();
    expect(bytes.length).toBeLessThanOrEqual(1_500_000);
    await publishPart(bytes, { raw, count });
    await expectRefused(code);
  });

  test.each<[string, string, (path: string) => Response]>([
    [
      '11: another genuine part in its place',
      'damaged',
      () => new Response(publisher.files.get(fileOf(newest().base.parts[0]!))!),
    ],
    ['12: a byte short', 'damaged', (path) => new Response(publisher.files.get(path)!.slice(0, -1))],
    ['12: a byte long', 'damaged', (path) => new Response(new Uint8Array([...publisher.files.get(path)!, 0]))],
    ['13: a web page in its place', 'portal', () => webPage()],
    ['14: nothing', 'damaged', () => new Response('')],
    ['30: not there', 'missing', () => new Response('', { status: 404 })],
    [
      '55: an endless one',
      'damaged',
      () =>
        new Response(
          new ReadableStream({
            pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
          }),
        ),
    ],
  ])('%s', async (_, code, answer) => {
    reader.fault = (path) => (path === 'pack.json' ? undefined : answer(path));
    await expectRefused(code);
  });
});

test('11: a forged part of the same length, a segment in all but its hash, is taken from no host', async () => {
  const ref = newest().deltas.at(-1)!;
  const [line] = await readLines(publisher.files.get(fileOf(ref))!, ref);
  let forged: Bytes | undefined;
  for (let n = 0; !forged; n++) {
    const letters = String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (Math.floor(n / 676) % 26));
    const json = line!.json.replace('Officer', `Off${letters}r`);
    const [segment] = await buildSegments([{ ...line!, json }]);
    if (segment!.length === ref.length && segment!.raw === ref.raw && segment!.hash !== ref.hash)
      forged = segment!.bytes;
  }
  reader.fault = (path) => (path === fileOf(ref) ? new Response(forged) : undefined);
  await expectRefused('damaged');
});

describe('one mirror in trouble, or in a stranger’s hands, does not keep the other from being heard', () => {
  test.each<[string, () => Response | Error]>([
    ['13: a web page for the list', webPage],
    ['14: nothing for the list', () => new Response('')],
    ['17: a list of weeks ago', () => new Response(lists[0]!)],
    ['a list cut short', () => new Response(lists[2]!.slice(0, -1))],
    ['80: too many requests', () => new Response('', { status: 429 })],
    ['a host that cannot be reached', () => new TypeError('gone')],
  ])('%s', async (_, answer) => {
    await reader.change({ urls: [URL_A, URL_B] });
    reader.fault = (path, host) => (host === 'a.example' && path === 'pack.json' ? answer() : undefined);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await reader.shown()).toBe(liveOf(NEWEST));
    await reader.expectInvariants();
  });

  test('what a host said is told rather than that the other could not be reached', async () => {
    await reader.change({ urls: [URL_A, URL_B] });
    reader.fault = (_, host) => (host === 'a.example' ? new TypeError('gone') : webPage());
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'portal' } });
    reader.fault = (_, host) => (host === 'a.example' ? webPage() : new TypeError('gone'));
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'portal' } });
  });
});

describe('what is taken, whatever it looks like', () => {
  const taken = async (bytes: Bytes): Promise<void> => {
    reader.fault = (path) => (path === 'pack.json' ? new Response(bytes) : undefined);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await reader.shown()).toBe(liveOf(NEWEST));
    await reader.expectInvariants();
  };

  test.each(['', 'wrong', undefined])('3: a list with the key id %j', async (keyid) => {
    await taken(
      await altered(({ revision }) => {
        revision.signatures = revision.signatures.map((signature) => ({ ...signature, keyid }));
      })(),
    );
  });

  test('8: a list that two keys signed where two have to', async () => {
    publisher.delegated = { keys: [publisher.key, stranger], threshold: 2 };
    await taken(await signedBy(() => [publisher.key, stranger])());
  });

  test('25: a newer list past its time', async () => {
    reader.now = START + 300 * 86_400_000;
    await taken(lists[2]!);
    expect(Date.parse((await reader.store.held.pointer('example'))!.revision.expires)).toBeLessThan(reader.now);
  });

  test.each([
    [0, 1],
    [-1, 1],
    [1_000_000_000, 48],
  ])('81: a list that asks to be looked for every %d hours is looked for every %d', async (pollHours, read) => {
    await taken(await saying((payload) => Object.assign(payload, { pollHours }))());
    expect(await reader.record()).toMatchObject({ pollHours: read, nextAt: reader.now + read * 3_600_000 });
  });
});

describe('time and its wrong turns', () => {
  const DAY = 86_400_000;
  const dated = (path: string, at: number): Response | undefined =>
    path === 'pack.json'
      ? new Response(publisher.files.get(path)!, { headers: { date: new Date(at).toUTCString() } })
      : undefined;
  const age = async (): Promise<string> =>
    freshnessOf((await reader.store.held.pointer('example'))!.revision, reader.now, 0);

  test('24: a host that serves one list for weeks: told after fourteen days and after 45, and the notes work', async () => {
    await reader.sync();
    const told: string[] = [];
    for (const days of [0, 10, 15, 46]) {
      reader.now = START + days * DAY;
      expect(await reader.sync()).toEqual({ kind: 'confirmed' });
      told.push(await age());
      await reader.expectInvariants();
    }
    expect(told).toEqual(['fresh', 'fresh', 'stale', 'old']);
  });

  test('26: a clock a year slow: what is new is taken, nothing is deleted, and no age is told', async () => {
    reader.now = START - 365 * DAY;
    reader.fault = (path) => dated(path, START);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await age()).toBe('clock-wrong');
    expect(isDue((await reader.record()).nextAt!, START, 6)).toBe(true);
    await reader.expectInvariants();
  });

  test('27: a clock years fast: what is new is taken, even past the keys’ use, as the host’s clock disagrees', async () => {
    reader.now = START + 3 * 365 * DAY;
    expect(reader.now).toBeGreaterThan(Date.parse(publisher.delegation().notAfter));
    reader.fault = (path) => dated(path, START);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await age()).toBe('old');
    await reader.expectInvariants();
  });

  test('27: keys past their use by both clocks are refused', async () => {
    reader.now = START + 3 * 365 * DAY;
    reader.fault = (path) => dated(path, reader.now);
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'signature' } });
    await reader.expectInvariants();
  });

  test('28: a clock that goes back two hours after every look never puts the next one off for good', async () => {
    await reader.sync();
    for (let look = 0; look < 20; look++) {
      reader.now -= 2 * 3_600_000;
      const { nextAt, pollHours } = await reader.record();
      expect(isDue(nextAt!, reader.now, pollHours) || nextAt! - reader.now <= 12 * 3_600_000).toBe(true);
      reader.now = Math.max(reader.now, nextAt!);
      await reader.sync();
    }
    await reader.expectInvariants();
  });

  test('29: two edges of a CDN, one a revision behind: nothing goes back, and nothing is told', async () => {
    for (let look = 0; look < 6; look++) {
      reader.fault = (path) => (path === 'pack.json' ? new Response(lists[look % 2 === 0 ? 2 : 1]!) : undefined);
      expect((await reader.sync()).kind).toBe(look === 0 ? 'installed' : look % 2 === 0 ? 'confirmed' : 'behind');
      expect((await reader.record()).highest).toMatchObject({ revision: 3 });
      expect(isTold(await reader.record(), reader.now + 30 * DAY)).toBe(false);
      await reader.expectInvariants();
    }
  });

  test.each([
    [503, '999999999', 24 * 3_600_000],
    [503, '7200', 2 * 3_600_000],
    [429, '3600', 3_600_000],
    [429, new Date(START + 5 * 3_600_000).toUTCString(), 5 * 3_600_000],
    [503, '9'.repeat(400), 24 * 3_600_000],
    [503, '-1', 60_000],
  ])('80: %d with Retry-After %s is asked again in %d ms', async (status, after, wait) => {
    reader.fault = () => new Response('', { status, headers: { 'retry-after': after } });
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'server' } });
    expect((await reader.record()).nextAt).toBe(reader.now + wait);
    await reader.expectInvariants();
  });
});

describe('killed at every step of a case', () => {
  /** Runs a sync that is dead from its nth step on, for every n, and says how many steps there were. */
  async function killEverywhere(context: string): Promise<number> {
    const fault = reader.fault;
    for (let fatal = 0; ; fatal++) {
      let step = 0;
      const die = (): void => {
        if (step++ >= fatal) throw new Error('killed');
      };
      reader.store.before = die;
      reader.fault = (path, host) => {
        die();
        return fault(path, host);
      };
      await reader.sync();
      await reader.expectInvariants(`${context}, killed at step ${fatal}`);
      if (step <= fatal) return step;
    }
  }

  const finish = async (): Promise<void> => {
    reader.store.before = () => {};
    reader.fault = () => undefined;
    publisher.files.set('pack.json', lists[2]!);
    expect((await reader.sync()).kind).toMatch(/^(?:installed|confirmed)$/);
    expect(await reader.shown()).toBe(liveOf(NEWEST));
    await reader.expectInvariants();
  };

  test.each(LISTS.map(([title, , make]) => [title.replace(': ', ', '), make] as const))(
    '84: %s',
    async (title, make) => {
      const bytes = await make();
      publisher.delegated = {};
      reader.fault = (path) => (path === 'pack.json' ? new Response(bytes) : undefined);
      expect(await killEverywhere(title)).toBeGreaterThanOrEqual(3);
      await finish();
    },
  );

  test.each(PARTS.map(([title, , make]) => [title.replace(': ', ', '), make] as const))(
    '84: %s',
    async (title, make) => {
      await publishPart(...(await make()));
      expect(await killEverywhere(title)).toBeGreaterThan(6);
      await finish();
    },
  );

  test('84: and of a sync that goes well', async () => {
    reader.fault = () => undefined;
    expect(await killEverywhere('a good day')).toBeGreaterThan(6);
    await finish();
  });
});
