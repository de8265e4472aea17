/**
 * Which part of a page is its main text: the subtree with the greatest sum of block values, where a block of prose
 * counts by its length for, and a block of links or scraps against. One walk, then sums over flat arrays.
 * Weights were set by hand and measured with test/bench/page-text.ts, which prints the figures.
 */
import { attribute, isLink } from './elements.ts';
import { walkFlatTree } from './flat-tree.ts';
import { isBeside, isInline, isNamedBody, isNeverRead, mayWrapArticle } from './leave-out.ts';

export interface MainText {
  /** The element that holds the text; several when a page cuts it into parts. */
  readonly root: Element;
  /** Elements whose names say "beside the article" but which hold it. */
  readonly wrappers: ReadonlySet<Element>;
  /** Lists of other stories, told by their shape. */
  readonly teasers: ReadonlySet<Element>;
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
/** An element that says it is the article's body is believed if it holds this share of the root's prose. */
const BODY_SHARE = 0.5;
/** Prose in an element that says it is an article's body counts this often: a long thread must not outweigh a short report. */
const NAMED_WORTH = 2;
/** A teaser has a link to its story and at most this many characters of prose. */
const MAX_TEASER = 400;

/** The blocks of a page in reading order, in columns. Parents precede their children. */
interface Survey {
  readonly elements: Element[];
  readonly parents: number[];
  readonly beside: boolean[];
  readonly prose: number[];
  readonly scraps: number[];
  /** Blocks that are one link. */
  readonly links: number[];
}

function surveyOf(body: Element, styled: boolean): Survey {
  const survey: Survey = { elements: [], parents: [], beside: [], prose: [], scraps: [], links: [] };
  const plain: number[] = [];
  const linked: number[] = [];
  const open: number[] = [];
  let depthOfLinks = 0;
  walkFlatTree(body, {
    enter(element) {
      if (element !== body && isNeverRead(element, false)) return false;
      if (isLink(element)) depthOfLinks++;
      if (element !== body && isInline(element, false)) return true;
      survey.parents.push(open.at(-1) ?? -1);
      open.push(survey.elements.length);
      survey.elements.push(element);
      survey.beside.push(element !== body && isBeside(element));
      plain.push(0);
      linked.push(0);
      return true;
    },
    leave(element) {
      if (isLink(element)) depthOfLinks--;
      if (survey.elements[open.at(-1)!] === element) open.pop();
    },
    text(node) {
      const length = solidLength(node.data);
      if (depthOfLinks > 0) linked[open.at(-1)!]! += length;
      else plain[open.at(-1)!]! += length;
    },
  });
  survey.elements.forEach((element, block) => {
    const length = plain[block]! + linked[block]!;
    const isLink = linked[block]! > length * MAX_LINKED;
    const value = isLink ? -(length + SCRAP_COST) : blockValue(element, plain[block]!, length);
    survey.prose.push(value > 0 && !(styled && isUnseen(element)) ? value : 0);
    survey.scraps.push(value < 0 ? -value : 0);
    survey.links.push(isLink ? 1 : 0);
  });
  return survey;
}

/** Characters without the white space that indents the source. */
function solidLength(data: string): number {
  const solid = data.trim();
  return solid.length > 200 ? solid.length : solid.replace(/\s+/g, ' ').length;
}

function blockValue(element: Element, plain: number, length: number): number {
  if (length === 0) return 0;
  // Headings and cells are short by nature; a long table of figures is no reason to leave its article.
  if (length < MIN_PROSE && /^(?:h[1-6]|td|th|dt|dd)$/.test(element.localName)) return 0;
  if (length < MIN_PROSE) return -SCRAP_COST;
  if (/^h[1-6]$/.test(element.localName)) return 0;
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
  // A broken page may have a second body; the one with something in it counts.
  const bodies = [...document.querySelectorAll('body')];
  const body = bodies.find((element) => element.firstElementChild) ?? document.body ?? document.documentElement;
  if (!body) return null;
  const survey = surveyOf(body, typeof body.checkVisibility === 'function');
  const all = sumsOf(survey.prose, survey.parents);
  if (!all[0]) return null;
  const teasers = teaserLists(survey, all);
  const wrappers = new Set<Element>();
  survey.elements.forEach((element, block) => {
    if (teasers.has(element)) survey.beside[block] = true;
    else if (survey.beside[block] && isWrapper(element, all[block]! / all[0]!)) {
      survey.beside[block] = false;
      wrappers.add(element);
    }
  });
  const prose = sumsOf(survey.prose, survey.parents, survey.beside);
  const scraps = sumsOf(survey.scraps, survey.parents, survey.beside);
  if (!prose[0]) return null;
  const root = namedBody(survey, prose, narrowed(survey, prose, bestBlock(survey, prose, scraps)));
  return { root: survey.elements[root]!, wrappers, teasers, prose: prose[root]!, scraps: scraps[root]! };
}

function isWrapper(element: Element, share: number): boolean {
  if (share === 0) return false;
  return element.querySelector('h1') !== null || (share >= WRAPPER_SHARE && mayWrapArticle(element));
}

/**
 * Elements most of whose children are teasers: a linked title and a few lines. Three in a row are a list of other
 * stories, wherever they stand and whatever they are called.
 */
function teaserLists({ elements, parents, links, prose }: Survey, sums: Float64Array): Set<Element> {
  const linked = sumsOf(links, parents);
  const proseBlocks = sumsOf(
    prose.map((value) => (value > 0 ? 1 : 0)),
    parents,
  );
  const children = new Int32Array(elements.length);
  const teasers = new Int32Array(elements.length);
  for (let block = 1; block < elements.length; block++) {
    if (linked[block] === 0 && sums[block] === 0) continue;
    children[parents[block]!]!++;
    const isTeaser = linked[block]! > 0 && sums[block]! > 0 && sums[block]! <= MAX_TEASER && proseBlocks[block]! <= 2;
    if (isTeaser) teasers[parents[block]!]!++;
  }
  return new Set(elements.filter((_, block) => teasers[block]! >= 3 && teasers[block]! >= children[block]! * 0.7));
}

/**
 * Blocks in one of four or more siblings of the same make: comments, cards, entries of a list. Such a thing is not the
 * article, however long it is; the list may be.
 */
function repeatedBlocks({ elements, parents }: Survey, prose: Float64Array): boolean[] {
  // The first class says what a thing is; further ones say that it is the first, or odd, or open.
  const kinOf = (block: number): string => {
    const name = attribute(elements[block]!, 'class').trim().split(/\s+/, 1)[0];
    return `${parents[block]} ${elements[block]!.localName} ${name}`;
  };
  const kin = new Map<string, number>();
  for (let block = 1; block < elements.length; block++) {
    if (prose[block]! > 0) kin.set(kinOf(block), (kin.get(kinOf(block)) ?? 0) + 1);
  }
  const repeated: boolean[] = [false];
  for (let block = 1; block < elements.length; block++) {
    const parent = parents[block]!;
    const many = kin.get(kinOf(block)) ?? 0;
    // An article among the rows of a page's grid outweighs the other rows; a long comment rarely the whole thread.
    repeated.push(repeated[parent]! || many >= 6 || (many >= 4 && prose[block]! < prose[parent]! / 2));
  }
  return repeated;
}

function bestBlock(survey: Survey, prose: Float64Array, scraps: Float64Array): number {
  const { elements, parents, beside } = survey;
  const repeated = repeatedBlocks(survey, prose);
  const outside: boolean[] = [];
  for (let block = 0; block < elements.length; block++) {
    outside.push(repeated[block]! || beside[block]! || (outside[parents[block]!] ?? false));
  }
  const bonus = sumsOf(
    elements.map((element, block) => (isNamedBody(element) ? prose[block]! * (NAMED_WORTH - 1) : 0)),
    parents,
  );
  const value = (block: number): number => prose[block]! - scraps[block]! + Math.min(bonus[block]!, prose[block]!);
  let best = 0;
  for (let block = 0; block < prose.length; block++) {
    // `>=`: of equals the deepest, which comes last.
    if (value(block) >= value(best) && !outside[block] && !isParagraph(elements[block]!)) best = block;
  }
  return best;
}

/** Never a root of its own: its siblings may be short, but they are the article too. */
const isParagraph = (element: Element): boolean => /^(?:p|li|blockquote|td)$/.test(element.localName);

/** Moves from a block to the one child that holds nearly all of its prose, again and again. */
function narrowed({ elements, parents }: Survey, prose: Float64Array, from: number): number {
  let root = from;
  for (;;) {
    let heir = -1;
    for (let block = root + 1; block < parents.length && parents[block]! >= root; block++) {
      if (parents[block] === root && prose[block]! >= prose[root]! * KEEP_SHARE) heir = block;
    }
    if (heir < 0 || isParagraph(elements[heir]!)) return root;
    root = heir;
  }
}

/** What inside a root says that it is the article's body, if it holds enough of it; else the root. */
function namedBody({ elements, parents }: Survey, prose: Float64Array, root: number): number {
  const bodies: number[] = [];
  for (let block = root + 1; block < parents.length && parents[block]! >= root; block++) {
    const share = prose[block]! / prose[root]!;
    if (share > 0.05 && isNamedBody(elements[block]!)) bodies.push(block);
  }
  // A page that cuts its body into parts names each of them; then the root that holds them all stays.
  const outermost = bodies.filter(
    (block) => !bodies.some((other) => other !== block && elements[other]!.contains(elements[block]!)),
  );
  const only = outermost.length === 1 ? outermost[0]! : root;
  return prose[only]! >= prose[root]! * BODY_SHARE ? only : root;
}
