import type { Asker } from '../../lib/messages/protocol.ts';

/** What the browser tells of whoever sent a message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean | undefined } | undefined;
  readonly frameId?: number | undefined;
}

/**
 * Tells our own pages from content scripts, by what the browser says of the sender and by nothing in the message.
 * `null` when in doubt: the message is refused. A page of ours opened in a tab has a tab too, so its address decides.
 */
export function askerOf(sender: Sender, self: { readonly id: string; readonly origin: string }): Asker | null {
  if (sender.id !== self.id || sender.url === undefined) return null;
  if (sender.url.startsWith(self.origin)) return 'extension';
  return sender.tab !== undefined && /^https?:/.test(sender.url) ? 'page' : null;
}
