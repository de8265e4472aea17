/** Sentences in the manner of campaign reporting, with invented people, and their relations as in `rows.ts`. */
export const POLITICAL: readonly (readonly [text: string, ...relations: string[]])[] = [
  [
    'Mrs. Hale, who has led in most national polls, has called Mr. Stone unfit for office and said that he would be a danger to the country.',
    'Mrs. Hale, who has led in most national polls, | has called | Mr. Stone unfit for office',
    'Mrs. Hale, who has led in most national polls, | said | that he would be a danger to the country',
  ],
  [
    `Stone's campaign manager, Mary Lund, dismissed the report on Sunday, telling CTV that the candidate "pays all the taxes he owes."`,
    "Stone's campaign manager, Mary Lund, | dismissed | the report on Sunday",
    `Stone's campaign manager, Mary Lund, | telling | that the candidate "pays all the taxes he owes."`,
  ],
  [`"He's a fraud," Weber said of Stone during a speech in Utah.`, `Weber | said | "He's a fraud,"`],
  [
    'Asked about the emails, Hale said she had made a mistake.',
    '- | Asked about | the emails',
    'Hale | said | she had made a mistake',
  ],
  [
    'When asked whether he would accept the results, Mr. Stone declined to answer directly.',
    '- | asked | whether he would accept the results',
    'Mr. Stone | declined | to answer directly',
  ],
  ['A spokesman for the T.B.I. declined to comment.', 'A spokesman for the T.B.I. | declined | to comment'],
  [
    'Several Republican senators, including Carl Brandt of Arizona, have said they will not vote for the nominee.',
    'Several Republican senators, including Carl Brandt of Arizona, | have said | they will not vote for the nominee',
  ],
  [
    "The governor's aides insist he never knew about the lane closings.",
    "The governor's aides | insist | he never knew about the lane closings",
  ],
  [
    'Many voters say they are worried about the economy, polls show.',
    'polls | show | Many voters say they are worried about the economy',
  ],
  [
    'In an interview on Coast News, Lowe defended his running mate, saying the remarks were "taken out of context."',
    'Lowe | defended | his running mate',
    'Lowe | saying | the remarks were "taken out of context."',
  ],
  [
    'Silva argued that the court had overstepped its authority and urged Congress to act.',
    'Silva | argued | that the court had overstepped its authority',
    'Silva | urged | Congress to act',
  ],
  [
    'Critics contend that the law would make it harder for minorities to vote.',
    'Critics | contend | that the law would make it harder for minorities to vote',
  ],
  [
    'The Morning Herald reported Friday that Mr. Stone had bragged about groping women.',
    'The Morning Herald | reported | that Mr. Stone had bragged about groping women',
  ],
  [
    'Mr. Marsh, who endorsed Mrs. Hale in July, praised her plan to make college free, but he criticized her ties to Wall Street.',
    'Mr. Marsh, who | endorsed | Mrs. Hale in July',
    'Mr. Marsh, who endorsed Mrs. Hale in July, | praised | her plan to make college free',
    'he | criticized | her ties to Wall Street',
  ],
  [
    'The president believes that the deal is good for workers, his press secretary, Paul Dorn, said.',
    'his press secretary, Paul Dorn, | said | The president believes that the deal is good for workers',
  ],
  [
    'Mora, speaking to reporters in Miami, called for unity and predicted that his party would win Florida.',
    'Mora, speaking to reporters in Miami, | called for | unity',
    'Mora, speaking to reporters in Miami, | predicted | that his party would win Florida',
  ],
  [
    'Some Democrats fear that low turnout could hurt the party in November.',
    'Some Democrats | fear | that low turnout could hurt the party in November',
  ],
  [
    'The T.B.I. director, Louis Kern, told lawmakers in a letter that agents had found new emails.',
    'The T.B.I. director, Louis Kern, | told | that agents had found new emails',
  ],
  [
    '"Look," he added, pausing for effect, "nobody knows what will happen."',
    'he | added | "Look," + "nobody knows what will happen."',
  ],
  [
    'The survey found that 52 percent of likely voters support the measure, while 41 percent oppose it.',
    'The survey | found | that 52 percent of likely voters support the measure',
    '41 percent | oppose | it',
  ],
  [
    'Officials in both parties acknowledged privately that the vote was likely to fail.',
    'Officials in both parties | acknowledged | that the vote was likely to fail',
  ],
  [
    'Novak refused to endorse the nominee and said he would write in Carl Brandt.',
    'Novak | refused | to endorse the nominee',
    'Novak | said | he would write in Carl Brandt',
  ],
  [
    'Mr. Stone, in a tweet, wrote that the election was "absolutely being rigged by the dishonest and distorted media."',
    'Mr. Stone, in a tweet, | wrote | that the election was "absolutely being rigged by the dishonest and distorted media."',
  ],
  [
    'The group, citing internal documents, says the foundation broke the law.',
    'The group | citing | internal documents',
    'The group, citing internal documents, | says | the foundation broke the law',
  ],
  ['She did not say when the results would be released.', 'She | did not say | when the results would be released'],
  [
    'According to a person close to the campaign, who spoke on the condition of anonymity, the two men have not talked since May.',
    'a person close to the campaign, who spoke on the condition of anonymity | According to | the two men have not talked since May',
  ],
  [
    'The senator said she hopes the bill will pass and that she expects the president to sign it.',
    'The senator | said | she hopes the bill will pass and that she expects the president to sign it',
  ],
  [
    'The mayor thinks the city should pay more, a position the union rejects.',
    'The mayor | thinks | the city should pay more, a position the union rejects',
  ],
  [
    "Hale's supporters were quick to note that Stone has not released his tax returns.",
    "Hale's supporters | to note | that Stone has not released his tax returns",
  ],
  [
    'Mr. Stone has proposed building a wall along the Mexican border.',
    'Mr. Stone | has proposed | building a wall along the Mexican border',
  ],
  ['The ad shows Mr. Stone mocking a disabled reporter.', 'The ad | shows | Mr. Stone mocking a disabled reporter'],
  [
    'His lawyers have asked a judge to dismiss the case, arguing that the statute is unconstitutional.',
    'His lawyers | have asked | a judge to dismiss the case',
    'His lawyers | arguing | that the statute is unconstitutional',
  ],
  [
    'Even some of his allies conceded that the debate had gone badly.',
    'some of his allies | conceded | that the debate had gone badly',
  ],
  [
    `"It's not over," Peter Marsh told supporters at a rally in Los Angeles. "The struggle continues."`,
    `Peter Marsh | told | "It's not over," + "The struggle continues."`,
  ],
  ['What he really wants, she suggested, is attention.', 'she | suggested | What he really wants + is attention'],
  [
    'The committee plans to hold hearings next month, a spokeswoman said on Tuesday.',
    'a spokeswoman | said | The committee plans to hold hearings next month',
  ],
  [`"No," he said. "I don't regret it."`, `he | said | "No," + "I don't regret it."`],
  [
    'Reed, the House speaker, has long supported free trade.',
    'Reed, the House speaker, | has long supported | free trade',
  ],
  [
    'Experts on both sides warn against reading too much into early voting data.',
    'Experts on both sides | warn against | reading too much into early voting data',
  ],
  [
    'Mr. Okoro, she said, had promised to close the prison.',
    'she | said | Mr. Okoro + had promised to close the prison',
  ],
  [
    'The plan has been criticized by economists as unrealistic.',
    'economists | has been criticized by | The plan + as unrealistic',
  ],
  ['He was described by friends as a quiet man.', 'friends | was described by | He + as a quiet man'],
  ['"This is a witch hunt!" Stone tweeted.', 'Stone | tweeted | "This is a witch hunt!"'],
  ['"Are you serious?" she asked him.', 'she | asked | "Are you serious?"'],
  [
    'Polls suggest the race is tightening, with Hale leading by three points.',
    'Polls | suggest | the race is tightening, with Hale leading by three points',
  ],
  [
    'Lawmakers in Texas, Ohio and Florida said they would sue.',
    'Lawmakers in Texas, Ohio and Florida | said | they would sue',
  ],
  [
    'Republicans have long sought to repeal the law, but party leaders now say it may take years.',
    'Republicans | have long sought | to repeal the law',
    'party leaders | now say | it may take years',
  ],
  [
    'Mr. Barton said Mr. Mora was "not ready" and called him "the boy in the bubble."',
    'Mr. Barton | said | Mr. Mora was "not ready"',
    'Mr. Barton | called | him "the boy in the bubble."',
  ],
  [
    '"Every day we see new evidence," Mr. Adler said in an interview on Thursday, "that the system is broken."',
    'Mr. Adler | said | "Every day we see new evidence," + "that the system is broken."',
  ],
  [
    'Asked if he regretted the vote, the senator paused. "Of course," he said.',
    '- | Asked | if he regretted the vote',
    'he | said | "Of course,"',
  ],
  [
    'The statement said Mr. Petit had "never received a single off-the-books cash payment."',
    'The statement | said | Mr. Petit had "never received a single off-the-books cash payment."',
  ],
  [
    'A federal judge in Texas ruled on Monday that the order was unconstitutional.',
    'A federal judge in Texas | ruled | that the order was unconstitutional',
  ],
  [
    'Two people with knowledge of the discussions, who requested anonymity, said the offer was withdrawn.',
    'Two people with knowledge of the discussions, who requested anonymity, | said | the offer was withdrawn',
  ],
  ['Mr. Okoro was said to be furious.', '- | was said | Mr. Okoro + to be furious'],
  [
    'Mr. Walsh, a former House speaker who is close to Mr. Stone, told Coast News that he had urged the candidate to apologize.',
    'Mr. Walsh, a former House speaker who is close to Mr. Stone, | told | that he had urged the candidate to apologize',
  ],
  [
    `Anna Hale's campaign chairman on Sunday accused Owen Stone of being a "puppet" of Russia.`,
    `Anna Hale's campaign chairman | accused | Owen Stone of being a "puppet" of Russia`,
  ],
  [
    'Stone has denied the allegations, calling them "total lies" and threatening to sue the women.',
    'Stone | has denied | the allegations',
    'Stone | calling | them "total lies"',
  ],
  ['"The people," Marsh says, "are angry."', 'Marsh | says | "The people," + "are angry."'],
  ['In his opening statement, he said: "I will never forget you."', 'he | said | "I will never forget you."'],
  [
    'The Evening Star endorsed Hale, describing her as "one of the most tenacious politicians of her generation."',
    'The Evening Star | endorsed | Hale',
    'The Evening Star | describing | her as "one of the most tenacious politicians of her generation."',
  ],
  [
    'Democrats, meanwhile, are hoping that the issue will energize young voters.',
    'Democrats, meanwhile, | are hoping | that the issue will energize young voters',
  ],
  [
    'The lawsuit alleges that the company discriminated against black tenants.',
    'The lawsuit | alleges | that the company discriminated against black tenants',
  ],
  [
    'Burke, who was vice president at the time, recalled that the room went silent.',
    'Burke, who was vice president at the time, | recalled | that the room went silent',
  ],
  [
    'Supporters see him as an outsider who will shake up Washington.',
    'Supporters | see | him as an outsider who will shake up Washington',
  ],
  [`"I don't know," she replied when asked who would win.`, `she | replied | "I don't know,"`],
  [
    'He also suggested, without offering evidence, that the vote could be rigged.',
    'He | also suggested | that the vote could be rigged',
  ],
  [
    'The agency estimates that three million people are eligible.',
    'The agency | estimates | that three million people are eligible',
  ],
  [
    'State officials have warned that the system could collapse, and the governor has asked for federal help.',
    'State officials | have warned | that the system could collapse',
    'the governor | has asked for | federal help',
  ],
  [
    '"We are disappointed," read a statement from the company.',
    'a statement from the company | read | "We are disappointed,"',
  ],
  ['Fischer told reporters there would be no vote.', 'Fischer | told | there would be no vote'],
  [
    'The tweet, which was later deleted, said the attack was staged.',
    'The tweet, which was later deleted, | said | the attack was staged',
  ],
  ['Neither campaign would say how much was spent.', 'Neither campaign | would say | how much was spent'],
  [
    `"If he wins," one aide joked, "I'm moving to Canada."`,
    `one aide | joked | "If he wins," + "I'm moving to Canada."`,
  ],
  [
    "Senator Ruth Varga of Massachusetts, a favorite of liberals, on Tuesday called on the bank's chief executive to resign.",
    "Senator Ruth Varga of Massachusetts, a favorite of liberals, | called on | the bank's chief executive to resign",
  ],
  [
    'While Mr. Stone insists that Mexico will pay for the wall, its president says it will not.',
    'Mr. Stone | insists | that Mexico will pay for the wall',
    'its president | says | it will not',
  ],
  [
    'There is no evidence that fraud occurred, election experts say.',
    'election experts | say | There is no evidence that fraud occurred',
  ],
  [
    'She is widely expected to announce her candidacy this spring.',
    '- | is widely expected | She + to announce her candidacy this spring',
  ],
  [
    '"Enough is enough," Mr. Marsh declared, to cheers. "We will not be silent."',
    'Mr. Marsh | declared | "Enough is enough," + "We will not be silent."',
  ],
  [
    `The Stone campaign, which has struggled to raise money, said in a statement that it had collected $80 million in July.`,
    `The Stone campaign, which has struggled to raise money, | said | that it had collected $80 million in July`,
  ],
  [
    `Hale's allies worry that the attacks could hurt her with independents, who have soured on both candidates.`,
    `Hale's allies | worry | that the attacks could hurt her with independents, who have soured on both candidates`,
  ],
  [
    `In the debate, Silva attacked Mora's record on immigration and Mora called Silva a liar.`,
    `Silva | attacked | Mora's record on immigration`,
    `Mora | called | Silva a liar`,
  ],
  [
    `Novak, who is trailing in the polls, insisted Tuesday night that he would stay in the race.`,
    `Novak, who is trailing in the polls, | insisted | that he would stay in the race`,
  ],
  [
    `Some Republican donors have told friends they would rather see Hale win.`,
    `Some Republican donors | have told | they would rather see Hale win`,
  ],
  [
    `"She lied," said Mary Lund, Mr. Stone's spokeswoman, in an email. "She should apologize to the families."`,
    `Mary Lund, Mr. Stone's spokeswoman | said | "She lied," + "She should apologize to the families."`,
  ],
  [
    `Mr. Stone also repeated his claim that millions of people had voted illegally.`,
    `Mr. Stone | also repeated his claim | that millions of people had voted illegally`,
  ],
  [
    `A new report from the Congressional Budget Office projects that the deficit will rise.`,
    `A new report from the Congressional Budget Office | projects | that the deficit will rise`,
  ],
  [
    `Aides to the senator said he was considering a run but had not made a decision.`,
    `Aides to the senator | said | he was considering a run but had not made a decision`,
  ],
  [
    `The candidates agreed on little, but both said they supported the troops.`,
    `The candidates | agreed on | little`,
    `both | said | they supported the troops`,
  ],
  [
    `The former governor, speaking on the condition of anonymity to describe private talks, said the plan was dead.`,
    `The former governor, speaking on the condition of anonymity to describe private talks, | said | the plan was dead`,
  ],
  [
    `Economists, however, doubt that the tax cut would pay for itself.`,
    `Economists, however, | doubt | that the tax cut would pay for itself`,
  ],
  [
    `Lowe said that, in his view, the sanctions had failed.`,
    `Lowe | said | that, in his view, the sanctions had failed`,
  ],
  [
    `Many of Stone's supporters believe the news media is biased against him.`,
    `Many of Stone's supporters | believe | the news media is biased against him`,
  ],
  [
    `But Ms. Varga, in a blistering speech, said the bank's chief executive should resign and give back his pay.`,
    `Ms. Varga, in a blistering speech, | said | the bank's chief executive should resign and give back his pay`,
  ],
  [`Burke told the crowd: "Don't give up."`, `Burke | told | "Don't give up."`],
  [
    `He pointed out that the law had passed with votes from both parties.`,
    `He | pointed out | that the law had passed with votes from both parties`,
  ],
  [
    `Stone's lawyers, in court papers filed Friday, said the case should be thrown out.`,
    `Stone's lawyers, in court papers filed Friday, | said | the case should be thrown out`,
  ],
  [
    `Petit acknowledged the meeting but denied any wrongdoing.`,
    `Petit | acknowledged | the meeting`,
    `Petit | denied | any wrongdoing`,
  ],
  [`What matters, Adler said, is that voters turn out.`, `Adler | said | What matters + is that voters turn out`],
  [
    `The union's president said workers "are tired of being ignored" and would strike if needed.`,
    `The union's president | said | workers "are tired of being ignored" and would strike if needed`,
  ],
  [
    `Two-thirds of Americans oppose the plan, according to a Coast News poll released on Tuesday.`,
    `a Coast News poll | according to | Two-thirds of Americans oppose the plan`,
  ],
  [
    `The sheriff said deputies found the weapon under a car, and that the suspect was arrested without incident.`,
    `The sheriff | said | deputies found the weapon under a car, and that the suspect was arrested without incident`,
  ],
  [
    `She wants to raise the minimum wage, and she says the rich should pay more.`,
    `She | wants | to raise the minimum wage`,
    `she | says | the rich should pay more`,
  ],
  [
    `Dorn would not say whether the president had been told.`,
    `Dorn | would not say | whether the president had been told`,
  ],
  [
    `Stone, she continued, "does not have the temperament to lead."`,
    `she | continued | "does not have the temperament to lead."`,
  ],
];
