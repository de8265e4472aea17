import { fromBase64Url } from './bytes.ts';
import { isPlaceholder } from './keys.ts';
import { PackError } from './pack-error.ts';

/** Where a pack is found, and by which root key it is known: `https://host/x/pack.json#root=<base64url>`. */
export interface PackAddress {
  readonly url: string;
  /** The root key as text, when the address carries it; otherwise it is shown to the reader and pinned on first use. */
  readonly root?: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Reads an address a person pasted; a PackError with a sentence when a pack cannot be there. */
export function readPackAddress(text: string): PackAddress {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed))
    throw new PackError(
      'source',
      'This is not an address. A pack’s address begins with https:// and ends with pack.json.',
    );
  const url = new URL(trimmed);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isSafe) throw new PackError('source', 'A pack is taken only from an https address.');
  if (url.username || url.password)
    throw new PackError('source', 'A pack’s address has no user name or password in it.');
  const root = new URLSearchParams(url.hash.slice(1)).get('root') ?? undefined;
  const key = root === undefined ? null : fromBase64Url(root);
  if (root !== undefined && (key?.length !== 32 || isPlaceholder(key))) {
    throw new PackError('root', 'The key in this address is not complete. Copy the whole address.');
  }
  url.hash = '';
  if (url.pathname.endsWith('/')) url.pathname += 'pack.json';
  return { url: url.href, ...(root !== undefined && { root }) };
}
