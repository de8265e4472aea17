import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { linkMentions } from '../../../lib/linking/link.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { type NoteRow, note } from '../gazetteer/notes.ts';

const linksIn = (rows: readonly NoteRow[], text: string): string[] => {
  const notes = rows.map(note);
  const gazetteer = openGazetteer(compileGazetteer(notes));
  const article = articleFromText({ id: 't', text });
  const mentions = linkMentions(article, findHits(article, gazetteer), new Map(notes.map((held) => [held.id, held])));
  return mentions.flatMap(({ text: printed, note: id }) => (id ? [`${printed} = ${id}`] : []));
};

const official = (name: string, more: Partial<NoteRow> = {}): NoteRow => ({ id: 'official/o', name, ...more });
const unit = (name: string, more: Partial<NoteRow> = {}): NoteRow => ({ id: 'unit/u', name, ...more });
const inPost = (id: string, name: string, value: string): NoteRow => ({
  id,
  name,
  country: 'Norland',
  facts: [{ what: 'role', value, status: 'reported', sources: [] }],
});
const PARTONS = [
  inPost('official/o', 'Ruth Parton', 'Foreign Minister of Norland'),
  inPost('official/b', 'Bo Parton', 'commander, Northern Fleet'),
  inPost('official/c', 'Cy Parton', 'mayor of Southport'),
];
const outlet = (name: string): NoteRow => ({ id: 'outlet/p', name });
type Rows = [string, NoteRow | NoteRow[], string, string[]][];
const run = (rows: Rows): void => {
  test.each(rows)('%s', (_, notes, text, wanted) => {
    expect(linksIn([notes].flat(), text)).toEqual(wanted);
  });
};

describe('a family name alone', () => {
  const gorev = official('Mikhail Gorev');
  const O = 'official/o';
  run([
    ['with one bearer in all packs', gorev, 'Then Gorev agreed. Gorev also left.', [`Gorev = ${O}`, `Gorev = ${O}`]],
    ['not of two bearers', [gorev, official('Anna Gorev', { id: 'official/a' })], 'Then Gorev agreed.', []],
    [
      'of three bearers, the one whose post stands before it',
      PARTONS,
      'In Norland Foreign Minister Parton left.',
      [`Parton = ${O}`],
    ],
    ['of three bearers, nobody without it', PARTONS, 'In Norland Parton left.', []],
    ['not a frequent one', official('Ann Young'), 'Then Young agreed.', []],
    ['not a place of a name', official('Ann Walsall'), 'Later in Walsall they met. Then Walsall agreed.', []],
    ['not one the article gives to somebody else', gorev, 'Then Gorev agreed. Pyotr Gorev did not.', []],
    ['not before another capital', gorev, 'They met at the Gorev Institute and left.', []],
    ['not one that is small elsewhere', official('Ann Baxter'), 'Then Baxter agreed that a baxter bakes.', []],
    ['not only at the start of a sentence, where any word is capital', official('Ann Sooner'), 'Sooner is better.', []],
    ['not in a line-up', gorev, 'Doe, Roe (Gorev 76), Low. Poe, Gorev, Noe.', []],
    ['not after what stands before given names', gorev, 'She held her son Gorev. Then Prince Gorev left.', []],
    ['not one half of a double name or a firm', gorev, 'At Gorev & Sons they saw Doe-Gorev.', []],
    ['not with an article of its own', official('Ann Ghaniya'), 'Then Fadel Abdul Ghaniya told it.', []],
    [
      'not what the pack asks an introduction for',
      official('Jo Gorev', { aliases: ['Jo Gorev', { text: 'Gorev', needs: 'introduction' }] }),
      'Then Gorev agreed.',
      [],
    ],
    [
      'not far from the country of the note',
      official('Jo Gorev', { country: 'Norway' }),
      'Then Gorev agreed in Chile.',
      [],
    ],
    [
      'in the country of the note',
      official('Jo Gorev', { country: 'Norway' }),
      'In Norway Gorev agreed.',
      [`Gorev = ${O}`],
    ],
    [
      'by words the note lists',
      official('Jo Gorev', { context: ['fjord'] }),
      'At the fjord Gorev agreed.',
      [`Gorev = ${O}`],
    ],
    ['not without them', official('Jo Gorev', { context: ['fjord'] }), 'At the lake Gorev agreed.', []],
    [
      'with its article',
      official('Abdel Fattah el-Sasi'),
      'Today el-Sassi spoke of El-Sasi. Then el-Sasi left.',
      [`El-Sasi = ${O}`, `el-Sasi = ${O}`],
    ],
  ]);
});

describe('given names beside a family name', () => {
  const O = 'official/o';
  const creswell = official('Creswell Eastmark');
  run([
    [
      'cut off',
      creswell,
      'Professor Cres Eastmark says so. Eastmark adds more.',
      [`Cres Eastmark = ${O}`, `Eastmark = ${O}`],
    ],
    ['of one row', official('Charles Schumann'), 'said Sen. Chuck Schumann today', [`Chuck Schumann = ${O}`]],
    ['in another spelling', official('Ahmad Jarbou'), 'said Ahmed al-Jarbou today', [`Ahmed al-Jarbou = ${O}`]],
    ['as an initial', official('J Worthman'), 'said Jenna Worthman today', [`Jenna Worthman = ${O}`]],
    [
      'with a middle initial',
      official('Stephen Townend'),
      'said Gen. Stephen J. Townend today',
      [`Stephen J. Townend = ${O}`],
    ],
    [
      'without the first of them',
      official('Recep Tayyip Erdoganli'),
      'said Tayyip Erdoganli today',
      [`Tayyip Erdoganli = ${O}`],
    ],
    ['one letter off', official('Barack Obermann'), 'said President Barrack Obermann', [`Barrack Obermann = ${O}`]],
    ['not one letter off in a short name', official('Anna Obermann'), 'said Anne Obermann', []],
    ['in brackets', official('Phil Grammer'), 'and [Phil] Grammer left', [`Phil] Grammer = ${O}`]],
    [
      'turned round in a list of books',
      official('Jane Austell'),
      'Austell, Jane. Pride of a House',
      [`Austell, Jane = ${O}`],
    ],
    [
      'with other middle names are another’s',
      [official('George W. Hedge'), official('George H. W. Hedge', { id: 'official/h' })],
      'George H. W. Hedge in 88, and [George W.] Hedge in 2000.',
      ['George H. W. Hedge = official/h', `George W.] Hedge = ${O}`],
    ],
    ['of somebody else', creswell, 'said Anna Eastmark today', []],
    [
      'in another form, where the article does not speak of the note',
      official('Charles Schumann', { country: 'Norway' }),
      'said Chuck Schumann in Chile',
      [],
    ],
    ['as an initial in a line-up', official('John Hedges'), 'Byrne, J Hedges; M Kelly', []],
    ['short before a frequent family name', official('William Thompson'), 'said Bill Thompson today', []],
    ['before a longer name', creswell, 'at the Cres Eastmark Institute', []],
  ]);
});

describe('short forms of bodies', () => {
  const U = 'unit/u';
  run([
    ['an acronym never spelled out', unit('League of Social Builders'), 'He left LSB today.', [`LSB = ${U}`]],
    [
      'not far from the note’s country',
      unit('League of Social Builders', { country: 'Norway' }),
      'He left LSB in Chile.',
      [],
    ],
    [
      'not of two bodies',
      [unit('League of Social Builders'), unit('Land Survey Board', { id: 'unit/v' })],
      'He left LSB.',
      [],
    ],
    ['not spelled out as another', unit('League of Social Builders'), 'The Lake Swim Board (LSB) met. LSB left.', []],
    [
      'an acronym without the country',
      unit('Hong Kong Federation of Trade Unions'),
      'He left FTU today.',
      [`FTU = ${U}`],
    ],
    ['an acronym cut at "and"', unit('Centers for Disease Control and Prevention'), 'said the CDC.', [`CDC = ${U}`]],
    ['a firm without its legal form', unit('Canola Inc.'), 'He left Canola today.', [`Canola = ${U}`]],
    ['a firm with another legal form', unit('Canola Inc.'), 'He left Canola Corp. today.', [`Canola = ${U}`]],
    [
      'a brigade without its infantry',
      unit('20th Armoured Infantry Brigade'),
      'the 20th Armoured Brigade',
      [`20th Armoured Brigade = ${U}`],
    ],
    ['a body without its country', unit('United States Congress'), 'Members of Congress met.', [`Congress = ${U}`]],
    [
      'not where another country is spoken of',
      unit('United States Congress'),
      'The Chilean leader saw Congress in Chile.',
      [],
    ],
    ['not somebody else’s', unit('United States Air Force'), 'the coalition’s Air Force', []],
    ['not another nation’s', unit('United States Air Force'), 'The US saw the French Air Force.', []],
    [
      'also not once its own is named',
      unit('US Air Force'),
      'The US Air Force saw the Indian Air Force.',
      [`US Air Force = ${U}`],
    ],
    [
      'a department the other way round',
      unit('United States Department of Labor'),
      'said the Labor Department.',
      [`Labor Department = ${U}`],
    ],
    ['the members of a party', unit('Democratic Party'), 'The Democrats won the vote.', [`Democrats = ${U}`]],
    ['not without politics', unit('Conservative Party'), 'Conservatives prefer tea.', []],
    ['a party’s type word small', unit('Republican Party'), 'the Republican party', [`Republican party = ${U}`]],
    [
      'a country for its team',
      unit('England national football team'),
      'England won the match; the coach saw a goal.',
      [`England = ${U}`],
    ],
    [
      'not as a place',
      unit('England national football team'),
      'In England the match, the coach and a goal were seen.',
      [],
    ],
    ['not without a game', unit('England national football team'), 'England won the day.', []],
    [
      'a club by its word',
      unit('Norton United F.C.'),
      'In Norton the match, the coach and the goal were seen. So did United.',
      [`United = ${U}`],
    ],
    [
      'the last word of a name given in full',
      unit('Northern Commission'),
      'The Northern Commission met. The Commission left, and the Commission came.',
      [`Northern Commission = ${U}`, `Commission = ${U}`, `Commission = ${U}`],
    ],
    [
      'not where others have it',
      unit('Northern Commission'),
      'The Northern Commission met the Southern Commission. The Commission left.',
      [`Northern Commission = ${U}`],
    ],
    [
      'a magazine told by its kind',
      { id: 'outlet/m', name: 'Folk (magazine)' },
      'said Folk Magazine.',
      ['Folk Magazine = outlet/m'],
    ],
    [
      'two of a name by what tells them apart',
      [unit('Labour Party (Norway)'), unit('Labour Party (Chile)', { id: 'unit/c' })],
      'In Chile the Labour Party won.',
      ['Labour Party = unit/c'],
    ],
  ]);
});

describe('web addresses', () => {
  run([
    [
      'do not make a name a word',
      outlet('Sputnik'),
      'Sputnik said so, see https://sputnik.example/a.',
      ['Sputnik = outlet/p'],
    ],
    ['name nobody', outlet('Sputnik'), 'See https://www.example.org/Sputnik for it.', []],
    ['of a site name it', outlet('Sputnik'), 'Sputnik said so on sputnik.com.', ['Sputnik = outlet/p']],
  ]);
});
