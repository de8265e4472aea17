import { beforeEach, describe, expect, test } from 'vitest';
import type { Bytes } from '../../../lib/packs/bytes.ts';
import { altered, saying, signedBy } from './bad-lists.ts';
import { liveOf, START, URL_A, URL_B, webPage } from './bench-reader.ts';
import { lists, NEWEST, publisher, reader, setUp, stranger } from './third-revision.ts';

beforeEach(setUp);

describe('one mirror in trouble, or in a stranger’s hands, does not keep the other from being heard', () => {
  test.each<[string, () => Response | Error]>([
    ['13: a web page for the list', webPage],
    ['14: nothing for the list', () => new Response('')],
    ['17: a list of weeks ago', () => new Response(lists[0]!)],
    ['a list cut short', () => new Response(lists[2]!.slice(0, -1))],
    ['80: too many requests', () => new Response('', { status: 429 })],
    ['a host that cannot be reached', () => new TypeError('gone')],
  ])('%s', async (_, answer) => {
    await reader.change({ urls: [URL_A, URL_B] });
    reader.fault = (path, host) => (host === 'a.example' && path === 'pack.json' ? answer() : undefined);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await reader.shown()).toBe(liveOf(NEWEST));
    await reader.expectInvariants();
  });

  test('what a host said is told rather than that the other could not be reached', async () => {
    await reader.change({ urls: [URL_A, URL_B] });
    reader.fault = (_, host) => (host === 'a.example' ? new TypeError('gone') : webPage());
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'portal' } });
    reader.fault = (_, host) => (host === 'a.example' ? webPage() : new TypeError('gone'));
    expect(await reader.sync()).toMatchObject({ kind: 'failed', failure: { code: 'portal' } });
  });
});

describe('what is taken, whatever it looks like', () => {
  const taken = async (bytes: Bytes): Promise<void> => {
    reader.fault = (path) => (path === 'pack.json' ? new Response(bytes) : undefined);
    expect((await reader.sync()).kind).toBe('installed');
    expect(await reader.shown()).toBe(liveOf(NEWEST));
    await reader.expectInvariants();
  };

  test.each(['', 'wrong', undefined])('3: a list with the key id %j', async (keyid) => {
    await taken(
      await altered(({ revision }) => {
        revision.signatures = revision.signatures.map((signature) => ({ ...signature, keyid }));
      })(),
    );
  });

  test('8: a list that two keys signed where two have to', async () => {
    publisher.delegated = { keys: [publisher.key, stranger], threshold: 2 };
    await taken(await signedBy(() => [publisher.key, stranger])());
  });

  test('25: a newer list past its time', async () => {
    reader.now = START + 300 * 86_400_000;
    await taken(lists[2]!);
    expect(Date.parse((await reader.store.held.pointer('example'))!.revision.expires)).toBeLessThan(reader.now);
  });

  test.each([
    [0, 1],
    [-1, 1],
    [1_000_000_000, 48],
  ])('81: a list that asks to be looked for every %d hours is looked for every %d', async (pollHours, read) => {
    await taken(await saying((payload) => Object.assign(payload, { pollHours }))());
    expect(await reader.record()).toMatchObject({ pollHours: read, nextAt: reader.now + read * 3_600_000 });
  });
});
