/** The text of chosen elements as it is rendered, in blocks, with the way back to every Text node. */

import type { Block, BlockRole } from '../text/article.ts';
import { wordTable } from '../text/word-table.ts';
import { Collector, type Cut, type ReadCache } from './collector.ts';
import { isLink, textOf } from './elements.ts';
import { walkFlatTree } from './flat-tree.ts';
import { isBeside, isInline, isNeverRead, markupWords } from './leave-out.ts';
import type { TextMap } from './text-map.ts';

export interface ReadOptions {
  /** Regions that are read although their names say they stand beside the article. */
  readonly wrappers: ReadonlySet<Element>;
  /** Lists of other stories, left out. */
  readonly teasers: ReadonlySet<Element>;
  /** The headline, whatever its tag; every other h1 is a heading. */
  readonly headline: Element | null;
  /** The standfirst, where the page's own metadata says which element it is. */
  readonly standfirst: Element | null;
  /** Characters after which reading stops, at the end of a block. */
  readonly maxChars: number;
  /** Whether the layout can be asked. */
  readonly styled: boolean;
  /** What blocks gave when they were last read; those not forgotten since are not read again. */
  readonly cache?: ReadCache | undefined;
}

export interface ReadText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly map: TextMap;
  readonly truncated: boolean;
}

const SPACE = /[\t\n\f\r ]+/g;
const MESSY = /[\t\n\f\r]|^ | $| {2}/;

const ROLE_OF_TAG: Readonly<Record<string, BlockRole>> = wordTable({
  li: 'item',
  dd: 'item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  address: 'byline',
});

const STANDFIRST_WORDS = /-(?:standfirst|dek|deck|sub-?head(?:line)?|sub-?title|lede|strapline)(?=-)/;
const BYLINE_WORDS = /-(?:byline|by-line|authors?|contributors?|dateline|timestamp|published|pubdate|date)(?=-)/;
/** Longer texts under such a class are the article's own. */
const MAX_BYLINE = 250;
const MAX_STANDFIRST = 600;
/** A block with more of its letters in links than this leads elsewhere. */
const MAX_LINKED = 0.7;

/** Cells are shorter than this in a table of facts; with a longer one it is a table that lays out a page. */
const MAX_CELL = 200;
const BLOCK_IN_CELL = 'p, div, section, article, table, ul, ol, dl, blockquote, pre, h1, h2, h3, h4, h5, h6';
/** Between two cells of a row. Not white space: the last word of a cell and the first of the next are no name. */
const CELL_SEPARATOR = ' · ';

/** Whether a row is read as one block: a figure says nothing without the words that stand beside it. */
const isRowOfFacts = (element: Element): boolean =>
  element.localName === 'tr' &&
  element.childElementCount > 1 &&
  element.querySelector(BLOCK_IN_CELL) === null &&
  [...element.children].every((cell) => textOf(cell).length <= MAX_CELL);

/** Shorter blocks may well stand twice in an article. */
const MIN_REPEATED = 40;

interface Open {
  readonly inline: boolean;
  readonly role: BlockRole | null;
  /** Where a block element began, if it may be kept. */
  readonly cut: Cut | null;
  /** It holds other block elements, which are kept instead. */
  nests: boolean;
  /** A row of a table whose cells are parts of one block. */
  readonly isRow: boolean;
}

export function readText(roots: readonly Element[], options: ReadOptions): ReadText {
  const { wrappers, teasers, headline, standfirst, maxChars, styled, cache } = options;
  const out = new Collector();
  const open: Open[] = [];
  const rootSet = new Set(roots);
  let links = 0;
  let linked = 0;
  let blockStart = -1;
  // A white space that is rendered only if a word follows it in the same block.
  let space: { node: number; offset: number } | null = null;
  let breaks = 0;
  // Whether the next word is the first of its cell.
  let newCell = false;
  let truncated = false;
  const seen = new Set<string>();

  function role(): BlockRole {
    for (let i = open.length - 1; i >= 0; i--) if (open[i]!.role) return open[i]!.role!;
    return 'paragraph';
  }

  function finalRole(printed: string): BlockRole {
    const own = role();
    if (own === 'headline' || own === 'byline') return own;
    if (linked > printed.length * MAX_LINKED || !/[\p{L}\p{N}]/u.test(printed)) return 'boilerplate';
    // A pulled quotation, a caption in a picture's frame and under it: what is said twice is one statement.
    if (own !== 'paragraph' && printed.length >= MIN_REPEATED && seen.has(printed)) return 'boilerplate';
    seen.add(printed);
    return own;
  }

  function endBlock(): void {
    space = null;
    breaks = 0;
    newCell = false;
    if (blockStart < 0) return;
    const printed = out.since(blockStart);
    out.endBlock(blockStart, blockStart + printed.trimEnd().length, finalRole(printed));
    blockStart = -1;
    linked = 0;
    if (out.length >= maxChars) truncated = true;
  }

  /** Before a word: the separator of a new block, or the white space that was waiting. */
  function beforeWord(): void {
    if (blockStart < 0) blockStart = out.beginBlock();
    else if (newCell) out.add(CELL_SEPARATOR);
    else if (breaks > 0) out.add('\n');
    else if (space) out.put(space.node, space.offset, ' ');
    space = null;
    breaks = 0;
    newCell = false;
  }

  function putWords(node: number, from: number, printed: string): void {
    // A no-break or ideographic space that begins a block or cell indents it, or keeps an empty one open.
    const words = blockStart < 0 || newCell ? printed.trimStart() : printed;
    if (words === '') return;
    beforeWord();
    out.put(node, from + printed.length - words.length, words);
    if (links > 0) linked += words.length;
  }

  function text(node: Text): void {
    const { data } = node;
    if (data.length === 0) return;
    let number = -1;
    const numbered = (): number => {
      if (number < 0) number = out.open(node);
      return number;
    };
    if (!MESSY.test(data)) {
      putWords(numbered(), 0, data);
      return;
    }
    let from = 0;
    SPACE.lastIndex = 0;
    for (let match = SPACE.exec(data); match; match = SPACE.exec(data)) {
      if (match.index > from) putWords(numbered(), from, data.slice(from, match.index));
      if (blockStart >= 0 && !space && breaks === 0) space = { node: numbered(), offset: match.index };
      from = match.index + match[0].length;
    }
    if (from < data.length) putWords(numbered(), from, data.slice(from));
  }

  function enter(element: Element): boolean {
    const isRoot = rootSet.has(element);
    if (element.localName === 'br') {
      // Two line ends in a row are how old pages set a paragraph.
      if (blockStart >= 0 && ++breaks > 1) endBlock();
      return false;
    }
    const kept = isRoot ? undefined : cache?.get(element);
    if (kept) {
      endBlock();
      markNesting();
      out.append(kept);
      for (const { start, end } of kept.blocks) seen.add(kept.text.slice(start, end));
      return false;
    }
    if (!isRoot || open.length > 0) {
      if (isNeverRead(element, styled)) return false;
      if (teasers.has(element) || (isBeside(element) && !wrappers.has(element))) return false;
    }
    if (isLink(element)) links++;
    const isCell = !isRoot && open[open.length - 1]?.isRow === true;
    if (isCell) newCell = true;
    const inline = isCell || (!isRoot && isInline(element, styled));
    if (!inline) {
      endBlock();
      markNesting();
    }
    const cut = inline || isRoot || !cache ? null : out.here();
    open.push({
      inline,
      role: inline ? null : roleOf(element),
      cut,
      nests: false,
      isRow: !inline && isRowOfFacts(element),
    });
    return true;
  }

  function markNesting(): void {
    const block = open.findLast(({ inline }) => !inline);
    if (block) block.nests = true;
  }

  function roleOf(element: Element): BlockRole | null {
    if (element === headline) return 'headline';
    if (element === standfirst) return 'subheadline';
    const words = markupWords(element);
    if (words) {
      if (STANDFIRST_WORDS.test(words) && textOf(element).length <= MAX_STANDFIRST) return 'subheadline';
      if (BYLINE_WORDS.test(words) && textOf(element).trim().length <= MAX_BYLINE) return 'byline';
    }
    return /^h[1-6]$/.test(element.localName) ? 'heading' : (ROLE_OF_TAG[element.localName] ?? null);
  }

  const visitor = {
    enter,
    text,
    leave(element: Element): void {
      // The role of the block that ends is still that of its innermost element.
      if (!open[open.length - 1]!.inline) endBlock();
      const { cut, nests } = open.pop()!;
      if (cut && !nests && !truncated) cache?.set(element, out.partSince(cut));
      if (isLink(element)) links--;
    },
    done: () => truncated,
  };
  for (const root of roots) if (!truncated) walkFlatTree(root, visitor);
  endBlock();
  return { text: out.text(), blocks: out.blocks, map: out.map(), truncated };
}
