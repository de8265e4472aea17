/** Ordinals as formations carry them: in words, figures, and Roman numerals. */

const ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const TENTHS = '_ _ twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');
const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
// Armies use figures above these.
const MAX_IN_WORDS = 99;
const MAX_ROMAN = 39;

function romanOf(n: number): string {
  const tens = 'x'.repeat(Math.floor(n / 10));
  return tens + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][n % 10]!;
}

/** `1st`, `22nd`, `113th`. */
export function ordinalOf(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** An ordinal in figures, the single words for it, and its numeral. */
export interface OrdinalRow {
  readonly head: string;
  readonly words: readonly string[];
  readonly roman?: string;
}

export const ORDINAL_ROWS: readonly OrdinalRow[] = Array.from({ length: MAX_IN_WORDS }, (_, i) => {
  const n = i + 1;
  const word = n < 20 ? ONES[n]! : TENTHS[n / 10];
  // "2d" and "3d" are the US Army's own.
  const short = n === 2 || n === 3 ? [`${n}d`] : [];
  return {
    head: ordinalOf(n),
    words: word ? [word, ...short] : short,
    ...(n <= MAX_ROMAN ? { roman: romanOf(n) } : {}),
  };
});

/** "twenty first" and its kin, with the ordinal in figures. */
export const ORDINAL_COMPOUNDS: readonly (readonly [string, string])[] = TENS.slice(2).flatMap((tens, t) =>
  ONES.slice(1, 10).map((one, i) => [`${tens} ${one}`, ordinalOf((t + 2) * 10 + i + 1)] as const),
);

/** `8th` for "eight": a number word printed where an ordinal is meant. */
export function ordinalForCardinal(word: string): string | undefined {
  const n = CARDINALS.indexOf(word);
  return n > 0 ? ordinalOf(n) : undefined;
}
