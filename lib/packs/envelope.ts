import { type Bytes, fromBase64Url, fromBytes, toBase64Url, toBytes } from './bytes.ts';
import { LIMITS } from './limits.ts';
import { PackError } from './pack-error.ts';
import { isObject } from './shape.ts';

/**
 * DSSE (https://github.com/secure-systems-lab/dsse): a signature over the bytes as sent together with their type. The
 * payload is decoded once, after it is verified; there is no form it would have to be brought into first.
 */

/** A payload and its signatures, as DSSE has them. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Bytes;
  readonly signatures: readonly { readonly keyid: string; readonly sig: Bytes }[];
}

/** A public key of the publisher. Only Ed25519 is known; the field leaves room for a second. */
export interface PublicKey {
  /** Derived from `pub`, 16 hex digits: a hint in an envelope, and the handle people compare. */
  readonly keyid: string;
  /** 32 bytes. */
  readonly pub: Bytes;
}

const refuse = (why: string): PackError => new PackError('format', `The pack’s signed list cannot be read: ${why}.`);

/** What is signed: type and payload, each with its length, so that neither can be taken for the other. */
export function toSigned(payloadType: string, payload: Bytes): Bytes {
  const type = toBytes(payloadType);
  const head = toBytes(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const signed = new Uint8Array(head.length + payload.length);
  signed.set(head);
  signed.set(payload, head.length);
  return signed;
}

/**
 * Reads an envelope’s JSON; nothing is verified yet. Throws a PackError: `format`, or `limits` for too many
 * signatures.
 */
export function decodeEnvelope(raw: unknown): Envelope {
  if (!isObject(raw)) throw refuse('no envelope');
  const { payloadType, payload, signatures } = raw;
  if (typeof payloadType !== 'string' || payloadType.length > 100) throw refuse('no payload type');
  const bytes = typeof payload === 'string' ? fromBase64Url(payload) : null;
  if (!bytes) throw refuse('the payload is not base64url');
  if (!Array.isArray(signatures)) throw refuse('no list of signatures');
  // Before any is looked at: verifying is what would cost.
  if (signatures.length > LIMITS.signatures) {
    throw new PackError(
      'limits',
      `The pack’s list carries ${signatures.length} signatures; at most ${LIMITS.signatures} are read.`,
    );
  }
  return {
    payloadType,
    payload: bytes,
    signatures: signatures.flatMap((item: unknown) => {
      const sig = isObject(item) && typeof item.sig === 'string' ? fromBase64Url(item.sig) : null;
      const keyid = isObject(item) && typeof item.keyid === 'string' ? item.keyid : '';
      return sig?.length === 64 ? [{ keyid, sig }] : [];
    }),
  };
}

export const encodeEnvelope = ({ payloadType, payload, signatures }: Envelope) => ({
  payloadType,
  payload: toBase64Url(payload),
  signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig: toBase64Url(sig) })),
});

/** How many of the keys signed the envelope; each counts once, however often it signed. */
export async function countSigners(envelope: Envelope, keys: readonly PublicKey[]): Promise<number> {
  const signed = toSigned(envelope.payloadType, envelope.payload);
  let signers = 0;
  for (const { pub } of distinct(keys)) {
    // Bytes that a browser does not take for a key have signed nothing.
    const key = await crypto.subtle.importKey('raw', pub, 'Ed25519', false, ['verify']).catch(() => null);
    if (!key) continue;
    for (const { sig } of envelope.signatures) {
      if (await crypto.subtle.verify('Ed25519', key, sig, signed)) {
        signers++;
        break;
      }
    }
  }
  return signers;
}

/** One key twice under two names is one key. */
const distinct = (keys: readonly PublicKey[]): PublicKey[] => [
  ...new Map(keys.map((key) => [toBase64Url(key.pub), key])).values(),
];

/**
 * The payload as a value. It must be JSON exactly as `JSON.stringify` writes it: no byte order mark, no white space,
 * nothing after it, no field twice. Two readers then cannot read two things from the same signed bytes.
 */
export function readPayload(payload: Bytes): unknown {
  let value: unknown;
  let isAsWritten: boolean;
  try {
    const text = fromBytes(payload);
    value = JSON.parse(text);
    // Inside as well: it overflows where a value is nested deeper than parsing minds.
    isAsWritten = JSON.stringify(value) === text;
  } catch (cause) {
    throw new PackError('format', 'The pack’s signed list is not JSON.', { cause });
  }
  if (!isAsWritten) throw refuse('it is not written in the one way that is signed');
  return value;
}
