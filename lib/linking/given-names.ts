/**
 * Given names that are one name to a reader: "Chuck" for Charles, "Cres" for Creswell, "J." for Jenna. Rows hold the
 * English short forms that follow from no rule; a short form that only cuts a name off needs no row.
 */
import { sameWord } from '../gazetteer/variants.ts';
import { foldText } from '../text/characters.ts';

const ROWS: readonly string[] = [
  'abraham abe',
  'alexander alex sandy',
  'andrew andy drew',
  'anthony tony',
  'barbara barb',
  'benjamin ben',
  'catherine katherine kathryn kate cathy kathy katie',
  'charles chuck charlie',
  'christopher chris kit',
  'daniel dan danny',
  'deborah debbie debra',
  'donald don donnie',
  'edward ed eddie ted ned',
  'elizabeth liz beth betty eliza',
  'eugene gene',
  'francis frank',
  'franklin frank',
  'frederick fred freddie',
  'gerald gerry jerry',
  'gregory greg',
  'henry harry hank',
  'jacob jake',
  'james jim jimmy jamie',
  'jeffrey geoffrey jeff geoff',
  'jennifer jen jenny',
  'jonathan jon',
  'john jack johnny',
  'joseph joe joey',
  'kenneth ken kenny',
  'lawrence laurence larry',
  'leonard len lenny',
  'margaret maggie meg peggy',
  'martin marty',
  'matthew matt',
  'michael mike mick',
  'mitchell mitch',
  'nancy nan',
  'nicholas nick',
  'pamela pam',
  'patrick pat paddy',
  'peter pete',
  'philip phillip phil',
  'raymond ray',
  'richard rick dick rich',
  'robert rob bob bobby',
  'ronald ron ronnie',
  'samuel samantha sam',
  'stephen steven steve',
  'susan sue suzy',
  'theodore ted theo',
  'thomas tom tommy',
  'timothy tim',
  'vincent vince',
  'walter walt',
  'william bill billy will',
];

const rowsOf = new Map<string, number[]>();
ROWS.forEach((row, i) => {
  for (const name of row.split(' ')) rowsOf.set(name, [...(rowsOf.get(name) ?? []), i]);
});

const SHORTEST_CUT = 3;

// "Barrack" for Barack; in shorter names one letter makes another.
const SHORTEST_SPELLED = 5;
function isSpelledLike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_SPELLED || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return same > 0 && long.slice(same + 1) === short.slice(long.length > short.length ? same : same + 1);
}

const isCutOff = (short: string, long: string): boolean => short.length >= SHORTEST_CUT && long.startsWith(short);

/** Whether two folded given names may be one person's. */
export const sameGiven = (a: string, b: string): boolean =>
  sameWord(a, b, false, a) ||
  isCutOff(a, b) ||
  isCutOff(b, a) ||
  (rowsOf.get(a)?.some((row) => rowsOf.get(b)?.includes(row)) ?? false);

const isInitial = (word: string): boolean => word.length === 1;

/**
 * How well the given names a page prints before a family name fit a full name: 1 when they are its own, less for a
 * short form or initials, 0 when they are somebody else's.
 */
export function givenFit(printed: readonly string[], name: string): number {
  const own = name.split(/[\s-]+/).map((word) => foldText(word).replaceAll('.', ''));
  const words = printed.map((word) => foldText(word).replaceAll('.', ''));
  const [first, given] = [words[0], own[0]];
  if (first === undefined || given === undefined || own.length < 2) return 0;
  if (words.every((word) => own.includes(word))) return words.length >= own.length - 1 ? 1 : 0.6;
  // "George H. W." is not George W.; a name without middle names leaves it open.
  const middle = own.slice(1, -1);
  const agrees = (word: string): boolean => middle.some((part) => part.startsWith(word) || word.startsWith(part));
  if (!words.slice(1).every((word) => (middle.length === 0 ? isInitial(word) : agrees(word)))) return 0;
  if (isInitial(first) || isInitial(given)) return first[0] === given[0] ? 0.5 : 0;
  if (sameGiven(first, given)) return 0.7;
  return isSpelledLike(first, given) ? 0.5 : 0;
}
