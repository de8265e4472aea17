/**
 * Marks by the CSS Custom Highlight API: names of ranges are registered, a constructed sheet says how each is painted,
 * and no node of the page is touched. A kind has its own line, so nothing rests on colour; its colour is the half of
 * the token that stands out from the page's ground, told by the luminance of the text beside the mark.
 */

import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { EntityKind } from '../../lib/notes/note.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
import { partitionPoint } from '../../lib/text/partition-point.ts';
import type { Span } from '../../lib/text/span.ts';
import { elementOf, staticRangeOf } from './ranges.ts';
import { type Tone, toneBeside } from './tone.ts';

const KINDS = ['outlet', 'official', 'unit'] as const;
const TONES = ['light', 'dark'] as const;

/** Lines and colours of components/tokens.css, for a page with a light and with a dark ground. */
const LINE: Record<EntityKind, string> = { outlet: 'dashed 1.5px', official: 'dotted 2px', unit: 'double 1px' };
export const COLOUR: Record<EntityKind, Record<Tone, string>> = {
  outlet: { light: '#2a6d92', dark: '#82bfe2' },
  official: { light: '#8d4884', dark: '#dca0d3' },
  unit: { light: '#866018', dark: '#cfa95f' },
};
export const CLAIM: Record<Tone, string> = { light: '#ebebe7', dark: '#2a2d32' };

const nameOf = (kind: EntityKind, tone: Tone, at = false): string => `claim-context-${kind}-${tone}${at ? '-at' : ''}`;
const claimName = (tone: Tone): string => `claim-context-claim-${tone}`;
const namesOf = (at: boolean): string[] => KINDS.flatMap((kind) => TONES.map((tone) => nameOf(kind, tone, at)));
const MARKS = namesOf(false);
const AT = namesOf(true);
const CLAIMS = TONES.map(claimName);
const NAMES = [...MARKS, ...AT, ...CLAIMS];

/** The sheet for the elements of one selector. */
function sheetText(within: string, oneColour: boolean): string {
  const rules: string[] = [];
  const forced: string[] = [];
  for (const kind of KINDS) {
    for (const tone of TONES) {
      const mark = `${within}::highlight(${nameOf(kind, tone)})`;
      const at = `${within}::highlight(${nameOf(kind, tone, true)})`;
      const colour = COLOUR[oneColour ? 'outlet' : kind][tone];
      const line = `text-decoration:underline ${LINE[kind]} ${colour};text-underline-offset:22%;text-decoration-skip-ink:none`;
      rules.push(`${mark},${at}{${line}}${at}{background-color:color-mix(in srgb,${colour} 13%,transparent)}`);
      forced.push(`${mark},${at}{text-decoration-color:CanvasText}`);
    }
  }
  for (const tone of TONES) rules.push(`${within}::highlight(${claimName(tone)}){background-color:${CLAIM[tone]}}`);
  return `@media screen{${rules.join('')}}@media (forced-colors:active){${forced.join('')}}`;
}

/** As many marks are drawn at once: more than a window holds, and few enough for a frame. */
const AT_ONCE = 120;
const MOST_AT_ONCE = 1_000;
/** Of these, marks above the window: a reader may scroll back a little. */
const ABOVE = 20;

/** Mentions from just above the window to the end, and then from the beginning; few enough as they are. */
function windowFirst(map: TextMap, mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.length <= AT_ONCE) return mentions;
  const isAbove = (at: number): boolean => (elementOf(map, mentions[at]!)?.getBoundingClientRect().bottom ?? 0) < 0;
  const from = Math.max(0, partitionPoint(mentions.length, isAbove) - ABOVE);
  return [...mentions.slice(from), ...mentions.slice(0, from)];
}

export interface Marks {
  /** Styles a page that is about to be marked, while its names are being asked for: it is most of a mark's cost. */
  prepare(map: TextMap): void;
  /** Replaces every mark of names: those in the window with the next frame, many others one idle moment after another. */
  showNames(map: TextMap, mentions: readonly Mention[], oneColour: boolean): void;
  /** Sets off the name under the pointer or the keys, with its line even where it is not marked. */
  showAt(map: TextMap, mention: Mention | null): void;
  /** Sets off the current claim. */
  showClaim(map: TextMap, spans: readonly Span[]): void;
  clear(): void;
}

export function createMarks(signal: AbortSignal): Marks {
  const highlights = new Map(NAMES.map((name) => [name, new Highlight()]));
  // Above the line of the same name, so that its ground is painted with it.
  for (const [name, highlight] of highlights) highlight.priority = AT.includes(name) ? 1 : 0;
  const atRoot = new CSSStyleSheet();
  const byTags = new CSSStyleSheet();
  const adopted = new Map<DocumentOrShadowRoot, CSSStyleSheet>();
  const tags = new Set<string>();
  let inherits: boolean | undefined;
  let oneColour = false;
  let shownColour: boolean | undefined;
  /** Grows with each drawing; what is left of an older one is not drawn. */
  let drawing = 0;

  function adopt(root: DocumentOrShadowRoot, sheet: CSSStyleSheet): void {
    if (adopted.has(root)) return;
    adopted.set(root, sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  function abandon(root: DocumentOrShadowRoot): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== adopted.get(root));
    adopted.delete(root);
  }

  /**
   * Whether the root's style of a highlight goes down to what stands in it (CSS Pseudo-Elements 4, highlight
   * inheritance: Chromium 134). There it is the one cheap way: an element that a rule names is given a style for every
   * highlight that has a rule, half a second for the paragraphs of 100,000 words. Firefox hands nothing down, and is
   * quick with rules for elements.
   */
  function handsDown(): boolean {
    adopt(document, atRoot);
    const style = getComputedStyle(document.body, `::highlight(${nameOf('unit', 'light')})`);
    if (style.textDecorationStyle === 'double') return true;
    abandon(document);
    return false;
  }

  /** Has a sheet speak of these nodes: of the document's root, or of the elements, in each tree they stand in. */
  function style(nodes: Iterable<Text>): void {
    if (shownColour !== oneColour) atRoot.replaceSync(sheetText(':root', oneColour));
    inherits ??= handsDown();
    const before = tags.size;
    let last: Element | null = null;
    for (const { parentElement } of nodes) {
      // Neighbours are often in one element, and an element's tree does not change between two of them.
      if (!parentElement || parentElement === last) continue;
      last = parentElement;
      const root = parentElement.getRootNode();
      // Rules for highlights do not reach into shadow trees.
      if (root === document ? inherits : !(root instanceof ShadowRoot)) continue;
      tags.add(parentElement.localName);
      adopt(root as ShadowRoot, byTags);
    }
    if (tags.size > before || (tags.size > 0 && shownColour !== oneColour)) {
      byTags.replaceSync(sheetText(`:is(${[...tags].map((tag) => CSS.escape(tag)).join()})`, oneColour));
    }
    shownColour = oneColour;
  }

  const clear = (...names: readonly string[]): void => {
    for (const name of names) highlights.get(name)?.clear();
  };
  function add(name: string, range: StaticRange): void {
    const highlight = highlights.get(name)!;
    highlight.add(range);
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
  }

  signal.addEventListener('abort', () => {
    for (const name of NAMES) CSS.highlights.delete(name);
    for (const root of [...adopted.keys()]) abandon(root);
  });

  return {
    prepare: (map) => style(map.nodes),
    showNames(map, mentions, inOneColour) {
      oneColour = inOneColour;
      clear(...MARKS, ...AT);
      const mine = ++drawing;
      const order = windowFirst(map, mentions);
      const tones = new Map<Element, Tone>();
      const draw = (from: number, to: number): void => {
        if (mine !== drawing || signal.aborted) return;
        const some = order.slice(from, to);
        for (const mention of some) {
          const range = staticRangeOf(map, mention);
          if (range) add(nameOf(mention.kind, toneBeside(elementOf(map, mention), tones)), range);
        }
        // After the tones are asked for, so that the page's styles are made anew once, with its next frame.
        style(some.flatMap((mention) => map.nodesIn(mention)));
        // Twice as many each time: a page with tens of thousands is not to be at it for a minute.
        const next = to + Math.min(2 * (to - from), MOST_AT_ONCE);
        if (to < order.length) requestIdleCallback(() => draw(to, next), { timeout: 200 });
      };
      draw(0, AT_ONCE);
    },
    showAt(map, mention) {
      clear(...AT);
      const range = mention && staticRangeOf(map, mention);
      if (!range) return;
      add(nameOf(mention.kind, toneBeside(elementOf(map, mention)), true), range);
      style(map.nodesIn(mention));
    },
    showClaim(map, spans) {
      clear(...CLAIMS);
      for (const span of spans) {
        const range = staticRangeOf(map, span);
        if (range) add(claimName(toneBeside(elementOf(map, span))), range);
      }
      style(spans.flatMap((span) => map.nodesIn(span)));
    },
    clear() {
      drawing++;
      clear(...NAMES);
    },
  };
}
