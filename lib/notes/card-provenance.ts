import { type Label, label, type Shown } from '../text/messages.ts';
import { showDate } from '../text/show-date.ts';
import type { CardMisprint, CardProvenance, CardSubject, PackRef } from './card.ts';
import type { Note, Source } from './note.ts';

/** What every source of a card is shown with. */
export interface Showing {
  readonly locale: string;
  /** Named under each statement when a card draws on more than one pack. */
  readonly pack?: PackRef | undefined;
}

/** The publisher; with the title where the note cites one publisher twice, and with whom it cites. */
function nameOf(source: Source, note: Note): Shown {
  const twice = Object.values(note.sources).filter((other) => other.publisher === source.publisher).length > 1;
  const name: Shown = twice ? label('prov_titled', source.publisher, source.title) : source.publisher;
  return source.citing === undefined ? name : label('prov_citing', name, source.citing);
}

/** The day a source was read, to the month: "seen Nov 2026". */
export const seenOn = (retrieved: string, locale: string): Label | null =>
  retrieved === '' ? null : label('prov_seen', showDate(retrieved.slice(0, 7), locale));

/** The day of a source as it is shown, or the word for undated. */
export const dateOfSource = (date: string | undefined, locale: string): Shown =>
  date === undefined ? label('prov_undated') : showDate(date, locale);

/** The sources behind a fact or an alias, in the author's order, in the one form sources have. */
export function provenanceOf(keys: readonly string[], note: Note, { locale, pack }: Showing): CardProvenance[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    const source = Object.hasOwn(note.sources, key) ? note.sources[key] : undefined;
    if (!source || seen.has(source.url)) return [];
    seen.add(source.url);
    return {
      source: nameOf(source, note),
      url: source.url,
      date: dateOfSource(source.date, locale),
      seen: seenOn(source.retrieved, locale),
      ...(pack ? { pack: label('prov_pack', pack.title) } : {}),
      ...(source.quote === undefined ? {} : { quote: source.quote }),
    };
  });
}

/** "Pack: Syria 2018–19, revision 41, 12 Nov 2026", or all the packs a card draws on. */
export function packLine(packs: readonly PackRef[], locale: string): Label | null {
  const [only, ...more] = packs;
  if (!only) return null;
  if (more.length === 0) return label('card_pack', only.title, String(only.revision), showDate(only.date, locale));
  const each = packs.map((pack): Shown => label('card_pack_item', pack.title, String(pack.revision)));
  return label(
    'card_packs',
    each.reduce((all, one) => label('list_dot', all, one)),
  );
}

/** The box of a misprinted form: as printed, what it is of, and who says so. */
export function misprintOf(
  { text, misprint }: CardSubject,
  note: Note | undefined,
  showing: Showing,
): CardMisprint | null {
  if (!misprint) return null;
  const alias = note?.aliases.find((form) => form.misprint && form.text.toLowerCase() === text.toLowerCase());
  return {
    printed: text,
    of: misprint.of,
    explain: misprint.explain ?? alias?.explain ?? null,
    provenance: note && alias?.sources ? provenanceOf(alias.sources, note, showing) : [],
  };
}
