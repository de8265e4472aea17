import { describe, expect, test } from 'vitest';
import { type KeptArticle, readBefore } from '../../../lib/checks/read-before.ts';
import { eventSimilarity, isSameEvent, rarityOf, sketchOf } from '../../../lib/checks/same-event.ts';

const day = (date: string) => ({ from: date, to: date });

/** Two events of one kind, told twice each: siblings are what has to be told apart. */
const BLAST =
  'A bomb went off at Karsa market on Thursday. The blast at Karsa market killed 14 people, the mayor Osman Tal said. Another 41 people were wounded at the stalls of Karsa.';
const BLAST_AGAIN =
  'The bombing of Karsa market shook the city. At least 20 people were killed in the blast at Karsa market. Osman Tal, the mayor of Karsa, called it an attack on the stalls.';
const SIBLING =
  'A bomb went off at Dorna station on Thursday. The blast at Dorna station killed 3 people, the governor Lale Kir said. Another 12 people were wounded on the platforms of Dorna.';
const OTHER =
  'The central bank of Osmaria raised its rate by a point. Governor Ilya Ram said prices would fall by summer.';

const texts = [BLAST, BLAST_AGAIN, SIBLING, OTHER];
const rarity = rarityOf(texts.map((text) => sketchOf(text)));

describe('articles of one event', () => {
  test('lie nearer than a sibling event, which lies nearer than another matter', () => {
    const [blast, again, sibling, other] = texts.map((text) => sketchOf(text));
    const near = eventSimilarity(blast!, again!, rarity);
    const kin = eventSimilarity(blast!, sibling!, rarity);
    expect(near).toBeGreaterThan(kin);
    expect(kin).toBeGreaterThan(eventSimilarity(blast!, other!, rarity));
  });

  test.each([
    ['told within days', BLAST, '2019-03-14', BLAST_AGAIN, '2019-03-15', true],
    ['told months apart', BLAST, '2019-03-14', BLAST_AGAIN, '2019-06-15', false],
    ['of another town', BLAST, '2019-03-14', SIBLING, '2019-03-14', false],
    ['of another matter', BLAST, '2019-03-14', OTHER, '2019-03-14', false],
  ])('%s', (_, a, dayA, b, dayB, same) => {
    expect(isSameEvent(sketchOf(a, day(dayA)), sketchOf(b, day(dayB)), rarity)).toBe(same);
  });
});

describe('what was read before', () => {
  const keep = (id: string, text: string, date: string): KeptArticle => ({
    id,
    date: day(date),
    sketch: sketchOf(text, day(date)),
    statements: text.split(/(?<=\.) /),
  });
  const statements = BLAST_AGAIN.split(/(?<=\.) /);
  const sketch = sketchOf(BLAST_AGAIN, day('2019-03-15'));

  test('differs in number', () => {
    expect(readBefore(statements, sketch, [keep('first', BLAST, '2019-03-14')], rarity)).toEqual([
      {
        statement: 1,
        article: 'first',
        before: 'The blast at Karsa market killed 14 people, the mayor Osman Tal said.',
        part: 'number',
      },
    ]);
  });

  test('is silent on another event and on the same figure', () => {
    expect(readBefore(statements, sketch, [keep('sibling', SIBLING, '2019-03-14')], rarity)).toEqual([]);
    expect(
      readBefore(
        BLAST.split(/(?<=\.) /),
        sketchOf(BLAST, day('2019-03-14')),
        [keep('first', BLAST, '2019-03-14')],
        rarity,
      ),
    ).toEqual([]);
  });
});
