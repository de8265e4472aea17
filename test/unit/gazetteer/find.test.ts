import { describe, expect, test } from 'vitest';
import { compileGazetteer, compileInSteps } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { type NoteRow, note } from './notes.ts';

const find = (rows: readonly NoteRow[], text: string): string[] => {
  const gazetteer = openGazetteer(compileGazetteer(rows.map(note)));
  const article = articleFromText({ id: 'test', text });
  return findHits(article, gazetteer).map(({ start, end }) => text.slice(start, end));
};

const unit = (...aliases: NoteRow['aliases'] & {}): NoteRow[] => [{ id: 'unit/u', name: 'Unnamed', aliases }];
const outlet = (...aliases: NoteRow['aliases'] & {}): NoteRow[] => [{ id: 'outlet/o', aliases }];
const official = (...aliases: NoteRow['aliases'] & {}): NoteRow[] => [{ id: 'official/p', aliases }];

// Names, a text, and the names as they stand in it.
const ROWS: readonly (readonly [string, NoteRow[], string, string[]])[] = [
  [
    'the longest alias',
    unit('Fourth Division', 'Fourth Division of the Syrian Army'),
    'of the Fourth Division of the Syrian Army today',
    ['Fourth Division of the Syrian Army'],
  ],
  [
    'a shorter one where the longer breaks off',
    unit('Fourth Division', 'Fourth Division of the Syrian Army'),
    'the Fourth Division of the army',
    ['Fourth Division'],
  ],
  [
    'the longest alias, where the shorter begins small',
    outlet('iTunes', 'iTunes Store', 'iPhone'),
    'the iTunes Store, iTunes and iPhone iTunes Store',
    ['iTunes Store', 'iTunes', 'iPhone', 'iTunes Store'],
  ],
  [
    'a name that begins small before one that begins where a longer would end',
    outlet('iTunes', 'iTunes Store', 'Store Group'),
    'the iTunes Store Group',
    ['iTunes', 'Store Group'],
  ],
  [
    'two names, one in the other, as two when the pack has no name for both',
    [...unit('Fourth Division'), { id: 'unit/v', aliases: ['Syrian Army'] }],
    'the Fourth Division of the Syrian Army',
    ['Fourth Division', 'Syrian Army'],
  ],
  ['whole words only', outlet('Bas News'), 'Bas Newsroom, SubBas News', []],
  ['a name beside a hyphen', official('Assad'), 'pro-Assad, Assad-era', ['Assad', 'Assad']],
  [
    'possessives with either apostrophe',
    outlet('Reuters', 'Al-Ahram'),
    "Reuters' desk and Al-Ahram’s and Al-Ahram's",
    ['Reuters', 'Al-Ahram', 'Al-Ahram'],
  ],
  ['a possessive that belongs to the name', outlet("Jane's"), "in Jane’s and Jane's, not Jane", ['Jane’s', "Jane's"]],
  [
    'a possessive inside the name, printed or left out',
    unit("People's Protection Units"),
    'the People’s Protection Units, Peoples Protection Units',
    ['People’s Protection Units', 'Peoples Protection Units'],
  ],
  [
    'no-break, thin and doubled spaces',
    outlet('Jerusalem Post'),
    'Jerusalem\u00a0Post Jerusalem\u2009Post Jerusalem  Post',
    ['Jerusalem\u00a0Post', 'Jerusalem\u2009Post', 'Jerusalem  Post'],
  ],
  [
    'soft hyphens and zero-width characters',
    unit('Hezbollah'),
    'Hez\u00adbol\u00adlah and Hez\u200bbollah',
    ['Hez\u00adbol\u00adlah', 'Hez\u200bbollah'],
  ],
  [
    'hyphens for spaces',
    [...official('Kim Jong Un'), ...outlet('Al-Ahram')],
    'Kim Jong-un read Al Ahram',
    ['Kim Jong-un', 'Al Ahram'],
  ],
  [
    'every dash',
    outlet('Al-Ahram'),
    'Al\u2010Ahram Al\u2011Ahram Al\u2013Ahram',
    ['Al\u2010Ahram', 'Al\u2011Ahram', 'Al\u2013Ahram'],
  ],
  [
    'a name broken over two lines, not over two paragraphs',
    outlet('Jerusalem Post'),
    'It was a statement that was first carried by the Jerusalem\nPost on the morning of the tenth, and was denied by all\nwho were asked about it.\n\nJerusalem\n\nPost',
    ['Jerusalem\nPost'],
  ],
  [
    'diacritics on either side',
    official('Mevlüt Çavuşoğlu'),
    'Mevlut Cavusoglu, Mevlüt Çavuşoğlu',
    ['Mevlut Cavusoglu', 'Mevlüt Çavuşoğlu'],
  ],
  [
    'composed and decomposed letters',
    official('Mevlüt Çavuşoğlu'),
    'Mevlüt Çavuşoğlu'.normalize('NFD'),
    ['Mevlüt Çavuşoğlu'.normalize('NFD')],
  ],
  [
    'letters without a decomposition',
    official('Jens Stoltenberg', 'Donald Tusk', 'Małgorzata Kidawa', 'Søren Pape'),
    'Malgorzata Kidawa and Soren Pape',
    ['Malgorzata Kidawa', 'Soren Pape'],
  ],
  ['no look-alike of another script', outlet('Reuters'), 'Rеuters with a Cyrillic letter', []],
  [
    'names of other scripts',
    [...official('بشار الأسد'), { id: 'official/q', aliases: ['Путин'] }],
    'قال بشار الأسد اليوم. ПУТИН сказал',
    ['بشار الأسد', 'ПУТИН'],
  ],
  [
    'ordinals in words, figures and numerals',
    unit('Fifth Corps'),
    'Fifth Corps, 5th Corps, V Corps, FIFTH CORPS',
    ['Fifth Corps', '5th Corps', 'V Corps', 'FIFTH CORPS'],
  ],
  [
    'ordinals of two words',
    unit('25th Division'),
    'Twenty-fifth Division, twenty-fifth Division, Twenty-Fifth Division',
    ['Twenty-fifth Division', 'Twenty-Fifth Division'],
  ],
  ['numerals only as capitals, and only beside a word', unit('Fifth Corps', 'First'), 'v Corps; I went first', []],
  ['numerals of persons as they are', official('John Paul II'), 'John Paul II, not John Paul 2nd', ['John Paul II']],
  [
    'other articles, and none, inside a name',
    official('Bashar al-Assad'),
    'Bashar Al-Assad, Bashar el-Assad, Bashar al Assad, Bashar Assad',
    ['Bashar Al-Assad', 'Bashar el-Assad', 'Bashar al Assad', 'Bashar Assad'],
  ],
  ['no article where the name has none', unit('Muhammad Ali'), 'Muhammad al-Ali', []],
  [
    'an article before a name, in any case',
    outlet('Al-Ahram'),
    'the al-Ahram, El-Ahram; Ahram',
    ['al-Ahram', 'El-Ahram'],
  ],
  ['a name with an article written together', outlet('Al Jazeera'), 'Aljazeera said', ['Aljazeera']],
  [
    'spellings of one name',
    [...official('Qassem Soleimani'), { id: 'unit/h', aliases: ['Hezbollah'] }],
    'Qasem Suleimani of Hizbullah, Kassem Soleymani',
    ['Qasem Suleimani', 'Hizbullah', 'Kassem Soleymani'],
  ],
  [
    'British and American spellings',
    unit('Defence Force', '4th Armoured Division'),
    'the Defense Force and the 4th Armored Division',
    ['Defense Force', '4th Armored Division'],
  ],
  [
    'apostrophes inside a word',
    [{ id: 'unit/k', aliases: ["Kata'ib Hezbollah"] }],
    'Kataib Hezbollah, Kata’ib Hezbollah, Kataʾib Hezbollah',
    ['Kataib Hezbollah', 'Kata’ib Hezbollah', 'Kataʾib Hezbollah'],
  ],
  [
    'acronyms with and without periods',
    unit('US Army', 'UNHCR'),
    'the U.S. Army, US Army, U.N.H.C.R. and United States Army',
    ['U.S. Army', 'US Army', 'U.N.H.C.R.', 'United States Army'],
  ],
  [
    'short acronyms as capitals only',
    unit({ text: 'US', needs: 'context' }),
    'US and U.S., not us, Us',
    ['US', 'U.S.'],
  ],
  ['longer acronyms also with one capital', unit('NATO'), 'NATO and Nato, not nato', ['NATO', 'Nato']],
  [
    'initials with and without periods',
    official('J. K. Smith'),
    'J. K. Smith, J.K. Smith, JK Smith',
    ['J. K. Smith', 'J.K. Smith', 'JK Smith'],
  ],
  [
    'a middle initial left out',
    official('Joseph L. Votel'),
    'Joseph Votel and Joseph L Votel',
    ['Joseph Votel', 'Joseph L Votel'],
  ],
  [
    'titles before a name',
    official('Joseph Votel'),
    'Gen. Joseph Votel, General Joseph Votel',
    ['Joseph Votel', 'Joseph Votel'],
  ],
  [
    'a title inside an alias, with and without its period',
    official('Gen. Joseph Votel'),
    'Gen Joseph Votel, Gen. Joseph Votel',
    ['Gen Joseph Votel', 'Gen. Joseph Votel'],
  ],
  ['no name across the end of a sentence', unit('Iran Army'), 'in Iran. Army units', []],
  [
    'headlines in capitals',
    [...unit('Hezbollah'), ...official('Vladimir Putin')],
    'RUSSIA CLASHES WITH HEZBOLLAH, VLADIMIR PUTIN SAYS',
    ['HEZBOLLAH', 'VLADIMIR PUTIN'],
  ],
  ['"The" as printed', outlet('The Times'), 'The Times and the Times, not the times', ['The Times', 'Times']],
  ['a name with "The" without it', outlet('The Jerusalem Post'), 'by Jerusalem Post', ['Jerusalem Post']],
  [
    'small words before a name',
    official('de Gaulle'),
    'De Gaulle and de Gaulle, not Gaulle',
    ['De Gaulle', 'de Gaulle'],
  ],
  [
    'small letters only where the pack allows',
    unit({ text: 'peshmerga', lower: true }),
    'the peshmerga, Peshmerga',
    ['peshmerga', 'Peshmerga'],
  ],
  [
    'a form by rule of a name in small letters',
    unit({ text: "people's guards", lower: true }),
    'the people guards',
    ['people guards'],
  ],
  ['a small letter beyond ASCII after an article', outlet('The ответ'), 'The ответ today', ['The ответ']],
  ['no small letters otherwise', unit('Peshmerga', 'police'), 'the peshmerga, the police', []],
  [
    'unit words small inside a name, other words not',
    [...unit('Imam Hussein Brigade'), ...official('Donald Trump')],
    'the Imam Hussein brigade; Donald trump',
    ['Imam Hussein brigade'],
  ],
  ['a name as it is printed by its owner', outlet('iNews'), 'iNews said', ['iNews']],
  [
    'punctuation inside a name',
    outlet('Agence France-Presse', 'AT&T Wire', '+972 Magazine'),
    'Agence France Presse, AT&T Wire, 972 Magazine',
    ['Agence France Presse', 'AT&T Wire', '972 Magazine'],
  ],
  ['the last and the first word of a text', outlet('Reuters'), 'Reuters quoted Reuters', ['Reuters', 'Reuters']],
  [
    'offsets behind astral characters and halves of them',
    outlet('Reuters'),
    '😀 \ud83d é Reuters 𝔘 \ude00 Reuters',
    ['Reuters', 'Reuters'],
  ],
  [
    'nothing in boilerplate',
    outlet('Reuters'),
    'A headline\n\nReuters reported it on the tenth of the month.\n\nLeave a Reply\n\nReuters',
    ['Reuters'],
  ],
];

describe('finds', () => {
  test.each(ROWS)('%s', (_, rows, text, wanted) => {
    expect(find(rows, text)).toEqual(wanted);
  });
});

describe('a compiled gazetteer', () => {
  test('is the same made in steps', () => {
    const notes = Array.from({ length: 600 }, (_, i) =>
      note({ id: `unit/u${i}`, aliases: [`${i}th Brigade of Somewhere`] }),
    );
    const steps = compileInSteps(notes);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    expect(count).toBeGreaterThan(3);
    expect(new Uint8Array(step.value as ArrayBuffer)).toEqual(new Uint8Array(compileGazetteer(notes)));
  });

  test('gives all bearers of a name in the order of the packs', () => {
    const notes = ['b', 'a', 'c'].map((id) => note({ id: `unit/${id}`, aliases: ['Republican Guard'] }));
    const article = articleFromText({ id: 't', text: 'the Republican Guard' });
    const [hit] = findHits(article, openGazetteer(compileGazetteer(notes)));
    expect(hit!.candidates.map((candidate) => candidate.note)).toEqual(['unit/b', 'unit/a', 'unit/c']);
  });

  test('finds nothing when it holds nothing', () => {
    expect(find([], 'Reuters said. الأسد')).toEqual([]);
  });
});
