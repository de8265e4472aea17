import { beforeEach, describe, expect, test } from 'vitest';
import type { Bytes } from '../../../lib/packs/bytes.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import { buildSegments, readLines } from '../../../lib/packs/segment.ts';
import { LISTS } from './bad-lists.ts';
import { PARTS, publishPart } from './bad-parts.ts';
import { webPage } from './bench-reader.ts';
import { expectRefused, newest, publisher, reader, setUp } from './third-revision.ts';

beforeEach(setUp);

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
