import type { Fact, Note } from '../../notes/note.ts';
import { dayNumber, daysOf } from '../../text/partial-date.ts';
import type { Rule } from './rule.ts';
import { certainDays, certainlyOverlap, factsOf, fold, POSTS, shorten } from './rule.ts';

// Posts one person holds at a time; a deputy, a spokesperson or an adviser may be one of several.
const ONE_HOLDER =
  /^(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|supreme leader|pope|crown prince|secretary general|director general|minister|foreign minister|defen[cs]e minister|interior minister|finance minister|(?:minister|secretary) (?:of|for)|commander|chief of|head of|chair(?:man|woman|person)? of|speaker of|governor of|mayor of)\b/;
const MANY_HOLDERS =
  /\b(?:deputy|vice|acting|interim|co|joint|spokes\w*|advis[eo]r|member|candidate|designate|elect|former|several|two)\b/;

const isOneHolderPost = (value: string): boolean => ONE_HOLDER.test(value) && !MANY_HOLDERS.test(value);

/** Words of an office that name no country: two countries have a minister of defence each. */
const OFFICE_WORDS =
  /\b(?:Minister|Defen[cs]e|Foreign|Affairs|Interior|Finance|Information|Health|Justice|Oil|Economy|Education|State|Staff|General|Armed|Forces|Army|Navy|Police|Intelligence|National|Security|Council|Parliament|Government|Republic|Leader|Secretary|Director)\b/g;

/** A post as it is compared. "Foreign minister" alone is one post in each country; without a country nothing is compared. */
function postKey(note: Note, value: string): string {
  const post = fold(value);
  const named = /\p{Lu}/u.test(value.slice(ONE_HOLDER.exec(post)![0].length).replace(OFFICE_WORDS, ''));
  return named ? post : `${post} | ${note.country ?? note.side ?? note.id}`;
}

interface Held {
  readonly note: Note;
  readonly fact: Fact;
  readonly at: string;
}

/** Roles of officials by post, for posts with one holder. */
function holdersByPost(notes: readonly Note[]): Map<string, Held[]> {
  const holders = new Map<string, Held[]>();
  for (const note of notes) {
    for (const { fact, at } of factsOf(note)) {
      if (fact.what !== 'role' || fact.status === 'disputed' || !isOneHolderPost(fold(fact.value))) continue;
      const post = postKey(note, fact.value);
      const held = holders.get(post);
      if (held) held.push({ note, fact, at });
      else holders.set(post, [{ note, fact, at }]);
    }
  }
  return holders;
}

const nameOf = (fact: Fact): string => fact.ref ?? fold(fact.value);

// A role said to be open by a page older than this may have ended without the author noticing.
const STALE_DAYS = 400;

/** The newest day any page cited for the fact speaks of. */
const newestSource = (note: Note, fact: Fact): string | undefined =>
  fact.sources
    .map((key) => note.sources[key]!)
    .map((source) => daysOf(source.date ?? source.retrieved)?.to)
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

export const postRules: readonly Rule[] = [
  {
    id: 'role-without-dates',
    asks: 'A post says when it was held.',
    mend: 'Add `from` and `to` as exact as the source is; or `asOf`, the day the source says so.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        for (const { fact, at } of factsOf(note)) {
          if (POSTS.has(fact.what) && !fact.from && !fact.to && !fact.asOf) {
            tell(note.id, at, `${fact.what}: “${shorten(fact.value)}” bears no date`);
          }
        }
      }
    },
  },
  {
    id: 'role-overlap',
    asks: 'A post that one person holds has one holder at a time.',
    mend: 'Set the dates right, or mark both `status: disputed` and say so in the text.',
    check({ pack }, tell) {
      const both = (a: Held, b: Held): void => {
        const [first, second] = [certainDays(a.fact), certainDays(b.fact)];
        if (!first || !second || !certainlyOverlap(first, second)) return;
        const where = a.note === b.note ? 'another statement of this note' : b.note.id;
        tell(
          a.note.id,
          a.at,
          `“${shorten(a.fact.value)}” overlaps with ${where} (${b.fact.value}, ${b.fact.from ?? '?'} to ${b.fact.to ?? '?'})`,
        );
      };
      for (const held of holdersByPost(pack.notes).values()) {
        held.forEach((a, i) => {
          for (const b of held.slice(i + 1)) both(a, b);
        });
      }
      for (const note of pack.notes) {
        const posts = factsOf(note)
          .filter(
            ({ fact }) =>
              fact.what === 'commander' && fact.status !== 'disputed' && !MANY_HOLDERS.test(fold(fact.value)),
          )
          .map((item) => ({ note, ...item }));
        posts.forEach((a, i) => {
          for (const b of posts.slice(i + 1)) if (nameOf(a.fact) !== nameOf(b.fact)) both(a, b);
        });
      }
    },
  },
  {
    id: 'role-expired',
    asks: 'A post told as still held is still held, as far as the sources go.',
    mend: 'Add `to`; or `asOf`, the last day a source says it was held.',
    check({ pack }, tell) {
      const closed = pack.manifest.date && daysOf(pack.manifest.date)?.to;
      for (const note of pack.notes) {
        const death = note.facts.find(({ what }) => what === 'death');
        const died = death?.from ?? death?.asOf;
        for (const { fact, at } of factsOf(note)) {
          if (!POSTS.has(fact.what) || fact.to || fact.status === 'disputed') continue;
          if (fact.what === 'role' && died) {
            tell(note.id, at, `“${shorten(fact.value)}” is open although the holder died in ${died}`);
          } else if (!fact.asOf && closed) {
            const newest = newestSource(note, fact);
            if (newest && dayNumber(closed) - dayNumber(newest) > STALE_DAYS) {
              tell(note.id, at, `“${shorten(fact.value)}” is told as still held, by a page of ${newest}`);
            }
          }
        }
      }
      for (const held of holdersByPost(pack.notes).values()) {
        for (const { note, fact, at } of held) {
          if (fact.to || fact.asOf) continue;
          const later = held.find(
            (other) => other.note !== note && fact.from && other.fact.from && other.fact.from > fact.from,
          );
          if (later)
            tell(
              note.id,
              at,
              `“${shorten(fact.value)}” is open, but ${later.note.id} holds it from ${later.fact.from}`,
            );
        }
      }
    },
  },
  {
    id: 'dates-reversed',
    asks: 'A statement begins before it ends, and nothing lies after the edition was closed.',
    mend: 'Set the dates right.',
    check({ pack }, tell) {
      const closed = pack.manifest.date && daysOf(pack.manifest.date)?.to;
      for (const note of pack.notes) {
        for (const { fact, at } of factsOf(note)) {
          const [from, to] = [fact.from && daysOf(fact.from), fact.to && daysOf(fact.to)];
          if (from && to && from.from > to.to) tell(note.id, at, `ends (${fact.to}) before it begins (${fact.from})`);
          const said = fact.asOf && daysOf(fact.asOf);
          if (said && closed && said.from > closed)
            tell(note.id, `${at}.asOf`, `${fact.asOf} is after this edition (${pack.manifest.date})`);
        }
      }
    },
  },
];
