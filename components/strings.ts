/**
 * The words of the surfaces. A surface gets its messages from the browser (`messagesOf(browser.i18n.getMessage, ...)`),
 * a test or the terminal from the catalogue; components only ever see `Messages`.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ARG_MARKS, createMessages, type Messages } from '../lib/text/messages.ts';

const StringsContext = createContext<Messages>(createMessages(() => undefined, 'en'));

/** Gives the words to everything inside it. */
export const Strings = StringsContext.Provider;

/** The words of the surface a component stands in. */
export const useStrings = (): Messages => useContext(StringsContext);

/** Messages as the browser holds them for its own language; `getMessage` answers '' for a key it does not have. */
export const messagesOf = (getMessage: (key: string, args: string[]) => string, locale: string): Messages =>
  createMessages((key) => getMessage(key, [...ARG_MARKS]) || undefined, locale);
