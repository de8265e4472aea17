/**
 * The post an article gives a person, against the posts the person's note has at the article's date.
 *
 * Silent unless the note settles it: an end known to the year is no end inside that year, a post the note does not list
 * says nothing, and "former", "then" and "-elect" ask for another span than the bare title.
 */
import type { Mention } from '../gazetteer/mention.ts';
import type { Fact, Note } from '../notes/note.ts';
import { type DayRange, dayNumber, daysOf } from '../text/partial-date.ts';
import { showDate } from '../text/show-date.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type ArticleView, claimAt, type SentenceView } from './article-view.ts';
import { citeNote } from './citations.ts';
import type { Finding } from './finding.ts';
import { sharesKey, type Unit, unitsOf } from './meaning.ts';
import { tokensOf } from './words.ts';

const ROLE_FACTS: ReadonlySet<string> = new Set(['role', 'post', 'office', 'position']);
/** The noun a post is named by; its row or stem is compared. */
const HEADS = new Set(
  '~chair ~lead presid ~prime_minister ~minister ~spokesman ambassador director governor mayor chief ~main king emir sultan secretari speaker chancellor envoy'.split(
    ' ',
  ),
);
const PAST = new Set(
  'former ex then late previous onetime erstwhile ousted retired outgoing deposed fallen toppled'.split(' '),
);
/** A deputy is not the holder; an elect or acting one not yet. */
const OTHER = new Set(
  'deputy vice elect designate acting interim incoming would aspiring candidate shadow next future assistant'.split(
    ' ',
  ),
);
const BEFORE_TOKENS = 9;

interface Stated {
  readonly head: Unit;
  readonly units: readonly Unit[];
  readonly past: boolean;
  readonly span: Span;
}

export function deriveRoles(article: ArticleView): Finding[] {
  const { date, notes } = article;
  if (!date) return [];
  const seen = new Set<string>();
  return article.sentences.flatMap((sentence) =>
    sentence.mentions.flatMap((mention): Finding[] => {
      const note = mention.note === null ? undefined : notes.get(mention.note);
      if (note?.kind !== 'official') return [];
      return statedRoles(sentence, mention).flatMap((stated): Finding[] => {
        const verdict = judge(stated, note, date);
        if (verdict?.key === 'role_ended' && !speaksOfNow(article, sentence, mention, verdict.fact)) return [];
        if (!verdict || seen.has(`${note.id} ${verdict.key}`)) return [];
        const claim = claimAt(article, mention);
        if (claim === null) return [];
        seen.add(`${note.id} ${verdict.key}`);
        return [
          {
            claim,
            finding: 'differs',
            part: 'role',
            check: null,
            confidence: 0.9,
            explain: { key: verdict.key, args: [note.name, verdict.fact.value, ...verdict.days] },
            citations: citeNote(note, verdict.fact.sources),
            words: [stated.span],
          },
        ];
      });
    }),
  );
}

/**
 * News calls people by the post they held in the story it tells: "the deal President Obama made". Only someone who
 * speaks or acts in the article's own time is held to the post of that time.
 */
function speaksOfNow({ attributions }: ArticleView, sentence: SentenceView, mention: Mention, { to }: Fact): boolean {
  const end = dayNumber(daysOf(to!)!.to);
  if (sentence.times.some(({ readings }) => readings.every((days) => days.from <= end))) return false;
  if (attributions.some(({ source }) => source.some((part) => overlaps(part, mention)))) return true;
  const next = sentence.tokens.find((token) => token.start >= mention.end);
  return next !== undefined && /^(?:is|will|has|says)$/.test(next.word);
}

/** Titles right before a name, and appositions right after it. */
function statedRoles(sentence: SentenceView, mention: Mention): Stated[] {
  const { tokens, units, text, start } = sentence;
  const first = tokens.findIndex((token) => token.end > mention.start);
  const last = tokens.findLastIndex((token) => token.start < mention.end);
  // A name without a letter of ours has no token, and at the head of its sentence none before it either.
  if (first < 0 || last < 0) return [];
  const textBetween = (from: number, to: number): string => text.slice(from - start, to - start);

  let from = first;
  while (
    from > 0 &&
    first - from < BEFORE_TOKENS &&
    !/[,;:.()“”"–—]/.test(textBetween(tokens[from - 1]!.end, tokens[from]!.start))
  )
    from--;
  const before = readStated(units, tokens, from, first, true);

  let to = last + 1;
  const opens = tokens[to] && /^\s*,\s*$/.test(textBetween(tokens[last]!.end, tokens[to]!.start));
  if (opens) to++;
  while (opens && to < tokens.length && !/[,;:.()“”"–—]/.test(textBetween(tokens[to - 1]!.end, tokens[to]!.start)))
    to++;
  const after = opens ? readStated(units, tokens, last + 1, to, false) : null;
  return [before, after].filter((stated) => stated !== null);
}

function readStated(
  units: readonly Unit[],
  tokens: SentenceView['tokens'],
  from: number,
  to: number,
  title: boolean,
): Stated | null {
  const inside = units.filter((unit) => unit.from >= from && unit.to <= to);
  const heads = inside.filter((unit) => unit.keys.some((key) => HEADS.has(key)));
  // A title ends at the name, an apposition opens with its noun, give or take an article and an adjective or two.
  const head = title ? heads.findLast((unit) => to - unit.to <= 1) : heads.find((unit) => unit.from - from <= 4);
  if (!head) return null;
  const phrase = title
    ? backTo(inside, tokens, head, from)
    : inside.filter((unit) => unit.from < phraseEnd(tokens, head.to, to));
  // "President-elect X": the word that makes it another post may stand before or after its noun.
  const words = tokens.slice(
    Math.max(from, (phrase[0]?.from ?? head.from) - 3),
    title ? to : (phrase.at(-1)?.to ?? head.to),
  );
  if (words.some(({ word }) => OTHER.has(word))) return null;
  return {
    head,
    units: phrase,
    past: words.some(({ word }) => PAST.has(word)),
    span: { start: phrase[0]?.start ?? head.start, end: phrase.at(-1)?.end ?? head.end },
  };
}

/** A title before a name takes in the words before its noun up to a small one: "Israeli Prime Minister", not "the". */
function backTo(inside: readonly Unit[], tokens: SentenceView['tokens'], head: Unit, from: number): Unit[] {
  let at = head.from;
  while (at > from && tokens[at - 1]!.term !== '' && !PAST.has(tokens[at - 1]!.word)) at--;
  return inside.filter((unit) => unit.from >= at && unit.from <= head.from);
}

/** An apposition ends where a verb of its own begins. */
function phraseEnd(tokens: SentenceView['tokens'], from: number, to: number): number {
  for (let at = from; at < to; at++)
    if (/^(?:who|which|said|says|told|has|had|is|was|will|and)$/.test(tokens[at]!.word)) return at;
  return to;
}

interface Verdict {
  readonly key: 'role_ended' | 'role_later' | 'role_still';
  readonly fact: Fact;
  readonly days: readonly string[];
}

type Standing = 'holds' | 'ended' | 'later' | 'open';

/** Where a post stands at a date; open when its ends are not known well enough. */
function standingOf({ from, to, asOf }: Fact, date: DayRange): Standing {
  const began = from === undefined ? null : daysOf(from);
  const ended = to === undefined ? null : daysOf(to);
  if (ended && ended.to < date.from) return 'ended';
  if (began && began.from > date.to) return 'later';
  const surelyBegan = began !== null && began.to <= date.from;
  const lastKnown = ended ? ended.from : asOf === undefined ? null : daysOf(asOf)!.to;
  return surelyBegan && lastKnown !== null && lastKnown >= date.to ? 'holds' : 'open';
}

function judge(stated: Stated, note: Note, date: DayRange): Verdict | null {
  const posts = note.facts
    .filter((fact) => ROLE_FACTS.has(fact.what) && fact.status === 'reported')
    .map((fact) => ({ fact, units: unitsOf(fact.value, tokensOf(fact.value)) }))
    .filter(({ units }) => isSamePost(stated, units));
  if (posts.length === 0) return null;
  const standings = posts.map(({ fact }) => standingOf(fact, date));
  if (standings.includes('open')) return null;
  const at = (wanted: Standing) => posts[standings.lastIndexOf(wanted)]?.fact;
  if (stated.past) {
    const fact = standings.every((standing) => standing === 'holds') ? at('holds') : undefined;
    return fact ? { key: 'role_still', fact, days: [] } : null;
  }
  if (standings.includes('holds')) return null;
  const ended = at('ended');
  // A past post may be told of a past time: only an end some months back is named, by the last one held.
  if (ended) return { key: 'role_ended', fact: ended, days: [showDate(ended.to!, 'en')] };
  const later = posts[standings.indexOf('later')]?.fact;
  return later ? { key: 'role_later', fact: later, days: [showDate(later.from!, 'en')] } : null;
}

/** One head noun, and every other word of the stated post known to the held one: "defence" is not "foreign". */
function isSamePost({ head, units }: Stated, held: readonly Unit[]): boolean {
  if (!held.some((unit) => sharesKey(unit, head))) return false;
  return units.every((unit) => unit === head || held.some((other) => sharesKey(unit, other)));
}
