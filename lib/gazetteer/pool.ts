/**
 * Records of the pool, one for each alias: flags, canonical name, head, case masks, derivation, note, alias. What the
 * scan compares stands first; a name and a head have their length before them. The lowest bit of the note tells whether
 * an alias follows.
 */
import { HEAD, R } from './format.ts';

/** Position after the canonical name. */
export const nameEnd = (bytes: Uint8Array, record: number): number => record + 2 + bytes[record + 1]!;

/** Position of the case masks, after the head. */
export function headEnd(bytes: Uint8Array, record: number): number {
  const end = nameEnd(bytes, record);
  return ((bytes[record]! >> R.headShift) & 3) === HEAD.literal ? end + 1 + bytes[end]! : end;
}

/** Which note has the name, by its place in the packs; which of its aliases, -1 for its name; how the form was made. */
export interface Bearer {
  readonly note: number;
  readonly alias: number;
  readonly derived: number;
  /** The record after this one. */
  readonly next: number;
}

export function bearerOf(bytes: Uint8Array, record: number): Bearer {
  const flags = bytes[record]!;
  let at = headEnd(bytes, record) + (flags & R.cased ? 2 : 0);
  const derived = flags & R.derived ? bytes[at++]! : 0;
  let bearer = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!;
    bearer |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  const alias = bearer & 1 ? bytes[at++]! : -1;
  return { note: bearer >>> 1, alias, derived, next: at };
}
