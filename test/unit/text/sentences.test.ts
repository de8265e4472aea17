import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../lib/text/sentences.ts';

const split = (text: string): string[] =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('ends a sentence', () => {
  test.each([
    ['at a period', 'It left. It came back.', ['It left.', 'It came back.']],
    ['at question and exclamation marks', 'Did it? Yes! It did.', ['Did it?', 'Yes!', 'It did.']],
    ['after a closing quotation mark', '“It left.” He was sure.', ['“It left.”', 'He was sure.']],
    ['before an opening one', 'It left. “We know,” he said.', ['It left.', '“We know,” he said.']],
    ['before a number', 'It left. 40 men stayed.', ['It left.', '40 men stayed.']],
    [
      'after an acronym when a common opener follows',
      'He went to the U.S. The army stayed.',
      ['He went to the U.S.', 'The army stayed.'],
    ],
    ['at an Arabic question mark', 'هل غادر؟ نعم.', ['هل غادر؟', 'نعم.']],
    ['at dots that trail off', 'It left… He knew.', ['It left…', 'He knew.']],
    ['with a note mark', 'It left.[1] He knew.', ['It left.[1]', 'He knew.']],
    ['not inside', 'It left', ['It left']],
    ['not after a title', 'Gen. Votel met Lt. Col. Smith and Dr. Roe.', ['Gen. Votel met Lt. Col. Smith and Dr. Roe.']],
    ['not after an initial', 'J. K. Smith and George W. Bush met.', ['J. K. Smith and George W. Bush met.']],
    ['not inside an acronym', 'The U.S. Army said so.', ['The U.S. Army said so.']],
    ['not inside a number', 'It paid 3.5 million.', ['It paid 3.5 million.']],
    ['not before a small letter', 'It was 5 p.m. on Monday.', ['It was 5 p.m. on Monday.']],
    ['not after a company', 'Blue Inc. Chairman Roe left.', ['Blue Inc. Chairman Roe left.']],
    ['not after "No." before a number', 'It is No. 5 of ten.', ['It is No. 5 of ten.']],
    ['not inside an address', 'See example.org for more.', ['See example.org for more.']],
  ])('%s', (_, text, wanted) => {
    expect(split(text)).toEqual(wanted);
  });

  test('only inside its block', () => {
    const text = 'One. Two. Three.';
    expect(sentencesOf(text, { start: 5, end: 9 })).toEqual([{ start: 5, end: 9 }]);
  });

  test('leaving no text out but white space', () => {
    const text = '  It left.   He knew! “Why?”  ';
    expect(split(text).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
