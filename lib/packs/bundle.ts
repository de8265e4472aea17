import { type Bytes, toBytes } from './bytes.ts';
import { decodeEnvelope, encodeEnvelope, readPayload } from './envelope.ts';
import { type Pack, type PackRecord, recordsOf } from './pack.ts';
import { PackError } from './pack-error.ts';
import { openRevision, type ReadFile } from './published.ts';
import { encodeRecord } from './records.ts';
import { decodeRevision, encodeRevision, fileOf, type PackRevision, REVISION_TYPE } from './revision.ts';
import { buildSegments, type Line, type Segment } from './segment.ts';

/**
 * The form in which a pack ships inside the extension: the published form without signatures. It is trusted because it
 * came with the program; its hashes are still checked, because disks and archives break.
 */

export const PACK_FILE = 'pack.json';

const toLine = (record: PackRecord): Line => ({
  id: record.value.id,
  json: JSON.stringify(encodeRecord(record)),
});

/** Every record of a pack as it lies in a segment. */
export const linesOf = (pack: Pack): Line[] => [...recordsOf(pack)].map(toLine);

export const countsOf = (pack: Pack): PackRevision['counts'] => ({
  notes: pack.notes.length,
  checks: pack.checks.length,
  origins: pack.origins.length,
  aliases: pack.notes.reduce((sum, note) => sum + note.aliases.length, 0),
});

/** A bundle has no keys and no history: epoch 0, revision 1, issued on the day pack.yaml gives. */
function bundleRevision(pack: Pack, segments: readonly Segment[]): PackRevision {
  const issued = `${(pack.manifest.date ?? '1970-01-01').padEnd(10, '-01')}T00:00:00Z`;
  return {
    manifest: pack.manifest,
    epoch: 0,
    revision: 1,
    content: 1,
    issued,
    expires: issued,
    base: { content: 1, parts: segments },
    deltas: [],
    counts: countsOf(pack),
    pollHours: 24,
  };
}

/** The files of a bundle by path. The same pack gives the same bytes. */
export async function buildBundle(pack: Pack): Promise<Map<string, Bytes>> {
  const segments = await buildSegments(linesOf(pack));
  const payload = encodeRevision(bundleRevision(pack, segments));
  const manifest = encodeEnvelope({ payloadType: REVISION_TYPE, payload, signatures: [] });
  const files = new Map<string, Bytes>(segments.map((segment) => [fileOf(segment), segment.bytes]));
  files.set(PACK_FILE, toBytes(JSON.stringify({ revision: manifest })));
  return files;
}

/** A bundle's list, not yet its records: what it is and which segments it has. */
export async function openBundleRevision(read: ReadFile): Promise<PackRevision> {
  let outer: unknown;
  try {
    outer = JSON.parse(new TextDecoder().decode(await read(PACK_FILE)));
  } catch (cause) {
    throw new PackError(
      'missing',
      'The notes that came with the program cannot be read: pack.json is missing or broken.',
      {
        file: PACK_FILE,
        cause,
      },
    );
  }
  const envelope = decodeEnvelope((outer as { revision?: unknown } | null)?.revision);
  if (envelope.payloadType !== REVISION_TYPE) {
    throw new PackError('format', 'The notes that came with the program are not a pack.', { file: PACK_FILE });
  }
  return decodeRevision(readPayload(envelope.payload));
}

/**
 * The pack of a bundle. `read` gets a path relative to the bundle's folder. Throws a PackError with a sentence when
 * anything is missing, cut or changed; nothing is taken in part.
 */
export const openBundle = async (read: ReadFile): Promise<Pack> => openRevision(read, await openBundleRevision(read));
