/** Blocks printed as a title, where capitals tell nothing. */
import type { Article } from '../text/article.ts';
import { isCapital } from '../text/characters.ts';
import type { Span } from '../text/span.ts';

// In a title every word of this length is capital, but for the second half of "Iran-backed".
const TITLED_WORD = 4;
const TITLED_SHARE = 0.85;
const MAX_TITLE = 300;
const HYPHEN = 0x2d;

interface PrintedWord extends Span {
  readonly text: string;
}

/** Indices of the blocks; `blockOf` gives the block of each word. */
export function titledBlocks(
  article: Article,
  words: readonly PrintedWord[],
  blockOf: Int32Array,
): ReadonlySet<number> {
  const all = new Int32Array(article.blocks.length);
  const capital = new Int32Array(article.blocks.length);
  words.forEach(({ text, start }, i) => {
    if (text.length < TITLED_WORD || article.text.charCodeAt(start - 1) === HYPHEN) return;
    const block = blockOf[i]!;
    all[block]!++;
    if (isCapital(text.codePointAt(0)!)) capital[block]!++;
  });
  const titled = new Set<number>();
  article.blocks.forEach(({ start, end }, block) => {
    const count = all[block]!;
    if (count > 2 && end - start < MAX_TITLE && capital[block]! / count > TITLED_SHARE) titled.add(block);
  });
  return titled;
}
