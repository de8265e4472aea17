import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../../lib/cli/reader.ts';
import { serveSignedPack } from '../../lib/cli/signed-pack.ts';
import { toPack } from '../../lib/packs/pack.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';
import { PackHost } from '../support/pack-host.ts';
import { articlePage, filler } from '../support/pages.ts';
import { makeRecord, manifest } from '../unit/packs/make-pack.ts';
import { Publisher } from '../unit/packs/publisher.ts';

/** A pack with one note. */
const edition = (commander: string) =>
  toPack(manifest, [
    makeRecord({
      type: 'note',
      id: 'unit/belen-rifles',
      name: 'Belen Rifles',
      summary: 'Made-up brigade.',
      facts: [{ what: 'commander', value: commander, text: `${commander} led it.`, asOf: '2019', sources: ['a'] }],
      sources: {
        a: { title: 'A page', publisher: 'A paper', url: 'https://example.org/1', retrieved: '2026-11-22' },
      },
    }),
  ]);

const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

inBothBrowsers(
  'a pack from elsewhere',
  { 'rifles.html': () => articlePage(['The Belen Rifles held the bridge.', filler(3)]) },
  (reader) => {
    test('is added by its key and read; a list that its key did not sign is refused; nothing of the reader goes out', async () => {
      const host = await PackHost.start(await Publisher.create());
      const { publisher } = host;
      const pack = async () => {
        const answer = await reader().ask('getPacks', {});
        return answer.ok ? answer.value.packs.find(({ id }) => id === manifest.id) : undefined;
      };
      try {
        await publisher.publish(edition('Anton Belk'), daysFromNow(-2));
        const offer = await reader().ask('lookAtPack', { address: host.address });
        expect(offer).toMatchObject({ ok: true, value: { id: manifest.id } });
        if (!offer.ok) return;
        await reader().ask('addPack', { address: host.address, keys: offer.value.keys.map(({ key }) => key) });
        await until('the pack to be held', async () => (await pack())?.notes === 1);

        // By hand once a minute: it was asked a moment ago, and nobody is asked again.
        const before = host.requests.length;
        expect(await reader().ask('syncNow', { pack: null })).toMatchObject({ ok: true, value: { asked: [] } });
        expect(await reader().ask('syncNow', { pack: manifest.id })).toMatchObject({ ok: true, value: { asked: [] } });
        expect(host.requests.length).toBe(before);

        const article = await reader().open('rifles.html');
        await article.marked();
        expect(await article.cardOn('Belen Rifles', 'Belen Rifles')).toContain('Anton Belk');

        // Somebody else's list at the same address: refused before anything of it is kept.
        const stranger = await Publisher.create();
        await stranger.publish(edition('A stranger'), daysFromNow(0));
        host.fault = (path) => (path === 'pack.json' ? { body: stranger.files.get('pack.json')! } : undefined);
        const refused = await reader().ask('lookAtPack', { address: host.address });
        expect(refused).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^(?:signature|root)$/) } });
        expect(await pack()).toMatchObject({ revision: 1, inUse: true });

        host.fault = () => undefined;

        for (const { headers } of host.requests) {
          expect(headers).not.toHaveProperty('cookie');
          expect(headers).not.toHaveProperty('referer');
          expect(headers.origin ?? '').not.toMatch(/moz-extension/);
        }
        await article.page.close();
      } finally {
        await host.stop();
      }
    });

    test('71: another publisher’s pack of the same name and title is told as that, and cannot take its place', async () => {
      const impostor = await PackHost.start(await Publisher.create());
      try {
        await impostor.publisher.publish(edition('A stranger'), daysFromNow(0));
        const offer = await reader().ask('lookAtPack', { address: impostor.address });
        expect(offer).toMatchObject({ ok: true, value: { id: manifest.id, known: 'taken' } });
        if (!offer.ok) return;
        const keys = offer.value.keys.map(({ key }) => key);
        const refused = await reader().ask('addPack', { address: impostor.address, keys });
        expect(refused).toMatchObject({ ok: false, failure: { code: 'root' } });
        const article = await reader().open('rifles.html');
        await article.marked();
        expect(await article.cardOn('Belen Rifles', 'Belen Rifles')).toContain('Anton Belk');
        expect(impostor.requests.map(({ path }) => path)).toEqual(['pack.json', 'pack.json']);
        await article.page.close();
      } finally {
        await impostor.stop();
      }
    });

    test('71: the starter notes as `npm start` serves them take the place of those that came, which are back when they are removed', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'starter-'));
      const { served, address } = await serveSignedPack(folder);
      const starter = async () => {
        const answer = await reader().ask('getPacks', {});
        return answer.ok ? answer.value.packs.find(({ id }) => id !== manifest.id) : undefined;
      };
      try {
        expect((await starter())?.from).toBe('bundled');
        const offer = await reader().ask('lookAtPack', { address });
        expect(offer).toMatchObject({ ok: true, value: { known: 'bundled', knownBy: 'address' } });
        if (!offer.ok) return;
        await reader().ask('addPack', { address, keys: offer.value.keys.map(({ key }) => key) });
        await until('the served notes to be held', async () => (await starter())?.from === 'synced', 60_000);
        expect(await starter()).toMatchObject({ notes: offer.value.notes, inUse: true, freshness: 'fresh' });
        await reader().ask('removePack', { pack: offer.value.id });
        await until('those of the extension to be back', async () => (await starter())?.from === 'bundled', 60_000);
      } finally {
        await served.close();
        await rm(folder, { recursive: true, force: true });
      }
    });
  },
);
