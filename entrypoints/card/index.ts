/**
 * The card, loaded into a frame when a reader first comes near a name there: pages on which nobody does never pay for
 * Preact, the placement library and the sheets. It hands its maker to the content script in the same isolated world.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { messagesOf } from '../../components/strings.ts';
import { createCardHost } from './card-host.tsx';
import { openCard } from './open-card.ts';

export default defineUnlistedScript(() => {
  const messages = messagesOf((key, args) => browser.i18n.getMessage(key as never, args), browser.i18n.getUILanguage());
  globalThis.claimContextCard?.((signal, onClosed) => {
    const host = createCardHost(signal, messages, onClosed);
    return { ...host, open: (order) => openCard(host, order) };
  });
});
