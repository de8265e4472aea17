/**
 * Words that give a person a public or military post. Each belongs to a family: two titles of one family fit the same
 * person ("premier", "prime minister"), two of different families may not. The last word of a title decides
 * ("foreign minister" is a minister), so rows hold single words.
 */
const FAMILIES: Readonly<Record<string, string>> = {
  president: 'president presidents presidential vice-president co-president',
  minister:
    'minister ministers premier premiers taoiseach chancellor foreign-minister prime-minister defence-minister defense-minister',
  monarch: 'king queen prince princess emir amir sultan crown-prince emperor tsar duke',
  secretary: 'secretary secretaries undersecretary under-secretary secretary-general',
  soldier:
    'officer general generals colonel lieutenant major captain admiral brigadier marshal sergeant commodore corporal gen col lt maj capt adm brig cmdr sgt ' +
    'lieutenant-general major-general commander commanders commander-in-chief chief-of-staff',
  spokesperson: 'spokesman spokeswoman spokesperson spokespeople spox',
  envoy: 'ambassador envoy diplomat representative consul attache emissary negotiator high-representative',
  lawmaker:
    'senator lawmaker congressman congresswoman legislator deputy mp parliamentarian speaker whip sen rep councillor councilman councilwoman alderman mep assemblyman',
  governor: 'governor mayor prefect gov premier-designate',
  judge: 'judge justice prosecutor attorney-general magistrate solicitor-general',
  cleric: 'ayatollah imam pope cardinal archbishop bishop patriarch mufti rabbi hojatoleslam mullah grand-ayatollah',
  leader:
    'leader leaders head chief chairman chairwoman chair chairperson director commissioner administrator coordinator',
  official: 'official officials adviser advisor aide minister-designate inspector superintendent sheriff',
};

const families = new Map<string, string>();
for (const [family, words] of Object.entries(FAMILIES)) for (const word of words.split(' ')) families.set(word, family);

/** Courtesy titles tell nothing of a post, but are no part of a name either. */
const COURTESY = new Set(
  'sheikh shaykh sheik mr mrs ms miss dr sir lord lady dame mx prof professor rev reverend coach haji hajj sayyid sayed seyed'.split(
    ' ',
  ),
);

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/['’]s$/, '');

/** The family of a title word, or undefined. */
export const titleFamily = (word: string): string | undefined => families.get(bare(word));
export const isCourtesy = (word: string): boolean => COURTESY.has(bare(word));
export const isTitle = (word: string): boolean => families.has(bare(word)) || COURTESY.has(bare(word));

/** Words that stand inside a title, before its last word: "deputy foreign minister", "chief military spokesman". */
const QUALIFIERS = new Set(
  (
    'deputy vice acting interim former late then ex incoming outgoing assistant senior top chief first second prime foreign ' +
    'defence defense interior finance justice energy oil health information trade home state national military army navy ' +
    'air police security intelligence government general permanent special un u.n. supreme grand crown executive regional ' +
    'provincial federal opposition rebel party press white house parliament parliamentary lieutenant major brigadier rear ' +
    'petty warrant staff attorney house senate democratic republican labour conservative union cabinet veteran longtime newly-elected ' +
    'secretary of for and the affairs'
  ).split(' '),
);
export const isQualifier = (word: string): boolean => QUALIFIERS.has(bare(word));
