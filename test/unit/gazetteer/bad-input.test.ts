import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { type Gazetteer, openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { scan } from '../../../lib/gazetteer/scan.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { note } from './notes.ts';

const gazetteerOf = (...aliases: string[]): Gazetteer =>
  openGazetteer(compileGazetteer([note({ id: 'unit/u', name: 'Unnamed', aliases })]));

const spans = (text: string, gazetteer: Gazetteer): [number, number][] => {
  const { rows, count } = scan(text, [{ start: 0, end: text.length }], gazetteer);
  return Array.from({ length: count }, (_, i) => [rows[3 * i]!, rows[3 * i + 1]!]);
};

// Each is long enough that anything but linear time would be felt.
const LONG = 2_000_000;

describe('takes what pages and packs may hold', () => {
  test.each([
    ['one word without end', 'A'.repeat(LONG)],
    ['one small word without end', 'a'.repeat(LONG)],
    ['a letter and a period without end', 'A.'.repeat(LONG / 2)],
    ['a letter and an apostrophe without end', "A'".repeat(LONG / 2)],
    ['soft hyphens without end', '\u00ad'.repeat(LONG)],
    ['capitals between soft hyphens', 'A\u00ad'.repeat(LONG / 2)],
    ['spaces without end', ' '.repeat(LONG)],
    ['the first word of a name again and again', 'Fourth '.repeat(LONG / 7)],
    ['lone surrogates', '\ud83d\ude00\ude00\ud83d'.repeat(LONG / 4)],
    ['zero bytes', '\u0000'.repeat(LONG)],
  ])('%s', (_, text) => {
    const gazetteer = gazetteerOf('Fourth Division', 'A B', 'Ä');
    expect(spans(text, gazetteer)).toEqual([]);
    const end = `${text} Fourth Division`;
    expect(spans(end, gazetteer)).toEqual([[end.length - 15, end.length]]);
  });

  test('an article of one line without a space', () => {
    const text = 'Fourth'.repeat(50_000);
    expect(findHits(articleFromText({ id: 't', text }), gazetteerOf('Fourth Division'))).toEqual([]);
  });

  test('an alias that is all of the text, and one longer than any text', () => {
    const long = Array.from({ length: 20 }, (_, i) => `Name${i}`).join(' ');
    expect(spans(long, gazetteerOf(long))).toEqual([[0, long.length]]);
    expect(spans(long, gazetteerOf(`${long} `.repeat(40), 'Name0'))).toEqual([[0, 5]]);
  });

  test.each([[''], ['-'], ['…'], [' '], ['\u00ad'], ['\ud83d'], ['.'.repeat(300)], ['X'.repeat(5000)]])(
    'an alias that names nothing: %j',
    (alias) => {
      expect(spans('It names nothing. X', gazetteerOf(alias))).toEqual([]);
    },
  );

  test('an alias of one letter is found as a word', () => {
    expect(spans('X and Xs', gazetteerOf('X'))).toEqual([[0, 1]]);
  });

  test('a hundred thousand names that share their first words', () => {
    const notes = Array.from({ length: 100_000 }, (_, i) =>
      note({ id: `unit/${i}`, name: `The Free Army Number${i}` }),
    );
    const gazetteer = openGazetteer(compileGazetteer(notes));
    const text = `${'The Free Army and '.repeat(20_000)}the Free Army Number99999`;
    expect(spans(text, gazetteer)).toHaveLength(1);
  });

  test('one name with a thousand bearers', () => {
    const notes = Array.from({ length: 1000 }, (_, i) => note({ id: `unit/${i}`, aliases: ['Republican Guard'] }));
    const [hit] = findHits(
      articleFromText({ id: 't', text: 'a Republican Guard' }),
      openGazetteer(compileGazetteer(notes)),
    );
    expect(hit!.candidates).toHaveLength(1000);
  });

  test('names of different notes with the same hash are told apart', () => {
    // Made alike by chance among a million; here the pool is asked for every hit, so a wrong one would show.
    const names = Array.from({ length: 50_000 }, (_, i) => `Group ${(i * 2654435761) >>> 0}`);
    const gazetteer = openGazetteer(compileGazetteer(names.map((name, i) => note({ id: `unit/${i}`, name }))));
    const strangers = Array.from({ length: 50_000 }, (_, i) => `Group ${((i * 2654435761) >>> 0) + 0.5}`);
    expect(spans(strangers.join('; ').replaceAll('.5', 'x'), gazetteer)).toEqual([]);
  });
});
