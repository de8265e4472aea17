/**
 * The builder's context of a content script, in the part we use. The builder's own also announces itself to the page by
 * an event and a message on every load, so that any page could tell who is reading; ours says nothing.
 */
import { browser } from 'wxt/browser';

export class ContentScriptContext {
  readonly #ended = new AbortController();

  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** After an update or removal of the extension its scripts stay in open pages, without anybody to talk to. */
  get isInvalid(): boolean {
    if (browser.runtime?.id === undefined) this.#ended.abort();
    return this.signal.aborted;
  }
}
