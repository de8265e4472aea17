import '../../components/tokens.css';
import '../../components/card.css';
import '../../components/panel.css';
import './popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Strings } from '../../components/strings.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { dressPage, pageMessages } from '../popup/page.ts';
import { PopupPage } from './PopupPage.tsx';

/** The tab the popup is about: the one in its address when it stands in a tab of its own, else the current one. */
async function subjectTab(): Promise<number | null> {
  const given = new URLSearchParams(location.search).get('tab');
  if (given !== null && /^\d+$/.test(given)) return Number(given);
  const [current] = await browser.tabs.query({ active: true, currentWindow: true });
  return current?.id ?? null;
}

const messages = pageMessages();
const background = createClient<BackgroundRequests>('background', (message) => browser.runtime.sendMessage(message));
const [tabId, settings] = await Promise.all([subjectTab(), background('getSettings', {})]);
dressPage(settings.ok ? settings.value : null);

render(
  <Strings value={messages}>
    <PopupPage tabId={tabId} background={background} />
  </Strings>,
  document.getElementById('root')!,
);
