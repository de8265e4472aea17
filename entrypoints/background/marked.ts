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

/** Where sections begin: at each heading, and at and after a headline or standfirst, which are read apart. */
const sectionStarts = (article: Article): number[] =>
  article.blocks.flatMap(({ role, start, end }) => {
    if (role === 'heading') return [start];
    return role === 'headline' || role === 'subheadline' ? [start, end] : [];
  });

/**
 * The first mention of each entity in each section. Another form of a name is marked too, unless it is part of one
 * already marked there: "IRGC" after "Revolutionary Guards", but not "Putin" after "Vladimir Putin". A misprint is
 * always marked: it is a finding of its own.
 */
export function markedMentions(article: Article, mentions: readonly Mention[], which: 'first' | 'all'): Mention[] {
  if (which === 'all') return [...mentions];
  const starts = sectionStarts(article);
  let section = 0;
  let forms = new Map<string, string[]>();
  return mentions.filter((mention) => {
    while (section < starts.length && starts[section]! <= mention.start) {
      section++;
      forms = new Map();
    }
    const seen = forms.get(entityOf(mention)) ?? [];
    const form = formOf(mention);
    if (mention.misprint === undefined && seen.some((other) => other.includes(form))) return false;
    forms.set(entityOf(mention), [...seen, form]);
    return true;
  });
}
