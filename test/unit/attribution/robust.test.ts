import { describe, expect, test } from 'vitest';
import { attribute } from '../../../lib/attribution/attribute.ts';
import { extractClaims } from '../../../lib/claims/extract.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

const SENTENCE =
  'The minister, who said that "the dam, he thinks, held", denied it, adding that the town and the army were safe. ';

/** Texts that once made rules of this kind hang, crash or invent; each long enough for a square of its length to be felt. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['one opening mark', `“${SENTENCE.repeat(400)}`],
  ['straight marks only', '"'.repeat(20_000)],
  ['opening marks only', '“a '.repeat(20_000)],
  ['apostrophes', "'a ".repeat(20_000)],
  ['no stop in the whole text', SENTENCE.replaceAll(/[.,]/g, '').repeat(400)],
  ['one line of a whole book', SENTENCE.repeat(2_000)],
  ['a list of names', `${'Roe and Doe, '.repeat(5_000)}said hello.`],
  ['relative clauses in each other', 'the man who said that '.repeat(5_000)],
  ['cues only', 'said '.repeat(20_000)],
  ['according to nobody', 'according to '.repeat(10_000)],
  ['brackets', '('.repeat(20_000)],
  ['dashes', '— said Roe — '.repeat(5_000)],
  ['marks of two kinds', '“a," said Roe. '.repeat(5_000)],
  ['as upon as', 'Roe as Doe as '.repeat(5_000)],
  ['no spaces', 'x'.repeat(100_000)],
  ['a table', 'Year\tDead\tHurt\n2011\t12\t40\n'.repeat(2_000)],
  ['Arabic', 'قال الوزير إن السد صمد. '.repeat(3_000)],
  ['Chinese', '他说这座桥是安全的。'.repeat(3_000)],
  ['empty', ''],
  ['white space', ' \n\n \t'],
];

describe('texts that are no articles', () => {
  test.each(TEXTS)('%s', (_, text) => {
    const article = articleFromText({ id: 'bad', text });
    const attributions = attribute(article, [], new Map());
    const claims = extractClaims(article, [], attributions);
    const spans = [...attributions.flatMap((a) => [...a.source, ...a.cue, ...a.content]), ...claims];
    for (const { start, end } of spans) expect(start < end && start >= 0 && end <= text.length).toBe(true);
    for (const { cue, content, confidence } of attributions) {
      expect(cue.length * content.length).toBeGreaterThan(0);
      expect(confidence > 0 && confidence <= 1).toBe(true);
    }
    for (const { attribution } of claims) if (attribution !== null) expect(attributions[attribution]).toBeDefined();
  });

  test('the same text gives the same answer', () => {
    const article = articleFromText({ id: 'same', text: SENTENCE.repeat(20) });
    expect(attribute(article, [], new Map())).toEqual(attribute(article, [], new Map()));
  });

  test('nothing is read in other scripts', () => {
    const article = articleFromText({ id: 'ar', text: 'قال الوزير إن السد صمد.' });
    expect(attribute(article, [], new Map())).toEqual([]);
  });
});
