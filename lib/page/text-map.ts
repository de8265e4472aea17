/**
 * Where each part of an article's text stands on the page: runs of characters copied one to one from a Text node.
 * White space that a page does not render falls between two runs, and so does everything we add (block separators).
 * Flat arrays and binary search, because a page of 100,000 words has as many runs and a pointer asks at every move.
 */

import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';

/** A place in a Text node. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

export class TextMap {
  readonly #nodes: readonly Text[];
  readonly #numberOf = new Map<Node, number>();
  /** Per run: where it starts in the article, its node, where it starts in the node, its length. */
  readonly #start: Int32Array;
  readonly #node: Int32Array;
  readonly #offset: Int32Array;
  readonly #length: Int32Array;
  /** Per node: its first run; one more at the end. */
  readonly #firstRun: Int32Array;

  constructor(nodes: readonly Text[], runs: { start: number[]; node: number[]; offset: number[]; length: number[] }) {
    this.#nodes = nodes;
    this.#start = Int32Array.from(runs.start);
    this.#node = Int32Array.from(runs.node);
    this.#offset = Int32Array.from(runs.offset);
    this.#length = Int32Array.from(runs.length);
    this.#firstRun = new Int32Array(nodes.length + 1);
    nodes.forEach((node, number) => {
      this.#numberOf.set(node, number);
    });
    let run = 0;
    for (let number = 0; number < nodes.length; number++) {
      this.#firstRun[number] = run;
      while (run < this.#node.length && this.#node[run] === number) run++;
    }
    this.#firstRun[nodes.length] = run;
  }

  get nodes(): readonly Text[] {
    return this.#nodes;
  }

  /** The place of a span's first character; `null` when the character is not on the page (a separator). */
  startPoint(start: number): TextPoint | null {
    return this.#pointOf(start, 0);
  }

  /** The place just after a span's last character. */
  endPoint(end: number): TextPoint | null {
    return this.#pointOf(end - 1, 1);
  }

  /** The article's offset of a caret in a Text node; `null` when nothing beside the caret was read. */
  offsetOf(node: Node, offset: number): number | null {
    const number = this.#numberOf.get(node);
    if (number === undefined) return null;
    const first = this.#firstRun[number]!;
    const run = lastAtMost(this.#offset, offset, first, this.#firstRun[number + 1]!);
    if (run < first) return null;
    const within = offset - this.#offset[run]!;
    return within <= this.#length[run]! ? this.#start[run]! + within : null;
  }

  /** The Text nodes a span has characters in, in reading order. */
  nodesIn({ start, end }: Span): Text[] {
    const nodes: Text[] = [];
    for (
      let run = Math.max(0, lastAtMost(this.#start, start, 0, this.#start.length));
      run < this.#start.length;
      run++
    ) {
      if (this.#start[run]! >= end) break;
      const node = this.#nodes[this.#node[run]!]!;
      if (this.#start[run]! + this.#length[run]! > start && nodes.at(-1) !== node) nodes.push(node);
    }
    return nodes;
  }

  #pointOf(at: number, after: 0 | 1): TextPoint | null {
    const run = lastAtMost(this.#start, at, 0, this.#start.length);
    if (run < 0) return null;
    const within = at - this.#start[run]!;
    if (within >= this.#length[run]!) return null;
    return { node: this.#nodes[this.#node[run]!]!, offset: this.#offset[run]! + within + after };
  }
}

/** The last index in `[from, to)` whose value is at most `value`, or `from - 1`. */
const lastAtMost = (values: Int32Array, value: number, from: number, to: number): number =>
  partitionPoint(to, (index) => values[index]! <= value, from) - 1;
