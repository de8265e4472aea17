import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
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
  main(context) {
    const { signal } = context;
    const ask = createClient<BackgroundRequests>('background', async (message) => {
      // After an update of the extension this script has nobody to talk to any more; `isInvalid` ends it.
      if (context.isInvalid) throw new Error('the extension was updated');
      return browser.runtime.sendMessage(message);
    });
    const stage = createStage(ask, signal, (mention) => session.mute(mention));
    const session = createSession(ask, signal, stage);

    // Only the extension itself can send messages to a content script; pages cannot.
    const serve = createServer('page', pageRows, session.handlers, () => 'extension');
    const listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void): true | undefined => {
      const answer = serve(message, sender);
      if (!answer) return undefined;
      void answer.then(respond);
      return true;
    };
    browser.runtime.onMessage.addListener(listener as never);
    signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never));
    void session.start();
  },
});
