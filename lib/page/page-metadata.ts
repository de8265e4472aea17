/** What a page says of itself: JSON-LD (schema.org), Open Graph and other meta elements. Nothing here is trusted as text. */
import { attribute, textOf } from './elements.ts';

export interface PageMetadata {
  /** The page calls itself an article. */
  readonly isArticle: boolean;
  readonly headlines: readonly string[];
  readonly descriptions: readonly string[];
  /** As printed, in the order they are to be believed. */
  readonly dates: readonly { readonly basis: 'json-ld' | 'meta'; readonly value: string }[];
  readonly lang: string | null;
  readonly canonical: string | null;
}

// schema.org's Article and its subtypes (https://schema.org/Article).
const ARTICLE_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|(?:Live)?BlogPosting|SocialMediaPosting|Report|Reportage)$/;

/** Names and properties of meta elements that hold the day of publication, best first; by their letters alone. */
const DATE_METAS = (
  'articlepublishedtime ogarticlepublishedtime articlepublished datepublished ogpubdate ogpublishedtime pubdate ' +
  'publishdate publishedtime publicationdate originalpublicationdate parselypubdate sailthrudate ' +
  'cxenseparserecspublishtime dctermscreated dctermsissued dctermsdate dcdateissued dcdatecreated dcdate ' +
  'citationpublicationdate citationdate articledateoriginal date'
).split(' ');

/** JSON-LD longer than this is a product catalogue, not an article. */
const MAX_JSON = 1_000_000;
const MAX_NODES = 500;

type Json = { readonly [key: string]: unknown };
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of the page's JSON-LD, however it is nested, up to a limit. */
function jsonLdNodes(document: Document): Json[] {
  const found: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = textOf(script);
    if (source.length > MAX_JSON) continue;
    const queue: unknown[] = [parsed(source)];
    for (let i = 0; i < queue.length && found.length < MAX_NODES; i++) {
      const value = queue[i];
      if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
      else if (isRecord(value)) {
        found.push(value);
        queue.push(value['@graph'], value.mainEntity, value.mainEntityOfPage);
      }
    }
  }
  return found;
}

/** Pages put raw line ends and comment marks in their JSON-LD; those are mended, anything else is left. */
function parsed(source: string): unknown {
  for (const attempt of [source, source.replace(/[\n\r\t]+/g, ' ').replace(/^\s*(?:\/\*.*?\*\/|<!--)|-->\s*$/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing: a page's broken metadata is not our failure.
    }
  }
  return null;
}

const typesOf = (node: Json): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string');

const strings = (...values: unknown[]): string[] =>
  values
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .map((value) => value.trim());

/** Pages write one name in many ways: `publish-date`, `publish_date`, `PublishDate`. */
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]+/g, '');

export function readMetadata(document: Document): PageMetadata {
  const articles = jsonLdNodes(document).filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  const said = (field: string): string[] => articles.flatMap((node) => strings(node[field]));
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = attribute(meta, 'property') || attribute(meta, 'name') || attribute(meta, 'itemprop');
    const key = lettersOf(name);
    if (key && !metas.has(key)) metas.set(key, attribute(meta, 'content'));
  }
  const meta = (name: string): string[] => strings(metas.get(lettersOf(name)));
  const microdata = document.querySelector('[itemtype*="schema.org/NewsArticle"], [itemtype$="schema.org/Article"]');
  return {
    isArticle: articles.length > 0 || /^article\b/i.test(meta('og:type')[0] ?? '') || microdata !== null,
    headlines: [
      ...articles.flatMap((node) => strings(node.headline, node.name)),
      ...meta('og:title'),
      ...meta('twitter:title'),
      ...strings(document.title),
    ],
    descriptions: [...said('description'), ...meta('og:description'), ...meta('description')],
    dates: [
      ...[...said('datePublished'), ...said('dateCreated')].map((value) => ({ basis: 'json-ld' as const, value })),
      ...DATE_METAS.flatMap(meta).map((value) => ({ basis: 'meta' as const, value })),
    ],
    lang: langOf(document, meta('og:locale')[0]),
    canonical: document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? null,
  };
}

function langOf(document: Document, locale: string | undefined): string | null {
  const lang = document.documentElement?.getAttribute('lang') || document.body?.getAttribute('lang') || locale;
  const tag = lang?.trim().replaceAll('_', '-');
  return tag && /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(tag) ? tag : null;
}
