import { attribute } from '../attribution/attribute.ts';
import type { Attribution } from '../attribution/attribution.ts';
import type { Claim } from '../claims/claim.ts';
import { extractClaims } from '../claims/extract.ts';
import { findHits } from '../gazetteer/find.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Mention } from '../gazetteer/mention.ts';
import { linkMentions } from '../linking/link.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import type { Origin } from './check.ts';
import { checkArticle } from './check-article.ts';
import type { Finding, OriginGroup, Stake } from './finding.ts';
import type { CheckIndex } from './index-checks.ts';

/** What the enabled packs hold, ready for the engine. */
export interface Knowledge {
  readonly gazetteer: Gazetteer;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly checks: CheckIndex;
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Everything the engine says of one article; indices in it refer to its own lists. */
export interface Analysis {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  readonly origins: readonly OriginGroup[];
  /** What the notes of sources state of their ties to whom they speak about. */
  readonly stakes?: readonly Stake[];
}

/** The whole engine on one article, in order: names, sources, claims, findings. */
export function analyzeArticle(article: Article, { gazetteer, notes, checks, origins }: Knowledge): Analysis {
  const mentions = linkMentions(article, findHits(article, gazetteer), notes);
  const attributions = attribute(article, mentions, notes);
  const claims = extractClaims(article, mentions, attributions);
  const checked = checkArticle({ article, mentions, attributions, claims, notes, checks, origins });
  return { article, mentions, attributions, claims, ...checked };
}
