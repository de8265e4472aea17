/** What a time named in a text is read as. `time.ts` finds them, `time-rules.ts` has the forms. */
import type { Span } from '../text/span.ts';

/** Days since 1970, both included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export type Grain = 'day' | 'week' | 'month' | 'year';

export interface TimeExpression extends Span {
  /** One interval, or one for each reading of an open expression. */
  readonly readings: readonly Days[];
  readonly grain: Grain;
  /** "recently": may agree, never differs. */
  readonly vague?: true;
  /** "for two months", "since January": when a state began. */
  readonly since?: true;
}
