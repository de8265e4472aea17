/**
 * What of a page is not the article. Some things are never read (scripts, fields, code, what is hidden); others are
 * left out because their tag, role or class says they stand beside an article, unless they turn out to hold it.
 */
import { attribute } from './elements.ts';

/** A set of words given as one text. */
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEVER_TAGS = setOf(
  'script style template noscript head title meta link base button input select option optgroup datalist textarea ' +
    'label output progress meter svg math canvas video audio iframe frame frameset object embed applet map code pre ' +
    'kbd samp tt var dialog menu rp rt rtc ruby-text img picture source track param hr wbr',
);

const NEVER_ROLES = setOf(
  'textbox searchbox combobox listbox spinbutton slider button switch checkbox radio menu menubar menuitem tab ' +
    'tablist tooltip dialog alertdialog progressbar scrollbar',
);

const BESIDE_TAGS = setOf('nav aside footer form fieldset search');
const BESIDE_ROLES = setOf(
  'navigation complementary contentinfo search toolbar banner alert status log marquee timer form feed note',
);

/** Elements whose class names style a text rather than say what a region is. */
const TEXT_TAGS = setOf(
  'html body main p h1 h2 h3 h4 h5 h6 span a em strong b i u s q cite small sub sup mark time abbr blockquote li dt dd ' +
    'td th tr tbody thead table',
);

const BESIDE_WORDS = new RegExp(
  `-(?:${[
    'ad(?:s|slot|unit|vert[a-z]*)?|dfp|gpt|sponsor[a-z]*|promo[a-z]*',
    'relateds?|recirc[a-z]*|recommend[a-z]*|suggested|outbrain|taboola|teasers?',
    'more-(?:from|on|in|stories|news|articles|posts|like)|read-(?:more|next|also)|see-also|also-read|you-may|up-next|next-up',
    'most-(?:read|popular|viewed|commented|shared)|popular|trending|latest-(?:news|stories|posts)|top-stories',
    'newsletters?|subscri[a-z]*|sign-?(?:up|in)|login|register|paywall|meter',
    'share[a-z]*|sharing|socials?|follow-us|facebook|pinterest|whatsapp',
    'comment(?:s|ing)?|disqus|livefyre|respond|replies|discussion|reader-responses',
    'breadcrumbs?|nav(?:bar|igation)?|(?:sub)?menus?|toolbar|pagination|pager|(?:skip|jump)-links?',
    'side-?bar|rail|footer|masthead|popup|modal|overlay|lightbox|cookies?|consent|gdpr|banner|notification',
    'tags|tag-?list|topics|keywords|categor(?:ies|y-list)|author-(?:bio|box|info|card)|about-the-author|bio',
    '(?:photo-?)?gallery|slideshow|slide-?deck|(?:(?:image|photo)-?)?credits?',
    'widgets?|carousel|infobox|donat[a-z]*|print-only|printfriendly|copyright|disclaimer',
  ].join('|')})(?=-)`,
);

/** Text for screen readers only repeats what is shown, or names a control. */
const UNSEEN_WORDS = /-(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|a-y-text|assistive-text)(?=-)/;

const wordsCache = new Map<string, string>();

/** Class, id and test id as lower-case words joined and framed by dashes: `-article-related-links-`. */
export function markupWords(element: Element): string {
  const raw = `${attribute(element, 'class')} ${element.id ?? ''} ${attribute(element, 'data-testid')}`;
  if (raw === '  ') return '';
  const known = wordsCache.get(raw);
  if (known !== undefined) return known;
  // Class names repeat hundreds of times on a page; a page that makes up new ones for ever must not fill the memory.
  if (wordsCache.size > 5_000) wordsCache.clear();
  const words = `-${raw
    .slice(0, 1_000)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')}-`.replace(/--+/g, '-');
  wordsCache.set(raw, words);
  return words;
}

/** Whether an element is never read, whatever stands in it. `styled` asks the layout too. */
export function isNeverRead(element: Element, styled: boolean): boolean {
  const tag = element.localName;
  if (NEVER_TAGS.has(tag)) return true;
  if (element.hasAttribute('hidden')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false' && editable !== 'inherit') return true;
  if (NEVER_ROLES.has(attribute(element, 'role'))) return true;
  if (attribute(element, 'aria-hidden') === 'true' && !element.querySelector('p')) return true;
  if (UNSEEN_WORDS.test(markupWords(element))) return true;
  return styled ? isStyledAway(element) : HIDING_STYLE.test(attribute(element, 'style'));
}

const HIDING_STYLE = /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden)/i;

function isStyledAway(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return !!style && (style.display === 'none' || style.visibility === 'hidden' || style.visibility === 'collapse');
}

/** Whether an element says of itself that it stands beside an article. */
export function isBeside(element: Element): boolean {
  const tag = element.localName;
  if (BESIDE_TAGS.has(tag)) return true;
  if (BESIDE_ROLES.has(attribute(element, 'role'))) return true;
  return !TEXT_TAGS.has(tag) && BESIDE_WORDS.test(markupWords(element));
}

/** Regions that are no article even where a page has hardly any other text. */
const NEVER_WRAPS =
  /-(?:footer|comments?|commenting|disqus|cookies?|consent|gdpr|menu|navbar|breadcrumbs?|newsletters?)(?=-)/;

/** Whether an element beside the article may yet turn out to hold it: names of regions are often worn by page wrappers. */
export function mayWrapArticle(element: Element): boolean {
  const tag = element.localName;
  if (tag === 'nav' || tag === 'footer') return false;
  return !NEVER_WRAPS.test(markupWords(element));
}

const BODY_WORDS =
  /-(?:(?:article|story|post|news)-?(?:body|text|content|copy)|entry-?content|body-?(?:copy|text)|content-?body)(?=-)/;

/** Whether an element says that it holds the text of an article. */
export const isNamedBody = (element: Element): boolean =>
  /\barticleBody\b/.test(attribute(element, 'itemprop') || attribute(element, 'property')) ||
  (!TEXT_TAGS.has(element.localName) && BODY_WORDS.test(markupWords(element)));

const INLINE_TAGS = setOf(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins mark nobr q ruby rb s slot small span strike strong ' +
    'sub sup time u',
);

/** Whether an element's text flows on from what precedes it. Without layout the tag decides. */
export function isInline(element: Element, styled: boolean): boolean {
  if (styled) {
    const display = element.ownerDocument.defaultView?.getComputedStyle(element)?.display;
    if (display) return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
  }
  return INLINE_TAGS.has(element.localName);
}
