import { expect, test } from 'vitest';
import { type Pack, recordsOf, toPack } from '../../../lib/packs/pack.ts';
import { type HeldContent, planSync } from '../../../lib/packs/plan.ts';
import { layRecords, openRevision, readSegmentFile } from '../../../lib/packs/published.ts';
import { readRecords, type SegmentRef } from '../../../lib/packs/segment.ts';
import { randomFrom } from '../../support/random.ts';
import { makeNote, manifest } from './make-pack.ts';
import { Publisher } from './publisher.ts';

// `SEEDS=10000` is the long run.
const SEEDS = Number(process.env.SEEDS ?? 150);

const live = (pack: Pack): string =>
  JSON.stringify([...recordsOf(pack)].filter(({ type }) => type !== 'withdrawn').map(({ value }) => value));

async function play(seed: number): Promise<void> {
  const next = randomFrom(seed);
  const pick = (n: number): number => Math.floor(next() * n);
  const publisher = await Publisher.create();
  const editions = new Map<number, number>();
  const refs = new Map<string, SegmentRef>();
  const readers: (HeldContent | null)[] = [null, null, null];
  // Most histories are short; one in twenty is long enough for every kind of roll-up.
  const days = seed % 20 === 0 ? 60 : 2 + pick(16);
  for (let n = 0; n < days; n++) {
    for (let change = pick(4); change >= 0; change--) {
      const id = pick(12);
      if (next() < 0.3) editions.delete(id);
      else editions.set(id, pick(5));
    }
    const pack = toPack(
      manifest,
      [...editions].map(([id, edition]) => makeNote(id, edition)),
    );
    if (next() < 0.05) publisher.epoch++;
    const issued = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().replace('.000Z', 'Z');
    const revision = await publisher.publish(pack, issued, { allowShrink: true, rebase: next() < 0.05 });
    for (const [i, held] of readers.entries()) {
      if (n < days - 1 && next() > [1, 0.4, 0.1][i]!) continue;
      const plan = planSync(held, revision, new Set(held?.segments.map(({ hash }) => hash)));
      for (const ref of plan.fetch) refs.set(ref.hash, ref);
      readers[i] = { epoch: revision.epoch, content: revision.content, segments: plan.segments };
    }
  }
  const expected = live(await openRevision(publisher.read, publisher.revision!));
  for (const held of readers) {
    const layers = [];
    for (const { hash } of held!.segments) {
      const ref = refs.get(hash)!;
      layers.push(await readRecords(await readSegmentFile(publisher.read, ref), ref));
    }
    expect(live(toPack(manifest, layRecords(layers).values())), `seed ${seed}`).toBe(expected);
  }
}

test(`83: over ${SEEDS} random histories, any path of deltas comes to what the base comes to`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) await play(seed);
}, 3_600_000);
