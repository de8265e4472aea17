import type { CardCorrection, PackRef } from './card.ts';
import type { NoteId } from './note.ts';

const ADDRESS = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const PAGE = /^https:\/\/[^\s"<>]+$/;
/** Names that lead nowhere by agreement (RFC 2606). */
const NOWHERE = /\.(?:example|invalid|test|localhost)(?:[/:?#]|$)/i;

/**
 * Where an error in a note is told to the people who wrote it, for the packs that say where: a page of theirs, or a mail
 * that names pack, revision and note. Nothing of the page that is read goes with it.
 */
export function correctionsOf(packs: readonly PackRef[], note: NoteId): CardCorrection[] {
  return packs.flatMap(({ id, title, revision, contact = '' }): CardCorrection[] => {
    if (NOWHERE.test(contact)) return [];
    if (PAGE.test(contact)) return [{ pack: title, url: contact }];
    if (!ADDRESS.test(contact)) return [];
    return [{ pack: title, url: `mailto:${contact}?subject=${encodeURIComponent(`${id}@${revision} ${note}`)}` }];
  });
}
