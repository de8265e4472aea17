/** Collects characters, where each run of them came from, and the blocks they make; and parts of that, to be used again. */
import type { Block, BlockRole } from '../text/article.ts';
import { TextMap } from './text-map.ts';

/** What one element gave, with its own offsets, so that it can stand anywhere in a later text. */
interface Part {
  readonly text: string;
  readonly nodes: readonly Text[];
  readonly runs: readonly {
    readonly start: number;
    readonly node: number;
    readonly offset: number;
    readonly length: number;
  }[];
  readonly blocks: readonly Block[];
}

/** A place in what was collected so far, to cut a part from. */
export interface Cut {
  readonly text: number;
  readonly node: number;
  readonly run: number;
  readonly block: number;
}

/** What blocks of the page gave when they were last read. A block that changed is forgotten, and then read again. */
export class ReadCache {
  #parts = new WeakMap<Node, Part>();

  get(element: Element): Part | undefined {
    return this.#parts.get(element);
  }

  set(element: Element, part: Part): void {
    this.#parts.set(element, part);
  }

  /** Something changed at or below this node. */
  forget(node: Node): void {
    for (let up: Node | null = node; up; up = up.parentNode ?? (up as ShadowRoot).host ?? null) this.#parts.delete(up);
  }

  clear(): void {
    this.#parts = new WeakMap();
  }
}

/** Between two blocks. */
const SEPARATOR = '\n\n';

export class Collector {
  readonly blocks: Block[] = [];
  #nodes: Text[] = [];
  #start: number[] = [];
  #node: number[] = [];
  #offset: number[] = [];
  #length: number[] = [];
  #chunks: string[] = [];
  length = 0;

  /** A fresh node; runs are put under its number until the next one. */
  open(node: Text): number {
    this.#nodes.push(node);
    return this.#nodes.length - 1;
  }

  /** Where the next block begins, after the separator that parts it from the last. */
  beginBlock(): number {
    if (this.length > 0) this.add(SEPARATOR);
    return this.length;
  }

  endBlock(start: number, end: number, role: BlockRole): void {
    this.blocks.push({ start, end, role });
  }

  put(node: number, offset: number, chars: string): void {
    const last = this.#start.length - 1;
    const continues =
      last >= 0 &&
      this.#node[last] === node &&
      this.#offset[last]! + this.#length[last]! === offset &&
      this.#start[last]! + this.#length[last]! === this.length;
    if (continues) this.#length[last]! += chars.length;
    else this.#run(this.length, node, offset, chars.length);
    this.add(chars);
  }

  #run(start: number, node: number, offset: number, length: number): void {
    this.#start.push(start);
    this.#node.push(node);
    this.#offset.push(offset);
    this.#length.push(length);
  }

  /** Characters that stand nowhere on the page. */
  add(chars: string): void {
    this.#chunks.push(chars);
    this.length += chars.length;
  }

  /** What was added since an offset at which a chunk began. */
  since(start: number): string {
    let from = this.#chunks.length;
    for (let length = this.length; length > start; ) length -= this.#chunks[--from]!.length;
    return this.#chunks.slice(from).join('');
  }

  here(): Cut {
    return { text: this.length, node: this.#nodes.length, run: this.#start.length, block: this.blocks.length };
  }

  /** Everything since a cut, as a part; its text begins with its first block. */
  partSince({ text, node, run, block }: Cut): Part {
    const blocks = this.blocks.slice(block);
    const base = blocks[0]?.start ?? text;
    return {
      text: this.since(text).slice(base - text),
      nodes: this.#nodes.slice(node),
      runs: this.#start.slice(run).map((start, i) => ({
        start: start - base,
        node: this.#node[run + i]! - node,
        offset: this.#offset[run + i]!,
        length: this.#length[run + i]!,
      })),
      blocks: blocks.map((each) => ({ start: each.start - base, end: each.end - base, role: each.role })),
    };
  }

  append({ text, nodes, runs, blocks }: Part): void {
    if (blocks.length === 0) return;
    const base = this.beginBlock();
    const first = this.#nodes.length;
    this.#nodes.push(...nodes);
    for (const { start, node, offset, length } of runs) this.#run(base + start, first + node, offset, length);
    for (const { start, end, role } of blocks) this.endBlock(base + start, base + end, role);
    this.add(text);
  }

  text(): string {
    return this.#chunks.join('');
  }

  map(): TextMap {
    return new TextMap(this.#nodes, {
      start: this.#start,
      node: this.#node,
      offset: this.#offset,
      length: this.#length,
    });
  }
}
