/**
 * Words that are one word to a name: spellings of the same Arabic, Persian, Russian or Ukrainian name in English text,
 * British and American spellings, and ordinals. A closed list, applied to a whole token on both sides: the index holds
 * the first word of a row, and the other words of the row lead to it, so that the dictionary does not grow.
 *
 * A row says "the same name", not "sounds alike": two names that differ in Arabic script (Hassan, Hussein) never share
 * one. The spellings are those met in English-language news; the list is ours.
 */
import { foldText } from '../text/characters.ts';
import { hashOfWord } from './hash.ts';

const SPELLINGS: readonly string[] = [
  // Persons
  'mohammed muhammad mohamed mohammad mohamad muhammed mohamud muhamad',
  'hussein hussain husayn husain hossein hosein hussien hossain',
  'hassan hasan',
  'ahmed ahmad',
  'mahmoud mahmud mahmood',
  'ibrahim ebrahim',
  'ismail esmail ismael esmaeil ismaeil',
  'qassem qasem qasim qassim kassem kasim ghasem ghassem qaseem',
  'soleimani suleimani sulaimani soleymani suleymani',
  'suleiman sulaiman soleiman soliman suleyman',
  'nasrallah nasrullah',
  'gaddafi qaddafi gadhafi qadhafi kaddafi kadhafi qadafi gadafi',
  'abdullah abdallah abdalla abdulla',
  'abdul abdel abdal',
  'omar umar',
  'osama usama',
  'othman uthman',
  'youssef yusuf yousef yousuf yusef',
  'khaled khalid',
  'tariq tareq tarek tarik',
  'faisal faysal feisal',
  'khamenei khameini khamenai',
  'rouhani ruhani rohani rowhani',
  'khomeini khomeyni',
  'haftar hifter hiftar',
  'sarraj serraj',
  'sisi sissi',
  'muqtada moqtada',
  'sheikh shaykh shaikh sheik cheikh',
  'saddam sadam',
  'bashar bachar',
  'hamza hamzah',
  'zelensky zelenskiy zelenskyy zelenski',
  'sergei sergey serhiy serhii',
  'alexei alexey aleksei aleksey',
  'andrei andrey',
  'dmitry dmitri dmitriy',
  'yury yuri yuriy',
  'valery valeri valeriy',
  'nikolai nikolay',
  'shoigu shoygu',
  'yevgeny evgeny yevgeni evgeni yevgeniy',
  'prigozhin prigozin',
  'oleksandr olexandr',
  // Movements and units
  'hezbollah hizbollah hizbullah hizballah hezballah hezbullah',
  'quds qods',
  'jaish jaysh jeish jaesh',
  'kataib katayeb',
  'katibat katiba katibah kateebat',
  'fatah fateh',
  'nusra nusrah',
  'houthi huthi houthis huthis',
  'ansarullah ansarallah ansarollah',
  'shabaab shabab',
  'qaeda qaida qaidah',
  'mujahideen mujahidin mujahedin mojahedin mujaheddin mujahedeen',
  'peshmerga peshmarga',
  'fatemiyoun fatimiyoun fatemiyun fatimiyun',
  'zaynabiyoun zainebiyoun zeinabiyoun zaynabiyun zainabiyoun',
  'hayat hayet hayaat',
  'shaabi shabi',
  'qassam kassam qasam',
  'taliban taleban',
  // English
  'defence defense',
  'organisation organization',
  'centre center',
  'labour labor',
  'armoured armored',
  'mechanised mechanized',
  'motorised motorized',
  'kyiv kiev',
];

// The same name for a formation, and only there: "Revolutionary Guard" and "Revolutionary Guards".
const UNIT_SPELLINGS: readonly string[] = ['guard guards', 'armored armour armor'];

const UNITS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = ' _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const TENTHS = ' _ twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');
const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
// Numerals printed for corps and divisions; above this armies use figures.
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

/** Where a row may be used. */
type Scope = 'any' | 'unit' | 'roman';
interface Variant {
  /** The first word of the row. */
  readonly head: string;
  readonly scope: Scope;
}

const variants = new Map<string, Variant>();
const membersOf = new Map<string, string[]>();

function add(head: string, word: string, scope: Scope): void {
  if (word === head || variants.has(word)) return;
  variants.set(word, { head, scope });
  const members = membersOf.get(head);
  if (members) members.push(word);
  else membersOf.set(head, [word]);
}

for (const row of SPELLINGS) for (const word of row.split(' ')) add(row.split(' ')[0]!, word, 'any');
for (const row of UNIT_SPELLINGS) for (const word of row.split(' ')) add(row.split(' ')[0]!, word, 'unit');
for (let n = 1; n <= 99; n++) {
  const head = ordinalOf(n);
  const word = n < 20 ? UNITS[n]! : n % 10 === 0 ? TENTHS[n / 10]! : '';
  if (word) add(head, word, 'unit');
  if (n <= MAX_ROMAN) add(head, romanOf(n), 'roman');
}
for (const [n, american] of [
  [2, '2d'],
  [3, '3d'],
] as const)
  add(ordinalOf(n), american, 'unit');

// Open addressing, read once for every token that may begin a name; four times the words keeps probes at one.
const SIZE = 2048;
const keys = new Int32Array(SIZE);
const heads = new Int32Array(SIZE);
// A filter before the table: nearly every word is in no row, and this much stays in the first cache.
const FILTER_BITS = 8192;
const filter = new Int32Array(FILTER_BITS / 32);
function enter(hash: number, head: number): void {
  filter[(hash >>> 8) & (FILTER_BITS / 32 - 1)]! |= 1 << (hash & 31);
  let at = hash & (SIZE - 1);
  while (heads[at] !== 0) at = (at + 1) & (SIZE - 1);
  keys[at] = hash;
  heads[at] = head;
}
for (const [word, { head }] of variants) enter(hashOfWord(word), hashOfWord(head));
// A tens word leads to its value, so that one look also tells whether "twenty-first" may begin here.
for (let n = 2; n <= 9; n++) enter(hashOfWord(TENS[n]!), n * 10);

/** The hash of the first word of a token's row, or the token's own. */
export function headHash(token: number): number {
  if ((filter[(token >>> 8) & (FILTER_BITS / 32 - 1)]! & (1 << (token & 31))) === 0) return token;
  let at = token & (SIZE - 1);
  while (heads[at] !== 0) {
    if (keys[at] === token) return heads[at]!;
    at = (at + 1) & (SIZE - 1);
  }
  return token;
}

const rowsByHash = new Map<number, readonly string[]>();
for (const [head, members] of membersOf) {
  const row = [head, ...members];
  for (const word of row) rowsByHash.set(hashOfWord(word), row);
}

/** All words of a token's row, itself included; empty when it is in none. */
export const rowOf = (token: number): readonly string[] => rowsByHash.get(token) ?? [];

/** Whether two folded words are one, for a formation or for any name. `printed` is the page's form of `a`. */
export function sameWord(a: string, b: string, isUnit: boolean, printed: string): boolean {
  if (a === b) return true;
  const left = variants.get(a);
  const right = variants.get(b);
  if ((left?.head ?? a) !== (right?.head ?? b)) return false;
  for (const scope of [left?.scope, right?.scope]) if (scope && scope !== 'any' && !isUnit) return false;
  return left?.scope !== 'roman' || printed === printed.toUpperCase();
}

const unitHashes = new Map(
  UNITS.slice(0, 10)
    .map((word, i) => [hashOfWord(word), i] as const)
    .slice(1),
);
/** 1 for the hash of "first", up to 9, or 0. */
export const unitValue = (token: number): number => unitHashes.get(token) ?? 0;
/** Value of an ordinal's first half when `headHash` gave it for a tens word ("twenty-first"), or 0. */
export const tensValue = (head: number): number => (head >= 20 && head <= 90 ? head : 0);
const COMPOUND = new RegExp(`^(${TENS.slice(2).join('|')}) (${UNITS.slice(1, 10).join('|')})$`);
/** `21st` for "twenty-first"; other ordinals are rows of the list. */
export function ordinalWord(printed: string): string | undefined {
  if (printed.length < 9 || !/[- ]/.test(printed)) return undefined;
  const [, tens, unit] = COMPOUND.exec(foldText(printed)) ?? [];
  return tens && unit ? ordinalOf(TENS.indexOf(tens) * 10 + UNITS.indexOf(unit)) : undefined;
}

/** "twenty" for `21st`: the first half of the ordinal in words. */
export function tensWord(ordinal: string): string | undefined {
  const value = /^([2-9])[1-9](?:st|nd|rd|th)$/.exec(ordinal);
  return value ? TENS[+value[1]!] : undefined;
}

/** `8th` for "eight": a number word printed where an ordinal is meant. */
export function ordinalForCardinal(word: string): string | undefined {
  const n = CARDINALS.indexOf(word);
  return n > 0 ? ordinalOf(n) : undefined;
}

/** Changes whenever the list does: an index made by another list is made again. */
export const VARIANTS_VERSION: number = [...variants].reduce(
  (sum, [word, { head, scope }]) => hashOfWord(`${sum >>> 0}${word}${head}${scope}`),
  0,
);
