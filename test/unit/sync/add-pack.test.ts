import { beforeEach, describe, expect, test } from 'vitest';
import { readPackAddress } from '../../../lib/packs/address.ts';
import { generateKey, writePublicKey } from '../../../lib/packs/keys.ts';
import { fileOf } from '../../../lib/packs/revision.ts';
import { openSegment } from '../../../lib/store/install-bundle.ts';
import { acceptOffer, lookAtPack, toTombstone } from '../../../lib/sync/add-pack.ts';
import { makePack } from '../packs/make-pack.ts';
import { Publisher } from '../packs/publisher.ts';
import { liveOf, Reader, START, URL_A } from './bench-reader.ts';

const KEY = 'Nq8R0xk2VbT5cYw7mE1pZs4uJh9gLd3fAo6iQnBvWyM';

describe('an address', () => {
  test.each([
    ['https://example.org/x/pack.json', 'https://example.org/x/pack.json', undefined],
    [' https://example.org/x/ \n', 'https://example.org/x/pack.json', undefined],
    [`https://example.org/pack.json#root=${KEY}`, 'https://example.org/pack.json', KEY],
    ['http://127.0.0.1:8080/pack.json', 'http://127.0.0.1:8080/pack.json', undefined],
    ['http://localhost:8080/', 'http://localhost:8080/pack.json', undefined],
  ])('%j is read', (text, url, root) => {
    expect(readPackAddress(text)).toEqual({ url, ...(root && { root }) });
  });

  test.each([
    ['example.org/pack.json', 'source'],
    ['http://example.org/pack.json', 'source'],
    ['http://127.0.0.1.example.org/pack.json', 'source'],
    ['https://user:word@example.org/pack.json', 'source'],
    ['file:///etc/pack.json', 'source'],
    ['https://example.org/pack.json#root=abc', 'root'],
    [`https://example.org/pack.json#root=${'A'.repeat(43)}`, 'root'],
    ['', 'source'],
  ])('%j is refused', (text, code) => {
    expect(() => readPackAddress(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a pack from elsewhere', () => {
  let publisher: Publisher;
  let reader: Reader;
  beforeEach(async () => {
    publisher = await Publisher.create();
    await publisher.publish(makePack(50), new Date(START - 86_400_000).toISOString().replace('.000Z', 'Z'));
    reader = new Reader(publisher);
    await reader.store.tables.sync.delete(['example']);
  });
  const look = (text: string) => lookAtPack(text, reader.store, { ...reader.tools() });

  test('is looked at without anything being kept', async () => {
    const offer = await look(URL_A);
    expect(offer).toMatchObject({
      url: URL_A,
      knownBy: 'first-use',
      revision: { manifest: { title: 'Example pack' } },
    });
    expect(offer.roots[0]!.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    expect(offer.bytes).toBe(publisher.revision!.base.parts[0]!.length);
    expect([await reader.store.held.records(), await reader.stored()]).toEqual([[], []]);
  });

  test('is installed once it is accepted, with its key pinned', async () => {
    await acceptOffer(await look(URL_A), reader.store, START);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await reader.shown()).toBe(liveOf(makePack(50)));
    publisher.root = (await generateKey()).key;
    publisher.files.set('pack.json', await publisher.packFile({ ...publisher.revision!, revision: 2 }));
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'root' } });
    expect(await reader.shown()).toBe(liveOf(makePack(50)));
  });

  test('with another key than its address names is refused', async () => {
    const { key } = await generateKey();
    await expect(look(`${URL_A}#root=${writePublicKey(key)}`)).rejects.toMatchObject({ code: 'root' });
    expect((await look(`${URL_A}#root=${writePublicKey(publisher.root)}`)).knownBy).toBe('address');
  });

  test('19: removed and added again, it cannot come back older', async () => {
    const old = publisher.files.get('pack.json')!;
    await acceptOffer(await look(URL_A), reader.store, START);
    await publisher.publish(makePack(51), new Date(START).toISOString().replace('.000Z', 'Z'));
    await reader.sync();
    await reader.store.held.remove('example');
    await reader.store.saveRecord(toTombstone(await reader.record()));
    reader.fault = (path) => (path === 'pack.json' ? new Response(old) : undefined);
    const offer = await look(URL_A);
    expect(offer.known).toBe('removed');
    await acceptOffer(offer, reader.store, START);
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'rollback' } });
    expect(await reader.shown()).toBeNull();
  });

  test('removed and added again under other keys, that is told', async () => {
    await acceptOffer(await look(URL_A), reader.store, START);
    await reader.store.saveRecord(toTombstone(await reader.record()));
    publisher.root = (await generateKey()).key;
    publisher.files.set('pack.json', await publisher.packFile(publisher.revision!));
    expect((await look(URL_A)).known).toBe('other-keys');
  });

  test('71: of a name that is held under another key, and not removed, takes nothing over', async () => {
    await acceptOffer(await look(URL_A), reader.store, START);
    await reader.sync();
    const before = await reader.record();
    const impostor = await Publisher.create();
    await impostor.publish(makePack(3), publisher.revision!.issued, { allowShrink: true });
    reader.fault = (path) => new Response(impostor.files.get(path)!);
    const offer = await look('https://evil.example/example/pack.json');
    expect(offer.known).toBe('taken');
    await expect(acceptOffer(offer, reader.store, START)).rejects.toMatchObject({ code: 'root' });
    expect(await reader.record()).toEqual(before);
    await reader.change({ standing: 'paused' });
    await expect(acceptOffer(offer, reader.store, START)).rejects.toMatchObject({ code: 'root' });
    await reader.expectInvariants();
  });

  test('71: of the name of a pack that came with the program is told as that', async () => {
    const [segment] = publisher.revision!.base.parts;
    const { blocks } = await openSegment(publisher.files.get(fileOf(segment!))!, segment!);
    const bundled = {
      id: 'example',
      revision: publisher.revision!,
      segments: [segment!.hash],
      from: 'bundled',
    } as const;
    await reader.store.held.install(bundled, [{ ...segment!, blocks }], START);
    expect((await look(URL_A)).known).toBe('bundled');
  });

  test('added twice, it is as it was', async () => {
    await acceptOffer(await look(URL_A), reader.store, START);
    await reader.sync();
    const before = await reader.record();
    const offer = await look(URL_A);
    expect(offer.known).toBe('added');
    await acceptOffer(offer, reader.store, START);
    expect(await reader.record()).toEqual(before);
  });
});
