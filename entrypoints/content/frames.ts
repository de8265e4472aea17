/** Which frames are worth reading, and whose word on reading counts there. */

/** Advertisements come in frames of at most 970 x 280 or 336 x 600; articles that are embedded need more both ways. */
const MIN_WIDTH = 400;
const MIN_HEIGHT = 300;

const isLarge = (): boolean => window.top === window || (innerWidth >= MIN_WIDTH && innerHeight >= MIN_HEIGHT);

/** Resolves when the frame has the size of an article; a frame of an advertisement's size waits for ever, at no cost. */
export function untilLarge(signal: AbortSignal): Promise<void> {
  if (isLarge()) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isLarge()) return;
      removeEventListener('resize', check);
      resolve();
    };
    addEventListener('resize', check, { signal });
  });
}

/** The site the reader sees in the address bar: an article in a frame is off when the page around it is off. */
export function siteHost(): string {
  if (window.top === window) return location.hostname;
  // Firefox does not tell a frame its ancestors; a frame's referrer is the page that holds it.
  const top = [...(location.ancestorOrigins ?? [])].at(-1) ?? document.referrer;
  return URL.parse(top)?.hostname || location.hostname;
}
