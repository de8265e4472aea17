/** Words the tokeniser folds or leaves out. Tables, not logic: a row added here reaches the index and every comparison. */

/**
 * Words that carry no content of their own. A long list is worth .005 MAP over a short one on both measured corpora
 * and a fifth of the time, because common words own the longest postings.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also although am among an and another any are as at away be became because become ' +
    'been before being below between both but by came can cannot come could did do does doing done down during each either ' +
    'else even ever every few for from further get gets getting give given go goes going gone got had has have having he her ' +
    'here hers herself him himself his how however i if in into is it its itself just let like made make makes many may me ' +
    'might more most much must my myself no nor not now of off on once one only onto or other our ours out over own per put ' +
    'quite rather really s said same say says she should since so some still such t than that the their theirs ' +
    'them themselves then there these they thing things this those though through thus to too toward towards under until up ' +
    'upon us very via was way we well went were what when where which while who whom whose why will with within without ' +
    'would yet you your yours ll re ve d m don'
  ).split(' '),
);

/** Irregular forms to their base: `took taken > take`. Regular ones are left to the stemmer. */
const IRREGULAR_FORMS = `
arose arisen>arise ate eaten>eat awoke>awake beaten>beat began begun>begin bent>bend bled>bleed blew blown>blow
bore borne>bear bought>buy bound>bind broke broken>break brought>bring built>build burnt>burn caught>catch
chose chosen>choose clung>cling crept>creep dealt>deal died dying>die dug>dig drank drunk>drink drawn drew>draw
driven drove>drive fallen fell>fall fed>feed felt>feel fled>flee flew flown>fly forbade forbidden>forbid
foresaw foreseen>foresee forgot forgotten>forget fought>fight found>find froze frozen>freeze gave>give
ground>ground grew grown>grow heard>hear held>hold hid hidden>hide hung>hang kept>keep knew known>know laid>lay
lain>lie lying>lie led>lead leant>lean learnt>learn left>leave lent>lend lit>light lost>lose meant>mean met>meet
overcame>overcome overran>overrun overthrew overthrown>overthrow paid>pay proven>prove ran>run rang rung>ring
risen rose>rise ridden rode>ride sang sung>sing sank sunk>sink sat>sit saw seen>see sent>send shaken shook>shake
shone>shine shot>shoot showed shown>show shrank shrunk>shrink slain slew>slay slept>sleep slid>slide sold>sell
sought>seek spent>spend spoke spoken>speak sprang sprung>spring stole stolen>steal stood>stand stricken struck>strike
stuck>stick swam swum>swim swept>sweep swore sworn>swear taught>teach taken took>take thought>think threw thrown>throw
told>tell tore torn>tear understood>understand undertook undertaken>undertake upheld>uphold withdrawn withdrew>withdraw
withheld>withhold withstood>withstand woke woken>wake won>win wore worn>wear wound>wound written wrote>write
children>child men>man women>woman people>person lives>life wives>wife servicemen>serviceman policemen>policeman
gunmen>gunman militiamen>militiaman spokesmen>spokesman media>medium
`;

/** Other spellings of one word: British and American, and the words news prints two ways. */
const SPELLINGS = `
armour>armor armoured>armored behaviour>behavior centre>center colour>color defence>defense favour>favor harbour>harbor
honour>honor labour>labor neighbour>neighbor neighbouring>neighboring organisation>organization programme>program
realise>realize recognise>recognize theatre>theater travelled>traveled travelling>traveling tonne>ton tonnes>ton
kilometre>kilometer kilometres>kilometer metre>meter metres>meter km>kilometer kms>kilometer mi>mile kg>kilogram
pct>percent govt>government min>minister pm>pm covid>coronavirus covid19>coronavirus
`;

export const BASE_FORMS: ReadonlyMap<string, string> = new Map(
  [IRREGULAR_FORMS, SPELLINGS].flatMap((table) => table.trim().split('\n').flatMap(rowPairs)),
);

/** One line may hold several groups, `a b>c d>e`: the words before a `>` are forms of the word after it. */
function rowPairs(line: string): [string, string][] {
  const pairs: [string, string][] = [];
  let forms: string[] = [];
  for (const piece of line.trim().split(' ')) {
    const [form, base] = piece.split('>');
    forms.push(form!);
    if (base === undefined) continue;
    for (const f of forms) pairs.push([f, base]);
    forms = [];
  }
  return pairs;
}

/** Names whose last letter the stemmer would take for a plural, with another name left over: Hamas is not Hama. */
export const KEPT_WORDS: ReadonlySet<string> = new Set(['hamas', 'homs', 'isis', 'laos', 'texas', 'paris']);

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Number words up to ninety; hundreds and up are multipliers. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, n): [string, number] => [word, n]),
  ...TENS.map((word, n): [string, number] => [word, (n + 2) * 10]),
]);

export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000],
  ['bn', 1_000_000_000],
  ['mn', 1_000_000],
  ['tn', 1_000_000_000_000],
]);

const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** Ordinal words to figures, so that "Fifth Corps" and "5th Corps" are one term. */
export const ORDINAL_WORDS: ReadonlyMap<string, string> = new Map(
  ORDINALS.map((word, n): [string, string] => [word, `${n}${n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'}`]),
);
