/** The headline and standfirst that belong to a main text, inside it or above it. */
import { precedes, textOf } from './elements.ts';
import { isBeside } from './leave-out.ts';
import type { MainText } from './main-text.ts';
import type { PageMetadata } from './page-metadata.ts';

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How far above the text a headline may stand, in ancestors of the text. */
const MAX_CLIMB = 6;

/**
 * The element with the headline: a heading that says what the metadata says, else the one h1 in or above the text.
 * `null` when there is none; a page's metadata is then its only title.
 */
export function findHeadline(document: Document, { root }: MainText, metadata: PageMetadata): Element | null {
  const titles = metadata.headlines.map(lettersOf).filter(Boolean);
  const headings = [...document.querySelectorAll('h1, h2')].filter((heading) => !isOutside(heading, root));
  const saysTitle = (heading: Element): boolean => {
    const letters = lettersOf(textOf(heading));
    // The page's title often adds the site's name to the headline.
    return letters.length >= 8 && titles.some((title) => title === letters || title.startsWith(`${letters} `));
  };
  const firsts = headings.filter((heading) => heading.localName === 'h1');
  return firsts.find(saysTitle) ?? headings.find(saysTitle) ?? onlyOne(firsts, root);
}

/** The h1 of the text, or the only one above it: of several, one is the page's own name and none is known to be the headline. */
function onlyOne(headings: readonly Element[], root: Element): Element | null {
  const within = headings.find((heading) => root.contains(heading));
  return within ?? (headings.length === 1 ? headings[0]! : null);
}

/** In a region beside the article, after it, or too far from it to be its headline. */
function isOutside(heading: Element, root: Element): boolean {
  if (root.contains(heading)) return isInRegionBeside(heading, root);
  if (precedes(root, heading)) return true;
  let common: Element | null = root;
  for (let climb = 0; common && !common.contains(heading); climb++) {
    common = climb < MAX_CLIMB || common.localName === 'body' ? common.parentElement : null;
  }
  return common === null || isInRegionBeside(heading, common);
}

function isInRegionBeside(element: Element, within: Element): boolean {
  for (let up = element.parentElement; up && up !== within; up = up.parentElement) if (isBeside(up)) return true;
  return false;
}

const STANDFIRST = [
  '[itemprop="description"],[itemprop="alternativeHeadline"],[class~="dek" i],[class*="-dek" i],[class~="deck" i]',
  ...['standfirst', 'subhead', 'sub-head', 'subtitle', 'sub-title'].map((name) => `[class*="${name}" i]`),
  ...['standfirst', 'subtitle', 'summary'].map((name) => `[data-testid*="${name}" i]`),
].join();

/** The standfirst when it stands outside the main text: named so, or saying what the page's description says. */
export function findStandfirst(headline: Element | null, { root }: MainText, metadata: PageMetadata): Element | null {
  if (!headline || root.contains(headline)) return null;
  let shared: Element | null = headline.parentElement;
  while (shared && !shared.contains(root)) shared = shared.parentElement;
  if (!shared) return null;
  const between = (element: Element): boolean =>
    !root.contains(element) &&
    !element.contains(root) &&
    !element.contains(headline) &&
    precedes(headline, element) &&
    precedes(element, root) &&
    !isInRegionBeside(element, shared);
  const named = [...shared.querySelectorAll(STANDFIRST)].find(
    (element) => between(element) && lettersOf(textOf(element)).length >= 20,
  );
  if (named) return named;
  const descriptions = metadata.descriptions.map(lettersOf).filter((letters) => letters.length >= 20);
  return (
    [...shared.querySelectorAll('p, h2')].find(
      (element) => between(element) && descriptions.includes(lettersOf(textOf(element))),
    ) ?? null
  );
}
