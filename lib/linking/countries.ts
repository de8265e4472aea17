/** How often an article names each country, by its name or its people. */
import { NATION_FORMS } from '../gazetteer/nations.ts';
import type { ArticleWords } from './article-words.ts';

export function countriesIn(words: ArticleWords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [form, countries] of NATION_FORMS) {
    const found = words.positionsOf(form).filter((at) => words.words[at]!.text[0] === form[0]).length;
    if (found === 0) continue;
    for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + found);
  }
  return counts;
}
