/**
 * Compares an article's claims with what is held, and with what its own text and the notes show. The only function of
 * this room that the reading path calls.
 */

import { type ArticleView, type Reading, viewArticle } from './article-view.ts';
import type { Origin } from './check.ts';
import { viewCheck } from './check-view.ts';
import { citeReport } from './citations.ts';
import { deriveMisprints } from './derive-misprint.ts';
import { deriveRoles } from './derive-role.ts';
import { deriveSameOrigin } from './derive-same-origin.ts';
import { deriveStakes } from './derive-stake.ts';
import { deriveVague } from './derive-vague.ts';
import type { Finding, OriginGroup, Stake } from './finding.ts';
import type { CheckIndex } from './index-checks.ts';
import { type Match, matchSentence } from './match.ts';
import { isBare, matchByWords } from './match-words.ts';
import { groupOrigins } from './origins.ts';
import { candidatesFor } from './retrieve.ts';
import { settle } from './settle.ts';

export interface CheckInput extends Reading {
  readonly checks: CheckIndex;
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Findings in the order of their claims, the surest first; the outlets of the article by origin; sources' stated ties. */
export function checkArticle({ checks, origins, ...reading }: CheckInput): {
  findings: Finding[];
  origins: OriginGroup[];
  stakes: Stake[];
} {
  const article = viewArticle(reading);
  const matches = findMatches(article, checks);
  const groups = groupOrigins(article, matches);
  const held = bestOf(matches, article).flatMap((match) => toFinding(match, article, origins));
  const derived = [
    ...deriveMisprints(article),
    ...deriveRoles(article),
    ...deriveSameOrigin(article, groups, matches, origins),
    ...deriveVague(article, groups),
  ].filter((finding) => !held.some((other) => says(other, finding)));
  const findings = [...held, ...derived].sort((a, b) => a.claim - b.claim || b.confidence - a.confidence);
  return { findings, origins: groups, stakes: deriveStakes(article) };
}

/** A held check says as much of the same claim, and with its author's care. */
const says = (held: Finding, derived: Finding): boolean =>
  held.claim === derived.claim &&
  ((held.finding === derived.finding && held.part === derived.part) ||
    // "No one is named" is said by any finding on what a statement rests on.
    ('key' in derived.explain && derived.explain.key === 'vague' && held.finding !== 'agrees'));

function findMatches(article: ArticleView, checks: CheckIndex): Match[] {
  return article.sentences.flatMap((sentence, at) => {
    if (sentence.claims.length === 0) return [];
    const candidates = candidatesFor(checks, sentence);
    const authored = candidates.flatMap((position) => {
      const check = checks.checks[position]!;
      return isBare(check) ? [] : (matchSentence(viewCheck(check), at, article) ?? []);
    });
    const bare = matchByWords(checks, candidates, at, article);
    return bare ? [...authored, bare] : authored;
  });
}

/** Each check at most once in the headlines and once in the body, where it fits best. */
function bestOf(matches: readonly Match[], { article, sentences }: ArticleView): Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const { role } = article.blocks[sentences[match.sentence]!.block]!;
    const top = role === 'headline' || role === 'subheadline';
    const key = `${top ? 'top' : 'body'} ${match.check.check.id}`;
    const other = best.get(key);
    if (!other || match.confidence > other.confidence) best.set(key, match);
  }
  return [...best.values()];
}

function toFinding(match: Match, article: ArticleView, origins: ReadonlyMap<string, Origin>): Finding[] {
  const settled = settle(match, article, origins);
  const { claim, confidence, words } = match;
  const { check } = match.check;
  return settled === null
    ? []
    : [
        {
          ...settled,
          claim,
          check: check.id,
          confidence,
          citations: check.reports.map((report) => citeReport(report, article.notes)),
          words,
        },
      ];
}
