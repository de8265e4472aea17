import { type Bytes, fromBase64Url, toBytes } from './bytes.ts';
import type { PublicKey } from './envelope.ts';
import { isPlaceholder, keyIdOf, writePublicKey } from './keys.ts';
import { FORMAT, LIMITS } from './limits.ts';
import { PackError } from './pack-error.ts';
import { packId } from './records.ts';
import { instant, isObject, list, need, oneOf, refine, text, whole, wholeNumber } from './shape.ts';

/**
 * What a root key signs, about once a year: which keys may sign the revisions of one pack. Its epoch counts up with
 * every change; a reader never goes back to a lower one, which is how a stolen key is put out of use.
 */
export interface Delegation {
  readonly pack: string;
  readonly epoch: number;
  readonly keys: readonly PublicKey[];
  /** How many of the keys have to sign. */
  readonly threshold: number;
  /** The publisher's root keys from now on. One that a reader does not know yet counts when it signed this too. */
  readonly roots: readonly PublicKey[];
  readonly notAfter: string;
}

/** DSSE payload type of a delegation: a signature over it is good for nothing else. */
export const DELEGATION_TYPE = 'application/vnd.claim-context.delegation+json;v=1';

const publicKey = refine(whole({ alg: need(oneOf(['Ed25519'])), pub: need(text(43)) }), ({ pub }) => {
  const bytes = fromBase64Url(pub);
  return bytes?.length === 32 && !isPlaceholder(bytes) ? { value: bytes } : { refusal: 'is not a key' };
});
const keys = list(publicKey, LIMITS.signatures, true);

const shape = whole({
  pack: need(packId),
  epoch: need(wholeNumber(1)),
  keys: need(keys),
  threshold: need(wholeNumber(1, LIMITS.signatures)),
  roots: need(keys),
  notAfter: need(instant),
});

const withId = async (pub: Bytes): Promise<PublicKey> => ({ pub, keyid: await keyIdOf(pub) });

/** What a root key says of a pack’s keys. Throws a PackError: `too-new`, or `format` with the field that is wrong. */
export async function decodeDelegation(raw: unknown): Promise<Delegation> {
  if (isObject(raw) && typeof raw.format === 'number' && raw.format > FORMAT) {
    throw new PackError('too-new', 'This pack needs a newer version of the program.');
  }
  let complaint = 'it has no known format';
  const value =
    isObject(raw) && raw.format === FORMAT
      ? shape.read(raw, '', (at, message) => {
          complaint = `${at} ${message}`;
        })
      : undefined;
  if (!value || value.keys.length === 0 || value.roots.length === 0) {
    throw new PackError('format', `The publisher’s list of keys cannot be read: ${value ? 'it is empty' : complaint}.`);
  }
  return {
    ...value,
    keys: await Promise.all(value.keys.map(withId)),
    roots: await Promise.all(value.roots.map(withId)),
  };
}

const keyOf = (key: PublicKey) => ({ alg: 'Ed25519', pub: writePublicKey(key) });

/** The bytes that are signed. */
export const encodeDelegation = ({ pack, epoch, keys: held, threshold, roots, notAfter }: Delegation): Bytes =>
  toBytes(
    JSON.stringify({
      format: FORMAT,
      pack,
      epoch,
      keys: held.map(keyOf),
      threshold,
      roots: roots.map(keyOf),
      notAfter,
    }),
  );
