/** Packs in a store, as installs and syncs put them there. */
import { type Pack, type PackRecord, toPack } from '../../../lib/packs/pack.ts';
import { segmentsOf } from '../../../lib/packs/published.ts';
import { fileOf, type PackRevision } from '../../../lib/packs/revision.ts';
import type { SyncRecord } from '../../../lib/packs/sync-state.ts';
import { openSegment } from '../../../lib/store/install-bundle.ts';
import type { Store } from '../../../lib/store/store.ts';
import { makeRecord, manifest } from '../packs/make-pack.ts';
import type { Publisher } from '../packs/publisher.ts';

export const START = Date.parse('2026-11-25T00:00:00Z');
export const day = (n: number): string => new Date(START + n * 86_400_000).toISOString().replace('.000Z', 'Z');

export const recordOf = (pack: string): SyncRecord => ({
  pack,
  urls: [`https://${pack}.example/pack.json`],
  roots: ['A'.repeat(43)],
  nextAt: START,
  pollHours: 6,
  failures: 0,
  localFaults: 0,
  standing: 'active',
});

/** Puts a publisher's revision into the store as a sync does. */
export async function takeRevision(
  store: Store,
  publisher: Publisher,
  revision: PackRevision,
  now = START,
): Promise<void> {
  const segments = segmentsOf(revision);
  for (const ref of segments) {
    const held = await store.present([ref.hash]);
    if (held.size > 0) continue;
    const { blocks } = await openSegment(publisher.files.get(fileOf(ref))!, ref);
    await store.putSegment(ref, blocks, now);
  }
  const file = publisher.files.get('pack.json');
  await store.flip({ revision, segments, ...(file && { file }) }, recordOf(revision.manifest.id));
}

export const note = (id: string, name: string, facts: readonly object[] = [], more: object = {}): PackRecord =>
  makeRecord({
    type: 'note',
    id,
    name,
    summary: `${name}.`,
    facts: facts.map((fact) => ({ sources: ['a'], ...fact })),
    sources: { a: { title: 'Page', publisher: 'A paper', url: 'https://example.org/a', retrieved: '2026-11-22' } },
    ...more,
  });

export const packOf = (records: readonly PackRecord[], id = 'example', title = 'Example pack'): Pack =>
  toPack({ ...manifest, id, title }, records);

/** Notes that keep a pack so large that a small change is a delta and not a new base. */
export const FILLER: readonly PackRecord[] = Array.from({ length: 60 }, (_, n) =>
  note(`unit/z-filler-${n}`, `Filler ${n}`),
);
