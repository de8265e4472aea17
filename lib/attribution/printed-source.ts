import { type Span, sliceOf } from '../text/span.ts';

const ASIDE = /\s*[,–—] ?(?:who|which|whose|whom|where)\b.*$/;
const CLOSING = /(?:[\s,;:–—]| (?:that|who|which)$)+$/;

/**
 * Who says it, in the article's words, white space folded: the parts of `Attribution.source` without the comma that
 * closes them and without a relative clause set off ("Mr Doe, who leads the party,": "Mr Doe"). The spans themselves
 * keep both, as annotated corpora do. An apposition stays: it says who somebody is.
 */
export const printedSource = (text: string, source: readonly Span[]): string =>
  source
    .map((span) => sliceOf(text, span).replace(/\s+/g, ' ').replace(ASIDE, '').replace(CLOSING, ''))
    .filter(Boolean)
    .join(' … ')
    .trim();
