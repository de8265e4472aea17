import { browser } from 'wxt/browser';
import { PackError } from '../../lib/packs/pack-error.ts';

/**
 * Asks a publisher's host, as long as the browser lets us ask it as ourselves. Where the reader has withdrawn that, Firefox
 * would still send the request, and in its `Origin` the number of this one installation: then nobody is asked.
 */
export async function askHost(url: string, init: RequestInit): Promise<Response> {
  const { protocol, hostname } = new URL(url);
  const isAllowed = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  if (!isAllowed) {
    throw new PackError('permission', 'The browser no longer lets this extension ask other sites.', { file: url });
  }
  return fetch(url, init);
}
