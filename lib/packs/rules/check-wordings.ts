import { type ArticleView, viewArticle } from '../../checks/article-view.ts';
import type { Check } from '../../checks/check.ts';
import { viewCheck } from '../../checks/check-view.ts';
import { CONTRADICTABLE, matchSentence } from '../../checks/match.ts';
import { isBare } from '../../checks/match-words.ts';
import { findPattern, findRow } from '../../checks/patterns.ts';
import { isNoteId, type Note, type NoteId } from '../../notes/note.ts';
import { daysOf } from '../../text/partial-date.ts';
import type { Rule } from './rule.ts';
import { shorten } from './rule.ts';

type Notes = ReadonlyMap<NoteId, Note>;
type Mention = ArticleView['mentions'][number];

/** The notes a check names in its entries; only their names are looked for in its wordings. */
function* notesNamed({ needs = [], unless = [], speaker, about }: Check, notes: Notes): Generator<Note> {
  for (const id of new Set([...needs.flat(), ...unless, ...(speaker ? [speaker] : []), ...about])) {
    const note = isNoteId(id) ? notes.get(id) : undefined;
    if (note) yield note;
  }
}

/** Names of these notes in a text, as printed; who bears a name is not in question in the author's own words. */
function mentionsIn(text: string, notes: Iterable<Note>): Mention[] {
  const found: Mention[] = [];
  for (const note of notes) {
    for (const form of new Set([note.name, ...note.aliases.map((alias) => alias.text)])) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        const end = at + form.length;
        if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(text[end] ?? ' ')) continue;
        found.push({ start: at, end, text: form, kind: note.kind, note: note.id, candidates: [], reason: [] });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** An article that says the statement as its own and nothing else, on a day the finding is for. */
function articleSaying(statement: string, check: Check, notes: Notes): ArticleView {
  const text = /[.!?]$/.test(statement) ? statement : `${statement}.`;
  const whole = { start: 0, end: text.length };
  const day = check.asOf?.from ?? check.asOf?.to ?? check.when;
  const date = day === undefined ? null : daysOf(day);
  return viewArticle({
    article: {
      id: check.id,
      text,
      blocks: [{ ...whole, role: 'paragraph' }],
      date: date && { ...date, basis: 'argument' },
    },
    mentions: mentionsIn(text, notesNamed(check, notes)),
    attributions: [],
    claims: [{ ...whole, attribution: null, mode: 'asserted', polarity: 'positive', mentions: [] }],
    notes,
  });
}

interface Wording {
  readonly at: string;
  readonly text: string;
  readonly article: ArticleView;
  readonly sentences: ArticleView['sentences'];
}

const wordingsOf = (check: Check, notes: Notes): Wording[] =>
  [check.claim, ...check.also].map((text, i) => {
    const article = articleSaying(text, check, notes);
    return { at: i === 0 ? 'claim' : `also[${i - 1}]`, text, article, sentences: article.sentences };
  });

const notesById = (notes: readonly Note[]): Notes => new Map(notes.map((note) => [note.id, note]));

/** Rows that hold a note of another pack cannot be judged here. */
const isKnown = (row: readonly string[], notes: Notes): boolean => row.every((id) => !isNoteId(id) || notes.has(id));

/** Whether the entries of a check let its own wordings through: asked of the functions that read articles. */
export const checkWordingRules: readonly Rule[] = [
  {
    id: 'unless-own-wording',
    asks: 'What a check is kept from by `unless` does not stand in its own wordings.',
    mend: 'Take the entry out, make it longer, or put the wording in other words: as it stands, the wording is never found.',
    check({ pack }, tell) {
      const notes = notesById(pack.notes);
      for (const check of pack.checks) {
        if (!check.unless?.length) continue;
        const { unless } = viewCheck(check);
        for (const { at, text, sentences } of wordingsOf(check, notes)) {
          unless.forEach((pattern, i) => {
            if (sentences.some((sentence) => findPattern(sentence, pattern)))
              tell(
                check.id,
                `unless[${i}]`,
                `“${check.unless![i]}” stands in the check’s own ${at}: “${shorten(text)}”`,
              );
          });
        }
      }
    },
  },
  {
    id: 'wording-misses-needs',
    asks: 'Each wording of a check has an entry of every row it needs.',
    mend: 'Add the wording’s word to the row, or put the wording in words the row has: as it stands, it is never found.',
    check({ pack }, tell) {
      const notes = notesById(pack.notes);
      for (const check of pack.checks) {
        const rows = check.needs ?? [];
        if (rows.length === 0) continue;
        const { needs } = viewCheck(check);
        for (const { at, text, sentences } of wordingsOf(check, notes)) {
          needs.forEach((row, i) => {
            if (isKnown(rows[i]!, notes) && !sentences.some((sentence) => findRow(sentence, row)))
              tell(check.id, at, `“${shorten(text)}” has nothing of the needed row ${i + 1}: ${rows[i]!.join(', ')}`);
          });
        }
      }
    },
  },
  {
    id: 'wording-misses-words',
    asks: 'Each wording of a check has one of the words that carry its finding.',
    mend: 'Add the wording’s word to `words`, or take the wording out: as it stands, it is never found.',
    check({ pack }, tell) {
      const notes = notesById(pack.notes);
      for (const check of pack.checks) {
        if (check.words.length === 0) continue;
        const { words } = viewCheck(check);
        for (const { at, text, sentences } of wordingsOf(check, notes)) {
          if (!words.some((pattern) => sentences.some((sentence) => findPattern(sentence, pattern))))
            tell(check.id, at, `“${shorten(text)}” has none of the words ${check.words.join(', ')}`);
        }
      }
    },
  },
  {
    id: 'wording-not-found',
    asks: 'A check finds its own wordings.',
    mend: 'Compare `needs`, `words`, `unless` and `holds` with the wording: as it stands, an article that says just this is told nothing.',
    check({ pack }, tell) {
      const notes = notesById(pack.notes);
      for (const check of pack.checks) {
        if (isBare(check) || !(check.needs ?? []).every((row) => isKnown(row, notes))) continue;
        const view = viewCheck(check);
        for (const { at, text, article } of wordingsOf(check, notes)) {
          // What its own rows keep out is told by the rules above.
          const kept = article.sentences.every(
            (sentence) =>
              view.unless.some((pattern) => findPattern(sentence, pattern)) ||
              !view.needs.every((row) => findRow(sentence, row)) ||
              (view.words.length > 0 && !view.words.some((pattern) => findPattern(sentence, pattern))),
          );
          if (!kept && !article.sentences.some((_, n) => matchSentence(view, n, article)))
            tell(check.id, at, `“${shorten(text)}” is not found by the check`);
        }
      }
    },
  },
  {
    id: 'holds-flagged',
    asks: 'An article that says what the sources hold is not told that they hold something else.',
    mend: 'Add words that only the sources’ version has to `unless`, or narrow `needs` or `words` to what sets the claim apart.',
    check({ pack }, tell) {
      const notes = notesById(pack.notes);
      for (const check of pack.checks) {
        if (!check.holds || !CONTRADICTABLE.has(check.finding)) continue;
        const article = articleSaying(check.holds, check, notes);
        const found = article.sentences.findIndex((_, at) => matchSentence(viewCheck(check), at, article));
        if (found >= 0)
          tell(check.id, 'holds', `the check would flag its own “${shorten(article.sentences[found]!.text)}”`);
      }
    },
  },
];
