import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { articleFromDocument, type PageArticle, readAgain } from '../../../lib/page/article-from-document.ts';
import { ReadCache } from '../../../lib/page/collector.ts';

const SENTENCE = 'Units that look to one power fought units that look to the other, a paper said on day';

function opened(): { document: Document; cache: ReadCache; before: PageArticle } {
  const paragraphs = Array.from(
    { length: 8 },
    (_, i) => `<p id="p${i}">${SENTENCE} <b>${i}</b>.\n Then  came ${i}.</p>`,
  );
  const { document } = parseHTML(
    `<html><body><article id="root"><h1>A head line</h1><section id="s">${paragraphs.join('\n')}</section>
     <blockquote><p id="q">Clear coordination, he said of it</p></blockquote><ul id="list"><li>One point</li><li>Another point</li></ul></article></body></html>`,
  );
  const cache = new ReadCache();
  const before = articleFromDocument(document, 'https://example.org/', { force: true, cache }) as PageArticle;
  return { document, cache, before };
}

const fresh = (document: Document): PageArticle =>
  articleFromDocument(document, 'https://example.org/', { force: true }) as PageArticle;

/** Same text, same blocks, and every offset at the same place of the page. */
function expectSame(again: PageArticle, whole: PageArticle): void {
  expect(again.article).toEqual(whole.article);
  for (let at = 0; at < whole.article.text.length; at++) {
    const [a, b] = [again.map.startPoint(at), whole.map.startPoint(at)];
    expect(a?.node === b?.node && a?.offset === b?.offset).toBe(true);
    if (b) expect(again.map.offsetOf(b.node, b.offset)).toBe(at);
  }
}

describe('only what changed is read again', () => {
  test('a block that nobody said had changed is not gone through', () => {
    const { document, cache, before } = opened();
    document.querySelector('#p2')!.textContent = 'Something else entirely.';
    expect((readAgain(before) as PageArticle).article.text).toBe(before.article.text);
    cache.forget(document.querySelector('#p2')!);
    expect((readAgain(before) as PageArticle).article.text).toContain('Something else entirely.');
  });

  test.each<[string, (document: Document) => Node]>([
    ['nothing', (document) => document.querySelector('#p1')!],
    [
      'the data of a text node',
      (document) => {
        const text = document.querySelector('#p3 b')!.firstChild as Text;
        text.data = 'three times';
        return text;
      },
    ],
    [
      'a paragraph appended',
      (document) => {
        const p = document.createElement('p');
        p.textContent = 'A line that came late.';
        return document.querySelector('#s')!.appendChild(p).parentNode!;
      },
    ],
    [
      'a paragraph put first',
      (document) => {
        const p = document.createElement('p');
        p.textContent = 'A line above all others.';
        document.querySelector('#s')!.prepend(p);
        return document.querySelector('#s')!;
      },
    ],
    [
      'a paragraph removed',
      (document) => {
        document.querySelector('#p4')!.remove();
        return document.querySelector('#s')!;
      },
    ],
    [
      'a paragraph that now holds blocks',
      (document) => {
        document.querySelector('#p5')!.innerHTML = 'Before <div>inside</div> after';
        return document.querySelector('#p5')!;
      },
    ],
    [
      'all of a list',
      (document) => {
        document.querySelector('#list')!.innerHTML = '<li>New</li><li>Newer</li><li>Newest</li>';
        return document.querySelector('#list')!;
      },
    ],
    [
      'text between blocks',
      (document) => {
        document.querySelector('#s')!.append('A loose end');
        return document.querySelector('#s')!;
      },
    ],
  ])('%s', (_, change) => {
    const { document, cache, before } = opened();
    cache.forget(change(document));
    expectSame(readAgain(before) as PageArticle, fresh(document));
  });

  test('a hundred changes one after the other', () => {
    const { document, cache, before } = opened();
    let page = before;
    for (let i = 0; i < 100; i++) {
      // A fixed walk through the paragraphs, so that a failure can be repeated.
      const p = document.querySelectorAll('#s p')[(i * 37) % document.querySelectorAll('#s p').length]!;
      if (i % 5 === 0) p.after(p.cloneNode(true));
      else if (i % 7 === 0) p.remove();
      else p.append(` more ${i}`);
      cache.forget(p);
      cache.forget(document.querySelector('#s')!);
      page = readAgain(page) as PageArticle;
    }
    expectSame(page, fresh(document));
  });

  test('an article that has lost its text is none', () => {
    const { cache, before } = opened();
    for (const root of before.roots) {
      root.textContent = '';
      cache.forget(root);
    }
    expect(readAgain(before)).toEqual({ article: null, words: 0 });
  });
});
