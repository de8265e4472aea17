/**
 * The extension API as the browsers give it, in place of the polyfill, for scripts that run in pages: both have promises
 * by now, and the polyfill is a third of what a page may be asked to load. One thing it would have mended: an answer to
 * a message goes back by the callback, not by a returned promise.
 */
import type { Browser } from 'webextension-polyfill';

const { browser: standard, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser };

export const browser = standard ?? chrome;
