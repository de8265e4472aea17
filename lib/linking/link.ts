/**
 * Links the names found in an article to the notes that bear them, with the evidence that decided. Names in full come
 * first, because short forms, acronyms and surnames lean on them; then names that no pack knows. See DESIGN.md.
 */
import type { Hit, HitCandidate } from '../gazetteer/find.ts';
import type { Evidence, Mention } from '../gazetteer/mention.ts';
import type { Note, NoteId } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import { ArticleWords } from './article-words.ts';
import { type Assessment, Assessor, chosenOf, toMention } from './assess.ts';
import { Bearers } from './bearers.ts';
import { type FamilyHit, FamilyNames, isFamilyHit } from './family-names.ts';
import { findUnnoted } from './unnoted.ts';

/** Every name that some note bears, with what speaks for each bearer; fitting the weights reads these too. */
export function assessHits(
  words: ArticleWords,
  article: Article,
  hits: readonly Hit[],
  notes: ReadonlyMap<NoteId, Note>,
): Assessment[] {
  const assessor = new Assessor(article, words, notes, hits);
  const found = new Map<Hit, FamilyHit['evidence']>();
  const keep = ({ hit, evidence }: FamilyHit): Hit => {
    found.set(hit, evidence);
    return hit;
  };
  const given = (hit: Hit, { note }: HitCandidate): Evidence[] => {
    const evidence = found.get(hit)?.get(note);
    return evidence ? [evidence] : [];
  };
  const whole = hits.filter((hit) => !isFamilyHit(hit));
  const families = new FamilyNames(assessor, whole);
  const own: Hit[] = [];
  const rest: Hit[] = [];
  for (const hit of hits) {
    const fitting = families.isSurname(hit) ? families.withGiven(hit) : null;
    if (fitting) own.push(keep(fitting));
    else if (!isFamilyHit(hit) || isTitled(assessor, hit)) own.push(hit);
    // A family name without a title or given names is nobody's until a full name makes it somebody's.
    else rest.push(hit);
  }
  const first = own.map((hit) => assessor.assess(hit, (candidate) => given(hit, candidate)));
  for (const assessment of first) {
    const chosen = chosenOf(assessment);
    if (chosen) assessor.linked.set(chosen.candidate.note, assessment.hit.text);
  }
  const bearers = new Bearers(assessor, first);
  const named = bearers.withShortForms(own);
  const lone = families.lone(rest, named).map(keep);
  // Given names beside it say who is meant, whoever was named before.
  return [...named, ...lone].map((hit) =>
    assessor.assess(hit, (candidate) => (found.has(hit) ? given(hit, candidate) : bearers.evidenceFor(hit, candidate))),
  );
}

/** Whether a title beside the name fits one of its bearers. */
const isTitled = (assessor: Assessor, hit: Hit): boolean =>
  assessor.frames.frameOf(hit).family !== null && assessor.assess(hit, () => []).candidates.length > 0;

/** Mentions sorted by start; they do not overlap. */
export function linkMentions(article: Article, hits: readonly Hit[], notes: ReadonlyMap<NoteId, Note>): Mention[] {
  const words = new ArticleWords(article);
  const linked = assessHits(words, article, hits, notes).flatMap((assessment) => toMention(assessment, notes) ?? []);
  return [...linked, ...findUnnoted(article, words, linked)].sort((a, b) => a.start - b.start);
}
