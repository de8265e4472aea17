import type { FindingKind, Part } from './check.ts';

/** What comparing two statements, or one part of them, came to. */
export interface Comparison {
  readonly finding: FindingKind;
  /** The part that agrees or differs; `null` when it is the whole. */
  readonly part: Part | null;
}

export const SILENT: Comparison = { finding: 'not-held', part: null };
export const found = (finding: FindingKind, part: Part | null = null): Comparison => ({ finding, part });
