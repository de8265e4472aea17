/**
 * Cue verbs: how likely each form, outside quotation marks, is the cue of an attribution, in per cent: base, -s, past,
 * participle, -ing. Figures of the frequent forms come from counts over half of PolNeAR 1.0 (Newell et al. 2018: 478
 * articles of seven US outlets; single-word counts only), shrunk to the verb's own mean by six occurrences; forms not
 * counted there take the mean of their verb times the mean ratio of that form; verbs not counted there an estimate of ours.
 * A new cue is a row here and a row in the test.
 */
import { wordTable } from '../text/word-table.ts';

/** How a cue verb takes its content. */
export type CueClass =
  /** "said that ...", with the content after, before or around. */
  | 'say'
  /** The same with a recipient first: "told reporters that ...". */
  | 'tell'
  /** A thought: "believe", "fear". */
  | 'think'
  /** Thing, then what it is called: "described X as Y". */
  | 'as'
  /** Person, then the deed: "accused X of Y". */
  | 'accuse'
  /** A thing or cause supported, rejected, discussed. */
  | 'object'
  /** An infinitive: "refused to ...". */
  | 'inf'
  /** The subject is content: "X seems to ...". */
  | 'seem';

export interface Cue {
  readonly cls: CueClass;
  /** Probability of being a cue: base, -s, past, participle, -ing. */
  readonly p: readonly [number, number, number, number, number];
}

const ROWS: Readonly<Record<CueClass, string>> = {
  say: `
    acknowledge 66 78 87 87 74| add 49 59 87 87 78| admit 29 45 57 57 34| affirm 42 65 73 73 49| agree 48 55 67 67 42|
    allege 21 32 32 32 24| announce 50 77 86 86 66| answer 9 14 16 16 11| argue 75 94 92 92 83| ask 21 66 80 80 43|
    assert 46 70 81 81 53| assess 42 65 73 73 49| attest 37 57 65 65 43| bemoan 50 76 86 86 58| blast 59 90 99 99 68|
    boast 33 50 57 57 38| brag 42 65 73 73 49| broadcast 12 19 22 22 14| calculate 25 38 43 43 29|
    caution 53 82 88 88 62| certify 25 38 43 43 29| chant 45 69 79 79 52| chide 42 65 73 73 49|
    chuckle 31 48 54 54 36| cite 53 82 84 84 83| claim 36 55 73 73 51| clarify 42 65 73 73 49| comment 62 95 97 97 72|
    complain 43 66 80 80 50| concede 56 86 98 98 65| conclude 50 77 81 81 58| concur 42 65 73 73 49|
    confess 42 65 73 73 49| confirm 25 39 51 51 30| contend 42 65 73 73 49| continue 16 28 63 63 27|
    contradict 25 38 43 43 29| counter 42 65 73 73 49| crow 42 65 73 73 49| decide 25 30 38 38 23|
    declare 43 66 70 70 50| decree 37 57 65 65 43| deem 42 65 73 73 49| demand 24 36 41 41 27|
    demonstrate 22 33 38 38 25| deny 35 53 69 69 40| determine 17 27 41 41 20| disclose 27 42 56 56 32|
    discover 22 33 38 38 25| dispute 34 52 59 59 40| divulge 42 65 73 73 49| document 16 24 27 27 18|
    doubt 37 57 65 65 43| drawl 42 65 73 73 49| echo 36 55 78 78 42| elaborate 42 65 73 73 49|
    emphasise 42 65 73 73 49| emphasize 37 57 82 82 43| enthuse 42 65 73 73 49| estimate 30 52 52 52 35|
    exclaim 42 65 73 73 49| explain 42 73 85 85 56| find 49 63 50 50 24| forecast 42 65 73 73 49|
    fulminate 42 65 73 73 49| fume 42 65 73 73 49| gripe 42 65 73 73 49| grumble 42 65 73 73 49| gush 42 65 73 73 49|
    hear 12 19 22 22 14| highlight 20 30 53 53 23| hint 42 65 73 73 49| hold 7 11 13 13 9| imply 42 65 73 73 49|
    indicate 71 75 78 78 57| insinuate 42 65 73 73 49| insist 43 76 85 85 52| interject 42 65 73 73 49|
    intone 42 65 73 73 49| joke 37 57 65 65 43| judge 12 19 22 22 14| lament 62 95 98 98 72| laugh 19 28 32 32 22|
    learn 26 40 49 49 30| maintain 42 65 73 73 49| mandate 16 24 27 27 18| mention 33 56 67 67 42|
    murmur 42 65 73 73 49| muse 42 65 73 73 49| mutter 42 65 73 73 49| note 52 80 95 95 87| object 19 28 32 32 22|
    observe 34 52 59 59 40| opine 42 65 73 73 49| order 23 35 58 58 27| plead 33 50 65 65 38| pledge 20 31 28 28 24|
    point 11 17 62 62 59| posit 42 65 73 73 49| post 9 13 39 39 10| postulate 42 65 73 73 49| pray 19 28 32 32 22|
    predict 58 58 70 70 44| proclaim 42 65 73 73 49| profess 42 65 73 73 49| project 16 24 27 27 18|
    promise 42 64 81 81 69| pronounce 42 65 73 73 49| propose 32 49 50 50 59| protest 22 33 38 38 25|
    prove 19 28 32 32 22| publish 13 20 20 20 15| quip 42 65 73 73 49| quote 29 44 50 50 33| read 28 56 30 30 24|
    reaffirm 42 65 73 73 49| reason 25 38 43 43 29| rebut 37 57 65 65 43| recall 58 88 99 99 85|
    reckon 42 65 73 73 49| recommend 40 65 60 50 30| recount 42 65 73 73 49| refute 37 57 65 65 43|
    reiterate 55 85 91 91 64| relate 9 14 16 16 11| remark 55 84 97 97 63| repeat 36 55 55 55 54|
    reply 50 76 90 90 58| report 25 39 71 71 30| respond 28 36 57 57 27| retort 42 65 73 73 49| reveal 40 67 63 63 46|
    rule 9 14 40 40 11| say 76 94 96 96 64| scoff 42 65 73 73 49| scream 42 65 73 73 49| shout 34 52 59 59 40|
    show 38 60 61 61 34| sigh 28 43 49 49 32| signal 22 33 56 56 25| snap 19 28 32 32 22| sneer 42 65 73 73 49|
    specify 25 38 43 43 29| speculate 42 65 73 73 49| state 6 70 90 90 50| stipulate 37 57 65 65 43|
    stress 38 59 83 83 45| suggest 74 81 96 96 74| surmise 42 65 73 73 49| swear 42 65 73 73 49|
    testify 42 65 73 73 49| theorise 42 65 73 73 49| theorize 42 65 73 73 49| threaten 29 44 54 54 33|
    thunder 25 38 43 43 29| tweet 16 25 82 82 55| underline 42 65 73 73 49| underscore 17 27 30 30 20|
    urge 42 64 84 84 45| verify 19 28 32 32 22| volunteer 42 65 73 73 49| vow 53 82 92 92 62| warn 42 70 88 88 44|
    whisper 42 65 73 73 49| wonder 31 48 54 54 36| write 52 89 94 41 60| yell 40 61 69 69 46`,
  tell: `
    advise 31 48 54 54 36| assure 55 85 98 98 64| brief 19 28 32 32 22| convince 22 34 56 56 26|
    inform 37 57 65 65 43| notify 31 48 54 54 36| persuade 16 25 28 28 19| reassure 31 48 54 54 36|
    remind 50 77 95 95 58| tell 25 88 91 91 63`,
  think: `
    anticipate 25 38 43 43 29| assume 19 28 32 32 22| believe 48 27 38 38 25| consider 21 31 38 38 34|
    dream 12 19 22 22 14| envisage 25 38 43 43 29| envision 62 95 97 97 72| expect 44 55 65 65 62|
    fear 37 44 50 50 33| feel 30 22 20 20 17| figure 9 14 16 16 11| foresee 25 38 43 43 29| forget 9 14 16 16 11|
    fret 37 57 65 65 43| guess 25 38 43 43 29| hope 37 52 52 52 64| imagine 19 28 32 32 22| know 29 67 32 50 29|
    marvel 37 57 65 65 43| presume 25 38 43 43 29| realise 25 38 43 43 29| realize 35 53 60 60 40|
    recognise 25 38 43 43 29| recognize 24 37 42 42 28| regret 31 48 54 54 36| remember 57 66 75 75 50|
    see 23 49 17 25 18| suppose 19 28 32 32 22| suspect 25 38 43 43 29| think 48 45 31 31 31| trust 9 14 16 16 11|
    understand 26 22 25 25 17| wish 19 28 32 32 22| worry 51 75 67 67 46`,
  as: `
    brand 31 48 54 54 36| call 38 58 70 70 60| characterise 31 48 54 54 36| characterize 31 48 54 54 36|
    depict 31 48 54 54 36| describe 45 80 87 87 71| dub 31 48 54 54 36| identify 20 30 46 46 23| label 31 48 54 54 36|
    liken 62 95 99 99 72| list 15 25 40 45 25| name 8 15 25 40 15| portray 29 45 62 62 34| regard 19 28 32 32 22|
    view 17 18 21 21 14`,
  accuse: `
    accuse 46 70 76 76 53| blame 38 58 77 77 44| charge 12 19 36 36 14| compare 11 16 18 18 12|
    congratulate 37 57 65 65 43| credit 11 16 18 18 12| criticise 34 52 59 59 40| criticize 44 67 85 85 53|
    fault 25 38 43 43 29| mock 35 54 67 67 41| praise 43 66 85 85 50| thank 17 26 65 65 19`,
  object: `
    address 7 11 13 13 9| admire 51 79 90 90 60| advocate 34 52 59 59 40| anger 34 52 68 68 40|
    apologise 31 48 54 54 36| apologize 26 40 45 45 30| applaud 31 48 54 54 36| attack 7 11 43 43 9|
    back 7 10 33 33 34| campaign 1 2 2 2 1| cast 29 26 30 30 19| celebrate 14 22 25 25 16| challenge 11 17 48 48 21|
    champion 25 38 43 43 29| cheer 18 28 31 31 21| commend 43 66 76 76 50| condemn 27 42 76 76 32|
    counsel 31 48 54 54 36| debate 4 6 45 45 4| decry 55 84 97 97 63| defend 26 48 85 85 37| denounce 43 66 74 74 71|
    deplore 50 76 86 86 58| deride 51 79 90 90 60| detail 13 21 23 23 16| disagree 28 43 49 49 32|
    disavow 43 66 76 76 50| discuss 34 48 77 77 43| dislike 19 28 32 32 22| dismiss 41 63 71 71 60|
    downplay 37 57 65 65 43| embrace 12 19 22 22 14| encourage 17 27 30 30 20| endorse 35 57 75 75 43|
    espouse 37 57 65 65 43| express 43 66 91 91 50| favor 11 17 28 28 13| favour 31 48 54 54 36| hail 38 59 67 67 45|
    hate 12 19 22 22 14| invoke 36 55 63 63 42| issue 6 9 47 47 6| lambast 50 76 86 86 58| lambaste 50 76 86 86 58|
    laud 50 76 86 86 58| lay 27 42 54 54 32| like 3 5 5 5 4| lobby 14 21 24 24 16| love 9 14 16 16 11|
    nominate 15 23 51 51 17| oppose 46 48 60 60 36| outline 31 48 54 54 36| pan 25 38 43 43 29| press 7 10 12 12 8|
    promote 19 28 32 32 22| push 14 22 39 39 25| question 15 23 75 75 39| rail 43 66 89 89 50| raise 3 5 8 8 4|
    recite 25 38 43 43 29| refer 45 69 76 76 69| reference 56 86 97 97 74| reject 38 58 76 76 44| rebuke 38 58 67 67 46|
    release 12 19 25 25 33| renounce 31 48 54 54 36| repudiate 43 66 76 76 50| resent 25 38 43 43 29|
    retract 31 48 54 54 36| ridicule 31 48 54 54 36| savage 37 57 65 65 43| sign 16 25 31 31 19| slam 57 87 97 97 66|
    speak 12 19 32 22 11| support 17 46 66 66 38| talk 25 39 67 67 38| tout 53 82 93 93 79| voice 15 23 47 47 17|
    vote 7 10 42 42 8| welcome 31 48 54 54 36| withdraw 3 5 5 5 4`,
  inf: `
    decline 38 59 72 72 45| intend 20 30 30 30 23| offer 25 38 63 63 35| plan 11 17 20 20 20| prefer 29 45 51 51 34|
    refuse 43 85 72 72 57| seek 26 52 57 57 30| want 37 35 41 41 27`,
  seem: `
    appear 31 50 44 44 30| seem 48 73 65 65 46`,
};

function read(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const [cls, rows] of Object.entries(ROWS) as [CueClass, string][]) {
    for (const row of rows.split('|')) {
      const [verb, ...p] = row.trim().split(/\s+/);
      cues.set(verb!, { cls, p: p.map((n) => +n / 100) as unknown as Cue['p'] });
    }
  }
  return cues;
}

/**
 * Any verb, where a quotation that ends in a comma or a mark of its own stands right before it or its subject:
 * '"...," stormed Roe'. Half of the cue verbs of news occur once; no list holds them.
 */
export const ANY_CUE: Cue = { cls: 'say', p: [0.2, 0.35, 0.55, 0.55, 0.2] };

/** By base form, as `verbs.ts` gives it. */
export const CUES: ReadonlyMap<string, Cue> = read();

/** Cues that deny or doubt their content, and cues that keep it back: never shown as if the source had asserted it. */
export const DENIALS = new Set(`deny reject refute rebut dispute disavow contradict dismiss repudiate`.split(' '));
export const DOUBTS = new Set(`doubt question wonder ask`.split(' '));
export const WITHHOLDINGS = new Set(`decline refuse`.split(' '));

/** Cues of stance and wish: nobody said anything, so the statement is the article's. */
export const STANCES = new Set(
  `support oppose favor favour back want seek plan intend prefer love hate like dislike admire embrace vote campaign lobby
  press push advocate champion celebrate anger resent nominate sign order lay consider`.split(/\s+/),
);

/**
 * What reports do besides saying: "reports point to fighting", "residents speak of raids", "data indicate losses". Cues only where
 * the source is a document or people nobody could ask, so that "Roe pointed to the map" and "spoke of peace" stay what
 * they are; the content is what is said to have happened, as a noun phrase. Not counted in PolNeAR apart from the verbs'
 * other uses: estimates of ours, at the level of "reports suggest".
 */
export const REPORTED: Readonly<Record<string, RegExp | null>> = wordTable({
  point: /^to$/,
  speak: /^of$/,
  tell: /^of$/,
  talk: /^of$/,
  hint: /^at$/,
  indicate: null,
});
export const REPORTED_CUE: Cue = { cls: 'object', p: [0.7, 0.75, 0.8, 0.8, 0.5] };

/** Nouns that head a cue when "that" follows or a source is named with them: "the claim that", "a warning by". */
export const CUE_NOUNS = new Set(
  `claim claims allegation allegations accusation accusations assertion assertions belief suspicion suspicions speculation
  rumor rumors rumour rumours hope hopes fear fears warning warnings conclusion denial suggestion suggestions argument
  promise pledge doubt doubts contention insistence prediction admission acknowledgement acknowledgment confirmation
  impression conviction complaint complaints statement announcement case remark opinion view finding findings worry
  worries assurance assurances notion reports`.split(/\s+/),
);

/** Nouns that are cues when somebody owns them: "Roe's criticism of", "her promise to". */
export const OWNED_NOUNS = new Set(
  `claim claims criticism hope hopes doubt doubts allegation allegations accusation accusations assertion assertions promise
  promises pledge pledges insistence refusal opposition objection objections denial warning warnings belief contention
  suggestion call calls vow threat threats complaint complaints prediction praise condemnation rejection demand demands
  endorsement proposal`.split(/\s+/),
);

/** Cues of speech that seldom take a bare noun phrase: "added the words", "conceded a penalty" are no statements. */
export const NO_OBJECT = new Set(
  `say add continue concede conclude find claim learn prove hold post signal read reply maintain discover determine argue insist
  point think feel know see go remember forget imagine write settle figure hear`.split(/\s+/),
);

/** Cues of speech that take a noun phrase as well as a clause: "proposed a wall", "denied the charge". */
export const WITH_OBJECT = new Set(
  `announce report reveal confirm acknowledge admit deny suggest recommend propose demand urge cite quote note warn predict
  estimate forecast stress explain highlight mention disclose show indicate dispute doubt question recall protest describe
  order threaten emphasize emphasise underscore underline recount bemoan lament tout detail reject outline`.split(
    /\s+/,
  ),
);

/** Particles that belong to a cue and change what it takes: "called for X" is not "called X Y". */
export const PARTICLES: Readonly<Record<string, RegExp>> = wordTable({
  call: /^(?:for|on|out)$/,
  point: /^(?:out|to)$/,
  speak: /^(?:out|of|about|against)$/,
  rule: /^out$/,
  lay: /^out$/,
  rail: /^against$/,
  refer: /^to$/,
  respond: /^to$/,
  talk: /^(?:about|of|up)$/,
  push: /^(?:for|back)$/,
  vote: /^(?:for|against)$/,
  agree: /^(?:with|on)$/,
  disagree: /^with$/,
  object: /^to$/,
  warn: /^(?:of|against)$/,
  worry: /^about$/,
  campaign: /^(?:for|against)$/,
  complain: /^(?:about|of)$/,
  hope: /^for$/,
  press: /^for$/,
  lobby: /^for$/,
  plead: /^for$/,
  campaigned: /^for$/,
  hint: /^at$/,
  insist: /^(?:on|upon)$/,
  speculate: /^about$/,
  look: /^(?:for|to)$/,
  ask: /^(?:for|about)$/,
  wonder: /^about$/,
  think: /^(?:of|about)$/,
  read: /^out$/,
  boast: /^(?:of|about)$/,
  brag: /^about$/,
  joke: /^about$/,
  hear: /^of$/,
  learn: /^of$/,
  know: /^(?:of|about)$/,
});
