import '../../components/tokens.css';
import '../../components/card.css';
import '../../components/panel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Strings } from '../../components/strings.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { label } from '../../lib/text/messages.ts';
import { dressPage, pageMessages } from '../popup/page.ts';
import { OptionsPage } from './OptionsPage.tsx';

const messages = pageMessages();
const background = createClient<BackgroundRequests>('background', (message) => browser.runtime.sendMessage(message));
const [settings, held] = await Promise.all([background('getSettings', {}), background('getPacks', {})]);
dressPage(settings.ok ? settings.value : null);
document.title = messages.text(label('options_title'));

render(
  <Strings value={messages}>
    <OptionsPage
      settings={settings}
      held={held}
      background={background}
      version={browser.runtime.getManifest().version}
    />
  </Strings>,
  document.getElementById('root')!,
);
