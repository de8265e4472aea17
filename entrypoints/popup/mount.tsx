/** Draws the popup's views into a page of ours: the popup itself, a window opened on a selection, the side panel. */
import '../../components/tokens.css';
import '../../components/card.css';
import '../../components/panel.css';
import { type ComponentChildren, render } from 'preact';
import { browser } from 'wxt/browser';
import { Strings } from '../../components/strings.ts';
import { type Client, createClient } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { dressPage, pageMessages } from './page.ts';

export async function mount(draw: (background: Client<BackgroundRequests>) => ComponentChildren): Promise<void> {
  const background = createClient<BackgroundRequests>('background', (message) => browser.runtime.sendMessage(message));
  const settings = await background('getSettings', {});
  dressPage(settings.ok ? settings.value : null);
  render(<Strings value={pageMessages()}>{draw(background)}</Strings>, document.getElementById('root')!);
}
