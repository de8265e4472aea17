/**
 * Who does it to whom: the units on either side of an act, by the order of words alone.
 *
 * Active ("A attacked B"), passive ("B was attacked by A") and nominal ("an attack by A on B", "A's attack on B",
 * "clashes between A and B") forms are read; whatever fits none of them is unsure, and nothing is concluded from it.
 */
import type { Unit } from './meaning.ts';
import { SYMMETRIC } from './meaning-rows.ts';
import { clausesOf } from './modality.ts';
import type { Token } from './words.ts';

export interface Roles {
  readonly agents: readonly Unit[];
  readonly patients: readonly Unit[];
  /** Neither side comes first: "clashed", "met". */
  readonly symmetric: boolean;
}

/** What a sentence or a wording gives to read roles from. */
export interface Readable {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** Where `text` begins in the numbering of the tokens' offsets. */
  readonly start?: number;
}

const BE = new Set('is are was were be been being get got getting'.split(' '));
const NOMINAL_NEXT = new Set('of by on against between among'.split(' '));
const NOMINAL_BEFORE = new Set('a an the this that these those any some more further new fresh heavy'.split(' '));
/** Where a noun phrase that follows an act or "by" ends. */
const PHRASE_END = new Set(
  'in at near during after before amid since when while as because although though but who which that to from for until despite'.split(
    ' ',
  ),
);
const ADVERBS = /ly$/;

/** The roles around an act, or `null` when the sentence does not show them. */
export function rolesOf(readable: Readable, act: Unit): Roles | null {
  const { text, tokens, units, start = 0 } = readable;
  const clauses = clausesOf(text, tokens, start);
  const clause = clauses[act.from]!;
  const first = clauses.indexOf(clause);
  const end = clauses.lastIndexOf(clause) + 1;
  const symmetric = act.keys.some((key) => SYMMETRIC.has(key.slice(1)));
  const within = (from: number, to: number): Unit[] =>
    units.filter((unit) => unit !== act && unit.from >= from && unit.to <= to && isParty(unit));
  const phraseFrom = (from: number): number => {
    let at = from;
    while (at < end && !PHRASE_END.has(tokens[at]!.word)) at++;
    return at;
  };
  const wordAt = (at: number): string => tokens[at]?.word ?? '';
  const find = (word: string, from: number): number => {
    for (let at = from; at < end; at++) if (wordAt(at) === word) return at;
    return -1;
  };

  const by = find('by', act.to);
  if (isNominal(tokens, act)) {
    const between = find('between', act.to);
    if (between === act.to) return result(within(between + 1, phraseFrom(between + 1)), [], true);
    const owner =
      tokens[act.from - 1] && /['’]s?$/.test(tokens[act.from - 1]!.surface)
        ? within(Math.max(first, act.from - 3), act.from)
        : [];
    const agents = by >= 0 ? within(by + 1, phraseFrom(by + 1)) : owner;
    const onto = [find('on', act.to), find('against', act.to), find('of', act.to)].find((at) => at >= 0) ?? -1;
    const stop = by > onto ? by : end;
    const patients = onto >= 0 ? within(onto + 1, Math.min(stop, phraseFrom(onto + 1))) : [];
    return agents.length > 0 || patients.length > 0 ? result(agents, patients, symmetric) : null;
  }

  let before = act.from - 1;
  while (
    before >= first &&
    (ADVERBS.test(wordAt(before)) || wordAt(before) === 'also' || wordAt(before) === 'reportedly')
  )
    before--;
  const passive = BE.has(wordAt(before)) && isParticiple(tokens[act.from]!);
  if (passive || (by === act.to && isParticiple(tokens[act.from]!))) {
    const agents = by >= 0 ? within(by + 1, phraseFrom(by + 1)) : [];
    const patients = within(first, before + 1);
    return agents.length > 0 || patients.length > 0 ? result(agents, patients, symmetric) : null;
  }
  // "The bridge that militias destroyed": who stands between "that" and the act does it to what stands before.
  const that = lastThat(tokens, first, act.from);
  const relative = that < 0 ? [] : within(that + 1, act.from);
  if (relative.length > 0) return result(relative, within(first, that), symmetric);
  const agents = within(first, act.from);
  const patients = within(act.to, phraseFrom(act.to));
  return agents.length > 0 ? result(agents, patients, symmetric) : null;

  function result(agents: Unit[], patients: Unit[], even: boolean): Roles {
    return { agents, patients, symmetric: even };
  }
}

function lastThat(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (/^(?:that|which|whom)$/.test(tokens[at]!.word)) return at;
  return -1;
}

/** Words that can name a side; times, figures and plain qualities cannot. */
const isParty = (unit: Unit): boolean =>
  unit.kind !== 'time' && unit.kind !== 'number' && unit.kind !== 'quality' && unit.kind !== 'act';

const isParticiple = ({ word }: Token): boolean =>
  /(?:ed|en|wn|un|ung|ught|it|ut|ot|lt|ade|ld|uck|un|ot)$/.test(word) && !/ing$/.test(word);

function isNominal(tokens: readonly Token[], act: Unit): boolean {
  const before = tokens[act.from - 1];
  const after = tokens[act.to];
  const noun = after !== undefined && NOMINAL_NEXT.has(after.word) && !/ed$/.test(tokens[act.from]!.word);
  const determined = before !== undefined && (NOMINAL_BEFORE.has(before.word) || /['’]s?$/.test(before.surface));
  return noun || determined;
}
