import '../../components/tokens.css';
import '../../components/card.css';
import '../../components/panel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Strings } from '../../components/strings.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { ok, type Result } from '../../lib/messages/result.ts';
import { label } from '../../lib/text/messages.ts';
import { dressPage, pageMessages } from '../popup/page.ts';
import { type Opened, OptionsPage } from './OptionsPage.tsx';

const messages = pageMessages();
const background = createClient<BackgroundRequests>('background', (message) => browser.runtime.sendMessage(message));
const [settings, held, own] = await Promise.all([
  background('getSettings', {}),
  background('getPacks', {}),
  background('getOwn', {}),
]);
dressPage(settings.ok ? settings.value : null);

function opened(): Result<Opened> {
  if (!settings.ok) return settings;
  if (!held.ok) return held;
  return own.ok ? ok({ settings: settings.value, held: held.value, own: own.value }) : own;
}
document.title = messages.text(label('options_title'));

render(
  <Strings value={messages}>
    <OptionsPage
      opened={opened()}
      background={background}
      version={browser.runtime.getManifest().version}
      address={new URLSearchParams(location.search).get('add') ?? ''}
    />
  </Strings>,
  document.getElementById('root')!,
);
