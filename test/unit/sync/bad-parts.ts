import { type Bytes, gzip, hashOf, toBytes } from '../../../lib/packs/bytes.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import { buildSegments, type Line, writeSegment } from '../../../lib/packs/segment.ts';
import { nested } from './bad-lists.ts';
import { newest, publisher, reader } from './third-revision.ts';

/** Parts of a list that is signed as it should be, each with one thing wrong. */

/** Serves a list, signed as it should be, whose newest delta is this file. */
export async function publishPart(bytes: Bytes, ref: { readonly raw: number; readonly count: number }): Promise<void> {
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
export const PARTS: readonly (readonly [string, string, () => Promise<[Bytes, { raw: number; count: number }]>])[] = [
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
