/** The requests about the reader's own notes. Nothing here knows of packs or of syncing. */
import { browser } from 'wxt/browser';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { SESSION } from '../../lib/messages/session.ts';
import { OWN_LIMITS, type OwnNote } from '../../lib/notes/own-note.ts';
import type { Sender } from './caller.ts';
import type { Desk } from './desk.ts';
import { copyOwn } from './mirror.ts';

type OwnRequests = 'getOwn' | 'saveOwn' | 'deleteOwn' | 'importOwn' | 'openOwn';

/** The window a note is written in, in CSS pixels. */
const WINDOW = { width: 440, height: 420 } as const;

export function createOwnHandlers(desk: Desk): Pick<Handlers<BackgroundRequests, Sender>, OwnRequests> {
  async function write(notes: readonly OwnNote[]): Promise<void> {
    const { own } = await desk.open();
    await own.put(notes);
    await copyOwn(await own.all(), own.kept);
    // Names of the reader's own are found on pages, so what is marked may change.
    await desk.renew();
  }

  return {
    getOwn: async () => (await desk.open()).own.all(),
    async saveOwn({ draft }) {
      const note: OwnNote = {
        ...draft,
        id: draft.id ?? `own/${crypto.randomUUID()}`,
        written: new Date().toISOString(),
      };
      await write([note]);
      return note;
    },
    async deleteOwn({ id }) {
      const { own } = await desk.open();
      const left = (await own.all()).filter((note) => note.id !== id);
      // The copy first: a note that was deleted must not come back from it.
      await copyOwn(left, own.kept);
      await own.delete(id);
      await desk.renew();
      return null;
    },
    async importOwn({ notes }) {
      const { own } = await desk.open();
      const all = await own.all();
      const held = new Map(all.map((note) => [note.id, note]));
      const newer = notes.filter(({ id, written }) => written > (held.get(id)?.written ?? ''));
      const room = OWN_LIMITS.notes - all.length;
      const taken = [
        ...newer.filter(({ id }) => held.has(id)),
        ...newer.filter(({ id }) => !held.has(id)).slice(0, room),
      ];
      await write(taken);
      return { taken: taken.length };
    },
    async openOwn(about) {
      // Not in the address, which would be written into the history.
      await browser.storage.session.set({ [SESSION.ownAbout]: about });
      const url = browser.runtime.getURL('/note.html' as never);
      // Firefox for Android has tabs and no windows.
      if (browser.windows) await browser.windows.create({ url, type: 'popup', ...WINDOW });
      else await browser.tabs.create({ url });
      return null;
    },
  };
}
