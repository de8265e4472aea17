/** Spans that are spoken for, asked many times on a long page. */
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';

export class Taken<T extends Span> {
  readonly #spans: readonly T[];

  /** The spans do not overlap each other. */
  constructor(spans: readonly T[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start);
  }

  /** Index of the first span that ends after an offset. */
  #after(offset: number): number {
    return partitionPoint(this.#spans.length, (index) => this.#spans[index]!.end <= offset);
  }

  meets(span: Span): boolean {
    return (this.#spans[this.#after(span.start)]?.start ?? Number.POSITIVE_INFINITY) < span.end;
  }

  startsAt(offset: number): boolean {
    return this.#spans[this.#after(offset)]?.start === offset;
  }

  /** The span that ends at an offset or up to `gap` before it. */
  endingAt(offset: number, gap: number): T | undefined {
    const before = this.#spans[this.#after(offset) - 1];
    return before && offset - before.end <= gap ? before : undefined;
  }
}
