/** Parts of a person's name: what a page prints once the full name has been given. */

import { foldText } from '../text/characters.ts';

const PARTICLES = new Set(
  'al el ul ibn bin ben abu abd abdul de der den del della di da dos du la le van von ter st'.split(' '),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
// Family names that stand first in Chinese, Korean and Vietnamese names.
const FAMILY_FIRST = new Set(
  (
    'xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin luo deng mao wen jiang peng cai tsai chiang ' +
    'kim park choi jung kang cho yoon jang lim moon roh nguyen tran le pham phan vo dang bui leung ip cheung chan wong tsang'
  ).split(' '),
);
// Given names that open sentences as other words.
const WORDS_TOO = new Set(
  'will mark may bill grace hope faith rose joy art rich frank grant chance max june april august summer christian pat sue drew chuck dick'.split(
    ' ',
  ),
);
const MIN_GIVEN = 4;

export const isParticle = (word: string): boolean => PARTICLES.has(word.toLowerCase());
export const isWordToo = (given: string): boolean => WORDS_TOO.has(given);

/** Folded, hyphens as spaces: "ocasio cortez". */
export interface NameParts {
  /** Empty for a name that ends in a dynasty ("Al Saud") or a country ("of Jordan", "of the United States"): nobody is called by these. */
  readonly family: string;
  /** The family name as printed, with its article. */
  readonly printed: string;
  /** Null when the name has none by which a page would call the person. */
  readonly given: string | null;
}

// Words of plain letters, the commonest names by far: nothing of them needs folding, nothing can be left out.
const PLAIN_NAME = /^[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+$/;
const NUMERAL = /^[IVX]+$/;
const NOT_PLAIN = new Set([...PARTICLES, ...FAMILY_FIRST, 'jr', 'sr']);
const LONGEST_NOT_PLAIN = Math.max(...[...NOT_PLAIN].map(({ length }) => length));

/** The family name where a name is plain words, for which `partsOf` says the same; null for any other name. */
export function plainFamily(name: string): string | null {
  if (!PLAIN_NAME.test(name)) return null;
  for (let from = 0; ; ) {
    const space = name.indexOf(' ', from);
    const word = name.slice(from, space < 0 ? name.length : space);
    if (word.length <= LONGEST_NOT_PLAIN && (NOT_PLAIN.has(word.toLowerCase()) || SUFFIX.test(word))) return null;
    if (space < 0) return NUMERAL.test(word) ? null : word;
    from = space + 1;
  }
}

/** Parts of a full name in Latin script, or null when it has only one. */
export function partsOf(name: string): NameParts | null {
  if (/[^\p{Script=Latin}\p{M}\p{P}\s]/u.test(name)) return null;
  const own: { printed: string; folded: string }[] = [];
  for (const printed of name.split(/\s+/)) {
    const folded = foldText(printed);
    // "al assad" of "al-Assad" is known by its second half.
    if (folded === '' || SUFFIX.test(folded) || PARTICLES.has(folded)) continue;
    own.push({ printed, folded: folded.replace(/^(?:al|el|ul) /, '') });
  }
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || own.length < 2) return null;
  if (/ (?:Al \S+|of .+)$/.test(name)) return { family: '', printed: '', given: null };
  if (FAMILY_FIRST.has(first.folded) && own.length <= 3 && !FAMILY_FIRST.has(last.folded)) {
    return { family: first.folded, printed: first.printed, given: null };
  }
  const isShort = first.folded.length < MIN_GIVEN || first.folded.includes('.');
  return { family: last.folded, printed: last.printed, given: isShort ? null : first.folded };
}
