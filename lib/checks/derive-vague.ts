/**
 * Statements laid to a source nobody could ask: "multiple reports", "officials", "experts". Said once for each such
 * source, with how many origins the outlets named in the article come to. Left alone: "is seen as" and "is expected to",
 * which lay nothing to anyone, and officials of a country, experts in a town, who could at least be looked for.
 */
import type { ArticleView } from './article-view.ts';
import type { Finding, OriginGroup } from './finding.ts';
import { unitsOf } from './meaning.ts';
import { stemOf, tokensOf } from './words.ts';

const MANY = new Set('multiple several numerous many various dozens scores'.split(' '));
const REPORTS = new Set('report media outlet newspap press'.split(' '));
const PEOPLE = new Set('sourc offici expert analyst observ activist diplomat wit resid insid'.split(' '));

export function deriveVague(article: ArticleView, groups: readonly OriginGroup[]): Finding[] {
  const { attributions, claims, article: whole } = article;
  const seen = new Set<string>();
  const firstClaim = new Map<number, number>();
  claims.forEach(({ attribution, mode }, at) => {
    if (attribution !== null && mode !== 'question' && !firstClaim.has(attribution)) firstClaim.set(attribution, at);
  });
  return attributions.flatMap(({ sourceKind, source }, at): Finding[] => {
    const claim = firstClaim.get(at);
    const span = source[0];
    if (sourceKind !== 'vague' || claim === undefined || !span) return [];
    // "No official has said so" lays nothing to anyone.
    const printed = whole.text.slice(span.start, span.end);
    const stems = tokensOf(printed).map(({ word }) => stemOf(word));
    const reports = stems.some((stem) => REPORTS.has(stem));
    const several = tokensOf(printed).some(({ word }) => MANY.has(word) || word === 'media' || /[^s]s$/.test(word));
    if (
      /^(?:no|the|this|that|its|their|his|her)\b/i.test(printed) ||
      !several ||
      seen.has(printed.toLowerCase()) ||
      isQualified(printed) ||
      !(reports || stems.some((stem) => PEOPLE.has(stem)))
    )
      return [];
    seen.add(printed.toLowerCase());
    // That nobody is named is said of half of all news: true, and seldom what a reader looks for.
    const finding = (kind: Finding['finding'], part: Finding['part'], key: string, args: string[]): Finding[] => [
      {
        claim,
        finding: kind,
        part,
        check: null,
        confidence: key === 'vague' ? 0.7 : 0.85,
        explain: { key, args },
        citations: [],
        words: [span],
      },
    ];
    const named = groups.filter(({ claims: resting }) => resting.length > 0);
    const outlets = named.flatMap((group) => group.outlets);
    if (reports && outlets.length > 1 && named.length < outlets.length) {
      if (named.length === 1)
        return finding('single-origin', null, 'vague_one_origin', [printed, String(outlets.length)]);
      const many = tokensOf(printed).some(({ word }) => MANY.has(word));
      if (many && named.length === 2)
        return finding('differs', 'number', 'vague_two_origins', [printed, String(outlets.length)]);
    }
    return finding('unconfirmed', null, 'vague', [printed]);
  });
}

/** A country, a name or an "of": the source is narrowed to someone. */
function isQualified(printed: string): boolean {
  const tokens = tokensOf(printed);
  return (
    unitsOf(printed, tokens).some(({ kind }) => kind === 'country' || kind === 'name' || kind === 'proxy') ||
    / of | from /.test(printed)
  );
}
