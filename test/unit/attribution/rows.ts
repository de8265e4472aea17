/**
 * Sentences and their relations, written for the purpose. A relation is `source | cue | content`, parts of a broken span
 * joined by ` + `, an absent source by `-`. A row names everything that must be found, in order of the cues; a row
 * with no relations must find none.
 */
export interface Row {
  readonly name: string;
  readonly text: string;
  readonly relations: readonly string[];
}

const row = (name: string, text: string, ...relations: string[]): Row => ({ name, text, relations });

export const SPEECH: readonly Row[] = [
  row(
    'a day after the cue is no content',
    'Roe said on Monday that the bridge was safe.',
    'Roe | said | that the bridge was safe',
  ),
  row(
    'a quotation carried on, apposition in the source',
    '"It is safe," said Roe, the city engineer. "I checked."',
    'Roe, the city engineer | said | "It is safe," + "I checked."',
  ),
  row(
    'coordinated cues share the source',
    'Roe said it was safe and denied that he had been warned.',
    'Roe | said | it was safe',
    'Roe | denied | that he had been warned',
  ),
  row('passive without source', 'The bridge is expected to reopen.', '- | is expected | The bridge + to reopen'),
  row(
    'a relative clause in the source',
    'Roe, who designed it, said the bridge was safe.',
    'Roe, who designed it, | said | the bridge was safe',
  ),
  row(
    'according to, fronted',
    'According to the survey, most people walk to work.',
    'the survey | According to | most people walk to work',
  ),
  row(
    'according to, closing',
    'Most people walk to work, according to two officials.',
    'two officials | according to | Most people walk to work',
  ),
  row('no cue inside a quotation', '"Who told you?" she asked.', 'she | asked | "Who told you?"'),
  row('scare quotes', 'The so-called "fix" took three weeks.'),
  row(
    'the same speaker with participle',
    'The minister said the dam held, adding that repairs would follow.',
    'The minister | said | the dam held',
    'The minister | adding | that repairs would follow',
  ),
  row(
    'split by the source',
    '"It was dark," Roe said, "and we saw nothing."',
    'Roe | said | "It was dark," + "and we saw nothing."',
  ),
  row('split without quotation marks', 'The plan, she said, would fail.', 'she | said | The plan + would fail'),
  row(
    'recipient is neither cue nor content',
    'Roe told reporters on Tuesday that the dam held.',
    'Roe | told | that the dam held',
  ),
  row('recipient before a bare clause', 'Roe told the court the dam held.', 'Roe | told | the dam held'),
  row('colon and quotation', 'Roe wrote: "The dam holds."', 'Roe | wrote | "The dam holds."'),
  row(
    'inverted, with an unquoted content',
    'The dam held, said a spokesman for the ministry.',
    'a spokesman for the ministry | said | The dam held',
  ),
  row('a day is no subject', 'On Monday, the mayor said the road was open.', 'the mayor | said | the road was open'),
  row(
    'a fronted channel is no subject',
    'In a statement, the company said it had lost the data.',
    'the company | said | it had lost the data',
  ),
  row(
    'a title with commas',
    'Jane Roe, 54, of Springfield, said she saw smoke.',
    'Jane Roe, 54, of Springfield, | said | she saw smoke',
  ),
  row(
    'negated',
    'The army has not said whether it will withdraw.',
    'The army | has not said | whether it will withdraw',
  ),
  row(
    'a letter seen by someone',
    'A letter seen by the Daily Star says the talks failed.',
    'A letter seen by the Daily Star | says | the talks failed',
  ),
  row(
    'who as the source',
    'The committee heard Doe, who said the fund was empty.',
    'Doe, who | said | the fund was empty',
  ),
  row('declined', 'The bank declined to comment on the case.', 'The bank | declined | to comment on the case'),
  row('question mark and lower case after it', '"Why now?" the senator wrote.', 'the senator | wrote | "Why now?"'),
  row(
    'with NP saying',
    'Prices rose again, with the union warning that more would follow.',
    'the union | warning | that more would follow',
  ),
  row(
    'but starts a relation of its own',
    'The police say the crowd was small, but organisers say it filled the square.',
    'The police | say | the crowd was small',
    'organisers | say | it filled the square',
  ),
  row(
    'a clause half in quotation marks',
    'Roe said "it is more likely than not" that the ban would end.',
    'Roe | said | "it is more likely than not" that the ban would end',
  ),
  row(
    'any verb after a quotation',
    '"The dam held," stormed Roe, head of the union.',
    'Roe, head of the union | stormed | "The dam held,"',
  ),
  row(
    'any verb after a quotation and its subject',
    '"The dam held," Roe thundered.',
    'Roe | thundered | "The dam held,"',
  ),
  row(
    'have before the inverted verb',
    '"The dam held for years," has declared the minister.',
    'the minister | has declared | "The dam held for years,"',
  ),
  row(
    'a colon without a cue',
    'Roe was blunt: "The dam has held for years."',
    'Roe | was blunt: | "The dam has held for years."',
  ),
];

export const OUTLETS: readonly Row[] = [
  row(
    'a trailing outlet with a participle after it',
    'The brigade left the town, the Evening Star reported, leaving the bridge open.',
    'the Evening Star | reported | The brigade left the town + leaving the bridge open',
  ),
  row(
    'a report by an outlet',
    'Two bridges were destroyed, according to a report by the Turkish website Bosphorus Today.',
    'a report by the Turkish website Bosphorus Today | according to | Two bridges were destroyed',
  ),
  row(
    'described by an outlet',
    'The raid was described by the Evening Star as "a first for the navy".',
    'the Evening Star | was described by | The raid + as "a first for the navy"',
  ),
  row(
    'an outlet citing officials',
    'The Evening Star, citing two officials, reported that the talks had failed.',
    'The Evening Star | citing | two officials',
    'The Evening Star, citing two officials, | reported | that the talks had failed',
  ),
  row(
    'an outlet quoting a person',
    'The Evening Star quoted the mayor as saying that the dam held.',
    'The Evening Star | quoted + as saying | that the dam held',
  ),
  row(
    'a short trailing report',
    'Troops have destroyed the bridges the militia held, the website Bosphorus claims.',
    'the website Bosphorus | claims | Troops have destroyed the bridges the militia held',
  ),
  row(
    'what an outlet published',
    'According to what the newspaper has published, fighting broke out in the north.',
    'what the newspaper has published | According to | fighting broke out in the north',
  ),
  row(
    'a fronted clause with a comma inside',
    'When the Evening Star wrote that the army had, for the first time, attacked a port, it was citing Bosphorus.',
    'the Evening Star | wrote | that the army had, for the first time, attacked a port',
    'it | was citing | Bosphorus',
  ),
  row('told an outlet', 'Doe told the Evening Star that the dam held.', 'Doe | told | that the dam held'),
];

export const VAGUE: readonly Row[] = [
  row(
    'multiple reports',
    'Multiple reports suggest the two armies have clashed.',
    'Multiple reports | suggest | the two armies have clashed',
  ),
  row(
    'reports point to',
    'Several reports point to fighting near Tarin.',
    'Several reports | point to | fighting near Tarin',
  ),
  row('reports speak of', 'Local reports spoke of shelling.', 'Local reports | spoke of | shelling'),
  row('residents speak of', 'Residents speak of nightly raids.', 'Residents | speak of | nightly raids'),
  row('witnesses tell of', 'Witnesses told of gunfire in the town.', 'Witnesses | told of | gunfire in the town'),
  row('reports talk of', 'Some reports talk of forty dead.', 'Some reports | talk of | forty dead'),
  row('diplomats hint at', 'Diplomats hint at a deal.', 'Diplomats | hint at | a deal'),
  row(
    'reports indicate',
    'Unconfirmed reports indicate clashes between the army and rebels.',
    'Unconfirmed reports | indicate | clashes between the army and rebels',
  ),
  row(
    "what goes on meanwhile is nobody's",
    'Residents speak of raids, as the two states that back the army compete for sway.',
    'Residents | speak of | raids',
  ),
  row(
    'nothing is cut between two sides',
    'Several reports point to fighting between the army and militias aligned with Norland in the north.',
    'Several reports | point to | fighting between the army and militias aligned with Norland in the north',
  ),
  row('is seen as', 'The governor is seen as close to the army.', '- | is seen as | The governor + close to the army'),
  row(
    'who is seen as',
    'The governor, who is seen as a moderate, resigned.',
    '- | is seen as | The governor, who + a moderate',
  ),
  row('it is believed that', 'It is believed that the men fled north.', '- | is believed | that the men fled north'),
  row('seems', 'The ministry seems to be losing patience.', '- | seems | The ministry + to be losing patience'),
  row(
    'whom they believe',
    'They fought the generals, whom they believe have lied.',
    'they | believe | whom + have lied',
  ),
  row('harsh words', 'The union had harsh words for the mayor.', 'The union | had harsh words for | the mayor'),
  row('reportedly', 'The group reportedly left the city.', '- | reportedly | The group + left the city'),
];

export const ATTITUDES: readonly Row[] = [
  row(
    'criticised',
    'The senator criticized the plan as too costly.',
    'The senator | criticized | the plan as too costly',
  ),
  row('accused of', 'The ministry accused the newspaper of lying.', 'The ministry | accused | the newspaper of lying'),
  row('called for', 'The bishops called for an inquiry.', 'The bishops | called for | an inquiry'),
  row('vowed to', 'The rebels vowed to fight on.', 'The rebels | vowed | to fight on'),
  row(
    'the claim that',
    'The mayor repeated the claim that the dam held.',
    'The mayor | repeated the claim | that the dam held',
  ),
  row(
    'a claim with its owner',
    "They dismissed Roe's claim that the dam held.",
    "They | dismissed | Roe's claim that the dam held",
  ),
  row(
    'came to the conclusion',
    'The panel came to the conclusion that the pilot erred.',
    'The panel | came to the conclusion | that the pilot erred',
  ),
  row(
    'a criticism with its owner',
    "Roe's sharp criticism of the plan cost him votes.",
    'Roe | sharp criticism of | the plan',
  ),
  row('a promise with its owner', 'Her promise to resign surprised the party.', 'Her | promise | to resign'),
];

/** Found by reading articles nobody had tuned the rules on. */
export const READ: readonly Row[] = [
  row(
    'an earlier time is no part of the source',
    'Earlier state television had reported the blast.',
    'state television | had reported | the blast',
  ),
  row(
    'a participle before the pronoun',
    'Speaking at dawn he said the road was open.',
    'he | said | the road was open',
  ),
  row(
    'the nearest name before "who"',
    'First came the public end of his marriage to Doe, who claimed the actor had lied.',
    'Doe, who | claimed | the actor had lied',
  ),
  row(
    'a spokesman keeps his "who"',
    'The reply came from a spokesman for the party, who said the vote was unfair.',
    'a spokesman for the party, who | said | the vote was unfair',
  ),
  row(
    'the nearest noun before "which"',
    'The court opened a case against the sect, which is believed to have 700 members.',
    '- | is believed | the sect, which + to have 700 members',
  ),
  row(
    'according to, and a subject with an age',
    'According to the Star, Doe, 34, spent the winter in Ohio.',
    'the Star | According to | Doe, 34, spent the winter in Ohio',
  ),
  row(
    'according to, inside its clause',
    'There was evidence, according to Roe, that markets were slowing.',
    'Roe | according to | There was evidence + that markets were slowing',
  ),
  row(
    'a name in capitals that is a verb in small letters',
    'Members of IS are reported to have killed fifty officers.',
    '- | are reported | Members of IS + to have killed fifty officers',
  ),
  row(
    'two deeds in one accusation',
    'The ministry accused the coalition of killing sixty people and injuring two hundred others.',
    'The ministry | accused | the coalition of killing sixty people and injuring two hundred others',
  ),
  row(
    'a relative clause before the verb',
    'A prosecutor who was also present at the trial denied a report that he had left.',
    'A prosecutor who was also present at the trial | denied | a report that he had left',
  ),
  row(
    'an hour before the speaker',
    'She was struck just after 7 p.m., said Sgt. Roe.',
    'Sgt. Roe | said | She was struck just after 7 p.m.',
  ),
  row(
    'one resident',
    '"Pretty funny to hear," tweeted one resident.',
    'one resident | tweeted | "Pretty funny to hear,"',
  ),
  row(
    'another, who',
    '"Who knew?" tweeted another, who noted she was listening.',
    'another | tweeted | "Who knew?"',
    'another, who | noted | she was listening',
  ),
  row(
    'one study',
    'For example, one study in forty girls found that fasting did harm.',
    'one study in forty girls | found | that fasting did harm',
  ),
  row('what somebody said about it', 'It was about what the phone said about its owner.'),
  row('lay, of lie', 'She lay in front of the lorry for an hour.'),
  row(
    'an adjective after "and"',
    'Army units and allied militias have been accused of grave crimes.',
    '- | have been accused | Army units and allied militias + of grave crimes',
  ),
  row(
    'whom a quotation is said to',
    'He then asked the crowd, "When was the last time?"',
    'He | then asked | "When was the last time?"',
  ),
  row(
    'a question split by its speaker',
    'How, she wondered, will people react?',
    'she | wondered | How + will people react',
  ),
  row(
    'a comma inside the quotation closes the clause',
    "Roe, who says he 'lies for a living,' has resigned from the board.",
    "Roe, who | says | he 'lies for a living,'",
  ),
  row(
    'residents say, turned round',
    'The roads were closed, say residents.',
    'residents | say | The roads were closed',
  ),
  row('a bracket left open', 'The study showed that the diet works (', 'The study | showed | that the diet works'),
  row(
    'an infinitive is no verb of the clause',
    'Roe said a car happened to be parked near where the crash occurred.',
    'Roe | said | a car happened to be parked near where the crash occurred',
  ),
  row('once', 'Roe said she once saw the dam break.', 'Roe | said | she once saw the dam break'),
  row('a score', 'Roe added three assists to lead the team.'),
  row('a score, and somebody else', 'Roe added his seventh for the club, and Doe stopped two shots.'),
  row('a numbered article says', 'Article 5 says the dam is public.', 'Article 5 | says | the dam is public'),
  row('a name given by nobody', 'It is a wagon called the Roadster with a pipe dubbed the Corridor.'),
  row('a reason to think', 'After two matches there was reason to think Roe would struggle.'),
  row('an expressed thing', 'Much of the publicly expressed ire fell on the owners.'),
  row(
    'whom somebody was told of',
    'They were told the newest hopeful, Roe, would be there.',
    '- | were told | the newest hopeful, Roe, would be there',
  ),
  row(
    'the end of a parenthesis',
    'The firm left (the owner called it "immaterial") and Doe stayed.',
    'the owner | called | it "immaterial"',
  ),
  row(
    'criticism before "so"',
    'Roe accused the couple of murder, so it is strange that they came.',
    'Roe | accused | the couple of murder',
  ),
  row(
    'an adverb before its speaker',
    'Meanwhile, Doe says, they are buying time.',
    'Doe | says | they are buying time',
  ),
  row(
    'quoted by somebody as saying',
    'The minister was quoted by the agency as saying the dam held.',
    'the agency | was quoted by + as saying | the dam held',
  ),
  row(
    'quoted by nobody named',
    'Roe was quoted on Monday as saying: "It is safe."',
    'Roe | was quoted + as saying | "It is safe."',
  ),
  row(
    'a month and a wire',
    'Aug. 6 (Wire) -- The dam could break, the mayor said.',
    'the mayor | said | The dam could break',
  ),
  row('a wire alone', '(Wire) - The dam held, the mayor said.', 'the mayor | said | The dam held'),
  row(
    'an apposition with a participle',
    'Ascor, a firm focused on health and care, announced a plan.',
    'Ascor, a firm focused on health and care, | announced | a plan',
  ),
  row(
    'a plural before "who"',
    'Help came from members and candidates for president, who argue that it was right.',
    'candidates for president, who | argue | that it was right',
  ),
  row(
    'closed by a mark of the other kind',
    '“Roe confirmed it, ‘there was none," she said.',
    'she | said | “Roe confirmed it, ‘there was none,"',
  ),
  row(
    'because of, in the source',
    'A spokesperson who did not wish to be named because of policy said in a statement emailed to the paper that it held.',
    'A spokesperson who did not wish to be named because of policy | said | that it held',
  ),
  row(
    'commas between a quotation and its verb',
    '"It is hard to find," study author Lucas Roe, a scientist at the centre in Ohio, Texas, and Doe University, said in a statement.',
    'study author Lucas Roe, a scientist at the centre in Ohio, Texas, and Doe University, | said | "It is hard to find,"',
  ),
  row(
    'a channel between commas',
    'The firm said, in a statement, the state must prove its case.',
    'The firm | said | the state must prove its case',
  ),
  row('that report', 'That report found that the dam leaked.', 'That report | found | that the dam leaked'),
  row(
    'even the manual',
    'Even the policy manual, part of the law, notes that the dam leaked.',
    'the policy manual, part of the law, | notes | that the dam leaked',
  ),
  row(
    'the outlet understands',
    'The police believe Roe broke the rules, the Herald understands.',
    'the Herald | understands | The police believe Roe broke the rules',
  ),
  row(
    'a list is one statement',
    'The strikes hit three units; damaged two roads; and closed the port, he added.',
    'he | added | The strikes hit three units; damaged two roads; and closed the port',
  ),
  row('adding to something', 'They left the firm, adding to the woes that have shaken it.'),
  row('a title won', 'Days after clinching the doubles title in the finals, the duo won in France.'),
  row(
    'a town and its state after a name',
    'Anna Roe, from Salem, Ohio, told how she starved herself.',
    'Anna Roe, from Salem, Ohio, | told | how she starved herself',
  ),
  row('called a name by nobody', 'The successor was called Roe Capital.'),
  row('the statement read', '"It is wrong," the statement read.', 'the statement | read | "It is wrong,"'),
  row(
    'marks written twice',
    '""It is hard to verify all of it,"" he noted.',
    'he | noted | ""It is hard to verify all of it,""',
  ),
];

export const NOTHING: readonly Row[] = [
  row('a plain act', 'The brigade crossed the river and took the bridge.'),
  row('a person who points', 'Roe pointed to the map.'),
  row('a person who speaks of', 'The minister spoke of peace.'),
  row('naming', 'The unit, called the Lions, consists of volunteers.'),
  row('a noun that looks like a cue', 'The report was late and the claims office was closed.'),
  row('asylum is claimed', 'He claimed asylum in the spring.'),
  row('empty', ''),
  row('another script', 'قال الوزير إن الجسر آمن. Министр сказал, что мост безопасен.'),
  row('a table', 'Year | Dead | Hurt\n2011 | 12 | 40\n2012 | 7 | 19'),
];

export const HEADLINES: readonly Row[] = [
  row(
    'name and colon',
    'Roe: Bridge Is Safe\n\nThe bridge was opened to traffic in the spring after long repairs.',
    'Roe | : | Bridge Is Safe',
  ),
  row(
    'reports and colon',
    'Reports: Army to Leave Capital\n\nThe bridge was opened to traffic in the spring after long repairs.',
    'Reports | : | Army to Leave Capital',
  ),
  row(
    'a label is no speaker',
    'Watch: Crowd Fills the Square\n\nThe bridge was opened to traffic in the spring after long repairs.',
  ),
  row(
    'says the source at the end',
    'Bridge is safe, says mayor\n\nThe bridge was opened to traffic in the spring after long repairs.',
    'mayor | says | Bridge is safe',
  ),
  row(
    'a statement without a finite verb',
    'Ministry losing money, paper reports\n\nThe bridge was opened to traffic in the spring after long repairs.',
    'paper | reports | Ministry losing money',
  ),
];
