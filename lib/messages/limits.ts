/** The longest selection that is looked up, in characters; a longer one is an article. */
export const MAX_LOOKED_UP = 20_000;
