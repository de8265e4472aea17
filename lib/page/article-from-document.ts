/**
 * The front door: a page in, its article out. Cheap questions first: what the page says of itself, then how much prose
 * it has; only then is the page surveyed and read.
 */
import type { Article } from '../text/article.ts';
import type { ReadCache } from './collector.ts';
import { textOf } from './elements.ts';
import { findHeadline, findStandfirst } from './headline.ts';
import { findMainText, type MainText } from './main-text.ts';
import { findDate } from './page-date.ts';
import { type PageMetadata, readMetadata } from './page-metadata.ts';
import { type ReadOptions, readText } from './read-text.ts';
import type { TextMap } from './text-map.ts';

export interface PageReadOptions {
  /** Read the page's main text even when nothing says that it is an article. */
  readonly force?: boolean;
  /** Reading stops at the end of the block that reaches this many characters. */
  readonly maxChars?: number;
  /** Kept between readings of one page, so that only blocks that changed are read again. */
  readonly cache?: ReadCache;
}

export interface PageArticle {
  readonly article: Article;
  readonly map: TextMap;
  /** The elements that were read, in reading order; changes outside them do not matter. */
  readonly roots: readonly Element[];
  readonly words: number;
  /** Set when only the first part was read, in characters. */
  readonly truncatedAt?: number;
  /** How it was read, for `readAgain`. */
  readonly how: ReadOptions;
}

/** What came of reading a page: its article, or the number of words in which none was seen. */
export type PageReading = PageArticle | { readonly article: null; readonly words: number };

/** Characters of prose that make an article of a page that calls itself one, and of a page that does not. */
const MIN_PROSE_SAID = 300;
const MIN_PROSE_UNSAID = 900;
/** Without the page's word, prose must outweigh links and scraps by this much: section fronts are full of sentences. */
const MIN_PROSE_RATIO = 2;

/** Longer addresses carry a session's state, not a place; cut, one would lead elsewhere. */
const MAX_ADDRESS = 2_000;

/** Whether a page is worth surveying at all: it says so, or some paragraphs have the length of prose. */
function mayBeArticle(document: Document, metadata: PageMetadata): boolean {
  if (metadata.isArticle) return true;
  let prose = 0;
  for (const paragraph of document.querySelectorAll('p, article, br + br')) {
    if (paragraph.localName !== 'p') return true;
    prose += textOf(paragraph).length;
    if (prose >= MIN_PROSE_UNSAID) return true;
  }
  return false;
}

function isArticle({ prose, scraps }: MainText, metadata: PageMetadata): boolean {
  if (metadata.isArticle && prose >= MIN_PROSE_SAID) return true;
  return prose >= MIN_PROSE_UNSAID && prose >= scraps * MIN_PROSE_RATIO;
}

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

export function articleFromDocument(document: Document, url: string, options: PageReadOptions = {}): PageReading {
  const { force = false, maxChars = 2_000_000 } = options;
  const metadata = readMetadata(document);
  const main = force || mayBeArticle(document, metadata) ? findMainText(document) : null;
  if (!main || !(force || isArticle(main, metadata))) return { article: null, words: wordsOfParagraphs(document) };

  const headline = findHeadline(document, main, metadata);
  const standfirst = findStandfirst(headline, main, metadata);
  const roots = [headline, standfirst, main.root].filter(
    (element, i): element is Element => element !== null && (i === 2 || !main.root.contains(element)),
  );
  const how: ReadOptions = {
    wrappers: main.wrappers,
    teasers: main.teasers,
    headline,
    standfirst,
    maxChars,
    styled: typeof main.root.checkVisibility === 'function',
    cache: options.cache,
  };
  const title = (headline && textOf(headline).replace(/\s+/g, ' ').trim()) || metadata.headlines[0];
  const address = canonicalUrl(metadata.canonical, url);
  return reading(roots, how, {
    id: url.slice(0, MAX_ADDRESS),
    date: findDate(document, metadata, main.root, url),
    ...(title && { title: title.slice(0, 500) }),
    ...(address.length <= MAX_ADDRESS && { url: address }),
    ...(metadata.lang && { lang: metadata.lang }),
  });
}

/** Reads the same elements of the same page once more; only what the cache was told to forget is gone through. */
export const readAgain = ({ roots, how, article }: PageArticle): PageReading => reading(roots, how, article);

function reading(roots: readonly Element[], how: ReadOptions, about: Omit<Article, 'text' | 'blocks'>): PageReading {
  const { text, blocks, map, truncated } = readText(roots, how);
  const words = countWords(text);
  if (words === 0) return { article: null, words };
  const article: Article = { ...about, text, blocks };
  return { article, map, roots, words, how, ...(truncated && { truncatedAt: text.length }) };
}

/** The page's canonical address if it is on the same site; a page may not name itself after another. */
function canonicalUrl(canonical: string | null, url: string): string {
  const target = canonical && URL.parse(canonical, url);
  return target && target.host === URL.parse(url)?.host ? target.href : url;
}

function wordsOfParagraphs(document: Document): number {
  let words = 0;
  for (const paragraph of document.querySelectorAll('p')) words += countWords(textOf(paragraph));
  return words;
}
