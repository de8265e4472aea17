/** Names the article prints in a misprinted or garbled form, with the form its note gives. */
import type { Mention } from '../gazetteer/mention.ts';
import { contains } from '../text/span.ts';
import { type ArticleView, claimAt } from './article-view.ts';
import { citeNote } from './citations.ts';
import type { Finding } from './finding.ts';

/** One finding for each garbled form, at its first place in a claim. */
export function deriveMisprints(article: ArticleView): Finding[] {
  const { mentions, notes } = article;
  const seen = new Set<string>();
  return mentions.flatMap((mention): Finding[] => {
    if (!mention.misprint || mention.note === null) return [];
    const key = `${mention.note} ${mention.text}`;
    const claim = claimAt(article, mention);
    if (claim === null || seen.has(key)) return [];
    if (isNamedAsError(article, mention)) return [];
    seen.add(key);
    const note = notes.get(mention.note);
    const alias = note?.aliases.find(
      ({ text, misprint }) => misprint && text.toLowerCase() === mention.text.toLowerCase(),
    );
    const { of, explain } = mention.misprint;
    return [
      {
        claim,
        finding: 'differs',
        part: 'name',
        check: null,
        confidence: 0.95,
        explain: explain
          ? { key: 'misprint_because', args: [mention.text, of, explain] }
          : { key: 'misprint', args: [mention.text, of] },
        citations: note && alias?.sources ? citeNote(note, alias.sources) : [],
        words: [{ start: mention.start, end: mention.end }],
      },
    ];
  });
}

/** An article that prints the form as an error, or beside the right one, has said all there is to say. */
function isNamedAsError({ sentences, mentions }: ArticleView, mention: Mention): boolean {
  const at = sentences.findIndex((sentence) => contains(sentence, mention));
  const sentence = sentences[at];
  if (!sentence) return false;
  const token = sentence.tokens.findIndex(({ end }) => end > mention.start);
  const { refuted, negated, mode } = sentence.modalities[token] ?? {};
  const near = [sentence, sentences[at + 1]].filter((view) => view !== undefined);
  const right = mentions.some(
    (other) => other.note === mention.note && !other.misprint && near.some((view) => contains(view, other)),
  );
  return refuted === true || negated === true || mode === 'denial' || right;
}
