/** Parts of a person's name: what a page prints once the full name has been given. */

import type { Note } from '../notes/note.ts';
import { foldText } from '../text/characters.ts';

const PARTICLES = new Set(
  'al el ul ibn bin ben abu abd abdul de der den del della di da dos du la le van von ter st o mac'.split(' '),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
// Family names that stand first in Chinese, Korean and Vietnamese names.
const FAMILY_FIRST = new Set(
  (
    'xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo lin luo deng mao wen jiang peng cai tsai chiang ' +
    'kim park lee choi jung kang cho yoon jang lim moon roh nguyen tran le pham phan vo dang bui leung ip cheung chan wong tsang'
  ).split(' '),
);

export interface NameParts {
  /** Family names in their folded forms, without article ("assad"). */
  readonly family: string;
  /** Given name, folded; null when the name has one part. */
  readonly given: string | null;
  readonly parts: readonly string[];
}

/** Parts of a Latin-script full name, or null when it has only one. */
export function partsOf(name: string): NameParts | null {
  if (/[^\p{Script=Latin}\p{M}\p{P}\s]/u.test(name)) return null;
  const parts = foldText(name)
    .split(' ')
    .filter((part) => part !== '' && !SUFFIX.test(part));
  if (parts.length < 2) return null;
  const own = parts.filter((part) => !PARTICLES.has(part));
  if (own.length < 2) return null;
  const first = own[0]!;
  if (FAMILY_FIRST.has(first) && parts.length <= 3 && !FAMILY_FIRST.has(own.at(-1)!)) {
    return { family: first, given: null, parts: own };
  }
  return { family: own.at(-1)!, given: first, parts: own };
}

/** Family names by which a person may be called, folded. */
export function familyNames(note: Note): Set<string> {
  const names = new Set<string>();
  const full = [note.name, ...note.aliases.filter((a) => !a.misprint && !a.lang && !a.needs).map((a) => a.text)];
  for (const name of full) {
    const parts = partsOf(name.replace(/\s*\(.*\)$/, ''));
    if (parts) names.add(parts.family);
  }
  return names;
}
