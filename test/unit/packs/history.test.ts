import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../lib/packs/limits.ts';
import { type Pack, recordsOf, toPack } from '../../../lib/packs/pack.ts';
import { PackError } from '../../../lib/packs/pack-error.ts';
import { type HeldContent, planSync } from '../../../lib/packs/plan.ts';
import { layRecords, openRevision, readSegmentFile } from '../../../lib/packs/published.ts';
import { fileOf, type PackRevision } from '../../../lib/packs/revision.ts';
import { readRecords, type SegmentRef } from '../../../lib/packs/segment.ts';
import { makeNote, makePack, manifest } from './make-pack.ts';
import { Publisher } from './publisher.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().replace('.000Z', 'Z');

/** The pack on day n: 400 notes, of which four change, one comes and one goes a day. */
const packOn = (n: number): Pack =>
  toPack(
    manifest,
    Array.from({ length: 400 }, (_, i) => makeNote(i + n, Math.floor((n + i) / 100))),
  );

/** A reader without a browser: what is held, and the files it took. */
class Reader {
  held: HeldContent | null = null;
  readonly files = new Map<string, SegmentRef>();
  fetched = 0;
  requests = 0;

  sync(revision: PackRevision): string {
    const plan = planSync(this.held, revision, new Set(this.files.keys()));
    this.fetched = plan.bytes;
    this.requests = plan.fetch.length;
    for (const ref of plan.fetch) this.files.set(ref.hash, ref);
    this.held = { epoch: revision.epoch, content: revision.content, segments: plan.segments };
    return plan.kind;
  }

  /** The live records, by laying the segments over each other. */
  async records(publisher: Publisher): Promise<unknown[]> {
    const layers = [];
    for (const { hash } of this.held!.segments) {
      const ref = this.files.get(hash)!;
      layers.push(await readRecords(await readSegmentFile(publisher.read, ref), ref));
    }
    return [...recordsOf(toPack(manifest, layRecords(layers).values()))].filter(({ type }) => type !== 'withdrawn');
  }
}

const live = (pack: Pack): unknown[] => [...recordsOf(pack)].filter(({ type }) => type !== 'withdrawn');

describe('a history of ninety days', () => {
  test('readers who were away for any time come to the same notes, for less than the whole', async () => {
    const publisher = await Publisher.create();
    const daily = new Reader();
    const readers = [1, 3, 7, 30, 60, 100].map((away) => ({ away, reader: new Reader() }));
    const paid = new Map<number, number>();
    for (let n = 0; n <= 90; n++) {
      const revision = await publisher.publish(packOn(n), day(n));
      expect(revision.content).toBe(n + 1);
      daily.sync(revision);
      for (const { away, reader } of readers) {
        if (n % away !== 0 && n !== 90) continue;
        reader.sync(revision);
        if (n > 0) paid.set(away, reader.fetched);
      }
    }
    const expected = live(packOn(90));
    expect(await daily.records(publisher)).toEqual(expected);
    for (const { reader } of readers) expect(await reader.records(publisher)).toEqual(expected);
    expect(live(await openRevision(publisher.read, publisher.revision!))).toEqual(expected);
    const whole = publisher.revision!.base.parts.reduce((sum, { length }) => sum + length, 0);
    expect(daily.requests).toBeLessThanOrEqual(1);
    expect(paid.get(1)).toBeLessThan(whole * 0.2);
    expect(paid.get(7)).toBeLessThan(whole * 0.5);
  });

  test('the signed list stays small, and every file it names is there', async () => {
    const publisher = await Publisher.create();
    for (let n = 0; n <= 90; n++) await publisher.publish(packOn(n), day(n));
    const { deltas, base } = publisher.revision!;
    expect(publisher.files.get('pack.json')!.length).toBeLessThan(LIMITS.packJson / 3);
    expect(deltas.filter(({ from, to }) => to - from === 1)).toHaveLength(30);
    expect(deltas.filter(({ from, to }) => to - from === 7)).toHaveLength(12);
    expect(deltas.filter(({ from, to }) => to - from === 28)).toHaveLength(3);
    for (const ref of [...deltas, ...base.parts]) expect([...publisher.files.keys()]).toContain(fileOf(ref));
  });
});

describe('a publication', () => {
  test('without a change confirms: the next revision, the same content, no file', async () => {
    const publisher = await Publisher.create();
    const first = await publisher.publish(makePack(30), day(0));
    const files = publisher.files.size;
    const second = await publisher.publish(makePack(30), day(1));
    expect([second.revision, second.content, publisher.files.size]).toEqual([2, 1, files]);
    expect(second.base).toEqual(first.base);
    const reader = new Reader();
    reader.sync(first);
    expect(reader.sync(second)).toBe('none');
    expect(reader.fetched).toBe(0);
  });

  test('is the same bytes for the same input', async () => {
    const build = async () => {
      const publisher = await Publisher.create();
      for (let n = 0; n < 9; n++) await publisher.publish(packOn(n), day(n));
      return { revision: publisher.revision, names: [...publisher.files.keys()] };
    };
    expect(await build()).toEqual(await build());
  });

  test('hides what was withdrawn, with the reason when one is given, and shows what comes back', async () => {
    const publisher = await Publisher.create();
    const reader = new Reader();
    reader.sync(await publisher.publish(makePack(10), day(0)));
    const without = toPack(manifest, [
      ...makePack(9).notes.map((value) => ({ type: 'note', value }) as const),
      { type: 'withdrawn', value: { id: 'unit/brigade-00009', date: '2026-01-02', reason: 'It never was.' } },
    ]);
    reader.sync(await publisher.publish(without, day(1), { allowShrink: true }));
    expect(await reader.records(publisher)).toEqual(live(makePack(9)));
    const opened = await openRevision(publisher.read, publisher.revision!);
    expect(opened.withdrawals).toEqual([{ id: 'unit/brigade-00009', date: '2026-01-02', reason: 'It never was.' }]);
    reader.sync(await publisher.publish(makePack(10), day(2)));
    expect(await reader.records(publisher)).toEqual(live(makePack(10)));
  });

  test.each<[string, (publisher: Publisher) => Promise<unknown>]>([
    ['85: a tenth fewer notes', (publisher) => publisher.publish(makePack(80), day(1))],
    ['85: no notes at all', (publisher) => publisher.publish(makePack(0), day(1))],
    ['a day before the last', (publisher) => publisher.publish(makePack(101), day(-1))],
    ['the same moment as the last', (publisher) => publisher.publish(makePack(101), day(0))],
    [
      'another pack',
      (publisher) => publisher.publish({ ...makePack(101), manifest: { ...manifest, id: 'other' } }, day(1)),
    ],
    [
      'a lower epoch',
      (publisher) => {
        publisher.epoch = 0;
        return publisher.publish(makePack(101), day(1));
      },
    ],
  ])('%s: refused as an accident', async (_, publish) => {
    const publisher = await Publisher.create();
    await publisher.publish(makePack(100), day(0));
    const error = await publish(publisher).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackError);
    expect(error).toMatchObject({ code: 'accident' });
  });

  test('85: with fewer notes goes through when that is meant', async () => {
    const publisher = await Publisher.create();
    await publisher.publish(makePack(100), day(0));
    await publisher.publish(makePack(10), day(1), { allowShrink: true });
    expect(live(await openRevision(publisher.read, publisher.revision!))).toEqual(live(makePack(10)));
  });

  test('85: over a broken file of the last one is refused', async () => {
    const publisher = await Publisher.create();
    const { base } = await publisher.publish(makePack(100), day(0));
    const path = fileOf(base.parts[0]!);
    publisher.files.set(path, publisher.files.get(path)!.slice(1));
    await expect(publisher.publish(makePack(101), day(1))).rejects.toMatchObject({ code: 'damaged' });
  });

  test('laid anew without a change asks readers for nothing', async () => {
    const publisher = await Publisher.create();
    const reader = new Reader();
    reader.sync(await publisher.publish(makePack(100), day(0)));
    reader.sync(await publisher.publish(makePack(101), day(1)));
    expect(reader.sync(await publisher.publish(makePack(101), day(2), { rebase: true }))).toBe('none');
  });
});

describe('a plan', () => {
  const ref = (hash: string, length = 10_000): SegmentRef => ({ hash, length, raw: length, count: 1 });
  const revision = (change: Partial<PackRevision>): PackRevision =>
    ({
      epoch: 1,
      content: 9,
      base: { content: 8, parts: [ref('base8', 1_000_000)] },
      deltas: [],
      ...change,
    }) as PackRevision;
  const daily = (to: number, length = 10_000) => ({ from: to - 1, to, ...ref(`d${to}`, length) });
  const held = (content: number, ...hashes: string[]): HeldContent => ({
    epoch: 1,
    content,
    segments: hashes.map((hash) => ({ hash, length: hash.startsWith('base') ? 1_000_000 : 1000 })),
  });
  const names = (plan: { fetch: readonly SegmentRef[] }) => plan.fetch.map(({ hash }) => hash);

  test('takes a roll-up where it is cheaper than the days', () => {
    const target = revision({
      deltas: [...[3, 4, 5, 6, 7, 8, 9].map((n) => daily(n)), { from: 1, to: 8, ...ref('week', 30_000) }],
    });
    expect(names(planSync(held(2, 'base1'), target, new Set(['base1'])))).toEqual(['week', 'd9']);
  });

  test('takes every file of a step', () => {
    const target = revision({ deltas: [daily(9), { ...daily(9), hash: 'd9b' }] });
    expect(names(planSync(held(8, 'base1'), target, new Set(['base1'])))).toEqual(['d9', 'd9b']);
  });

  test('takes the base when no delta leads there', () => {
    const target = revision({ deltas: [daily(9)] });
    const plan = planSync(held(3, 'base1'), target, new Set(['base1']));
    expect([plan.kind, names(plan)]).toEqual(['base', ['base8', 'd9']]);
  });

  test('takes the base when the deltas cost nearly twice as much', () => {
    const target = revision({ deltas: [daily(8, 2_000_000), daily(9)] });
    expect(planSync(held(7, 'base1'), target, new Set(['base1'])).kind).toBe('base');
  });

  test('does not ask again for what is there already', () => {
    const target = revision({ deltas: [daily(9)] });
    expect(names(planSync(null, target, new Set(['base8'])))).toEqual(['d9']);
  });

  test('lays anew when a held segment is gone', () => {
    const target = revision({ deltas: [daily(9)] });
    expect(planSync(held(8, 'base1'), target, new Set()).kind).toBe('base');
  });

  test('lays anew when the segments pile up', () => {
    const planWith = (count: number) => {
      const many = Array.from({ length: count }, (_, i) => `s${i}`);
      return planSync(held(8, ...many), revision({ deltas: [daily(9)] }), new Set(many)).kind;
    };
    expect([planWith(191), planWith(192)]).toEqual(['deltas', 'base']);
  });

  test('lays anew when what is stored is two and a half times a fresh base', () => {
    const planWith = (stored: number) => {
      const held2 = { epoch: 1, content: 8, segments: [{ hash: 'base1', length: stored }] };
      return planSync(held2, revision({ deltas: [daily(9)] }), new Set(['base1'])).kind;
    };
    expect([planWith(2_500_000), planWith(2_600_000)]).toEqual(['deltas', 'base']);
  });

  test('trusts nothing that came under replaced keys but what the new list names', () => {
    const target = revision({ epoch: 2, deltas: [daily(9)] });
    const plan = planSync(held(8, 'base8', 'forged'), target, new Set(['base8', 'forged']));
    expect([plan.kind, plan.segments.map(({ hash }) => hash), names(plan)]).toEqual(['base', ['base8', 'd9'], ['d9']]);
  });

  test('lays anew when the publisher went back in content', () => {
    expect(planSync(held(10, 'base8'), revision({ deltas: [daily(9)] }), new Set(['base8'])).kind).toBe('base');
  });
});
