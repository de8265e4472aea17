/** "Anton Belk was defence minister from 2016 to 2018", "Colonel Nur commanded the brigade until June 2020": who held what when. */
import { sharesKey, type Unit } from './meaning.ts';
import type { Statement } from './statement.ts';
import { daysFromDate } from './time.ts';

export interface Post {
  readonly holder: readonly Unit[];
  /** The post, as noun or as act: "defence minister", "commanded the brigade". */
  readonly post: readonly Unit[];
  /** Days since 1970; `null` where the statement leaves the end open. */
  readonly from: { readonly first: number; readonly last: number } | null;
  readonly to: { readonly first: number; readonly last: number } | null;
}

const POST_KEYS = new Set(
  '~minister ~prime_minister ~chair ~lead presid ~spokesman ambassador director governor mayor secretari chancellor'.split(
    ' ',
  ),
);

/** A statement that gives a named person a post with at least one end. */
export function postOf(statement: Statement): Post | null {
  const { text, units, tokens, times } = statement;
  const head = units.find((unit) => unit.keys.some((key) => POST_KEYS.has(key)) && unit.from > 0);
  if (!head) return null;
  const until = / until | till /.test(text);
  const range = / from .+ to /.test(text);
  if (!(until || range || / since /.test(text)) || times.length === 0) return null;
  const edge = (at: number) => {
    const reading = times[at]?.readings[0];
    return reading ? { first: reading.from, last: reading.to } : null;
  };
  const firstTime = tokens.findIndex((token) => token.start >= times[0]!.start);
  const verb = tokens.findIndex(({ word }) => /^(?:was|is|has|had|served)$/.test(word));
  const split = verb >= 0 && verb < head.from ? verb : head.from;
  return {
    holder: units.filter((unit) => unit.to <= split && unit.kind !== 'act'),
    post: units.filter((unit) => unit.from >= split && (firstTime < 0 || unit.to <= firstTime) && unit.kind !== 'time'),
    from: range || / since /.test(text) ? edge(0) : null,
    to: range ? edge(1) : until ? edge(0) : null,
  };
}

export type PostRelation = 'holds' | 'other-time' | 'other-post' | 'unknown' | 'none';

const PAST = /\b(?:former|ex-?|then|late|previous|onetime)\b/i;

/** How a statement that names the holder with a post stands to what is held. */
export function comparePost(claim: Statement, held: Post): PostRelation {
  const named = held.holder.filter((unit) => unit.kind === 'name' || unit.kind === 'word');
  const there = named.filter((unit) => claim.units.some((other) => sharesKey(other, unit)));
  if (there.length === 0 || there.length < Math.min(2, named.length)) return 'none';
  // An article that gives an end of its own is not read as of its date.
  if (postOf(claim)) return 'unknown';
  const heads = claim.units.filter((unit) => unit.keys.some((key) => POST_KEYS.has(key)));
  const head = heads.find((unit) => held.post.some((other) => sharesKey(other, unit)));
  const now = daysFromDate(claim.date);
  if (!head || !now) return 'unknown';
  // "Foreign minister" is not "defence minister": the word before the noun belongs to it.
  const own = claim.units.filter((unit) => unit.to === head.from);
  const same = own.every(
    (unit) =>
      isHolder(unit, held) ||
      held.post.some((other) => sharesKey(other, unit)) ||
      PAST.test(claim.text.slice(unit.start - claim.start, unit.end - claim.start)),
  );
  const at = standing(held, { from: now.from, to: now.to });
  const past = PAST.test(claim.text.slice(0, head.start - claim.start));
  if (at === 'open') return 'unknown';
  if (!same) return at === 'within' || at === 'after' ? 'other-post' : 'unknown';
  if (past) return at === 'after' ? 'holds' : 'other-time';
  return at === 'within' ? 'holds' : 'other-time';
}

const isHolder = (unit: Unit, held: Post): boolean => held.holder.some((other) => sharesKey(other, unit));

/** Where a day lies; open when an end known to the month or year may fall on either side. */
function standing({ from, to }: Post, now: { from: number; to: number }): 'before' | 'within' | 'after' | 'open' {
  if (to && now.from > to.last) return 'after';
  if (to && now.to >= to.first) return to.first === to.last ? 'within' : 'open';
  if (from && now.to < from.first) return 'before';
  if (from && now.from <= from.last && from.first !== from.last) return 'open';
  return 'within';
}
