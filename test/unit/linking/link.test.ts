import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import type { Mention } from '../../../lib/gazetteer/mention.ts';
import { linkMentions } from '../../../lib/linking/link.ts';
import type { Fact } from '../../../lib/notes/note.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { note } from '../gazetteer/notes.ts';

const role = (value: string, from?: string, to?: string): Fact => ({
  what: 'role',
  value,
  status: 'reported',
  sources: [],
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
const ref = (what: string, id: string): Fact => ({
  what,
  value: id,
  ref: id as never,
  status: 'reported',
  sources: [],
});

const NOTES = [
  note({
    id: 'unit/syria-4th',
    name: 'Fourth Division (Syria)',
    country: 'Syria',
    aliases: [{ text: 'Fourth Division', needs: 'context' }],
    context: ['Syria', 'Syrian', 'Damascus'],
    facts: [ref('parent', 'unit/syrian-army'), ref('commander', 'official/maher')],
  }),
  note({
    id: 'unit/us-4th',
    name: 'US 4th Infantry Division',
    country: 'United States',
    aliases: [{ text: 'Fourth Division', needs: 'context' }],
    context: ['US', 'American', 'Colorado', 'Fort Carson'],
  }),
  note({ id: 'unit/syrian-army', name: 'Syrian Army', country: 'Syria' }),
  note({
    id: 'unit/iraq-guard',
    name: 'Republican Guard (Iraq)',
    country: 'Iraq',
    aliases: [{ text: 'Republican Guard', needs: 'context' }],
    context: ['Iraq', 'Iraqi', 'Baghdad', 'Saddam'],
  }),
  note({
    id: 'unit/syria-guard',
    name: 'Republican Guard (Syria)',
    country: 'Syria',
    aliases: [{ text: 'Republican Guard', needs: 'context' }],
    context: ['Syria', 'Syrian', 'Damascus'],
  }),
  note({
    id: 'unit/irgc',
    name: 'Islamic Revolutionary Guard Corps',
    country: 'Iran',
    aliases: ['Revolutionary Guards'],
  }),
  note({
    id: 'unit/eighth',
    name: 'Eighth Division',
    country: 'Syria',
    aliases: [{ text: 'Eighth Division', needs: 'context' }],
    context: ['Syrian', 'Hama'],
  }),
  note({
    id: 'unit/tiger',
    name: 'Tiger Forces',
    country: 'Syria',
    aliases: [{ text: 'Tiger Forces' }, { text: '25th Division', needs: 'context', from: '2019-08' }],
    context: ['Syrian'],
  }),
  note({
    id: 'official/bashar',
    name: 'Bashar al-Assad',
    country: 'Syria',
    aliases: ['Bashar al-Assad', { text: 'Assad', needs: 'introduction' }],
    facts: [role('President of Syria', '2000-07-17', '2024-12-08')],
  }),
  note({
    id: 'official/maher',
    name: 'Maher al-Assad',
    country: 'Syria',
    aliases: ['Maher al-Assad', { text: 'Assad', needs: 'introduction' }],
    facts: [role('commander, Fourth Division', '2018', '2024-12-08')],
  }),
  note({
    id: 'official/hafez',
    name: 'Hafez al-Assad',
    country: 'Syria',
    aliases: ['Hafez al-Assad', { text: 'Assad', needs: 'introduction' }],
    facts: [role('President of Syria', '1971', '2000-06-10')],
  }),
  note({
    id: 'official/falahat',
    name: 'Heshmat Falahat',
    country: 'Iran',
    aliases: ['Heshmat Falahat', { text: 'Heshmat Bishah', misprint: true, explain: 'A clipped relay.' }],
    context: ['Iran', 'Iranian'],
    facts: [role('chair of the Security Committee', '2018-06')],
  }),
  note({
    id: 'official/roe',
    name: 'Jane Roe',
    country: 'Norland',
    facts: [role('Foreign Minister of Norland', '2018', '2021')],
  }),
  note({
    id: 'official/roe-mayor',
    name: 'Jane Roe',
    country: 'Southland',
    facts: [role('mayor of Southport', '2010', '2030')],
  }),
  note({
    id: 'official/doe',
    name: 'John Doe',
    country: 'Norland',
    aliases: ['John Doe', 'Johannes Doe'],
    facts: [role('Prime Minister of Norland', '2018')],
  }),
  note({
    id: 'official/obeida',
    name: 'Abu Obeida',
    country: 'Gaza',
    context: ['Qassam', 'Gaza'],
    facts: [role('spokesman of the Qassam Brigades')],
  }),
  note({
    id: 'official/abdullah',
    name: 'Abdullah II of Jordan',
    country: 'Jordan',
    aliases: ['King Abdullah II'],
    facts: [role('King of Jordan', '1999')],
  }),
  note({ id: 'outlet/times', name: 'The Times', country: 'United Kingdom' }),
  note({ id: 'outlet/ahram', name: 'Al-Ahram', country: 'Egypt' }),
  note({ id: 'outlet/mayadeen', name: 'Al Mayadeen', country: 'Lebanon' }),
  note({ id: 'outlet/sputnik', name: 'Sputnik' }),
  note({ id: 'outlet/f24', name: 'Norland 24' }),
  note({ id: 'outlet/sohr', name: 'Sandal Observatory for Human Rights' }),
  note({ id: 'outlet/guardian', name: 'The Guardian' }),
];
const MAP = new Map(NOTES.map((held) => [held.id, held]));
const GAZETTEER = openGazetteer(compileGazetteer(NOTES));

const mentionsOf = (text: string, day: string | null = '2019-02-10'): Mention[] => {
  const date = day ? ({ from: day, to: day, basis: 'argument' } as const) : null;
  const article = articleFromText({ id: 't', text, date });
  return linkMentions(article, findHits(article, GAZETTEER), MAP);
};

/** "text = note", "text ? note, note" when undecided, "text: kind" without a note. */
const shown = ({ text, note: id, candidates, kind }: Mention): string => {
  if (id) return `${text} = ${id}`;
  return candidates.length > 0 ? `${text} ? ${candidates.map((c) => c.note).join(', ')}` : `${text}: ${kind}`;
};

describe('links', () => {
  test.each<[string, string, string[]]>([
    [
      'a numbered unit by words of its country',
      'Near Hama the Fourth Division of the Syrian Army moved.',
      ['Fourth Division = unit/syria-4th', 'Syrian Army = unit/syrian-army'],
    ],
    [
      'the same number by another country',
      'American soldiers of the Fourth Division left Fort Carson.',
      ['Fourth Division = unit/us-4th'],
    ],
    [
      'no numbered unit without a word for its country',
      'The Fourth Division was seen on the road.',
      ['Fourth Division: unit'],
    ],
    [
      'neither where both are spoken of alike',
      'Syrian and American officers spoke of the Fourth Division.',
      ['Fourth Division ? unit/syria-4th, unit/us-4th'],
    ],
    [
      'guards by the country before them',
      'The Iraqi Republican Guard was not the Syrian Republican Guard.',
      ['Republican Guard = unit/iraq-guard', 'Republican Guard = unit/syria-guard'],
    ],
    [
      'Revolutionary Guards apart from Republican ones',
      'In Damascus the Republican Guard met the Revolutionary Guards.',
      ['Republican Guard = unit/syria-guard', 'Revolutionary Guards = unit/irgc'],
    ],
    [
      'a surname to whoever was introduced',
      'Maher al-Assad commands it. Assad was promoted.',
      ['Maher al-Assad = official/maher', 'Assad = official/maher'],
    ],
    [
      'a surname of two to the one just named',
      'Bashar al-Assad ruled. Maher al-Assad commanded, and Assad fought.',
      ['Bashar al-Assad = official/bashar', 'Maher al-Assad = official/maher', 'Assad = official/maher'],
    ],
    [
      'a surname far on to the one named more',
      `Bashar al-Assad ruled. Bashar al-Assad stayed, and Maher al-Assad fought. ${'Nothing of note happened in the following days of the month. '.repeat(8)}Then Assad spoke.`,
      [
        'Bashar al-Assad = official/bashar',
        'Bashar al-Assad = official/bashar',
        'Maher al-Assad = official/maher',
        'Assad = official/bashar',
      ],
    ],
    ['no surname nobody introduced', 'The Assad house fell.', []],
    [
      'a surname in a headline to the full name below it',
      'Doe leaves the town\n\nThe minister John Doe left the town on Monday after a long day.',
      ['Doe = official/doe', 'John Doe = official/doe'],
    ],
    ['a surname after a title that fits', 'Norland’s Prime Minister Doe spoke.', ['Doe = official/doe']],
    ['no surname after a title that does not', 'The tailor Doe and Senator Doe spoke.', ['Doe: official']],
    ['not somebody else of the name', 'John Doe left. His son Mark Doe stayed.', ['John Doe = official/doe']],
    ['nor the name inside a longer one', 'John Doe left for Doe Tower.', ['John Doe = official/doe']],
    ['not the heir', 'John Doe Jr. spoke.', []],
    [
      'a first name after the full one',
      'John Doe left. Later Johannes was seen, and Doe too.',
      ['John Doe = official/doe', 'Johannes = official/doe', 'Doe = official/doe'],
    ],
    [
      'two bearers of a full name by country',
      'Norland’s foreign minister Jane Roe spoke.',
      ['Jane Roe = official/roe'],
    ],
    ['two bearers by post', 'The mayor, Jane Roe, spoke.', ['Jane Roe = official/roe-mayor']],
    ['nobody where nothing decides', 'Jane Roe spoke.', ['Jane Roe ? official/roe, official/roe-mayor']],
    [
      'a listed misprint',
      'said Heshmat Bishah, chair of the committee in Iran.',
      ['Heshmat Bishah = official/falahat'],
    ],
    [
      'a misprint the pack does not list',
      'The Eight Division of the Syrian Army',
      ['Eight Division = unit/eighth', 'Syrian Army = unit/syrian-army'],
    ],
    ['an outlet after a country’s possessive', 'Egypt’s Al-Ahram reported it.', ['Al-Ahram = outlet/ahram']],
    [
      '"The Times" and "the Times", not times',
      'The Times said so. the Times said so. In modern times and in Times past.',
      ['The Times = outlet/times', 'Times = outlet/times'],
    ],
    ['no place named like an outlet', 'The town of Al Mayadeen fell. Near Mayadeen they stopped.', []],
    ['no score for a channel', 'They lost to Norland 24-18 on Saturday.', []],
    ['no journal of something else', 'She wrote for The Guardian of Faith.', []],
    ['no word the article uses as a word', 'Sputnik was a sputnik like others.', []],
    [
      'an acronym with its name',
      'The Sandal Observatory for Human Rights (SOHR) said so. SOHR counts.',
      ['Sandal Observatory for Human Rights = outlet/sohr', 'SOHR = outlet/sohr', 'SOHR = outlet/sohr'],
    ],
    [
      'a nom de guerre by its group',
      'Abu Obeida of the Qassam Brigades spoke.',
      ['Abu Obeida = official/obeida', 'Qassam Brigades: unit'],
    ],
    ['no nom de guerre alone', 'A fighter called Abu Obeida was killed.', []],
    [
      'no country for a king',
      'Jordan said that King Abdullah II had left Jordan.',
      ['King Abdullah II = official/abdullah'],
    ],
    [
      'in a headline of capitals',
      'REVOLUTIONARY GUARDS LEAVE THE TOWN\n\nThey left on Monday after a long day of talks in the town.',
      ['REVOLUTIONARY GUARDS = unit/irgc'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(mentionsOf(text).map(shown)).toEqual(wanted);
  });
});

describe('reads the article’s date', () => {
  test.each<[string, string, string | null, string[]]>([
    ['a name not yet in use', 'the Syrian 25th Division', '2019-02-10', []],
    ['a name in use', 'the Syrian 25th Division', '2020-02-10', ['25th Division = unit/tiger']],
    ['a name when no date is known', 'the Syrian 25th Division', null, ['25th Division = unit/tiger']],
    [
      'the dead among bearers of a short name',
      'Hafez al-Assad ruled before Bashar al-Assad did. The Assad of these days',
      '2019-02-10',
      ['Hafez al-Assad = official/hafez', 'Bashar al-Assad = official/bashar', 'Assad = official/bashar'],
    ],
  ])('%s', (_, text, day, wanted) => {
    // A unit that no note may have by that date is still one without a note.
    expect(
      mentionsOf(text, day)
        .filter(({ note: id }) => id)
        .map(shown),
    ).toEqual(wanted);
  });
});

describe('a mention', () => {
  test('says what decided, the strongest first', () => {
    const [mention] = mentionsOf('Near Damascus the Fourth Division moved.');
    const signals = mention!.reason.map(({ signal }) => signal);
    expect(signals).toEqual(expect.arrayContaining(['full_name', 'context_near']));
    const weights = mention!.reason.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(mention!.candidates[0]).toMatchObject({ note: 'unit/syria-4th' });
    expect(mention!.candidates[0]!.score).toBeGreaterThan(0.5);
  });

  test('names a misprint and what it stands for', () => {
    const [listed] = mentionsOf('said Heshmat Bishah in Iran');
    expect(listed!.misprint).toEqual({ of: 'Heshmat Falahat', explain: 'A clipped relay.' });
    const [found] = mentionsOf('the Eight Division of the Syrian Army');
    expect(found!.misprint).toEqual({ of: 'Eighth Division' });
  });

  test('sorted and apart from the others', () => {
    const mentions = mentionsOf(
      'Gen. Ann Poe of the Fourth Division and Bashar al-Assad in Syria met Al-Ahram. Assad left.',
    );
    expect(mentions.length).toBeGreaterThan(4);
    mentions.slice(1).forEach((mention, i) => {
      expect(mention.start).toBeGreaterThanOrEqual(mentions[i]!.end);
    });
  });

  test('of a note that is not enabled is not shown', () => {
    const article = articleFromText({ id: 't', text: 'Egypt’s Al-Ahram reported it.' });
    expect(linkMentions(article, findHits(article, GAZETTEER), new Map())).toEqual([]);
  });
});
