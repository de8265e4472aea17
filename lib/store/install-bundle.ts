import { openBundleRevision } from '../packs/bundle.ts';
import type { Bytes } from '../packs/bytes.ts';
import { readSegmentFile } from '../packs/published.ts';
import { type Block, readBlock, readSegment, type SegmentRef } from '../packs/segment.ts';
import type { Store, StoredSegment } from './store.ts';

/** A verified segment with the ids in it, as the store wants it. */
export async function openSegment(bytes: Bytes, ref: SegmentRef): Promise<StoredSegment> {
  const blocks: Block[] = [];
  for (const block of readSegment(bytes, ref)) {
    const { records } = await readBlock(block);
    blocks.push({ ...block, ids: records.map(({ value }) => value.id) });
  }
  return { hash: ref.hash, length: ref.length, blocks };
}

/**
 * Installs the pack that came with the program, unless it is held already, whole, or a signed revision of it has been
 * taken from its publisher since. Rejects with `PackError` or `StoreError`; what was held stays.
 */
export async function installBundle(
  store: Store,
  read: (path: string) => Promise<Uint8Array>,
  now: number,
): Promise<void> {
  const revision = await openBundleRevision(read);
  const { id } = revision.manifest;
  const held = (await store.packs()).find((pack) => pack.id === id);
  if (held?.from === 'synced') return;
  // The list leads from the oldest part to the newest; a pack names the newest first.
  const segments = revision.base.parts.map(({ hash }) => hash).reverse();
  const present = await store.present(segments);
  if (held?.segments.join() === segments.join() && present.size === segments.length) return;
  const missing = revision.base.parts.filter(({ hash }) => !present.has(hash));
  const opened = await Promise.all(missing.map(async (ref) => openSegment(await readSegmentFile(read, ref), ref)));
  await store.install({ id, revision, segments, from: 'bundled' }, opened, now);
}
