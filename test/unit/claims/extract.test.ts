import { describe, expect, test } from 'vitest';
import { attribute } from '../../../lib/attribution/attribute.ts';
import { extractClaims } from '../../../lib/claims/extract.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

/** Claims of a text as `mode[-] words`, with `<- source` when one is named and `(subject)` when it stands outside. */
function claimsIn(text: string): string[] {
  const article = articleFromText({ id: 'row', text });
  const attributions = attribute(article, [], new Map());
  return extractClaims(article, [], attributions).map((claim) => {
    const holder = claim.attribution === null ? null : attributions[claim.attribution]!;
    const source = holder ? ` <- ${holder.source.map((s) => text.slice(s.start, s.end)).join(' + ') || '?'}` : '';
    const subject = claim.subject ? ` (${text.slice(claim.subject.start, claim.subject.end)})` : '';
    return `${claim.mode}${claim.polarity === 'negative' ? '-' : ''} ${text.slice(claim.start, claim.end)}${subject}${source}`;
  });
}

type Row = readonly [name: string, text: string, ...claims: string[]];

const PARTS: readonly Row[] = [
  [
    'a coordinated predicate keeps its actor',
    'The brigade holds the town and runs depots for its allies.',
    'asserted The brigade holds the town',
    'asserted runs depots for its allies (The brigade)',
  ],
  [
    'a relative clause is a claim of its own',
    'The mayor, who owns the paper, closed the bridge.',
    'asserted who owns the paper (The mayor)',
    'asserted closed the bridge (The mayor)',
  ],
  [
    'an apposition',
    'Jane Roe, chair of the budget committee, resigned on Monday.',
    'asserted Jane Roe, chair of the budget committee, resigned on Monday',
    'asserted Jane Roe, chair of the budget committee',
  ],
  [
    'a participle with its own result',
    'Troops shelled the town, killing twelve people.',
    'asserted Troops shelled the town',
    'asserted killing twelve people (Troops)',
  ],
  [
    'the subject of a clause has a relative clause',
    'Every report we could find goes back to one man.',
    'asserted Every report we could find goes back to one man',
  ],
  [
    'no split inside "that"',
    'It is not true that Norland and Sudland soldiers fought there.',
    'asserted- It is not true that Norland and Sudland soldiers fought there',
  ],
  [
    'nothing is cut between two sides',
    'Roe ended the feud between the guild and the men the mayor paid.',
    'asserted Roe ended the feud between the guild and the men the mayor paid',
  ],
  [
    'two clauses',
    'The army crossed the river, and the rebels withdrew to the hills.',
    'asserted The army crossed the river',
    'asserted the rebels withdrew to the hills',
  ],
  [
    'a semicolon in brackets parts nothing',
    'The rate was 900 rupees (20 dollars; 10 pounds) a tonne.',
    'asserted The rate was 900 rupees (20 dollars; 10 pounds) a tonne',
  ],
];

/** Names before verbs whose past is also a noun or a base form, and nouns that are also verbs. */
const PASTS: readonly Row[] = (
  [
    ['Norland shot down a plane over Tarin.'],
    ['Sudland shut down the airport.'],
    ['Roe hit back at Norland.'],
    ['Norland cut off gas supplies to Sudland.'],
    ['Norland cut rates in May.'],
    ['Sudland spread leaflets over Tarin.'],
    ['Norland cut ties with Sudland.'],
    ['Sudland set fire to a depot in Tarin.'],
    ['Norland struck a convoy near Tarin.'],
    ['Roe put off the visit.'],
    ['Norland cast doubt on the deal.'],
    ['The plane shot down over Tarin belonged to Norland.'],
    ['The price cut in May hurt farmers.'],
    ['A hit squad killed the general.'],
    ["Norland's military shot down a jet."],
    ['A missile was destroyed by the army and the Russian air defence.'],
    ['Norland destroyed two radars and the Russian air defence.'],
    ['The town was hit by rockets and the Israeli combat helicopters.'],
    [
      'The army shot down nine drones and the guard shot down three.',
      'The army shot down nine drones',
      'the guard shot down three',
    ],
    ['The ministry set deadlines and cut off funds.', 'The ministry set deadlines', 'cut off funds (The ministry)'],
  ] as const
).map(([text, ...claims]) => [
  text,
  text,
  ...(claims.length > 0 ? claims : [text.slice(0, -1)]).map((claim) => `asserted ${claim}`),
]);

const SOURCES: readonly Row[] = [
  [
    'what reports point to',
    'Several reports point to fighting between the army and militias aligned with Norland over the last few days, as the two states that back the army compete for sway.',
    'asserted fighting between the army and militias aligned with Norland over the last few days <- Several reports',
    'asserted the two states that back the army compete for sway',
  ],
  [
    'too few words to state anything alone',
    'Some reports talk of forty dead.',
    'asserted Some reports talk of forty dead <- Some reports',
  ],
  [
    'an armed service with a noun that is also a verb',
    'The drones were intercepted, the Ukrainian air force said.',
    'asserted The drones were intercepted <- the Ukrainian air force',
  ],
  [
    'a past that is also a noun, before a trailing ministry',
    'Norland shot down forty drones overnight, the Russian defence ministry said.',
    'asserted Norland shot down forty drones overnight <- the Russian defence ministry',
  ],
  ['a refusal is an act', 'The guards refused to leave the island.', 'asserted The guards refused to leave the island'],
  [
    'a refusal beside another act',
    'Thirteen guards were killed after refusing to leave the island.',
    'asserted Thirteen guards were killed after refusing to leave the island',
  ],
  [
    'a promise beside another act',
    'The minister left after promising to return the money.',
    'asserted The minister left after promising to return the money',
  ],
  [
    'a relative clause with the cue in it',
    'Jane Roe, who is seen as close to Norland, resigned on Monday.',
    'possible who is seen as close to Norland (Jane Roe) <- ?',
    'asserted resigned on Monday (Jane Roe, who is seen as close to Norland,)',
  ],
  [
    'an accusation',
    'Norland accused Sudland of shelling the port.',
    'asserted Norland accused Sudland of shelling the port <- Norland',
  ],
  [
    'harsh words',
    'The union had harsh words for the mayor.',
    'asserted The union had harsh words for the mayor <- The union',
  ],

  [
    'a relative clause is not what the vague source says',
    'Jane Roe, who leads the army, is regarded as close to Norland.',
    'asserted who leads the army (Jane Roe)',
    'possible is regarded as close to Norland (Jane Roe) <- ?',
  ],
  [
    'what somebody calls a thing',
    'The paper called it the first attack of the year.',
    'asserted The paper called it the first attack of the year <- The paper',
  ],
  [
    'a dateline is no part',
    'TARIN, Feb 9 (Norwire) - Troops crossed the river, the paper reported.',
    'asserted Troops crossed the river <- the paper',
  ],
  [
    'a headline whose verb looks like a noun',
    'Units fight near Tarin, paper says\n\nThe port was closed all day on Monday.',
    'asserted Units fight near Tarin <- paper',
    'asserted The port was closed all day on Monday',
  ],
  [
    'source and cue stay outside',
    'The ministry said that forty soldiers were killed.',
    'asserted forty soldiers were killed <- The ministry',
  ],
  [
    'both sides of a trailing outlet',
    'The brigade left the town, the Evening Star reported, leaving the bridge open.',
    'asserted The brigade left the town <- the Evening Star',
    'asserted leaving the bridge open (The brigade) <- the Evening Star',
  ],
  [
    'a passive is one statement',
    'The raid was described by the Evening Star as a first.',
    'asserted The raid was described by the Evening Star as a first <- the Evening Star',
  ],
  [
    "what a source wants is the article's statement",
    'Norland has long sought a ban on mines.',
    'asserted Norland has long sought a ban on mines',
  ],
  ['a denied content', 'The army denied that it shelled the town.', 'asserted- it shelled the town <- The army'],
  [
    'a thing announced',
    'The company announced oil finds in Norland.',
    'asserted The company announced oil finds in Norland <- The company',
  ],
];

const MODES: readonly Row[] = [
  ['plan', 'The minister is set to meet the king on Friday.', 'plan The minister is set to meet the king on Friday'],
  ['possible', 'The group may have left the city.', 'possible The group may have left the city'],
  ['conditional', 'If the dam breaks, the town will flood.', 'conditional If the dam breaks, the town will flood'],
  ['negated', 'The army did not enter the town.', 'asserted- The army did not enter the town'],
  ['no troops', 'No troops entered the town.', 'asserted- No troops entered the town'],
  [
    'expected by nobody named',
    'The talks are expected to last a week.',
    'plan The talks are expected to last a week <- ?',
  ],
];

const REMNANTS: readonly Row[] = [
  [
    'what a speaker does while speaking',
    'Speaking after the meeting, the envoy said the dam held.',
    'asserted the dam held <- the envoy',
  ],
  [
    'on condition of anonymity',
    '"The dam held," said an aide, speaking on condition that nobody names her.',
    'asserted The dam held <- an aide',
  ],
  [
    'where it was said',
    'In a sharply worded statement to the paper, Roe said the dam held.',
    'asserted the dam held <- Roe',
  ],
  [
    'what is cut off before a content',
    'The arrests came after the announcement that officials were asking questions.',
    'asserted officials were asking questions <- ?',
  ],
  [
    'a pronoun that is no opener',
    '"That\'s the decision of the council," Roe said.',
    "asserted That's the decision of the council <- Roe",
  ],
  [
    "one comma before another clause's verb",
    'The film came out on television and the radio late on Saturday, the day the king was buried.',
    'asserted The film came out on television and the radio late on Saturday, the day the king was buried',
  ],
  [
    'a participle as subject',
    'Talking to a friend may help the patients.',
    'possible Talking to a friend may help the patients',
  ],
];

const LEFT_OUT: readonly Row[] = [
  ['said to the reader', 'Follow the paper on all its channels.'],
  ['a list announced', 'The five new members are:'],
  ['a question', 'Will the dam hold until spring?'],
  ['an order', 'The city must repair the dam.'],
  ['a view', 'It was a wonderful evening for everybody.'],
  ['empty', ''],
  ['another script', 'Министр закрыл мост во вторник.'],
];

const check = (_: string, text: string, ...claims: string[]): void => expect(claimsIn(text)).toEqual(claims);

describe('parts', () => {
  test.each(PARTS)('%s', check);
});
describe('verbs told from nouns', () => {
  test.each(PASTS)('%s', check);
});
describe('sources', () => {
  test.each(SOURCES)('%s', check);
});
describe('modes and polarity', () => {
  test.each(MODES)('%s', check);
});
describe('remnants', () => {
  test.each(REMNANTS)('%s', check);
});
describe('left out', () => {
  test.each(LEFT_OUT)('%s', check);
});

describe('articles', () => {
  test('headline and sub-headline are claims, boilerplate is not', () => {
    const text =
      'Norland Bombs Port of Tarin\n\nThe port had been closed since spring\n\nThe air force struck the port on Monday.\n\nLeave a Reply\n\nYour email address will not be published.';
    expect(claimsIn(text)).toEqual([
      'asserted Norland Bombs Port of Tarin',
      'asserted The port had been closed since spring',
      'asserted The air force struck the port on Monday',
    ]);
  });

  test('a transcript gives one claim a line', () => {
    const lines = Array.from(
      { length: 50 },
      (_, i) => `We built ${i + 2} roads, and I signed the law that paid for them.`,
    );
    expect(claimsIn(lines.join('\n'))).toEqual(lines.map((line) => `asserted ${line}`));
  });
});
