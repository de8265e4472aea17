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
import { ORDINAL_COMPOUNDS, ORDINAL_ROWS } from './ordinals.ts';

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
  // Russian names whose first letter is written E or Ye.
  'yekaterina ekaterina',
  'yelena elena',
  'yegor egor',
  'yefim efim',
  'yermak ermak',
  'yermakov ermakov',
  'yefimov efimov',
  'yegorov egorov',
  'yemelyanov emelyanov',
  'yeremenko eremenko',
  'yeltsin eltsin',
  'yekaterinburg ekaterinburg',
  'dostoevsky dostoyevsky dostoevskii',
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
  'corporation corp',
  'incorporated inc',
  'limited ltd',
  'kyiv kiev',
];

// The same name for a formation, and only there: "Revolutionary Guard" and "Revolutionary Guards".
const UNIT_SPELLINGS: readonly string[] = ['guard guards', 'armored armour armor'];

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
for (const { head, words, roman } of ORDINAL_ROWS) {
  for (const word of words) add(head, word, 'unit');
  if (roman) add(head, roman, 'roman');
}

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

// Two words that are one. The first leads to a small number, so that one look also tells whether a second may follow.
const COMPOUNDS: ReadonlyMap<string, string> = new Map([
  ...ORDINAL_COMPOUNDS,
  ['united states', 'us'],
  ['united nations', 'un'],
  ['united kingdom', 'uk'],
]);
const openers = [...new Set([...COMPOUNDS.keys()].map((pair) => pair.split(' ')[0]!))];
const seconds = new Map<number, number>();
openers.forEach((opener, i) => {
  enter(hashOfWord(opener), i + 1);
});
for (const [pair, word] of COMPOUNDS) {
  const [first, second] = pair.split(' ') as [string, string];
  seconds.set(hashOfWord(second) ^ (openers.indexOf(first) + 1), hashOfWord(word));
}

// "forty first" and its like are shorter than no other.
const MIN_COMPOUND = Math.min(...[...COMPOUNDS.keys()].map((pair) => pair.length));

/** Whether a token, as `headHash` gives it, may be the first of two that are one word ("twenty-first"). */
export const isOpener = (head: number): boolean => head > 0 && head <= openers.length;
/** Hash of the word that an opener makes with the token after it, or 0. */
export const compoundHash = (opener: number, token: number): number => seconds.get(token ^ opener) ?? 0;
/** `21st` for "twenty-first", `us` for "United States". */
export const compoundWord = (printed: string): string | undefined =>
  printed.length < MIN_COMPOUND ? undefined : COMPOUNDS.get(foldText(printed));
/** First words of the two that may stand for a folded word: "twenty" for `21st`. */
export const openersOf = (word: string): readonly string[] =>
  [...COMPOUNDS].flatMap(([pair, made]) => (made === word ? pair.split(' ')[0]! : []));
const compoundsByHash = new Map([...COMPOUNDS.values()].map((word) => [hashOfWord(word), word] as const));

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

const NONE: readonly string[] = [];
/** All words a page may print for a token, itself included, and the openers of compounds; empty when it is alone. */
export function wordsFor(token: number): readonly string[] {
  const row = rowsByHash.get(token) ?? NONE;
  const compound = compoundsByHash.get(headHash(token));
  return compound ? [compound, ...row, ...openersOf(compound)] : row;
}

/** Whether two folded words are one, for a formation or for any name. `printed` is the page's form of `a`. */
export function sameWord(a: string, b: string, isUnit: boolean, printed: string): boolean {
  if (a === b) return true;
  const left = variants.get(a);
  const right = variants.get(b);
  if ((left?.head ?? a) !== (right?.head ?? b)) return false;
  for (const scope of [left?.scope, right?.scope]) if (scope && scope !== 'any' && !isUnit) return false;
  return left?.scope !== 'roman' || printed === printed.toUpperCase();
}

/** Changes whenever the list does: an index made by another list is made again. */
export const VARIANTS_VERSION: number = [
  ...[...variants].map(([word, { head, scope }]) => `${word} ${head} ${scope}`),
  ...[...COMPOUNDS].map((pair) => pair.join(' ')),
].reduce((sum, row) => hashOfWord(`${sum >>> 0} ${row}`), 0);
