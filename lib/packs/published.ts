import type { Bytes } from './bytes.ts';
import { pathBetween } from './deltas.ts';
import { type Pack, type PackRecord, toPack } from './pack.ts';
import { PackError } from './pack-error.ts';
import { fileOf, type PackRevision } from './revision.ts';
import { checkSegment, readRecords, type SegmentRef } from './segment.ts';

/** Reads a file of a pack's folder by its path there: `pack.json`, `f/<hash>.bin`. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** One verified segment. */
export async function readSegmentFile(read: ReadFile, ref: SegmentRef): Promise<Bytes> {
  const file = fileOf(ref);
  let bytes: Bytes;
  try {
    bytes = new Uint8Array(await read(file));
  } catch (cause) {
    throw new PackError('missing', `A part of the pack is missing: ${file}.`, { file, cause });
  }
  await checkSegment(bytes, ref, file);
  return bytes;
}

/** The segments that make up a revision, oldest first. */
export function segmentsOf(revision: PackRevision): SegmentRef[] {
  const path = pathBetween(revision.deltas, revision.base.content, revision.content, ({ length }) => length);
  if (!path) throw new PackError('format', 'The pack’s signed list does not lead from its base to its content.');
  return [...revision.base.parts, ...path];
}

/** Lays records over each other, oldest first; a withdrawn record hides the one of its id. */
export function layRecords(layers: Iterable<readonly PackRecord[]>): Map<string, PackRecord> {
  const records = new Map<string, PackRecord>();
  for (const layer of layers) for (const record of layer) records.set(record.value.id, record);
  return records;
}

/** The whole pack of a revision, every file checked. */
export async function openRevision(read: ReadFile, revision: PackRevision): Promise<Pack> {
  const layers: PackRecord[][] = [];
  for (const ref of segmentsOf(revision)) layers.push(await readRecords(await readSegmentFile(read, ref), ref));
  return toPack(revision.manifest, layRecords(layers).values());
}
