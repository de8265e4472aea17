import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { articleFromDocument } from '../../../lib/page/article-from-document.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import { dateInText } from '../../../lib/text/text-date.ts';

const P =
  'The army said on Monday that its troops had left the town after three days of fighting near the river and in the hills, and would not be back.';
const dateOf = (text: string): string | null => articleFromText({ id: 't', text }).date?.from ?? null;

describe('the day a text gives for itself', () => {
  test.each([
    ['a dateline', `DAMASCUS, Feb. 10, 2019 - ${P}`, '2019-02-10'],
    ['a dateline with agency', `BEVERLY HILLS, Calif., March 2, 2011 /Wire/ -- ${P}`, '2011-03-02'],
    ['a dateline, day first', `Army leaves town\n\nNEW DELHI, 7 September 2004 (Wire) – ${P}`, '2004-09-07'],
    ['posted', `Army leaves town\nPosted on February 10, 2019\n\n${P}`, '2019-02-10'],
    ['updated, with a clock', `Army leaves town\nLast updated: 10 Feb 2019, 8:12 am GMT\n\n${P}`, '2019-02-10'],
    ['a line of its own', `Army leaves town\n\nTuesday, October 10, 2017\n\n${P}`, '2017-10-10'],
    ['with the writer', `Army leaves town\nBy Jane Roe | 10 February 2019\n\n${P}`, '2019-02-10'],
    ['before the prose', `Army leaves town\n\n29-06-2016 Seven towns were left. ${P}`, '2016-06-29'],
    ['at the end', `${P}\n\n${P}\n\nPublished 10 February 2019`, '2019-02-10'],
    ['in prose it is the story’s', `On 10 February 2019 the army left. ${P}`, null],
    ['a day that is the subject', `Tuesday, November 9, 2004 will be remembered. ${P}`, null],
    ['no year', `BEIRUT, Feb 9 (Wire) - ${P}`, null],
    ['digits that may be read in two ways', `Army leaves town\n3/4/2019\n\n${P}`, null],
    ['far down', `${P}\n\n${P}\n\n${P}\n\nDAMASCUS, Feb. 10, 2019 - ${P}`, null],
    ['nothing', '', null],
  ])('%s', (_, text, day) => expect(dateOf(text)).toBe(day));

  test('what was given counts, and so does that none was', () => {
    const text = `DAMASCUS, Feb. 10, 2019 - ${P}`;
    const given = { from: '2020-01-01', to: '2020-01-01', basis: 'argument' } as const;
    expect(articleFromText({ id: 't', text }).date).toMatchObject({ basis: 'text' });
    expect(articleFromText({ id: 't', text, date: given }).date).toBe(given);
    expect(articleFromText({ id: 't', text, date: null }).date).toBeNull();
  });

  test('of a page that says nothing else', () => {
    const { document } = parseHTML(
      `<html><body><article><h1>Army leaves town</h1><p>DAMASCUS, Feb. 10, 2019 - ${P}</p><p>${P}</p><p>${P}</p></article></body></html>`,
    );
    const { article } = articleFromDocument(document as unknown as Document, 'https://a.test/story', { force: true });
    expect(article?.date).toBeNull();
    const day = { from: '2019-02-10', to: '2019-02-10', basis: 'text' };
    expect(dateInText(article!.text, article!.blocks)).toEqual(day);
  });
});
