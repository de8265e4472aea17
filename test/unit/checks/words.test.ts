import { expect, test } from 'vitest';
import { porterStem } from '../../../lib/checks/porter.ts';
import { termsOf, tokensOf } from '../../../lib/checks/words.ts';

// Words and stems as the paper prints them, one or more for each step.
test.each(
  'caresses:caress ponies:poni cats:cat feed:feed agreed:agre plastered:plaster bled:bled sing:sing conflated:conflat sized:size hopping:hop falling:fall filing:file happy:happi sky:sky relational:relat rational:ration digitizer:digit operator:oper hopefulness:hope sensibiliti:sensibl triplicate:triplic electrical:electr revival:reviv adjustable:adjust replacement:replac adoption:adopt effective:effect probate:probat rate:rate cease:ceas controll:control roll:roll at:at'
    .split(' ')
    .map((row) => row.split(':')),
)('the stem of %s is %s', (word, stem) => {
  expect(porterStem(word!)).toBe(stem);
});

test.each([
  ['Egypt’s Al-Ahram reported', 'egypt al ahram report'],
  ['Fifth Corps, 5th corps', '5th corp'],
  ['S-300, S300 and F16', 's300 f16'],
  ['blew up, blown, blow', 'blow'],
  ['U.S. troops left; US troops leave', 'usa troop leav'],
  ['they told us', 'tell'],
  ['São Paulo’s centre', 'sao paulo center'],
  ['did not, didn’t, don’t', ''],
  ['see https://t.co/aBcD1 #SanctuaryCities @JoeBiden', 'see sanctuaryc sanctuari citi joebiden joe biden'],
])('the terms of "%s" are "%s"', (text, terms) => {
  expect(termsOf(text).join(' ')).toBe(terms);
});

test.each([
  ['14 people', [14]],
  ['fourteen people', [14]],
  ['two hundred and four people', [204]],
  ['twenty-four', [24]],
  ['two four', [2, 4]],
  ['3.2 billion, 3,200 million and 3.2bn', [3.2e9, 3.2e9, 3.2e9]],
  ['1,000 and 1\u00a0000 and 1.234.567', [1000, 1000, 1_234_567]],
  ['4.5 %', [4.5]],
  ['Fourth Division, 4th, F-16', []],
])('the figures of "%s" are %j', (text, values) => {
  expect(tokensOf(text).flatMap((token) => token.value ?? [])).toEqual(values);
});

test('offsets refer to the text unchanged, from a given start', () => {
  const text = '“Two hundred of Syria’s troops…”';
  const printed = tokensOf(text, 100).map(({ start, end }) => text.slice(start - 100, end - 100));
  expect(printed).toEqual(['Two hundred', 'of', 'Syria’s', 'troops']);
});
