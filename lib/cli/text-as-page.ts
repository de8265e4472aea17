import type { BlockRole } from '../text/article.ts';
import { articleFromText } from '../text/plain-text.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** How a page prints what the text reader took a block for; what is not here is a paragraph. */
const PRINTED: Partial<Record<BlockRole, (html: string) => string>> = {
  headline: (html) => `<h1>${html}</h1>`,
  heading: (html) => `<h2>${html}</h2>`,
  item: (html) => `<ul><li>${html}</li></ul>`,
  quote: (html) => `<blockquote><p>${html}</p></blockquote>`,
  subheadline: (html) => `<p class="standfirst">${html}</p>`,
  byline: (html) => `<address>${html}</address>`,
};

/**
 * A plain-text article as the page a browser would open. Its blocks are those the text reader finds, so that the page is
 * read as the text is: comment forms and related headlines at its end stand outside the article.
 */
export function textAsPage(text: string): string {
  const { blocks, title = '' } = articleFromText({ id: '', text });
  const print = (isBoilerplate: boolean): string =>
    blocks
      .filter(({ role }) => (role === 'boilerplate') === isBoilerplate)
      .map(({ role, start, end }) => {
        const html = escapeHtml(text.slice(start, end));
        return PRINTED[role]?.(html) ?? `<p>${html}</p>`;
      })
      .join('\n');
  const headline = blocks.find(({ role }) => role === 'headline');
  const name = title || (headline ? text.slice(headline.start, headline.end) : '');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(name)}</title>
<meta property="og:type" content="article"><link rel="icon" href="data:,">
<style>body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 18px/1.6 serif; color-scheme: light dark }</style></head>
<body><article>
${print(false)}
</article>
<footer>
${print(true)}
</footer></body></html>`;
}
