import { existsSync } from 'node:fs';
import type { PublicKey } from '../packs/envelope.ts';
import {
  generateKey,
  isPlaceholder,
  readPublicKey,
  readSecret,
  type SigningKey,
  showKeyId,
  writePublicKey,
} from '../packs/keys.ts';
import { writeWhole } from './pack-folder.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

/** Keys on disk: `NAME.key`, for the publisher's eyes only, and `NAME.pub`, one line that may be given to anybody. */

interface KeyFile {
  readonly pub: string;
  readonly secret: string;
}

export async function writeNewKey(name: string): Promise<PublicKey> {
  for (const path of [`${name}.key`, `${name}.pub`]) {
    if (existsSync(path))
      throw new UsageError(`${path} is there already. A key that is written over is lost; choose another name.`);
  }
  const { key, secret } = await generateKey();
  const file = { alg: 'Ed25519', keyid: key.keyid, pub: writePublicKey(key), secret };
  await writeWhole(`${name}.key`, Buffer.from(`${JSON.stringify(file, null, 2)}\n`), 0o600);
  await writeWhole(`${name}.pub`, Buffer.from(`${writePublicKey(key)}\n`));
  return key;
}

export async function readKeyFile(path: string): Promise<SigningKey> {
  const text = await readInput(path);
  try {
    const { pub, secret } = JSON.parse(text) as KeyFile;
    return await readSecret(secret, pub);
  } catch (cause) {
    throw new UsageError(`${path} is no private key as \`keygen\` writes them.`, { cause });
  }
}

/** The public key of a `.pub` file, or of the public half of a `.key` file. */
export async function readPublicKeyFile(path: string): Promise<PublicKey> {
  const text = (await readInput(path)).trim();
  const key = await readPublicKey(text.startsWith('{') ? (JSON.parse(text) as KeyFile).pub : text);
  if (isPlaceholder(key.pub)) throw new UsageError(`${path} holds the place of a key, and is none.`);
  return key;
}

export const describeKey = (key: PublicKey): string => `${writePublicKey(key)}  (${showKeyId(key.keyid)})`;
