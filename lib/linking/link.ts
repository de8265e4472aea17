/**
 * Links the names found in an article to the notes that bear them, with the evidence that decided. Names in full come
 * first, because short forms, acronyms and surnames lean on them; then names that no pack knows. See DESIGN.md.
 */
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import { DERIVED } from '../gazetteer/forms.ts';
import type { Mention } from '../gazetteer/mention.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import { ArticleWords } from './article-words.ts';
import { type Assessment, Assessor, chosenOf, toMention } from './assess.ts';
import { Bearers } from './bearers.ts';
import { findUnnoted } from './unnoted.ts';

/** Every name that some note bears, with what speaks for each bearer; fitting the weights reads these too. */
export function assessHits(
  words: ArticleWords,
  article: Article,
  hits: readonly Hit[],
  notes: ReadonlyMap<NoteId, Note>,
): Assessment[] {
  const assessor = new Assessor(article, words, notes, hits);
  // A family name without a title is nobody's until a full name makes it somebody's.
  const own = hits.filter((hit) => hit.candidates.some(isListed) || assessor.frames.frameOf(hit).family !== null);
  const first = own.map((hit) => assessor.assess(hit, () => []));
  for (const assessment of first) {
    const chosen = chosenOf(assessment);
    if (chosen) assessor.linked.set(chosen.candidate.note, assessment.hit.text);
  }
  const bearers = new Bearers(assessor, first);
  return [...own, ...bearers.shortForms(own)].map((hit) =>
    assessor.assess(hit, (candidate) => bearers.evidenceFor(hit, candidate)),
  );
}

/** Mentions sorted by start; they do not overlap. */
export function linkMentions(article: Article, hits: readonly Hit[], notes: ReadonlyMap<NoteId, Note>): Mention[] {
  const words = new ArticleWords(article);
  const linked = assessHits(words, article, hits, notes).flatMap((assessment) => toMention(assessment, notes) ?? []);
  return [...linked, ...findUnnoted(article, words, linked)].sort((a, b) => a.start - b.start);
}

const isListed = ({ derived }: HitCandidate): boolean => derived !== DERIVED.family;
