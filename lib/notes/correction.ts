import type { CardCorrection, PackRef } from './card.ts';
import type { NoteId } from './note.ts';

const ADDRESS = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const PAGE = /^https:\/\/[^\s"<>]+$/;
/** Names that lead nowhere by agreement (RFC 2606). */
const NOWHERE = /[.@/](?:example|invalid|test|localhost|example\.(?:com|net|org))(?:[/:?#]|$)/i;

/** Where a pack's `contact` leads: a page, a mail address, or nowhere. */
export function contactLink(contact: string): string | null {
  if (NOWHERE.test(contact)) return null;
  if (PAGE.test(contact)) return contact;
  return ADDRESS.test(contact) ? `mailto:${contact}` : null;
}

/**
 * Where an error in a note is told to the people who wrote it, for the packs that say where: a page of theirs, or a mail
 * that names pack, revision and note. Nothing of the page that is read goes with it.
 */
export function correctionsOf(packs: readonly PackRef[], note: NoteId): CardCorrection[] {
  return packs.flatMap(({ id, title, revision, contact = '' }): CardCorrection[] => {
    const link = contactLink(contact);
    if (link === null) return [];
    const subject = link === contact ? '' : `?subject=${encodeURIComponent(`${id}@${revision} ${note}`)}`;
    return [{ pack: title, url: link + subject }];
  });
}
