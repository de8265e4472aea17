import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { articleFromDocument } from '../../../lib/page/article-from-document.ts';
import { dayInUrl } from '../../../lib/page/page-date.ts';
import { dayIn } from '../../../lib/text/printed-date.ts';

describe('days as they are printed', () => {
  test.each([
    ['2019-02-10', '2019-02-10'],
    ['2019-02-10T23:30:00-05:00', '2019-02-10'],
    ['2019-02-10 08:00', '2019-02-10'],
    ['2019/2/1', '2019-02-01'],
    ['20190210', '2019-02-10'],
    ['20190210T081500Z', '2019-02-10'],
    ['February 10, 2019', '2019-02-10'],
    ['Feb. 10th 2019 at 8 a.m.', '2019-02-10'],
    ['Sun, 10 Feb 2019 08:00:00 GMT', '2019-02-10'],
    ['10-Feb-2019', '2019-02-10'],
    ['13/2/2019', '2019-02-13'],
    ['2/13/2019', '2019-02-13'],
    ['3/3/2019', '2019-03-03'],
    ['3/4/2019', null],
    ['2019-13-40', null],
    ['1970-01-01T00:00:00Z', null],
    ['0001-01-01', null],
    ['yesterday', null],
    ['1549785600', null],
    ['', null],
  ])('%s', (value, day) => expect(dayIn(value)?.from ?? null).toBe(day));
});

describe('days in an address', () => {
  test.each([
    ['https://a.test/2019/02/10/story', '2019-02-10', '2019-02-10'],
    ['https://a.test/world/2019/feb/10/story', '2019-02-10', '2019-02-10'],
    ['https://a.test/news/2019-02-10-story.html', '2019-02-10', '2019-02-10'],
    ['https://a.test/20190210/story', '2019-02-10', '2019-02-10'],
    ['https://a.test/2019/02/story', '2019-02-01', '2019-02-28'],
    ['https://a.test/story-20191402', null, null],
    ['https://a.test/story?date=2019-02-10', null, null],
    ['https://a.test/news/608399', null, null],
  ])('%s', (url, from, to) => expect(dayInUrl(url)).toEqual(from && { from, to }));
});

/** Rows: the best witness first, each with those after it present too. */
describe('the best witness is believed', () => {
  const jsonLd =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-02-10T08:00:00Z"}</script>';
  const meta = '<meta property="article:published_time" content="2019-02-11">';
  const time = '<time datetime="2019-02-12">12 Feb</time>';
  const url = 'https://a.test/2019/02/13/story';
  const prose = `<p>${'Units that look to one power fought units that look to the other. '.repeat(6)}</p>`;

  test.each([
    [jsonLd + meta, time, url, '2019-02-10', 'json-ld'],
    [meta, time, url, '2019-02-11', 'meta'],
    ['', time, url, '2019-02-12', 'time'],
    ['', '', url, '2019-02-13', 'url'],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"soon"}</script>',
      '',
      url,
      '2019-02-13',
      'url',
    ],
    ['', '<aside><time datetime="2020-01-01">other story</time></aside>', 'https://a.test/story', null, null],
  ])('%s %s %s', (head, extra, address, from, basis) => {
    const html = `<html><head>${head}</head><body><article><h1>Head line</h1>${extra}${prose}</article></body></html>`;
    const { document } = parseHTML(html);
    const { article } = articleFromDocument(document, address, { force: true });
    expect(article!.date).toEqual(from && { from, to: from, basis });
  });
});
