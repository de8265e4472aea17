/** What one message may hold. Without a library here, so that the content script may know it too. */

/** The longest text read of one page, in UTF-16 units; the popup offers the rest. */
export const MAX_TEXT = 2_000_000;

/** The longest selection that is looked up, in UTF-16 units; a longer one is an article. */
export const MAX_LOOKED_UP = 20_000;

/** Own notes of a file that are taken in by one message; a larger file comes in several. */
export const MOST_OWN_NOTES = 500;

/** The longest words searched for, in characters. */
export const MAX_SEARCHED = 200;
