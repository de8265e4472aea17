import { showPeriod } from '../text/show-date.ts';
import type { CardName } from './card.ts';
import type { Alias, Note } from './note.ts';

/** Letters and digits only, without case, accents, hyphens and spaces: "Bas News" and "BasNews" are one form. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{P}\p{Z}\p{S}]/gu, '')
    .toLowerCase();

/** A form that says nothing the name does not: the name itself, or a part of it. */
const inName = (text: string, note: Note): boolean => bare(note.name).includes(bare(text));

const isAddress = (text: string): boolean => /^[\w-]+(?:\.[\w-]+)+$/.test(text);

const nameOf = ({ text, lang, from, to }: Alias, locale: string): CardName => {
  const dates = showPeriod(from, to, locale);
  return { text, ...(lang === undefined ? {} : { lang }), ...(dates === null ? {} : { dates }) };
};

/** The name in its own script, and one other full form, in the author's order; never short forms or misprints. */
export function nameFormsOf(note: Note, locale: string, printed = ''): CardName[] {
  const full = note.aliases.filter(
    ({ text, needs, misprint }) =>
      needs !== 'introduction' && !misprint && !isAddress(text) && !inName(text, note) && bare(text) !== bare(printed),
  );
  const own = full.find(({ text }) => !/\p{Script=Latin}/u.test(text));
  const other = full.find(({ text }) => /\p{Script=Latin}/u.test(text));
  return [other, own].flatMap((alias) => (alias ? nameOf(alias, locale) : []));
}

/** The surface form, when a reader might not see it in the name: "Bas News" for BasNews, "IRGC". */
export function printedOf(text: string, note: Note): string | null {
  const words = (name: string): string[] => name.toLowerCase().split(/[\s-]+/);
  const inside = words(text).every((word) => words(note.name).includes(word));
  return text === '' || inside ? null : text;
}
