import { type Bytes, fromBytes, toBytes } from '../../../lib/packs/bytes.ts';
import { DELEGATION_TYPE, encodeDelegation } from '../../../lib/packs/delegation.ts';
import type { Envelope } from '../../../lib/packs/envelope.ts';
import { type SigningKey, sign } from '../../../lib/packs/keys.ts';
import { encodeRevision, REVISION_TYPE } from '../../../lib/packs/revision.ts';
import { day, lists, newest, publisher, stranger } from './third-revision.ts';

/** Lists that would be taken but for the one thing that is wrong with each. */

export type Make = () => Bytes | Promise<Bytes>;
type Outer = Record<'delegation' | 'revision', { payload: string; payloadType: string; signatures: object[] }>;

/** The newest pack.json with something changed that is not signed again. */
export const altered =
  (change: (outer: Outer) => void): Make =>
  () => {
    const outer = JSON.parse(fromBytes(lists[2]!)) as Outer;
    change(outer);
    return toBytes(JSON.stringify(outer));
  };
const flipBit = (text: string): string => `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;

/** The newest list with other words, signed as it should be. */
export const saying =
  (change: (payload: Record<string, unknown>) => void): Make =>
  () => {
    const payload = JSON.parse(fromBytes(encodeRevision(newest()))) as Record<string, unknown>;
    change(payload);
    return publisher.packFileOf({ payload: toBytes(JSON.stringify(payload)) });
  };
/** The newest list in another spelling, signed as it should be. */
const spelt =
  (spell: (text: string) => string): Make =>
  () =>
    publisher.packFileOf({ payload: toBytes(spell(fromBytes(encodeRevision(newest())))) });
export const signedBy =
  (keys: () => readonly SigningKey[]): Make =>
  async () =>
    publisher.packFileOf({ revision: await sign(REVISION_TYPE, encodeRevision(newest()), keys()) });
const withKeysFrom =
  (delegation: () => Promise<Envelope>): Make =>
  async () =>
    publisher.packFileOf({ delegation: await delegation() });
export const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

export const LISTS: readonly (readonly [string, string, Make])[] = [
  [
    '1: one bit of the signed list flipped',
    'signature',
    altered(({ revision }) => {
      revision.payload = flipBit(revision.payload);
    }),
  ],
  [
    '1: one bit of the list of keys flipped',
    'root',
    altered(({ delegation }) => {
      delegation.payload = flipBit(delegation.payload);
    }),
  ],
  ['2: signed by a key that nobody delegated to', 'signature', signedBy(() => [stranger])],
  ['2: keys delegated by another root', 'root', withKeysFrom(() => publisher.delegationEnvelope([stranger]))],
  ['4: signed by the root key itself', 'signature', signedBy(() => [publisher.root])],
  [
    '5: the list of keys in the place of the list of segments',
    'signature',
    async () => {
      const revision = await sign(DELEGATION_TYPE, encodeDelegation(publisher.delegation()), [publisher.key]);
      return publisher.packFileOf({ revision });
    },
  ],
  [
    '5: and under the other’s name',
    'signature',
    async () => {
      const revision = await sign(DELEGATION_TYPE, encodeDelegation(publisher.delegation()), [publisher.key]);
      return publisher.packFileOf({ revision: { ...revision, payloadType: REVISION_TYPE } });
    },
  ],
  [
    '5: the list of segments in the place of the list of keys',
    'signature',
    withKeysFrom(() => sign(REVISION_TYPE, encodeRevision(newest()), [publisher.root])),
  ],
  [
    '6: keys of this pack with the list of another',
    'signature',
    saying((payload) => Object.assign(payload.pack as object, { id: 'other' })),
  ],
  [
    '6: keys of another pack with the list of this one',
    'signature',
    () => {
      publisher.delegated = { pack: 'other' };
      return publisher.packFileOf({});
    },
  ],
  [
    '7: another pack of the same publisher',
    'signature',
    () => {
      publisher.delegated = { pack: 'other' };
      return saying((payload) => Object.assign(payload.pack as object, { id: 'other' }))();
    },
  ],
  [
    '8: one key eight times where two have to sign',
    'signature',
    () => {
      publisher.delegated = { keys: [publisher.key, publisher.key, stranger], threshold: 2 };
      return signedBy(() => Array(8).fill(publisher.key))();
    },
  ],
  [
    '9: as many signatures as fit into a list',
    'limits',
    altered(({ revision }) => {
      revision.signatures = Array(400).fill(revision.signatures[0]);
    }),
  ],
  [
    '9: ten thousand signatures',
    'damaged',
    altered(({ revision }) => {
      revision.signatures = Array(10_000).fill(revision.signatures[0]);
    }),
  ],
  ['10: a byte more in the signed list', 'format', spelt((text) => `${text} `)],
  ['10: a byte order mark', 'format', spelt((text) => `\ufeff${text}`)],
  ['10: a field twice', 'format', spelt((text) => text.replace('"epoch":1', '"epoch":1,"epoch":1'))],
  ['10: white space', 'format', spelt((text) => text.replace('"epoch":1', '"epoch": 1'))],
  ['10: a number written otherwise', 'format', spelt((text) => text.replace('"epoch":1', '"epoch":1e0'))],
  ['10: nothing, signed', 'format', spelt(() => '')],
  ['13: a web page for the list', 'portal', () => toBytes('\n<html lang="en"><title>Log in</title>')],
  ['14: an empty answer for the list', 'format', () => new Uint8Array()],
  [
    '17: a list of weeks ago',
    'rollback',
    () => publisher.packFile({ ...newest(), revision: 1, issued: day(-40), content: 1, deltas: [] }),
  ],
  [
    '18: the number of what is held, with other words',
    'fork',
    saying((payload) => Object.assign(payload, { revision: 2 })),
  ],
  [
    '20: a list of an epoch other than its keys’',
    'signature',
    saying((payload) => Object.assign(payload, { epoch: 2 })),
  ],
  ...[-1, 0, 1.5, '7', 2 ** 53, 2 ** 31, null].map(
    (revision) =>
      [
        `22: the revision ${JSON.stringify(revision)}`,
        'format',
        saying((payload) => Object.assign(payload, { revision })),
      ] as const,
  ),
  [
    '54: a part of ten gigabytes',
    'limits',
    saying((payload) => Object.assign((payload.deltas as object[]).at(-1)!, { length: 10_000_000_000 })),
  ],
  [
    '56: a million aliases',
    'limits',
    saying((payload) => Object.assign(payload.counts as object, { aliases: 1_000_000 })),
  ],
  [
    '60: more notes than are read',
    'limits',
    saying((payload) => Object.assign(payload.counts as object, { notes: 200_001 })),
  ],
  ['59: a list nested as deep as fits, signed', 'format', spelt(() => nested(24_000))],
  [
    '59: a field of the list nested as deep as fits, signed',
    'format',
    spelt((text) => text.replace('"epoch":1', `"deep":${nested(20_000)},"epoch":1`)),
  ],
  ['59: an answer nested as deep as fits', 'format', () => toBytes(nested(32_000))],
];
