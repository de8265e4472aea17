/** Whether a place of the page is light or dark, told by its text: a ground may be an image, but text is made to be read. */

export type Tone = 'light' | 'dark';

/** The tone of the ground beside an element's text. `known` spares asking twice for the same paragraph. */
export function toneBeside(element: Element | null, known?: Map<Element, Tone>): Tone {
  if (!element) return 'light';
  const before = known?.get(element);
  if (before) return before;
  const tone = toneOfText(getComputedStyle(element).color);
  known?.set(element, tone);
  return tone;
}

/** The ground a text colour is made for. Colours that are not given as rgb (wide gamut) count by their lightness. */
export function toneOfText(colour: string): Tone {
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(colour);
  if (rgb) return luminance(+rgb[1]!, +rgb[2]!, +rgb[3]!) > 0.4 ? 'dark' : 'light';
  const lightness = /^(?:ok)?l(?:ab|ch)\(\s*([\d.]+)(%?)/.exec(colour);
  if (!lightness) return 'light';
  const share = colour.startsWith('ok') && !lightness[2] ? +lightness[1]! : +lightness[1]! / 100;
  return share > 0.7 ? 'dark' : 'light';
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(...channels: [number, number, number]): number {
  const [r, g, b] = channels.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Long enough for a page to fade from one of its themes to the other. */
const FADE_MS = 400;

/** Calls back after the page's or the system's theme may have changed. */
export function watchTone(signal: AbortSignal, onChange: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, FADE_MS);
  };
  // Pages keep their theme in an attribute of one of these two.
  const observer = new MutationObserver(soon);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
