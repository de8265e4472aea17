import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../../lib/text/plain-text.ts';

/** Blocks as "role: text", so that a row reads like the page. */
const blocksOf = (text: string): string[] =>
  articleFromText({ id: 't', text }).blocks.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`);

const P = 'The army said on Monday that its troops had left the town after three days of fighting.';

describe('reads a text as', () => {
  test.each([
    ['nothing', '', []],
    ['nothing but white space', ' \n\t\n', []],
    ['one paragraph', P, [`paragraph: ${P}`]],
    ['headline and paragraph', `Army leaves town\n\n${P}`, ['headline: Army leaves town', `paragraph: ${P}`]],
    [
      'headline, sub-headline and paragraph',
      `Army leaves town\nThe move ends three days of fighting\n\n${P}`,
      ['headline: Army leaves town', 'subheadline: The move ends three days of fighting', `paragraph: ${P}`],
    ],
    ['a headline that asks', `Has the army left?\n\n${P}`, ['headline: Has the army left?', `paragraph: ${P}`]],
    ['no headline where prose begins', `${P}\n\n${P}`, [`paragraph: ${P}`, `paragraph: ${P}`]],
    ['lines as paragraphs', `A headline\n${P}\n${P}`, ['headline: A headline', `paragraph: ${P}`, `paragraph: ${P}`]],
    ['Windows line ends', `A headline\r\n\r\n${P}\r\n`, ['headline: A headline', `paragraph: ${P}`]],
    [
      'a heading between paragraphs',
      `A headline\n\n${P}\n\nWhat happened before\n\n${P}`,
      ['headline: A headline', `paragraph: ${P}`, 'heading: What happened before', `paragraph: ${P}`],
    ],
    [
      'a list',
      `A headline\n\n${P}\n\n- one town\n* another\n• a third\n1. a fourth`,
      [
        'headline: A headline',
        `paragraph: ${P}`,
        'item: - one town',
        'item: * another',
        'item: • a third',
        'item: 1. a fourth',
      ],
    ],
    [
      'a quotation set off',
      `A headline\n\n> We have left, he said.\n\n${P}`,
      ['headline: A headline', 'quote: > We have left, he said.', `paragraph: ${P}`],
    ],
    [
      'bylines, which stay searchable',
      `A headline\n\nBy Jane Doe\n\n${P}\n\nJane Doe is the editor of The Paper.\n\nReporting by John Roe; editing by Ann Poe`,
      [
        'headline: A headline',
        'byline: By Jane Doe',
        `paragraph: ${P}`,
        'byline: Jane Doe is the editor of The Paper.',
        'byline: Reporting by John Roe; editing by Ann Poe',
      ],
    ],
    [
      'captions',
      `A headline\n\nPhoto: soldiers leave the town\n\n${P}`,
      ['headline: A headline', 'caption: Photo: soldiers leave the town', `paragraph: ${P}`],
    ],
    [
      'a transcript',
      `A hearing\n\nTHE CHAIR: Who gave the order?\n\nTHE WITNESS: I did.`,
      ['headline: A hearing', 'paragraph: THE CHAIR: Who gave the order?', 'paragraph: THE WITNESS: I did.'],
    ],
    [
      'a comment form and all after it as boilerplate',
      `A headline\n\n${P}\n\nLeave a Reply\n\nYour email address will not be published.\n\n${P}`,
      [
        'headline: A headline',
        `paragraph: ${P}`,
        'boilerplate: Leave a Reply',
        'boilerplate: Your email address will not be published.',
        `boilerplate: ${P}`,
      ],
    ],
    [
      'related headlines as boilerplate until prose begins again',
      `A headline\n\n${P}\n\nRelated stories\n\nArmy enters town\n\nTown says no\n\n${P}`,
      [
        'headline: A headline',
        `paragraph: ${P}`,
        'boilerplate: Related stories',
        'boilerplate: Army enters town',
        'boilerplate: Town says no',
        `paragraph: ${P}`,
      ],
    ],
    [
      'single lines of boilerplate',
      `A headline\n\nShare on Facebook\n\n${P}\n\nRead more: Army enters town\n\n© 2019 The Paper. All rights reserved.\n\n${P}`,
      [
        'headline: A headline',
        'boilerplate: Share on Facebook',
        `paragraph: ${P}`,
        'boilerplate: Read more: Army enters town',
        'boilerplate: © 2019 The Paper. All rights reserved.',
        `paragraph: ${P}`,
      ],
    ],
    [
      'no boilerplate in prose that uses its words',
      `Related stories of war\n\nLeave a reply to the minister unanswered, and the army will act, he said.`,
      [
        'headline: Related stories of war',
        'paragraph: Leave a reply to the minister unanswered, and the army will act, he said.',
      ],
    ],
  ])('%s', (_, text, wanted) => {
    expect(blocksOf(text)).toEqual(wanted);
  });
});

test('lines broken for a narrow screen are one paragraph', () => {
  const text = [
    'A headline',
    '',
    'The army said on Monday that its troops had left the town',
    'after three days of fighting, and that they would not come',
    'back before the spring.',
    '',
    'It did not say where they had gone, or who had taken their',
    'place in the town.',
  ].join('\n');
  expect(blocksOf(text)).toHaveLength(3);
});

test('blocks are in order, apart from each other, and without white space around them', () => {
  const text = `\ufeff  A headline \n\n\u00a0${P}  \n \n- one\n`;
  let end = 0;
  for (const block of articleFromText({ id: 't', text }).blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    const inside = text.slice(block.start, block.end);
    expect(inside).toBe(inside.trim());
    end = block.end;
  }
});

test('keeps what it is given', () => {
  const date = { from: '2019-02-10', to: '2019-02-10', basis: 'argument' } as const;
  const given = { id: 't', text: P, date, title: 'Army leaves town', url: 'https://example.org/a' };
  expect(articleFromText(given)).toMatchObject(given);
  expect(articleFromText({ id: 't', text: P }).date).toBeNull();
});
