/** A plain-text article as the page a browser would open; its first line is the headline. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function textAsPage(text: string): string {
  const [title = '', ...paragraphs] = text
    .split(/\n\s*\n|\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta property="og:type" content="article"><link rel="icon" href="data:,">
<style>body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 18px/1.6 serif; color-scheme: light dark }</style></head>
<body><article><h1>${escapeHtml(title)}</h1>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
</article></body></html>`;
}
