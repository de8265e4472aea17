/**
 * Marks by the CSS Custom Highlight API: names of ranges are registered, a constructed sheet says how each is painted,
 * and no node of the page is touched. A kind has its own line, so nothing rests on colour; its colour is the half of
 * the token that stands out from the page's ground, told by the luminance of the text beside the mark.
 */
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { EntityKind } from '../../lib/notes/note.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
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
const NAMES = [
  ...KINDS.flatMap((kind) => TONES.flatMap((tone) => [nameOf(kind, tone), nameOf(kind, tone, true)])),
  ...TONES.map(claimName),
];

/**
 * Rules for the elements that hold marked text and no others: a rule for every element has every element's style made
 * anew, a second's work on a page with a table of 60,000 cells.
 */
function sheetText(tags: Iterable<string>, oneColour: boolean): string {
  const within = `:is(${[...tags].map((tag) => CSS.escape(tag)).join()})`;
  const rules: string[] = [];
  const forced: string[] = [];
  for (const kind of KINDS) {
    for (const tone of TONES) {
      const mark = `${within}::highlight(${nameOf(kind, tone)})`;
      const at = `${within}::highlight(${nameOf(kind, tone, true)})`;
      const colour = COLOUR[oneColour ? 'outlet' : kind][tone];
      const line = `text-decoration:underline ${LINE[kind]} ${colour};text-underline-offset:.22em;text-decoration-skip-ink:none`;
      rules.push(`${mark}{${line}}`);
      rules.push(`${at}{${line};background-color:color-mix(in srgb,${colour} 13%,transparent)}`);
      forced.push(`${mark},${at}{text-decoration-color:CanvasText}`);
    }
  }
  for (const tone of TONES) rules.push(`${within}::highlight(${claimName(tone)}){background-color:${CLAIM[tone]}}`);
  return `@media screen{${rules.join('')}}@media (forced-colors:active){${forced.join('')}}`;
}

export interface Marks {
  /** Replaces every mark of names. `mentions` are those to be marked. */
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
  for (const [name, highlight] of highlights) highlight.priority = name.endsWith('-at') ? 1 : 0;
  const sheet = new CSSStyleSheet();
  const styled = new Set<DocumentOrShadowRoot>();
  const tags = new Set<string>();
  let oneColour = false;
  let shownColour: boolean | undefined;

  /** Has the sheet speak of the elements of these spans, in the document and in each shadow tree they stand in. */
  function style(map: TextMap, spans: readonly Span[]): void {
    const before = tags.size;
    for (const span of spans) {
      for (const node of map.nodesIn(span)) {
        if (node.parentElement) tags.add(node.parentElement.localName);
        const root = node.getRootNode();
        // Rules for highlights do not reach into shadow trees.
        if ((root !== document && !(root instanceof ShadowRoot)) || styled.has(root as ShadowRoot)) continue;
        styled.add(root as ShadowRoot);
        (root as ShadowRoot).adoptedStyleSheets = [...(root as ShadowRoot).adoptedStyleSheets, sheet];
      }
    }
    if (tags.size > before || shownColour !== oneColour) sheet.replaceSync(sheetText(tags, oneColour));
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
    for (const root of styled) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  const at = NAMES.filter((name) => name.endsWith('-at'));
  const names = NAMES.filter((name) => !name.endsWith('-at') && !name.includes('-claim-'));

  return {
    showNames(map, mentions, inOneColour) {
      oneColour = inOneColour;
      clear(...names, ...at);
      const tones = new Map<Element, Tone>();
      for (const mention of mentions) {
        const range = staticRangeOf(map, mention);
        if (range) add(nameOf(mention.kind, toneBeside(elementOf(map, mention), tones)), range);
      }
      // After the tones are asked for, so that the page's styles are made anew once, with its next frame.
      style(map, mentions);
    },
    showAt(map, mention) {
      clear(...at);
      const range = mention && staticRangeOf(map, mention);
      if (!range) return;
      add(nameOf(mention.kind, toneBeside(elementOf(map, mention)), true), range);
      style(map, [mention]);
    },
    showClaim(map, spans) {
      clear(...TONES.map(claimName));
      for (const span of spans) {
        const range = staticRangeOf(map, span);
        if (range) add(claimName(toneBeside(elementOf(map, span))), range);
      }
      style(map, spans);
    },
    clear: () => clear(...NAMES),
  };
}
