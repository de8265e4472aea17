/** Words inside web and mail addresses: small there, whatever they are, and no mention of anybody. */
import type { Span } from '../text/span.ts';

// Longer runs without a space are no addresses.
const REACH = 200;
const ADDRESS = /(?:https?:\/\/|www\.)\S*$|[\w.]@$/i;
const DOMAIN_AFTER = /^\.(?:com|org|net|info|gov|edu|co|tv|news|[a-z]{2})\b/;

/** "http://www.example.com/name": the span stands in an address. */
export const isInAddress = (text: string, { start }: Span): boolean =>
  ADDRESS.test(text.slice(Math.max(0, start - REACH), start));

/** "name.com": the span is the name of a site. */
export const isNamedByDomain = (text: string, { end }: Span): boolean => DOMAIN_AFTER.test(text.slice(end, end + 6));
