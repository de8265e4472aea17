import type { Fact, Note } from '../../notes/note.ts';
import { daysOf } from '../../text/partial-date.ts';
import type { Source } from '../source.ts';

/** One thing `pack check` asks of a pack. */
export interface Rule {
  /** Also the name of the fixture folder that breaks it. */
  readonly id: string;
  /** What it asks, in one line. */
  readonly asks: string;
  /** How to mend it, where the message does not say. */
  readonly mend: string;
  readonly check: (source: Source, tell: Tell) => void;
}

/** `record` is the id of the record; empty for the pack itself. */
export type Tell = (record: string, field: string, message: string) => void;

/** Statements that say who holds a post. */
export const POSTS: ReadonlySet<string> = new Set(['role', 'commander', 'leader', 'editor']);

export interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * The days a fact held for certain: from the last day its start may mean to the first its end may mean. A fact without
 * an end held at least until `asOf`. `null` when its dates say nothing.
 */
export function certainDays(fact: Fact): Days | null {
  const start = fact.from ?? fact.asOf ?? fact.to;
  const end = fact.to ?? fact.asOf ?? fact.from;
  const from = start === undefined ? null : daysOf(start);
  const to = end === undefined ? null : daysOf(end);
  // A start and an end within one month may be the same day or weeks apart.
  return from && to && from.to <= to.from ? { from: from.to, to: to.from } : null;
}

/** Whether both held on some day, more than the day one hands over to the other. */
export const certainlyOverlap = (a: Days, b: Days): boolean => a.from < b.to && b.from < a.to;

/** A name or value as it is compared: without case, accents, and marks of punctuation. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Facts of a note with their place in it. */
export const factsOf = (note: Note): { readonly fact: Fact; readonly at: string }[] =>
  note.facts.map((fact, i) => ({ fact, at: `facts[${i}]` }));

export const shorten = (text: string, max = 60): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text);
