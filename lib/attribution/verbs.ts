/**
 * English verbs with their forms: what the tagger needs to tell a verb from a noun. Base forms are our own list of verbs
 * of news prose; regular forms are made by rule, irregular ones listed.
 */

/** Bits of a form: base, third person -s, past, past participle, -ing. */
export const BASE = 1;
export const S = 2;
export const PAST = 4;
export const PART = 8;
export const ING = 16;

const IRREGULAR = `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began
  begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break
  broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burned burned|
  burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came
  come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|draw drew drawn|drink drank drunk|drive
  drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled
  fled|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|
  forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew
  grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel
  knelt knelt|know knew known|lay laid laid|lead led led|leap leapt leapt|leave left left|lend lent lent|let let let|lie lay
  lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook
  mistaken|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|
  override overrode overridden|overrun overran overrun|pay paid paid|prove proved proven|put put put|quit quit quit|read
  read read|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought
  sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show
  showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid
  slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|spring
  sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|swear
  swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell
  told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake
  undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|win won
  won|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written|rewrite
  rewrote rewritten|retell retold retold|rebuild rebuilt rebuilt|retake retook retaken|recast recast recast`;

/** Verbs whose base and -s forms are hardly ever nouns. */
const PLAIN = `carry miss live delight infect save dedicate fill represent excite disable equip motivate affiliate compile
  frustrate climb batter soar strip populate stab greet ravage drag license smash bury merge adjust pour relieve tumble
  obsess finalize finalise axe ratify foil reunite squeeze attest cite crow divulge enthuse espouse fulminate gush repudiate abandon abduct abolish absorb accept accompany accomplish accuse achieve acknowledge acquire acquit adapt
  add address adjourn admire admit adopt advise advocate affect affirm afford agree aid alarm alert align allege alleviate
  allocate allow allude alter amass amend amount analyse analyze anger announce annoy anticipate apologise apologize appear
  appease applaud apply appoint appreciate approve argue arm arrange arrest arrive ascertain ask assassinate assemble assert
  assess assign assist assume assure attach attain attempt attend attract attribute authorise authorize avert avoid await
  award ban bar bear behave believe belittle belong besiege betray bewilder blast bless boast bolster bombard bother brag
  breach brief broaden calculate calm campaign cancel capture caution cease celebrate censor certify challenge chant
  characterise characterize chide circulate clarify clash classify coerce coincide collaborate collapse collect collide
  collude combat combine commemorate commence commend commit communicate compare compel compete complain complete
  complicate comply compose comprise compromise conceal concede conceive concentrate concern conclude concur condemn
  condone conduct confer confess confide confine confirm confiscate confront confuse congratulate connect conquer consent
  consider consist console constitute construct consult consume contact contain contemplate contend contest continue
  contradict contribute convene convert convey convict convince cooperate coordinate cope correct correspond corroborate
  counter cover crash create criticise criticize cultivate curb curtail damage dare debunk decapitate deceive decide declare
  decline decry deem deepen defeat defect defend defer define defraud defuse degrade delay delegate delete deliver demand
  demolish demonise demonstrate denounce deny depart depend depict deplore deploy deport depose deprive deride derail
  descend describe deserve designate desire destroy detain detect deter deteriorate determine detonate devastate develop
  devise devote dictate die differ diminish direct disagree disappear disappoint disarm disavow discard discharge disclose
  discontinue discourage discover discredit discriminate discuss disguise dismantle dismiss disown dispatch disperse
  displace display dispose dispute disregard disrupt dissolve distance distinguish distort distribute disturb diversify
  divert divide divorce dominate donate draft dub duck dump earn ease echo edit educate elaborate elect elevate elicit
  eliminate embark embarrass embrace emerge emphasise emphasize employ empower enable enact encounter encourage end endanger
  endorse endure enforce engage enhance enjoy enlist ensue ensure enter entertain entice entitle envisage envision erupt
  escalate escape establish estimate evacuate evade evaluate evict evolve exacerbate exaggerate examine exceed exchange
  exclaim exclude execute exempt exercise exhaust exhort exile exist expand expect expel experience expire explain explode
  exploit explore export expose express extend extract extradite face facilitate fail fault favor favour fear feature fight
  figure file fire float focus follow forge forgive form formulate foster found fuel fulfil fulfill fume function fund gain
  gather gauge generate glorify govern grab graduate grant guarantee guard guess guide hail halt hamper handle happen harass
  harm hasten hesitate highlight hijack hint hire hope host identify ignite ignore illustrate imagine impede implement
  imply import impose impress imprison improve impugn incite include incorporate increase incur indicate indict infer
  inflict influence inform infuriate inherit inhibit initiate injure insert insinuate insist inspect inspire install
  instigate institute instruct insult integrate intend intensify intercept interfere interpret interrogate interrupt
  intervene interview introduce invade invent invest investigate invite invoke involve irritate isolate issue jail
  jeopardise jeopardize join joke jostle judge justify kidnap kill lack lament lash last launch learn leave lecture
  legalise legitimise level liberate lift liken limit link list listen lobby locate loot lure maintain manage manipulate
  march mark marry marvel massacre maximise maximize measure mediate mention mimic minimise minimize misrepresent mobilise
  mobilize mock modernise modify monitor mount mourn murder muse mutter narrow navigate negotiate nominate note notice
  notify object oblige observe obstruct obtain occupy occur offend offer omit operate opine oppose opt order organise
  organize originate oust outline outlaw outrage overhaul overlook overstate overturn overwhelm owe own pardon participate
  pass patrol pave penetrate perceive perform permit perpetrate persist persuade pinpoint plead please pledge plot plunge
  point ponder portray pose position possess post postpone praise pray preach precede predict prefer prepare prescribe
  present preserve preside press presume pretend prevail prevent proceed proclaim procure produce profess prohibit project
  promise promote prompt pronounce propose prosecute protect protest provide provoke publicise publish pull punish purchase
  pursue push quantify quarrel query question quip quote raid rail raise rally ransack rattle reach react reaffirm realise
  realize reason reassert reassess reassure rebuff rebuke rebut recall recapture receive recede reckon recognise recognize
  recommend reconcile reconsider reconstruct recount recover recruit redeploy redirect reduce refer reflect refrain refuse
  refute regain regard register regret regulate reinforce reinstate reiterate reject relate relay release relinquish relish
  relocate rely remain remark remember remind remove renew renounce reopen repatriate repeal repeat repel replace reply
  repress reprimand request require rescue research resemble resent reserve reshape reside resign resist resolve resort
  respect respond restate restore restrain restrict result resume retain retaliate rethink retire retort retract retreat
  retrieve return reveal reverse review revise revisit revive revoke reward rewrite ridicule rout rule rush sabotage
  sacrifice salute sanction satisfy scatter schedule scoff scold scold scrap scrutinise scrutinize secure seem seize select
  sentence separate serve settle sever shape share shelter shelve shift shock shout shower sideline sidestep sign signal
  signify silence simplify situate slam slap slash slaughter slay smuggle snap snipe soften solve spark specify speculate
  sponsor spot spur stabilise stage stain stall start starve state station stay stem steer step stimulate stipulate stir
  stop store storm stream strengthen stress stretch struggle study stun submit subscribe substantiate succeed suffer
  suffice suggest suit summarise summarize summon supervise supply support suppose suppress surge surpass surprise
  surrender surround survive suspect suspend sustain sweep switch sympathise symbolise tackle target taunt tell tempt
  terminate terrify testify thank theorise theorize thrive throw thwart tie tighten tolerate topple torpedo torture toss
  tout track trail train transfer transform translate transport trap travel treat trigger triumph try turn tweet
  uncover undercut underestimate underline undermine underscore unfold unify unite unleash unveil update upgrade urge
  usher utter vacate validate vanish vary veto vilify violate visit voice volunteer vote vow wage wait walk want warm warn
  warrant waste watch weaken weigh welcome widen wield wind wish withhold witness wonder work worry worsen wound wrap yell
  yield accelerate clinch downplay play overplay pin refocus reference enlarge downgrade outline outpace outnumber liken
  contend joke blast brand bemoan chastise chastize clamor clamour concoct croon deflect fantasise gloat gripe grumble
  harangue implore insinuate intone interject jibe kid lambast lambaste laud malign mull nudge pan pillory pitch
  plug posit postulate predicate pontificate rant rap rave rebuff reckon recite recommend rejoice savage scorn sneer
  snub sound stipulate surmise swipe tease theorise trumpet verify vouch warble whine whisper zing champion
  bristle balk beg bargain bark bellow boo cheer chime chuckle croak cry detail diagnose dial disapprove dissent
  drawl empathise fret fumble giggle groan grouse growl grunt hiss howl huff joke laugh moan mumble murmur plead pronounce
  quibble reason roar scream shriek shrug sigh smile sniff snort sob stammer swear threaten thunder venture vent volunteer
  wail want lean lose need plan owe own tend like love hate loathe despise admire adore dread detest disdain envy
  enlist entrust equate exonerate extol finance foresee fortify hypothesise impeach intimate legislate mandate memorialise
  opine outlaw overrule petition plot rebel reconfirm relent restart rethink scrub stonewall sue tap tip title label
  unseat wager air allude arm blow bomb shell shoot strike kick kill label lay look move name open pay pick place hear`;

/** Verbs whose base or -s form is often a noun: "report", "plans", "claims". */
const ALSO_NOUNS = `check fix download fine slow sack abuse rock cap bill cross crown crack seal bounce dip rip fashion
  coach scare strain photograph swap centre center hammer showcase subject side clock tune rage command book screen lock
  commission document counsel decree dislike act advance aim answer appeal approach attack back balance base battle benefit bid blame block board
  bomb boost border bother break breach bridge brand budget burden call camp campaign care cause challenge champion chance
  change charge cheer claim clash close cloud code comment compromise concern conduct conflict contact contract control
  cost count counter cover crash credit crush cry cut damage dance date deal debate debt decline decrease default delay
  demand design desire detail display dispute doubt draft dream dress drift drill drive drop ease echo edge effect end
  escape estimate exchange excuse exercise exhibit export extract eye face fall favor favour fear feature feel field find fight
  figure file film finish fire fish fit flood flow focus force form frame fuel function fund gain gamble gift grant ground
  group guarantee guard guess guide halt hand harm hate head heat help highlight hint hit hold honor honour hope host house
  hurt impact import increase influence insult interest interview invite issue jail joke judge jump kick label lack land
  last laugh launch lead leak lecture level lie lift light like limit line link list load look loss love march mark market
  match matter measure merit mind mistake mix move murder name need note notice number object offer open order outline pace
  pack pain panic parade park part pass pause pay phone picture place plan plant play plot point poll position post pound
  power practice praise present press pressure price print prize probe process produce profit progress project promise
  protest pull pump punch purchase push question quote race raid raise rally range rank rate reach reason rebel recall
  record reform regret release rent repeat reply report request rescue research reserve respect rest result retreat return
  reveal reverse review reward rise risk roll rule rumor rumour run rush sanction scale schedule score search seat share
  shell shift ship shock shoot shop shot show sign signal slap sleep slip smoke sound spark speed split sponsor spot spread
  stage stake stand start state stay step stock stop store storm stress stretch strike struggle study stuff supply support
  surge surprise survey suspect swing switch talk target task tax test thank threat throw ticket tie time tip title toll
  top total touch tour trace track trade trail train transfer transport trap travel treat trial trigger trip trouble trust
  try turn tweet update upset use value veto view visit voice volunteer vote wage wait walk want war warrant waste watch
  air aid alarm alert anger arm blast burst capture combat contest convict counter defeat delegate divide draw dump escort
  exile hijack loot patrol pardon pin pitch plunge rail recruit register relay resort ride ring sabotage salute scrap
  shelter sink spin spring spur stab stall station surrender sweep tap torpedo triumph venture
  wave weight welcome will win wish witness wonder word work worry wound wrap yield dismay amount author bar chair double
  drone empty experience experiment fault forward labor labour lower map master murder offset outrage pen pledge pose
  position power reference remark sentence shadow slash slam stem stream surface tackle tear tone urge vow`;

/** -ing forms that are nouns, prepositions or adjectives as a rule. */
export const NOUN_ING = new Set(
  `meeting building hearing morning evening ruling briefing filing funding housing nothing something anything everything
  king spring string thing ring wing during according including following regarding concerning excluding pending beijing
  being ceiling crossing gathering offspring feeling opening outstanding beginning bombing shooting shelling killing fighting
  training spending polling voting hacking bedding wedding painting trafficking ongoing upcoming leading existing missing
  sibling darling setting rating landing warming finding uprising offering saving earning dealing parking standing`.split(
    /\s+/,
  ),
);

export interface VerbForm {
  readonly base: string;
  /** Union of BASE, S, PAST, PART, ING. */
  readonly bits: number;
  /** The base and -s forms are often nouns. */
  readonly noun: boolean;
}

const words = (list: string): string[] => list.trim().split(/\s+/);
const DOUBLES =
  /^(?:[^aeiou]*[aeiou][bdgklmnprt]|.*(?:mit|fer|pel|cur|bar|plot|gret|quip|ban|vet|rol|bel|el|nap|ship))$/;
const NO_DOUBLE = /(?:offer|suffer|differ|level|visit|edit|limit|travel|cover|order|enter|[aeiou]{2}[a-z]|[wxy])$/;

/** Third person, past and -ing forms of a regular verb. */
export function inflect(base: string): { s: string; past: string; ing: string } {
  const doubled = DOUBLES.test(base) && !NO_DOUBLE.test(base) ? base + base.at(-1) : base;
  if (/[^aeiou]y$/.test(base))
    return { s: `${base.slice(0, -1)}ies`, past: `${base.slice(0, -1)}ied`, ing: `${base}ing` };
  const s = /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
  if (/(?:ee|oe|ye)$/.test(base)) return { s, past: `${base}d`, ing: `${base}ing` };
  if (/ie$/.test(base)) return { s, past: `${base}d`, ing: `${base.slice(0, -2)}ying` };
  if (/e$/.test(base)) return { s, past: `${base}d`, ing: `${base.slice(0, -1)}ing` };
  return { s, past: `${doubled}ed`, ing: `${doubled}ing` };
}

function build(): ReadonlyMap<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const nouns = new Set(words(ALSO_NOUNS));
  const put = (form: string, base: string, bits: number, noun: boolean): void => {
    const known = forms.get(form);
    forms.set(
      form,
      known ? { base: known.base, bits: known.bits | bits, noun: known.noun || noun } : { base, bits, noun },
    );
  };
  const irregular = IRREGULAR.split('|').map(words);
  for (const [base, past, part] of irregular) {
    const { s, ing } = inflect(base!);
    put(base!, base!, BASE, nouns.has(base!));
    put(s, base!, S, nouns.has(base!));
    put(past!, base!, PAST, false);
    put(part!, base!, PART, false);
    put(ing, base!, ING, false);
  }
  const known = new Set(irregular.map(([base]) => base));
  for (const base of new Set([...words(PLAIN), ...nouns])) {
    if (known.has(base)) continue;
    const { s, past, ing } = inflect(base);
    put(base, base, BASE, nouns.has(base));
    put(s, base, S, nouns.has(base));
    put(past, base, PAST | PART, false);
    put(ing, base, ING, false);
  }
  return forms;
}

/** Lower-case form to verb. */
export const VERBS: ReadonlyMap<string, VerbForm> = build();
