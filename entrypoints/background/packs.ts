/** The requests about packs: looking at one, adding, ordering, pausing, removing, mending it. */
import type { PackOffer } from '../../lib/messages/holdings.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import { PackError } from '../../lib/packs/pack-error.ts';
import { findDamaged } from '../../lib/store/check-blocks.ts';
import { acceptOffer, lookAtPack, type Offer, toTombstone } from '../../lib/sync/add-pack.ts';
import { askHost } from './ask-host.ts';
import { showNeed } from './badge.ts';
import type { Sender } from './caller.ts';
import type { Desk } from './desk.ts';
import { copyRecords, dismissLost } from './mirror.ts';
import type { Schedule } from './schedule.ts';
import { mayAsk, type Syncs } from './syncs.ts';
import { holdingsOf } from './views.ts';

type PackRequests =
  | 'lookAtPack'
  | 'addPack'
  | 'syncNow'
  | 'stopSync'
  | 'getSync'
  | 'setPackOrder'
  | 'setPackUse'
  | 'setPackPaused'
  | 'removePack'
  | 'repairPack'
  | 'rebuildStore'
  | 'packsChanged'
  | 'getChanges'
  | 'dismissWithdrawn'
  | 'dismissLost'
  | 'forgetSeen';

const toPackOffer = ({ url, revision, roots, knownBy, bytes, known }: Offer): PackOffer => ({
  id: revision.manifest.id,
  url,
  host: new URL(url).host,
  title: revision.manifest.title,
  publisher: revision.manifest.publisher.name,
  ...(revision.manifest.description !== undefined && { description: revision.manifest.description }),
  licence: revision.manifest.licence,
  languages: revision.manifest.languages,
  revision: revision.revision,
  date: revision.issued.slice(0, 10),
  notes: revision.counts.notes,
  checks: revision.counts.checks,
  bytes,
  keys: roots,
  knownBy,
  ...(known && { known }),
});

export function createPackHandlers(
  desk: Desk,
  syncs: Syncs,
  schedule: Schedule,
): Pick<Handlers<BackgroundRequests, Sender>, PackRequests> {
  const look = async (address: string): Promise<Offer> =>
    lookAtPack(address, (await desk.open()).store, {
      fetch: askHost,
      now: Date.now,
      isOnline: () => navigator.onLine,
      signal: new AbortController().signal,
    });

  return {
    lookAtPack: async ({ address }) => toPackOffer(await look(address)),
    async addPack({ address, keys }) {
      const offer = await look(address);
      // Between looking and trusting the address may have begun to offer something else.
      if (offer.roots.length !== keys.length || offer.roots.some(({ key }) => !keys.includes(key))) {
        throw new PackError('root', 'The address offers the pack under other keys now than those you were shown.');
      }
      const { store } = await desk.open();
      await acceptOffer(offer, store, Date.now());
      await copyRecords(store);
      void schedule.runByHand(offer.revision.manifest.id);
      return null;
    },
    async syncNow({ pack }) {
      const { store } = await desk.open();
      const active = (await store.records()).filter(
        (record) => record.standing === 'active' && (pack === null || record.pack === pack),
      );
      const asked = active.filter(mayAsk).map(({ pack: id }) => id);
      for (const id of asked) void schedule.runByHand(id);
      return { asked };
    },
    async stopSync({ pack }) {
      await syncs.stop(pack);
      return null;
    },
    getSync: () => syncs.states(),
    async setPackOrder({ packs }) {
      await (await desk.open()).store.setOrder(packs);
      await desk.renew();
      return null;
    },
    async setPackUse({ pack, use }) {
      await (await desk.open()).store.setUse(pack, use);
      await desk.renew();
      return null;
    },
    async setPackPaused({ pack, paused }) {
      await syncs.stop(pack);
      const { store } = await desk.open();
      const record = await store.record(pack);
      if (!record || record.standing === 'removed') return null;

      // Asked for again at once when it goes on: it may have been long.
      await store.saveRecord({ ...record, standing: paused ? 'paused' : 'active', nextAt: paused ? null : Date.now() });
      await copyRecords(store);
      await schedule.arm();
      return null;
    },
    async removePack({ pack }) {
      await syncs.stop(pack);
      const { store, history } = await desk.open();
      const record = await store.record(pack);
      await store.remove(pack, record && toTombstone(record));
      await history.forgetPack(pack);
      await copyRecords(store);
      await desk.renew();
      await showNeed(await holdingsOf(await desk.open()));
      return null;
    },
    async repairPack({ pack }) {
      const { store } = await desk.open();
      const held = (await store.packs()).find(({ id }) => id === pack);
      const segments = held?.segments ?? [];
      const present = await store.present(segments);
      const damaged = await findDamaged(store, [...present]);
      await store.discard(damaged);
      const record = await store.record(pack);
      if (record?.standing === 'active') {
        // What it is asked for now is not what it may have been asked for a moment ago.
        const { lastAttempt: _, ...rest } = record;
        await store.saveRecord({ ...rest, nextAt: Date.now() });
        void schedule.runByHand(pack);
      }
      await desk.renew();
      return { broken: damaged.length + segments.length - present.size };
    },
    async rebuildStore() {
      await syncs.stop(null);
      await desk.rebuild();
      void schedule.wake();
      return null;
    },
    async packsChanged() {
      await copyRecords((await desk.open()).store);
      await desk.renew();
      await schedule.arm();
      return null;
    },
    getChanges: async ({ pack }) => (await desk.open()).history.logs(pack),
    async dismissWithdrawn({ key }) {
      await (await desk.open()).history.dismiss(key);
      return null;
    },
    async dismissLost() {
      await dismissLost();
      await showNeed(await holdingsOf(await desk.open()));
      return null;
    },
    async forgetSeen() {
      await (await desk.open()).history.forgetSeen();
      return null;
    },
  };
}
