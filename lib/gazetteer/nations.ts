/**
 * Countries and peoples as they stand before a name ("Egypt's Al-Ahram", "the Iraqi Republican Guard"): one row a
 * country, the first form its name as notes give it. General knowledge, kept to what foreign news names.
 */
const ROWS = `
Syria Syrian Syrians|Iran Iranian Persian|Iraq Iraqi|Israel Israeli|Lebanon Lebanese|Egypt Egyptian|Jordan Jordanian
Turkey Turkish Türkiye|Russia Russian Soviet|Ukraine Ukrainian|Belarus Belarusian|Yemen Yemeni|Saudi_Arabia Saudi
Qatar Qatari|United_Arab_Emirates Emirati UAE|Kuwait Kuwaiti|Bahrain Bahraini|Oman Omani|Palestine Palestinian
Libya Libyan|Tunisia Tunisian|Algeria Algerian|Morocco Moroccan|Sudan Sudanese|South_Sudan South_Sudanese
Ethiopia Ethiopian|Eritrea Eritrean|Somalia Somali|Kenya Kenyan|Uganda Ugandan|Rwanda Rwandan|Nigeria Nigerian
Niger Nigerien|Mali Malian|Chad Chadian|Burkina_Faso Burkinabe|Congo Congolese|South_Africa South_African|Ghana Ghanaian
United_States American US U.S. USA America|United_Kingdom British UK U.K. Britain English Scottish Welsh England Scotland Wales
France French|Germany German|Italy Italian|Spain Spanish|Portugal Portuguese|Netherlands Dutch|Belgium Belgian
Poland Polish|Hungary Hungarian|Czech_Republic Czech|Slovakia Slovak|Austria Austrian|Switzerland Swiss|Greece Greek
Sweden Swedish|Norway Norwegian|Denmark Danish|Finland Finnish|Ireland Irish|Romania Romanian|Bulgaria Bulgarian
Serbia Serbian|Croatia Croatian|Bosnia Bosnian|Kosovo Kosovar|Albania Albanian|Estonia Estonian|Latvia Latvian
Lithuania Lithuanian|Moldova Moldovan|Georgia Georgian|Armenia Armenian|Azerbaijan Azerbaijani Azeri|Kazakhstan Kazakh
Uzbekistan Uzbek|Turkmenistan Turkmen|Tajikistan Tajik|Kyrgyzstan Kyrgyz|Afghanistan Afghan|Pakistan Pakistani
India Indian|Bangladesh Bangladeshi|Sri_Lanka Sri_Lankan|Nepal Nepali Nepalese|Myanmar Burmese Burma|Thailand Thai
Vietnam Vietnamese|Cambodia Cambodian|Laos Laotian|Malaysia Malaysian|Indonesia Indonesian|Philippines Philippine Filipino
Singapore Singaporean|China Chinese|Taiwan Taiwanese|Hong_Kong|Japan Japanese|South_Korea South_Korean|North_Korea North_Korean
Mongolia Mongolian|Australia Australian|New_Zealand|Canada Canadian|Mexico Mexican|Cuba Cuban|Haiti Haitian|Brazil Brazilian
Argentina Argentine|Chile Chilean|Colombia Colombian|Venezuela Venezuelan|Peru Peruvian|Bolivia Bolivian|Ecuador Ecuadorian
Cyprus Cypriot|Kurdistan Kurdish Kurd|Europe European EU|Kurdistan_Region_of_Iraq Kurdish Iraqi_Kurdish`;

const nations = new Map<string, Set<string>>();
for (const row of ROWS.split(/[|\n]/)) {
  const forms = row.trim().split(' ').filter(Boolean);
  const name = forms[0]?.replaceAll('_', ' ');
  if (!name) continue;
  for (const form of forms) {
    const word = form.replaceAll('_', ' ');
    const known = nations.get(word);
    if (known) known.add(name);
    else nations.set(word, new Set([name]));
  }
}

/** Every form with the countries it stands for: "Iraqi", "US". */
export const NATION_FORMS: ReadonlyMap<string, ReadonlySet<string>> = nations;

const NONE: ReadonlySet<string> = new Set();

/** The countries a word stands for ("Iraqi": Iraq); empty when it is none. */
export const nationsOf = (word: string): ReadonlySet<string> => nations.get(word.replace(/['’]s?$/, '')) ?? NONE;

/** The countries a phrase names: as a whole, else by its words ("Kurdistan Region of Iraq"). */
export function nationsIn(phrase: string): ReadonlySet<string> {
  const whole = nations.get(phrase);
  if (whole) return whole;
  return new Set(phrase.split(/[\s,/-]+/).flatMap((word) => [...nationsOf(word)]));
}
