/**
 * A source's stated tie to someone it speaks about: told from the source's own note, with its page, and never weighed. The
 * same fields for every side; a tie that nobody stated is not made up from a country or a name.
 */
import type { Fact, Note } from '../notes/note.ts';
import { daysOf } from '../text/partial-date.ts';
import type { ArticleView } from './article-view.ts';
import { citeNote } from './citations.ts';
import type { Stake } from './finding.ts';

const TIES: ReadonlySet<string> = new Set(
  'stake owner backer party control funding alignment parent leader rival allegiance commander'.split(' '),
);

/** One for each source, person or body spoken about, and field. */
export function deriveStakes({ attributions, claims, mentions, notes, date }: ArticleView): Stake[] {
  const found = new Map<string, Stake>();
  claims.forEach((claim, at) => {
    const sources = claim.attribution === null ? [] : attributions[claim.attribution]!.sourceNotes;
    const about = new Set(claim.mentions.flatMap((mention) => mentions[mention]?.note ?? []));
    for (const source of sources) {
      const note = notes.get(source);
      for (const fact of note?.facts ?? []) {
        const { what, ref, text, value, sources: keys } = fact;
        const key = `${source} ${ref} ${what}`;
        if (!TIES.has(what) || ref === undefined || ref === source || !about.has(ref) || found.has(key)) continue;
        if (!isPast(fact, date))
          found.set(key, {
            source,
            about: ref,
            claim: at,
            what,
            text: text ?? value,
            citations: citeNote(note as Note, keys),
          });
      }
    }
  });
  return [...found.values()];
}

/** Ended before the article, or begun after it. */
function isPast({ from, to }: Fact, date: ArticleView['date']): boolean {
  const [began, ended] = [from === undefined ? null : daysOf(from), to === undefined ? null : daysOf(to)];
  return date !== null && ((ended !== null && ended.to < date.from) || (began !== null && began.from > date.to));
}
