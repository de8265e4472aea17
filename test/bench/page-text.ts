/**
 * How well the article is told from the rest of its page, against the hand-made bodies of article-extraction-benchmark
 * (97 pages) and Readability's accepted output (41 pages), both under ../shared/data and not part of this repository.
 * Metric as the benchmark's own: 4-gram shingles of words, true and false positives and negatives normalised per page
 * and averaged. `node test/bench/page-text.ts [--each]`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { articleFromDocument } from '../../lib/page/article-from-document.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const each = process.argv.includes('--each');
// Roles that the expected texts, bodies of articles, leave out.
const APART = new Set(['boilerplate', 'headline', 'subheadline', 'byline', 'caption']);

interface Page {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly expected: string;
}

const rowsOf = (path: string): { id: string; url?: string }[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function* pagesOf(set: 'html_aeb' | 'html_readability'): Generator<Page> {
  for (const { id, url = `https://example.org/${id}` } of rowsOf(join(data, set, 'index.jsonl'))) {
    const read = (end: string): string => readFileSync(join(data, set, 'html', `${id}.${end}`), 'utf8');
    const expected = set === 'html_aeb' ? read('txt') : textOf(read('expected.html'));
    yield { id, url, html: read('html'), expected };
  }
}

function textOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll('p, div, li, h1, h2, h3, h4, blockquote, td, br, figcaption'))
    element.after(document.createTextNode('\n'));
  return document.body.textContent ?? '';
}

/** Runs of four words with how often each occurs; shorter texts are one run. */
function shinglesOf(text: string): Map<string, number> {
  const words = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function score(expected: string, found: string): [number, number, number] {
  const gold = shinglesOf(expected);
  const ours = shinglesOf(found);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  for (const [shingle, n] of ours) {
    const m = gold.get(shingle) ?? 0;
    tp += Math.min(n, m);
    fp += Math.max(0, n - m);
  }
  for (const [shingle, m] of gold) fn += Math.max(0, m - (ours.get(shingle) ?? 0));
  const sum = tp + fp + fn;
  return sum > 0 ? [tp / sum, fp / sum, fn / sum] : [0, 0, 0];
}

const figure = (n: number): string => n.toFixed(3);

for (const set of ['html_aeb', 'html_readability'] as const) {
  if (!existsSync(join(data, set))) {
    console.log(`${set}: skipped, ../shared/data/${set} is not here`);
    continue;
  }
  const sums: [number, number, number] = [0, 0, 0];
  let pages = 0;
  let seen = 0;
  let dated = 0;
  let ms = 0;
  for (const { id, url, html, expected } of pagesOf(set)) {
    const { document } = parseHTML(html);
    const started = performance.now();
    if (articleFromDocument(document, url).article) seen++;
    ms += performance.now() - started;
    const { article } = articleFromDocument(document, url, { force: true });
    if (article?.date) dated++;
    const body = (article?.blocks ?? [])
      .filter(({ role }) => !APART.has(role))
      .map(({ start, end }) => article?.text.slice(start, end))
      .join('\n\n');
    const parts = score(expected, body);
    parts.forEach((part, i) => {
      sums[i]! += part;
    });
    pages++;
    if (each) {
      const [tp, fp, fn] = parts;
      console.log(
        `${id} F1=${figure((2 * tp) / (2 * tp + fp + fn || 1))} P=${figure(tp / (tp + fp || 1))} R=${figure(tp / (tp + fn || 1))} ${article?.date?.from ?? '-'} ${article?.date?.basis ?? ''} ${url}`,
      );
    }
  }
  const [tp, fp, fn] = sums;
  console.log(
    `${set}: pages=${pages} P=${figure(tp / (tp + fp))} R=${figure(tp / (tp + fn))} F1=${figure((2 * tp) / (2 * tp + fp + fn))} ` +
      `taken-for-articles=${seen} dated=${dated} ms/page=${(ms / pages).toFixed(1)} (linkedom)`,
  );
}
