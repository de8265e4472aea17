/**
 * A small window in which the reader writes of one note or name. It is a page of ours and not a part of the card: a page
 * could listen to every key that is pressed in it, closed root or not.
 */
import '../../components/tokens.css';
import '../../components/card.css';
import '../../components/panel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OwnNoteForm } from '../../components/OwnNoteForm.tsx';
import { Strings } from '../../components/strings.ts';
import { createClient } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { SESSION } from '../../lib/messages/session.ts';
import type { OwnDraft } from '../../lib/notes/own-note.ts';
import { ownNoteId } from '../../lib/notes/own-note.ts';
import { label } from '../../lib/text/messages.ts';
import { dressPage, pageMessages } from '../popup/page.ts';

/** What the window was opened for; the background checked it before it opened the window. */
const about = (await browser.storage.session.get(SESSION.ownAbout))[SESSION.ownAbout] as Pick<
  OwnDraft,
  'kind' | 'name' | 'note'
>;

const messages = pageMessages();
const background = createClient<BackgroundRequests>('background', (message) => browser.runtime.sendMessage(message));
const [settings, own] = await Promise.all([background('getSettings', {}), background('getOwn', {})]);
dressPage(settings.ok ? settings.value : null);
document.title = messages.text(label('own_title'));

const isOfName = about.note === null || about.note.includes('/own.');
const held = (own.ok ? own.value : []).find((one) =>
  isOfName
    ? one.note === null && (ownNoteId(one) === about.note || one.name.toLowerCase() === about.name.toLowerCase())
    : one.note === about.note,
);
const draft: OwnDraft = held ?? { ...about, id: null, text: '', note: isOfName ? null : about.note };
// A window of the browser's, which a script of its page may not close in Firefox.
async function close(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

render(
  <Strings value={messages}>
    <main class="cc own-page">
      <h1>{messages.text(label('own_title'))}</h1>
      <OwnNoteForm
        draft={draft}
        onSave={(written) => background('saveOwn', { draft: written })}
        onClose={() => void close()}
        {...(held && { onDelete: () => background('deleteOwn', { id: held.id }) })}
      />
    </main>
  </Strings>,
  document.getElementById('root')!,
);
