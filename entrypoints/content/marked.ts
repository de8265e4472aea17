/** Which mentions are marked: all of them, or the first of each entity in every section of the article. */
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { Article } from '../../lib/text/article.ts';

const entityOf = (mention: Mention): string =>
  mention.note ?? (mention.candidates.map(({ note }) => note).join(' ') || `${mention.kind} ${formOf(mention)}`);

const formOf = ({ text }: Mention): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/**
 * The first mention of each entity in each section; a section begins at a heading, and the headline is one of its own.
 * Another form of a name is marked too, unless it is part of one already marked there: "IRGC" after "Revolutionary
 * Guards", but not "Putin" after "Vladimir Putin". A misprint is always marked: it is a finding of its own.
 */
export function markedMentions(article: Article, mentions: readonly Mention[], which: 'first' | 'all'): Mention[] {
  if (which === 'all') return [...mentions];
  const headings = article.blocks.filter(
    ({ role }) => role === 'headline' || role === 'heading' || role === 'subheadline',
  );
  const marked: Mention[] = [];
  let forms = new Map<string, string[]>();
  let next = 0;
  let end = 0;
  for (const mention of mentions) {
    // Past a heading a section begins; the heading itself belongs to it, but a headline ends its own.
    while (next < headings.length && headings[next]!.start <= mention.start) {
      forms = new Map();
      end = headings[next]!.role === 'headline' ? headings[next]!.end : 0;
      next++;
    }
    if (end > 0 && mention.start >= end) {
      forms = new Map();
      end = 0;
    }
    const seen = forms.get(entityOf(mention)) ?? [];
    const form = formOf(mention);
    const isNew = mention.misprint !== undefined || !seen.some((other) => other.includes(form));
    if (!isNew) continue;
    forms.set(entityOf(mention), [...seen, form]);
    marked.push(mention);
  }
  return marked;
}
