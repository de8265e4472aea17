/** The names of the enabled packs in an article: as printed, then misprinted. */
import type { Article } from '../text/article.ts';
import { findPrinted, type Hit } from './find-printed.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findMisprints } from './misprints.ts';

export type { Hit, HitCandidate } from './find-printed.ts';

/** Hits in text order; they do not overlap. */
export function findHits(article: Article, gazetteer: Gazetteer): Hit[] {
  const printed = findPrinted(article, gazetteer);
  const misprinted = findMisprints(article, gazetteer, printed);
  return misprinted.length === 0 ? printed : [...printed, ...misprinted].sort((a, b) => a.start - b.start);
}
