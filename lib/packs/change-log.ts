import type { RecordChange } from './diff.ts';

/** What one revision changed in a pack, as far as it is kept. */
export interface ChangeLog {
  readonly key: string;
  readonly pack: string;
  readonly revision: number;
  /** The revision it was compared with. */
  readonly before: number;
  /** The publisher's date, `YYYY-MM-DD`. */
  readonly date: string;
  /** When it was taken, in milliseconds. */
  readonly at: number;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  /** Withdrawn records first, then changed, then added; the first hundred. */
  readonly changes: readonly RecordChange[];
}

/** Statements that were on a card and have been withdrawn: told once, until the reader has read it. */
export interface Withdrawn {
  readonly key: string;
  readonly pack: string;
  readonly title: string;
  /** Id of the note. */
  readonly note: string;
  readonly name: string;
  /** The statements as they were; empty when the whole note was withdrawn. */
  readonly statements: readonly string[];
  /** In the publisher's words. */
  readonly reasons: readonly string[];
  readonly revision: number;
  readonly date: string;
  /** The day it was on a card, `YYYY-MM-DD`. */
  readonly seen: string;
}
