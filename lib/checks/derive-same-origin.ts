/** Outlets of an article that go back to one origin, said where the second of them is named. */
import type { ArticleView } from './article-view.ts';
import type { Origin } from './check.ts';
import { citeReport } from './citations.ts';
import type { Finding, OriginGroup } from './finding.ts';
import type { Match } from './match.ts';

export function deriveSameOrigin(
  article: ArticleView,
  groups: readonly OriginGroup[],
  matches: readonly Match[],
  origins: ReadonlyMap<string, Origin>,
): Finding[] {
  const { notes, claims, attributions } = article;
  const nameOf = (id: string): string => origins.get(id)?.name ?? notes.get(id as never)?.name ?? id;
  return groups.flatMap((group): Finding[] => {
    // The origin itself, when it is an outlet named here, else the outlet named first: the others repeat it.
    const first = group.outlets.find((outlet) => outlet === group.origin) ?? group.outlets[0];
    return group.outlets.flatMap((outlet): Finding[] => {
      if (outlet === first || first === undefined) return [];
      const claim = group.claims.find((at) => {
        const { attribution } = claims[at]!;
        return attribution !== null && attributions[attribution]!.sourceNotes.includes(outlet);
      });
      if (claim === undefined) return [];
      const reports = matches
        .flatMap((match) => match.check.check.reports)
        .filter(
          (report, at, all) => report.origin === group.origin && all.findIndex(({ url }) => url === report.url) === at,
        )
        .filter((report) => report.outlet !== undefined && group.outlets.includes(report.outlet));
      const mention = article.mentions.find(
        ({ note, start }) =>
          note === outlet && start >= (article.sentences.find((s) => s.claims.includes(claim))?.start ?? 0),
      );
      return [
        {
          claim,
          finding: 'single-origin',
          part: null,
          check: null,
          confidence: 0.9,
          explain:
            group.origin === first
              ? { key: 'repeats', args: [nameOf(outlet), nameOf(first)] }
              : { key: 'same_origin', args: [nameOf(outlet), nameOf(first), nameOf(group.origin)] },
          citations: reports.map((report) => citeReport(report, notes)),
          words: mention ? [{ start: mention.start, end: mention.end }] : [],
        },
      ];
    });
  });
}
