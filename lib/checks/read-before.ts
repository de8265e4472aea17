/**
 * What a reader kept from earlier articles, against the article at hand: "you read this in X: differs in number". Only
 * articles of the same event are looked at, and only a number or a time that differs is told; everything else that two
 * tellings of one event do not share is how news is written.
 */

import type { DayRange } from '../text/partial-date.ts';
import type { Part } from './check.ts';
import { compareStatements } from './compare.ts';
import { type EventSketch, isSameEvent, type Rarity } from './same-event.ts';
import { type Statement, statementOf } from './statement.ts';

/** One article the reader chose to keep: its statements, never its text. */
export interface KeptArticle {
  readonly id: string;
  readonly date: DayRange | null;
  readonly sketch: EventSketch;
  readonly statements: readonly string[];
}

/** A statement at hand that an earlier article put otherwise. */
export interface ReadBefore {
  /** Position in the statements given. */
  readonly statement: number;
  readonly article: string;
  readonly before: string;
  readonly part: Part;
}

const TOLD: ReadonlySet<Part> = new Set(['number', 'time']);

/**
 * What articles kept earlier, of the same event, put otherwise: only numbers and times, where the rest of the
 * statement agrees.
 */
export function readBefore(
  statements: readonly string[],
  sketch: EventSketch,
  kept: readonly KeptArticle[],
  rarity: Rarity,
  least?: number,
): ReadBefore[] {
  const read = statements.map((text) => statementOf(text, sketch.date));
  return kept
    .filter((article) => isSameEvent(sketch, article.sketch, rarity, least))
    .flatMap((article) => {
      const earlier = article.statements.map((text) => statementOf(text, article.date));
      return read.flatMap((statement, at): ReadBefore[] => {
        const found = differing(statement, earlier);
        return found ? [{ statement: at, article: article.id, before: found.text, part: found.part }] : [];
      });
    });
}

/** The first earlier statement that differs, unless another one agrees: an article may give two figures itself. */
function differing(statement: Statement, earlier: readonly Statement[]): { text: string; part: Part } | null {
  let found: { text: string; part: Part } | null = null;
  for (const other of earlier) {
    const { finding, part } = compareStatements(statement, other);
    if (finding === 'agrees' && part !== null && TOLD.has(part)) return null;
    if (finding === 'differs' && part !== null && TOLD.has(part)) found ??= { text: other.text, part };
  }
  return found;
}
