/** Words inside web and mail addresses: small there, whatever they are, and no mention of anybody. */
import type { Span } from '../text/span.ts';

// Longer runs without a space are no addresses.
const REACH = 200;
const ADDRESS = /^\S{0,3}(?:https?:\/\/|www\.)|[\w.]@$/i;
const DOMAIN_AFTER = /^\.(?:com|org|net|info|gov|edu|co|tv|news|[a-z]{2})\b/;
const SPACE = /\s/;

/** "http://www.example.com/name": the span stands in an address. */
export function isInAddress(text: string, { start }: Span): boolean {
  let from = start;
  while (from > 0 && start - from < REACH && !SPACE.test(text[from - 1]!)) from--;
  return from < start && ADDRESS.test(text.slice(from, start));
}

/** "name.com": the span is the name of a site. */
export const isNamedByDomain = (text: string, { end }: Span): boolean =>
  text[end] === '.' && DOMAIN_AFTER.test(text.slice(end, end + 6));
