import type { Alias } from '../notes/note.ts';

/**
 * Names that would mark half of any page. Such an alias is refused unless the pack asks for a context word or an
 * introduction beside it; then the engine still has something to go by.
 */

// English function words and what newspapers abbreviate all day; compared without regard to case.
const COMMON = new Set(
  `a about above after again against all also am among an and another any are around as at be because been before being
  below between both but by came can come could day did do does down during each even every few first for from get go
  good great had has have he her here him his how i if in into is it its just know last less like made make man many may
  me men might more most much must my never new news next no not now of off old on once one only or other our out over own
  people say says she should since so some state still such take than that the their them then there these they this
  those through time times to too two under until up us use very was way we well were what when where which while who
  whom why will with within without would year years yes you your
  am pm tv mr mrs ms dr uk un eu usa u.s. u.k. u.n. e.u. army force forces government minister ministry police president`
    .split(/\s+/)
    .filter(Boolean),
);

const SHORT_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Why a reader's program does not take the alias, as a sentence, or `null`. */
export function aliasRefusal(alias: Pick<Alias, 'text' | 'needs'>): string | null {
  const { text } = alias;
  if (!/[\p{L}\p{N}]/u.test(text)) return `“${text}” has no letter`;
  if (alias.needs) return [...text].length < 2 ? `“${text}” is one character` : null;
  if (COMMON.has(text.toLowerCase())) {
    return `“${text}” is a word found on any page; add \`needs: context\`, with context words, or take it out`;
  }
  const least = SHORT_SCRIPT.test(text) ? 2 : 3;
  // Two capitals or digits are a name in their own right: RT, F5.
  if ([...text].length < least && !/^[\p{Lu}\p{N}]{2}$/u.test(text)) {
    return `“${text}” is shorter than ${least} characters; add \`needs: context\` or take it out`;
  }
  return null;
}
