import type { Span } from '../text/span.ts';

/** How a statement is put: only what is asserted, or planned, can be checked. */
export type ClaimMode = 'asserted' | 'plan' | 'possible' | 'conditional' | 'question' | 'order';

/** A checkable statement of the article, with its attribution or none. */
export interface Claim extends Span {
  /** Index into the article's attributions, or `null` when the article gives no source. */
  readonly attribution: number | null;
  readonly mode: ClaimMode;
  /** `negative`: the statement is negated, or its source denies it (not both). */
  readonly polarity: 'positive' | 'negative';
  /** Indices of the mentions inside it. */
  readonly mentions: readonly number[];
  /** Who acts, when that stands outside the span: "the Fourth Division" of "... and helps run depots". */
  readonly subject?: Span;
}
