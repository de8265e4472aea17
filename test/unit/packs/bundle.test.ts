import { beforeAll, describe, expect, test, vi } from 'vitest';
import { buildBundle, openBundle } from '../../../lib/packs/bundle.ts';
import { type Bytes, gzip, hashOf, toBase64Url, toBytes } from '../../../lib/packs/bytes.ts';
import { LIMITS } from '../../../lib/packs/limits.ts';
import { PackError } from '../../../lib/packs/pack-error.ts';
import { buildSegments, checkSegment, readBlock, readSegment } from '../../../lib/packs/segment.ts';
import { makePack } from './make-pack.ts';

const pack = makePack(500);
let files: Map<string, Bytes>;
beforeAll(async () => {
  files = await buildBundle(pack);
});

const reader = (held: ReadonlyMap<string, Uint8Array>) => async (path: string) => {
  const bytes = held.get(path);
  if (!bytes) throw new Error('no such file');
  return bytes;
};

const errorOf = async (run: () => Promise<unknown>): Promise<PackError> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a bundle', () => {
  test('holds the pack it was built from', async () => {
    expect(await openBundle(reader(files))).toEqual(pack);
  });

  test('is the same bytes every time', async () => {
    expect(await buildBundle(makePack(500))).toEqual(files);
  });

  test('49: no value is larger than a browser stores well: fuller blocks are halved, and what cannot be is refused', async () => {
    // Text that does not compress: forty records of 4 kB come to three times what one block may hold.
    const noise = (n: number): string => toBase64Url(crypto.getRandomValues(new Uint8Array(n)));
    const line = (n: number, length: number) => {
      const id = `unit/noise-${String(n).padStart(3, '0')}`;
      return { id, json: JSON.stringify({ type: 'note', id, name: `Noise ${n}`, summary: noise(length) }) };
    };
    const lines = Array.from({ length: 120 }, (_, n) => line(n, 4_000));
    const sizes: number[] = [];
    let records = 0;
    for (const segment of await buildSegments(lines)) {
      for (const { bytes, count } of readSegment(segment.bytes, segment)) {
        sizes.push(bytes.length);
        records += count;
      }
    }
    expect(records).toBe(lines.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.block);
    expect(Math.max(...sizes)).toBeGreaterThan(LIMITS.block / 2);
    expect((await errorOf(() => buildSegments([...lines, line(120, 65_000)]))).code).toBe('limits');
  });
});

describe('a broken bundle is refused with a sentence', () => {
  const segment = () => [...files].find(([path]) => path.startsWith('f/'))!;
  const broken: [string, string, () => Map<string, Uint8Array>][] = [
    ['pack.json missing', 'missing', () => new Map([segment()])],
    ['pack.json empty', 'missing', () => new Map([segment(), ['pack.json', new Uint8Array()]])],
    ['pack.json cut', 'missing', () => new Map([segment(), ['pack.json', files.get('pack.json')!.slice(0, 200)]])],
    ['pack.json of another kind', 'format', () => new Map([segment(), ['pack.json', toBytes('{"a":1}')]])],
    ['pack.json null', 'format', () => new Map([segment(), ['pack.json', toBytes('null')]])],
    ['a segment missing', 'missing', () => new Map([['pack.json', files.get('pack.json')!]])],
    ['a segment cut', 'damaged', () => new Map([...files, [segment()[0], segment()[1].slice(0, -1)]])],
    ['a segment longer', 'damaged', () => new Map([...files, [segment()[0], new Uint8Array([...segment()[1], 0])]])],
    [
      'one bit of a segment changed',
      'damaged',
      () => new Map([...files, [segment()[0], segment()[1].map((b, i) => (i === 900 ? b ^ 1 : b))]]),
    ],
  ];
  test.each(broken)('%s', async (_, code, make) => {
    const error = await errorOf(() => openBundle(reader(make())));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a segment whose table does not fit it is refused', () => {
  const made = async (table: unknown, body: Bytes) => {
    const head = toBytes(typeof table === 'string' ? table : JSON.stringify(table));
    const bytes = new Uint8Array(8 + head.length + body.length);
    bytes.set(toBytes('NPK1'));
    new DataView(bytes.buffer).setUint32(4, head.length, true);
    bytes.set(head, 8);
    bytes.set(body, 8 + head.length);
    return bytes;
  };
  const ref = { hash: '', length: 0, raw: 2, count: 0 };
  test.each([
    [
      '58: overlapping blocks',
      (n: number) => [
        [0, n, 2, 0, ''],
        [n - 1, 1, 0, 0, ''],
      ],
    ],
    ['58: a negative offset', (n: number) => [[-1, n, 2, 0, '']]],
    ['58: a block out of the file', (n: number) => [[0, n + 1, 2, 0, '']]],
    ['58: bytes that no block claims', (n: number) => [[0, n - 1, 2, 0, '']]],
    ['a block larger than a browser stores well', () => [[0, LIMITS.block + 1, 2, 0, '']]],
    ['other totals than the signed list', (n: number) => [[0, n, 3, 0, '']]],
    ['a short row', (n: number) => [[0, n]]],
    ['no list', () => ({ a: 1 })],
    ['no JSON', () => 'nothing'],
  ])('%s', async (_, table) => {
    const body = await gzip(toBytes('[]'));
    const bytes = await made(table(body.length), body);
    expect((await errorOf(async () => readSegment(bytes, ref))).code).toBe('format');
  });

  test('a table longer than the file', async () => {
    const bytes = await made([], new Uint8Array());
    new DataView(bytes.buffer).setUint32(4, 1e9, true);
    expect((await errorOf(async () => readSegment(bytes, ref))).code).toBe('format');
  });

  test('53: a block that blows up stops at what it declares', async () => {
    const bomb = await gzip(new Uint8Array(50_000_000));
    expect(bomb.length).toBeLessThan(LIMITS.block);
    expect((await errorOf(() => readBlock({ bytes: bomb, raw: 1000, count: 1 }))).code).toBe('damaged');
  });

  test('53: and no more of it is inflated than some of its bytes come to', async () => {
    let inflated = 0;
    const Real = DecompressionStream;
    class Watched {
      readonly writable: WritableStream;
      readonly readable: ReadableStream;
      constructor(format: 'gzip') {
        const real = new Real(format);
        this.writable = real.writable;
        const count = new TransformStream<Uint8Array, Uint8Array>(
          {
            transform(chunk, controller) {
              inflated += chunk.length;
              controller.enqueue(chunk);
            },
          },
          undefined,
          { highWaterMark: 0 },
        );
        this.readable = real.readable.pipeThrough(count);
      }
    }
    vi.stubGlobal('DecompressionStream', Watched);
    const bomb = await gzip(new Uint8Array(50_000_000));
    expect((await errorOf(() => readBlock({ bytes: bomb, raw: 1000, count: 1 }))).code).toBe('damaged');
    vi.unstubAllGlobals();
    expect(inflated).toBeGreaterThan(1000);
    // At most a thousandfold of the 8 kB that are handed over at once.
    expect(inflated).toBeLessThan(10_000_000);
  });

  test('59: a block nested ten thousand deep is refused without harm', async () => {
    const json = toBytes(`[${'['.repeat(10_000)}${']'.repeat(10_000)}]`);
    const { records, unreadable } = await readBlock({ bytes: await gzip(json), raw: json.length, count: 1 });
    expect([records.length, unreadable]).toEqual([0, 1]);
  });

  test('another valid segment in its place', async () => {
    const other = [...(await buildBundle(makePack(499)))].find(([path]) => path.startsWith('f/'))![1];
    const right = [...files].find(([path]) => path.startsWith('f/'))![1];
    const expected = { hash: await hashOf(right), length: other.length, raw: 0, count: 0 };
    expect((await errorOf(() => checkSegment(other, expected, 'f/x.bin'))).code).toBe('damaged');
  });
});
