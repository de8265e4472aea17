import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts';
import { type Envelope, type PublicKey, toSigned } from './envelope.ts';
import { PackError } from './pack-error.ts';

/**
 * Ed25519 by WebCrypto, which every supported browser has (Chrome 137, Firefox 129) and Node too. A public key is
 * written as the base64url of its 32 bytes; its id is for people and as a hint, never what is trusted.
 */

/** A public key with the private half that signs for it. */
export interface SigningKey extends PublicKey {
  readonly private: CryptoKey;
}

/** The first 16 hex digits of the key's SHA-256, in groups of four when shown: "3f2a 9c01 77de b410". */
export async function keyIdOf(pub: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', pub));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Bytes that stand where a key will be, and points with which anybody can sign (zeros, a one and zeros): 32 bytes of a
 * key have about thirty values.
 */
export const isPlaceholder = (pub: Bytes): boolean => new Set(pub).size < 8;

/** A key id as people compare it, in groups of four. */
export const showKeyId = (keyid: string): string => keyid.match(/.{1,4}/g)?.join(' ') ?? keyid;

/** A public key from its text; a PackError when it is none. */
export async function readPublicKey(text: string): Promise<PublicKey> {
  const pub = fromBase64Url(text);
  if (pub?.length !== 32) throw new PackError('root', 'This is not a key: expected 43 characters of base64url.');
  return { pub, keyid: await keyIdOf(pub) };
}

export const writePublicKey = ({ pub }: PublicKey): string => toBase64Url(pub);

/** A new Ed25519 key pair; `secret` is its private half as base64url of PKCS #8. */
export async function generateKey(): Promise<{ key: SigningKey; secret: string }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const pub = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)));
  return { key: { pub, keyid: await keyIdOf(pub), private: pair.privateKey }, secret };
}

/** The private key of a `generateKey` secret, with its public half as given beside it. */
export async function readSecret(secret: string, pub: string): Promise<SigningKey> {
  const bytes = fromBase64Url(secret);
  if (!bytes) throw new PackError('signature', 'The private key cannot be read.');
  const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign']);
  return { ...(await readPublicKey(pub)), private: key };
}

/** An envelope signed by each of the keys. */
export async function sign(payloadType: string, payload: Bytes, keys: readonly SigningKey[]): Promise<Envelope> {
  const signed = toSigned(payloadType, payload);
  const signatures = await Promise.all(
    keys.map(async ({ keyid, private: key }) => ({
      keyid,
      sig: new Uint8Array(await crypto.subtle.sign('Ed25519', key, signed)),
    })),
  );
  return { payloadType, payload, signatures };
}

export const isSameKey = (a: PublicKey, b: PublicKey): boolean => toBase64Url(a.pub) === toBase64Url(b.pub);
