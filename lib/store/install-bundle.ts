import { openBundleRevision } from '../packs/bundle.ts';
import { readSegmentFile } from '../packs/published.ts';
import { readSegment } from '../packs/segment.ts';
import type { Store } from './store.ts';

/**
 * Installs the pack that came with the program, unless it is installed already or a signed revision of it has been
 * taken from its publisher since. Rejects with `PackError` or `StoreError`; what was held stays.
 */
export async function installBundle(store: Store, read: (path: string) => Promise<Uint8Array>): Promise<void> {
  const revision = await openBundleRevision(read);
  const { id } = revision.manifest;
  const held = (await store.packs()).find((pack) => pack.id === id);
  const segments = revision.base.parts.map(({ hash }) => hash);
  if (held && (held.from === 'synced' || held.segments.join() === segments.join())) return;
  const opened = await Promise.all(
    revision.base.parts.map(async (ref) => ({
      hash: ref.hash,
      blocks: readSegment(await readSegmentFile(read, ref), ref),
    })),
  );
  await store.install({ id, revision, segments, from: 'bundled' }, opened);
}
