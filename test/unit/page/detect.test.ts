import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { articleFromDocument } from '../../../lib/page/article-from-document.ts';

const SENTENCE = 'Units that look to one power fought units that look to the other, a paper reported on Tuesday. ';
const prose = (paragraphs: number): string => `<p>${SENTENCE.repeat(3)}</p>`.repeat(paragraphs);
const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const teaser =
  '<div class="card"><h3><a href="/1">A headline of the usual length for a story</a></h3><p>A line or two on what the story says, no more.</p></div>';

/** Rows: what the page is, its head, its body, whether it is an article. */
test.each<[string, string, string, boolean]>([
  ['says so in JSON-LD', jsonLd({ '@type': 'NewsArticle' }), prose(2), true],
  [
    'says so in a graph',
    jsonLd({ '@graph': [{ '@type': 'WebPage' }, { '@type': ['Thing', 'ReportageNewsArticle'] }] }),
    prose(2),
    true,
  ],
  [
    'says so in JSON-LD with line ends in a string',
    '<script type="application/ld+json">{"@type":"Article","name":"a\nb"}</script>',
    prose(2),
    true,
  ],
  ['says so in Open Graph', '<meta property="og:type" content="article">', prose(2), true],
  ['says so but has next to no text', '<meta property="og:type" content="article">', '<p>Please sign in.</p>', false],
  ['says nothing and is long', '', `<h1>Head</h1>${prose(6)}`, true],
  ['says nothing and is short', '', prose(2), false],
  ['is set with line ends, without paragraphs', '', `<div>${`${SENTENCE.repeat(3)}<br><br>`.repeat(6)}</div>`, true],
  ['is a front page of teasers', '', `<main>${teaser.repeat(40)}</main>`, false],
  ['is a front page that says website', jsonLd({ '@type': 'WebSite' }), `<main>${teaser.repeat(40)}</main>`, false],
  [
    'is a list of links',
    '',
    '<ul>'.concat('<li><a href="/x">Some long enough text of a link to follow</a></li>'.repeat(200), '</ul>'),
    false,
  ],
  ['is a form', '', '<form><label>Name</label><input><textarea></textarea></form>', false],
  [
    'is broken JSON-LD and short',
    '<script type="application/ld+json">{"@type": "NewsArticle",,}</script>',
    prose(2),
    false,
  ],
])('a page that %s', (_, head, body, expected) => {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  expect(articleFromDocument(document, 'https://example.org/').article !== null).toBe(expected);
});

test('a page without an article says how many words it has', () => {
  const { document } = parseHTML('<html><body><p>Five words and no more.</p></body></html>');
  expect(articleFromDocument(document, 'https://example.org/')).toEqual({ article: null, words: 5 });
});

describe('what the page says of itself', () => {
  const read = (head: string, url = 'https://example.org/a?utm=1') => {
    const { document } = parseHTML(
      `<!doctype html><html lang="en_GB"><head>${head}</head><body>${prose(6)}</body></html>`,
    );
    return articleFromDocument(document, url, { force: true }).article!;
  };

  test('its language as a tag', () => expect(read('').lang).toBe('en-GB'));

  test.each([
    ['a canonical address on the same site', '/story', 'https://example.org/story'],
    ['another site’s address is not taken', 'https://elsewhere.test/story', 'https://example.org/a?utm=1'],
    ['nor one that is none', 'http://[', 'https://example.org/a?utm=1'],
  ])('%s', (_, href, url) => expect(read(`<link rel="canonical" href="${href}">`).url).toBe(url));

  test('an address too long to be one is not told', () => {
    const article = read('', `https://example.org/a?state=${'x'.repeat(9_000)}`);
    expect(article.url).toBeUndefined();
    expect(article.id).toHaveLength(2_000);
  });

  test('its title, without a heading', () => {
    expect(read('<meta property="og:title" content="Bridges blown up"><title>x</title>').title).toBe(
      'Bridges blown up',
    );
  });
});
