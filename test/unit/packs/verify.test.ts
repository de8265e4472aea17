import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Bytes, fromBytes, toBytes } from '../../../lib/packs/bytes.ts';
import { DELEGATION_TYPE, encodeDelegation } from '../../../lib/packs/delegation.ts';
import { type Envelope, encodeEnvelope } from '../../../lib/packs/envelope.ts';
import { generateKey, type SigningKey, sign } from '../../../lib/packs/keys.ts';
import { PackError, type PackErrorCode } from '../../../lib/packs/pack-error.ts';
import { encodeRevision, type PackRevision, REVISION_TYPE } from '../../../lib/packs/revision.ts';
import { type Expected, type Highest, verifyPackFile } from '../../../lib/packs/verify.ts';
import { makePack } from './make-pack.ts';
import { Publisher } from './publisher.ts';

const NOW = Date.parse('2026-11-25T00:00:00Z');
let publisher: Publisher;
let stranger: SigningKey;
let good: Bytes;

beforeEach(async () => {
  publisher = await Publisher.create();
  stranger = (await generateKey()).key;
  await publisher.publish(makePack(20), '2026-11-24T00:00:00Z');
  good = publisher.files.get('pack.json')!;
});

const verify = (bytes: Bytes, expected: Partial<Expected> = {}) =>
  verifyPackFile(bytes, { pack: 'example', roots: [publisher.root], now: NOW, ...expected });

async function codeOf(run: Promise<unknown>): Promise<PackErrorCode> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    expect(error.message).toMatch(/^[A-Z].*\.$/);
    return error.code;
  }
  throw new Error('nothing was refused');
}

/** The good pack.json with its signed payload changed and not signed again. */
const altered = (
  change: (outer: { delegation: { payload: string }; revision: { payload: string; signatures: object[] } }) => void,
): Bytes => {
  const outer = JSON.parse(fromBytes(good));
  change(outer);
  return toBytes(JSON.stringify(outer));
};

const signedRevision = async (change: Partial<PackRevision> & object): Promise<Bytes> =>
  publisher.packFileOf({ payload: encodeRevision({ ...publisher.revision!, ...change }) });

/** The payload with fields that the types would not allow. */
const signedRaw = async (change: (payload: Record<string, unknown>) => void): Promise<Bytes> => {
  const payload = JSON.parse(fromBytes(encodeRevision(publisher.revision!)));
  change(payload);
  return publisher.packFileOf({ payload: toBytes(JSON.stringify(payload)) });
};

const flipBit = (text: string): string =>
  text[40] === 'A' ? `${text.slice(0, 40)}B${text.slice(41)}` : `${text.slice(0, 40)}A${text.slice(41)}`;

describe('integrity and trust', () => {
  test('a pack signed by its publisher is taken', async () => {
    const { standing, revision, roots, highest } = await verify(good);
    expect(standing).toBe('newer');
    expect(revision).toEqual(publisher.revision);
    expect(roots.map(({ keyid }) => keyid)).toEqual([publisher.root.keyid]);
    expect(highest).toMatchObject({ epoch: 1, revision: 1 });
  });

  test('1: one bit of the signed list flipped', async () => {
    const bytes = altered((outer) => {
      outer.revision.payload = flipBit(outer.revision.payload);
    });
    expect(await codeOf(verify(bytes))).toBe('signature');
  });

  test('1: one bit of the list of keys flipped', async () => {
    const bytes = altered((outer) => {
      outer.delegation.payload = flipBit(outer.delegation.payload);
    });
    expect(await codeOf(verify(bytes))).toBe('root');
  });

  test('2: signed by a key that nobody delegated to', async () => {
    const revision = await sign(REVISION_TYPE, encodeRevision(publisher.revision!), [stranger]);
    expect(await codeOf(verify(await publisher.packFileOf({ revision })))).toBe('signature');
  });

  test('2: keys delegated by another root', async () => {
    const delegation = await publisher.delegationEnvelope([stranger]);
    expect(await codeOf(verify(await publisher.packFileOf({ delegation })))).toBe('root');
  });

  test.each(['', 'wrong', undefined])('3: the key id %j in the envelope is a hint only', async (keyid) => {
    const bytes = altered((outer) => {
      outer.revision.signatures = outer.revision.signatures.map((signature) => ({ ...signature, keyid }));
    });
    expect((await verify(bytes)).standing).toBe('newer');
  });

  test('4: signed by the root key itself', async () => {
    const revision = await sign(REVISION_TYPE, encodeRevision(publisher.revision!), [publisher.root]);
    expect(await codeOf(verify(await publisher.packFileOf({ revision })))).toBe('signature');
  });

  test('5: the list of keys in the place of the list of segments', async () => {
    const delegation = encodeDelegation(publisher.delegation());
    const asDelegation = await sign(DELEGATION_TYPE, delegation, [publisher.key]);
    expect(await codeOf(verify(await publisher.packFileOf({ revision: asDelegation })))).toBe('signature');
    const relabelled = { ...asDelegation, payloadType: REVISION_TYPE };
    expect(await codeOf(verify(await publisher.packFileOf({ revision: relabelled })))).toBe('signature');
  });

  test('5: the list of segments in the place of the list of keys', async () => {
    const payload = encodeRevision(publisher.revision!);
    const delegation = await sign(REVISION_TYPE, payload, [publisher.root]);
    expect(await codeOf(verify(await publisher.packFileOf({ delegation })))).toBe('signature');
  });

  test('6: keys of one pack with the list of another', async () => {
    const manifest = { ...publisher.revision!.manifest, id: 'other' };
    expect(await codeOf(verify(await signedRevision({ manifest })))).toBe('signature');
  });

  test('7: another pack of the same publisher at this address', async () => {
    publisher.pack = 'other';
    const manifest = { ...publisher.revision!.manifest, id: 'other' };
    const bytes = await publisher.packFile({ ...publisher.revision!, manifest });
    expect(await codeOf(verify(bytes))).toBe('signature');
    expect((await verify(bytes, { pack: 'other' })).standing).toBe('newer');
  });

  test('8: one key many times over counts once', async () => {
    const second = (await generateKey()).key;
    publisher.delegated = { keys: [publisher.key, publisher.key, second], threshold: 2 };
    const once = await sign(REVISION_TYPE, encodeRevision(publisher.revision!), Array(8).fill(publisher.key));
    expect(await codeOf(verify(await publisher.packFileOf({ revision: once })))).toBe('signature');
    const both = await sign(REVISION_TYPE, encodeRevision(publisher.revision!), [publisher.key, second]);
    expect((await verify(await publisher.packFileOf({ revision: both }))).standing).toBe('newer');
  });

  test('9: more signatures than are read are refused before any is', async () => {
    const verified = vi.spyOn(crypto.subtle, 'verify');
    const bytes = altered((outer) => {
      outer.revision.signatures = Array(9).fill(outer.revision.signatures[0]);
    });
    expect(await codeOf(verify(bytes))).toBe('limits');
    const many = altered((outer) => {
      outer.revision.signatures = Array(10_000).fill(outer.revision.signatures[0]);
    });
    expect(await codeOf(verify(many))).toBe('limits');
    expect(verified).not.toHaveBeenCalled();
    verified.mockRestore();
  });

  test('2: bytes that a browser does not take for a key have signed nothing', async () => {
    const taken = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no point', 'DataError'));
    expect(await codeOf(verify(good))).toBe('root');
    taken.mockRestore();
  });

  test.each(['keys', 'roots'] as const)(
    '16: a placeholder among the %s is refused, whoever signed it',
    async (field) => {
      publisher.delegated = { [field]: [publisher.key, publisher.root, { keyid: '', pub: new Uint8Array(32) }] };
      expect(await codeOf(verify(await publisher.packFileOf({})))).toBe('format');
    },
  );

  test.each([
    ['a byte more', (text: string) => `${text} `],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['a field twice', (text: string) => text.replace('"epoch":1', '"epoch":1,"epoch":1')],
    ['white space', (text: string) => text.replace('"epoch":1', '"epoch": 1')],
    ['a number written otherwise', (text: string) => text.replace('"epoch":1', '"epoch":1.0')],
    ['nothing', () => ''],
    ['no JSON', () => 'pack'],
  ])('10: %s in the signed list', async (_, change) => {
    const payload = toBytes(change(fromBytes(encodeRevision(publisher.revision!))));
    expect(await codeOf(verify(await publisher.packFileOf({ payload })))).toBe('format');
  });

  test('13: a web page in place of the list', async () => {
    expect(await codeOf(verify(toBytes('<!DOCTYPE html><html><body>Log in</body></html>')))).toBe('portal');
    expect(await codeOf(verify(toBytes('\n <html lang="en">')))).toBe('portal');
  });

  test('14: an empty answer is no pack', async () => {
    expect(await codeOf(verify(new Uint8Array()))).toBe('format');
  });

  test.each([
    'null',
    '[]',
    '"x"',
    '{}',
    '{"delegation":{}}',
    '{"delegation":{"payloadType":"a","payload":"!","signatures":[]}}',
  ])('the outer object %s is refused', async (text) => {
    expect(await codeOf(verify(toBytes(text)))).toBe('format');
  });

  test('a list larger than is read is refused', async () => {
    expect(await codeOf(verify(toBytes(`{"a":"${'x'.repeat(65_536)}"}`)))).toBe('limits');
  });
});

describe('keys change hands', () => {
  test('a root that both the old and the new one signed is pinned in its place', async () => {
    const next = (await generateKey()).key;
    publisher.delegated = { roots: [next] };
    const delegation = await publisher.delegationEnvelope([publisher.root, next]);
    const { roots } = await verify(await publisher.packFileOf({ delegation }));
    expect(roots.map(({ keyid }) => keyid)).toEqual([next.keyid]);
  });

  test('a root that did not sign is not pinned, and the old one stays', async () => {
    const next = (await generateKey()).key;
    publisher.delegated = { roots: [next] };
    const { roots } = await verify(await publisher.packFileOf({ delegation: await publisher.delegationEnvelope() }));
    expect(roots.map(({ keyid }) => keyid)).toEqual([publisher.root.keyid]);
  });

  test('a new root without the old one’s signature is refused', async () => {
    const next = (await generateKey()).key;
    publisher.delegated = { roots: [next] };
    const delegation = await publisher.delegationEnvelope([next]);
    expect(await codeOf(verify(await publisher.packFileOf({ delegation })))).toBe('root');
  });

  test('on first use the root that signed is the one to pin; one that did not is refused', async () => {
    const { roots } = await verify(good, { roots: [] });
    expect(roots.map(({ keyid }) => keyid)).toEqual([publisher.root.keyid]);
    const delegation = await publisher.delegationEnvelope([stranger]);
    expect(await codeOf(verify(await publisher.packFileOf({ delegation }), { roots: [] }))).toBe('root');
  });

  test('27: keys past their use are refused only by a clock that agrees with the host’s', async () => {
    const later = Date.parse('2028-06-01T00:00:00Z');
    expect(await codeOf(verify(good, { now: later, serverNow: later - 3_600_000 }))).toBe('signature');
    expect((await verify(good, { now: later, serverNow: NOW })).standing).toBe('newer');
    expect((await verify(good, { now: later })).standing).toBe('newer');
  });
});

describe('revisions only go forward', () => {
  let highest: Highest;
  beforeEach(async () => {
    await publisher.publish(makePack(21), '2026-11-25T00:00:00Z');
    ({ highest } = await verify(publisher.files.get('pack.json')!));
  });

  test('the same again confirms what is held', async () => {
    expect((await verify(publisher.files.get('pack.json')!, { highest })).standing).toBe('same');
  });

  test('17, 19: an older one is refused', async () => {
    expect(await codeOf(verify(good, { highest }))).toBe('rollback');
  });

  test('18: the same number with another content is refused', async () => {
    const bytes = await signedRevision({ issued: '2026-11-25T00:00:01Z' });
    expect(await codeOf(verify(bytes, { highest }))).toBe('fork');
  });

  test('20: keys of a lower epoch with a higher number are refused', async () => {
    const bytes = await signedRevision({ revision: 1000 });
    expect(await codeOf(verify(bytes, { highest: { ...highest, epoch: 2 } }))).toBe('rollback');
  });

  test('20: a list of an epoch other than its keys’ is refused', async () => {
    expect(await codeOf(verify(await signedRevision({ epoch: 2 })))).toBe('signature');
  });

  test('21: what a stolen key counted up to is undone by the next epoch', async () => {
    const stolen = await verify(await signedRevision({ revision: 2_147_483_647 }), { highest });
    publisher.epoch = 2;
    publisher.key = (await generateKey()).key;
    await publisher.publish(makePack(22), '2026-11-26T00:00:00Z');
    const healed = await verify(publisher.files.get('pack.json')!, { highest: stolen.highest });
    expect([healed.standing, healed.revision.epoch, healed.revision.revision]).toEqual(['newer', 2, 1]);
  });

  test.each([-1, 0, 1.5, '7', 2 ** 53, 2 ** 31, null, true])('22: the revision %j is refused', async (revision) => {
    const bytes = await signedRaw((payload) => {
      payload.revision = revision;
    });
    expect(await codeOf(verify(bytes, { highest }))).toBe('format');
  });

  test('25: a newer list past its time is taken all the same', async () => {
    const now = Date.parse('2027-06-01T00:00:00Z');
    await publisher.publish(makePack(22), '2026-11-26T00:00:00Z');
    expect((await verify(publisher.files.get('pack.json')!, { highest, now })).standing).toBe('newer');
  });
});

describe('what the signed list may say', () => {
  const part = (change: object) => (payload: Record<string, unknown>) => {
    const base = payload.base as { parts: object[] };
    base.parts[0] = { ...base.parts[0], ...change };
  };
  test.each<[string, PackErrorCode, (payload: Record<string, unknown>) => void]>([
    ['54: a segment of ten gigabytes', 'limits', part({ length: 10_000_000_000 })],
    ['a segment that inflates to more than is read', 'limits', part({ raw: 8_000_001 })],
    ['a negative length', 'format', part({ length: -1 })],
    ['a name that is no hash', 'format', part({ hash: '../../etc/passwd' })],
    ['56: a million aliases', 'limits', (payload) => Object.assign(payload.counts as object, { aliases: 1_000_000 })],
    [
      '60: more records than are read',
      'limits',
      (payload) => Object.assign(payload.counts as object, { notes: 200_001 }),
    ],
    ['60: more records in its parts than it says it has', 'limits', part({ count: 200_001 })],
    [
      'more parts than are read',
      'limits',
      (payload) => {
        const base = payload.base as { parts: object[] };
        base.parts = Array(65).fill(base.parts[0]);
      },
    ],
    [
      'no parts',
      'format',
      (payload) => {
        delete (payload.base as { parts?: unknown }).parts;
      },
    ],
    [
      'a base after the content',
      'format',
      (payload) => {
        (payload.base as { content: number }).content = 2;
      },
    ],
    [
      'no deltas from the base to the content',
      'format',
      (payload) => {
        payload.content = 2;
      },
    ],
    [
      'a format of the future',
      'too-new',
      (payload) => {
        payload.format = 2;
      },
    ],
    [
      'no format',
      'format',
      (payload) => {
        delete payload.format;
      },
    ],
    [
      'a time that is none',
      'format',
      (payload) => {
        payload.issued = 'yesterday';
      },
    ],
    [
      'a day that is none',
      'format',
      (payload) => {
        payload.issued = '2026-11-31T25:00:00Z';
      },
    ],
  ])('%s', async (_, code, change) => {
    expect(await codeOf(verify(await signedRaw(change)))).toBe(code);
  });

  test.each([
    [0, 1],
    [-1, 1],
    [1_000_000_000, 48],
    [6, 6],
  ])('81: hours between polls of %d are read as %d', async (pollHours, read) => {
    const bytes = await signedRaw((payload) => {
      payload.pollHours = pollHours;
    });
    expect((await verify(bytes)).revision.pollHours).toBe(read);
  });

  test('fields that are not known are ignored', async () => {
    const bytes = await signedRaw((payload) => {
      payload.script = 'x()';
    });
    expect((await verify(bytes)).revision).toEqual(publisher.revision);
  });
});

test('an envelope of the published vectors’ form is signed as DSSE asks', async () => {
  const { toSigned } = await import('../../../lib/packs/envelope.ts');
  // The vector of https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
  expect(fromBytes(toSigned('http://example.com/HelloWorld', toBytes('hello world')))).toBe(
    'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  );
  const envelope: Envelope = await sign('a', toBytes('b'), [stranger]);
  expect(encodeEnvelope(envelope).signatures).toHaveLength(1);
});
