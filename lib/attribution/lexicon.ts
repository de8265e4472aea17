/**
 * The closed classes of English and a few open ones that decide where a phrase ends. Lists are our own; membership is
 * what a school grammar says, cut down to the words of news prose.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(`the a an this these those some any no every each another either neither both all most
  many several few more less fewer much enough such half various certain multiple numerous other`);
export const POSSESSIVES = set('my your his her its our their whose');
export const PRONOUNS = set(`i you he she it we they me him us them himself herself itself themselves myself ourselves
  yourself one someone somebody anyone anybody everyone everybody nobody others there nothing something anything
  everything this these those`);
/** Pronouns that stand as the subject of a verb. */
export const SUBJECT_PRONOUNS = set(`i you he she it we they one someone somebody anyone anybody everyone everybody
  nobody there others nothing something anything everything`);
export const WH = set('who whom which what whatever whoever how why where when whether that');
export const PREPOSITIONS = set(`of in on at by for with from to into onto over under about against between among
  through during without within before after above below across along around behind beside beyond despite down inside
  near off out outside per since than toward towards until till up upon via amid amongst throughout regarding concerning
  including excluding following like unlike as besides except given versus due because plus minus beneath aboard
  alongside atop ahead`);
export const CONJUNCTIONS = set('and or but nor yet so');
/** Words that open a subordinate clause. */
export const SUBORDINATORS = set(`although though because while whereas if unless whether once lest since until till
  when where after before as than that whenever wherever`);
export const MODALS = set(`will would can could shall should may might must 'll won't wouldn't can't cannot couldn't
  shouldn't mightn't mustn't shan't 'd ought`);
export const BE = set(`be is are was were been being am isn't aren't wasn't weren't 'm 're ain't`);
export const HAVE = set(`have has had having haven't hasn't hadn't 've`);
export const DO = set(`do does did don't doesn't didn't`);
export const NEGATIONS = set(`not never n't no nor neither nobody nothing none cannot can't won't wouldn't couldn't
  shouldn't isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't ain't hardly barely scarcely without`);
/** Adverbs without -ly, and words that may stand between a subject and its verb. */
export const ADVERBS = set(`not never also still just even already now then again often soon once ever always yesterday
  today tomorrow tonight here there however therefore meanwhile moreover further later earlier ago perhaps maybe rather
  quite very too instead otherwise thus hence indeed almost nearly only far long well back away together apart else
  sometimes seldom twice first last next previously recently reportedly allegedly apparently supposedly purportedly
  ostensibly seemingly likewise nevertheless nonetheless elsewhere forward aside so least n't`);
/** -ly words that are no adverbs. */
export const NOT_ADVERBS = set(`early only family italy july ally supply reply apply rely comply assembly anomaly
  monopoly daily weekly monthly likely unlikely friendly deadly costly orderly elderly holy ugly lonely lively bully
  rally tally fly belly jelly homily emily sally billy kelly molly sicily`);
export const DAYS = set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
  yesterday today tomorrow tonight`);
export const MONTHS = set(`january february march april may june july august september october november december jan
  feb mar apr jun jul aug sept sep oct nov dec`);
/** Nouns that head a time phrase: "last week", "this morning". */
export const TIME_NOUNS = set(`week weekend month year years weeks months days day morning afternoon evening night hour
  hours minutes minute decade decades century spring summer autumn fall winter noon midnight weekday quarter`);
export const TIME_OPENERS = set('last next this that earlier later late early every each one two three several a');

/** Common adjectives without a telling suffix. */
export const ADJECTIVES = set(`new old good bad big small large great high low long short early late young major minor
  main former current recent other same different own able unable likely unlikely ready sure certain clear free full
  hard easy strong weak open public private local foreign national international federal senior junior chief top key
  real true false right wrong left black white red blue green dead alive poor rich safe best worst better worse next
  last first second third fourth fifth more most less least few many several such eager afraid aware keen willing
  reluctant critical skeptical sceptical confident hopeful concerned due deep wide heavy light dark cold hot warm
  serious severe common rare similar possible impossible necessary important independent responsible present
  sporadic close harsh prime fresh grave grim wary glad sorry proud unclear unsure sharp quick slow
  talented sophisticated aged famed embattled flawed hundred sacred naked wicked rugged undisclosed united`);
const ADJECTIVE_ENDING =
  /(?:ous|ful|ive|able|ible|ical|ish|less|ese|ian|ean|ic|ary|onal|ernal|ocial|ncial|rcial|udicial|tural|legal|central|federal|global|local|loyal|mental|brutal|vital|equal|usual|actual|annual|mutual|sexual|visual|virtual|racial|crucial|special|partial|initial|ential|backed|led|based|born|held)$/;
/** Nouns with such an ending: "the military shot down", "the secretary left". */
const NOUN_ENDING =
  /^(?:military|secretary|adversary|salary|summary|library|boundary|anniversary|judiciary|mercenary|missionary|commentary|documentary|itinerary|initiative|alternative|executive|representative|native|motive|archive|detective|critic|public|republic|traffic|topic|music|panic|mechanic|clinic|medic|fabric|logic|academic|politician|official|hospital|festival|trial|material|tribunal|arsenal|table|cable|vehicle)$/;
export const looksAdjective = (low: string): boolean =>
  ADJECTIVES.has(low) || (ADJECTIVE_ENDING.test(low) && !NOUN_ENDING.test(low));

/** Plural nouns and group nouns without -s. */
export const PLURALS = set(
  'people men women children police media troops data staff crew personnel rebels both many percent majority half',
);
