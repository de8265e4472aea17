import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { articleFromDocument, type PageArticle } from '../../../lib/page/article-from-document.ts';

const PROSE =
  'A sentence of the length that articles have, with a clause after its comma, so that this block is taken for prose and not for a label.';

function read(body: string, head = ''): PageArticle {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
  const reading = articleFromDocument(document, 'https://example.org/story', { force: true });
  if (!reading.article) throw new Error('no article was read');
  return reading;
}

const blocksOf = ({ article }: PageArticle): [string, string][] =>
  article.blocks.map(({ role, start, end }) => [role, article.text.slice(start, end)]);

/** Rows: a table after one paragraph of prose, and the blocks that follow it. */
describe('a table of facts is read by rows, a table that lays out a page by cells', () => {
  test.each<[string, string, string[]]>([
    [
      'facts',
      '<tr><th>Unit</th><th>Place</th></tr>\n<tr><td> Fourth <b>Division</b> </td>\n<td>Damascus</td></tr>',
      ['Unit · Place', 'Fourth Division · Damascus'],
    ],
    ['an empty cell', '<tr><td>Hama</td><td></td><td>&nbsp;</td><td>12</td></tr>', ['Hama · 12']],
    ['a line end in a cell', '<tr><td>First<br>second</td><td>third</td></tr>', ['First\nsecond · third']],
    ['one cell', '<tr><td>Alone</td></tr><tr><td>in its row</td></tr>', ['Alone', 'in its row']],
    ['paragraphs in a cell', '<tr><td>Menu</td><td><p>One.</p><p>Two.</p></td></tr>', ['Menu', 'One.', 'Two.']],
    ['prose in a cell', `<tr><td>Menu</td><td>${PROSE} ${PROSE}</td></tr>`, ['Menu', `${PROSE} ${PROSE}`]],
    [
      'a table in a cell',
      '<tr><td>Menu</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr>',
      ['Menu', 'a · b'],
    ],
  ])('%s', (_, html, expected) => {
    const reading = read(`<article><p>${PROSE}</p><table><tbody>${html}</tbody></table></article>`);
    expect(blocksOf(reading).slice(1)).toEqual(expected.map((text) => ['paragraph', text]));
    // The separator stands nowhere on the page, and what follows it where it is printed.
    const { article, map } = reading;
    const last = article.blocks.at(-1)!;
    const separator = article.text.indexOf('·', last.start);
    if (separator >= 0) expect(map.startPoint(separator)).toBeNull();
    const end = map.endPoint(last.end)!;
    expect(end.node.data[end.offset - 1]).toBe(article.text[last.end - 1]);
  });
});

/** Rows: what is in the article element after one paragraph of prose, and the blocks that follow it. */
describe('text is read as it is rendered', () => {
  test.each<[string, string, [string, string][]]>([
    [
      'white space',
      '<p> The \n\t Fourth  <b> Division </b> fought </p>',
      [['paragraph', 'The Fourth Division fought']],
    ],
    ['no space between inline elements', '<p>Hez<b>boll</b>ah</p>', [['paragraph', 'Hezbollah']]],
    ['a no-break space is kept', '<p>Maj. Gen.&nbsp;Ali</p>', [['paragraph', 'Maj. Gen.\u00a0Ali']]],
    ['an indent of no-break spaces is not', '<p>&nbsp;&nbsp;Text here</p><p>&nbsp;</p>', [['paragraph', 'Text here']]],
    ['a line end', '<p>One line<br>another</p>', [['paragraph', 'One line\nanother']]],
    [
      'two line ends make a paragraph',
      '<p>First part<br><br/>\n second part</p>',
      [
        ['paragraph', 'First part'],
        ['paragraph', 'second part'],
      ],
    ],
    [
      'blocks inside inline text',
      '<div>Before <p>inside</p> after</div>',
      [
        ['paragraph', 'Before'],
        ['paragraph', 'inside'],
        ['paragraph', 'after'],
      ],
    ],
    ['entities', '<p>Q&amp;A &lt;b&gt; &#8220;so&#8221;</p>', [['paragraph', 'Q&A <b> “so”']]],
    ['a comment between words', '<p>Al<!-- x -->-Ahram</p>', [['paragraph', 'Al-Ahram']]],
    ['a soft hyphen is kept', '<p>Hez&shy;bollah</p>', [['paragraph', 'Hez\u00adbollah']]],
  ])('%s', (_, html, expected) => {
    expect(blocksOf(read(`<article><p>${PROSE}</p>${html}</article>`)).slice(1)).toEqual(expected);
  });
});

describe('what is not the article is left out', () => {
  test.each([
    ['script', '<script>x = 1</script>'],
    ['style', '<style>p { color: red }</style>'],
    ['template', '<template><p>later</p></template>'],
    ['noscript', '<noscript><p>no script</p></noscript>'],
    ['navigation', '<nav><p>menu</p></nav>'],
    ['aside', '<aside><p>besides</p></aside>'],
    ['a field', '<textarea>draft</textarea><input value="x">'],
    ['editable text', '<div contenteditable><p>my draft</p></div>'],
    ['a textbox', '<div role="textbox">my draft</div>'],
    ['code', '<pre>int main</pre><p><code>x = 1</code></p>'],
    ['the hidden attribute', '<p hidden>unseen</p>'],
    ['an inline style that hides', '<p style="color: red; display: none">unseen</p>'],
    ['text for screen readers', '<span class="sr-only">opens in a new window</span>'],
    ['a decoration', '<span aria-hidden="true">»</span>'],
    ['comments', '<section id="comments"><p>I disagree with all of it.</p></section>'],
    ['an advertisement', '<div class="ad-slot-2"><p>Buy this now.</p></div>'],
    ['related stories, whatever the case of the class', '<div class="ArticleRelatedLinks"><p>Another story</p></div>'],
    ['a newsletter form', '<div class="newsletter-signup"><p>Get our letter.</p></div>'],
    ['a drawing', '<svg><text>12</text></svg>'],
    ['buttons', '<button>Share</button>'],
  ])('%s', (_, html) => {
    expect(blocksOf(read(`<article><p>${PROSE}</p>${html}</article>`))).toEqual([['paragraph', PROSE]]);
  });

  test('an ancestor that is hidden from screen readers behind a dialog is still read', () => {
    expect(blocksOf(read(`<div aria-hidden="true"><article><p>${PROSE}</p></article></div>`))).toHaveLength(1);
  });

  test('a wrapper named like a region beside the article is read when it holds the article', () => {
    expect(
      blocksOf(read(`<div class="page has-sidebar share-wrapper"><h1>A head line</h1><p>${PROSE}</p></div>`)),
    ).toEqual([
      ['headline', 'A head line'],
      ['paragraph', PROSE],
    ]);
  });

  test('a footer is not taken for a short report', () => {
    const report =
      'A man was stabbed in Berlin on Tuesday, the police said. Another was hurt in an attempt to stop the attacker.';
    const legal = `${PROSE} ${PROSE} ${PROSE}`;
    const { article } = read(`<div><div>${report}</div></div><div class="footer-bottom-text"><p>${legal}</p></div>`);
    expect(article.text).toBe(report);
  });

  test('a list of teasers is not the article, whatever it is called', () => {
    const teaser = (n: number): string =>
      `<div><h3><a href="/${n}">A story of another day, number ${n}</a></h3><p>What that story says in a line of some length.</p></div>`;
    const { article } = read(
      `<div><div><p>${PROSE}</p><p>${PROSE} Again.</p></div><div>${teaser(1)}${teaser(2)}${teaser(3)}</div></div>`,
    );
    expect(article.text).not.toContain('another day');
  });

  test('a thread of comments does not outweigh a short article', () => {
    const comment = `<div class="comment"><div class="content"><p>${PROSE} ${PROSE}</p></div></div>`;
    const { article } = read(
      `<div class="wrap"><h1>A short report</h1><div class="story-body"><p>${PROSE}</p></div><div class="thread">${comment.repeat(8)}</div></div>`,
    );
    expect(article.blocks.filter(({ role }) => role === 'paragraph')).toHaveLength(1);
  });
});

describe('blocks carry their role', () => {
  test('headline, standfirst, byline, headings, items, quotes and captions', () => {
    const page = read(
      `<div><header><h1>Moscow’s men and Tehran’s men</h1><p class="standfirst">In a valley west of the river two parts of one army shoot at each other.</p></header>
       <article><p class="byline">By a staff writer</p><p>${PROSE}</p><h2>The valley</h2><ul><li>First point of some length</li></ul>
       <blockquote><p>Clear coordination</p></blockquote><figure><img alt="x"><figcaption>A bridge in 2019</figcaption></figure><p>${PROSE} Again.</p></article></div>`,
    );
    expect(blocksOf(page).map(([role]) => role)).toEqual([
      'headline',
      'subheadline',
      'byline',
      'paragraph',
      'heading',
      'item',
      'quote',
      'caption',
      'paragraph',
    ]);
    expect(page.article.title).toBe('Moscow’s men and Tehran’s men');
  });

  test.each([
    ['a block that is one link', '<p><a href="/x">Read what happened the day before</a></p>'],
    ['a block without a letter', '<p>* * *</p>'],
    ['a pulled quotation already read', `<blockquote>${PROSE}</blockquote>`],
  ])('%s is boilerplate', (_, html) => {
    expect(blocksOf(read(`<article><p>${PROSE}</p>${html}</article>`)).at(-1)![0]).toBe('boilerplate');
  });

  test('a paragraph with links in it is a paragraph', () => {
    const html = `<p>The <a href="/d">Fourth Division</a> and <a href="/h">Hezbollah</a> fought for days.</p>`;
    expect(blocksOf(read(`<article><p>${PROSE}</p>${html}</article>`)).at(-1)![0]).toBe('paragraph');
  });

  test('the headline is the heading that says what the metadata says', () => {
    const page = read(
      `<h1>The Long Column</h1><div><h2>Bridges on the river blown up</h2><article><p>${PROSE}</p></article></div>`,
      '<meta property="og:title" content="Bridges on the river blown up">',
    );
    expect(blocksOf(page)[0]).toEqual(['headline', 'Bridges on the river blown up']);
  });
});

describe('every offset leads back to its Text node', () => {
  const page = read(
    `<article><h1>A  head
      line</h1><p>  The <i>Fourth</i>
      <b>Division</b>, an <a href="#">army </a> unit<br>and  more. ${PROSE}</p><ul><li>one</li><li> two </li></ul></article>`,
  );
  const { article, map } = page;

  test('and from there to the same offset', () => {
    for (let at = 0; at < article.text.length; at++) {
      const start = map.startPoint(at);
      if (!start) {
        expect(article.text[at]).toBe('\n');
        continue;
      }
      const printed = start.node.data[start.offset]!;
      expect(/\s/.test(printed) ? ' ' : printed).toBe(article.text[at]);
      expect(map.offsetOf(start.node, start.offset)).toBe(at);
      const end = map.endPoint(at + 1)!;
      expect(end.node).toBe(start.node);
      expect(end.offset).toBe(start.offset + 1);
    }
  });

  test('a place that was not read has no offset', () => {
    const other = article.text && page.roots[0]!.ownerDocument.createTextNode('other');
    expect(map.offsetOf(other as Text, 0)).toBeNull();
    const gap = map.nodes.find((node) => node.data.startsWith('  The'))!;
    expect(map.offsetOf(gap, 0)).toBeNull();
    expect(map.offsetOf(gap, 2)).toBe(article.text.indexOf('The'));
  });

  test('outside the text there is no place', () => {
    expect(map.startPoint(article.text.length)).toBeNull();
    expect(map.startPoint(-1)).toBeNull();
    expect(map.endPoint(0)).toBeNull();
  });
});

describe('pages that are broken or very large', () => {
  test('reading stops at the end of the block that reaches the limit', () => {
    const { document } = parseHTML(`<html><body><article>${`<p>${PROSE}</p>`.repeat(50)}</article></body></html>`);
    const reading = articleFromDocument(document, 'https://example.org/', { maxChars: 500 }) as PageArticle;
    expect(reading.truncatedAt).toBe(reading.article.text.length);
    expect(reading.article.text.endsWith('label.')).toBe(true);
    expect(reading.article.blocks).toHaveLength(4);
  });

  test('nesting deeper than a call stack', () => {
    const { document } = parseHTML('<html><body></body></html>');
    let inner: Element = document.body;
    for (let i = 0; i < 20_000; i++) inner = inner.appendChild(document.createElement('div'));
    inner.textContent = PROSE;
    const reading = articleFromDocument(document, 'https://example.org/', { force: true });
    expect(reading.article?.text).toBe(PROSE);
  });

  test('a huge table is read row by row', () => {
    const rows = '<tr><td>Fourth Division</td><td>Damascus and its surroundings</td></tr>'.repeat(5_000);
    const { article } = read(`<article><p>${PROSE}</p><table>${rows}</table></article>`);
    expect(article.blocks).toHaveLength(5_001);
  });

  test.each([
    ['no body at all', ''],
    ['an empty body', '<html><body></body></html>'],
    ['only scripts', '<html><body><script>1</script></body></html>'],
  ])('%s is no article', (_, html) => {
    const { document } = parseHTML(html || '<x></x>');
    expect(articleFromDocument(document, 'https://example.org/', { force: true }).article).toBeNull();
  });
});
