import { expect } from 'vitest';
import type { Bytes } from '../../../lib/packs/bytes.ts';
import { generateKey, type SigningKey } from '../../../lib/packs/keys.ts';
import type { PackRevision } from '../../../lib/packs/revision.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { liveOf, Reader, START } from './bench-reader.ts';

/**
 * A reader who holds the second revision asks a host for the third, and gets something else. See `test/SYNC-CASES.md` for
 * the numbers of the cases.
 */

export const day = (n: number): string => new Date(START + n * 86_400_000).toISOString().replace('.000Z', 'Z');
export const NEWEST = makePack(302);

export let publisher: Publisher;
export let reader: Reader;
export let stranger: SigningKey;
/** Each revision's pack.json, as it came. */
export let lists: Bytes[];

/** Two revisions are held and the third is published; what was asked for so far is forgotten. */
export async function setUp(): Promise<void> {
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
}

export const newest = (): PackRevision => publisher.revision!;

/** All that is stored but the pack's record. */
async function stored(): Promise<string> {
  const { packs, segments } = reader.store.tables;
  return JSON.stringify([await packs.all(), await segments.all(), await reader.store.own.all()]);
}

/** The reader refuses, keeps nothing of it, goes on as before, and is well again once the host is. */
export async function expectRefused(code: string): Promise<void> {
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
