import { expect, test } from 'vitest';
import { toPack } from '../../../lib/packs/pack.ts';
import { randomFrom } from '../../support/random.ts';
import { makeNote, manifest } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { liveOf, Reader, START, URL_A, URL_B, webPage } from './bench-reader.ts';

// `SEEDS=10000` is the long run.
const SEEDS = Number(process.env.SEEDS ?? 100);

async function play(seed: number): Promise<void> {
  const next = randomFrom(seed);
  const pick = (n: number): number => Math.floor(next() * n);
  const publisher = await Publisher.create();
  const reader = new Reader(publisher, next() < 0.5 ? [URL_A] : [URL_A, URL_B]);
  reader.atOnce = 1 + pick(4);
  const editions = new Map<number, number>(Array.from({ length: 6 }, (_, id) => [id, 0]));

  for (let day = 0; day < 6; day++) {
    for (let change = pick(3); change >= 0; change--) editions.set(pick(10), pick(6));
    if (next() < 0.3) editions.delete(pick(10));
    const pack = toPack(
      manifest,
      [...editions].map(([id, edition]) => makeNote(id, edition)),
    );
    if (next() < 0.1) publisher.epoch++;
    const issued = new Date(START + day * 86_400_000).toISOString().replace('.000Z', 'Z');
    await publisher.publish(pack, issued, { allowShrink: true, rebase: next() < 0.1 });
    reader.now = START + day * 86_400_000;

    // Several runs a day, each of which may die at any step or meet a host in trouble.
    for (let run = pick(4); run >= 0; run--) {
      const fatal = pick(16);
      let step = 0;
      const die = (): void => {
        if (step++ >= fatal) throw new Error('killed');
      };
      const trouble = pick(6);
      reader.store.before = die;
      reader.fault = (path) => {
        die();
        if (trouble === 0) return new Response('', { status: 503 });
        if (trouble === 1) return webPage();
        if (trouble === 2 && path !== 'pack.json') return new Response(new Uint8Array(10));
        if (trouble === 3 && path !== 'pack.json') return new Response('', { status: 404 });
        return undefined;
      };
      await reader.sync();
      await reader.expectInvariants(`seed ${seed}, day ${day}`);
    }
  }
  reader.store.before = () => {};
  reader.fault = () => undefined;
  expect((await reader.sync()).kind, `seed ${seed}`).toMatch(/^(?:installed|confirmed)$/);
  expect(await reader.shown(), `seed ${seed}`).toBe(liveOf(publisher.published.at(-1)!));
  await reader.expectInvariants(`seed ${seed}`);
}

test(`84: over ${SEEDS} random histories with kills and faults at random steps, a reader has one revision whole, never an older one`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) await play(seed);
}, 3_600_000);
