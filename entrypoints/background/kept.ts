/** Reading across articles: what the reader kept, against the article at hand. Nothing of it leaves this machine. */

import { browser } from 'wxt/browser';
import { printedSource } from '../../lib/attribution/printed-source.ts';
import type { Analysis } from '../../lib/checks/analyze.ts';
import type { CheckIndex } from '../../lib/checks/index-checks.ts';
import { readBefore } from '../../lib/checks/read-before.ts';
import { type Rarity, rarityOf, SURE_BY_CHECKS, sketchOf } from '../../lib/checks/same-event.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { PageRequests } from '../../lib/messages/protocol.ts';
import type { KeptState, ReadElsewhere } from '../../lib/messages/reading.ts';
import { coded } from '../../lib/messages/result.ts';
import { type KeptArticles, type KeptRecord, keptArticles } from '../../lib/store/kept-articles.ts';
import type { Article } from '../../lib/text/article.ts';
import { type Span, sliceOf } from '../../lib/text/span.ts';
import type { Library } from './library.ts';
import { dated } from './reader-dates.ts';

const kept: KeptArticles = keptArticles();

/** A place further down the same page is the same article. */
const idOf = ({ id }: Article): string => id.split('#', 1)[0]!;

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans
    .map((span) => sliceOf(text, span))
    .join(' … ')
    .replace(/\s+/g, ' ')
    .trim();

function titleOf(article: Article): string {
  const headline = article.blocks.find(({ role }) => role === 'headline');
  return headline ? wordsOf(article.text, [headline]) : (article.title ?? article.url ?? article.id);
}

const claimsOf = ({ article, claims }: Analysis): string[] => claims.map((claim) => wordsOf(article.text, [claim]));

function recordOf(analysis: Analysis): KeptRecord {
  const { article, attributions, claims } = analysis;
  const texts = claimsOf(analysis);
  return {
    id: idOf(article),
    url: article.url ?? article.id,
    title: titleOf(article),
    date: article.date && { from: article.date.from, to: article.date.to },
    keptAt: new Date().toISOString(),
    claims: claims.map(({ attribution }, at) => {
      const by = attribution === null ? undefined : attributions[attribution];
      return {
        text: texts[at]!,
        source: by ? printedSource(article.text, by.source) : '',
        cue: by ? wordsOf(article.text, by.cue) : '',
      };
    }),
    sketch: sketchOf(article.text, article.date),
  };
}

/** Checks are what a browser has to tell rare words from common ones; so many are enough for it. */
const MOST_COUNTED = 2_000;
const rarities = new WeakMap<CheckIndex, Rarity>();

function rarityBy(index: CheckIndex): Rarity {
  const known = rarities.get(index);
  if (known) return known;
  const texts = index.checks
    .slice(0, MOST_COUNTED)
    .map(({ claim, also, holds = '', explain }) => [claim, ...also, holds, explain].join(' '));
  const rarity = rarityOf(texts.map((text) => sketchOf(text)));
  rarities.set(index, rarity);
  return rarity;
}

/** What the popup is told of an article beside its analysis. */
export async function readingAcross(
  analysis: Analysis,
  library: Library,
): Promise<{ kept: boolean; readBefore: ReadElsewhere[] }> {
  const id = idOf(analysis.article);
  const all = await kept.all();
  const others = all.filter((record) => record.id !== id);
  if (others.length === 0) return { kept: all.length > 0, readBefore: [] };
  const byId = new Map(others.map((record) => [record.id, record]));
  const { article } = analysis;
  const found = readBefore(
    claimsOf(analysis),
    sketchOf(article.text, article.date),
    others.map((record) => ({ ...record, statements: record.claims.map(({ text }) => text) })),
    rarityBy(await library.checks()),
    SURE_BY_CHECKS,
  );
  return {
    kept: all.length > others.length,
    readBefore: found.map(({ statement, article: from, before, part }) => {
      const { title, url, date } = byId.get(from)!;
      return { claim: statement, part, before, title, url, date };
    }),
  };
}

/** Reads the frame's article anew and keeps its claims. */
export async function keepArticle(tabId: number, frameId: number, library: Library): Promise<void> {
  const ask = createClient<PageRequests>('page', (message) => browser.tabs.sendMessage(tabId, message, { frameId }));
  const read = await ask('readArticle', { force: false });
  if (!read.ok || !read.value.article) throw coded('no-article', 'There is no article to keep.');
  const { analysis } = await library.analyze(await dated(read.value.article));
  await kept.keep(recordOf(analysis));
}

export const getKept = async (): Promise<KeptState[]> =>
  (await kept.all()).map(({ sketch: _, claims, ...state }) => ({
    ...state,
    claims: claims.map(({ text, source }) => ({ text, source })),
  }));

export const forgetKept = (id: string | null): Promise<void> => (id === null ? kept.forgetAll() : kept.forget(id));
