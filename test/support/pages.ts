/** Pages made for tests. Words that matter are arguments; the rest is what a news page has. */

/** Counts every change inside the body from before the extension runs. The card's host hangs outside it. */
const COUNT_MUTATIONS = `<script>
  window.mutations = 0;
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => { window.mutations += records.length; })
      .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script>`;

const FILLER =
  'The talks went on for most of the afternoon and ended without a statement. Reporters had waited since the morning in ' +
  'the yard of the ministry, where a few officers came and went. ';

export interface PageOptions {
  readonly title?: string;
  readonly date?: string;
  readonly head?: string;
  /** Markup after the paragraphs, inside the article. */
  readonly extra?: string;
  /** Markup after the article. */
  readonly after?: string;
}

/** A page that is an article by every sign, with a paragraph for each text. */
export function articlePage(paragraphs: readonly string[], options: PageOptions = {}): string {
  const { title = 'A day at the ministry', date = '2019-02-10', head = '', extra = '', after = '' } = options;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="${date}">
<link rel="icon" href="data:,">${COUNT_MUTATIONS}${head}</head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}${extra}</article>${after}</body></html>`;
}

/** A paragraph of nothing in particular, `times` over. */
export const filler = (times = 1): string => FILLER.repeat(times).trim();

/** The sample article with the mutation counter in it. */
export const counting = (html: string): string => html.replace('<head>', `<head>${COUNT_MUTATIONS}`);
