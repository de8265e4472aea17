/**
 * Names of the three kinds that no pack has: found by pattern, shown as "no note yet", counted for authors. Only a name
 * that the text itself makes an outlet, an official or a unit; persons without a public role, companies, places and
 * peoples are left alone.
 */
import type { Mention } from '../gazetteer/mention.ts';
import type { EntityKind } from '../notes/note.ts';
import type { Article } from '../text/article.ts';
import type { ArticleWords } from './article-words.ts';
import { Frames } from './frame.ts';
import { type NameRun, nameRuns, spanOfRun } from './name-runs.ts';
import { Taken } from './taken.ts';
import { officialReason, personIn } from './unnoted-officials.ts';
import { outletReason } from './unnoted-outlets.ts';
import { unitReason } from './unnoted-units.ts';

// How much of the text beside a name may say what it is.
const BESIDE = 80;

/** Mentions without a note; none overlaps a span of `taken`. */
export function findUnnoted(article: Article, words: ArticleWords, taken: readonly Mention[]): Mention[] {
  const frames = new Frames(words, taken);
  const { text } = article;
  const found: Mention[] = [];
  const spoken = new Taken(taken);
  const add = (run: NameRun, kind: EntityKind, reason: readonly [string, ...string[]] | null): boolean => {
    const span = spanOfRun(words, run);
    if (!reason || spoken.meets(span)) return false;
    const [signal, ...args] = reason;
    found.push({
      ...span,
      text: text.slice(span.start, span.end),
      kind,
      note: null,
      candidates: [],
      reason: [{ signal, args, weight: 1 }],
    });
    return true;
  };
  for (const run of nameRuns(article, words, words.titledBlocks, (word) => spoken.meets(word))) {
    const span = spanOfRun(words, run);
    const inRun = words.words.slice(run.first, run.last + 1);
    if (add(run, 'unit', unitReason(inRun, text.slice(span.start, span.end)))) continue;
    const before = text.slice(Math.max(0, span.start - BESIDE), span.start);
    const after = text.slice(span.end, span.end + BESIDE);
    if (add(run, 'outlet', outletReason(inRun, before, after))) continue;
    const person = personIn(words, run);
    if (!person) continue;
    const frame = frames.frameOf(spanOfRun(words, person));
    const owner = frame.titleStart < 0 ? undefined : spoken.endingAt(frame.titleStart, 3);
    const owned = owner !== undefined && owner.kind !== 'official';
    const named = words.words.slice(person.first, person.last + 1);
    add(person, 'official', officialReason(named, { frame, owned }));
  }
  return found;
}
