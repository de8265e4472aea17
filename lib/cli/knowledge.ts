/** The packs given with `--pack` (or the starter pack), made ready for the engine. */
import { join } from 'node:path';
import type { Knowledge } from '../checks/analyze.ts';
import type { Origin } from '../checks/check.ts';
import { indexChecks } from '../checks/index-checks.ts';
import { compileGazetteer } from '../gazetteer/compile.ts';
import { openGazetteer } from '../gazetteer/gazetteer.ts';
import type { Note, NoteId } from '../notes/note.ts';
import { loadPack } from './load-pack.ts';

export const STARTER_PACK = join(import.meta.dirname, '..', 'packs', 'starter');

/** Packs in order: of two notes with one id, the earlier pack's is used. */
export async function readKnowledge(packFolders: readonly string[]): Promise<Knowledge> {
  const packs = await Promise.all((packFolders.length > 0 ? packFolders : [STARTER_PACK]).map((dir) => loadPack(dir)));
  const notes = new Map<NoteId, Note>();
  const origins = new Map<string, Origin>();
  for (const pack of packs.toReversed()) {
    for (const note of pack.notes) notes.set(note.id, note);
    for (const origin of pack.origins) origins.set(origin.id, origin);
  }
  return {
    gazetteer: openGazetteer(compileGazetteer(notes.values())),
    notes,
    checks: indexChecks(packs.flatMap((pack) => pack.checks)),
    origins,
  };
}
