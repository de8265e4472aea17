/**
 * Which part of a page is its main text: the subtree with the greatest sum of block values, where a block of prose
 * counts by its length for, and a block of links or scraps against. One walk, then sums over flat arrays.
 * Weights were set by hand and measured with test/bench/page-text.ts, which prints the figures.
 */
import { walkFlatTree } from './flat-tree.ts';
import { isBeside, isInline, isNeverRead } from './leave-out.ts';

export interface MainText {
  readonly root: Element;
  /** Elements whose names say "beside the article" but which hold most of it. */
  readonly wrappers: ReadonlySet<Element>;
  /** Characters of prose in the root, and of everything that spoke against it. */
  readonly prose: number;
  readonly scraps: number;
}

/** Shorter blocks are labels, captions and buttons as often as they are sentences. */
const MIN_PROSE = 40;
/** A block with more of its text in links than this is a list of links. */
const MAX_LINKED = 0.5;
/** What a block costs that is not prose, besides its length: twenty short labels outweigh a paragraph. */
const SCRAP_COST = 15;
/** A region named as beside the article is believed unless it holds this share of the page's prose. */
const WRAPPER_SHARE = 0.4;
/** The root moves down to one child as long as that child keeps this share of the prose. */
const KEEP_SHARE = 0.86;

interface Survey {
  readonly elements: Element[];
  readonly parents: number[];
  readonly beside: boolean[];
  readonly prose: number[];
  readonly scraps: number[];
}

function surveyOf(body: Element, styled: boolean): Survey {
  const survey: Survey = { elements: [], parents: [], beside: [], prose: [], scraps: [] };
  const plain: number[] = [];
  const linked: number[] = [];
  // Blocks under way, and how deep in links we are.
  const open: number[] = [];
  let links = 0;
  walkFlatTree(body, {
    enter(element) {
      if (isNeverRead(element, false)) return false;
      if (element.localName === 'a' && element.hasAttribute('href')) links++;
      if (isInline(element, false)) return true;
      open.push(survey.elements.length);
      survey.parents.push(open.length > 1 ? open[open.length - 2]! : -1);
      survey.elements.push(element);
      survey.beside.push(element !== body && isBeside(element));
      survey.prose.push(0);
      survey.scraps.push(0);
      plain.push(0);
      linked.push(0);
      return true;
    },
    leave(element) {
      if (element.localName === 'a' && element.hasAttribute('href')) links--;
      const block = open[open.length - 1];
      if (block !== undefined && survey.elements[block] === element) open.pop();
    },
    text(node) {
      const block = open[open.length - 1];
      if (block === undefined) return;
      const length = solidLength(node.data);
      if (links > 0) linked[block]! += length;
      else plain[block]! += length;
    },
  });
  survey.elements.forEach((element, block) => {
    const value = blockValue(element, plain[block]!, linked[block]!);
    if (value > 0 && !(styled && isUnseen(element))) survey.prose[block] = value;
    else if (value < 0) survey.scraps[block] = -value;
  });
  return survey;
}

/** Characters without the white space that indents the source. */
function solidLength(data: string): number {
  const solid = data.trim();
  return solid.length > 200 ? solid.length : solid.replace(/\s+/g, ' ').length;
}

function blockValue(element: Element, plain: number, linked: number): number {
  const length = plain + linked;
  if (length === 0) return 0;
  if (linked > length * MAX_LINKED) return -(length + SCRAP_COST);
  if (/^h[1-6]$/.test(element.localName)) return 0;
  if (length < MIN_PROSE) return -SCRAP_COST;
  return element.localName === 'li' ? plain * 0.5 : plain;
}

const isUnseen = (element: Element): boolean =>
  element.checkVisibility?.({ checkVisibilityCSS: true, visibilityProperty: true } as CheckVisibilityOptions) === false;

/** Sums over each block's subtree, with the subtrees of `without` left out. */
function sumsOf(own: readonly number[], parents: readonly number[], without?: readonly boolean[]): Float64Array {
  const sums = Float64Array.from(own);
  for (let block = sums.length - 1; block > 0; block--) {
    if (without?.[block]) sums[block] = 0;
    sums[parents[block]!]! += sums[block]!;
  }
  return sums;
}

/** The main text of a page, or `null` when the page has no prose at all. */
export function findMainText(document: Document): MainText | null {
  const { body } = document;
  if (!body) return null;
  const styled = typeof body.checkVisibility === 'function';
  const survey = surveyOf(body, styled);
  if (survey.elements.length === 0) return null;
  const all = sumsOf(survey.prose, survey.parents);
  if (all[0] === 0) return null;
  const wrappers = new Set<Element>();
  survey.elements.forEach((element, block) => {
    if (!survey.beside[block]) return;
    if (all[block]! >= all[0]! * WRAPPER_SHARE || (all[block]! > 0 && element.querySelector('h1'))) {
      survey.beside[block] = false;
      wrappers.add(element);
    }
  });
  const prose = sumsOf(survey.prose, survey.parents, survey.beside);
  const scraps = sumsOf(survey.scraps, survey.parents, survey.beside);
  const best = narrowed(survey, prose, bestBlock(prose, scraps));
  return { root: survey.elements[best]!, wrappers, prose: prose[best]!, scraps: scraps[best]! };
}

function bestBlock(prose: Float64Array, scraps: Float64Array): number {
  let best = 0;
  for (let block = 0; block < prose.length; block++) {
    // `>=`: of equals the deepest, which comes last.
    if (prose[block]! - scraps[block]! >= prose[best]! - scraps[best]!) best = block;
  }
  return best;
}

/** Moves from a block to the one child that holds nearly all of its prose, again and again. */
function narrowed({ elements, parents }: Survey, prose: Float64Array, from: number): number {
  let root = from;
  for (;;) {
    let heir = -1;
    for (let block = root + 1; block < parents.length && parents[block]! >= root; block++) {
      if (parents[block] === root && prose[block]! >= prose[root]! * KEEP_SHARE) heir = block;
    }
    // A paragraph is never a root of its own: its siblings may be short but they are the article too.
    if (heir < 0 || /^(?:p|li|blockquote|td)$/.test(elements[heir]!.localName)) return root;
    root = heir;
  }
}
