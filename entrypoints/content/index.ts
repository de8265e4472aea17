import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { messagesOf } from '../../components/strings.ts';
import { createClient } from '../../lib/messages/client.ts';
import { pageRows } from '../../lib/messages/page-rows.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { createServer } from '../../lib/messages/serve.ts';
import { createSession } from './session.ts';
import { createStage } from './stage.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  runAt: 'document_idle',
  main({ signal }) {
    const ask = createClient<BackgroundRequests>('background', (message) => browser.runtime.sendMessage(message));
    const messages = messagesOf(
      (key, args) => browser.i18n.getMessage(key as never, args),
      browser.i18n.getUILanguage(),
    );
    const stage = createStage(ask, signal, messages, (mention) => session.mute(mention));
    const session = createSession(ask, signal, stage);

    // Only the extension itself can send messages to a content script; pages cannot.
    const serve = createServer('page', pageRows, session.handlers, () => 'extension');
    const listener = (message: unknown, sender: unknown) => serve(message, sender);
    browser.runtime.onMessage.addListener(listener as never);
    signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never));
    void session.start();
  },
});
