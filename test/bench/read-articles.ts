/**
 * Articles whose attributions were judged by reading, with the judgements: by corpus, id and offset of the cue in the text; no
 * text is kept. Halves A and C were read before the rules were mended and weigh in the fit, B was read after and is the test. One
 * reader, not blind. Reads `../shared/data`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { articleFromDocument } from '../../lib/page/article-from-document.ts';
import type { Article } from '../../lib/text/article.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { readCorpus } from './corpora.ts';

export interface ReadArticle {
  readonly half: string;
  readonly article: Article;
  /** By where the cue starts: whether source, cue and content were right. */
  readonly judged: ReadonlyMap<number, boolean>;
}

interface Piece {
  readonly id: string | number;
  readonly text: string;
  readonly title?: string;
}

const WHERE: Readonly<Record<string, string>> = {
  fa: 'fa_kes/articles.jsonl',
  re3d: 're3d/entities.jsonl',
  msnbc: 'el_msnbc_updated/entities.jsonl',
  fair: 'el_news_fair_v2/entities.jsonl',
  ecb: 'ecbplus/docs.jsonl',
};

/** The text of a piece as it was read: FA-KES with its title, ECB+ without the address in its first line. */
function textOf(corpus: string, { title, text }: Piece): string {
  if (corpus === 'fa') return `${title}\n\n${text}`;
  return corpus === 'ecb' && text.startsWith('http') ? text.slice(text.indexOf('\n') + 1) : text;
}

const shared = (path: string): string => join(import.meta.dirname, '..', '..', '..', 'shared', 'data', path);

function pageOf(name: string): Article | null {
  const file = shared(`html_aeb/html/${name}.html`);
  if (!existsSync(file)) return null;
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  return articleFromDocument(document as unknown as Document, '', { force: true }).article;
}

/** All judged articles; none where the corpora are not there. */
export function readJudgedArticles(): ReadArticle[] {
  const lines = readFileSync(join(import.meta.dirname, 'record', 'read-attributions.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const byArticle = new Map<string, { half: string; judged: Map<number, boolean> }>();
  for (const line of lines) {
    const [half, id, cue, verdict] = line.split('\t') as [string, string, string, string];
    const held = byArticle.get(id) ?? { half, judged: new Map<number, boolean>() };
    byArticle.set(id, held);
    held.judged.set(+cue, verdict === 'right');
  }
  const corpora = new Map(
    Object.entries(WHERE).map(([corpus, path]) => [
      corpus,
      new Map(readCorpus<Piece>(path)?.map((piece) => [String(piece.id), textOf(corpus, piece)])),
    ]),
  );
  const news = existsSync(shared('bench/news.json'))
    ? (JSON.parse(readFileSync(shared('bench/news.json'), 'utf8')) as string[])
    : [];
  return [...byArticle].flatMap(([id, { half, judged }]) => {
    const [corpus, name] = id.split(':') as [string, string];
    const text = corpus === 'bbc' ? news[+name] : corpora.get(corpus)?.get(name);
    const article = corpus === 'aeb' ? pageOf(name) : text === undefined ? null : articleFromText({ id, text });
    return article ? [{ half, article, judged }] : [];
  });
}
