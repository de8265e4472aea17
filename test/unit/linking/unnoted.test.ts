import { describe, expect, test } from 'vitest';
import { linkMentions } from '../../../lib/linking/link.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

const found = (text: string): string[] =>
  linkMentions(articleFromText({ id: 't', text }), [], new Map()).map(
    ({ kind, text: name, reason }) => `${kind} ${name} (${reason[0]!.args.join()})`,
  );

describe('finds officials without a note', () => {
  test.each<[string, string, string[]]>([
    ['by a title', 'Later Foreign Minister Julie Poe spoke.', ['official Julie Poe (Foreign Minister)']],
    [
      'by a small title',
      'It was the defence minister Omar al-Rifi who spoke.',
      ['official Omar al-Rifi (defence minister)'],
    ],
    ['by a rank with periods', 'Later Lt. Gen. Stephen J. Town spoke.', ['official Stephen J. Town (Lt. Gen)']],
    [
      'by a role after the name',
      'Ahmad Poe, spokesman for the council, denied it.',
      ['official Ahmad Poe (spokesman for the council)'],
    ],
    [
      'by a country’s role after the name',
      'They met Ali Roe, Norland’s ambassador to Iran, there.',
      ['official Ali Roe (Norland’s ambassador to Iran)'],
    ],
    ['by a title and a surname', 'Norland’s President Poe spoke.', ['official Poe (President)']],
    [
      'as leaders of what the text says is public',
      'The opposition leader Jane Poe and rebel commander Abu Zayd met.',
      ['official Jane Poe (opposition leader)', 'official Abu Zayd (rebel commander)'],
    ],
    [
      'at the head of a story',
      'Foreign Secretary Philip Poe said:\n\nI am appalled by this attack on the town and its people.',
      ['official Philip Poe (Foreign Secretary)'],
    ],
    [
      'not in companies',
      'Chief executive Jane Poe, company director John Roe and John Poe, head of sales at Blue, spoke.',
      [],
    ],
    ['not in sport', 'Norland captain Jane Poe and club president John Roe spoke.', []],
    ['not private persons', 'Jane Poe, a teacher, and Mr John Roe spoke.', []],
    ['not clergy', 'Pope Francis and Archbishop Poe prayed.', []],
    [
      'not things with a title in them',
      'The General Election and General Motors, King Street and Prince Albert Road.',
      [],
    ],
    ['not a place named after a sheikh', 'Shells fell on Sheikh Maqsoud.', []],
    ['not across a sentence', 'He spoke to the minister. Jane Poe left.', []],
    ['not the one who speaks next', 'In Blue Bell, the bishop said, nobody came.', []],
    [
      'not in a headline of capitals',
      'Prime Minister Jane Poe Visits Blue Bell Town\n\nShe came on a Monday and left the town again at night.',
      [],
    ],
  ])('%s', (_, text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});

describe('finds units without a note', () => {
  test.each<[string, string, string[]]>([
    [
      'by a number',
      'men of the 17th Division and of the Third Brigade',
      ['unit 17th Division (17th Division)', 'unit Third Brigade (Brigade)'],
    ],
    [
      'by a number behind',
      'Division 30 and Brigade 313 fought.',
      ['unit Division 30 (Division 30)', 'unit Brigade 313 (Brigade 313)'],
    ],
    [
      'by a type word',
      'They were joined by the Desert Hawks Brigade, then by the Iraqi Security Forces.',
      ['unit Desert Hawks Brigade (Brigade)', 'unit Iraqi Security Forces (Forces)'],
    ],
    [
      'by a foreign word',
      'They were joined by Liwa al-Quds, then by Jaysh al-Fath and Harakat al-Abdal.',
      ['unit Liwa al-Quds (Liwa)', 'unit Jaysh al-Fath (Jaysh)', 'unit Harakat al-Abdal (Harakat)'],
    ],
    ['by a type word before', 'the Army of Conquest', ['unit Army of Conquest (Army)']],
    [
      'as services',
      'He once worked for the General Intelligence Directorate.',
      ['unit General Intelligence Directorate (Directorate)'],
    ],
    ['not a force of no name', 'Armed Forces and the Air Force struck; rebel forces fled.', []],
    [
      'not a workforce or an agency of another kind',
      'He once worked for the International Energy Agency and for the Blue Task.',
      [],
    ],
    ['not a ministry', 'He once worked for the Defense Department.', []],
  ])('%s', (_, text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});

describe('finds outlets without a note', () => {
  test.each<[string, string, string[]]>([
    [
      'by the last word',
      'He told Sky Blue News and the Norland Herald.',
      ['outlet Sky Blue News (News)', 'outlet Norland Herald (Herald)'],
    ],
    [
      'by what follows',
      'He told the Al-Blue newspaper, and Taff news agency wrote it.',
      ['outlet Al-Blue (newspaper)', 'outlet Taff (news agency)'],
    ],
    ['by what comes before', 'It was in the newspaper Le Bleu.', ['outlet Le Bleu (newspaper)']],
    ['by a doubtful word beside reporting', 'The Norland Post reported it.', ['outlet Norland Post (Post)']],
    ['not by a doubtful word alone', 'The Norland Post was built of stone.', []],
    ['not what only describes', 'Norwegian state television, a YouTube channel, Syrian TV', []],
  ])('%s', (_, text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});
